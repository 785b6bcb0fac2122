//! Where on the body the target muscles lie: hatched patches, drawn as stripes across each muscle.
//!
//! A stripe is a thin band that bends round the flesh, so that it shows from the front and from
//! the side, without any colour. Only the surface can be drawn: a deep muscle is shown where
//! somebody would lay their hand. Our choice.

use super::{
    super::body::{Muscle, Side},
    flesh::Ball,
    skeleton::{Bone, Skeleton},
    space::Point,
};

/// Half as thick as a stripe, in body heights.
const STRIPE: f32 = 0.0038;

/// More than this many patches would hide the body; the first muscles of an exercise matter most.
const PATCHES: usize = 3;

/// A stripe: its bands of balls, which way its middle faces, and what it lies on.
#[derive(Clone, Debug, PartialEq)]
pub struct Stripe {
    pub bands: [[Ball; 2]; 2],
    pub faces: Point,
    pub on: On,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum On {
    Leg(Side),
    /// Over leg and pelvis alike.
    Hip(Side),
    Trunk,
}

/// A patch on one bone: where its stripes lie, and how far round the bone they reach.
#[derive(Clone, Copy)]
struct Patch {
    at: At,
    /// Which way its middle faces: forward, and out to the limb's own side.
    forward: f32,
    out: f32,
    /// How far from the bone the skin lies.
    deep: f32,
    /// Half as wide as it is, as an angle round the bone.
    wide: f32,
    /// The first and the last stripe, along the bone, and how many there are.
    from: f32,
    to: f32,
    count: u8,
}

#[derive(Clone, Copy, PartialEq)]
enum At {
    Thigh,
    Shank,
    /// Beside the hip, on the pelvis.
    Hip,
    Pelvis,
    Thorax,
}

/// The stripes of these muscles on a body whose middle between the hips is the origin; with a side,
/// on that side's limbs only.
pub fn stripes(muscles: &[Muscle], bones: &Skeleton, side: Option<Side>) -> Vec<Stripe> {
    let mut patches: Vec<(Muscle, Patch)> = Vec::new();
    for muscle in muscles {
        let Some(patch) = patch(*muscle) else { continue };
        // Several muscles may lie under one patch.
        if !patches.iter().any(|(_, known)| same(known, &patch)) {
            patches.push((*muscle, patch));
        }
    }
    let sides: &[Side] = match side {
        Some(Side::Left) => &[Side::Left],
        Some(Side::Right) => &[Side::Right],
        None => &[Side::Left, Side::Right],
    };
    let mut stripes = Vec::new();
    for (_, patch) in patches.into_iter().take(PATCHES) {
        let paired = matches!(patch.at, At::Thigh | At::Shank | At::Hip) || patch.out > 0.0;
        for &side in if paired { sides } else { &sides[..1] } {
            stripes.extend((0..patch.count).map(|index| stripe(&patch, bones, side, index)));
        }
    }
    stripes
}

fn same(one: &Patch, other: &Patch) -> bool {
    one.at == other.at && (one.forward - other.forward).abs() + (one.out - other.out).abs() < 0.01
}

fn patch(muscle: Muscle) -> Option<Patch> {
    let patch = |at, forward, out, deep, wide, along: [f32; 2], count| {
        Some(Patch { at, forward, out, deep, wide, from: along[0], to: along[1], count })
    };
    match muscle {
        Muscle::Quadriceps | Muscle::RectusFemoris => {
            patch(At::Thigh, 1.0, 0.0, 0.050, 50.0, [-0.065, -0.185], 6)
        }
        Muscle::Hamstrings => patch(At::Thigh, -1.0, 0.0, 0.046, 50.0, [-0.075, -0.195], 6),
        Muscle::Adductors => patch(At::Thigh, 0.3, -1.0, 0.048, 45.0, [-0.035, -0.130], 5),
        Muscle::Iliopsoas => patch(At::Thigh, 1.0, 0.1, 0.053, 40.0, [0.032, -0.030], 3),
        Muscle::TensorFasciaeLatae => patch(At::Thigh, 0.7, 0.7, 0.053, 30.0, [0.030, -0.040], 4),
        // Behind the bump at the side of the hip.
        Muscle::HipRotators => patch(At::Hip, -0.55, 1.0, 0.056, 38.0, [0.012, -0.040], 4),
        Muscle::GluteusMaximus => patch(At::Hip, -1.0, 0.25, 0.062, 48.0, [0.035, -0.040], 4),
        Muscle::GluteusMedius | Muscle::GluteusMinimus => {
            patch(At::Hip, -0.2, 1.0, 0.053, 42.0, [0.064, 0.016], 3)
        }
        Muscle::Calf => patch(At::Shank, -1.0, 0.0, 0.044, 50.0, [-0.045, -0.145], 5),
        Muscle::Abdominals | Muscle::TransversusAbdominis => {
            patch(At::Pelvis, 1.0, 0.0, 0.046, 48.0, [0.045, 0.165], 6)
        }
        Muscle::Obliques => patch(At::Thorax, 0.5, 1.0, 0.050, 35.0, [-0.035, 0.040], 4),
        Muscle::QuadratusLumborum => patch(At::Thorax, -1.0, 0.5, 0.045, 35.0, [-0.055, 0.020], 4),
        Muscle::LumbarExtensors => patch(At::Thorax, -1.0, 0.0, 0.040, 50.0, [-0.065, 0.030], 5),
        Muscle::ShouldersChest => patch(At::Thorax, 1.0, 0.0, 0.046, 55.0, [0.085, 0.135], 3),
        Muscle::WholeBody => None,
    }
}

fn stripe(patch: &Patch, bones: &Skeleton, side: Side, index: u8) -> Stripe {
    let limb = bones.limbs(side);
    let out = match side {
        Side::Right => 1.0,
        Side::Left => -1.0,
    };
    let (bone, on) = match patch.at {
        // The groin and the side of the hip lie over the edge of the leg.
        At::Thigh if patch.from > 0.0 => (limb.thigh, On::Hip(side)),
        At::Thigh => (limb.thigh, On::Leg(side)),
        At::Shank => (limb.shank, On::Leg(side)),
        At::Hip => (Bone { at: limb.thigh.at, turn: bones.pelvis.turn }, On::Hip(side)),
        At::Pelvis => (bones.pelvis, On::Trunk),
        At::Thorax => (bones.thorax, On::Trunk),
    };
    // The trunk is wider than it is deep.
    let broad = if matches!(patch.at, At::Pelvis | At::Thorax) { 1.7 } else { 1.0 };
    let along = f32::from(index) / f32::from(patch.count.max(2) - 1);
    let up = patch.from + (patch.to - patch.from) * along;
    let middle = (patch.out * out).atan2(patch.forward).to_degrees();
    let direction = |degrees: f32| {
        let (sin, cos) = degrees.to_radians().sin_cos();
        (cos, sin)
    };
    let ball = |degrees: f32| {
        let (forward, aside) = direction(degrees);
        Ball {
            at: bone.reach(patch.deep * forward, up, patch.deep * broad * aside),
            radius: STRIPE,
        }
    };
    let (forward, aside) = direction(middle);
    let [left, centre, right] = [-1.0, 0.0, 1.0].map(|turn| ball(middle + turn * patch.wide));
    Stripe {
        bands: [[left, centre], [centre, right]],
        faces: bone.turn.apply(Point::new(forward, 0.0, aside)),
        on,
    }
}
