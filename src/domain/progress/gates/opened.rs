//! The stages that stay closed until their gate was passed and somebody said yes: those that jump
//! (X14, X27).

use std::collections::BTreeSet;

use super::{is_of, reached};
use crate::domain::{exercise::Condition, programme::SessionId, progress::Decision};

/// The one programme that jumps, and its stages in their order.
const PROGRAMME: &str = "P5";
const STAGES: [&str; 5] = ["P5-L1", "P5-L2", "P5-L3a", "P5-L3b", "P5-M"];
/// From here on every stage jumps, and is closed until then.
const JUMPS_FROM: usize = 2;

/// The conditions that forbid jumps (gate to level 3).
const NO_JUMPS: [Condition; 10] = [
    Condition::Osteoporosis,
    Condition::PregnancyAny,
    Condition::Pregnancy2nd3rd,
    Condition::Postpartum12w,
    Condition::HipReplacement,
    Condition::KneeReplacement,
    Condition::LowerLegInjury,
    Condition::BalanceProblem,
    Condition::GroinPainRunner,
    Condition::PelvicFloorSymptoms,
];

/// How far the accepted decisions open the stages that jump; nothing else does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Opened(usize);

impl Opened {
    pub fn by(decisions: &[Decision]) -> Self {
        reached(PROGRAMME, &[], decisions).map(Self::up_to).unwrap_or_default()
    }

    /// This stage and those before it. A name that is none of them opens nothing.
    pub fn up_to(stage: &str) -> Self {
        Self(STAGES.iter().position(|known| *known == stage).unwrap_or_default())
    }

    /// Sessions without jumps are never closed by a gate.
    pub fn has(self, session: &SessionId) -> bool {
        STAGES
            .iter()
            .position(|stage| is_of(session, stage))
            .is_none_or(|place| place < JUMPS_FROM || place <= self.0)
    }

    /// Past the gate that asks for 30 seconds of side plank (X27).
    pub fn is_past_level_one(self) -> bool {
        self.0 >= 1
    }

    /// Past the first weeks of level 3 (X14).
    pub fn jumps_more(self) -> bool {
        self.0 > JUMPS_FROM
    }

    /// Level 3 was reached.
    pub fn jumps(self) -> bool {
        self.0 >= JUMPS_FROM
    }
}

/// Whether a stage stays closed until its gate was passed.
pub fn is_closed_stage(session: &SessionId) -> bool {
    !Opened::default().has(session)
}

pub fn may_jump(conditions: &BTreeSet<Condition>) -> bool {
    !NO_JUMPS.iter().any(|condition| conditions.contains(condition))
}
