//! The bones: from joint angles to points in the room (forward kinematics, 2.1 of the fact sheet).

use super::{
    super::body::Side,
    Angles, Limb,
    space::{Point, Turn},
};

/// Lengths in body heights, from `meta.segments` of the content's fact sheet.
pub mod length {
    pub const THIGH: f32 = 0.245;
    pub const SHANK: f32 = 0.285;
    /// From the ankle forward to the toe.
    pub const FOOT: f32 = 0.13;
    /// From the ankle back to the heel.
    pub const HEEL: f32 = 0.04;
    /// From the hips up to the waist.
    pub const LOWER_TRUNK: f32 = 0.13;
    /// From the waist up to the line between the shoulders.
    pub const UPPER_TRUNK: f32 = 0.16;
    pub const NECK: f32 = 0.05;
    /// From the top of the neck to the middle of the head.
    pub const HEAD: f32 = 0.06;
    pub const UPPER_ARM: f32 = 0.186;
    pub const FOREARM: f32 = 0.146;
    pub const HAND: f32 = 0.08;
    /// From the midline to a hip joint.
    pub const HALF_HIPS: f32 = 0.055;
    /// From the midline to a shoulder joint.
    pub const HALF_SHOULDERS: f32 = 0.1;
}

/// A bone: where its upper end lies and how it is turned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bone {
    pub at: Point,
    pub turn: Turn,
}

impl Bone {
    /// The place a step in the bone's own axes away from its upper end.
    pub fn reach(self, x: f32, y: f32, z: f32) -> Point {
        self.at + self.turn.apply(Point::new(x, y, z))
    }

    /// The step in the bone's own axes that leads to a place: the reverse of `reach`.
    pub fn local(self, place: Point) -> Point {
        let step = place - self.at;
        Point::new(step.dot(self.turn.x()), step.dot(self.turn.y()), step.dot(self.turn.z()))
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LimbBones {
    pub thigh: Bone,
    pub shank: Bone,
    pub foot: Bone,
    pub upper_arm: Bone,
    pub forearm: Bone,
    pub hand: Bone,
}

/// All bones, with the middle between the hips at the origin until a stance moves them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Skeleton {
    pub pelvis: Bone,
    pub thorax: Bone,
    pub head: Bone,
    pub right: LimbBones,
    pub left: LimbBones,
}

/// Places the bones of a pose.
pub fn place(angles: &Angles) -> Skeleton {
    let pelvis = Bone {
        at: Point::default(),
        turn: Turn::NONE
            .about_y(angles.trunk_turn)
            .about_x(angles.trunk_side)
            .about_z(-angles.trunk_lean),
    };
    let thorax = Bone {
        at: pelvis.reach(0.0, length::LOWER_TRUNK, 0.0),
        turn: pelvis.turn.about_x(angles.spine_side).about_z(-angles.spine),
    };
    let head = Bone {
        at: thorax.reach(0.0, length::UPPER_TRUNK, 0.0),
        turn: thorax.turn.about_z(-angles.neck),
    };
    Skeleton {
        pelvis,
        thorax,
        head,
        right: limbs(&angles.right, Side::Right, pelvis, thorax),
        left: limbs(&angles.left, Side::Left, pelvis, thorax),
    }
}

impl Skeleton {
    pub fn limbs(&self, side: Side) -> &LimbBones {
        match side {
            Side::Right => &self.right,
            Side::Left => &self.left,
        }
    }

    /// The axis that each angle of `Angles::row` turns about, and where that joint lies.
    pub fn joints(&self, angles: &Angles) -> [(Point, Point); Angles::COUNT] {
        let up = Turn::NONE.about_y(angles.trunk_turn);
        let (pelvis, thorax) = (self.pelvis, self.thorax);
        let mut joints = [(Point::default(), Point::default()); Angles::COUNT];
        joints[..6].copy_from_slice(&[
            (pelvis.turn.z() * -1.0, pelvis.at),
            (up.x(), pelvis.at),
            (up.y(), pelvis.at),
            (thorax.turn.z() * -1.0, thorax.at),
            (pelvis.turn.x(), thorax.at),
            (self.head.turn.z() * -1.0, self.head.at),
        ]);
        let right = self.right.joints(&angles.right, 1.0, pelvis, thorax);
        let left = self.left.joints(&angles.left, -1.0, pelvis, thorax);
        joints[6..16].copy_from_slice(&right);
        joints[16..].copy_from_slice(&left);
        joints
    }

    /// A point by its name in the content: `pelvis`, `r-knee`, `l-toe` …
    pub fn point(&self, name: &str) -> Option<Point> {
        Some(match name {
            "pelvis" => self.pelvis.at,
            "mid" => self.thorax.at,
            "chest" => self.head.at,
            "neck" => self.head.reach(0.0, length::NECK, 0.0),
            "head" => self.head.reach(0.0, length::NECK + length::HEAD, 0.0),
            _ => {
                let (side, joint) = name.split_once('-')?;
                match side {
                    "r" => self.right.point(joint)?,
                    "l" => self.left.point(joint)?,
                    _ => return None,
                }
            }
        })
    }
}

impl LimbBones {
    fn joints(&self, limb: &Limb, out: f32, pelvis: Bone, thorax: Bone) -> [(Point, Point); 10] {
        let Self { thigh, shank, foot, upper_arm, forearm, hand } = *self;
        let aside = |above: Bone, flexed: f32| above.turn.about_z(flexed).x() * -out;
        [
            (pelvis.turn.z(), thigh.at),
            (aside(pelvis, limb.hip_flex), thigh.at),
            (thigh.turn.y() * -out, thigh.at),
            (shank.turn.z() * -1.0, shank.at),
            (foot.turn.z(), foot.at),
            (thorax.turn.z(), upper_arm.at),
            (aside(thorax, limb.shoulder_flex), upper_arm.at),
            (upper_arm.turn.y() * -out, upper_arm.at),
            (forearm.turn.z(), forearm.at),
            (hand.turn.z(), hand.at),
        ]
    }

    fn point(&self, joint: &str) -> Option<Point> {
        Some(match joint {
            "hip" => self.thigh.at,
            "knee" => self.shank.at,
            "ankle" => self.foot.at,
            "toe" => self.foot.reach(length::FOOT, 0.0, 0.0),
            "heel" => self.foot.reach(-length::HEEL, 0.0, 0.0),
            "shoulder" => self.upper_arm.at,
            "elbow" => self.forearm.at,
            "wrist" => self.hand.at,
            "hand" => self.hand.reach(0.0, -length::HAND, 0.0),
            _ => return None,
        })
    }
}

/// Sideways angles turn the other way round on the left.
fn limbs(limb: &Limb, side: Side, pelvis: Bone, thorax: Bone) -> LimbBones {
    let out = match side {
        Side::Right => 1.0,
        Side::Left => -1.0,
    };
    let thigh = Bone {
        at: pelvis.reach(0.0, 0.0, out * length::HALF_HIPS),
        turn: pelvis
            .turn
            .about_z(limb.hip_flex)
            .about_x(-out * limb.hip_abd)
            .about_y(-out * limb.hip_rot),
    };
    let shank =
        Bone { at: thigh.reach(0.0, -length::THIGH, 0.0), turn: thigh.turn.about_z(-limb.knee) };
    let foot =
        Bone { at: shank.reach(0.0, -length::SHANK, 0.0), turn: shank.turn.about_z(limb.ankle) };
    let upper_arm = Bone {
        at: thorax.reach(0.0, length::UPPER_TRUNK, out * length::HALF_SHOULDERS),
        turn: thorax
            .turn
            .about_z(limb.shoulder_flex)
            .about_x(-out * limb.shoulder_abd)
            .about_y(-out * limb.shoulder_rot),
    };
    let forearm = Bone {
        at: upper_arm.reach(0.0, -length::UPPER_ARM, 0.0),
        turn: upper_arm.turn.about_z(limb.elbow),
    };
    let hand = Bone {
        at: forearm.reach(0.0, -length::FOREARM, 0.0),
        turn: forearm.turn.about_z(limb.wrist_ext),
    };
    LimbBones { thigh, shank, foot, upper_arm, forearm, hand }
}
