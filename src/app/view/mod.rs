//! What a page shows, as values.

pub mod body;
pub mod breaks;
pub mod chart;
pub mod day;
pub mod exercise;
pub mod feel;
pub mod figure;
pub mod gates;
pub mod hip_form;
mod hips;
pub mod history;
pub mod insight;
pub mod keeping;
pub mod library;
pub mod partner;
pub mod plan;
pub mod player;
pub mod print;
pub mod progress;
pub mod reading;
pub mod receipts;
pub mod routines;
pub mod screening;
pub mod selftest;
pub mod settings;
pub mod today;
pub mod usual_week;
