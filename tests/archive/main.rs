//! What is kept stays readable: every record, every version, whatever happens to the texts.

#![expect(clippy::unwrap_used, reason = "what is made up for a test is known to be right")]

mod added;
mod additive;
mod advice;
mod again;
mod before;
mod begun_tests;
mod copy;
mod damage;
mod decisions;
mod edges;
mod every_kind;
mod files;
mod form;
mod golden;
mod items;
mod laws;
mod limits;
mod made;
mod made_settings;
mod mirror;
mod opening;
mod packed;
mod plan;
mod replacing;
mod rot;
mod stored;
mod tests;
mod told;
mod words;
mod workday;
