//! The exercises of a session that went on in another way.

use super::day_facts::exercise_name;
use crate::{
    content::phrases::{Phrase, coach as words},
    domain::{
        exercise::ExerciseId,
        record::{Degree, Swapped},
    },
    ui::{
        runtime::runtime,
        words::{fill, read, side},
    },
};

/// One fact for all of them; none where there were none.
pub(super) fn swaps_fact(swaps: &[Swapped]) -> (Phrase, Option<String>) {
    let told: Vec<String> = swaps.iter().map(one).collect();
    (words::SWAPPED, (!told.is_empty()).then(|| told.join(" · ")))
}

fn one(swap: &Swapped) -> String {
    let phrase = match swap.degree {
        Degree::Easier => words::SWAPPED_EASIER,
        Degree::Plain => words::SWAPPED_PLAIN,
        Degree::Harder => words::SWAPPED_HARDER,
    };
    let exercise = exercise_name(&swap.exercise);
    let name = way(swap).or(swap.variant.clone()).unwrap_or_default();
    let told = fill(phrase, &[("exercise", &exercise), ("name", &name)]);
    match swap.side {
        Some(one) => format!("{told}, {}", side(Some(one)).to_lowercase()),
        None => told,
    }
}

/// The name of the way, where the catalogue still has it.
fn way(swap: &Swapped) -> Option<String> {
    let exercise = ExerciseId::new(&swap.exercise)?;
    runtime().peek(|model| {
        let known = model.catalogue.exercise(&exercise)?;
        Some(read(&known.variant(swap.variant.as_deref()?)?.name))
    })
}
