//! A time in which the plan rests or is lighter: illness, holiday, a flare-up (5.8, X24, 3.4).

use super::{
    body::named,
    time::{Day, Moment},
};

named! {
    SpellKind {
        /// Illness with fever: no session until 48 hours after it (5.8).
        Fever = "fever",
        /// Illness without fever.
        Ill = "ill",
        /// The plan rests.
        HolidayRest = "holiday-rest",
        /// A few light minutes stay.
        HolidayShort = "holiday-short",
        /// More complaints than usual: as on a day with pain of 4 or 5 (3.4).
        FlareUp = "flare-up",
    }
}

impl SpellKind {
    pub fn is_illness(self) -> bool {
        matches!(self, Self::Fever | Self::Ill)
    }

    pub fn is_holiday(self) -> bool {
        matches!(self, Self::HolidayRest | Self::HolidayShort)
    }

    /// No full session is planned meanwhile; these keep a few light minutes.
    pub fn keeps_minutes(self) -> bool {
        matches!(self, Self::HolidayShort | Self::FlareUp)
    }
}

/// From its first day until somebody says it is over, or until the day that they set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    pub kind: SpellKind,
    pub from: Day,
    pub end: SpellEnd,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpellEnd {
    Open,
    /// Set ahead: the first day on which it no longer holds.
    On(Day),
    /// Somebody said that it is over.
    Said {
        day: Day,
        /// In epoch milliseconds UTC.
        at: i64,
    },
}

/// 5.8: no session until fever is gone for 48 hours.
const FEVER_FREE: i64 = 48 * 3_600_000;
/// 5.8: after a fever as after a gap of 8 to 14 days, whose week this is (X18). After any illness
/// and a flare-up too: our choice.
const CAREFUL: i64 = 7;

impl Spell {
    pub fn new(kind: SpellKind, from: Day) -> Self {
        Self { kind, from, end: SpellEnd::Open }
    }

    /// Over by a tap.
    #[must_use]
    pub fn ended(self, now: Moment) -> Self {
        Self { end: SpellEnd::Said { day: now.day(), at: now.wall }, ..self }
    }

    /// The first day on which it no longer holds.
    pub fn until(&self) -> Option<Day> {
        match self.end {
            SpellEnd::Open => None,
            SpellEnd::On(day) | SpellEnd::Said { day, .. } => Some(day),
        }
    }

    pub fn holds_on(&self, day: Day) -> bool {
        self.from <= day && self.until().is_none_or(|until| day < until)
    }

    /// Whether the plan is another one on this day: while it holds, and after a fever for the two
    /// days that are free of it (5.8).
    pub fn shapes(&self, day: Day) -> bool {
        let fever = self.kind == SpellKind::Fever;
        let after = self.until().is_some_and(|until| (0..2).contains(&day.days_since(until)));
        self.holds_on(day) || fever && after
    }

    /// Whether a session is out of the question: a fever, and 48 hours after it (5.8).
    pub fn forbids_sessions(&self, now: Moment) -> bool {
        let gone = match self.end {
            SpellEnd::Said { at, .. } => now.wall >= at.saturating_add(FEVER_FREE),
            SpellEnd::On(day) => now.day() >= day.plus(2),
            SpellEnd::Open => now.day() < self.from,
        };
        self.kind == SpellKind::Fever && !gone
    }

    /// Whether nothing heavier is proposed: meanwhile, and in the week after (5.8).
    pub fn asks_care_on(&self, day: Day) -> bool {
        let after = self.until().is_some_and(|until| (0..CAREFUL).contains(&day.days_since(until)));
        !self.kind.is_holiday() && (self.holds_on(day) || after)
    }

    /// X24: after an illness the health questions are asked again.
    pub fn outdates_answers_of(&self, wall: i64) -> bool {
        match self.end {
            SpellEnd::Said { at, .. } => self.kind.is_illness() && at > wall,
            SpellEnd::Open | SpellEnd::On(_) => false,
        }
    }
}
