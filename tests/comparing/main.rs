//! Static or PNF, judged honestly: the pairs that count, the looks, and how often chance alone
//! would say something (7.2, X25).

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

mod chance;
mod looks;
mod made;
mod pairing;
mod standing;
