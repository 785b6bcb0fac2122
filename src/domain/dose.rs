//! How much of an exercise: the ten modes of section 6 of the fact sheet, and where each number
//! comes from.

use std::collections::BTreeMap;

use super::{
    body::{Side, named},
    time::Seconds,
};

named! {
    /// The way an exercise is dosed and led.
    Mode {
        Static = "static",
        PnfSelf = "pnf-self",
        PnfPartner = "pnf-partner",
        IsometricEndRange = "isometric-end-range",
        ControlledRotation = "controlled-rotation",
        EndRangeLift = "end-range-lift",
        Reps = "reps",
        Hold = "hold",
        Dynamic = "dynamic",
        Timed = "timed",
    }
}

/// Who gives the resistance in press-and-relax (R0.23, R0.24).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Resistance {
    Own,
    Partner,
}

/// Seconds of each part of one repetition, neutral to up and down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tempo {
    pub out: Seconds,
    pub end_hold: Seconds,
    pub back: Seconds,
    pub start_hold: Seconds,
}

/// What happens on one side of the body, with its numbers. All times are in seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    Static {
        reps: u32,
        ease_in: Seconds,
        hold: Seconds,
        release: Seconds,
        rest: Seconds,
    },
    Pnf {
        resistance: Resistance,
        cycles: u32,
        find: Seconds,
        contract: Seconds,
        relax: Seconds,
        release: Seconds,
    },
    IsometricEndRange {
        ease_in: Seconds,
        passive: Seconds,
        rounds: u32,
        ramp: Seconds,
        effort_a: Seconds,
        effort_b: Seconds,
        settle: Seconds,
        exit: Seconds,
    },
    /// `circles` in each of `directions`, each `circle` long.
    ControlledRotation {
        circles: u32,
        circle: Seconds,
        directions: u32,
    },
    EndRangeLift {
        sets: u32,
        reps: u32,
        lift: Seconds,
        hold: Seconds,
        lower: Seconds,
        pause: Seconds,
        rest: Seconds,
    },
    Reps {
        sets: u32,
        reps: u32,
        tempo: Tempo,
        rest: Seconds,
    },
    Hold {
        reps: u32,
        hold: Seconds,
        rest: Seconds,
    },
    Dynamic {
        sets: u32,
        reps: u32,
        rep: Seconds,
        rest: Seconds,
    },
    Timed {
        duration: Seconds,
    },
}

impl Protocol {
    pub fn mode(&self) -> Mode {
        match self {
            Self::Static { .. } => Mode::Static,
            Self::Pnf { resistance: Resistance::Own, .. } => Mode::PnfSelf,
            Self::Pnf { resistance: Resistance::Partner, .. } => Mode::PnfPartner,
            Self::IsometricEndRange { .. } => Mode::IsometricEndRange,
            Self::ControlledRotation { .. } => Mode::ControlledRotation,
            Self::EndRangeLift { .. } => Mode::EndRangeLift,
            Self::Reps { .. } => Mode::Reps,
            Self::Hold { .. } => Mode::Hold,
            Self::Dynamic { .. } => Mode::Dynamic,
            Self::Timed { .. } => Mode::Timed,
        }
    }

    /// The same protocol with the numbers that `change` names; a number the mode does not have
    /// is left alone (the linter refuses such a change in the content).
    #[must_use]
    pub fn with(mut self, change: Adjustment) -> Self {
        fn put<T>(place: &mut T, value: Option<T>) {
            if let Some(value) = value {
                *place = value;
            }
        }
        match &mut self {
            Self::Static { reps, hold, .. } | Self::Hold { reps, hold, .. } => {
                put(reps, change.reps);
                put(hold, change.hold);
            }
            Self::Pnf { cycles, .. } => put(cycles, change.reps),
            Self::IsometricEndRange { passive, rounds, .. } => {
                put(passive, change.passive);
                put(rounds, change.reps);
            }
            Self::ControlledRotation { circles, .. } => put(circles, change.reps),
            Self::EndRangeLift { sets, reps, hold, .. } => {
                put(sets, change.sets);
                put(reps, change.reps);
                put(hold, change.hold);
            }
            Self::Reps { sets, reps, .. } | Self::Dynamic { sets, reps, .. } => {
                put(sets, change.sets);
                put(reps, change.reps);
            }
            Self::Timed { duration } => put(duration, change.duration),
        }
        self
    }
}

/// Numbers that a session or a ladder step sets differently. `reps` also stands for the cycles of
/// PNF, the rounds of end-range isometrics and the circles of a rotation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Adjustment {
    pub sets: Option<u32>,
    pub reps: Option<u32>,
    pub hold: Option<Seconds>,
    pub passive: Option<Seconds>,
    pub duration: Option<Seconds>,
}

named! {
    /// How sides share the work.
    Sides {
        /// The whole body at once, or the exercise holds both sides in itself.
        Together = "together",
        /// All of one side, then all of the other.
        InBlocks = "in-blocks",
        /// Every repetition changes sides (jumps, drills).
        Alternating = "alternating",
        /// Chosen by somebody for their own routine; no dose of the catalogue says it.
        OnlyLeft = "only-left",
        OnlyRight = "only-right",
    }
}

/// On which sides somebody wants to do an exercise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Working {
    /// As the dose says.
    #[default]
    Both,
    Only(Side),
}

impl Sides {
    /// True when each side has its own work, so that a number holds "per side".
    pub fn is_per_side(self) -> bool {
        matches!(self, Self::InBlocks | Self::Alternating)
    }

    /// What is left when only one side works. An exercise without sides has none to leave out.
    #[must_use]
    pub fn narrowed(self, working: Working) -> Self {
        match (self, working) {
            (Self::Together, _) | (_, Working::Both) => self,
            (_, Working::Only(Side::Left)) => Self::OnlyLeft,
            (_, Working::Only(Side::Right)) => Self::OnlyRight,
        }
    }

    /// The one side that works, where only one does.
    pub fn only(self) -> Option<Side> {
        match self {
            Self::OnlyLeft => Some(Side::Left),
            Self::OnlyRight => Some(Side::Right),
            Self::Together | Self::InBlocks | Self::Alternating => None,
        }
    }

    /// How many sides do the work of one protocol.
    pub fn times(self) -> u32 {
        if self.is_per_side() { 2 } else { 1 }
    }
}

/// 65 or older gets other doses where the articles say so (R0.18).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgeGroup {
    Adult,
    Senior,
}

/// The dose of R0.18 for 65 and older.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeniorDose {
    pub reps: u32,
    pub hold: Seconds,
    pub shortest_hold: Seconds,
    pub longest_hold: Seconds,
}

/// The lowest and highest value that a number of a dose may get.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    pub least: u32,
    pub most: u32,
}

impl Bounds {
    pub fn hold(self, value: u32) -> bool {
        (self.least..=self.most).contains(&value)
    }
}

named! {
    /// Where a text or a number comes from.
    Origin {
        /// An article says it.
        Article = "article",
        /// The article describes the kind, we chose this one.
        Implied = "implied",
        /// We chose it.
        Ours = "ours",
    }
}

/// One dose of an exercise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dose {
    pub protocol: Protocol,
    pub sides: Sides,
    pub senior: Option<SeniorDose>,
    /// Sets, repetitions (or cycles, rounds, circles) and hold seconds, where bounded.
    pub sets: Option<Bounds>,
    pub reps: Option<Bounds>,
    pub hold: Option<Bounds>,
    /// Percentage of full effort.
    pub effort: Option<Bounds>,
    /// The rule behind each number by its name in the content file: `hold_s` → `X1`,
    /// `hold_s_bounds` → `R0.16`, and `ours` for a choice of our own.
    pub sources: BTreeMap<String, String>,
    pub rules: Vec<String>,
    pub references: Vec<String>,
}

impl Dose {
    /// The protocol for somebody of this age group, with the numbers a session sets differently.
    /// A session never shortens a senior's hold below R0.18.
    pub fn resolve(&self, age: AgeGroup, mut change: Adjustment) -> Protocol {
        let mut protocol = self.protocol;
        if let (AgeGroup::Senior, Some(senior)) = (age, self.senior) {
            protocol = protocol.with(Adjustment {
                reps: Some(senior.reps),
                hold: Some(senior.hold),
                ..Adjustment::default()
            });
            change.hold = change.hold.map(|hold| hold.max(senior.shortest_hold));
        }
        protocol.with(change)
    }
}

/// The origin a rule ID tells: R from an article, X added by us.
pub fn origin_of(rule: &str) -> Origin {
    if rule.starts_with('R') { Origin::Article } else { Origin::Ours }
}
