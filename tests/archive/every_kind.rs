//! One record of each kind in one file: the document and the schema describe all of them. The file
//! stands among the fixtures, where tests/browser/keeping.spec.js holds it against the schema.

use std::{collections::BTreeSet, fs, path::PathBuf};

use serde_json::Value;
use soepel::{
    archive::{export::export, import, store::Archive, v1::item::KINDS},
    domain::{
        body::Score,
        breaks::Workday,
        day::RedDay,
        dose::{Adjustment, Mode, Working},
        exercise::ExerciseId,
        item::{Body, BreakDay},
        planning::{
            choices::{Choices, Comparison, Goal, WeekGoal},
            method::Method,
        },
        progress::{Decision, Proposed, ReviewAnswer, ReviewWord},
        record::{DoneMode, RecordId},
        routine::{Between, Routine, RoutineBlock, RoutineName},
        selftest::{Landing, Taken, TestResult},
        settings::Settings,
        spell::{Spell, SpellEnd, SpellKind},
        time::{Day, Seconds},
    },
};

use crate::made::{NOON, full_screening, full_session};

fn day() -> Day {
    Day::parse("2026-11-26").unwrap()
}

fn bodies() -> Vec<Body> {
    let exercise = || ExerciseId::new("good-morning").unwrap();
    let block = RoutineBlock {
        exercise: ExerciseId::new("side-plank").unwrap(),
        mode: DoneMode::Known(Mode::Hold),
        change: Adjustment::default(),
        working: Working::Both,
    };
    let landing = Landing { quiet: true, knees_over_toes: false, painless: true };
    let (at, rules) = (NOON, vec!["X17".to_owned()]);
    let proposed = Proposed::Step { exercise: exercise(), mode: Mode::Reps, from: 1, to: 2 };
    vec![
        Body::Breaks(BreakDay { day: day(), done: 3 }),
        Body::Workday(Workday::default()),
        Body::RedDay(RedDay {
            day: day(),
            wall: NOON,
            pain: Score::new(7).unwrap(),
            place: None,
            sharp: true,
        }),
        Body::Routine(Routine {
            name: RoutineName::new("Thuis").unwrap(),
            between: Between::new(Seconds(15)).unwrap(),
            blocks: vec![block],
        }),
        Body::Test(Box::new(Taken { day: day(), result: TestResult::Landing(landing) })),
        Body::Plan(Box::new(Choices {
            goal: Some(Goal::HipFront),
            comparison: Comparison::Off { keep: Method::Static },
            chosen_on: Some(day()),
            compared_since: Some(day()),
            week_goal: WeekGoal::new(2),
            in_calendar: 3,
            ..Choices::default()
        })),
        Body::Decision(Box::new(Decision { at, day: day(), proposed, rules, accepted: true })),
        Body::Spell(Spell {
            kind: SpellKind::Fever,
            from: day(),
            end: SpellEnd::Said { day: day(), at: NOON },
        }),
        Body::Review(ReviewAnswer { at: NOON, day: day(), word: ReviewWord::Less }),
        Body::Advice(Box::new(crate::advice::accepted())),
    ]
}

/// With a session, one that was deleted, the settings and the answers too.
pub(crate) fn one_of_each() -> Archive {
    let mut archive = Archive::default();
    let mut keep = |write: &dyn Fn(&Archive) -> Vec<soepel::archive::writes::Write>| {
        for write in write(&archive) {
            archive.apply(&write);
        }
    };
    keep(&|archive| archive.save_settings(&Settings::default(), NOON).unwrap());
    keep(&|archive| archive.save_screening(&full_screening()).unwrap());
    keep(&|archive| archive.finish(&full_session()).unwrap());
    let other = RecordId::new(NOON, [9; 10]);
    let gone = soepel::domain::record::SessionRecord { id: other, ..full_session() };
    keep(&|archive| archive.finish(&gone).unwrap());
    keep(&|archive| archive.delete(other, NOON + 1).unwrap());
    for (number, body) in (1..).zip(bodies()) {
        let id = RecordId::new(NOON, [number; 10]);
        keep(&|archive| archive.put_item(id, body.clone(), NOON).unwrap());
    }
    archive
}

fn at(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn every_kind_stands_in_the_file_in_the_schema_and_in_the_document() {
    let text = export(&one_of_each());
    let file: Value = serde_json::from_str(&text).unwrap();
    let records = file["records"].as_array().unwrap();
    let kinds: BTreeSet<&str> = records.iter().map(|it| it["kind"].as_str().unwrap()).collect();
    let first = ["session", "deleted", "settings", "screening"];
    let every: BTreeSet<&str> = KINDS.into_iter().chain(first).collect();
    assert_eq!(kinds, every);

    let schema = fs::read_to_string(at("public/export-format.schema.json")).unwrap();
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let document = fs::read_to_string(at("docs/export-format.md")).unwrap();
    let told = schema["$defs"]["record"]["allOf"].as_array().unwrap();
    for kind in every {
        let rule = told.iter().find(|it| it["if"]["properties"]["kind"]["const"] == kind);
        let rule = rule.unwrap_or_else(|| panic!("the schema has no rule for `{kind}`"));
        let name = rule["then"]["$ref"].as_str().unwrap().trim_start_matches("#/$defs/");
        let shape = &schema["$defs"][name]["properties"];
        assert_eq!(shape["kind"]["const"], kind);
        assert!(document.contains(&format!("\n### `{kind}`")), "no section about `{kind}`");
        let record = records.iter().find(|it| it["kind"] == kind).unwrap();
        for field in record.as_object().unwrap().keys() {
            assert!(shape.get(field).is_some(), "`{kind}` in the schema lacks `{field}`");
        }
        for field in record.get("body").and_then(Value::as_object).into_iter().flatten() {
            let described = &shape["body"]["properties"];
            assert!(described.get(field.0).is_some(), "`{kind}` lacks `{}`", field.0);
            assert!(document.contains(&format!("`{}`", field.0)), "the document: `{}`", field.0);
        }
    }
}

#[test]
fn the_fixture_with_every_kind_is_what_is_written_today() {
    let path = at("tests/fixtures/archive/every-kind.json");
    let text = export(&one_of_each());
    if std::env::var_os("WRITE_FIXTURES").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let fixture = fs::read_to_string(&path).unwrap();
    assert_eq!(fixture, text, "after a change that only adds: WRITE_FIXTURES=1 cargo test");
    let read = import::read(text.as_bytes()).unwrap();
    assert!(read.refused.is_empty(), "{:?}", read.refused);
}
