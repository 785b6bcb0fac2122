//! What a page shows, as values.

pub mod keeping;
pub mod player;
pub mod screening;
pub mod settings;
pub mod today;
