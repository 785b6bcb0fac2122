//! Appointments for somebody's own calendar: what they say and when, and the file that holds them.

pub mod rhythm;
mod text;
mod zone;

use chrono::Weekday;

use crate::domain::{
    breaks::ClockTime,
    text::Language,
    time::{Day, Moment},
};

/// What every appointment of a file shares.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'a> {
    pub now: Moment,
    /// IANA name of the device's time zone, or nothing.
    pub zone: &'a str,
    pub language: Language,
    /// Where Soepel stands: the address of the page up to its `#`.
    pub site: &'a str,
}

/// One appointment that comes back every week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// The same for ever, so that a later file replaces it: `P1-2`, `plan-1`, `break-14`.
    pub slot: String,
    pub plan: Plan,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    Weekly(Weekly),
    /// An earlier file had it; it goes.
    TakenBack,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weekly {
    pub title: String,
    pub description: String,
    /// The page it opens: an address after the `#`.
    pub path: String,
    /// At least one; days of rest are simply not in it.
    pub days: Vec<Weekday>,
    pub at: At,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum At {
    Time {
        from: ClockTime,
        minutes: u32,
    },
    /// Tied to something that somebody does every day, whenever that is (R1.28).
    Anchor,
}

impl Calendar<'_> {
    /// The file, as RFC 5545 has it.
    pub fn file(&self, appointments: &[Appointment]) -> String {
        text::calendar(self, appointments)
    }
}

impl Weekly {
    /// The first day that is still to come.
    fn first(&self, now: Moment) -> Day {
        let passed = match self.at {
            At::Time { from, .. } => from <= ClockTime::of(now),
            At::Anchor => false,
        };
        (u64::from(passed)..=7)
            .map(|ahead| now.day().plus(ahead))
            .find(|day| self.days.contains(&day.weekday()))
            .unwrap_or(now.day())
    }
}
