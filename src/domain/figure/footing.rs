//! Where hands and feet stand in each pose of a movement, so that what rests in two poses in a row
//! rests at one place.

use std::{cmp::Ordering, collections::BTreeSet};

use super::{
    Pose,
    film::{Path, ROLLED, SAME_PLACE, clear, steps},
    reach::{Pin, Posture},
    scenery::{across, along},
    space::Point,
    stance::stand,
};

/// How far somebody travels who jumps sideways from one foot to the other. Our choice: enough to
/// be seen, little enough to leave the figure large.
const BOUND: f32 = 0.34;

/// The contacts of two poses.
fn shared<'a>(one: &'a Pose, other: &'a Pose) -> impl Iterator<Item = &'a String> {
    one.contacts.iter().filter(|contact| other.contacts.contains(contact))
}

/// The limb or the trunk that a contact belongs to.
fn limb(contact: &str) -> &str {
    match contact.split_once('-') {
        Some((side, "knee" | "ankle" | "heel" | "toe")) => {
            if side == "r" {
                "right leg"
            } else {
                "left leg"
            }
        }
        Some((side, "elbow" | "wrist" | "hand")) => {
            if side == "r" {
                "right arm"
            } else {
                "left arm"
            }
        }
        _ => "trunk",
    }
}

/// Every pose on its floor, each moved so that what it shares with the one before stays: furniture
/// first, else the limb that lets most other contacts keep their places too.
pub(super) fn aligned(poses: &[Pose]) -> Vec<Posture> {
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
pub(super) fn centre(poses: &[Pose], postures: &mut [Posture]) {
    let (Some(first), Some(last)) = (postures.first(), postures.last()) else { return };
    let aside = f32::midpoint(first.root.z, last.root.z);
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
pub(super) struct Place {
    pub(super) name: String,
    pub(super) at: Point,
    /// The next pose, or the one before, has it at the same place.
    stays: bool,
}

pub(super) type Places = Vec<Vec<Place>>;

/// Gives every contact that stays over neighbouring poses one place, and bends each pose until it
/// is there.
pub(super) fn settle(poses: &[Pose], postures: &mut [Posture], path: Path) -> Places {
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
            .find(|&pose| {
                !joins.get((pose + count - 1) % count).is_some_and(|leg| leg.contains(&name))
            })
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
    let of =
        |places: &Places, pose: usize| places[pose].iter().position(|place| place.name == name);
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
