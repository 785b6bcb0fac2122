//! Which part of the body stands before which, decided calmly: two parts that are about equally near
//! keep the order they had, so that nothing flickers while the body moves.

use super::{super::body::Side, camera::Camera, flesh::Part, stance::Stance};

/// How much nearer a part has to be before it passes another, in body heights.
const PASSES: f32 = 0.02;
/// How far behind the middle of the body a part counts as far, and how much less than that brings
/// it back.
const BEHIND: f32 = 0.02;
/// The shorts lie over the shirt, whichever is nearer.
const OVER_SHIRT: f32 = 0.012;

/// Parts that share one shape, so that no seam shows at a joint; the price is that a limb stands
/// wholly before or behind another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Trunk,
    Pelvis,
    Head,
    Leg(Side),
    Arm(Side),
}

impl Group {
    pub(super) const ALL: [Self; 7] = [
        Self::Trunk,
        Self::Pelvis,
        Self::Head,
        Self::Leg(Side::Right),
        Self::Leg(Side::Left),
        Self::Arm(Side::Left),
        Self::Arm(Side::Right),
    ];

    pub(super) fn holds(self, part: Part) -> bool {
        match part {
            Part::Belly | Part::Ribs => self == Self::Trunk,
            Part::Pelvis => self == Self::Pelvis,
            Part::Neck | Part::Head => self == Self::Head,
            Part::Leg(side) => self == Self::Leg(side),
            Part::Arm(side) => self == Self::Arm(side),
            Part::Face => false,
        }
    }
}

/// The groups from back to front, and which of them are far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Order {
    pub(super) groups: [(Group, bool); 7],
}

impl Order {
    /// The plain order of a still picture.
    pub(super) fn of(stance: &Stance, camera: &Camera) -> Self {
        let nears = nears(stance, camera);
        let mut groups: Vec<(Group, f32)> = Group::ALL.into_iter().zip(nears).collect();
        groups.sort_by(|one, other| one.1.total_cmp(&other.1));
        Self { groups: std::array::from_fn(|at| (groups[at].0, groups[at].1 < -BEHIND)) }
    }

    /// The order a moment later, as little changed as can be.
    pub(super) fn next(self, stance: &Stance, camera: &Camera) -> Self {
        let nears = nears(stance, camera);
        let near = |group: Group| {
            Group::ALL.iter().position(|one| *one == group).map_or(0.0, |at| nears[at])
        };
        let mut groups = self.groups;
        // Neighbours change places until nobody passes anybody any more.
        for _ in 0..groups.len() {
            for at in 1..groups.len() {
                if near(groups[at - 1].0) > near(groups[at].0) + PASSES {
                    groups.swap(at - 1, at);
                }
            }
        }
        for (group, far) in &mut groups {
            let edge = if *far { -BEHIND / 2.0 } else { -1.5 * BEHIND };
            *far = near(*group) < edge;
        }
        Self { groups }
    }

    pub(super) fn place(&self, group: Group) -> usize {
        self.groups.iter().position(|(one, _)| *one == group).unwrap_or_default()
    }
}

/// How near each group is, counted from the middle of the body.
fn nears(stance: &Stance, camera: &Camera) -> [f32; 7] {
    let middle = camera.see(stance.moved).near;
    Group::ALL.map(|group| {
        let lumps = stance.lumps.iter().filter(|lump| group.holds(lump.part));
        let (sum, count) = lumps
            .flat_map(|lump| &lump.balls)
            .fold((0.0, 0.0), |(sum, count), ball| (sum + camera.see(ball.at).near, count + 1.0));
        let over = if group == Group::Pelvis { OVER_SHIRT } else { 0.0 };
        sum / f32::max(count, 1.0) - middle + over
    })
}
