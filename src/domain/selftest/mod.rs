//! Self-tests (4 of the fact sheet): what somebody can do now, what is missing, and what follows.
//!
//! A result is what was seen, and its class follows from the tables; no result is a diagnosis.

mod answering;
mod compare;
mod decide;
mod hip;
mod runner;
mod taken;
mod text;

use super::{
    body::{HipMovement, Side, named},
    time::Day,
};

pub use answering::{Answered, Begun, Step, result_of, steps};
pub use compare::{Change, Grade, GradedItem, Item, change, changes};
pub use decide::{
    Excluded, Focus, Given, Goal, HipDecision, Kind, RotationGate, Why, decide, exercise_for,
};
pub use hip::{Attempt, Class, HipCheck, How, Range, ReadBy, Reading, Stopper};
pub use runner::{
    Fold, FoldClass, Landing, OneLegStand, Pelvis, Plank, PlankClass, RunnerCheck, RunnerClass,
    Squat, SquatClass, StandClass, StepDown,
};
pub use taken::{Due, Gates, Tests, due};
pub use text::{
    AttemptText, MovementText, Picture, SelfTest, TestChoice, TestOutcome, TestQuestion,
};

/// The order of the hip check: rotation first (R1.11).
pub const HIP_ORDER: [HipMovement; 6] = [
    HipMovement::InternalRotation,
    HipMovement::ExternalRotation,
    HipMovement::Flexion,
    HipMovement::Extension,
    HipMovement::Abduction,
    HipMovement::Adduction,
];

pub const SIDES: [Side; 2] = [Side::Left, Side::Right];

named! {
    /// T1 to T8. The spelling stands in addresses, files and records.
    TestId {
        RunnerCheck = "runner-check",
        HipCheck = "hip-check",
        OneLegStand = "one-leg-stand",
        SingleLegSquat = "single-leg-squat",
        HeelToButtock = "heel-to-buttock",
        SidePlank = "side-plank",
        StepDown = "step-down",
        Landing = "landing",
    }
}

impl TestId {
    /// The name that the rules and the sources use.
    pub fn code(self) -> &'static str {
        match self {
            Self::RunnerCheck => "T1",
            Self::HipCheck => "T2",
            Self::OneLegStand => "T3",
            Self::SingleLegSquat => "T4",
            Self::HeelToButtock => "T5",
            Self::SidePlank => "T6",
            Self::StepDown => "T7",
            Self::Landing => "T8",
        }
    }
}

/// One thing for each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PerSide<T> {
    pub left: T,
    pub right: T,
}

impl<T> PerSide<T> {
    pub fn get(&self, side: Side) -> &T {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    pub fn get_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Left => &mut self.left,
            Side::Right => &mut self.right,
        }
    }
}

/// What one taking of a test showed. A side that was not tested has no result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TestResult {
    RunnerCheck(RunnerCheck),
    HipCheck(HipCheck),
    OneLegStand(PerSide<Option<OneLegStand>>),
    SingleLegSquat(PerSide<Option<Squat>>),
    HeelToButtock(PerSide<Option<Fold>>),
    SidePlank(PerSide<Option<Plank>>),
    StepDown(PerSide<Option<StepDown>>),
    Landing(Landing),
}

impl TestResult {
    pub fn test(&self) -> TestId {
        match self {
            Self::RunnerCheck(_) => TestId::RunnerCheck,
            Self::HipCheck(_) => TestId::HipCheck,
            Self::OneLegStand(_) => TestId::OneLegStand,
            Self::SingleLegSquat(_) => TestId::SingleLegSquat,
            Self::HeelToButtock(_) => TestId::HeelToButtock,
            Self::SidePlank(_) => TestId::SidePlank,
            Self::StepDown(_) => TestId::StepDown,
            Self::Landing(_) => TestId::Landing,
        }
    }

    /// Nothing was tested: there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        let none = |left: bool, right: bool| !left && !right;
        match self {
            Self::RunnerCheck(_) | Self::Landing(_) => false,
            Self::HipCheck(check) => check.is_empty(),
            Self::OneLegStand(sides) => none(sides.left.is_some(), sides.right.is_some()),
            Self::SingleLegSquat(sides) => none(sides.left.is_some(), sides.right.is_some()),
            Self::HeelToButtock(sides) => none(sides.left.is_some(), sides.right.is_some()),
            Self::SidePlank(sides) => none(sides.left.is_some(), sides.right.is_some()),
            Self::StepDown(sides) => none(sides.left.is_some(), sides.right.is_some()),
        }
    }

    /// Pain in a test, or complaints told in one, ask for a professional first (3.3, X39).
    pub fn is_amber(&self) -> bool {
        match self {
            Self::RunnerCheck(check) => check.tells_of_complaints(),
            Self::HipCheck(check) => check.is_painful(),
            Self::HeelToButtock(sides) => {
                SIDES.iter().any(|side| sides.get(*side).is_some_and(|fold| fold.painful))
            }
            Self::Landing(landing) => !landing.painless,
            _ => false,
        }
    }
}

/// A test that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub day: Day,
    pub result: TestResult,
}
