//! Sessions of every mode, led to their end by moving the clocks by hand.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

mod clock;
mod edges;
mod laws;
mod pace;
mod player;
mod presses;
mod time;
