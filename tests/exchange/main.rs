//! A plan on its way to a physiotherapist and back: what it comes to, what it cannot do, and that
//! nothing gets lost or changed on the way.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

mod checking;
mod drafting;
mod effect;
mod hostile;
mod limits;
mod made;
mod wire;
