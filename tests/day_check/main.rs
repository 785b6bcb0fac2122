//! The tables of the day (3.4): soreness, sport soon, pain that stays, and the morning after.

mod edges;
mod pain;
mod sport;
mod volume;

use soepel::domain::{body::Score, clearance::DailyCheck, time::Day};

pub(crate) const HOUR: i64 = 3_600_000;
pub(crate) const DAY: i64 = 24 * HOUR;
/// 22 November 2026, 09:30 in Amsterdam.
pub(crate) const MORNING: i64 = 1_795_336_200_000;

pub(crate) fn score(value: u8) -> Score {
    Score::new(value).expect("0 to 10")
}

pub(crate) fn check() -> DailyCheck {
    DailyCheck {
        pain: score(0),
        place: None,
        sharp: false,
        news: false,
        sport: None,
        soreness: None,
        stiffness: None,
    }
}

pub(crate) fn day(wall: i64) -> Day {
    Day::of(wall, 60)
}
