//! Records made by hand and by chance.

use proptest::prelude::*;
use soepel::domain::{
    body::{Score, Side},
    dose::Mode,
    programme::SessionId,
    record::{
        After, Before, Count, DoneMode, DoneRow, Ending, Outcome, RecordId, SessionRecord, Span,
    },
    time::{Day, Seconds},
};

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A Monday.
pub(crate) fn monday() -> Day {
    day("2026-01-05")
}

/// So many seconds of a session on a day; nothing was said about it.
pub(crate) fn session(day: Day, session: &str, active: u32) -> SessionRecord {
    SessionRecord {
        id: RecordId::new(day.noon_utc(), [1; 10]),
        revision: 1,
        updated: day.noon_utc(),
        session: SessionId(session.to_owned()),
        started_wall: day.noon_utc(),
        offset: 60,
        zone: String::new(),
        day,
        active: Span::capped(Seconds(active)),
        ending: Ending::Completed,
        before: Before::default(),
        after: After::default(),
        done: Vec::new(),
        stops: Vec::new(),
        swaps: Vec::new(),
        felt_in: Vec::new(),
        app: "0.1.0".to_owned(),
    }
}

pub(crate) fn row(exercise: &str, side: Option<Side>, held: u32, outcome: Outcome) -> DoneRow {
    DoneRow {
        exercise: exercise.to_owned(),
        mode: DoneMode::Known(Mode::Static),
        side,
        planned: Count::capped(3),
        done: Count::capped(3),
        held: Span::capped(Seconds(held)),
        outcome,
    }
}

/// With these answers before, after and the next morning.
pub(crate) fn felt(day: Day, before: Option<u8>, after: Option<u8>) -> SessionRecord {
    let mut record = session(day, "P1-A", 600);
    record.before.pain = before.and_then(Score::new);
    record.after.pain = after.and_then(Score::new);
    record
}

const SESSIONS: [&str; 5] = ["P1-A", "P1-mini", "P6-2min", "P3-1", "P9-new"];

/// Sessions in some hundred days, in any order, with and without answers.
pub(crate) fn records() -> impl Strategy<Value = Vec<SessionRecord>> {
    let ending = prop_oneof![
        4 => Just(Ending::Completed),
        1 => Just(Ending::Abandoned),
        1 => Just(Ending::FinishedEarly),
    ];
    let one = (
        0..150_u64,
        prop::sample::select(&SESSIONS[..]),
        0..3_000_u32,
        ending,
        prop::option::of(0..=10_u8),
    )
        .prop_map(|(after, name, active, ending, pain)| {
            let mut record = session(monday().plus(after), name, active);
            record.ending = ending;
            record.before.pain = pain.and_then(Score::new);
            record
        });
    prop::collection::vec(one, 1..80)
}
