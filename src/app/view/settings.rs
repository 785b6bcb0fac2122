//! How a setting changes with one press, and how a birth year is read.

use crate::domain::{
    settings::{Age, BirthYear, Pause, Volume},
    time::Seconds,
};

/// Seconds that one press adds or takes. Our choice.
const STEP: u32 = 5;
/// Percent of loudness that one press adds or takes. Our choice.
const LOUDER: u8 = 10;

/// The pause after one press on less or more; at a bound it stays.
pub fn stepped<const MOST: u32>(pause: Pause<MOST>, more: bool) -> Pause<MOST> {
    let now = pause.seconds().0;
    let next = if more { (now + STEP).min(MOST) } else { now.saturating_sub(STEP) };
    Pause::new(Seconds(next)).unwrap_or(pause)
}

/// The loudness after one press; at a bound it stays.
pub fn louder(volume: Volume, more: bool) -> Volume {
    let now = volume.percent();
    let next = if more { now.saturating_add(LOUDER).min(100) } else { now.saturating_sub(LOUDER) };
    Volume::new(next).unwrap_or(volume)
}

/// A birth year as somebody typed it; none when it is no year somebody alive in `this_year` was
/// born in.
pub fn birth_year(typed: &str, this_year: i32) -> Option<Age> {
    let year = BirthYear::new(typed.trim().parse().ok()?)?;
    (i32::from(year.value()) <= this_year).then_some(Age::BirthYear(year))
}
