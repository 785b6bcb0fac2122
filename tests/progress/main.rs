//! What the log proposes and what follows from a decision: the tables of 5.8 at their edges, and
//! laws that hold for any history.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

mod advised;
mod asked;
mod blame;
mod feel;
mod gaps;
mod gates;
mod laws;
mod limits;
mod made;
mod mended;
mod onward;
mod proposals;
mod review;
mod shown;
mod steps;
mod zones;
