//! The body round the bones: balls that the skin is stretched over.
//!
//! One neutral adult. Sizes are in body heights, read off common anthropometric proportions and
//! then drawn a little soft: our choice, for recognition, not for measuring.

use super::{
    super::body::Side,
    skeleton::{Bone, LimbBones, Skeleton, length},
    space::Point,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Pelvis,
    Belly,
    Ribs,
    Neck,
    Head,
    Face,
    Leg(Side),
    Arm(Side),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ball {
    pub at: Point,
    pub radius: f32,
}

/// Balls with one skin over them.
#[derive(Clone, Debug, PartialEq)]
pub struct Lump {
    pub part: Part,
    pub balls: Vec<Ball>,
}

/// The whole body, part by part.
pub fn flesh(bones: &Skeleton) -> Vec<Lump> {
    let mut lumps = trunk(bones);
    for side in [Side::Left, Side::Right] {
        lumps.extend(leg(bones.limbs(side), side));
        lumps.extend(arm(bones.limbs(side), side));
    }
    lumps
}

fn trunk(bones: &Skeleton) -> Vec<Lump> {
    let Skeleton { pelvis, thorax, head, .. } = *bones;
    let hips = pair(pelvis, 0.0, -0.004, 0.056, 0.052);
    let seat = pair(pelvis, -0.022, -0.012, 0.040, 0.046);
    let crest = pair(pelvis, 0.002, 0.056, 0.042, 0.053);
    let waist = pair(pelvis, 0.002, 0.062, 0.036, 0.050);
    let flank = pair(thorax, 0.002, 0.030, 0.036, 0.052);
    let ribs = pair(thorax, -0.004, 0.068, 0.038, 0.059);
    let breast = pair(thorax, -0.002, 0.110, 0.046, 0.057);
    let shoulders = pair(thorax, 0.0, 0.152, 0.078, 0.030);
    let nape = Ball { at: thorax.reach(-0.004, 0.168, 0.0), radius: 0.034 };
    let skull = Ball { at: head.reach(0.0, 0.124, 0.0), radius: 0.055 };
    let chin = Ball { at: head.reach(0.024, 0.072, 0.0), radius: 0.028 };
    let brow = Ball { at: head.reach(0.043, 0.124, 0.0), radius: 0.010 };
    let nose = Ball { at: head.reach(0.058, 0.103, 0.0), radius: 0.009 };
    let mut lumps = vec![
        lump(Part::Belly, [waist, flank].concat()),
        lump(Part::Pelvis, [hips, seat, crest].concat()),
        lump(Part::Ribs, [flank, ribs, breast].concat()),
        lump(Part::Ribs, [&breast[..], &shoulders, &[nape]].concat()),
        lump(
            Part::Neck,
            vec![
                Ball { at: head.reach(-0.004, 0.0, 0.0), radius: 0.032 },
                Ball { at: head.reach(0.0, 0.090, 0.0), radius: 0.026 },
            ],
        ),
        lump(Part::Head, vec![skull, chin]),
        lump(Part::Head, vec![brow, nose]),
    ];
    for eye in pair(head, 0.048, 0.122, 0.020, 0.006) {
        lumps.push(lump(Part::Face, vec![eye]));
    }
    let ears = pair(head, -0.008, 0.118, 0.050, 0.010);
    let lobes = pair(head, -0.005, 0.102, 0.050, 0.007);
    for (ear, lobe) in ears.into_iter().zip(lobes) {
        lumps.push(lump(Part::Face, vec![ear, lobe]));
    }
    lumps
}

fn leg(bones: &LimbBones, side: Side) -> [Lump; 4] {
    let LimbBones { thigh, shank, foot, .. } = *bones;
    let knee = Ball { at: shank.at, radius: 0.036 };
    let ankle = Ball { at: foot.reach(0.002, 0.036, 0.0), radius: 0.022 };
    let out = match side {
        Side::Right => 1.0,
        Side::Left => -1.0,
    };
    [
        lump(
            Part::Leg(side),
            vec![
                Ball { at: thigh.at, radius: 0.052 },
                Ball { at: thigh.reach(0.004, -0.090, 0.0), radius: 0.049 },
                knee,
            ],
        ),
        lump(
            Part::Leg(side),
            vec![knee, Ball { at: shank.reach(-0.010, -0.085, 0.0), radius: 0.036 }, ankle],
        ),
        lump(
            Part::Leg(side),
            vec![
                ankle,
                Ball { at: foot.reach(-0.022, 0.018, 0.0), radius: 0.018 },
                Ball { at: foot.reach(0.085, 0.016, 0.0), radius: 0.016 },
            ],
        ),
        lump(
            Part::Leg(side),
            vec![
                Ball { at: foot.reach(0.080, 0.016, out * 0.008), radius: 0.016 },
                Ball { at: foot.reach(0.116, 0.011, out * 0.004), radius: 0.011 },
                Ball { at: foot.reach(0.080, 0.014, out * -0.008), radius: 0.014 },
            ],
        ),
    ]
}

fn arm(bones: &LimbBones, side: Side) -> [Lump; 3] {
    let LimbBones { upper_arm, forearm, hand, .. } = *bones;
    let elbow = Ball { at: forearm.at, radius: 0.023 };
    let wrist = Ball { at: hand.at, radius: 0.016 };
    [
        lump(
            Part::Arm(side),
            vec![
                Ball { at: upper_arm.at, radius: 0.033 },
                Ball { at: upper_arm.reach(0.002, -0.070, 0.0), radius: 0.029 },
                elbow,
            ],
        ),
        lump(
            Part::Arm(side),
            vec![elbow, Ball { at: forearm.reach(0.0, -0.045, 0.0), radius: 0.024 }, wrist],
        ),
        lump(
            Part::Arm(side),
            vec![
                wrist,
                Ball { at: hand.reach(0.0, -0.040, 0.0), radius: 0.019 },
                Ball { at: hand.reach(0.0, -length::HAND + 0.010, 0.0), radius: 0.011 },
            ],
        ),
    ]
}

fn lump(part: Part, balls: Vec<Ball>) -> Lump {
    Lump { part, balls }
}

/// Two equal balls, left and right of the midline.
fn pair(bone: Bone, forward: f32, up: f32, aside: f32, radius: f32) -> [Ball; 2] {
    [-aside, aside].map(|aside| Ball { at: bone.reach(forward, up, aside), radius })
}
