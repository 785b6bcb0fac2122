//! A movement through an exercise's poses: the body at every place on the way, with its hands and
//! feet kept where they rest.
//!
//! The way is solved once, at a few keys per leg from pose to pose. Between two keys angles and
//! place go straight: so near each other that nothing slides that the eye could see.

use std::{cmp::Ordering, collections::BTreeSet};

use super::{
    Angles, Pose,
    course::Way,
    motion::{interpolate, leg_of, through},
    reach::{Pin, Posture, reach},
    scenery::{across, along},
    space::Point,
    stance::{Stance, stand, stand_at},
};

/// Keys on each leg of the way.
pub const KEYS: usize = 8;
/// Two poses put a hand or foot at the same place when these are no further apart, in body
/// heights: what is left is the roundness of their angles. Further apart it is a step or a slide.
pub const SAME_PLACE: f32 = 0.06;
/// How far the bone may rise or sink over what it rests on. Our choice, within the hundredth of a
/// body height that a contact may move.
const ROLLED: f32 = 0.003;
/// How high a foot is lifted on its way to another place. Our choice.
const STEP_HEIGHT: f32 = 0.035;
/// How far somebody travels who jumps sideways from one foot to the other. Our choice: enough to
/// be seen, little enough to leave the figure large.
const BOUND: f32 = 0.34;

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
        let held = (0..legs).map(|leg| held(&places[leg], &places[(leg + 1) % poses.len()])).collect();
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
fn pins_of<'a>(one: &'a [Place], other: &'a [Place]) -> impl Iterator<Item = &'a String> {
    let names = one.iter().map(|place| &place.name);
    names.filter(|name| other.iter().any(|place| place.name == **name))
}

/// What stays from one pose to the next, and where.
fn held(one: &[Place], other: &[Place]) -> Vec<(String, Point)> {
    let stays = |place: &&Place| {
        other.iter().any(|later| {
            later.name == place.name && (later.at - place.at).length() < 2.5 * ROLLED
        })
    };
    one.iter().filter(stays).map(|place| (place.name.clone(), place.at)).collect()
}

fn mixed(from: &Posture, to: &Posture, t: f32) -> Posture {
    Posture {
        angles: interpolate(&from.angles, &to.angles, t),
        root: from.root + (to.root - from.root) * t,
    }
}

#[expect(clippy::cast_precision_loss, reason = "a handful of keys")]
fn steps(count: usize) -> f32 {
    count as f32
}

/// The contacts of two poses.
fn shared<'a>(one: &'a Pose, other: &'a Pose) -> impl Iterator<Item = &'a String> {
    one.contacts.iter().filter(|contact| other.contacts.contains(contact))
}

/// The same pose with left and right exchanged.
fn mirrored(pose: &Pose) -> Pose {
    let other = |contact: &String| match contact.split_once('-') {
        Some(("r", joint)) => format!("l-{joint}"),
        Some(("l", joint)) => format!("r-{joint}"),
        _ => contact.clone(),
    };
    Pose {
        angles: pose.angles.mirrored(),
        contacts: pose.contacts.iter().map(other).collect(),
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

/// The limb or the trunk that a contact belongs to.
fn limb(contact: &str) -> &str {
    match contact.split_once('-') {
        Some((side, "knee" | "ankle" | "heel" | "toe")) => {
            if side == "r" { "right leg" } else { "left leg" }
        }
        Some((side, "elbow" | "wrist" | "hand")) => {
            if side == "r" { "right arm" } else { "left arm" }
        }
        _ => "trunk",
    }
}

/// Every pose on its floor, each moved so that what it shares with the one before stays: furniture
/// first, else the limb that lets most other contacts keep their places too.
fn aligned(poses: &[Pose]) -> Vec<Posture> {
    let mut postures: Vec<Posture> = Vec::with_capacity(poses.len());
    for (index, pose) in poses.iter().enumerate() {
        let stance = stand(pose);
        let mut posture = Posture { angles: pose.angles, root: stance.moved };
        if let Some((before, earlier)) = index.checked_sub(1).map(|at| (&poses[at], postures[at])) {
            let step = best_step(before, pose, &earlier, &posture)
                .unwrap_or_else(|| leap(before, pose, &earlier, &posture));
            posture.root = posture.root + step;
            posture.root = posture.root + furniture(before, pose, &earlier, &posture);
        }
        postures.push(posture);
    }
    postures
}

fn flat(step: Point) -> Point {
    Point::new(step.x, 0.0, step.z)
}

/// The step across the picture that keeps a piece of furniture where it was.
fn furniture(before: &Pose, pose: &Pose, earlier: &Posture, posture: &Posture) -> Point {
    let place = |pose: &Pose, root: Point| {
        let prop = pose.props.iter().find(|prop| prop.kind.is_fixed())?;
        Some((prop.kind, across(pose.view, root) + prop.x))
    };
    match (place(before, earlier.root), place(pose, posture.root)) {
        (Some((old, from)), Some((new, to))) if old == new => along(pose.view, from - to),
        _ => Point::default(),
    }
}

/// The step that keeps one limb in place, chosen so that most other limbs stay too.
fn best_step(before: &Pose, pose: &Pose, earlier: &Posture, posture: &Posture) -> Option<Point> {
    let mut limbs: Vec<(&str, Vec<Point>)> = Vec::new();
    for name in shared(before, pose) {
        let (Some(old), Some(new)) = (earlier.point(name), posture.point(name)) else { continue };
        let step = flat(old - new);
        match limbs.iter_mut().find(|(one, _)| *one == limb(name)) {
            Some((_, steps)) => steps.push(step),
            None => limbs.push((limb(name), vec![step])),
        }
    }
    let fitting = |step: Point| -> Vec<Point> {
        let near = |other: &&Point| (**other - step).length() < SAME_PLACE;
        let stays = |steps: &&Vec<Point>| steps.iter().filter(near).count() == steps.len();
        limbs.iter().map(|(_, steps)| steps).filter(stays).flatten().copied().collect()
    };
    let best = limbs
        .iter()
        .rev()
        .map(|(_, steps)| fitting(middle(steps)))
        .max_by_key(Vec::len)
        .filter(|fitting| !fitting.is_empty());
    best.map(|fitting| middle(&fitting)).or_else(|| limbs.first().map(|(_, steps)| middle(steps)))
}

fn middle(points: &[Point]) -> Point {
    let sum = points.iter().fold(Point::default(), |sum, point| sum + *point);
    sum * (1.0 / steps_f(points.len()))
}

fn steps_f(count: usize) -> f32 {
    steps(count.max(1))
}

/// Through the air: on the spot, or sideways from one foot to the other.
fn leap(before: &Pose, pose: &Pose, earlier: &Posture, posture: &Posture) -> Point {
    let side = |pose: &Pose| {
        let right = pose.contacts.iter().any(|contact| contact.starts_with("r-"));
        let left = pose.contacts.iter().any(|contact| contact.starts_with("l-"));
        match (right, left) {
            (true, false) => 1.0,
            (false, true) => -1.0,
            _ => 0.0,
        }
    };
    let airborne = before.contacts.is_empty() || pose.contacts.is_empty();
    let aside = if airborne { (side(pose) - side(before)) * BOUND / 2.0 } else { 0.0 };
    flat(earlier.root - posture.root) + Point::new(0.0, 0.0, aside)
}

/// Puts a way that ends in its mirror image astride the middle, so that the mirror joins on. What
/// is left over is made up for in the air.
fn centre(poses: &[Pose], postures: &mut [Posture]) {
    let (Some(first), Some(last)) = (postures.first(), postures.last()) else { return };
    let aside = (first.root.z + last.root.z) / 2.0;
    let ahead = last.root.x - first.root.x;
    let landed = poses.iter().rposition(|pose| pose.contacts.is_empty());
    for (index, posture) in postures.iter_mut().enumerate() {
        let share = landed.map_or(0.0, |air| match index.cmp(&air) {
            Ordering::Less => 0.0,
            Ordering::Equal => 0.5,
            Ordering::Greater => 1.0,
        });
        posture.root = posture.root - Point::new(ahead * share, 0.0, aside);
    }
}

/// Where a pose has one of its contacts.
#[derive(Clone, Debug, PartialEq)]
struct Place {
    name: String,
    at: Point,
    /// The next pose, or the one before, has it at the same place.
    stays: bool,
}

type Places = Vec<Vec<Place>>;

/// Gives every contact that stays over neighbouring poses one place, and bends each pose until it
/// is there.
fn settle(poses: &[Pose], postures: &mut [Posture], path: Path) -> Places {
    let count = poses.len();
    let closed = path == Path::Round && count > 1;
    // A way that joins its mirror must begin and end in exactly the same posture.
    let fixed = if path == Path::InTurn { [0, count - 1] } else { [count, count] };
    let mut places: Places = poses
        .iter()
        .zip(postures.iter())
        .map(|(pose, posture)| {
            let place = |name: &String| {
                Some(Place { name: name.clone(), at: posture.point(name)?, stays: false })
            };
            pose.contacts.iter().filter_map(place).collect()
        })
        .collect();
    let joins: Vec<Vec<String>> = (0..if closed { count } else { count.saturating_sub(1) })
        .map(|leg| staying(&places[leg], &places[(leg + 1) % count]))
        .collect();
    let names: BTreeSet<String> = joins.iter().flatten().cloned().collect();
    for name in names {
        // Round a circle the first run may have begun in the last poses.
        let start = (0..count)
            .find(|&pose| !joins.get((pose + count - 1) % count).is_some_and(|leg| leg.contains(&name)))
            .unwrap_or(0);
        let mut run = vec![start];
        for step in 1..=count {
            let (last, pose) = ((start + step - 1) % count, (start + step) % count);
            if step < count && joins.get(last).is_some_and(|leg| leg.contains(&name)) {
                run.push(pose);
            } else {
                share(&name, &run, fixed, &mut places);
                run = vec![pose];
            }
        }
    }
    for (posture, places) in postures.iter_mut().zip(&places) {
        let pins: Vec<Pin> = places.iter().map(Place::pin).collect();
        *posture = clear(posture, *posture, pins);
    }
    places
}

/// The contacts that two poses have at the same place. A limb stays as a whole, or it moves.
fn staying(one: &[Place], other: &[Place]) -> Vec<String> {
    let apart = |place: &Place| {
        let later = other.iter().find(|later| later.name == place.name)?;
        Some(flat(place.at - later.at).length())
    };
    let moves = |name: &str| {
        let own = one.iter().filter(|place| limb(&place.name) == limb(name));
        own.filter_map(apart).any(|apart| apart >= SAME_PLACE)
    };
    one.iter()
        .filter(|place| apart(place).is_some() && !moves(&place.name))
        .map(|place| place.name.clone())
        .collect()
}

impl Place {
    fn pin(&self) -> Pin {
        Pin { name: self.name.clone(), at: self.at, height_only: !self.stays }
    }
}

/// One place for a contact over a run of poses: the middle of where each has it. How high the
/// skeleton runs above the floor there may differ a little, as the flesh is rolled over.
fn share(name: &str, run: &[usize], fixed: [usize; 2], places: &mut Places) {
    if run.len() < 2 {
        return;
    }
    let of = |places: &Places, pose: usize| {
        places[pose].iter().position(|place| place.name == name)
    };
    let at = |poses: &mut dyn Iterator<Item = &usize>| -> Vec<Point> {
        poses.filter_map(|&pose| Some(places[pose][of(places, pose)?].at)).collect()
    };
    let firm = at(&mut run.iter().filter(|pose| fixed.contains(pose)));
    let middle = middle(&if firm.is_empty() { at(&mut run.iter()) } else { firm });
    for &pose in run {
        for place in places[pose].iter_mut().filter(|place| place.name == name) {
            let rolled = (place.at.y - middle.y).clamp(-ROLLED, ROLLED);
            place.at = middle + Point::new(0.0, rolled, 0.0);
            place.stays = true;
        }
    }
}

/// Solves the way between the poses.
fn keys(
    postures: &[Posture],
    places: &Places,
    closed: bool,
) -> Vec<Posture> {
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
        let next = (leg + 1) % count;
        keys.push(postures[leg]);
        for key in 1..KEYS {
            let t = steps(key) / steps(KEYS);
            let wanted = wanted(steps(leg) + t);
            let pins: Vec<Pin> = places[leg]
                .iter()
                .filter_map(|from| {
                    let to = places[next].iter().find(|to| to.name == from.name)?;
                    let knee = format!("{}-knee", &from.name[..1]);
                    let kneels = pins_of(&places[leg], &places[next]).any(|name| *name == knee);
                    let at = on_the_way(&from.name, from.at, to.at, t, !kneels);
                    Some(Pin { name: from.name.clone(), at, height_only: false })
                })
                .collect();
            keys.push(clear(&wanted, keys[keys.len() - 1], pins));
        }
    }
    if !closed {
        keys.extend(postures.last());
    }
    keys
}

/// Where a contact is between its places: where it stays, or on its way there, a foot off the
/// floor if it `steps`, and anything else along it. From one height to another the left foot goes first.
fn on_the_way(name: &str, from: Point, to: Point, t: f32, steps: bool) -> Point {
    let foot = matches!(name.split_once('-'), Some((_, "ankle" | "heel" | "toe")));
    let climb = (from.y - to.y).abs();
    let t = match name.split_once('-') {
        Some(("l", _)) if foot && climb > SAME_PLACE => (2.0 * t).min(1.0),
        Some(_) if foot && climb > SAME_PLACE => (2.0 * t - 1.0).max(0.0),
        _ => t,
    };
    let t = t * t * (3.0 - 2.0 * t);
    let moves = (from - to).length() > 2.5 * ROLLED;
    let high = STEP_HEIGHT + 0.6 * climb;
    let lift = if moves && foot && steps { high * (std::f32::consts::PI * t).sin() } else { 0.0 };
    from + (to - from) * t + Point::new(0.0, lift, 0.0)
}

/// The posture with its pins kept and nothing below the floor.
fn clear(wanted: &Posture, before: Posture, mut pins: Vec<Pin>) -> Posture {
    let held = pins.len();
    let mut found = reach(wanted, &before, &pins);
    for _ in 0..4 {
        let stance = stand_at(&found.angles, found.root);
        let sunk = stance.sunk();
        if sunk.is_empty() {
            break;
        }
        for (name, deep) in sunk {
            let Some(at) = found.point(name) else { continue };
            let up = at + Point::new(0.0, deep, 0.0);
            if let Some(earlier) = pins[held..].iter_mut().find(|pin| pin.name == name) {
                earlier.at = up;
            } else {
                pins.push(Pin { name: name.to_owned(), at: up, height_only: true });
            }
        }
        found = reach(wanted, &found, &pins);
    }
    found
}
