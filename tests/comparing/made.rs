//! Made-up stretch sessions.

use soepel::domain::{
    body::{Change, Score},
    dose::Mode,
    history::History,
    programme::SessionId,
    record::{
        After, Before, Count, DoneMode, DoneRow, Ending, Outcome, RecordId, SessionRecord, Span,
    },
    time::{Day, Seconds},
};

const HOUR: i64 = 3_600_000;

/// A Monday.
pub(crate) fn day(after_monday: i64) -> Day {
    Day::of(Day::parse("2026-11-23").unwrap().noon_utc() + 24 * HOUR * after_monday, 0)
}

fn row(exercise: &str, mode: Mode) -> DoneRow {
    DoneRow {
        exercise: exercise.to_owned(),
        mode: DoneMode::Known(mode),
        side: None,
        planned: Count::capped(3),
        done: Count::capped(3),
        held: Span::capped(Seconds(60)),
        outcome: Outcome::Done,
    }
}

/// Done to its end at ten in the morning (UTC), with the stretches of its stage, and rated.
pub(crate) fn session(id: &str, on: i64, change: Option<i8>) -> SessionRecord {
    let noon = day(on).noon_utc();
    let mode = if id.ends_with("-pnf") { Mode::PnfSelf } else { Mode::Static };
    let mut done = vec![row("warm-up-march", Mode::Timed)];
    let stretches: &[&str] = match id.trim_end_matches("-pnf") {
        "P1-A" => &["quad-stretch-prone", "iliopsoas-standing-lunge"],
        "P1-B" => &["iliopsoas-lunge-kneeling", "quad-stretch-prone"],
        "P1-mini" => &["iliopsoas-standing-lunge"],
        "P4-A" => &["iliopsoas-half-kneeling"],
        _ => &[],
    };
    done.extend(stretches.iter().map(|exercise| row(exercise, mode)));
    let number = u8::try_from(on.rem_euclid(200)).unwrap();
    SessionRecord {
        id: RecordId::new(noon, [number; 10]),
        revision: 1,
        updated: noon,
        session: SessionId(id.to_owned()),
        started_wall: noon - 2 * HOUR,
        offset: 0,
        zone: String::new(),
        day: day(on),
        active: Span::capped(Seconds(600)),
        ending: Ending::Completed,
        before: Before { pain: Score::new(1), ..Before::default() },
        after: After { change: change.and_then(Change::new), ..After::default() },
        done,
        stops: Vec::new(),
        swaps: Vec::new(),
        felt_in: Vec::new(),
        app: "0".to_owned(),
    }
}

/// A pair every second day, static first: what PNF felt better by, with static rated 0.
pub(crate) fn pairs(differences: &[i8]) -> History {
    let halves = differences.iter().zip((0..).step_by(2)).flat_map(|(difference, on)| {
        [session("P1-A", on, Some(0)), session("P1-A-pnf", on + 1, Some(*difference))]
    });
    History::new(halves)
}
