//! The picture of months: weeks, pain, tests, what was trained, and how fast it is drawn.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

mod charts;
mod course;
mod made;
mod speed;
mod tested;
mod trained;
mod weeks;
