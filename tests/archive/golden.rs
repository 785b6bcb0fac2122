//! Storage and exports that released versions wrote; they open for ever. See `docs/export-format.md`.

use std::{fs, path::PathBuf};

use serde_json::Value;
use soepel::{
    archive::{
        convert::settings::Meta,
        export::export,
        import,
        keys::{Key, Slot, Twin},
        merge::{SettingsChoice, merge},
        payload::spell,
        v1,
    },
    domain::{
        record::{Ending, Note},
        settings::{Age, AgeBand, BirthYear, Settings},
    },
};

use crate::{
    made::{NOON, Shelf, full_screening, full_session, id},
    stored::{opening, step},
};

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/archive/v1").join(name)
}

pub(crate) fn read(name: &str) -> String {
    fs::read_to_string(fixture(name)).expect("the fixture is committed")
}

pub(crate) fn storage() -> Shelf {
    Shelf(serde_json::from_str(&read("storage.json")).expect("names with texts"))
}

/// What somebody keeps who has used everything: corrections, a deletion, settings, answers, a
/// running session, a record of a newer version, and a damaged text put aside.
pub(crate) fn lived_in() -> Shelf {
    let mut shelf = Shelf::default();
    let mut archive = shelf.open();
    let mut first = full_session();
    let mut extra = v1::Extra::new();
    extra.insert("weather".to_owned(), Value::from("a field of a later version"));
    let text = spell(&soepel::archive::convert::session::write(&first, extra));
    shelf.put(&Key::Session(first.id, 1), &text);
    archive.clone_from(&shelf.open());

    first.after.note = Note::new("Knelde vóór in de lies; na \"rust\" weg\\over 🙂\n").unwrap();
    let mut steps = vec![archive.edit(&first, NOON + 1_000_000).unwrap()];
    let mut second = full_session();
    (second.id, second.ending) = (id(2), Ending::Completed);
    steps.push(archive.finish(&second).unwrap());
    let mut third = full_session();
    (third.id, third.ending, third.done) = (id(3), Ending::AddedAfterwards, Vec::new());
    (third.before, third.after) = Default::default();
    steps.push(archive.finish(&third).unwrap());
    for writes in steps {
        shelf.write(&mut archive, &writes);
    }
    let writes = [
        archive.delete(id(2), NOON + 2_000_000).unwrap(),
        archive.save_screening(&full_screening()).unwrap(),
        archive.stamp_export(NOON + 3_000_000).unwrap(),
        archive.begin_journal(&opening(id(4))).unwrap(),
        archive.continue_journal(id(4), &step(1)).unwrap(),
        archive.continue_journal(id(4), &step(2)).unwrap(),
    ];
    shelf.write(&mut archive, &writes.concat());
    let band = Settings { age: Age::Band(AgeBand::SixtyFivePlus), ..Settings::default() };
    let year = Settings { age: Age::BirthYear(BirthYear::new(1958).unwrap()), ..band.clone() };
    for chosen in [band, year] {
        let writes = archive.save_settings(&chosen, NOON).unwrap();
        shelf.write(&mut archive, &writes);
    }
    let newer = serde_json::json!({
        "v": 2, "kind": "routine", "id": id(5).to_string(), "rev": 1, "updated": NOON,
        "blocks": [["side-plank", "hold", {"hold": 20}]],
    });
    let Some(Value::String(kind)) = newer.get("kind").cloned() else { unreachable!() };
    let key = format!("soepel.p0.k.{kind}.{}.1", id(5));
    shelf.put(&Key::parse(&key).unwrap(), &spell(&newer));
    let raw = "1|0badc0de|{\"v\":1,\"kind\":\"sess\u{0}";
    shelf.0.insert(Key::quarantine("soepel.p0.s.1", raw).to_string(), raw.to_owned());
    shelf
}

/// `cargo test --test archive fixtures -- --ignored`, once per version, before its release.
#[test]
#[ignore = "writes the fixtures of a new version; those that exist stay as they are"]
fn fixtures_of_a_new_version_are_made_once() {
    let shelf = lived_in();
    let files = [
        ("storage.json", format!("{:#}\n", serde_json::to_value(&shelf.0).unwrap())),
        ("export.json", export(&shelf.open())),
    ];
    for (name, text) in files {
        if !fixture(name).exists() {
            fs::write(fixture(name), text).unwrap();
        }
    }
}

#[test]
fn the_storage_of_version_1_opens() {
    let archive = storage().open();
    assert_eq!(archive.damaged().count(), 0);
    let history = archive.history();
    assert_eq!(history.oldest_first().map(|record| record.id).collect::<Vec<_>>(), [id(1), id(3)]);
    let first = history.get(id(1)).unwrap();
    let mut meant = full_session();
    (meant.revision, meant.updated) = (2, NOON + 1_000_000);
    meant.after.note = Note::new("Knelde vóór in de lies; na \"rust\" weg\\over 🙂\n").unwrap();
    assert_eq!(*first, meant);
    assert_eq!(archive.tombstones().map(|tombstone| tombstone.id).collect::<Vec<_>>(), [id(2)]);
    let age = archive.settings().unwrap().age;
    assert_eq!(age, Age::BirthYear(BirthYear::new(1958).unwrap()));
    assert_eq!(archive.screening(), Some(&full_screening()));
    assert_eq!(archive.meta(), Meta { last_export: Some(NOON + 3_000_000), later: None });
    let journals = archive.journals();
    assert_eq!(journals.len(), 1);
    assert_eq!(journals[0].opening, opening(id(4)));
    assert_eq!(journals[0].steps, [step(1), step(2)]);
    assert_eq!(archive.newer().count(), 1);
    assert_eq!(archive.quarantined().count(), 1);
}

#[test]
fn the_storage_of_version_1_exports_the_bytes_of_version_1() {
    assert_eq!(export(&storage().open()), read("export.json"));
}

#[test]
fn the_export_of_version_1_imports_and_exports_the_same_bytes() {
    let file = read("export.json");
    let parsed = import::read(file.as_bytes()).unwrap();
    assert_eq!(parsed.refused, []);
    let mut shelf = Shelf::default();
    let mut archive = shelf.open();
    let writes = merge(&parsed, &archive, SettingsChoice::TakeTheirs);
    for write in &writes {
        archive.apply(write);
        if let soepel::archive::writes::Write::Put { key, value } = write {
            shelf.0.insert(key.clone(), value.clone());
        }
    }
    assert_eq!(shelf.open(), archive);
    assert_eq!(export(&archive), file);
}

#[test]
fn settings_stand_in_two_slots_and_the_later_counts() {
    let shelf = storage();
    let newest = Key::Twin(Twin::Settings, Slot::B).to_string();
    let mut without = shelf.clone();
    without.0.remove(&newest);
    assert_eq!(without.open().settings().unwrap().age, Age::Band(AgeBand::SixtyFivePlus));
    assert_ne!(shelf.open().settings(), without.open().settings());
}
