//! T1 and T3 to T8: what was seen, and its class (4.1, 4.3).

use super::{PerSide, SIDES};
use crate::domain::{body::named, record::Answer, time::Seconds};

/// T1, the mini-check: five things to recognise (R4.27).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunnerCheck {
    pub answers: [Answer; 5],
}

named! {
    /// X39; the article gives no cut-off (R4.28, C18).
    RunnerClass {
        Several = "several",
        One = "one",
        None = "none",
    }
}

impl RunnerCheck {
    /// The number of times yes.
    pub fn score(&self) -> usize {
        self.answers.iter().filter(|answer| **answer == Answer::Yes).count()
    }

    pub fn class(&self) -> RunnerClass {
        match self.score() {
            0 => RunnerClass::None,
            1 => RunnerClass::One,
            _ => RunnerClass::Several,
        }
    }

    /// T1.3 tells of complaints that exist already: amber (X39).
    pub fn tells_of_complaints(&self) -> bool {
        self.answers[2] == Answer::Yes
    }

    /// "Does your pelvis drop": a test can tell (T3).
    pub fn is_unsure_of_pelvis(&self) -> bool {
        self.answers[0] == Answer::Unsure
    }

    /// "Does your knee move inwards": a test can tell (T4).
    pub fn is_unsure_of_knee(&self) -> bool {
        self.answers[1] == Answer::Unsure
    }
}

named! {
    /// The belt line of somebody who stands on one leg, seen from the front.
    Pelvis {
        Level = "level",
        SlightDrop = "slight-drop",
        ClearDrop = "clear-drop",
    }
}

/// T3, standing on one leg.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OneLegStand {
    /// At most [`Self::LONGEST`].
    pub held: Seconds,
    pub pelvis: Pelvis,
    /// The trunk leans to the side.
    pub leans: bool,
}

named! {
    StandClass {
        Fail = "fail",
        Borderline = "borderline",
        Pass = "pass",
    }
}

impl OneLegStand {
    pub const LONGEST: Seconds = Seconds(30);

    /// A trunk that leans keeps a level pelvis from passing; the table names no class for it.
    pub fn class(&self) -> StandClass {
        match (self.held.0, self.pelvis, self.leans) {
            (..10, ..) | (_, Pelvis::ClearDrop, _) => StandClass::Fail,
            (30.., Pelvis::Level, false) => StandClass::Pass,
            _ => StandClass::Borderline,
        }
    }
}

/// T4, five squats on one leg: what held in at least four of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four answers of yes or no, as it is asked")]
pub struct Squat {
    pub pelvis_level: bool,
    pub knee_over_toe: bool,
    pub trunk_upright: bool,
    pub smooth: bool,
}

named! {
    SquatClass {
        Poor = "poor",
        Fair = "fair",
        Good = "good",
    }
}

impl Squat {
    pub fn class(&self) -> SquatClass {
        let held = [self.pelvis_level, self.knee_over_toe, self.trunk_upright, self.smooth];
        match held.into_iter().filter(|held| *held).count() {
            4 => SquatClass::Good,
            3 => SquatClass::Fair,
            _ => SquatClass::Poor,
        }
    }
}

/// T5, the heel to the buttock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// Finger widths between heel and buttock, at most [`Self::MOST`].
    pub fingers: u8,
    pub painful: bool,
}

named! {
    FoldClass {
        Tight = "tight",
        Fair = "fair",
        Easy = "easy",
    }
}

impl Fold {
    pub const MOST: u8 = 20;

    pub fn class(self) -> FoldClass {
        match self.fingers {
            0..=1 => FoldClass::Easy,
            2..=4 => FoldClass::Fair,
            _ => FoldClass::Tight,
        }
    }

    /// The criterion `quad_heel_to_buttock` of the stretches.
    pub fn is_met(self) -> bool {
        self.class() == FoldClass::Easy && !self.painful
    }
}

/// T6, the side plank: the longest clean hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plank {
    /// At most [`Self::LONGEST`].
    pub held: Seconds,
}

named! {
    /// By what the time opens: the hip lift at 20 s (C17), level 2 at 30 s (X27).
    PlankClass {
        Short = "short",
        HipLift = "hip-lift",
        LevelTwo = "level-two",
    }
}

impl Plank {
    pub const LONGEST: Seconds = Seconds(60);

    pub fn class(self) -> PlankClass {
        match self.held.0 {
            ..20 => PlankClass::Short,
            20..30 => PlankClass::HipLift,
            30.. => PlankClass::LevelTwo,
        }
    }
}

/// T7, stepping down sideways from 15 cm: clean ones out of ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StepDown {
    /// At most [`Self::MOST`].
    pub clean: u8,
}

impl StepDown {
    pub const MOST: u8 = 10;

    pub fn passes(self) -> bool {
        self.clean >= Self::MOST
    }
}

/// T8, five low jumps on the spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Landing {
    pub quiet: bool,
    pub knees_over_toes: bool,
    /// No pain above 2 out of 10.
    pub painless: bool,
}

impl Landing {
    pub fn passes(self) -> bool {
        self.quiet && self.knees_over_toes && self.painless
    }
}

impl<T: Copy> PerSide<Option<T>> {
    /// Both sides were tested and hold this.
    pub fn both(&self, holds: impl Fn(T) -> bool) -> bool {
        SIDES.iter().all(|side| self.get(*side).is_some_and(&holds))
    }
}
