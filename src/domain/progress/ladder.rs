//! Where a dose stands on its ladder (5.9), and what a step makes of it.

use crate::domain::{
    catalogue::Catalogue,
    dose::{Adjustment, AgeGroup, Dose, Mode, Protocol},
    exercise::ExerciseId,
    programme::{Ladder, LadderGroup},
    time::Seconds,
};

/// The ladder of an exercise in one mode, for this age.
pub fn rungs<'a>(
    catalogue: &'a Catalogue,
    exercise: &ExerciseId,
    mode: Mode,
    age: AgeGroup,
) -> Option<&'a Ladder> {
    let group = match age {
        AgeGroup::Adult => LadderGroup::Adult,
        AgeGroup::Senior => LadderGroup::Senior,
    };
    catalogue.ladders.iter().find(|ladder| {
        ladder.exercise == *exercise
            && ladder.mode == mode
            && [LadderGroup::All, group].contains(&ladder.group)
    })
}

/// The step that the dose as it is written comes to: the start step where that is the same, else
/// the highest that asks for no more.
pub fn place_as_written(ladder: &Ladder, dose: &Dose, age: AgeGroup) -> usize {
    let written = dose.resolve(age, Adjustment::default());
    place_of(ladder, dose, age, &written).unwrap_or(ladder.start)
}

/// The step that these numbers come to; none when they are under the first.
pub(super) fn place_of(
    ladder: &Ladder,
    dose: &Dose,
    age: AgeGroup,
    protocol: &Protocol,
) -> Option<usize> {
    let asked = numbers(protocol);
    let at = |place: usize| {
        let change = ladder.steps.get(place)?.change;
        Some(numbers(&dose.resolve(age, change)))
    };
    if at(ladder.start) == Some(asked) {
        return Some(ladder.start);
    }
    let fits = |place: &usize| {
        at(*place).is_some_and(|step| step.iter().zip(asked).all(|(step, most)| *step <= most))
    };
    (0..ladder.steps.len()).rev().find(fits)
}

/// Sets, repetitions (or cycles, rounds, circles), and the seconds of each.
pub(super) fn numbers(protocol: &Protocol) -> [u32; 3] {
    match *protocol {
        Protocol::Static { reps, hold, .. } | Protocol::Hold { reps, hold, .. } => {
            [1, reps, hold.0]
        }
        Protocol::Pnf { cycles, contract, .. } => [1, cycles, contract.0],
        Protocol::IsometricEndRange { rounds, passive, .. } => [1, rounds, passive.0],
        Protocol::ControlledRotation { circles, circle, .. } => [1, circles, circle.0],
        Protocol::EndRangeLift { sets, reps, hold, .. } => [sets, reps, hold.0],
        Protocol::Reps { sets, reps, .. } | Protocol::Dynamic { sets, reps, .. } => [sets, reps, 1],
        Protocol::Timed { duration } => [1, 1, duration.0],
    }
}

/// The step's numbers, but for those that the session itself sets lower (5.9: an override wins
/// only when it is lower).
pub(super) fn no_more_than(step: Adjustment, session: Adjustment) -> Adjustment {
    fn lower<T: Ord>(step: Option<T>, session: Option<T>) -> Option<T> {
        match (step, session) {
            (Some(step), Some(session)) => Some(step.min(session)),
            (step, session) => step.or(session),
        }
    }
    Adjustment {
        sets: lower(step.sets, session.sets),
        reps: lower(step.reps, session.reps),
        hold: lower(step.hold, session.hold),
        passive: lower(step.passive, session.passive),
        duration: lower(step.duration, session.duration),
    }
}

/// About 40 % less (X18): a set less, where there is more than one; else fewer repetitions, else
/// shorter. Never under what the dose may be, and never more than it was.
pub(super) fn eased(protocol: Protocol, dose: &Dose, age: AgeGroup, percent: u32) -> Protocol {
    let [sets, reps, hold] = numbers(&protocol);
    let share = |value: u32| (value * percent).div_ceil(100);
    let least_sets = dose.sets.map_or(1, |bounds| bounds.least);
    let least_reps = dose.reps.map_or(1, |bounds| bounds.least);
    let least_hold = match (age, dose.senior) {
        (AgeGroup::Senior, Some(senior)) => senior.shortest_hold.0,
        _ => dose.hold.map_or(hold, |bounds| bounds.least),
    };
    let one_set_less = sets.saturating_sub(1).max(1);
    let change = if one_set_less < sets && one_set_less >= least_sets {
        Adjustment { sets: Some(one_set_less), ..Adjustment::default() }
    } else if share(reps).max(least_reps) < reps {
        Adjustment { reps: Some(share(reps).max(least_reps)), ..Adjustment::default() }
    } else if share(hold).max(least_hold) < hold {
        Adjustment { hold: Some(Seconds(share(hold).max(least_hold))), ..Adjustment::default() }
    } else {
        Adjustment::default()
    };
    protocol.with(change)
}
