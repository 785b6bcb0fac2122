//! Double progression (X17, 5.8): a step up, stay, a step back, or a pause.

use super::{
    Who,
    evidence::Evidence,
    occasion::{Miss, Occasion, Setback, occasions},
};
use crate::domain::{dose::Mode, exercise::ExerciseId};

/// What the log says about one exercise in one mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Two occasions in a row passed (X17).
    Up,
    Stay,
    Back(Setback),
    /// Back twice in a row: 48 hours of rest, and then a step lower (X16).
    Pause(Setback),
}

/// `since` is the moment of the last decision about this exercise: what was done before it has
/// been answered already. A setback just before it still counts as the first of two in a row.
pub fn verdict(
    evidence: &[Evidence],
    exercise: &ExerciseId,
    mode: Mode,
    since: Option<i64>,
    who: &Who,
) -> Verdict {
    let mut all = occasions(evidence, exercise, mode, who);
    if all.last().is_some_and(|(session, outcome)| awaits_morning(session, *outcome)) {
        all.pop();
    }
    let fresh = |at: i64| since.is_none_or(|since| at > since);
    let Some((last, outcome)) = all.last() else { return Verdict::Stay };
    if !fresh(last.at) {
        return Verdict::Stay;
    }
    if let Occasion::Back(why) = *outcome {
        let before = all.len().checked_sub(2).and_then(|place| all.get(place));
        let twice = before.is_some_and(|(_, before)| matches!(before, Occasion::Back(_)));
        return if twice { Verdict::Pause(why) } else { Verdict::Back(why) };
    }
    let mut counted = all
        .iter()
        .rev()
        .filter(|(session, outcome)| fresh(session.at) && *outcome != Occasion::Light)
        .map(|(_, outcome)| *outcome == Occasion::Passed);
    match (counted.next(), counted.next()) {
        (Some(true), Some(true)) => Verdict::Up,
        _ => Verdict::Stay,
    }
}

/// The morning after is asked before the next session, so that of the latest one is still to come:
/// until then the sessions before it speak. What is known of it already, such as pain, counts.
fn awaits_morning(session: &Evidence, outcome: Occasion) -> bool {
    session.morning.is_none() && outcome == Occasion::Missed(Miss::Unknown)
}
