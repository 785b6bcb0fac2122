//! The subject: exercises, doses, programmes, sessions. Pure: it knows no JSON, no browser, no clock.

pub mod before_sport;
pub mod body;
pub mod catalogue;
pub mod clearance;
pub mod cue;
pub mod day;
pub mod dose;
pub mod exercise;
pub mod figure;
pub mod history;
pub mod item;
pub mod plan;
pub mod planning;
pub mod prescribing;
pub mod programme;
pub mod reading;
pub mod record;
pub mod routine;
pub mod screening;
pub mod session;
pub mod settings;
pub mod text;
pub mod time;
pub mod timeline;
pub mod tone;
