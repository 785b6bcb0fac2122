//! Going from one pose to another: angles move, never points, so that limbs keep their length.

use super::{Angles, Limb};

/// The angles at `t` between two poses, 0 at the first and 1 at the second; outside that range the
/// nearer of the two. Each angle goes straight: a joint never turns the long way round.
#[must_use]
pub fn interpolate(from: &Angles, to: &Angles, t: f32) -> Angles {
    let t = t.clamp(0.0, 1.0);
    let mix = |from: f32, to: f32| from * (1.0 - t) + to * t;
    Angles {
        trunk_lean: mix(from.trunk_lean, to.trunk_lean),
        trunk_side: mix(from.trunk_side, to.trunk_side),
        trunk_turn: mix(from.trunk_turn, to.trunk_turn),
        spine: mix(from.spine, to.spine),
        spine_side: mix(from.spine_side, to.spine_side),
        neck: mix(from.neck, to.neck),
        right: limb(&from.right, &to.right, mix),
        left: limb(&from.left, &to.left, mix),
    }
}

fn limb(from: &Limb, to: &Limb, mix: impl Fn(f32, f32) -> f32) -> Limb {
    Limb {
        hip_flex: mix(from.hip_flex, to.hip_flex),
        hip_abd: mix(from.hip_abd, to.hip_abd),
        hip_rot: mix(from.hip_rot, to.hip_rot),
        knee: mix(from.knee, to.knee),
        ankle: mix(from.ankle, to.ankle),
        shoulder_flex: mix(from.shoulder_flex, to.shoulder_flex),
        shoulder_abd: mix(from.shoulder_abd, to.shoulder_abd),
        shoulder_rot: mix(from.shoulder_rot, to.shoulder_rot),
        elbow: mix(from.elbow, to.elbow),
        wrist_ext: mix(from.wrist_ext, to.wrist_ext),
    }
}
