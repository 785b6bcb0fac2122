//! The plan: which programmes, which days, what today, and static or PNF.

#![expect(clippy::unwrap_used, reason = "what is made up for a test is known to be right")]

mod choosing;
mod filling;
mod goal;
mod laws;
mod made;
mod method;
mod week;
