//! Ten thousand sessions: every page of insight is worked out fast, and stays small.

use std::time::{Duration, Instant};

use soepel::{
    app::model::Model,
    domain::{
        body::{Score, Side},
        history::History,
        insight::Period,
        record::{Outcome, RecordId, SessionRecord},
        time::Moment,
    },
};

use crate::made::{monday, row, session};

const MANY: u64 = 10_000;
/// Unoptimised and on a busy machine it is many times slower than in a browser.
const DEADLINE: Duration = Duration::from_secs(20);

/// Three a day for nine years, each with the answers and rows that a real one has.
fn many() -> Vec<SessionRecord> {
    let names = ["P1-A", "P1-B", "P3-1", "P6-2min", "P1-mini"];
    let slugs = ["quad-stretch-prone", "hip-cars-standing", "glute-bridge", "superman"];
    (0..MANY)
        .map(|place| {
            let day = monday().plus(place / 3);
            let name = names[usize::try_from(place % 5).unwrap()];
            let mut record = session(day, name, 300);
            record.id = RecordId::new(day.noon_utc(), {
                let mut chance = [0; 10];
                chance[2..].copy_from_slice(&place.to_be_bytes());
                chance
            });
            record.before.pain = Score::new(u8::try_from(place % 11).unwrap());
            record.before.stiffness = Score::new(u8::try_from(place * 7 % 11).unwrap());
            record.after.pain = Score::new(u8::try_from(place * 3 % 11).unwrap());
            record.after.morning = Score::new(u8::try_from(place * 5 % 11).unwrap());
            record.done = slugs
                .iter()
                .flat_map(|slug| {
                    [Side::Left, Side::Right].map(|side| row(slug, Some(side), 60, Outcome::Done))
                })
                .collect();
            record
        })
        .collect()
}

#[test]
#[expect(clippy::disallowed_methods, reason = "it measures how long it takes")]
fn ten_thousand_sessions_are_worked_out_fast_and_drawn_in_a_handful_of_shapes() {
    let model = Model { history: History::new(many()), ..Model::default() };
    let last = monday().plus(MANY / 3);
    let now = Moment { wall: last.noon_utc(), mono: 0, offset: 0 };
    let began = Instant::now();
    let mut longest = 0;
    for period in Period::ALL {
        let weeks = model.weeks_picture(*period, now).unwrap();
        let complaints = model.complaints(*period, now).unwrap();
        let trained = model.trained_picture(*period, now).unwrap();
        assert!(weeks.totals.len() <= 130, "{} columns", weeks.totals.len());
        assert!(trained.exercises.len() == 4);
        for course in &complaints {
            assert!(course.rows.len() <= 130, "{} rows", course.rows.len());
            let bytes: usize = course.plot.shapes.iter().map(|shape| shape.path.len()).sum();
            longest = longest.max(bytes);
        }
    }
    let month = model.month_page(now.day(), now).unwrap();
    let year = model.year_page(now.day(), now).unwrap();
    assert!((month.weeks.len(), year.months.len()) <= (6, 12));
    let took = began.elapsed();
    println!(
        "{MANY} sessions, every page in every period: {took:?}; longest chart {longest} bytes"
    );
    assert!(took < DEADLINE, "{took:?}");
    assert!(longest < 300_000, "{longest} bytes");
}
