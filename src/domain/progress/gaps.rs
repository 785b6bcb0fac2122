//! Time without sessions, and the lighter week after three (X18).

use super::{
    decision::{Decision, Proposed},
    evidence::Evidence,
};
use crate::domain::time::Day;

/// What a gap asks (5.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Up to 7 days: go on.
    Continue,
    /// 8 to 14: repeat the last week, nothing heavier.
    RepeatWeek,
    /// 15 to 28: a step back on each ladder, and less for a week.
    StepBack,
    /// More: the level from its first week, the questions and the hip check again.
    Restart,
}

pub fn gap(days: i64) -> Gap {
    match days {
        ..=7 => Gap::Continue,
        8..=14 => Gap::RepeatWeek,
        15..=28 => Gap::StepBack,
        _ => Gap::Restart,
    }
}

/// A return after a gap, which shapes the week that follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Return {
    pub gap: Gap,
    pub days: i64,
    /// The last day before the gap.
    pub since: Day,
    /// The first day that it no longer shapes.
    pub until: Day,
}

impl Return {
    /// Whether this is the answer to it.
    pub(super) fn is_met_by(&self, proposed: &Proposed) -> bool {
        match (self.gap, proposed) {
            (Gap::StepBack, Proposed::Return { since, .. })
            | (Gap::Restart, Proposed::Restart { since }) => *since == self.since,
            _ => false,
        }
    }

    pub(super) fn proposed(&self) -> Option<Proposed> {
        match self.gap {
            Gap::StepBack => Some(Proposed::Return { since: self.since, until: self.until }),
            Gap::Restart => Some(Proposed::Restart { since: self.since }),
            Gap::Continue | Gap::RepeatWeek => None,
        }
    }
}

/// Movement breaks are no training: they end no gap.
const BREAKS: &str = "P4-break";

fn days(evidence: &[Evidence]) -> Vec<Day> {
    let sessions = evidence.iter().filter(|session| session.session.0 != BREAKS);
    sessions.map(|session| session.day).collect()
}

/// The latest gap of more than a week that ended within the last seven days or ends today. One
/// that asks for a restart shapes the sessions until it is answered.
pub fn return_after_gap(evidence: &[Evidence], today: Day) -> Option<Return> {
    let mut days: Vec<Day> = days(evidence).into_iter().filter(|day| *day <= today).collect();
    days.push(today);
    let made = |pair: &[Day]| {
        let [since, back] = *pair else { return None };
        let away = back.days_since(since);
        let gap = gap(away);
        let until = back.plus(7);
        (gap > Gap::Continue && today < until).then_some(Return { gap, days: away, since, until })
    };
    days.windows(2).rev().find_map(made)
}

/// True in the week in which what was done before the gap is done again, and nothing heavier.
pub fn repeats_last_week(evidence: &[Evidence], today: Day) -> bool {
    return_after_gap(evidence, today).is_some()
}

/// The end of the lighter week, when this is the fourth week in a row with sessions and nothing
/// was decided about it. A gap of more than two weeks and a decision each begin a new count.
pub fn deload_due(evidence: &[Evidence], decisions: &[Decision], today: Day) -> Option<Day> {
    let days = days(evidence);
    let mut began = *days.first()?;
    for pair in days.windows(2) {
        if let [before, after] = *pair
            && gap(after.days_since(before)) >= Gap::StepBack
        {
            began = after;
        }
    }
    let decided = decisions.iter().rev().find_map(|decision| match decision.proposed {
        Proposed::Deload { until } => Some(until),
        _ => None,
    });
    began = began.max(decided.unwrap_or(began));
    while today.days_since(began) >= 28 {
        began = began.plus(28);
    }
    if today.days_since(began) < 21 {
        return None;
    }
    let trained = |week: u64| {
        let (from, to) = (began.plus(7 * week), began.plus(7 * week + 7));
        days.iter().any(|day| (from..to).contains(day))
    };
    (0..3).all(trained).then(|| began.plus(28))
}
