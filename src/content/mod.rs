//! The words: content files that people edit who do not write Rust, read and checked.
//!
//! `load` reads what the build script embedded, and reports every problem with its cure. The shipped
//! files have none (`tests/content.rs`), so the page may use `catalogue` without looking.

pub mod phrases;
pub mod reading;

mod problem;
mod shapes;

// The linter reads the whole catalogue several times; it runs on the host, never in the page.
#[cfg(not(target_arch = "wasm32"))]
mod lint;

use std::{collections::BTreeMap, sync::OnceLock};

use serde_json::value::RawValue;

use crate::domain::catalogue::Catalogue;

pub use problem::Problem;
use problem::Review;

/// Every content file by its path below `src/content` without the ending, as JSON.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));

/// The shipped catalogue, read once.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| load().0)
}

pub fn load() -> (Catalogue, Vec<Problem>) {
    read(EMBEDDED)
}

/// Reads a JSON map from a file's path to what stands in it. What cannot be read is left out of the
/// catalogue and reported; off the page the linter adds what is readable but wrong.
pub fn read(text: &str) -> (Catalogue, Vec<Problem>) {
    let mut catalogue = Catalogue::default();
    let mut problems = Vec::new();
    let files: BTreeMap<String, &RawValue> = match serde_json::from_str(text) {
        Ok(files) => files,
        Err(error) => {
            Review::new("catalogue", &mut problems).object(format!("Not a map of files: {error}."));
            return (catalogue, problems);
        }
    };
    let mut borrowed = Vec::new();
    for (path, content) in files {
        let mut review = Review::new(&path, &mut problems);
        shapes::add(&mut catalogue, content.get(), &mut borrowed, &mut review);
    }
    shapes::lend(&mut catalogue, borrowed, &mut problems);
    catalogue.exercises.sort_by_key(|exercise| exercise.order);
    catalogue.programmes.sort_by(|one, other| one.id.cmp(&other.id));
    catalogue.selftests.sort_by_key(|test| test.id);
    #[cfg(not(target_arch = "wasm32"))]
    problems.extend(lint::problems(&catalogue));
    (catalogue, problems)
}
