//! From the hip check to what to train: rotation first, then what matters most (4.2).

use std::cmp::Reverse;

use super::{HIP_ORDER, HipCheck, SIDES, hip::Class};
use crate::domain::{
    body::{HipMovement, Side, named},
    exercise::ExerciseId,
    selftest::hip::How,
};

/// The two movements of R1.11.
const ROTATIONS: [HipMovement; 2] = [HipMovement::InternalRotation, HipMovement::ExternalRotation];
/// More than two at once is no focus.
const MOST: usize = 2;
/// A smaller difference between the sides says nothing (X23).
const RELEVANT_DEGREES: f64 = 10.0;

named! {
    /// What somebody wants their hips for, as far as the choice of movements asks.
    Goal {
        KickingOrSquats = "kicking-or-squats",
        Running = "running",
        Sitting = "sitting",
        DancingOrMartialArts = "dancing-or-martial-arts",
    }
}

impl Goal {
    fn movements(self) -> &'static [HipMovement] {
        match self {
            Self::KickingOrSquats => &[HipMovement::Flexion, HipMovement::InternalRotation],
            Self::Running | Self::Sitting => &[HipMovement::Extension],
            Self::DancingOrMartialArts => &[HipMovement::Abduction, HipMovement::ExternalRotation],
        }
    }
}

/// What the decision knows besides the check.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    pub goals: Vec<Goal>,
    /// Pain at the side of the hip: no crossing over (4.2).
    pub lateral_hip_pain: bool,
    /// Where the build of the hip may be the limit (X38): no more chasing there.
    pub limits: Vec<(HipMovement, Side)>,
}

/// Whether other movements than rotation may be worked on (R1.11).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RotationGate {
    Open,
    /// A rotation is limited or painful.
    Closed,
    /// A rotation was not tested, so nobody knows.
    Untested,
}

/// What is missing: room, or the use of the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Category 2 (R1.20–R1.22).
    Space,
    /// Category 3, where there is room enough (R1.24–R1.26).
    Control,
}

/// A movement to work on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    pub movement: HipMovement,
    pub kind: Kind,
    /// The sides that lack it, the weaker first. Both get the same base dose (X28).
    pub sides: Vec<Side>,
    /// The side that may do one set more, where the difference is relevant (X23, X28).
    pub weaker: Option<Side>,
    pub exercise: ExerciseId,
}

/// A movement of one side that is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excluded {
    pub movement: HipMovement,
    pub side: Side,
    pub why: Why,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Painful,
    /// Pain at the side of the hip, where crossing over presses.
    SideOfHip,
    /// Two re-tests the same against a hard stop or a pinch (X38).
    Build,
}

/// What the hip check comes to. Rotations (category 1) belong to every session, whatever stands
/// here (R1.19, R1.27).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HipDecision {
    pub gate: RotationGate,
    /// At most two; none is maintenance: rotations, and P3 or P5 beside them.
    pub focus: Vec<Focus>,
    pub excluded: Vec<Excluded>,
    /// Pain in the check: talk to a professional first (R1.31).
    pub amber: bool,
    /// Sides with hardly any inward rotation together with pain.
    pub to_be_checked: Vec<Side>,
}

impl HipDecision {
    pub fn is_maintenance(&self) -> bool {
        self.focus.is_empty()
    }
}

/// The decision logic of 4.2.
pub fn decide(check: &HipCheck, given: &Given) -> HipDecision {
    let table = Table { check, given };
    let gate = table.gate();
    let focus =
        if gate == RotationGate::Open { table.open_focus() } else { table.rotation_focus() };
    let of = |movement: HipMovement| SIDES.map(|side| (movement, side));
    let excluded = HIP_ORDER.into_iter().flat_map(of).filter_map(|(movement, side)| {
        table.excluded(movement, side).map(|why| Excluded { movement, side, why })
    });
    let in_need = |side: &Side| {
        let movement = HipMovement::InternalRotation;
        check.get(movement, *side).is_to_be_checked(movement)
    };
    HipDecision {
        gate,
        focus,
        excluded: excluded.collect(),
        amber: check.is_painful(),
        to_be_checked: SIDES.into_iter().filter(in_need).collect(),
    }
}

/// The exercise of category 2 or 3 for a movement (the last columns of 4.2).
#[expect(clippy::missing_panics_doc, reason = "every slug stands right here")]
pub fn exercise_for(movement: HipMovement, kind: Kind) -> ExerciseId {
    use HipMovement::{
        Abduction, Adduction, Extension, ExternalRotation, Flexion, InternalRotation,
    };
    let slug = match (kind, movement) {
        (Kind::Space, InternalRotation) => "iso-endorotation-9090",
        (Kind::Space, ExternalRotation) => "iso-exorotation-9090",
        (Kind::Space, Flexion) => "iso-flexion-knee-to-chest",
        (Kind::Space, Extension) => "iso-extension-half-kneeling",
        (Kind::Space, Abduction) => "iso-abduction-frog",
        (Kind::Space, Adduction) => "iso-adduction-crossbody",
        (Kind::Control, InternalRotation) => "erc-endorotation-lift",
        (Kind::Control, ExternalRotation) => "erc-exorotation-lift",
        (Kind::Control, Flexion) => "erc-flexion-knee-hold",
        (Kind::Control, Extension) => "erc-extension-prone-lift",
        (Kind::Control, Abduction) => "erc-abduction-side-lying-lift",
        (Kind::Control, Adduction) => "erc-adduction-side-lying-lift",
    };
    ExerciseId::new(slug).expect("these are slugs")
}

struct Table<'a> {
    check: &'a HipCheck,
    given: &'a Given,
}

impl Table<'_> {
    fn excluded(&self, movement: HipMovement, side: Side) -> Option<Why> {
        if self.check.get(movement, side).is_painful() {
            Some(Why::Painful)
        } else if movement == HipMovement::Adduction && self.given.lateral_hip_pain {
            Some(Why::SideOfHip)
        } else {
            self.given.limits.contains(&(movement, side)).then_some(Why::Build)
        }
    }

    fn best(&self, movement: HipMovement, side: Side) -> Option<Class> {
        self.check.get(movement, side).best(movement)
    }

    /// A rotation that its build limits does not keep the rest waiting for ever (R1.23).
    fn gate(&self) -> RotationGate {
        let mut gate = RotationGate::Open;
        for movement in ROTATIONS {
            for side in SIDES {
                let found = match (self.best(movement, side), self.excluded(movement, side)) {
                    (_, Some(Why::Build)) | (Some(Class::Fair | Class::Good), _) => continue,
                    (Some(Class::Limited), _) | (None, Some(_)) => RotationGate::Closed,
                    (None, None) => RotationGate::Untested,
                };
                if gate != RotationGate::Closed {
                    gate = found;
                }
            }
        }
        gate
    }

    /// What one side lacks; nothing where it is left alone.
    fn kind(&self, movement: HipMovement, side: Side) -> Option<Kind> {
        if self.excluded(movement, side).is_some() {
            return None;
        }
        let reading = self.check.get(movement, side);
        let active = reading.class(movement, How::Active);
        let passive = reading.class(movement, How::Passive);
        match (active, passive.or(active)?) {
            (_, room) if room < Class::Good => Some(Kind::Space),
            (Some(own), _) if own < Class::Good => Some(Kind::Control),
            _ => None,
        }
    }

    /// The limited rotations and nothing else; the worst first.
    fn rotation_focus(&self) -> Vec<Focus> {
        let limited = |movement: HipMovement, side: &Side| {
            self.excluded(movement, *side).is_none()
                && self.best(movement, *side) == Some(Class::Limited)
        };
        let mut found: Vec<(HipMovement, Vec<Side>)> = ROTATIONS
            .into_iter()
            .map(|movement| {
                (movement, SIDES.into_iter().filter(|side| limited(movement, side)).collect())
            })
            .filter(|(_, sides): &(_, Vec<Side>)| !sides.is_empty())
            .collect();
        found.sort_by_key(|(_, sides)| Reverse(sides.len()));
        found
            .into_iter()
            .map(|(movement, sides)| self.focus(movement, Kind::Space, sides))
            .collect()
    }

    fn open_focus(&self) -> Vec<Focus> {
        let mut candidates: Vec<_> = HIP_ORDER
            .into_iter()
            .filter_map(|movement| {
                let lacking = |side: &Side| self.kind(movement, *side).is_some();
                let sides: Vec<Side> = SIDES.into_iter().filter(lacking).collect();
                let class = sides.iter().filter_map(|side| self.best(movement, *side)).min()?;
                let wanted =
                    self.given.goals.iter().any(|goal| goal.movements().contains(&movement));
                let order = (class, Reverse(wanted), Reverse(self.difference(movement)));
                Some((order, movement, sides))
            })
            .collect();
        // Stable, so that the order of the check breaks ties.
        candidates.sort_by_key(|(order, ..)| *order);
        candidates
            .into_iter()
            .take(MOST)
            .map(|(_, movement, sides)| {
                let spaces = |side: &Side| self.kind(movement, *side) == Some(Kind::Space);
                let kind = if sides.iter().any(spaces) { Kind::Space } else { Kind::Control };
                self.focus(movement, kind, sides)
            })
            .collect()
    }

    fn focus(&self, movement: HipMovement, kind: Kind, mut sides: Vec<Side>) -> Focus {
        let weaker = self.weaker(movement);
        sides.sort_by_key(|side| Some(*side) != weaker);
        let weaker = weaker.filter(|side| sides.contains(side));
        Focus { movement, kind, sides, weaker, exercise: exercise_for(movement, kind) }
    }

    /// Classes apart; where they agree, one for a relevant difference in degrees.
    fn difference(&self, movement: HipMovement) -> u8 {
        let sides = SIDES.map(|side| self.level(movement, side));
        match sides {
            [Some(left), Some(right)] if left != right => {
                left.0.abs_diff(right.0).max(left.1.abs_diff(right.1))
            }
            _ => u8::from(self.weaker(movement).is_some()),
        }
    }

    /// The side that has clearly less: a lower class, or ten degrees (X23).
    fn weaker(&self, movement: HipMovement) -> Option<Side> {
        let [left, right] = SIDES.map(|side| self.level(movement, side));
        let (left, right) = (left?, right?);
        if left != right {
            return Some(if left < right { Side::Left } else { Side::Right });
        }
        How::ALL.iter().find_map(|how| {
            let reading = |side| self.check.get(movement, side);
            let angle = |side| reading(side).degrees(movement, *how);
            let (left, right) = (angle(Side::Left)?, angle(Side::Right)?);
            let alike = reading(Side::Left).read_by(*how) == reading(Side::Right).read_by(*how);
            if !alike || (left - right).abs() < RELEVANT_DEGREES {
                return None;
            }
            Some(if left < right { Side::Left } else { Side::Right })
        })
    }

    /// The room and then the use of it, as ranks to compare sides by.
    fn level(&self, movement: HipMovement, side: Side) -> Option<(u8, u8)> {
        if self.excluded(movement, side).is_some() {
            return None;
        }
        let reading = self.check.get(movement, side);
        let rank = |class| match class {
            Class::Limited => 0,
            Class::Fair => 1,
            Class::Good => 2,
        };
        let best = rank(reading.best(movement)?);
        Some((best, reading.class(movement, How::Active).map_or(best, rank)))
    }
}
