//! The self-tests: classes at every edge, what follows from them, changes and re-tests.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

mod classes;
mod deciding;
mod figures;
mod made;
mod schedule;
mod words;
