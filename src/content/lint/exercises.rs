//! Whether each exercise is whole, and points at things that exist.

use super::{
    super::problem::{Problem, Review},
    exercise_path, poses, repeated,
};
use crate::domain::{
    body::Position,
    catalogue::Catalogue,
    dose::Mode,
    exercise::{Condition, Exercise, PrerequisiteKind},
};

pub(super) fn check(catalogue: &Catalogue, problems: &mut Vec<Problem>) {
    for exercise in &catalogue.exercises {
        let path = exercise_path(exercise);
        let mut review = Review::new(&path, problems);
        check_whole(exercise, &mut review);
        check_names(exercise, catalogue, &mut review);
        check_floor(exercise, catalogue, &mut review);
        let same = |other: &&Exercise| other.order == exercise.order && other.id < exercise.id;
        if let Some(other) = catalogue.exercises.iter().find(same) {
            let (order, other) = (exercise.order, other.id.as_str());
            review.object(format!("{other} has order {order} too; give one another number."));
        }
    }
}

fn check_whole(exercise: &Exercise, review: &mut Review) {
    let steps = exercise.steps.len();
    review.demand((3..=6).contains(&steps), || {
        format!("An exercise has three to six steps, this one {steps}; join or split some.")
    });
    review.demand((1..=3).contains(&exercise.level), || {
        format!("There is no level {}; choose 1, 2 or 3.", exercise.level)
    });
    review.demand(!exercise.doses.is_empty(), || "Without a [[dose]] nobody can do it.".to_owned());
    poses::check(exercise, review);
    let modes = exercise.doses.iter().map(|dose| dose.protocol.mode().slug());
    for mode in repeated(modes) {
        review.object(format!("There are two {mode} doses; remove one."));
    }
    let counted = exercise.dose(Mode::Reps).is_some();
    review.demand(counted == exercise.out_goes.is_some(), || {
        if counted {
            "A reps dose needs `out_goes`: write \"up\" or \"down\".".to_owned()
        } else {
            "`out_goes` is for exercises with a reps dose; remove it.".to_owned()
        }
    });
}

fn check_names(exercise: &Exercise, catalogue: &Catalogue, review: &mut Review) {
    for other in &exercise.similar_to {
        review.demand(catalogue.exercise(other).is_some(), || {
            format!("`similar_to` names {}, which does not exist.", other.as_str())
        });
    }
    for prerequisite in &exercise.prerequisites {
        let practised = matches!(
            prerequisite.kind,
            PrerequisiteKind::ExerciseMastered | PrerequisiteKind::ExercisePractised
        );
        let target = &prerequisite.target;
        let found = catalogue.exercises.iter().any(|other| other.id.as_str() == target);
        review.demand(!practised || found, || {
            format!("A prerequisite names the exercise {target}, which does not exist.")
        });
    }
    let adapted = exercise.adapt_if.iter().map(|adaptation| adaptation.condition);
    let conditions = exercise.skip_if.iter().copied().chain(adapted);
    for condition in repeated(conditions.map(Condition::slug)) {
        review.object(format!("{condition} stands twice in `skip_if` and [[adapt]]; keep one."));
    }
    review.demand(exercise.skip_if.contains(&Condition::RedFlag), || {
        "Every exercise is left out with a red flag; add \"red-flag\" to `skip_if`.".to_owned()
    });
}

/// Decision 12: who cannot get down gets every floor exercise swapped, and never for another one.
fn check_floor(exercise: &Exercise, catalogue: &Catalogue, review: &mut Review) {
    for adaptation in &exercise.adapt_if {
        let Some(swap) = &adaptation.swap else { continue };
        match catalogue.exercise(swap) {
            None => review.object(format!("The swap {} does not exist.", swap.as_str())),
            Some(other) if adaptation.condition == Condition::NoFloor && is_on_floor(other) => {
                review.object(format!("The swap {} is on the floor too.", swap.as_str()));
            }
            Some(_) => {}
        }
    }
    let told = exercise.skip_if.contains(&Condition::NoFloor)
        || exercise.adapt_if.iter().any(|adapted| adapted.condition == Condition::NoFloor);
    review.demand(told || !is_on_floor(exercise), || {
        "It is done on the floor; add an [[adapt]] for no-floor that names the swap.".to_owned()
    });
}

fn is_on_floor(exercise: &Exercise) -> bool {
    !matches!(exercise.position, Position::Standing | Position::Seated)
}
