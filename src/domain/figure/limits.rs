//! How far each joint goes, in one table.
//!
//! The ranges are those of healthy adults in the common goniometry tables (American Academy of
//! Orthopaedic Surgeons; Norkin and White), widened where this skeleton needs it; the sentence
//! beside a row says why. They keep a drawn body believable and measure nobody: our choice.

use super::Angles;

/// The lowest and the highest angle, in degrees.
pub type Range = [f32; 2];

/// Names and ranges in the order of `Angles::row`: the trunk, then one limb for either side.
const TRUNK: [(&str, Range); 6] = [
    // The three of the trunk turn the whole body in the room: upright, lying, on the side. Beyond
    // lying flat on the back is a bridge.
    ("trunk lean", [-125.0, 90.0]),
    ("trunk side", [-90.0, 90.0]),
    ("trunk turn", [-90.0, 90.0]),
    // Lumbar and thoracic together; literature gives 25 to 30 back in the lower back alone.
    ("spine", [-45.0, 40.0]),
    ("spine side", [-35.0, 35.0]),
    ("neck", [-45.0, 50.0]),
];

const LIMB: [(&str, Range); 10] = [
    // 20 to 30 back, 120 to 130 forward with a bent knee.
    ("hip flexion", [-30.0, 130.0]),
    // 45 out of standing; the 90/90 seat and the frog turn the bent thigh out, which these three
    // angles, applied one after the other, write as up to 80.
    ("hip abduction", [-30.0, 80.0]),
    // 45 either way; beyond that it is the way this skeleton writes the 90/90 seat.
    ("hip rotation", [-110.0, 110.0]),
    ("knee", [-5.0, 145.0]),
    // 20 up standing, more with a bent knee; -90 is a foot laid flat behind a knee.
    ("ankle", [-90.0, 40.0]),
    ("shoulder flexion", [-60.0, 180.0]),
    ("shoulder abduction", [-25.0, 180.0]),
    ("shoulder rotation", [-90.0, 120.0]),
    ("elbow", [-10.0, 150.0]),
    ("wrist", [-80.0, 100.0]),
];

/// The joint at a place in `Angles::row`: its name and its range.
pub fn joint(place: usize) -> (&'static str, Range) {
    if place < TRUNK.len() { TRUNK[place] } else { LIMB[(place - TRUNK.len()) % LIMB.len()] }
}

/// The nearest angle that the joint can have.
pub fn held(place: usize, degrees: f32) -> f32 {
    let (_, [low, high]) = joint(place);
    degrees.clamp(low, high)
}

/// The joints of a pose that go further than a body can, with their angles.
pub fn beyond(angles: &Angles) -> Vec<(&'static str, f32)> {
    let outside = |(place, degrees): (usize, f32)| {
        let (name, [low, high]) = joint(place);
        (!(low..=high).contains(&degrees)).then_some((name, degrees))
    };
    angles.row().into_iter().enumerate().filter_map(outside).collect()
}
