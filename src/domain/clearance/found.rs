//! What the self-tests bring to the light: pain in the hip check (4.2), and complaints that the
//! mini-check tells of (4.1, X39). A newer result without them lifts it again.

use crate::domain::{
    body::{HipMovement, Side},
    exercise::ExerciseId,
    selftest::{HIP_ORDER, Kind, SIDES, Tests, exercise_for},
    time::Day,
};

/// The names under which a verdict gives them as its reason.
const HIP_CHECK: &str = "T2";
const COMPLAINTS: &str = "T1.3";

/// A movement of one side that hurt when it was last looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Painful {
    pub movement: HipMovement,
    pub side: Side,
    pub told: Told,
}

/// On which days a test said the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// The first of the results that all said so.
    pub since: Day,
    pub last: Day,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// In the order of the hip check.
    pub painful: Vec<Painful>,
    /// T1.3.
    pub complaints: Option<Told>,
}

impl Found {
    /// A movement that a newer check left out says nothing new: pain may be why it was left out.
    pub fn of(tests: &Tests) -> Self {
        let mut painful = Vec::new();
        for (movement, side) in HIP_ORDER.into_iter().flat_map(|one| SIDES.map(|side| (one, side)))
        {
            let readings = tests.hip_checks().map(|(day, check)| (day, check.get(movement, side)));
            let looked_at = readings.filter(|(_, reading)| !reading.is_empty());
            let told = told(looked_at.map(|(day, reading)| (day, reading.is_painful())));
            painful.extend(told.map(|told| Painful { movement, side, told }));
        }
        let runner = tests.runner_checks();
        let complaints = told(runner.map(|(day, check)| (day, check.tells_of_complaints())));
        Self { painful, complaints }
    }

    pub fn is_empty(&self) -> bool {
        self.painful.is_empty() && self.complaints.is_none()
    }

    pub(super) fn because(&self) -> impl Iterator<Item = &'static str> {
        let hip = (!self.painful.is_empty()).then_some(HIP_CHECK);
        hip.into_iter().chain(self.complaints.map(|_| COMPLAINTS))
    }

    /// What was talked over on that day was not about trouble that a test found later.
    pub(super) fn is_covered_by(&self, consulted: Day) -> bool {
        let painful = self.painful.iter().map(|one| one.told.since);
        painful.chain(self.complaints.map(|told| told.since)).all(|since| since <= consulted)
    }

    /// The pain that closes an exercise of category 2 or 3: that of its own movement.
    pub fn pain_in(&self, exercise: &ExerciseId) -> Option<Painful> {
        let trains = |movement: HipMovement| {
            [Kind::Space, Kind::Control]
                .iter()
                .any(|kind| exercise_for(movement, *kind) == *exercise)
        };
        self.painful.iter().copied().find(|one| trains(one.movement))
    }
}

/// From results, the oldest first, and whether each said so.
fn told(results: impl Iterator<Item = (Day, bool)>) -> Option<Told> {
    results.fold(None, |told: Option<Told>, (day, says_so)| {
        says_so.then(|| Told { since: told.map_or(day, |told| told.since), last: day })
    })
}
