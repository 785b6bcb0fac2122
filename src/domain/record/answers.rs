//! What somebody answers around a session, before it, in the middle of it and after it.

use super::{Note, StopReason};
use crate::domain::body::{BodyPart, Change, Score, Side, named};

named! {
    /// Sport within two hours (D4), and what became of the stretches (R0.6, R0.7).
    BeforeSport {
        /// No sport within two hours.
        No = "no",
        /// Warm-up and rotations took their place.
        Swapped = "swapped",
        /// Stretched all the same, after the one line about it.
        Kept = "kept",
        /// A gymnast or dancer, for whom the rule makes an exception.
        Exempt = "exempt",
    }
}

/// Answers before the session (D1, D4 to D6); an answer not given stays missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    pub pain: Option<Score>,
    pub place: Option<BodyPart>,
    pub sport: Option<BeforeSport>,
    /// Of the muscles, from the last time (D5).
    pub soreness: Option<Score>,
    pub stiffness: Option<Score>,
}

named! {
    /// Whether the movements stayed neat; one of the keys to the next step (X17).
    Form {
        Good = "good",
        Faults = "faults",
    }
}

named! {
    /// Where somebody felt it (R3.12, R2.13).
    Felt {
        RightPlace = "right-place",
        LowBack = "low-back",
        Knee = "knee",
        Elsewhere = "elsewhere",
    }
}

impl Felt {
    pub fn is_wrong(self) -> bool {
        self != Self::RightPlace
    }
}

/// Answers after the session (section 7, R0.41); an answer not given stays missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct After {
    pub change: Option<Change>,
    pub pain: Option<Score>,
    pub effort: Option<Score>,
    pub form: Option<Form>,
    pub felt: Option<Felt>,
    /// Pain or stiffness the next morning (X16).
    pub morning: Option<Score>,
    pub note: Note,
}

/// STOP was pressed during this exercise, whether or not that ended the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StopMark {
    /// The slug in the catalogue of the day.
    pub exercise: String,
    /// The side that was working; none where both were.
    pub side: Option<Side>,
    pub reason: StopReason,
}
