//! Whether doses and ladders stay within their bounds.

use super::{
    super::problem::{Problem, Review},
    exercise_path,
};
use crate::domain::{
    catalogue::Catalogue,
    dose::{Adjustment, Bounds, Dose, Protocol, Sides},
    exercise::Exercise,
    programme::{Ladder, LadderGroup},
    time::Seconds,
};

/// The three numbers of a protocol that can have bounds.
#[derive(Default)]
pub(super) struct Amounts {
    pub(super) sets: Option<u32>,
    /// Also cycles, rounds and circles.
    pub(super) reps: Option<u32>,
    pub(super) hold: Option<u32>,
}

pub(super) fn amounts(protocol: Protocol) -> Amounts {
    let none = Amounts::default();
    match protocol {
        Protocol::Static { reps, hold: Seconds(hold), .. }
        | Protocol::Hold { reps, hold: Seconds(hold), .. } => {
            Amounts { reps: Some(reps), hold: Some(hold), ..none }
        }
        Protocol::Pnf { cycles: reps, .. }
        | Protocol::IsometricEndRange { rounds: reps, .. }
        | Protocol::ControlledRotation { circles: reps, .. } => {
            Amounts { reps: Some(reps), ..none }
        }
        Protocol::EndRangeLift { sets, reps, hold: Seconds(hold), .. } => {
            Amounts { sets: Some(sets), reps: Some(reps), hold: Some(hold) }
        }
        Protocol::Reps { sets, reps, .. } | Protocol::Dynamic { sets, reps, .. } => {
            Amounts { sets: Some(sets), reps: Some(reps), ..none }
        }
        Protocol::Timed { .. } => none,
    }
}

pub(super) fn check(catalogue: &Catalogue, problems: &mut Vec<Problem>) {
    for exercise in &catalogue.exercises {
        check_exercise(exercise, &mut Review::new(&exercise_path(exercise), problems));
    }
    let mut review = Review::new("ladders", problems);
    for ladder in &catalogue.ladders {
        check_ladder(ladder, catalogue, &mut review);
    }
}

fn check_exercise(exercise: &Exercise, review: &mut Review) {
    for dose in &exercise.doses {
        let place = format!("The {} dose", dose.protocol.mode().slug());
        demand_within(dose.protocol, dose, dose.hold, &place, review);
        review.demand(![Sides::OnlyLeft, Sides::OnlyRight].contains(&dose.sides), || {
            format!("{place} works on one side; that is for the person to choose.")
        });
        if let Some(senior) = dose.senior {
            let bounds = Bounds { least: senior.shortest_hold.0, most: senior.longest_hold.0 };
            let change = Adjustment {
                reps: Some(senior.reps),
                hold: Some(senior.hold),
                ..Adjustment::default()
            };
            let place = format!("{place} for 65 and older");
            demand_within(dose.protocol.with(change), dose, Some(bounds), &place, review);
        }
        let percent = dose.effort.is_none_or(|effort| effort.most <= 100);
        review.demand(percent, || format!("{place} asks for more than 100% effort; lower it."));
    }
}

fn check_ladder(ladder: &Ladder, catalogue: &Catalogue, review: &mut Review) {
    let (name, mode) = (ladder.exercise.as_str(), ladder.mode.slug());
    let Some(exercise) = catalogue.exercise(&ladder.exercise) else {
        review.object(format!("There is a ladder for {name}, which does not exist; remove it."));
        return;
    };
    let Some(dose) = exercise.dose(ladder.mode) else {
        review.object(format!("There is a ladder for {name} in the mode {mode}, which it lacks."));
        return;
    };
    let hold = match (ladder.group, dose.senior) {
        (LadderGroup::Senior, Some(senior)) => {
            Some(Bounds { least: senior.shortest_hold.0, most: senior.longest_hold.0 })
        }
        _ => dose.hold,
    };
    for (index, step) in ladder.steps.iter().enumerate() {
        let place = format!("Step {} of {name} ({mode})", index + 1);
        demand_within(dose.protocol.with(step.change), dose, hold, &place, review);
    }
}

fn demand_within(
    protocol: Protocol,
    dose: &Dose,
    hold: Option<Bounds>,
    place: &str,
    review: &mut Review,
) {
    let amounts = amounts(protocol);
    for (what, value, bounds) in [
        ("sets", amounts.sets, dose.sets),
        ("repetitions", amounts.reps, dose.reps),
        ("seconds of holding", amounts.hold, hold),
    ] {
        let (Some(value), Some(bounds)) = (value, bounds) else { continue };
        review.demand(bounds.hold(value), || {
            let Bounds { least, most } = bounds;
            format!("{place} has {value} {what}; stay between {least} and {most}.")
        });
    }
}
