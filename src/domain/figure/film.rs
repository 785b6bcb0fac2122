//! A movement through an exercise's poses: the body at every place on the way, with its hands and
//! feet kept where they rest.
//!
//! The way is solved once, at a few keys per leg from pose to pose. Between two keys angles and
//! place go straight: so near each other that nothing slides that the eye could see.

use super::{
    Angles, Pose,
    course::Way,
    footing::{Place, Places, aligned, centre, settle},
    gear::{Gear, opposite},
    motion::{interpolate, leg_of, through},
    reach::Posture,
    space::Point,
    stance::{Stance, stand_at},
    swing::{stays_put, swung},
};

/// Keys on each leg of the way.
pub const KEYS: usize = 10;
/// Two poses put a hand or foot at the same place when these are no further apart, in body
/// heights: what is left is the roundness of their angles. Further apart it is a step or a slide.
pub const SAME_PLACE: f32 = 0.08;
/// How far the bone may rise or sink over what it rests on. Our choice, within the hundredth of a
/// body height that a contact may move.
pub(super) const ROLLED: f32 = 0.003;

/// How the way goes on after the last pose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Path {
    /// There, and the same way back.
    There,
    /// On to the first pose again, as in a circle.
    Round,
    /// On to the first pose in the mirror, and from there the same for the other side.
    InTurn,
    /// A step: from the last pose to its mirror, with one leg swinging past the other.
    Walk,
}

/// A movement, ready to be looked at anywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Film {
    pub(super) poses: Vec<Pose>,
    pub(super) path: Path,
    /// The number of the end pose.
    end: usize,
    /// `KEYS` per leg, and one more at the end of an open way.
    pub(super) keys: Vec<Posture>,
    held: Vec<Vec<(String, Point)>>,
    /// Where each pose has its props.
    pub(super) roots: Vec<Point>,
}

impl Film {
    /// With the right side working.
    pub fn new(poses: &[Pose], path: Path) -> Self {
        let end = poses.len().saturating_sub(1);
        let mut poses = poses.to_vec();
        match (path, poses.first(), poses.last()) {
            (Path::InTurn, Some(first), _) => poses.push(mirrored(first)),
            (Path::Walk, _, Some(last)) => {
                let (passing, next) = (passing(last), mirrored(last));
                poses.extend([passing, next]);
            }
            _ => {}
        }
        let closed = path == Path::Round && poses.len() > 1;
        let mut postures = aligned(&poses);
        if path == Path::InTurn {
            centre(&poses, &mut postures);
        }
        let roots = postures.iter().map(|posture| posture.root).collect();
        let places = settle(&poses, &mut postures, path);
        let keys = keys(&postures, &places, closed);
        let legs = if closed { poses.len() } else { poses.len().saturating_sub(1) };
        let held = (0..legs).map(|leg| {
            let mut held = held(&places[leg], &places[(leg + 1) % poses.len()]);
            let keys = &keys[leg * KEYS..(leg + 1) * KEYS];
            held.retain(|(name, at)| stays_put(keys, name, *at));
            held
        });
        let held = held.collect();
        Self { poses, path, end, keys, held, roots }
    }

    /// How many legs the way has.
    pub fn legs(&self) -> usize {
        if self.is_closed() { self.poses.len() } else { self.poses.len().saturating_sub(1) }
    }

    /// What the table of phases needs to know.
    pub fn way(&self) -> Way {
        Way {
            path: self.path,
            legs: steps(self.legs()),
            end: steps(self.end),
            jump: self.poses.iter().any(|pose| pose.contacts.is_empty()),
        }
    }

    fn is_closed(&self) -> bool {
        self.path == Path::Round && self.poses.len() > 1
    }

    /// The pose with that number, counted on round a closed way.
    pub fn pose(&self, number: usize) -> &Pose {
        &self.poses[number % self.poses.len()]
    }

    /// The body at a place on the way: whole numbers are the poses.
    pub fn posture(&self, u: f32) -> Posture {
        let Some(last) = self.keys.len().checked_sub(1).filter(|last| *last > 0) else {
            return self.keys[0];
        };
        let legs = if self.is_closed() { last + 1 } else { last };
        let (key, t) = leg_of(u * steps(KEYS), legs);
        let (from, to) = (&self.keys[key], &self.keys[(key + 1) % self.keys.len()]);
        mixed(from, to, t)
    }

    /// The body with its flesh there.
    pub fn stance(&self, u: f32) -> Stance {
        let Posture { angles, root } = self.posture(u);
        stand_at(&angles, root)
    }

    /// The contacts that keep their place over a whole leg, with that place.
    pub fn held(&self, leg: usize) -> &[(String, Point)] {
        &self.held[leg]
    }
}

/// The contacts that both have.
pub(super) fn pins_of<'a>(
    one: &'a [Place],
    other: &'a [Place],
) -> impl Iterator<Item = &'a String> {
    let names = one.iter().map(|place| &place.name);
    names.filter(|name| other.iter().any(|place| place.name == **name))
}

/// What stays from one pose to the next, and where.
pub(super) fn held(one: &[Place], other: &[Place]) -> Vec<(String, Point)> {
    let stays = |place: &&Place| {
        other
            .iter()
            .any(|later| later.name == place.name && (later.at - place.at).length() < 2.5 * ROLLED)
    };
    one.iter().filter(stays).map(|place| (place.name.clone(), place.at)).collect()
}

pub(super) fn mixed(from: &Posture, to: &Posture, t: f32) -> Posture {
    Posture {
        angles: interpolate(&from.angles, &to.angles, t),
        root: from.root + (to.root - from.root) * t,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of keys")]
pub(super) fn steps(count: usize) -> f32 {
    count as f32
}

/// The same pose with left and right exchanged.
fn mirrored(pose: &Pose) -> Pose {
    Pose {
        angles: pose.angles.mirrored(),
        contacts: pose.contacts.iter().map(|contact| opposite(contact)).collect(),
        gear: pose.gear.iter().map(Gear::mirrored).collect(),
        ..pose.clone()
    }
}

/// Half a step: one foot flat, the other leg bent on its way past it. Our choice of angles.
fn passing(step: &Pose) -> Pose {
    let half = interpolate(&step.angles, &step.angles.mirrored(), 0.5);
    let mut angles = half;
    angles.right.hip_flex = half.trunk_lean + 4.0;
    angles.right.knee = 6.0;
    angles.right.ankle = 2.0;
    angles.left.hip_flex = half.left.hip_flex + 24.0;
    angles.left.knee = half.left.knee + 42.0;
    let contacts = ["r-ankle", "r-heel", "r-toe"].map(str::to_owned).to_vec();
    Pose { angles, contacts, props: Vec::new(), ..step.clone() }
}

/// Solves the way between the poses.
fn keys(postures: &[Posture], places: &Places, closed: bool) -> Vec<Posture> {
    let count = postures.len();
    let legs = if closed { count } else { count.saturating_sub(1) };
    let rows: Vec<[f32; Angles::COUNT]> =
        postures.iter().map(|posture| posture.angles.row()).collect();
    let wanted = |u: f32| {
        let course = |values: Vec<f32>| through(&values, closed, u);
        let root = |axis: fn(&Point) -> f32| {
            course(postures.iter().map(|posture| axis(&posture.root)).collect())
        };
        Posture {
            angles: Angles::from_row(&std::array::from_fn(|joint| {
                course(rows.iter().map(|row| row[joint]).collect())
            })),
            root: Point::new(root(|p| p.x), root(|p| p.y), root(|p| p.z)),
        }
    };
    let mut keys: Vec<Posture> = Vec::with_capacity(legs * KEYS + 1);
    for leg in 0..legs {
        let ends = [&places[leg][..], &places[(leg + 1) % count]];
        let wanted = |t: f32| wanted(steps(leg) + t);
        keys.extend(swung(postures[leg], &wanted, ends));
    }
    if !closed {
        keys.extend(postures.last());
    }
    keys
}
