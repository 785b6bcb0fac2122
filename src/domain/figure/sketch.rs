//! Which shapes make a picture, and which of them stands before which.

use super::{
    super::body::Side,
    Pose, PropKind, View,
    camera::{Camera, Seen},
    drawing::{Depth, Role},
    flesh::{Ball, Lump, Part},
    scenery,
    space::Point,
    stance::{Stance, stand},
};

/// What hangs lower than this, in body heights, should have a mat below it.
const LOW: f32 = 0.15;
/// How far behind the middle of the body a shape counts as far, in body heights.
const BEHIND: f32 = 0.02;
/// The shorts lie over the shirt, whichever is nearer.
const OVER_SHIRT: f32 = 0.012;
/// The dot on the working hip.
const MARKER: f32 = 0.018;

/// A shape before it is fitted in its box: bands round discs, in body heights.
pub(super) struct Sketch {
    pub(super) role: Role,
    pub(super) depth: Depth,
    /// How near its middle is to the onlooker.
    near: f32,
    pub(super) bands: Vec<Vec<(Seen, f32)>>,
}

/// The shapes of each pose, from back to front.
pub(super) fn sketch(poses: &[Pose], one_sided: bool) -> Vec<Vec<Sketch>> {
    let stances = aligned(poses);
    let low: Vec<Point> =
        poses.iter().zip(&stances).flat_map(|(pose, stance)| lying(pose, stance)).collect();
    let pairs = poses.iter().zip(&stances);
    pairs.map(|(pose, stance)| layers(pose, stance, one_sided, &low)).collect()
}

/// The stances of poses that belong together, moved so that what they share stays where it is: the
/// prop, else a point that rests on the ground in each, the pelvis before a hand or foot.
fn aligned(poses: &[Pose]) -> Vec<Stance> {
    let prop = poses.first().and_then(|pose| pose.props.first()).filter(|shared| {
        poses.iter().all(|pose| pose.props.first().is_some_and(|prop| prop.kind == shared.kind))
    });
    let contact = poses.first().and_then(|first| {
        let shared = |contact: &&String| poses.iter().all(|pose| pose.contacts.contains(contact));
        let mut contacts = first.contacts.iter().filter(shared);
        contacts.clone().find(|contact| *contact == "pelvis").or_else(|| contacts.next())
    });
    let anchor = |pose: &Pose, stance: &Stance| match (prop, contact) {
        (Some(_), _) => scenery::along(pose.view, pose.props[0].x),
        (None, Some(contact)) => stance.point(contact).unwrap_or_default(),
        (None, None) => Point::default(),
    };
    let mut still = None;
    let held = poses.iter().map(|pose| {
        let stance = stand(pose);
        let here = anchor(pose, &stance);
        let step = *still.get_or_insert(here) - here;
        stance.shifted(Point::new(step.x, 0.0, step.z))
    });
    held.collect()
}

/// What lies low over the floor itself, if more than feet rest there: then there is a mat.
fn lying(pose: &Pose, stance: &Stance) -> Vec<Point> {
    let is_foot = |name: &str| ["ankle", "heel", "toe"].iter().any(|foot| name.ends_with(foot));
    let furniture = |point: Point| {
        let along = scenery::across(pose.view, point - stance.moved);
        pose.props.iter().any(|prop| {
            prop.kind != PropKind::Cushion && (prop.x..prop.x + prop.width).contains(&along)
        })
    };
    let rests =
        |name: &String| !is_foot(name) && stance.point(name).is_some_and(|point| !furniture(point));
    if !pose.contacts.iter().any(rests) {
        return Vec::new();
    }
    stance.balls().map(|ball| ball.at).filter(|at| at.y < LOW && !furniture(*at)).collect()
}

fn layers(pose: &Pose, stance: &Stance, one_sided: bool, low: &[Point]) -> Vec<Sketch> {
    let camera = pose.view.camera();
    let single = |role, balls: &[Ball]| Sketch {
        role,
        depth: Depth::Near,
        near: 0.0,
        bands: vec![seen(balls, &camera)],
    };
    let mut layers = Vec::new();
    if !low.is_empty() {
        layers.push(single(Role::Mat, &scenery::mat(low)));
    } else if !pose.view.is_level() {
        layers.push(single(Role::Floor, &scenery::patch(stance.moved)));
    }
    let (held, stood): (Vec<_>, Vec<_>) =
        pose.props.iter().partition(|prop| prop.kind == PropKind::Stick);
    let pieces = |props: Vec<_>| {
        props.into_iter().flat_map(|prop| scenery::pieces(prop, pose.view)).map(|mut piece| {
            let under = Point::new(stance.moved.x, 0.0, stance.moved.z);
            for ball in &mut piece {
                ball.at = ball.at + under;
            }
            piece
        })
    };
    layers.extend(pieces(stood).map(|piece| single(Role::Prop, &piece)));
    layers.extend(body(stance, one_sided, pose.view));
    layers.extend(pieces(held).map(|piece| single(Role::Prop, &piece)));
    if one_sided {
        let at = stance.bones.right.thigh.at + stance.moved;
        layers.push(single(Role::Marker, &[Ball { at, radius: MARKER }]));
    }
    layers
}

/// The body's shapes from back to front. Parts that belong together share one, so that no seam
/// shows at a joint; the price is that a limb stands wholly before or behind another.
fn body(stance: &Stance, one_sided: bool, view: View) -> Vec<Sketch> {
    let camera = view.camera();
    let other_leg = if one_sided { Role::Resting } else { Role::Working };
    let groups: [(Role, &[Part]); 8] = [
        (Role::Trunk, &[Part::Belly, Part::Ribs]),
        (Role::Pelvis, &[Part::Pelvis]),
        (Role::Head, &[Part::Neck, Part::Head]),
        (Role::Face, &[Part::Face]),
        (Role::Working, &[Part::Leg(Side::Right)]),
        (other_leg, &[Part::Leg(Side::Left)]),
        (Role::Arm, &[Part::Arm(Side::Left)]),
        (Role::Arm, &[Part::Arm(Side::Right)]),
    ];
    let middle = camera.see(stance.moved).near;
    let head = stance.point("head").map_or(middle, |head| camera.see(head).near);
    // An eye or ear at the very edge of the head would look like a bite out of it.
    let shows = |lump: &&Lump| {
        let before = |ball: &Ball| camera.see(ball.at).near > head + 3.0 * ball.radius;
        lump.part != Part::Face || lump.balls.iter().all(before)
    };
    let mut shapes: Vec<Sketch> = groups
        .into_iter()
        .filter_map(|(role, parts)| {
            let lumps = stance.lumps.iter().filter(|lump| parts.contains(&lump.part));
            let bands: Vec<_> =
                lumps.filter(shows).map(|lump| seen(&lump.balls, &camera)).collect();
            let near = mean(bands.iter().flatten().map(|(seen, _)| seen.near))?;
            let near = if role == Role::Pelvis { near + OVER_SHIRT } else { near };
            // The one working leg keeps its full colour wherever it is; from above, far is only low.
            let full = one_sided && role == Role::Working || view == View::Top;
            let depth = if near < middle - BEHIND && !full { Depth::Far } else { Depth::Near };
            Some(Sketch { role, depth, near, bands })
        })
        .collect();
    shapes.sort_by(|one, other| one.near.total_cmp(&other.near));
    shapes
}

fn mean(values: impl Iterator<Item = f32>) -> Option<f32> {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    (count > 0.0).then_some(sum / count)
}

fn seen(balls: &[Ball], camera: &Camera) -> Vec<(Seen, f32)> {
    balls.iter().map(|ball| (camera.see(ball.at), ball.radius)).collect()
}
