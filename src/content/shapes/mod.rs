//! The shapes of the content files, and how each becomes what the subject knows.
//!
//! A shape says what may stand in a file and refuses anything else; its conversion reports all that
//! is wrong in that file at once.

mod condition;
mod dose;
mod exercise;
mod pose;
mod programme;
mod screening;
mod selftest;

use std::collections::BTreeMap;

use serde::{Deserialize, de::DeserializeOwned};

use super::problem::Review;
use crate::domain::{catalogue::Catalogue, text::Bilingual};

pub(super) use exercise::{Borrowed, lend};

/// A text in both languages, as files write it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    nl: String,
    en: String,
}

impl From<Both> for Bilingual {
    fn from(both: Both) -> Self {
        Self { dutch: both.nl, english: both.en }
    }
}

/// Adds to the catalogue what stands in one file, and to `borrowed` what it takes from another.
pub(super) fn add(
    catalogue: &mut Catalogue,
    content: &str,
    borrowed: &mut Vec<Borrowed>,
    review: &mut Review,
) {
    match review.path().split_once('/') {
        Some(("exercises", slug)) => {
            if let Some(shape) = parse(content, review) {
                catalogue.exercises.extend(exercise::convert(slug, shape, borrowed, review));
            }
        }
        Some(("programmes", slug @ "gentle-start")) => {
            if let Some(shape) = parse(content, review) {
                catalogue.gentle_start = Some(programme::convert(slug, shape, review));
            }
        }
        Some(("programmes", slug)) => {
            if let Some(shape) = parse(content, review) {
                catalogue.programmes.push(programme::convert(slug, shape, review));
            }
        }
        Some(("selftests", slug)) => {
            if let Some(shape) = parse(content, review) {
                catalogue.selftests.extend(selftest::convert(slug, shape, review));
            }
        }
        _ => add_single(catalogue, content, review),
    }
}

/// The files of which there is one.
fn add_single(catalogue: &mut Catalogue, content: &str, review: &mut Review) {
    match review.path() {
        "ladders" => {
            if let Some(shape) = parse(content, review) {
                catalogue.ladders = programme::convert_ladders(shape, review);
            }
        }
        "conditions" => {
            if let Some(shape) = parse(content, review) {
                (catalogue.conditions, catalogue.labels) = condition::convert(shape, review);
            }
        }
        "screening" => {
            if let Some(shape) = parse(content, review) {
                screening::convert(shape, catalogue, review);
            }
        }
        "voice" => {
            let lines: Option<BTreeMap<String, Both>> = parse(content, review);
            catalogue.voice = lines
                .unwrap_or_default()
                .into_iter()
                .map(|(key, line)| (key, line.into()))
                .collect();
        }
        _ => review.object("Nobody reads this file; move it to exercises/ or programmes/."),
    }
}

fn parse<T: DeserializeOwned>(content: &str, review: &mut Review) -> Option<T> {
    serde_json::from_str(content)
        .map_err(|error| {
            let said = error.to_string();
            // The position is one in the embedded JSON, which the editor of the file never sees.
            let said = said.split(" at line ").next().unwrap_or(&said);
            review.object(format!("Cannot be read ({said}); compare it with a neighbouring file."));
        })
        .ok()
}

/// One word of a closed list, by its spelling in files.
fn word<T>(what: &str, text: &str, known: fn(&str) -> Option<T>, review: &mut Review) -> Option<T> {
    let found = known(text);
    review.demand(found.is_some(), || {
        format!("`{text}` is no {what} we know; copy the spelling from a file that uses it.")
    });
    found
}

fn words<T>(
    what: &str,
    texts: &[String],
    known: fn(&str) -> Option<T>,
    review: &mut Review,
) -> Vec<T> {
    texts.iter().filter_map(|text| word(what, text, known, review)).collect()
}
