//! Where a body says no: two stops for pain (X40), felt in the wrong place (R3.12), and load that
//! needs two to agree (R2.19, C12). Whether the build is the limit (X38) is what the tests tell.

use super::{
    decision::{Decision, Proposed},
    evidence::Evidence,
};
use crate::domain::{
    dose::Mode,
    exercise::{Exercise, ExerciseId, Variant},
    record::{Felt, StopReason},
    time::Day,
};

/// What stops for pain in the same exercise come to (X40).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Painful {
    Never,
    Once,
    /// The easier way takes its place.
    Substitute,
    /// The third time: somebody should look along.
    Refer,
}

/// The days on which an exercise was stopped for pain; several stops of one session count once.
pub fn painful_stops(evidence: &[Evidence], exercise: &ExerciseId) -> Vec<Day> {
    let hurts = |session: &&Evidence| {
        session.stops.iter().any(|stop| {
            let pain = [StopReason::SharpPain, StopReason::GroinPinch].contains(&stop.reason);
            stop.exercise == *exercise && pain
        })
    };
    evidence.iter().filter(hurts).map(|session| session.day).collect()
}

impl Painful {
    pub fn of(stops: usize) -> Self {
        match stops {
            0 => Self::Never,
            1 => Self::Once,
            2 => Self::Substitute,
            _ => Self::Refer,
        }
    }
}

/// Felt in the wrong place in the last two sessions that told where (R3.12).
pub fn wrong_place_twice(
    evidence: &[Evidence],
    exercise: &ExerciseId,
    mode: Mode,
    since: Option<i64>,
) -> bool {
    let told: Vec<Felt> = evidence
        .iter()
        .rev()
        .filter(|session| since.is_none_or(|since| session.at > since))
        .filter(|session| session.has(exercise, mode))
        .filter_map(|session| session.felt_at(exercise))
        .take(2)
        .collect();
    told.len() == 2 && told.iter().all(|felt| felt.is_wrong())
}

/// Weight in the hands: the variants of good morning and hip thrust that R2.19 locks.
pub fn asks_two_keys(variant: &Variant) -> bool {
    variant.rules.iter().any(|rule| rule == "R2.19" || rule == "C12")
}

/// Both the person and the physiotherapist agree (R2.19, C12).
pub fn load_is_unlocked(decisions: &[Decision], exercise: &Exercise) -> bool {
    let latest = decisions.iter().rev().find_map(|decision| match &decision.proposed {
        Proposed::Load { exercise: about, physio_agrees, .. } if *about == exercise.id => {
            Some(decision.accepted && *physio_agrees)
        }
        _ => None,
    });
    latest.unwrap_or(false)
}
