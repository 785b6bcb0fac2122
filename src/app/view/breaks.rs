//! What the card and the page of movement breaks show, and the usual week of a programme.

use crate::{
    app::{
        breaks::Permission,
        calendar::rhythm::{Planned, usual_sessions, usual_week},
        model::Model,
    },
    domain::{
        breaks::{ClockTime, Due, Quiet, Workday},
        prescribing::length,
        programme::ProgrammeId,
        time::{Day, Moment},
    },
};

/// How things stand with the next break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Off,
    /// The answers to the safety questions keep it closed.
    Locked,
    /// Switched on, and no day chosen.
    NoDays,
    /// Quiet until the working hours of this day begin.
    Outside(Day),
    /// Quiet by request until this moment on the wall clock.
    Quiet(Quiet, i64),
    /// In so many minutes, rounded up.
    In(u64),
    Now,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BreakCard {
    pub standing: Standing,
    /// Breaks done today.
    pub today: u32,
}

impl Model {
    pub fn break_card(&self, now: Moment) -> BreakCard {
        let standing = if !self.breaks.workday.on {
            Standing::Off
        } else if !self.may_take_breaks(now) {
            Standing::Locked
        } else {
            match self.breaks.due(now) {
                Due::Never => Standing::NoDays,
                Due::Outside { next, .. } => Standing::Outside(next),
                Due::Quiet { why, until, .. } => Standing::Quiet(why, until),
                Due::In(left) => Standing::In(left.0.div_ceil(60_000)),
                Due::Now => Standing::Now,
            }
        };
        BreakCard { standing, today: self.breaks.done_on(now.day()) }
    }

    pub fn workday(&self) -> &Workday {
        &self.breaks.workday
    }

    pub fn may_notify(&self) -> Permission {
        self.breaks.permission
    }

    /// How many breaks are due, for the title of the tab.
    pub fn breaks_due(&self, now: Moment) -> usize {
        usize::from(self.live.is_none() && self.break_due(now) == Due::Now)
    }

    /// The week of a programme at this time of the day; empty when its sessions are closed.
    pub fn usual_week(&self, id: &ProgrammeId, from: ClockTime, now: Moment) -> Vec<Planned> {
        let age = self.settings.age_group(now.day().year());
        let programme = self.catalogue.programmes.iter().find(|programme| programme.id == *id);
        let Some(programme) = programme else { return Vec::new() };
        let sessions = usual_sessions(programme);
        let open = |id| self.session_card(id, now).is_some_and(|card| card.open);
        if !sessions.iter().all(|outline| open(&outline.id)) {
            return Vec::new();
        }
        let longest = sessions
            .iter()
            .filter_map(|outline| length(self.catalogue, outline, age, self.pacing()))
            .max();
        usual_week(programme, from, longest.map_or(1, |lasts| lasts.0.div_ceil(60)))
    }
}
