//! The table of 3.3: what each amber leaves open before and after somebody has talked it over.

use std::collections::BTreeSet;

use super::Profile;
use crate::domain::{
    body::Position,
    exercise::{Category, Condition, Exercise},
};

const BREAK: &str = "movement-break-walk";
const BRACE: &str = "abdominal-brace";
/// Standing up from a chair stands for the bridge where the floor is out of reach (Decision 12).
const BRIDGES: [&str; 2] = ["glute-bridge", "sit-to-stand"];

/// A row of the table. Several may hold, and then each of them has to agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// A1, A2, and complaints that the mini-check tells of (X39).
    Complaint,
    /// A3.
    Operation,
    HipReplacement,
    /// A4.
    RadiatingPain,
    /// A5.
    Osteoporosis,
    /// A6. After 13 weeks nobody lies on their belly.
    Pregnancy {
        late: bool,
    },
    /// A7.
    Heart,
    /// A9.
    Balance,
}

pub(super) fn rows(profile: &Profile, conditions: &BTreeSet<Condition>) -> Vec<Row> {
    let has = |condition| conditions.contains(&condition);
    let late = has(Condition::Pregnancy2nd3rd);
    [
        (complains(profile), Row::Complaint),
        (profile.may_have("A3"), Row::Operation),
        (has(Condition::HipReplacement), Row::HipReplacement),
        (has(Condition::RadiatingLegPain), Row::RadiatingPain),
        (has(Condition::Osteoporosis), Row::Osteoporosis),
        (has(Condition::PregnancyAny), Row::Pregnancy { late }),
        (has(Condition::HypertensionUncontrolled), Row::Heart),
        (has(Condition::BalanceProblem), Row::Balance),
    ]
    .into_iter()
    .filter_map(|(holds, row)| holds.then_some(row))
    .collect()
}

fn complains(profile: &Profile) -> bool {
    profile.may_have("A1") || profile.may_have("A2") || profile.found.complaints.is_some()
}

/// What any amber leaves open without consultation: category 1, bracing, standing tall, breaks,
/// the bridge and the warm-up; nothing above level 1.
pub(super) fn gentle(exercise: &Exercise) -> bool {
    let light = [Category::MobilityRotation, Category::Support].contains(&exercise.category);
    exercise.level == 1 && (light || is_bridge(exercise))
}

pub(super) fn is_break(exercise: &Exercise) -> bool {
    exercise.id.as_str() == BREAK
}

pub(super) fn is_brace(exercise: &Exercise) -> bool {
    exercise.id.as_str() == BRACE
}

fn is_bridge(exercise: &Exercise) -> bool {
    BRIDGES.contains(&exercise.id.as_str())
}

fn is_rotation(exercise: &Exercise) -> bool {
    exercise.category == Category::MobilityRotation
}

impl Row {
    /// Without consultation. Walking for a moment stays open in every row, as it does even under
    /// red urgent.
    pub(super) fn before(self, exercise: &Exercise) -> bool {
        let (brace, bridge) = (is_brace(exercise), is_bridge(exercise));
        let rotation = is_rotation(exercise);
        is_break(exercise)
            || match self {
                Self::Complaint => true,
                Self::Operation => brace,
                Self::HipReplacement | Self::RadiatingPain => brace || bridge,
                Self::Osteoporosis | Self::Pregnancy { .. } => rotation || brace || bridge,
                Self::Heart => rotation,
                Self::Balance => is_supported(exercise),
            }
    }

    /// After consultation; what an exercise itself skips comes on top.
    pub(super) fn after(self, exercise: &Exercise, calm: bool) -> bool {
        let jump = exercise.category == Category::RunnerDynamic;
        let space = exercise.category == Category::MobilitySpace;
        let control = exercise.category == Category::MobilityControl;
        match self {
            Self::Complaint => calm || exercise.level < 3,
            // After an operation only what the clinician named: the person chooses it, nobody plans
            // it. For the heart, breath and effort (X22) are words with the exercises.
            Self::Operation | Self::Heart => true,
            Self::HipReplacement => !space && !jump,
            // P3-alt, and P1 without the prone press-up (which skips itself).
            Self::RadiatingPain => {
                let stretch = exercise.category == Category::StretchHipFlexor;
                let support = exercise.category == Category::Support;
                let hinge = exercise.id.as_str() == "good-morning";
                stretch || support || is_rotation(exercise) || is_bridge(exercise) || hinge
            }
            Self::Osteoporosis | Self::Balance => !jump,
            Self::Pregnancy { late } => {
                let prone = late && exercise.position == Position::Prone;
                // Going after the end of the range is what these two categories are for.
                !jump && !space && !control && !prone
            }
        }
    }
}

/// Done seated, on the floor, or with a way to hold on.
fn is_supported(exercise: &Exercise) -> bool {
    let held = |condition| condition == Condition::BalanceProblem;
    exercise.position != Position::Standing
        || exercise.adapt_if.iter().any(|adaptation| held(adaptation.condition))
}
