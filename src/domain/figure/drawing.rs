//! Pictures as values: a box, a floor, and shapes from back to front, all in whole numbers.

use super::{
    super::body::Side,
    Pose, PropKind,
    camera::{Camera, Seen},
    flesh::{Ball, Lump, Part},
    hull::{Disc, contour, round},
    scenery,
    space::Point,
    stance::{Stance, stand},
};

/// A body height on the picture.
const SCALE: f32 = 1000.0;
/// Empty room round the figure.
const MARGIN: i32 = 50;
/// What hangs lower than this, in body heights, should have a mat below it.
const LOW: f32 = 0.15;
/// Half as thick as the floor is drawn.
const FLOOR_EDGE: i32 = 3;

/// What a shape stands for; the style sheet gives each its colour and contour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Floor,
    Mat,
    Prop,
    /// The leg that does the exercise: also marked by a thicker contour.
    Working,
    Resting,
    Arm,
    Trunk,
    Pelvis,
    Head,
    Face,
    /// A dot on the working hip, so that the working side shows without colour.
    Marker,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    Far,
    Near,
}

/// A shape: one or more rubber bands round discs that melt together.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    pub role: Role,
    pub depth: Depth,
    pub bands: Vec<Vec<Disc>>,
}

impl Shape {
    /// The outline as SVG path data.
    pub fn path(&self) -> String {
        self.bands.iter().map(|band| contour(band)).collect()
    }
}

/// A picture; the shapes are drawn in order, the first at the back.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    pub width: i32,
    pub height: i32,
    /// How far below the top edge the floor lies, under the middle of the body.
    pub floor: i32,
    pub shapes: Vec<Shape>,
}

/// Draws one pose; without a side both legs work.
pub fn draw(pose: &Pose, side: Option<Side>) -> Drawing {
    frame(std::slice::from_ref(pose), side).remove(0)
}

/// Draws poses that belong together in boxes of one size, at one scale and with one floor.
///
/// Poses are given with the right side working; the left is the same picture in a mirror.
pub fn frame(poses: &[Pose], side: Option<Side>) -> Vec<Drawing> {
    let stances = aligned(poses);
    let resting: Vec<Point> =
        poses.iter().zip(&stances).flat_map(|(pose, stance)| lying(pose, stance)).collect();
    let sketches: Vec<Vec<Sketch>> = poses
        .iter()
        .zip(&stances)
        .map(|(pose, stance)| sketch(pose, stance, side.is_some(), &resting))
        .collect();
    let paper = Paper::round(&sketches);
    sketches
        .into_iter()
        .zip(poses)
        .map(|(sketches, pose)| {
            let drawing = paper.draw(sketches, pose);
            if side == Some(Side::Left) { mirrored(drawing) } else { drawing }
        })
        .collect()
}

/// The same picture in a mirror.
#[must_use]
pub fn mirrored(mut drawing: Drawing) -> Drawing {
    for disc in drawing.shapes.iter_mut().flat_map(|shape| shape.bands.iter_mut().flatten()) {
        disc.x = drawing.width - disc.x;
    }
    drawing
}

/// A shape before it is fitted in its box.
struct Sketch {
    role: Role,
    depth: Depth,
    near: f32,
    bands: Vec<Vec<(Seen, f32)>>,
}

/// The stances of poses that belong together, moved so that what they share stays where it is: the
/// prop, else a point that rests on the ground in each.
fn aligned(poses: &[Pose]) -> Vec<Stance> {
    let stances: Vec<Stance> = poses.iter().map(stand).collect();
    let Some((first_pose, first)) = poses.first().zip(stances.first()) else { return stances };
    let prop = first_pose.props.first().map(|prop| prop.kind).filter(|kind| {
        poses.iter().all(|pose| pose.props.first().is_some_and(|prop| prop.kind == *kind))
    });
    let shared = first_pose
        .contacts
        .iter()
        .find(|contact| poses.iter().all(|pose| pose.contacts.contains(contact)));
    let anchor = |pose: &Pose, stance: &Stance| match (prop, shared) {
        (Some(_), _) => scenery::along(pose.view, pose.props[0].x),
        (None, Some(contact)) => stance.point(contact).unwrap_or_default(),
        (None, None) => Point::default(),
    };
    let still = anchor(first_pose, first);
    poses
        .iter()
        .zip(&stances)
        .map(|(pose, stance)| {
            let step = still - anchor(pose, stance);
            stance.clone().shifted(Point::new(step.x, 0.0, step.z))
        })
        .collect()
}

/// The points that lie on the floor itself, if more than feet do: then there is a mat.
fn lying(pose: &Pose, stance: &Stance) -> Vec<Point> {
    let foot = |name: &str| ["ankle", "heel", "toe"].iter().any(|joint| name.ends_with(joint));
    let on_floor = |point: &Point| {
        let along = scenery::across(pose.view, *point - stance.moved);
        !pose
            .props
            .iter()
            .any(|prop| prop.height > 0.1 && (prop.x..prop.x + prop.width).contains(&along))
    };
    let resting = |name: &&String| stance.point(name).is_some_and(|point| on_floor(&point));
    let names: Vec<&String> = pose.contacts.iter().filter(resting).collect();
    if names.iter().all(|name| foot(name)) {
        return Vec::new();
    }
    stance.balls().map(|ball| ball.at).filter(|at| at.y < LOW && on_floor(at)).collect()
}

fn sketch(pose: &Pose, stance: &Stance, one_sided: bool, resting: &[Point]) -> Vec<Sketch> {
    let camera = pose.view.camera();
    let middle = camera.see(stance.moved).near;
    let mut sketches = body(stance, one_sided, &camera);
    for prop in &pose.props {
        let moved = Point::new(stance.moved.x, 0.0, stance.moved.z);
        let near = if prop.kind == PropKind::Stick { f32::INFINITY } else { f32::NEG_INFINITY };
        for piece in scenery::pieces(prop, pose.view) {
            let balls = piece.iter().map(|ball| Ball { at: ball.at + moved, ..*ball });
            let bands = vec![seen(balls, &camera)];
            sketches.push(Sketch { role: Role::Prop, depth: Depth::Near, near, bands });
        }
    }
    for sketch in &mut sketches {
        // The one working leg keeps its full colour wherever it is.
        if sketch.near < middle - 0.02 && !(one_sided && sketch.role == Role::Working) {
            sketch.depth = Depth::Far;
        }
    }
    sketches.sort_by(|one, other| one.near.total_cmp(&other.near));
    if !resting.is_empty() {
        let bands = vec![seen(scenery::mat(resting).into_iter(), &camera)];
        sketches.insert(0, Sketch { role: Role::Mat, depth: Depth::Near, near: 0.0, bands });
    } else if !pose.view.is_level() {
        let bands = vec![seen(scenery::patch(stance.moved).into_iter(), &camera)];
        sketches.insert(0, Sketch { role: Role::Floor, depth: Depth::Near, near: 0.0, bands });
    }
    if one_sided {
        let hip = stance.bones.right.thigh.at + stance.moved;
        let bands = vec![seen([Ball { at: hip, radius: 0.018 }].into_iter(), &camera)];
        sketches.push(Sketch { role: Role::Marker, depth: Depth::Near, near: 0.0, bands });
    }
    sketches
}

/// The body's shapes: parts that belong together share one, so that no seam shows at a joint.
fn body(stance: &Stance, one_sided: bool, camera: &Camera) -> Vec<Sketch> {
    let head = camera.see(stance.point("head").unwrap_or_default()).near;
    let groups: [(Role, f32, &[Part]); 8] = [
        (Role::Trunk, 0.0, &[Part::Belly, Part::Ribs]),
        (Role::Pelvis, 0.004, &[Part::Pelvis]),
        (Role::Head, 0.0, &[Part::Neck, Part::Head]),
        (Role::Face, 0.0, &[Part::Face]),
        (Role::Working, 0.0, &[Part::Leg(Side::Right)]),
        (if one_sided { Role::Resting } else { Role::Working }, 0.0, &[Part::Leg(Side::Left)]),
        (Role::Arm, 0.0, &[Part::Arm(Side::Left)]),
        (Role::Arm, 0.0, &[Part::Arm(Side::Right)]),
    ];
    groups
        .into_iter()
        .map(|(role, bias, parts)| {
            let lumps: Vec<&Lump> =
                stance.lumps.iter().filter(|lump| parts.contains(&lump.part)).collect();
            let lumps: Vec<&Lump> = lumps
                .into_iter()
                .filter(|lump| {
                    role != Role::Face || camera.see(lump.balls[0].at).near > head + 0.012
                })
                .collect();
            let bands: Vec<Vec<(Seen, f32)>> =
                lumps.iter().map(|lump| seen(lump.balls.iter().copied(), camera)).collect();
            let (sum, count) = bands
                .iter()
                .flatten()
                .fold((0.0, 0.0), |(sum, count), (seen, _)| (sum + seen.near, count + 1.0));
            Sketch {
                role,
                depth: Depth::Near,
                near: if count == 0.0 { 0.0 } else { sum / count + bias },
                bands,
            }
        })
        .collect()
}

fn seen(balls: impl Iterator<Item = Ball>, camera: &Camera) -> Vec<(Seen, f32)> {
    balls.map(|ball| (camera.see(ball.at), ball.radius)).collect()
}

/// The box that holds every sketch, in body heights.
struct Paper {
    left: f32,
    top: f32,
    width: i32,
    height: i32,
}

impl Paper {
    fn round(sketches: &[Vec<Sketch>]) -> Self {
        let (mut left, mut right) = (f32::INFINITY, f32::NEG_INFINITY);
        let (mut bottom, mut top) = (0.0_f32, f32::NEG_INFINITY);
        for (seen, radius) in
            sketches.iter().flatten().flat_map(|sketch| sketch.bands.iter().flatten())
        {
            left = left.min(seen.x - radius);
            right = right.max(seen.x + radius);
            bottom = bottom.min(seen.y - radius);
            top = top.max(seen.y + radius);
        }
        // A box much longer than wide, or the reverse, makes the figure tiny in a list.
        let width = (right - left).max((top - bottom) * 0.6);
        let height = (top - bottom).max(width * 0.4);
        let left = (left + right - width) / 2.0;
        let top = bottom + height;
        let size = |length: f32| round(length * SCALE) + 2 * MARGIN;
        Self { left, top, width: size(width), height: size(height) }
    }

    fn draw(&self, sketches: Vec<Sketch>, pose: &Pose) -> Drawing {
        let floor = self.down(0.0);
        let mut shapes = Vec::with_capacity(sketches.len() + 1);
        if pose.view.is_level() {
            let edge = |x| Disc { x, y: floor + FLOOR_EDGE, radius: FLOOR_EDGE };
            let bands = vec![vec![edge(FLOOR_EDGE), edge(self.width - FLOOR_EDGE)]];
            shapes.push(Shape { role: Role::Floor, depth: Depth::Near, bands });
        }
        for Sketch { role, depth, bands, .. } in sketches {
            let bands = bands
                .iter()
                .map(|band| band.iter().map(|(seen, radius)| self.disc(*seen, *radius)).collect())
                .collect();
            shapes.push(Shape { role, depth, bands });
        }
        Drawing { width: self.width, height: self.height, floor, shapes }
    }

    fn disc(&self, seen: Seen, radius: f32) -> Disc {
        let x = MARGIN + round((seen.x - self.left) * SCALE);
        Disc { x, y: self.down(seen.y), radius: round(radius * SCALE) }
    }

    fn down(&self, up: f32) -> i32 {
        MARGIN + round((self.top - up) * SCALE)
    }
}
