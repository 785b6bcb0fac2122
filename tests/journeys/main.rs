//! Whole ways through Soepel, as one person goes them: what they do and what the clock does goes
//! in at the one door of the application, and what would be kept is kept in a map.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

mod answers;
mod backup;
mod begun;
mod begun_tests;
mod browser;
mod clock;
mod coach;
mod comparing;
mod day;
mod element;
mod exchange;
mod first_run;
mod fitted;
mod floor;
mod gates;
mod health;
mod heard;
mod help;
mod insight;
mod keeping;
mod lease;
mod locked;
mod meter;
mod meter_trouble;
mod mirror;
mod newer;
mod news;
mod own_folder;
mod paper;
mod person;
mod planning;
mod progress;
mod real_world;
mod reserve;
mod room;
mod routines;
mod safety;
mod safety_net;
mod screens;
mod selftests;
mod sessions;
mod sound;
mod spells;
mod spoken_tests;
mod unheard;
mod workday;
