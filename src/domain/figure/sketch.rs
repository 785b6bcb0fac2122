//! Which shapes make a picture, and which of them stands before which.

use super::{
    super::body::{Muscle, Side},
    Pose, Prop, PropKind, View,
    camera::{Camera, Seen},
    drawing::{Depth, Role},
    flesh::{Ball, Lump, Part},
    gear::Gear,
    muscles::{self, On},
    order::{Group, Order},
    scenery,
    space::Point,
    stance::{Stance, stand},
};

/// What hangs lower than this, in body heights, should have a mat below it.
const LOW: f32 = 0.15;
/// Hatching that faces away further than this lies behind the limb.
const TURNED_AWAY: f32 = -0.45;
/// How long an arrow is.
pub(super) const ARROW: f32 = 0.17;
/// The dot on the working hip.
const MARKER: f32 = 0.018;

/// A shape before it is fitted in its box: bands round discs, in body heights.
pub(super) struct Sketch {
    pub(super) role: Role,
    pub(super) depth: Depth,
    pub(super) bands: Vec<Vec<(Seen, f32)>>,
}

/// The shapes of each pose, from back to front.
pub(super) fn sketch(poses: &[Pose], one_sided: bool) -> Vec<Vec<Sketch>> {
    let stances = aligned(poses);
    let low: Vec<Point> =
        poses.iter().zip(&stances).flat_map(|(pose, stance)| lying(pose, stance)).collect();
    let still = |(pose, stance): (&Pose, &Stance)| {
        let under = Point::new(stance.moved.x, 0.0, stance.moved.z);
        let props: Vec<_> = pose.props.iter().map(|prop| (prop.clone(), under)).collect();
        layers(&Subject {
            stance,
            view: pose.view,
            props: &props,
            gear: &pose.gear,
            low: &low,
            patch: &[stance.moved],
            working: one_sided.then_some(Side::Right),
            order: Order::of(stance, &pose.view.camera()),
            muscles: &[],
            force: &[],
            shows_force: false,
        })
    };
    poses.iter().zip(&stances).map(still).collect()
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
pub(super) fn lying(pose: &Pose, stance: &Stance) -> Vec<Point> {
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

/// Everything that one picture shows.
pub(super) struct Subject<'a> {
    pub(super) stance: &'a Stance,
    pub(super) view: View,
    /// Each prop, and the point of the floor that its place is counted from.
    pub(super) props: &'a [(Prop, Point)],
    /// What goes along with the body.
    pub(super) gear: &'a [Gear],
    /// What lies low, for the mat.
    pub(super) low: &'a [Point],
    /// Where the floor shows from above, if there is no mat.
    pub(super) patch: &'a [Point],
    pub(super) working: Option<Side>,
    pub(super) order: Order,
    pub(super) muscles: &'a [Muscle],
    /// Where arrows point from, and their ways; with room for them when there are none.
    pub(super) force: &'a [(Point, Point)],
    pub(super) shows_force: bool,
}

pub(super) fn layers(subject: &Subject<'_>) -> Vec<Sketch> {
    let view = subject.view;
    let camera = view.camera();
    let single = |role, balls: &[Ball]| Sketch {
        role,
        depth: Depth::Near,
        bands: vec![seen(balls, &camera)],
    };
    let mut layers = Vec::new();
    if !subject.low.is_empty() {
        layers.push(single(Role::Mat, &scenery::mat(subject.low)));
    } else if !view.is_level() {
        layers.push(single(
            Role::Floor,
            &subject.patch.iter().flat_map(|under| scenery::patch(*under)).collect::<Vec<_>>(),
        ));
    }
    let (held, stood): (Vec<_>, Vec<_>) =
        subject.props.iter().partition(|(prop, _)| prop.kind == PropKind::Stick);
    let pieces = |props: Vec<&(Prop, Point)>| -> Vec<Vec<Ball>> {
        let piece = |(prop, under): &(Prop, Point)| {
            let mut pieces = scenery::pieces(prop, view);
            for ball in pieces.iter_mut().flatten() {
                ball.at = ball.at + *under;
            }
            pieces
        };
        props.into_iter().flat_map(piece).collect()
    };
    layers.extend(pieces(stood).iter().map(|piece| single(Role::Prop, piece)));
    // Before the body or behind it, with equally many shapes either way.
    let (mut far, mut near) = (Vec::new(), Vec::new());
    for gear in subject.gear {
        let (pieces, behind) = gear.pieces(subject.stance, &camera);
        for piece in pieces {
            let (shown, empty) = if behind { (&mut far, &mut near) } else { (&mut near, &mut far) };
            shown.push(single(Role::Gear, &piece));
            empty.push(Sketch { role: Role::Gear, depth: Depth::Near, bands: Vec::new() });
        }
    }
    layers.extend(far);
    body(subject, &camera, &mut layers);
    layers.extend(near);
    layers.extend(pieces(held).iter().map(|piece| single(Role::Prop, piece)));
    if subject.shows_force {
        let bands = subject.force.iter().flat_map(|(at, way)| arrow(*at, *way, &camera)).collect();
        layers.push(Sketch { role: Role::Force, depth: Depth::Near, bands });
    }
    layers
}

/// The body's shapes from back to front, each followed by what is drawn upon it.
fn body(subject: &Subject<'_>, camera: &Camera, layers: &mut Vec<Sketch>) {
    let Subject { stance, view, working, order, .. } = *subject;
    let stripes = if subject.muscles.is_empty() {
        Vec::new()
    } else {
        muscles::stripes(subject.muscles, &stance.bones, working)
    };
    let hatch = |on: On| {
        let bands = stripes
            .iter()
            .filter(|stripe| stripe.on == on && camera.see(stripe.faces).near > TURNED_AWAY)
            .flat_map(|stripe| stripe.bands)
            .map(|band| band.map(|ball| (camera.see(ball.at + stance.moved), ball.radius)).to_vec())
            .collect();
        Sketch { role: Role::Muscle, depth: Depth::Near, bands }
    };
    let over_hip = |side| order.place(Group::Leg(side)).max(order.place(Group::Pelvis));
    let over_trunk = order.place(Group::Trunk).max(order.place(Group::Pelvis));
    for (place, (group, far)) in order.groups.into_iter().enumerate() {
        let role = match group {
            Group::Trunk => Role::Trunk,
            Group::Pelvis => Role::Pelvis,
            Group::Head => Role::Head,
            Group::Leg(side) if working.is_none_or(|working| working == side) => Role::Working,
            Group::Leg(_) => Role::Resting,
            Group::Arm(_) => Role::Arm,
        };
        // The one working leg keeps its full colour wherever it is; from above, far is only low.
        let full = working.is_some() && role == Role::Working || view == View::Top;
        let depth = if far && !full { Depth::Far } else { Depth::Near };
        let lumps = stance.lumps.iter().filter(|lump| group.holds(lump.part));
        let bands = lumps.map(|lump| seen(&lump.balls, camera)).collect();
        layers.push(Sketch { role, depth, bands });
        if group == Group::Head {
            layers.push(face(stance, camera));
        }
        let hatches = !subject.muscles.is_empty();
        if let Group::Leg(side) = group
            && hatches
        {
            layers.push(hatch(On::Leg(side)));
        }
        for side in [Side::Right, Side::Left] {
            if place == over_hip(side) && hatches {
                layers.push(hatch(On::Hip(side)));
            }
            if place == over_hip(side) && working == Some(side) {
                let at = stance.bones.limbs(side).thigh.at + stance.moved;
                let bands = vec![seen(&[Ball { at, radius: MARKER }], camera)];
                layers.push(Sketch { role: Role::Marker, depth: Depth::Near, bands });
            }
        }
        if place == over_trunk && hatches {
            layers.push(hatch(On::Trunk));
        }
    }
}

/// An eye or ear at the very edge of the head would look like a bite out of it.
fn face(stance: &Stance, camera: &Camera) -> Sketch {
    let middle = camera.see(stance.moved).near;
    let head = stance.point("head").map_or(middle, |head| camera.see(head).near);
    let before = |ball: &Ball| camera.see(ball.at).near > head + 3.0 * ball.radius;
    let shows = |lump: &&Lump| lump.part == Part::Face && lump.balls.iter().all(before);
    let bands = stance.lumps.iter().filter(shows).map(|lump| seen(&lump.balls, camera)).collect();
    Sketch { role: Role::Face, depth: Depth::Near, bands }
}

/// A shaft and a head that point along a way, flat on the picture.
fn arrow(at: Point, way: Point, camera: &Camera) -> [Vec<(Seen, f32)>; 2] {
    let (from, to) = (camera.see(at), camera.see(at + way));
    let (x, y) = (to.x - from.x, to.y - from.y);
    let long = x.hypot(y).max(0.001);
    let (x, y) = (x / long, y / long);
    let disc = |along: f32, aside: f32, radius| {
        let seen =
            Seen { x: from.x + along * x - aside * y, y: from.y + along * y + aside * x, ..from };
        (seen, radius)
    };
    [
        vec![disc(0.0, 0.0, 0.012), disc(0.11, 0.0, 0.012)],
        vec![disc(0.1, 0.04, 0.006), disc(0.1, -0.04, 0.006), disc(ARROW, 0.0, 0.006)],
    ]
}

pub(super) fn seen(balls: &[Ball], camera: &Camera) -> Vec<(Seen, f32)> {
    balls.iter().map(|ball| (camera.see(ball.at), ball.radius)).collect()
}
