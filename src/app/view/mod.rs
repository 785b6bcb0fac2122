//! What a page shows, as values.

pub mod exercise;
pub mod library;
pub mod player;
pub mod reading;
pub mod today;
