//! Sessions that somebody made: bounds, cautions, lengths, and what a permit leaves of them.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

mod cautions;
mod made;
mod making;
mod playing;
mod pressing;
