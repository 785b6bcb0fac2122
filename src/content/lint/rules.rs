//! Whether every rule that the content leans on exists.

use super::{
    super::problem::{Problem, Review},
    exercise_path, programme_path,
};
use crate::domain::{catalogue::Catalogue, dose::Dose, exercise::Exercise};

/// What a number of a dose says when no rule stands behind it.
const OURS: &str = "ours";

pub(super) fn check(catalogue: &Catalogue, problems: &mut Vec<Problem>) {
    for exercise in &catalogue.exercises {
        check_exercise(exercise, &mut Review::new(&exercise_path(exercise), problems));
    }
    for programme in catalogue.programmes.iter().chain(&catalogue.gentle_start) {
        let path = programme_path(programme);
        let mut review = Review::new(&path, problems);
        demand_rules(&programme.rules, "rules", &mut review);
    }
}

fn check_exercise(exercise: &Exercise, review: &mut Review) {
    demand_rules(&exercise.rules, "rules", review);
    for variant in exercise.variants() {
        demand_rules(&variant.rules, &variant.id, review);
    }
    for dose in &exercise.doses {
        let mode = dose.protocol.mode().slug();
        demand_rules(&dose.rules, &format!("the {mode} dose"), review);
        check_sources(dose, review);
    }
}

/// A source is "ours" or one of the rules of its dose.
fn check_sources(dose: &Dose, review: &mut Review) {
    let mode = dose.protocol.mode().slug();
    for (name, source) in &dose.sources {
        let named = source == OURS || dose.rules.contains(source);
        review.demand(named, || {
            format!("`{name}` comes from {source}, which the {mode} dose does not list; add it to its rules.")
        });
    }
}

pub(super) fn demand_rules(rules: &[String], place: &str, review: &mut Review) {
    review.demand(!rules.is_empty(), || {
        format!("Nothing carries `{place}`; name the rule it rests on.")
    });
    for rule in rules {
        review.demand(exists(rule), || {
            format!(
                "There is no rule {rule} ({place}); take an ID from section 1 of the fact sheet."
            )
        });
    }
}

/// Whether section 1 of the fact sheet has this rule. The one place to look it up.
pub(super) fn exists(rule: &str) -> bool {
    let (last, number) = match rule.split_once('.') {
        Some(("R0", number)) => (45, number),
        Some(("R1", number)) => (35, number),
        Some(("R2" | "R4", number)) => (31, number),
        Some(("R3", number)) => (20, number),
        Some(_) => return false,
        None => match rule.strip_prefix('X') {
            Some(number) => (40, number),
            None => return false,
        },
    };
    // R0.4 alone comes in three parts.
    let number = match (rule, number) {
        ("R0.4a" | "R0.4b" | "R0.4c", _) => "4",
        ("R0.4", _) => return false,
        (_, number) => number,
    };
    number.parse().is_ok_and(|number: u32| (1..=last).contains(&number))
}
