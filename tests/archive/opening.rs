//! R8: how long it takes to read ten thousand sessions at the start, in either form.

use std::time::{Duration, Instant};

use soepel::{
    archive::store::Archive,
    domain::{
        body::Side,
        record::{Count, DoneMode, DoneRow, Ending, Outcome, RecordId, SessionRecord, Span},
        time::{Day, Seconds},
    },
};

use crate::made::{NOON, Shelf, full_session};

const SESSIONS: i64 = 10_000;
const ROUNDS: usize = 5;

/// Four exercises, two of them on both sides.
fn usual(number: i64) -> SessionRecord {
    let rows = [
        ("movement-break-walk", "timed", None),
        ("iliopsoas-half-kneeling", "static", Some(Side::Left)),
        ("iliopsoas-half-kneeling", "static", Some(Side::Right)),
        ("quad-stretch-prone", "static", Some(Side::Left)),
        ("quad-stretch-prone", "static", Some(Side::Right)),
        ("posture-reset", "timed", None),
    ];
    let done = rows.map(|(exercise, mode, side)| DoneRow {
        exercise: exercise.to_owned(),
        mode: DoneMode::read(mode),
        side,
        planned: Count::new(3).unwrap(),
        done: Count::new(3).unwrap(),
        held: Span::new(Seconds(60)).unwrap(),
        outcome: Outcome::Done,
    });
    let started_wall = NOON - number * 21_600_000;
    let mut chance = [5; 10];
    chance[2..].copy_from_slice(&number.to_be_bytes());
    SessionRecord {
        id: RecordId::new(started_wall, chance),
        started_wall,
        updated: started_wall + 900_000,
        day: Day::of(started_wall, 60),
        ending: Ending::Completed,
        done: done.to_vec(),
        ..full_session()
    }
}

#[expect(clippy::disallowed_methods, reason = "how long it takes is what is asked")]
fn opened(shelf: &Shelf) -> Duration {
    let texts: Vec<(String, String)> = shelf.0.clone().into_iter().collect();
    let began = Instant::now();
    let archive = Archive::open(texts).unwrap();
    let history = archive.history();
    let took = began.elapsed();
    assert_eq!(history.oldest_first().count(), usize::try_from(SESSIONS).unwrap());
    took
}

/// R8. In turn, so that what else goes on hurts both.
#[test]
fn ten_thousand_sessions_open_no_slower_than_in_the_first_form() {
    let (mut first, mut second) = (Shelf::default(), Shelf::default());
    for record in (0..SESSIONS).map(usual) {
        first.put_session(&record);
        second.put_packed(&record);
    }
    let rounds = (0..ROUNDS).map(|_| (opened(&first), opened(&second)));
    let rounds: Vec<(Duration, Duration)> = rounds.collect();
    let first = rounds.iter().map(|(first, _)| *first).min().unwrap();
    let second = rounds.iter().map(|(_, second)| *second).min().unwrap();
    let share = second.as_secs_f64() / first.as_secs_f64();
    println!("R8: {SESSIONS} sessions open in {second:?} ({first:?} in the first form, {share:.2})");
    assert!(share < 1.0, "the second form takes {share:.2} of the first");
}
