//! A folder that somebody picked once, in which a copy lies after each session.
//!
//! A folder and not one file, for three reasons. The window in which a file is picked to be written
//! empties a file that is there already (Chromium: "truncate file if it does exist"), so whoever
//! lost everything and picked the same file again would lose the copy too. One file holds no way
//! back from a bad day: here each day has a copy of its own, and older ones are thinned out to one
//! a week and one a month, as Anki does. And no copy ever takes the place of one that holds much
//! more. The price is that browsers refuse a few folders (Documents, Downloads): then one is made
//! inside.

use std::collections::BTreeSet;

use crate::domain::time::Day;

/// The newest copies that all stay, and the weeks before them with one copy each; further back, one
/// for each month. Our choice.
const DAYS: usize = 7;
const WEEKS: usize = 8;
/// A copy with less than one in so many of the sessions lies beside the larger one. Our choice.
const MUCH_LESS: usize = 2;

/// What is known of the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum OwnFolder {
    /// None was picked, or it was not heard of yet.
    #[default]
    None,
    Picked(Picked),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    pub name: String,
    /// The names of what lies in it.
    pub files: Vec<String>,
    /// The copy that was made last.
    pub last: Option<Last>,
    pub standing: Standing,
    /// False where the browser could not remember it: then it has to be picked again.
    pub stays: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Last {
    pub name: String,
    pub sessions: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Fine,
    /// The browser wants to hear from the person again before it writes.
    AskFirst,
    /// The folder is not there any more, or its disk is full.
    Failed,
}

/// What the browser found of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub name: String,
    pub may_write: bool,
    /// It will be there on the next visit too.
    pub stays: bool,
    pub files: Vec<String>,
    /// As [`Last::text`] has it.
    pub last: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FolderEvent {
    ClickedPick,
    /// Kept from an earlier visit; none where there is none.
    Found(Option<Found>),
    /// Picked, or allowed, in a press; none where somebody closed the window.
    Opened(Option<Found>),
    /// Write now; the browser may ask.
    ClickedWrite,
    ClickedForget,
    Written {
        last: Last,
        removed: Vec<String>,
        outcome: Outcome,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    NotPermitted,
    Failed,
}

impl Last {
    pub fn text(&self) -> String {
        format!("{} {}", self.sessions, self.name)
    }

    pub fn read(text: &str) -> Option<Self> {
        let (sessions, name) = text.split_once(' ')?;
        Some(Self { name: name.to_owned(), sessions: sessions.parse().ok()? })
    }
}

impl Picked {
    pub(in crate::app) fn new(found: Found) -> Self {
        let standing = if found.may_write { Standing::Fine } else { Standing::AskFirst };
        let last = found.last.as_deref().and_then(Last::read);
        Self { name: found.name, files: found.files, last, standing, stays: found.stays }
    }

    /// The name for a copy of today with so many sessions: that of the copy of today that we made,
    /// unless it holds much more; else one that is not taken.
    pub fn name_for(&self, today: Day, sessions: usize) -> String {
        let name = |turn: usize| match turn {
            1 => format!("soepel-{}.json", today.iso()),
            _ => format!("soepel-{}-{turn}.json", today.iso()),
        };
        let taken: BTreeSet<&String> = self.files.iter().collect();
        let mut names = (1..).map(name);
        let of_today = self.last.as_ref().filter(|last| day_of(&last.name) == Some(today));
        let again = of_today.filter(|last| sessions.saturating_mul(MUCH_LESS) >= last.sessions);
        match again {
            Some(last) => last.name.clone(),
            None => names.find(|name| !taken.contains(name)).unwrap_or_default(),
        }
    }

    /// The copies that may go. Only names that we give are looked at, and never one with a number:
    /// that lies beside a larger one.
    pub fn needless(&self) -> Vec<String> {
        let mut days: Vec<Day> = self.files.iter().filter_map(|name| whole_day(name)).collect();
        days.sort_unstable_by(|one, other| other.cmp(one));
        days.dedup();
        let (mut weeks, mut months) = (BTreeSet::new(), BTreeSet::new());
        let (mut kept_weeks, mut goes) = (0, Vec::new());
        for (place, day) in days.into_iter().enumerate() {
            let new_week = weeks.insert(day.monday());
            let new_month = months.insert(day.first_of_month());
            let by_week = new_week && kept_weeks < WEEKS;
            if place >= DAYS {
                kept_weeks += usize::from(by_week);
                if !by_week && !new_month {
                    goes.push(format!("soepel-{}.json", day.iso()));
                }
            }
        }
        goes
    }
}

/// `soepel-2026-11-22.json`, and nothing else.
fn whole_day(name: &str) -> Option<Day> {
    Day::parse(name.strip_prefix("soepel-")?.strip_suffix(".json")?)
}

/// The same, also with a number behind it.
fn day_of(name: &str) -> Option<Day> {
    Day::parse(name.strip_prefix("soepel-")?.get(..10)?)
}
