//! What the application knows of movement breaks, and what may happen to them.

use std::collections::BTreeMap;

use crate::{
    archive::store::Archive,
    domain::{
        breaks::{Due, Quiet, Sitting, Workday, next_due},
        item::Body,
        time::{Day, Moment},
    },
};

/// What somebody does about their breaks, or what the browser tells of notifications.
#[derive(Clone, Debug)]
pub enum BreakEvent {
    Changed(Workday),
    /// "Gedaan".
    Took,
    /// That was one too many.
    TookBack,
    /// "Straks", or in a meeting.
    AskedForQuiet(Quiet),
    /// The meeting is over sooner.
    EndedQuiet,
    PermissionBecame(Permission),
    /// The notification itself was pressed, not one of its buttons.
    OpenedNotice,
    /// The breaks as a calendar file, for a Soepel that stands at this address.
    ClickedCalendar {
        site: String,
    },
}

/// Whether the browser shows notifications.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Permission {
    /// This browser has none, or not for a page like this.
    #[default]
    Missing,
    NotAsked,
    Granted,
    Denied,
}

#[derive(Debug, Default)]
pub struct Breaks {
    pub workday: Workday,
    pub permission: Permission,
    /// Nobody can see the page.
    pub hidden: bool,
    pub(super) sitting: Sitting,
    /// The break that is due was told of.
    pub(super) told: bool,
    /// How many breaks of today the sitting was reckoned with; more of them came from elsewhere.
    pub(super) seen: u32,
    done: BTreeMap<Day, u32>,
}

impl Breaks {
    pub fn done_on(&self, day: Day) -> u32 {
        self.done.get(&day).copied().unwrap_or_default()
    }

    pub fn due(&self, now: Moment) -> Due {
        next_due(&self.workday, &self.sitting, now)
    }

    /// What is kept of them.
    pub(super) fn read(&mut self, archive: &Archive) {
        self.workday = Workday::default();
        self.done.clear();
        for item in archive.items() {
            match &item.body {
                Some(Body::Workday(workday)) => self.workday = workday.clone(),
                Some(Body::Breaks(breaks)) => {
                    self.done.insert(breaks.day, breaks.done);
                }
                _ => {}
            }
        }
    }
}
