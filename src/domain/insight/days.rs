//! What was done on each day, and what that comes to by week, month or year.

use std::collections::BTreeMap;

use super::{Bucket, Step, Window};
use crate::domain::{
    catalogue::Catalogue,
    planning::load::{Worker, is_full},
    record::{Ending, SessionRecord},
    time::{Day, Seconds},
};

/// What a day held at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayKind {
    /// A few minutes.
    #[default]
    Short,
    Full,
}

/// A day on which something was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayDone {
    pub sessions: u32,
    pub active: Seconds,
    pub kind: DayKind,
    /// It is one of the days of the week's goal: with a session that was not stopped or left, and
    /// that is the work of a day (C1).
    pub counts: bool,
}

/// Every day with a session, in one pass.
pub fn days_done<'a>(
    records: impl Iterator<Item = &'a SessionRecord>,
    catalogue: &Catalogue,
    worker: Worker<'_>,
) -> BTreeMap<Day, DayDone> {
    let mut days: BTreeMap<Day, DayDone> = BTreeMap::new();
    for record in records {
        let day = days.entry(record.day).or_default();
        // What Soepel does not know counts as full, as everywhere.
        let programme = catalogue.session(&record.session).map(|(programme, _)| &programme.id);
        let full = programme.is_none_or(|id| is_full(id, &record.session));
        let works = programme.is_none_or(|id| worker.works(id, &record.session));
        let finished = !matches!(record.ending, Ending::Stopped(_) | Ending::Abandoned);
        day.sessions += 1;
        day.active = day.active + record.active.seconds();
        day.kind = day.kind.max(if full { DayKind::Full } else { DayKind::Short });
        day.counts |= finished && works;
    }
    days
}

/// What one week, month or year came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Total {
    pub bucket: Bucket,
    pub sessions: u32,
    pub active: Seconds,
    /// Days with anything at all.
    pub days: u32,
    /// Days that count for the week's goal.
    pub counted: u32,
}

impl Total {
    /// Whole minutes, rounded up, as everywhere.
    pub fn minutes(&self) -> u32 {
        self.active.0.div_ceil(60)
    }
}

/// Every piece of the window, the empty ones too.
pub fn totals(days: &BTreeMap<Day, DayDone>, window: Window, step: Step) -> Vec<Total> {
    let sum = |bucket: Bucket| {
        let nothing = Total { bucket, sessions: 0, active: Seconds(0), days: 0, counted: 0 };
        days.range(bucket.first..=bucket.last).fold(nothing, |total, (_, day)| Total {
            bucket,
            sessions: total.sessions + day.sessions,
            active: total.active + day.active,
            days: total.days + 1,
            counted: total.counted + u32::from(day.counts),
        })
    };
    window.buckets(step).into_iter().map(sum).collect()
}
