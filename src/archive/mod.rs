//! What we write down. Pure: text in, text out; `browser` carries the texts.
//!
//! Each finished session is a record under its own key, written once, so two open tabs can never
//! overwrite each other. [`store`] opens what is kept, [`writes`] says what to put or remove when
//! something happens, [`export`] and [`import`] are the file that somebody takes along.
//! `docs/export-format.md` tells a stranger the same.

pub mod before;
pub mod convert;
mod copy;
pub mod envelope;
pub mod exchange;
pub mod export;
pub mod import;
pub mod items;
pub mod journal;
pub mod json;
pub mod keys;
pub mod merge;
pub mod mirror;
pub mod payload;
pub mod problem;
pub mod replace;
pub mod reserve;
pub mod store;
pub mod v1;
pub mod v2;
pub mod writes;
