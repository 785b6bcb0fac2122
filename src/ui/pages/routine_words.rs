//! What is wrong with a routine and what to think of, in words.

use super::routine::exercise_name;
use crate::{
    content::phrases::routine as words,
    domain::routine::{
        MOST_BLOCKS, MOST_LANDINGS, MOST_LANDINGS_AT_FIRST, RoutineName,
        review::{Caution, Problem},
    },
    ui::{
        runtime::runtime,
        words::{duration, fill, read, say},
        words_things::muscle,
    },
};

pub(super) fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NoName => say(words::NO_NAME),
        Problem::LongName => fill(words::LONG_NAME, &[("most", &RoutineName::LONGEST.to_string())]),
        Problem::Empty => say(words::EMPTY),
        Problem::TooMany => fill(words::TOO_MANY, &[("most", &MOST_BLOCKS.to_string())]),
        Problem::Unknown { .. }
        | Problem::Beyond { .. }
        | Problem::NoSuchNumber { .. }
        | Problem::NoSides { .. } => say(words::NOT_FITTING),
    }
}

pub(super) fn caution(caution: &Caution) -> String {
    let one = |phrase, id| fill(phrase, &[("one", &exercise_name(id))]);
    let two = |phrase, one, other| {
        fill(phrase, &[("one", &exercise_name(one)), ("other", &exercise_name(other))])
    };
    match caution {
        Caution::Unknown(id) => fill(words::UNKNOWN, &[("name", id.as_str())]),
        Caution::Similar(a, b) => two(words::SIMILAR, a, b),
        Caution::SameBackLoad(a, b) => two(words::SAME_BACK_LOAD, a, b),
        Caution::LongStretch { muscle: which, seconds } => fill(
            words::LONG_STRETCH,
            &[("muscle", &capital(&muscle(*which))), ("time", &duration(*seconds))],
        ),
        Caution::LongWeek { muscle: which, seconds } => fill(
            words::LONG_WEEK,
            &[("muscle", &capital(&muscle(*which))), ("time", &duration(*seconds))],
        ),
        Caution::ColdStart(id) => one(words::COLD_START, id),
        Caution::ColdStretch(id) => one(words::COLD_STRETCH, id),
        Caution::LateMobility(id) => one(words::LATE_MOBILITY, id),
        Caution::Landings(n) => fill(
            words::LANDINGS,
            &[
                ("n", &n.to_string()),
                ("first", &MOST_LANDINGS_AT_FIRST.to_string()),
                ("most", &MOST_LANDINGS.to_string()),
            ],
        ),
        Caution::LateJump(id) => one(words::LATE_JUMP, id),
        Caution::First(id) => {
            let text = runtime().peek(|model| {
                let exercise = model.catalogue.exercise(id);
                let texts = exercise.into_iter().flat_map(|one| &one.prerequisites);
                texts.map(|needed| read(&needed.text)).collect::<Vec<_>>().join(" ")
            });
            fill(words::FIRST, &[("one", &exercise_name(id)), ("text", &text)])
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
