//! What was proposed and what somebody decided; both are kept.

use super::review::Finding;
use crate::domain::{
    body::{HipMovement, Side, named},
    dose::Mode,
    exercise::ExerciseId,
    programme::{ProgrammeId, SessionId},
    time::Day,
};

/// One change that can be accepted or declined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// Along the ladder (X17, X16). Places count from 0.
    Step { exercise: ExerciseId, mode: Mode, from: usize, to: usize },
    /// A harder way after the last step, an easier one below the first, or none of them any more;
    /// and the step to begin it with.
    Variant { exercise: ExerciseId, mode: Mode, variant: Option<String>, harder: bool, to: usize },
    /// 48 hours without this exercise, then a step lower (X16).
    Pause { exercise: ExerciseId, mode: Mode, from: usize, to: usize, until: Day },
    /// A lighter week (X18).
    Deload { until: Day },
    /// Back after 15 to 28 days: a step back everywhere, and less for a week (X18).
    Return { since: Day, until: Day },
    /// Back after more than 28 days: the level from its first week (X18).
    Restart { since: Day },
    /// The next stage or level of a programme.
    Stage { from: SessionId, to: SessionId },
    /// Stopped for pain twice: the easier way, or none at all where there is none (X40).
    Substitute { exercise: ExerciseId, variant: Option<String> },
    /// The build may be the limit: keep the range, do not chase it (X38).
    KeepRange { movement: HipMovement, side: Side },
    /// Weight in the hands, for which the physiotherapist has to agree too (R2.19, C12).
    Load { exercise: ExerciseId, variant: String, physio_agrees: bool },
    /// Strength beside the stretches after two weeks (R0.8, C9).
    AddStrength { programme: ProgrammeId },
    /// What comes after a programme whose last stage is done: another in its place (section 5).
    Onward { from: ProgrammeId, to: ProgrammeId },
    /// Have a physiotherapist look along (R0.12).
    Referral(Finding),
}

impl Proposed {
    /// The exercise that it is about, where it is about one.
    pub fn exercise(&self) -> Option<&ExerciseId> {
        match self {
            Self::Step { exercise, .. }
            | Self::Variant { exercise, .. }
            | Self::Pause { exercise, .. }
            | Self::Substitute { exercise, .. }
            | Self::Load { exercise, .. } => Some(exercise),
            _ => None,
        }
    }

    /// True for what asks more of somebody than before.
    pub fn asks_more(&self) -> bool {
        match self {
            Self::Step { from, to, .. } => to > from,
            Self::Variant { harder, .. } => *harder,
            Self::Load { .. }
            | Self::Stage { .. }
            | Self::AddStrength { .. }
            | Self::Onward { .. } => true,
            _ => false,
        }
    }
}

/// What somebody decided about one change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// In epoch milliseconds UTC.
    pub at: i64,
    pub day: Day,
    pub proposed: Proposed,
    /// The rules that it was proposed by.
    pub rules: Vec<String>,
    pub accepted: bool,
}

named! {
    /// How the complaint goes (X37).
    ReviewWord {
        Less = "less",
        Same = "same",
        More = "more",
        Returns = "returns",
    }
}

/// An answer to the review question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewAnswer {
    /// In epoch milliseconds UTC.
    pub at: i64,
    pub day: Day,
    pub word: ReviewWord,
}
