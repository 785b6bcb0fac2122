//! How far a limb tilts, by a phone that lies on it: from gravity to degrees.
//!
//! A limb that moves in a vertical plane turns about a level axis. Gravity stands square to that
//! axis before and after, so the angle between both directions of gravity, as the phone feels them,
//! is the angle of the limb: whichever way the phone lies on it, and whatever is under it. No Euler
//! angle is ever taken from another, so nothing locks and nothing jumps.

mod still;
mod tries;

use super::{body::HipMovement, selftest::How, time::Millis};

pub use still::{GAP, HOLD, LEAST, Window};
pub use tries::{APART, Found, SHIFTED, Strange, Try, found, has_shifted};

/// Standard gravity in metres per second squared, and how far from it a limb at rest may be felt:
/// sensors are off by a few hundredths, a limb that is on its way by much more. Ours.
const GRAVITY: f64 = 9.81;
const AT_REST: f64 = 1.2;

/// A direction in the frame of the phone, of length one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Direction {
    x: f64,
    y: f64,
    z: f64,
}

impl Direction {
    /// None of what is no number, and of nothing at all.
    pub fn new(x: f64, y: f64, z: f64) -> Option<Self> {
        let length = (x * x + y * y + z * z).sqrt();
        let usable = length.is_finite() && length > 1e-6;
        usable.then(|| Self { x: x / length, y: y / length, z: z / length })
    }

    /// Upwards, from the angles of the orientation event. The third, the compass, changes nothing.
    pub fn up(beta: f64, gamma: f64) -> Option<Self> {
        let (beta, gamma) = (beta.to_radians(), gamma.to_radians());
        Self::new(-beta.cos() * gamma.sin(), beta.sin(), beta.cos() * gamma.cos())
    }

    /// Degrees between the two, 0 to 180; exact for the smallest and the largest too.
    pub fn angle_to(self, other: Self) -> f64 {
        let [x, y, z] = self.across(other);
        (x * x + y * y + z * z).sqrt().atan2(self.dot(other)).to_degrees()
    }

    fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    fn across(self, other: Self) -> [f64; 3] {
        [
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        ]
    }
}

/// What the browser told, before anybody looked at it; what was missing is no number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Told {
    /// `accelerationIncludingGravity`. Makes differ on its sign; an angle between two does not.
    Acceleration {
        x: f64,
        y: f64,
        z: f64,
    },
    Orientation {
        beta: f64,
        gamma: f64,
    },
}

/// Which of the two kinds of event it came from. Their signs differ, so they are never mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    Motion,
    Orientation,
}

/// One direction that the phone felt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// On the clock of the page.
    pub at: Millis,
    pub source: Source,
    pub vertical: Direction,
    /// False while more than gravity is felt: the limb is on its way.
    pub at_rest: bool,
}

impl Sample {
    /// None of an event without numbers, as a browser without a sensor sends.
    pub fn read(at: f64, told: Told) -> Option<Self> {
        if !at.is_finite() || at < 0.0 {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the clock of a page counts well below 2^53 and from nought"
        )]
        let at = Millis(at as u64);
        let (source, vertical, at_rest) = match told {
            Told::Acceleration { x, y, z } => {
                let felt = (x * x + y * y + z * z).sqrt();
                let at_rest = (felt - GRAVITY).abs() <= AT_REST;
                (Source::Motion, Direction::new(x, y, z)?, at_rest)
            }
            Told::Orientation { beta, gamma } => {
                (Source::Orientation, Direction::up(beta, gamma)?, true)
            }
        };
        Some(Self { at, source, vertical, at_rest })
    }
}

/// Where the phone lies, its long side along the limb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    Shin,
    Thigh,
    /// On the front the body lies.
    BackOfThigh,
}

/// Where it lies for a movement of the hip check; none where no angle belongs to it (4.2). In the
/// rotations the shin hangs and swings sideways about the thigh, which is level; in the others the
/// thigh lies level and turns about the hip. All four are turns about a level axis.
pub fn site(movement: HipMovement, how: How) -> Option<Site> {
    match (movement, how) {
        (HipMovement::InternalRotation | HipMovement::ExternalRotation, _) => Some(Site::Shin),
        (HipMovement::Flexion, _) => Some(Site::Thigh),
        (HipMovement::Extension, How::Active) => Some(Site::BackOfThigh),
        _ => None,
    }
}
