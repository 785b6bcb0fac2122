//! What is readable but wrong: names that point nowhere, numbers out of bounds, words that a layman
//! cannot follow or that promise too much.
//!
//! Every check looks at the finished catalogue, so it holds for what the page will really use.

mod exercises;
mod numbers;
mod poses;
mod rules;
mod screening;
mod selftests;
mod sessions;
mod texts;
mod words;

use super::problem::Problem;
use crate::domain::{
    catalogue::Catalogue, exercise::Exercise, programme::Programme, selftest::TestId,
};

pub(super) fn problems(catalogue: &Catalogue) -> Vec<Problem> {
    let mut problems = Vec::new();
    words::check(catalogue, &mut problems);
    rules::check(catalogue, &mut problems);
    exercises::check(catalogue, &mut problems);
    numbers::check(catalogue, &mut problems);
    sessions::check(catalogue, &mut problems);
    screening::check(catalogue, &mut problems);
    selftests::check(catalogue, &mut problems);
    problems
}

fn exercise_path(exercise: &Exercise) -> String {
    format!("exercises/{}", exercise.id.as_str())
}

fn programme_path(programme: &Programme) -> String {
    format!("programmes/{}", programme.slug)
}

fn selftest_path(test: TestId) -> String {
    format!("selftests/{}", test.slug())
}

/// Those that stand more than once, each named once.
fn repeated<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names: Vec<&str> = names.into_iter().collect();
    names.sort_unstable();
    let mut twice: Vec<&str> =
        names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    twice.dedup();
    twice
}
