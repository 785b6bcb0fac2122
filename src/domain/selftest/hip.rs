//! T2, the six-movement hip check: what was reached, and its class (4.2, X23).

use std::collections::BTreeMap;

use super::{HIP_ORDER, SIDES};
use crate::domain::body::{HipMovement, Side, named};

named! {
    /// How far a movement goes, by the table of 4.2.
    Class {
        Limited = "limited",
        Fair = "fair",
        Good = "good",
    }
}

named! {
    /// Alone, or helped by a hand, a strap or gravity. Mobility is what is reached alone (R1.15).
    How {
        Active = "active",
        Passive = "passive",
    }
}

named! {
    /// What kept a movement from going further.
    Stopper {
        Stretch = "stretch",
        Pinch = "pinch",
        HardStop = "hard-stop",
        Weakness = "weakness",
        Pain = "pain",
    }
}

/// How far it went, in the way in which it was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    ByEye(Class),
    /// By a phone with a spirit level, or a protractor, read and typed by hand.
    Degrees(u16),
    /// By the phone on the limb itself: the median of three tries, in degrees.
    Phone(u16),
    /// A shift beside a length of one's own: the shin in rotations, the foot in sideways movements.
    Shift {
        cm: u16,
        of_cm: u16,
    },
    /// The height of the knee above the floor in the prone lift.
    Lift {
        cm: u16,
    },
}

named! {
    /// Who read the value. What was read in one way says nothing about what was read in another.
    ReadBy {
        Hand = "hand",
        Phone = "phone",
    }
}

/// Foot length and leg length as parts of the body height (geometry of 4.2).
const FOOT: f64 = 0.152;
const LEG: f64 = 0.530;
/// Below this, together with pain, inward rotation is to be looked at by a professional.
const TO_BE_CHECKED_BELOW: f64 = 15.0;
/// The prone lift in degrees: 8 and 3 cm (X23) at the knee of a thigh of 42 cm, which is that of
/// somebody of 1.70 m. Ours, by the sine.
const LIFT_GOOD: u16 = 11;
const LIFT_FAIR: u16 = 4;

impl Range {
    /// The class, or none where this way of measuring does not belong to the movement.
    pub fn class(self, movement: HipMovement, how: How) -> Option<Class> {
        use HipMovement::{
            Abduction, Adduction, Extension, ExternalRotation, Flexion, InternalRotation,
        };
        let (good, fair) = match (movement, how, self) {
            (_, _, Self::ByEye(class)) => return Some(class),
            (InternalRotation | ExternalRotation, _, Self::Degrees(angle) | Self::Phone(angle)) => {
                (angle >= 30, angle >= 20)
            }
            (InternalRotation | ExternalRotation, _, Self::Shift { cm, of_cm }) => {
                (cm * 2 >= of_cm, cm * 3 >= of_cm)
            }
            (Flexion, How::Active, Self::Degrees(angle) | Self::Phone(angle)) => {
                (angle >= 110, angle >= 95)
            }
            (Flexion, How::Passive, Self::Degrees(angle) | Self::Phone(angle)) => {
                (angle >= 120, angle >= 105)
            }
            (Extension, How::Active, Self::Phone(angle)) => {
                (angle >= LIFT_GOOD, angle >= LIFT_FAIR)
            }
            (Extension, How::Active, Self::Lift { cm }) => (cm >= 8, cm >= 3),
            (Abduction, _, Self::Shift { cm, of_cm }) => (cm >= of_cm * 2, cm * 2 >= of_cm * 3),
            (Adduction, _, Self::Shift { cm, of_cm }) => (cm >= of_cm, cm * 2 >= of_cm),
            _ => return None,
        };
        Some(match (good, fair) {
            (true, _) => Class::Good,
            (_, true) => Class::Fair,
            _ => Class::Limited,
        })
    }

    pub fn read_by(self) -> ReadBy {
        match self {
            Self::Phone(_) => ReadBy::Phone,
            _ => ReadBy::Hand,
        }
    }

    /// The angle behind a measurement, where there is one.
    pub fn degrees(self, movement: HipMovement) -> Option<f64> {
        let (cm, of_cm) = match self {
            Self::Degrees(angle) | Self::Phone(angle) => return Some(f64::from(angle)),
            Self::Shift { cm, of_cm } => (f64::from(cm), f64::from(of_cm)),
            Self::ByEye(_) | Self::Lift { .. } => return None,
        };
        let sine = match movement {
            HipMovement::InternalRotation | HipMovement::ExternalRotation => cm / of_cm,
            HipMovement::Abduction | HipMovement::Adduction => cm / of_cm * FOOT / LEG,
            HipMovement::Flexion | HipMovement::Extension => return None,
        };
        // Nobody shifts further than the leg is long; a slip of the tape still reads as an angle.
        Some(sine.min(1.0).asin().to_degrees())
    }
}

/// One attempt of one side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Attempt {
    #[default]
    NotTested,
    /// It hurt; how far it went until then, where somebody looked.
    Painful(Option<Range>),
    Reached(Range),
}

impl Attempt {
    fn range(self) -> Option<Range> {
        match self {
            Self::NotTested => None,
            Self::Painful(range) => range,
            Self::Reached(range) => Some(range),
        }
    }
}

/// One movement of one side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub active: Attempt,
    pub passive: Attempt,
    pub stopped: Option<Stopper>,
}

impl Reading {
    pub fn attempt(&self, how: How) -> Attempt {
        match how {
            How::Active => self.active,
            How::Passive => self.passive,
        }
    }

    /// Nothing was looked at.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// A pinch in the groin counts as pain, in every movement: the safer reading.
    pub fn is_painful(&self) -> bool {
        let hurt = |attempt| matches!(attempt, Attempt::Painful(_));
        let stopped = matches!(self.stopped, Some(Stopper::Pain | Stopper::Pinch));
        hurt(self.active) || hurt(self.passive) || stopped
    }

    /// A feeling against which nobody should push on (R1.23, X38).
    pub fn is_stopped_by_build(&self) -> bool {
        matches!(self.stopped, Some(Stopper::HardStop | Stopper::Pinch))
    }

    /// What was reached without pain.
    pub fn class(&self, movement: HipMovement, how: How) -> Option<Class> {
        match self.attempt(how) {
            Attempt::Reached(range) => range.class(movement, how),
            Attempt::NotTested | Attempt::Painful(_) => None,
        }
    }

    /// The better of both attempts.
    pub fn best(&self, movement: HipMovement) -> Option<Class> {
        self.class(movement, How::Active).max(self.class(movement, How::Passive))
    }

    /// The larger angle that was measured.
    pub fn degrees(&self, movement: HipMovement, how: How) -> Option<f64> {
        self.attempt(how).range()?.degrees(movement)
    }

    /// By hand where nothing was measured.
    pub fn read_by(&self, how: How) -> ReadBy {
        self.attempt(how).range().map_or(ReadBy::Hand, Range::read_by)
    }

    /// Very little inward rotation together with pain (4.2): to be looked at before anything else.
    pub fn is_to_be_checked(&self, movement: HipMovement) -> bool {
        let little = |how| {
            let angle = self.degrees(movement, how);
            angle.is_some_and(|angle| angle < TO_BE_CHECKED_BELOW)
        };
        movement == HipMovement::InternalRotation
            && self.is_painful()
            && How::ALL.iter().any(|how| little(*how))
    }
}

/// All six movements of both sides (R1.7). What is not in it was not tested.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HipCheck {
    readings: BTreeMap<(HipMovement, Side), Reading>,
}

impl HipCheck {
    /// An empty reading takes the movement out again.
    pub fn put(&mut self, movement: HipMovement, side: Side, reading: Reading) {
        if reading.is_empty() {
            self.readings.remove(&(movement, side));
        } else {
            self.readings.insert((movement, side), reading);
        }
    }

    pub fn get(&self, movement: HipMovement, side: Side) -> Reading {
        self.readings.get(&(movement, side)).copied().unwrap_or_default()
    }

    /// In the order of the test: each movement left and then right.
    pub fn all(&self) -> impl Iterator<Item = (HipMovement, Side, Reading)> {
        HIP_ORDER
            .into_iter()
            .flat_map(|movement| SIDES.map(|side| (movement, side)))
            .map(|(movement, side)| (movement, side, self.get(movement, side)))
    }

    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }

    pub fn is_painful(&self) -> bool {
        self.readings.values().any(Reading::is_painful)
    }
}
