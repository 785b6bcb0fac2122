//! Progress: what the log says about each exercise, what it proposes, what somebody decided, and
//! what follows for the next dose. Pure over evidence, decisions and a day.

mod advised;
mod blame;
mod course;
mod decision;
mod evidence;
mod feel;
mod gaps;
mod gates;
mod ladder;
mod limits;
mod occasion;
mod proposal;
mod review;
mod shown;
mod standing;
mod step;
mod zones;

pub use blame::{Blame, lay as lay_blame};
pub use course::{Course, PainSoFar, Turn, pain_so_far};
pub use decision::{Decision, Proposed, ReviewAnswer, ReviewWord};
pub use evidence::{Evidence, Exercised, Stop, evidence_of};
pub use feel::{asks_where, judge, right_spots};
pub use gaps::{Gap, Return, deload_due, gap, repeats_last_week, return_after_gap};
pub use gates::{
    Need, Opened, STAGES, Stage, TestResults, gate, is_closed_stage, is_reached, may_jump,
    next_stages, reached, since_restart, stage_before, tests_in_the_way,
};
pub use ladder::{place_as_written, rungs};
pub use limits::{Painful, asks_two_keys, load_is_unlocked, painful_stops, wrong_place_twice};
pub use occasion::{Miss, Occasion, Setback, occasions};
pub use proposal::{Known, Proposal, Reason, proposals};
pub use review::{Finding, Referral, findings, referral, review_is_due};
pub use shown::{HELD, held_side_plank, jumped_lately};
pub use standing::{Easing, Standing, Steps};
pub use step::{Verdict, verdict};
pub use zones::{Zone, zone};

use std::collections::BTreeSet;

use super::{dose::AgeGroup, exercise::Condition};

/// What the rules need to know of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    pub age: AgeGroup,
    pub conditions: BTreeSet<Condition>,
}

impl Who {
    pub fn new(age: AgeGroup) -> Self {
        Self { age, conditions: BTreeSet::new() }
    }

    pub fn has(&self, condition: Condition) -> bool {
        self.conditions.contains(&condition)
    }
}
