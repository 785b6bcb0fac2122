//! What goes along with the body wherever it moves: straps and bands round limbs, weights in hands.

use super::{
    super::{body::Side, tilt::Site},
    camera::Camera,
    flesh::Ball,
    skeleton::{Bone, length},
    space::Point,
    stance::Stance,
};

/// Half as wide as a band is, in body heights.
const BAND: f32 = 0.011;
/// Half as thick as the handle of a weight, and as high as its ends are.
const HANDLE: f32 = 0.009;
const PLATE: f32 = 0.026;
/// From the middle of the palm to an end of the weight.
const GRIP: f32 = 0.045;
/// A weight on the hips is as large as a plate of a bar, and lies in the fold of the hip.
const DISC: f32 = 0.052;
const HUB: f32 = 0.013;
const HIPS: Point = Point::new(0.085, 0.03, 0.0);
/// Half as wide and half as long as a phone is.
const PHONE: f32 = 0.022;
const PHONE_LONG: f32 = 0.045;
/// What lies this much further away than the middle of the body is drawn behind it.
const BEHIND: f32 = 0.02;

/// A thing that somebody holds or has round a limb. It is named by points of the body: `r-hand`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gear {
    /// A strap, towel or elastic between two points, in a loop round a knee or an ankle.
    Band([String; 2]),
    /// A weight in a hand, or on the hips.
    Weight(String),
    /// A phone along a limb.
    Phone(String),
}

/// What a band can go to, and what a weight can lie on.
pub const BANDED: [&str; 6] = ["r-hand", "l-hand", "r-knee", "l-knee", "r-ankle", "l-ankle"];
pub const PHONED: [&str; 3] = ["r-shin", "r-thigh", "r-thigh-back"];
pub const WEIGHED: [&str; 3] = ["r-hand", "l-hand", "pelvis"];

impl Gear {
    /// On the right side, which works.
    pub fn phone(site: Site) -> Self {
        let [shin, thigh, back] = PHONED;
        let at = match site {
            Site::Shin => shin,
            Site::Thigh => thigh,
            Site::BackOfThigh => back,
        };
        Self::Phone(at.to_owned())
    }

    /// The same on the other side.
    #[must_use]
    pub(super) fn mirrored(&self) -> Self {
        match self {
            Self::Band(ends) => Self::Band(ends.each_ref().map(|end| opposite(end))),
            Self::Weight(at) => Self::Weight(opposite(at)),
            Self::Phone(at) => Self::Phone(opposite(at)),
        }
    }

    /// Its pieces, each a skin over balls, and whether the body stands before them. A band goes
    /// round what it holds, so that it always shows.
    pub(super) fn pieces(&self, stance: &Stance, camera: &Camera) -> (Vec<Vec<Ball>>, bool) {
        let pieces = match self {
            Self::Band(ends) => band(ends, stance, camera),
            Self::Weight(at) if at == "pelvis" => {
                let at = stance.bones.pelvis.reach(HIPS.x, HIPS.y, HIPS.z) + stance.moved;
                [DISC, HUB].map(|radius| vec![Ball { at, radius }]).to_vec()
            }
            Self::Weight(hand) => weight(hand, stance),
            Self::Phone(at) => phone(at, stance),
        };
        let balls = || pieces.iter().flatten();
        let near = balls().map(|ball| camera.see(ball.at).near).fold(f32::NEG_INFINITY, f32::max);
        let far = near < camera.see(stance.moved).near - BEHIND;
        let behind = far && matches!(self, Self::Weight(_));
        (pieces, behind)
    }
}

/// The name of the same point on the other side.
pub(super) fn opposite(point: &str) -> String {
    match point.split_once('-') {
        Some(("r", joint)) => format!("l-{joint}"),
        Some(("l", joint)) => format!("r-{joint}"),
        _ => point.to_owned(),
    }
}

/// The loops round the limbs, and what is stretched between them.
fn band(ends: &[String; 2], stance: &Stance, camera: &Camera) -> Vec<Vec<Ball>> {
    let fixed = ends.each_ref().map(|end| fastened(end, stance));
    let ball = |at: Point| Ball { at, radius: BAND };
    let mut pieces = vec![fixed.iter().map(|(at, ..)| ball(*at)).collect()];
    for (at, limb, thick) in fixed {
        // Across the limb as it is seen.
        let across = limb.cross(camera.towards());
        let across = across * (thick / across.length().max(0.001));
        pieces.push(vec![ball(at - across), ball(at + across)]);
    }
    pieces
}

/// Where a band is held or goes round: the place, the way the limb runs, and half how thick it is.
fn fastened(end: &str, stance: &Stance) -> (Point, Point, f32) {
    let (side, joint) = end.split_once('-').unwrap_or(("r", end));
    let limb = stance.bones.limbs(if side == "l" { Side::Left } else { Side::Right });
    let on = |bone: Bone, down: f32, thick: f32| {
        (bone.reach(0.0, -down, 0.0) + stance.moved, bone.turn.y(), thick)
    };
    match joint {
        "knee" => on(limb.thigh, 0.78 * length::THIGH, 0.030),
        "ankle" => on(limb.shank, 0.88 * length::SHANK, 0.016),
        _ => on(limb.hand, 0.5 * length::HAND, 0.006),
    }
}

/// A short bar through the palm with a plate at either end.
fn weight(hand: &str, stance: &Stance) -> Vec<Vec<Ball>> {
    let side = if hand.starts_with('l') { Side::Left } else { Side::Right };
    let palm = stance.bones.limbs(side).hand;
    let end = |forward: f32, radius: f32| Ball {
        at: palm.reach(forward, -0.5 * length::HAND, 0.0) + stance.moved,
        radius,
    };
    vec![
        vec![end(-GRIP, HANDLE), end(GRIP, HANDLE)],
        vec![end(-GRIP, PLATE)],
        vec![end(GRIP, PLATE)],
    ]
}

/// Upon the skin, halfway along the limb.
fn phone(at: &str, stance: &Stance) -> Vec<Vec<Ball>> {
    let (side, place) = at.split_once('-').unwrap_or(("r", at));
    let limb = stance.bones.limbs(if side == "l" { Side::Left } else { Side::Right });
    let (bone, down, forward) = match place {
        "shin" => (limb.shank, 0.5 * length::SHANK, 0.030),
        "thigh" => (limb.thigh, 0.55 * length::THIGH, 0.052),
        _ => (limb.thigh, 0.55 * length::THIGH, -0.052),
    };
    let end = |along: f32| Ball {
        at: bone.reach(forward, -(down + along), 0.0) + stance.moved,
        radius: PHONE,
    };
    vec![vec![end(-PHONE_LONG), end(PHONE_LONG)]]
}
