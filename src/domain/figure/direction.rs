//! The way of a stretch on the picture: where the body goes from its first pose to its last.

use super::{super::body::Side, Pose, camera::Seen, skeleton::place};

/// What moves in a stretch of the right leg, seen from its knee: the heel towards the buttock, or
/// the pelvis forward.
const MOVING: [&str; 2] = ["r-heel", "pelvis"];
/// Less than this, in body heights, is no way.
const NOTHING: f32 = 0.02;

/// The way on the picture in degrees, clockwise from the right; the left is a mirror.
pub fn stretch_direction(poses: &[Pose], side: Option<Side>) -> Option<i16> {
    let (first, last) = (poses.first()?, poses.last()?);
    let ways = MOVING.iter().filter_map(|name| {
        let (from, to) = (seen(first, name)?, seen(last, name)?);
        Some((to.x - from.x, to.y - from.y))
    });
    let longest = ways.max_by(|one, other| length(*one).total_cmp(&length(*other)))?;
    if length(longest) < NOTHING {
        return None;
    }
    let (x, y) = longest;
    let x = if side == Some(Side::Left) { -x } else { x };
    // Up is less on a screen.
    let degrees = (-y).atan2(x).to_degrees().round();
    #[expect(clippy::cast_possible_truncation, reason = "between -180 and 180")]
    let degrees = degrees as i16;
    Some(degrees)
}

fn seen(pose: &Pose, name: &str) -> Option<Seen> {
    let body = place(&pose.angles);
    let step = body.point(name)? - body.point("r-knee")?;
    Some(pose.view.camera().see(step))
}

fn length((x, y): (f32, f32)) -> f32 {
    x.hypot(y)
}
