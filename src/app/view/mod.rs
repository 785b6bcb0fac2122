//! What a page shows, as values.

pub mod player;
pub mod today;
