//! One time that an exercise was done, held against the measures of X17 and X16.

use super::{
    Who,
    evidence::Evidence,
    zones::{Zone, is_strength, zone},
};
use crate::domain::{
    body::Score,
    dose::Mode,
    exercise::ExerciseId,
    record::{Form, StopReason},
};

/// What one occasion comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// Everything that X17 asks.
    Passed,
    /// A lighter or shorter version went well: it says nothing about the next step.
    Light,
    Missed(Miss),
    Back(Setback),
}

/// What lacks for a step up: then it stays as it is (5.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Miss {
    NotCompleted,
    Effort,
    Pain,
    Form,
    /// The next morning, or an answer, is not known.
    Unknown,
    /// Total soreness is no aim (R4.25).
    Soreness,
    /// Something else of the session is known to be what set it back.
    Elsewhere,
}

/// What asks for a step back (5.8).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setback {
    /// Pain over the ceiling of X15.
    Pain,
    /// Two points or more worse the next morning (X16).
    NextMorning,
    Form,
    /// Stopped as too hard (3.5).
    TooHard,
}

/// Soreness from which the session before was too much (R4.25).
const SORE: u8 = 6;
/// The most effort with which a step up follows (X17).
const EFFORT: u8 = 7;

/// Every occasion of an exercise in one mode, the oldest first, each with its evidence.
pub fn occasions<'a>(
    evidence: &'a [Evidence],
    exercise: &ExerciseId,
    mode: Mode,
    who: &Who,
) -> Vec<(&'a Evidence, Occasion)> {
    let sore_after = |place: usize| {
        let next = evidence.get(place + 1).and_then(|next| next.soreness);
        next.is_some_and(|sore| sore.value() >= SORE)
    };
    let mut untidy = false;
    evidence
        .iter()
        .enumerate()
        .filter(|(_, session)| session.has(exercise, mode))
        .map(|(place, session)| {
            let again = untidy;
            untidy = session.form == Some(Form::Faults);
            (session, occasion(session, exercise, mode, who, (sore_after(place), again)))
        })
        .collect()
}

fn occasion(
    session: &Evidence,
    exercise: &ExerciseId,
    mode: Mode,
    who: &Who,
    (sore, untidy_before): (bool, bool),
) -> Occasion {
    let mut elsewhere = false;
    let pain = session.worst_pain(exercise, mode);
    let zone = pain.map(|pain| zone(mode, pain, who));
    if zone == Some(Zone::Stop) {
        let own = session.rows(exercise, mode).filter_map(|row| row.pain).max();
        let told = own.is_some_and(|pain| super::zone(mode, pain, who) == Zone::Stop);
        if told || !session.blame.spares_from_pain(exercise) {
            return Occasion::Back(Setback::Pain);
        }
        elsewhere = true;
    }
    let too_hard =
        |stop: &super::Stop| stop.exercise == *exercise && stop.reason == StopReason::TooHard;
    if session.stops.iter().any(too_hard) {
        return Occasion::Back(Setback::TooHard);
    }
    if session.settled_overnight() == Some(false) {
        if !session.blame.spares_from_pain(exercise) {
            return Occasion::Back(Setback::NextMorning);
        }
        elsewhere = true;
    }
    let judged = asks_form(mode);
    if judged && session.form == Some(Form::Faults) {
        // The answer is about the session. Where nobody knows which exercise it was, it is one
        // missed criterion (5.8), until it happens again.
        if session.blame.form.contains(exercise) || session.blame.form.is_empty() && untidy_before {
            return Occasion::Back(Setback::Form);
        }
        elsewhere |= session.blame.spares_from_form(exercise);
        if !elsewhere {
            return Occasion::Missed(Miss::Form);
        }
    }
    if elsewhere {
        return Occasion::Missed(Miss::Elsewhere);
    }
    let done = session.rows(exercise, mode).all(|row| row.done);
    let known = session.settled_overnight().is_some()
        && zone.is_some()
        && session.effort.is_some()
        && (!judged || session.form.is_some());
    let effort = session.effort.map_or(0, Score::value);
    if !session.completed || !done {
        Occasion::Missed(Miss::NotCompleted)
    } else if zone == Some(Zone::EaseOff) {
        Occasion::Missed(Miss::Pain)
    } else if effort > EFFORT {
        Occasion::Missed(Miss::Effort)
    } else if sore && is_strength(mode) {
        Occasion::Missed(Miss::Soreness)
    } else if !known {
        Occasion::Missed(Miss::Unknown)
    } else if session.rows(exercise, mode).any(|row| !row.full) {
        Occasion::Light
    } else {
        Occasion::Passed
    }
}

/// Whether form decides: what is moved or held against a load. A passive stretch has none.
fn asks_form(mode: Mode) -> bool {
    is_strength(mode) || matches!(mode, Mode::Dynamic | Mode::EndRangeLift)
}
