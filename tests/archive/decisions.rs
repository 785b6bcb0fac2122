//! Decisions and answers to the review question: kept, read back, and refused where they are wrong.

use serde_json::{Value, json};
use soepel::{
    archive::{convert::item, envelope, store::Archive},
    domain::{
        body::{HipMovement, Side},
        dose::Mode,
        exercise::ExerciseId,
        item::Body,
        programme::{ProgrammeId, SessionId},
        progress::{Decision, Finding, Proposed, ReviewAnswer, ReviewWord},
        record::RecordId,
        time::Day,
    },
};

use crate::made::{NOON, Shelf};

fn id(number: u8) -> RecordId {
    RecordId::new(NOON, [number; 10])
}

fn day() -> Day {
    Day::parse("2026-11-26").unwrap()
}

fn every_kind() -> Vec<Proposed> {
    let exercise = || ExerciseId::new("good-morning").unwrap();
    let session = |name: &str| SessionId(name.to_owned());
    let (mode, until, since) = (Mode::Reps, day(), day());
    vec![
        Proposed::Step { exercise: exercise(), mode, from: 1, to: 2 },
        Proposed::Variant {
            exercise: exercise(),
            mode,
            variant: Some("gm-stick".to_owned()),
            harder: true,
            to: 0,
        },
        Proposed::Variant { exercise: exercise(), mode, variant: None, harder: false, to: 3 },
        Proposed::Pause { exercise: exercise(), mode, from: 1, to: 0, until },
        Proposed::Deload { until },
        Proposed::Return { since, until },
        Proposed::Restart { since },
        Proposed::Stage { from: session("P1-A"), to: session("P1-B") },
        Proposed::Substitute { exercise: exercise(), variant: Some("gm-wall".to_owned()) },
        Proposed::Substitute { exercise: exercise(), variant: None },
        Proposed::KeepRange { movement: HipMovement::InternalRotation, side: Side::Left },
        Proposed::Load {
            exercise: exercise(),
            variant: "gm-weight".to_owned(),
            physio_agrees: true,
        },
        Proposed::AddStrength { programme: ProgrammeId("P3".to_owned()) },
        Proposed::Onward { from: ProgrammeId("P7".to_owned()), to: ProgrammeId("P3".to_owned()) },
        Proposed::Referral(Finding::ComesBack),
    ]
}

fn made(proposed: Proposed, accepted: bool) -> Body {
    let rules = vec!["X17".to_owned(), "R2.19".to_owned()];
    Body::Decision(Box::new(Decision { at: NOON, day: day(), proposed, rules, accepted }))
}

#[test]
fn every_kind_of_decision_and_every_answer_reads_back_as_it_was_written() {
    let decisions = every_kind()
        .into_iter()
        .flat_map(|proposed| [made(proposed.clone(), true), made(proposed, false)]);
    let answers = ReviewWord::ALL
        .iter()
        .map(|word| Body::Review(ReviewAnswer { at: NOON, day: day(), word: *word }));
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    let mut bodies = Vec::new();
    for (number, body) in (0_u8..).zip(decisions.chain(answers)) {
        let writes = archive.put_item(id(number), body.clone(), NOON).unwrap();
        shelf.write(&mut archive, &writes);
        bodies.push(body);
    }
    let read: Vec<Body> = shelf.open().items().filter_map(|item| item.body.clone()).collect();
    assert_eq!(read, bodies);
}

#[test]
fn a_decision_with_a_missing_or_impossible_field_is_refused() {
    let read = |body: &Value| {
        let text = json!({
            "v": 1, "kind": "decision", "id": id(1).to_string(), "rev": 1, "updated": NOON,
            "body": body,
        });
        item::read(&serde_json::from_value(text).unwrap())
    };
    let whole = json!({
        "at": NOON, "day": "2026-11-26", "what": "step", "accepted": true, "rules": ["X17"],
        "exercise": "good-morning", "mode": "reps", "from_step": 1, "to_step": 2,
    });
    assert!(read(&whole).is_ok());
    for (field, value) in [
        ("what", json!("leap")),
        ("day", json!("2026-13-01")),
        ("at", json!(-1)),
        ("exercise", json!("Good Morning")),
        ("exercise", Value::Null),
        ("mode", json!("faster")),
        ("from_step", json!(51)),
        ("to_step", Value::Null),
        ("rules", json!(vec!["X17"; 21])),
        ("accepted", json!("yes")),
    ] {
        let mut body = whole.clone();
        body[field] = value.clone();
        assert!(read(&body).is_err(), "{field}: {value}");
    }
}

/// What a stranger's file holds beside what this version knows stays (form of version 1).
#[test]
fn fields_of_a_newer_version_stay_in_a_decision_that_is_written_again() {
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    let body = made(Proposed::Deload { until: day() }, true);
    let writes = archive.put_item(id(1), body.clone(), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    let (key, raw) = shelf.0.iter().next().map(|(key, raw)| (key.clone(), raw.clone())).unwrap();
    let text =
        envelope::open(&raw).unwrap().replace("\"accepted\":true", "\"accepted\":true,\"later\":7");
    let mut sorted: Value = serde_json::from_str(&text).unwrap();
    sorted["body"]["later"] = json!(7);
    shelf.0.insert(key, envelope::seal(&soepel::archive::payload::spell(&sorted)));
    let mut archive = shelf.open();
    let writes = archive.put_item(id(1), body, NOON).unwrap();
    shelf.write(&mut archive, &writes);
    assert!(shelf.0.values().next().unwrap().contains("\"later\":7"));
}
