//! What a page shows, as values.

pub mod day;
pub mod exercise;
pub mod history;
pub mod keeping;
pub mod library;
pub mod plan;
pub mod player;
pub mod reading;
pub mod routines;
pub mod screening;
pub mod settings;
pub mod today;
