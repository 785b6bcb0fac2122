//! What happens when somebody does something. Pure: events in, commands out.

pub mod afterwards;
pub mod backup;
pub mod breaks;
pub mod calendar;
pub mod coach;
pub mod command;
pub mod event;
pub mod exchange;
pub mod hearing;
pub mod hints;
pub mod keys;
pub mod lease;
pub mod light;
pub mod live;
pub mod mirror;
pub mod model;
pub mod outline;
pub mod sound;
pub mod spells;
pub mod stopping;
pub mod testing;
pub mod together;
pub mod update;
pub mod view;
pub mod voice;
pub mod wants;
