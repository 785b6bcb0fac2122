//! Files and stored texts that may be anything: made from a corpus by changing it, by the thousands
//! in every run and by the millions in a deep one.
//!
//! The fuzzer is our own, seeded and without coverage: engines that follow coverage need a nightly
//! compiler. `SOEPEL_FUZZ` says how often each target is run.

#![expect(clippy::unwrap_used, reason = "what is made up for a test is known to be right")]

#[path = "../faults/chance.rs"]
#[expect(dead_code, reason = "the other program draws bits for IDs too")]
mod chance;
mod corpus;
mod mutation;
mod targets;
