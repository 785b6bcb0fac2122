//! What the answers of a day come to beyond the permit (3.4): how much of the session, when to see
//! somebody about the pain, and what the day before left open.

use super::{
    body::{BodyPart, Score},
    clearance::DailyCheck,
    dose::{Adjustment, Protocol},
    exercise::ExerciseId,
    history::History,
    record::{Ending, SessionRecord, StopReason},
    time::{Day, Seconds},
};

/// Soreness from which the session shrinks (D5, R4.25).
const SORE: u8 = 6;
const SORE_FOR_JUMPS: u8 = 4;
/// Pain from which there is no session (D1).
const SEVERE: u8 = 6;
/// Sharp pain that lasts longer than this, or is there on so many days, belongs with a
/// professional (D2).
const LASTS: i64 = 48 * 3_600_000;
const DAYS: usize = 3;
/// Reports further apart than this are not the same pain. Our choice.
const SPELL: i64 = 7;
/// So many days later the next morning is still asked about. Our choice.
const REMEMBERED: i64 = 3;
/// What somebody may do while it hurts; it says nothing about the pain being over.
const HARMLESS: [&str; 2] = ["movement-break-walk", "abdominal-brace"];

/// How much of the session there is today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Volume {
    Whole,
    /// Sore muscles: the same at 60 %, or a day of rest.
    Sixty,
}

impl DailyCheck {
    pub fn volume(&self, jumps: bool) -> Volume {
        match self.soreness {
            Some(soreness) if soreness.value() >= sore_from(jumps) => Volume::Sixty,
            _ => Volume::Whole,
        }
    }
}

/// From this soreness on there is less (D5): it is not asked which muscles are sore, so before
/// jumps they count as the same.
pub fn sore_from(jumps: bool) -> u8 {
    if jumps { SORE_FOR_JUMPS } else { SORE }
}

/// At most 60 % of the repetitions or of the time held, and at least one; warming up, rotations and
/// stretches tire no muscle and stay.
#[must_use]
pub fn at_sixty_percent(protocol: Protocol) -> Protocol {
    let shrink = |sets: u32, each: u32| {
        let left = (sets * 6).div_ceil(10).max(1);
        (left, (sets * each * 6 / (10 * left)).max(1))
    };
    match protocol {
        Protocol::Reps { sets, reps, .. }
        | Protocol::Dynamic { sets, reps, .. }
        | Protocol::EndRangeLift { sets, reps, .. } => {
            let (sets, reps) = shrink(sets, reps);
            let (sets, reps) = (Some(sets), Some(reps));
            protocol.with(Adjustment { sets, reps, ..Adjustment::default() })
        }
        Protocol::Hold { reps, hold, .. } => {
            let (reps, hold) = shrink(reps, hold.0);
            let (reps, hold) = (Some(reps), Some(Seconds(hold)));
            protocol.with(Adjustment { reps, hold, ..Adjustment::default() })
        }
        other => other,
    }
}

/// A day on which pain kept somebody from their session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RedDay {
    pub day: Day,
    /// The first time on that day, in epoch milliseconds UTC.
    pub wall: i64,
    pub pain: Score,
    pub place: Option<BodyPart>,
    /// D2.
    pub sharp: bool,
}

impl RedDay {
    /// None on a day with a session.
    pub fn of(check: DailyCheck, day: Day, wall: i64) -> Option<Self> {
        let DailyCheck { pain, place, sharp, .. } = check;
        (sharp || pain.value() >= SEVERE).then_some(Self { day, wall, pain, place, sharp })
    }

    /// Both answers of one day: nothing that was said is taken back.
    #[must_use]
    pub fn and(self, later: Self) -> Self {
        let place = later.place.or(self.place);
        let (pain, sharp) = (self.pain.max(later.pain), self.sharp || later.sharp);
        Self { pain, place, sharp, wall: self.wall.min(later.wall), ..self }
    }
}

/// Why somebody should have it looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Referral {
    /// Sharp pain on three days, or for longer than 48 hours (D2).
    SharpStays,
    /// Pain of 6 or more on the second day in a row (D1).
    PainStays,
}

/// What the days with pain come to, for somebody who reports pain on `today`.
pub fn referral(red: &[RedDay], history: &History, today: Day) -> Option<Referral> {
    let sharp = sharp_reports(red, history, today);
    let is_today = sharp.iter().any(|(day, _)| *day == today);
    let mut days: Vec<Day> = sharp.iter().map(|(day, _)| *day).collect();
    days.sort_unstable();
    days.dedup();
    let walls = || sharp.iter().map(|(_, wall)| *wall);
    let lasted = walls().max().unwrap_or_default() - walls().min().unwrap_or_default();
    if is_today && (days.len() >= DAYS || lasted > LASTS) {
        return Some(Referral::SharpStays);
    }
    let severe = |ago: i64| {
        red.iter().any(|red| today.days_since(red.day) == ago && red.pain.value() >= SEVERE)
    };
    (severe(0) && severe(1)).then_some(Referral::PainStays)
}

/// When sharp pain was reported, before a session or by STOP, since the last session without it.
fn sharp_reports(red: &[RedDay], history: &History, today: Day) -> Vec<(Day, i64)> {
    let stopped = history.oldest_first().filter(|record| stopped_sharply(record));
    let stopped = stopped.map(|record| (record.day, record.started_wall));
    let told = red.iter().filter(|red| red.sharp).map(|red| (red.day, red.wall));
    let over = history
        .oldest_first()
        .filter(|record| !stopped_sharply(record) && asks_something(record))
        .map(|record| record.started_wall)
        .max();
    told.chain(stopped)
        .filter(|(day, wall)| {
            (0..SPELL).contains(&today.days_since(*day)) && over.is_none_or(|over| *wall > over)
        })
        .collect()
}

fn stopped_sharply(record: &SessionRecord) -> bool {
    record.ending == Ending::Stopped(StopReason::SharpPain)
}

/// More than a walk: before it the daily check was passed.
fn asks_something(record: &SessionRecord) -> bool {
    record.ending != Ending::AddedAfterwards
        && record.done.iter().any(|row| !HARMLESS.contains(&row.exercise.as_str()))
}

/// Pain of six or more after a session (D1), or two more than before it: whoever says so sees when to
/// stop and when to call (row R22 of docs/reliability.md).
pub fn hurts(record: &SessionRecord) -> bool {
    let Some(after) = record.after.pain else { return false };
    let before = record.before.pain.map_or(0, Score::value);
    after.value() >= SEVERE || after.value() >= before + 2
}

/// Sharp pain ended a session on this day: D2 counts as yes for the rest of it (3.5).
pub fn was_sharp_on(history: &History, day: Day) -> bool {
    history.on(day).any(stopped_sharply)
}

/// This exercise pinched on this day: it waits until tomorrow (3.5).
pub fn pinched_on(history: &History, day: Day, exercise: &ExerciseId) -> bool {
    let pinched = |record: &SessionRecord| {
        record
            .stops
            .iter()
            .any(|stop| stop.reason == StopReason::GroinPinch && stop.exercise == exercise.as_str())
    };
    history.on(day).any(pinched)
}

/// The last session, when the morning after it is over and was not told yet (X16).
pub fn morning_to_tell(history: &History, today: Day) -> Option<&SessionRecord> {
    let last = history
        .newest_first()
        .find(|record| record.done.iter().any(|row| !HARMLESS.contains(&row.exercise.as_str())))?;
    let ago = today.days_since(last.day);
    ((1..=REMEMBERED).contains(&ago) && last.after.morning.is_none()).then_some(last)
}
