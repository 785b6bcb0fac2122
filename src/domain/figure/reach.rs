//! Bending and shifting the body until its hands and feet are where they have to be (inverse
//! kinematics).
//!
//! Damped least squares: the points that are asked for weigh heavily, every angle pulls back a
//! little to where it was wanted, and no joint goes beyond its limits. Where the body as a whole
//! stands weighs almost nothing, so that it moves before a joint bends.

use super::{
    Angles,
    limits::held,
    skeleton::{Skeleton, place},
    space::Point,
};

/// Angles, and where the middle between the hips is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Posture {
    pub angles: Angles,
    pub root: Point,
}

/// Where a named point of the skeleton has to be; an axis that is not asked for stays free.
#[derive(Clone, Debug, PartialEq)]
pub struct Pin {
    pub name: String,
    pub at: Point,
    pub height_only: bool,
}

/// Tries per call; most need three.
const ROUNDS: usize = 12;
/// Near enough, in body heights.
const NEAR: f32 = 0.0005;
/// How strongly a limb's angle, the trunk's and the whole body's place are held against a point a
/// whole radian or body height away.
const LIMB_PULL: f32 = 0.012;
const TRUNK_PULL: f32 = 0.06;
const ROOT_PULL: f32 = 0.002;
/// The longest turn of a joint in one round, in radians.
const STRIDE: f32 = 0.35;
const UNKNOWNS: usize = Angles::COUNT + 3;

type Row = [f32; UNKNOWNS];

impl Posture {
    pub fn bones(&self) -> Skeleton {
        place(&self.angles)
    }

    pub fn point(&self, name: &str) -> Option<Point> {
        Some(self.bones().point(name)? + self.root)
    }
}

/// The posture nearest to `wanted` that has its points where the pins are, as far as joints allow.
/// `from` is where to begin looking: a posture that is nearly right saves rounds.
#[must_use]
pub fn reach(wanted: &Posture, from: &Posture, pins: &[Pin]) -> Posture {
    let mut best = *from;
    for _ in 0..ROUNDS {
        let bones = best.bones();
        let off =
            pins.iter().filter_map(|pin| Some(offset(pin, bones.point(&pin.name)?, best.root)));
        let furthest = off.map(Point::length).fold(0.0, f32::max);
        let step = solve(wanted, &best, &bones, pins);
        let longest = step[3..].iter().fold(0.0_f32, |most, turn| most.max(turn.abs()));
        let share = (STRIDE / longest.max(STRIDE)).min(1.0);
        best.root = best.root + Point::new(step[0], step[1], step[2]) * share;
        let row = best.angles.row();
        best.angles = Angles::from_row(&std::array::from_fn(|joint| {
            held(joint, row[joint] + (step[3 + joint] * share).to_degrees())
        }));
        if furthest < NEAR && longest < 0.01 {
            break;
        }
    }
    best
}

fn offset(pin: &Pin, point: Point, root: Point) -> Point {
    let off = pin.at - point - root;
    if pin.height_only { Point::new(0.0, off.y, 0.0) } else { off }
}

/// One step of Gauss and Newton, with the pulls back as further equations.
fn solve(wanted: &Posture, now: &Posture, bones: &Skeleton, pins: &[Pin]) -> Row {
    let mut normal = [[0.0; UNKNOWNS]; UNKNOWNS];
    let mut right = [0.0; UNKNOWNS];
    let joints = bones.joints(&now.angles);
    for pin in pins {
        let Some(point) = bones.point(&pin.name) else { continue };
        let off = offset(pin, point, now.root);
        let along =
            [Point::new(0.0, 1.0, 0.0), Point::new(1.0, 0.0, 0.0), Point::new(0.0, 0.0, 1.0)];
        let turns = chain(&pin.name);
        let pushes: Vec<(usize, Point)> = turns
            .iter()
            .map(|&joint| {
                let (axis, at) = joints[joint];
                (joint + 3, axis.cross(point - at))
            })
            .chain([
                (0, Point::new(1.0, 0.0, 0.0)),
                (1, Point::new(0.0, 1.0, 0.0)),
                (2, Point::new(0.0, 0.0, 1.0)),
            ])
            .collect();
        for along in &along[..if pin.height_only { 1 } else { 3 }] {
            for &(one, push) in &pushes {
                right[one] += push.dot(*along) * off.dot(*along);
                for &(other, pushed) in &pushes {
                    normal[one][other] += push.dot(*along) * pushed.dot(*along);
                }
            }
        }
    }
    let (wanted_row, row) = (wanted.angles.row(), now.angles.row());
    let away = wanted.root - now.root;
    for (unknown, away) in [away.x, away.y, away.z].into_iter().enumerate() {
        normal[unknown][unknown] += ROOT_PULL;
        right[unknown] += ROOT_PULL * away;
    }
    for joint in 0..Angles::COUNT {
        let pull = if joint < 6 { TRUNK_PULL } else { LIMB_PULL };
        let pull = pull * pull;
        normal[3 + joint][3 + joint] += pull;
        right[3 + joint] += pull * (wanted_row[joint] - row[joint]).to_radians();
    }
    descend(&mut normal, right)
}

/// The angles of `Angles::row` that move a point.
fn chain(name: &str) -> Vec<usize> {
    let (side, joint) = name.split_once('-').unwrap_or(("", name));
    let limb = if side == "l" { 16 } else { 6 };
    let trunk = match joint {
        "pelvis" => 0..0,
        "hip" | "knee" | "ankle" | "toe" | "heel" | "mid" => 0..3,
        "neck" | "head" => 0..6,
        _ => 0..5,
    };
    let own = match joint {
        "knee" => 0..3,
        "ankle" => 0..4,
        "toe" | "heel" => 0..5,
        "elbow" => 5..8,
        "wrist" => 5..9,
        "hand" => 5..10,
        _ => 0..0,
    };
    trunk.chain(own.map(|joint| limb + joint)).collect()
}

/// Solves the equations by Cholesky; the pulls back keep the matrix positive.
fn descend(normal: &mut [Row; UNKNOWNS], mut right: Row) -> Row {
    for row in 0..UNKNOWNS {
        for column in 0..=row {
            let done: f32 = (0..column).map(|k| normal[row][k] * normal[column][k]).sum();
            let rest = normal[row][column] - done;
            normal[row][column] = if row == column {
                rest.max(f32::EPSILON).sqrt()
            } else {
                rest / normal[column][column]
            };
        }
        let done: f32 = (0..row).map(|k| normal[row][k] * right[k]).sum();
        right[row] = (right[row] - done) / normal[row][row];
    }
    for row in (0..UNKNOWNS).rev() {
        let done: f32 = (row + 1..UNKNOWNS).map(|k| normal[k][row] * right[k]).sum();
        right[row] = (right[row] - done) / normal[row][row];
    }
    right
}
