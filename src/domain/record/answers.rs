//! What somebody answers around a session, before it, in the middle of it and after it.

use super::{Note, StopReason};
use crate::domain::body::{BodyPart, Change, Score, Side, Spot, named};

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
    /// Asked while static and PNF are compared: D6 before minus this is the drop of 7.2.
    pub stiffness: Option<Score>,
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
    /// When, in epoch milliseconds UTC; records of before this was kept do not say.
    pub at: Option<i64>,
    /// Where it hurt, where that was asked and told.
    pub pain: Option<PainAt>,
}

/// A place that hurts; no side where it is in the middle, on both or was not told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PainAt {
    pub spot: Spot,
    pub side: Option<Side>,
}

/// The answer to "where do you feel it?" after the first set of an exercise (R3.12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeltAt {
    In(Spot),
    Nowhere,
}

impl FeltAt {
    const NOWHERE: &'static str = "nowhere";

    /// Every place, then nowhere.
    pub fn all() -> impl Iterator<Item = Self> {
        Spot::ALL.iter().copied().map(Self::In).chain([Self::Nowhere])
    }

    pub fn slug(self) -> &'static str {
        match self {
            Self::In(spot) => spot.slug(),
            Self::Nowhere => Self::NOWHERE,
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        if text == Self::NOWHERE { Some(Self::Nowhere) } else { Spot::parse(text).map(Self::In) }
    }
}

/// Where one exercise was felt during the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeltMark {
    /// The slug in the catalogue of the day.
    pub exercise: String,
    pub at: FeltAt,
}
