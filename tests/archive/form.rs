//! The form of version 1 in the code, in the schema and in the document is one and the same.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use serde_json::Value;
use soepel::{
    archive::{
        convert::{journal, screening, session, settings},
        journal::Step,
        keys::Key,
        payload::{Payload, spell},
        v1,
    },
    domain::{
        body::BodyPart,
        record::{
            BeforeSport, Consultation, Degree, Felt, Form, Note, ScreeningRecord, StopReason,
        },
        settings::{
            Age, AgeBand, FirstSide, Hand, Pace, Releases, Screen, Settings, Sound, TextSize,
            Theme, Voice,
        },
    },
};

use crate::{
    added::{fuller_session, swapped},
    golden::{lived_in, read},
    made::{NOON, full_screening, id},
    stored::{opening, step},
};

/// The fields of version 1. A line may be added; none may be changed or removed, because files
/// with these names are out there.
const FIELDS: &[(&str, &[&str])] = &[
    ("deleted", &["id", "kind", "rev", "updated", "v"]),
    ("meta", &["kind", "last_export", "later", "rev", "updated", "v"]),
    (
        "opening",
        &[
            "age",
            "anything_new",
            "blocks",
            "efforts",
            "first_side",
            "id",
            "kind",
            "offset",
            "pain",
            "place",
            "ready",
            "session",
            "sharp",
            "soreness",
            "sport",
            "sport_soon",
            "start",
            "stiffness",
            "switch",
            "transition",
            "v",
            "zone",
        ],
    ),
    (
        "screening",
        &[
            "answers",
            "cleared",
            "consulted",
            "consulted_note",
            "day",
            "gentle_since",
            "kind",
            "rev",
            "updated",
            "v",
        ],
    ),
    (
        "session",
        &[
            "active",
            "app",
            "change",
            "day",
            "done",
            "effort",
            "end",
            "felt",
            "felt_in",
            "form",
            "id",
            "kind",
            "morning",
            "note",
            "offset",
            "pain_after",
            "pain_before",
            "place_before",
            "rev",
            "session",
            "soreness_before",
            "sport_before",
            "start",
            "stiffness_after",
            "stiffness_before",
            "stop",
            "stop_details",
            "stops",
            "swaps",
            "updated",
            "v",
            "zone",
        ],
    ),
    (
        "settings",
        &[
            "age_band",
            "birth_year",
            "first_side",
            "flash",
            "hand",
            "kind",
            "language",
            "news",
            "pace",
            "ready",
            "rev",
            "screen",
            "sound",
            "sounds",
            "switch",
            "text_size",
            "theme",
            "transition",
            "updated",
            "v",
            "vibration",
            "voice",
            "volume",
            "welcomed",
        ],
    ),
    (
        "step",
        &[
            "active",
            "felt_in",
            "id",
            "into",
            "kind",
            "marks",
            "note",
            "phase",
            "seq",
            "stop_details",
            "stops",
            "swaps",
            "v",
            "wall",
        ],
    ),
];

/// Every field that this version writes, by kind.
fn written() -> Vec<(String, BTreeSet<String>)> {
    let mut texts: Vec<String> = lived_in()
        .0
        .iter()
        .filter(|(name, _)| !name.contains(".q.") && !name.contains(".k."))
        .map(|(name, raw)| Payload::open(&Key::parse(name).unwrap(), raw).unwrap())
        .map(|payload| payload.text().into_owned())
        .collect();
    let band = Settings {
        age: Age::Band(AgeBand::Adult),
        sound: Sound::WithMusic,
        flash: false,
        pace: Pace::OwnPace,
        screen: Screen::Floor,
        news: Releases(3),
        ..Settings::default()
    };
    assert_eq!(
        settings::read(&settings::write(&band, 1, NOON, v1::Extra::new())),
        Ok(band.clone())
    );
    texts.push(spell(&settings::write(&band, 1, NOON, v1::Extra::new())));
    let day = full_screening().day;
    let held = Consultation::Held { day, note: Note::shortened("fysio") };
    for consultation in [held, Consultation::Planned { since: day }] {
        let record = ScreeningRecord { consultation: Some(consultation), ..full_screening() };
        texts.push(spell(&screening::write(&record, 1, v1::Extra::new())));
    }
    texts.push(spell(&session::write(&fuller_session(), v1::Extra::new())));
    let mut opening = opening(id(4));
    opening.daily.sport = Some(BeforeSport::Kept);
    opening.blocks[0].effort_most = Some(30);
    texts.push(spell(&journal::write_opening(&opening)));
    let fuller = fuller_session();
    let swaps = vec![swapped("side-plank", None, Degree::Harder, Some("sp-leglift"))];
    let step = Step { stops: fuller.stops, felt_in: fuller.felt_in, swaps, ..step(1) };
    texts.push(spell(&journal::write_step(id(4), &step)));
    let meta = settings::Meta { last_export: Some(NOON), later: Some(NOON) };
    texts.push(spell(&settings::write_meta(meta, 1, NOON, v1::Extra::new())));
    let mut kinds: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for text in texts {
        let value: Value = serde_json::from_str(&text).unwrap();
        let kind = value["kind"].as_str().unwrap().to_owned();
        let names = value.as_object().unwrap().keys().filter(|name| *name != "weather").cloned();
        kinds.entry(kind).or_default().extend(names);
    }
    kinds.into_iter().collect()
}

fn text(path: &str) -> String {
    fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn schema() -> Value {
    serde_json::from_str(&text("public/export-format.schema.json")).unwrap()
}

#[test]
fn no_field_of_version_1_was_removed_or_renamed() {
    let written = written();
    for (kind, fields) in FIELDS {
        let (_, now) = written.iter().find(|(name, _)| name == kind).expect("still written");
        for field in *fields {
            assert!(now.contains(*field), "`{kind}` lost `{field}`: put it back, files have it");
        }
    }
}

#[test]
fn every_field_that_is_written_is_on_the_list_of_this_version() {
    for (kind, now) in written() {
        let (_, fields) = FIELDS.iter().find(|(name, _)| *name == kind).expect("a listed kind");
        let known: BTreeSet<String> = fields.iter().map(|&field| field.to_owned()).collect();
        let new: Vec<_> = now.difference(&known).collect();
        assert!(new.is_empty(), "`{kind}` got {new:?}: add it here, to the schema and the docs");
    }
}

#[test]
fn the_schema_and_the_document_name_every_field_of_an_export() {
    let schema = schema();
    let document = text("docs/export-format.md");
    let file: Value = serde_json::from_str(&read("export.json")).unwrap();
    for name in file.as_object().unwrap().keys() {
        assert!(schema["properties"].get(name).is_some(), "the schema lacks `{name}`");
        assert!(document.contains(&format!("`{name}`")), "the document lacks `{name}`");
    }
    for (kind, fields) in FIELDS.iter().filter(|(kind, _)| schema["$defs"].get(kind).is_some()) {
        let described = schema["$defs"][kind]["properties"].as_object().expect("fields");
        let exported =
            |field: &&&str| **field != "rev" || !["settings", "screening"].contains(kind);
        let here: BTreeSet<&str> = fields.iter().filter(exported).copied().collect();
        let there: BTreeSet<&str> = described.keys().map(String::as_str).collect();
        assert_eq!(here, there, "`{kind}` in the schema and in the code");
        for field in here {
            assert!(document.contains(&format!("`{field}`")), "the document lacks `{field}`");
        }
    }
    let kinds = ["deleted", "screening", "session", "settings"];
    assert!(kinds.iter().all(|kind| schema["$defs"].get(kind).is_some()));
}

#[test]
fn the_schema_knows_every_word_that_is_written() {
    let schema = schema();
    let words =
        |kind: &str, field: &str| schema["$defs"][kind]["properties"][field]["enum"].clone();
    macro_rules! agree {
        ($($kind:literal $field:literal $name:ident),+ $(,)?) => {
            $(assert_eq!(
                words($kind, $field),
                $name::ALL.iter().map(|word| word.slug()).collect::<Value>(),
            );)+
        };
    }
    agree!(
        "session" "stop" StopReason,
        "session" "place_before" BodyPart,
        "session" "sport_before" BeforeSport,
        "session" "form" Form,
        "session" "felt" Felt,
        "settings" "age_band" AgeBand,
        "settings" "theme" Theme,
        "settings" "text_size" TextSize,
        "settings" "voice" Voice,
        "settings" "first_side" FirstSide,
        "settings" "hand" Hand,
        "settings" "sound" Sound,
        "settings" "pace" Pace,
        "settings" "screen" Screen,
    );
}
