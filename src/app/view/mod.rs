//! What a page shows, as values.

pub mod history;
pub mod player;
pub mod today;
