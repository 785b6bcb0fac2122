//! The body on its floor: lowered until its lowest flesh rests on the ground or on a prop.

use super::{
    super::body::Side,
    Angles, Pose,
    flesh::{Ball, Lump, Part, flesh},
    scenery::{across, into},
    skeleton::{Skeleton, place},
    space::Point,
};

/// How far flesh may lie from a point of the skeleton and still be what rests there, in body
/// heights.
const REACH: f32 = 0.075;
/// How deep flesh may be pressed into the floor, in body heights: what whole degrees leave.
const PRESSED: f32 = 0.001;
/// How far a toe that rests on a thing may reach over its edge, in body heights.
const OVERHANG: f32 = 0.08;
/// How high somebody who touches nothing hangs above the floor or the highest prop: our choice,
/// enough to see daylight under the feet.
const JUMP: f32 = 0.06;

#[derive(Clone, Debug, PartialEq)]
pub struct Stance {
    pub bones: Skeleton,
    pub lumps: Vec<Lump>,
    /// How far the body was moved from the skeleton's own origin between the hips.
    pub moved: Point,
}

/// Places a pose on its floor and props.
pub fn stand(pose: &Pose) -> Stance {
    let bones = place(&pose.angles);
    let lumps = flesh(&bones);
    let stance = Stance { bones, lumps, moved: Point::default() };
    let lift = stance.lift(pose);
    stance.shifted(Point::new(0.0, lift, 0.0))
}

/// The flesh round a body whose place is known.
pub fn stand_at(angles: &Angles, root: Point) -> Stance {
    let bones = place(angles);
    let lumps = flesh(&bones);
    Stance { bones, lumps, moved: Point::default() }.shifted(root)
}

impl Stance {
    #[must_use]
    pub fn shifted(mut self, step: Point) -> Self {
        for lump in &mut self.lumps {
            for ball in &mut lump.balls {
                ball.at = ball.at + step;
            }
        }
        self.moved = self.moved + step;
        self
    }

    /// Where a named point of the skeleton has come to lie.
    pub fn point(&self, name: &str) -> Option<Point> {
        Some(self.bones.point(name)? + self.moved)
    }

    /// How far the flesh at a contact hangs above what it should rest on; `None` for a name that is
    /// no point of the skeleton.
    pub fn gap(&self, pose: &Pose, contact: &str) -> Option<f32> {
        let point = self.point(contact)?;
        self.lumps
            .iter()
            .filter(|lump| belongs(contact, lump.part))
            .flat_map(|lump| &lump.balls)
            .filter(|ball| near(**ball, point))
            .map(|ball| ball.at.y - ball.radius - self.ground(pose, *ball))
            .min_by(f32::total_cmp)
    }

    /// The lowest that any flesh is, above what it may rest on.
    pub fn clearance(&self, pose: &Pose) -> f32 {
        self.balls()
            .map(|ball| ball.at.y - ball.radius - self.ground(pose, *ball))
            .min_by(f32::total_cmp)
            .unwrap_or_default()
    }

    /// What lies below the floor: the nearest point of the skeleton, and how deep.
    pub fn sunk(&self) -> Vec<(&'static str, f32)> {
        let mut sunk: Vec<(&'static str, f32)> = Vec::new();
        for lump in &self.lumps {
            for ball in lump.balls.iter().filter(|ball| ball.at.y - ball.radius < -PRESSED) {
                let deep = ball.radius - ball.at.y;
                let apart = |name: &str| {
                    self.point(name).map_or(f32::INFINITY, |point| (point - ball.at).length())
                };
                let names = carriers(lump.part).iter().copied();
                let Some(name) = names.min_by(|one, other| apart(one).total_cmp(&apart(other)))
                else {
                    continue;
                };
                match sunk.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, deepest)) => *deepest = deepest.max(deep),
                    None => sunk.push((name, deep)),
                }
            }
        }
        sunk
    }

    pub fn balls(&self) -> impl Iterator<Item = &Ball> {
        self.lumps.iter().flat_map(|lump| &lump.balls)
    }

    fn lift(&self, pose: &Pose) -> f32 {
        let jump = if pose.contacts.is_empty() {
            pose.props.iter().map(|prop| prop.height).fold(0.0, f32::max) + JUMP
        } else {
            0.0
        };
        jump - self.clearance(pose)
    }

    /// Only flesh at a contact rests on a prop: a shank may hang in front of the chair.
    fn ground(&self, pose: &Pose, ball: Ball) -> f32 {
        let resting = pose
            .contacts
            .iter()
            .filter_map(|contact| self.point(contact))
            .any(|point| near(ball, point));
        if !resting {
            return 0.0;
        }
        let step = ball.at - self.moved;
        let (along, deep) = (across(pose.view, step), into(pose.view, step).abs());
        pose.props
            .iter()
            .filter(|prop| prop.kind.bears() && deep <= prop.kind.half_depth() + OVERHANG)
            .filter(|prop| (prop.x..prop.x + prop.width).contains(&along))
            .map(|prop| prop.y + prop.height)
            .fold(0.0, f32::max)
    }
}

/// The points of the skeleton that can lift a part.
fn carriers(part: Part) -> &'static [&'static str] {
    match part {
        Part::Pelvis => &["pelvis"],
        Part::Belly | Part::Ribs => &["mid", "chest", "r-shoulder", "l-shoulder"],
        Part::Neck | Part::Head | Part::Face => &["head"],
        Part::Leg(Side::Right) => &["r-hip", "r-knee", "r-ankle", "r-heel", "r-toe"],
        Part::Leg(Side::Left) => &["l-hip", "l-knee", "l-ankle", "l-heel", "l-toe"],
        Part::Arm(Side::Right) => &["r-shoulder", "r-elbow", "r-wrist", "r-hand"],
        Part::Arm(Side::Left) => &["l-shoulder", "l-elbow", "l-wrist", "l-hand"],
    }
}

/// Whether a contact is made by this part: a hand beside the heel does not put the foot down.
fn belongs(contact: &str, part: Part) -> bool {
    let side = if contact.starts_with("r-") { Side::Right } else { Side::Left };
    match contact.split_once('-').map(|(_, joint)| joint) {
        Some("knee" | "ankle" | "heel" | "toe") => part == Part::Leg(side),
        Some("elbow" | "wrist" | "hand") => part == Part::Arm(side),
        _ => !matches!(part, Part::Arm(_)),
    }
}

fn near(ball: Ball, point: Point) -> bool {
    let apart = ball.at - point;
    apart.dot(apart) < REACH * REACH
}
