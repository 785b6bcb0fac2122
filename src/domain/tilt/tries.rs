//! Three tries, each from its own start: their median, and which are asked about.

use super::Direction;
use crate::domain::body::HipMovement;

/// A try further from the median than this is asked about, in degrees. Ours: half as much again as
/// the ten degrees that count as a difference (X23).
pub const APART: f64 = 15.0;
/// A start further from the first start than this is another start: the phone slid, or the leg did
/// not come back. Ours: the ten degrees of X23.
pub const SHIFTED: f64 = 10.0;
/// A limb that turns further than this about its own length, or a phone that does, is asked about.
/// Ours.
const TURNED: f64 = 30.0;
/// Smaller movements have no plane to speak of. Ours.
const HAS_A_PLANE: f64 = 15.0;
/// The phone's long side, in its own frame.
const LONG_SIDE: Direction = Direction { x: 0.0, y: 1.0, z: 0.0 };

/// One try: held still at the start, and as far as it goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Try {
    pub start: Direction,
    pub end: Direction,
}

impl Try {
    pub fn degrees(&self) -> f64 {
        self.start.angle_to(self.end)
    }

    /// The limb moves in a vertical plane that holds the phone's long side, so the axis of the
    /// movement stands square to that side. A phone that rolled over on the limb tells another one.
    fn has_rolled(&self) -> bool {
        let [x, y, z] = self.start.across(self.end);
        let axis = Direction::new(x, y, z);
        self.degrees() >= HAS_A_PLANE
            && axis.is_some_and(|axis| axis.dot(LONG_SIDE).abs() > TURNED.to_radians().sin())
    }
}

/// Why a measurement is asked about instead of believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strange {
    /// The tries are too far apart.
    Apart,
    /// No hip goes that far, or so little is no movement.
    Beyond,
    /// The phone rolled over on the limb.
    Rolled,
}

/// What the tries come to, in whole degrees: a home measurement is no better than that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub degrees: u16,
    pub strange: Option<Strange>,
}

/// None as long as there is no try.
pub fn found(movement: HipMovement, tries: &[Try]) -> Option<Found> {
    let mut angles: Vec<f64> = tries.iter().map(Try::degrees).collect();
    angles.sort_by(f64::total_cmp);
    let middle = *angles.get(angles.len() / 2)?;
    let (least, most) = bounds(movement);
    let strange = if tries.iter().filter(|one| one.has_rolled()).count() * 2 > tries.len() {
        Some(Strange::Rolled)
    } else if !(least..=most).contains(&middle) {
        Some(Strange::Beyond)
    } else if angles.iter().any(|one| (one - middle).abs() > APART) {
        Some(Strange::Apart)
    } else {
        None
    };
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "an angle between two directions is 0 to 180"
    )]
    let degrees = middle.round() as u16;
    Some(Found { degrees, strange })
}

/// Whether this start is another one than the first.
pub fn has_shifted(first: Direction, again: Direction) -> bool {
    first.angle_to(again) > SHIFTED
}

/// What a hip may do at all, with room on both sides. Ours; the means of adults stand in 4.2.
fn bounds(movement: HipMovement) -> (f64, f64) {
    match movement {
        HipMovement::InternalRotation | HipMovement::ExternalRotation => (1.0, 75.0),
        HipMovement::Flexion => (30.0, 155.0),
        _ => (1.0, 45.0),
    }
}
