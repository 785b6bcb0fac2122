//! Moments, spans and days. Nothing here reads a clock: a moment is always handed in.

use std::{
    iter::Sum,
    ops::{Add, AddAssign, Mul, Sub},
};

use chrono::{DateTime, Datelike, Days, IsoWeek, NaiveDate, Weekday};

/// A whole number of seconds, as doses and settings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Seconds(pub u32);

impl Seconds {
    pub fn millis(self) -> Millis {
        Millis(u64::from(self.0) * 1000)
    }
}

impl Add for Seconds {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Mul<u32> for Seconds {
    type Output = Self;
    fn mul(self, times: u32) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

impl Sum for Seconds {
    fn sum<I: Iterator<Item = Self>>(spans: I) -> Self {
        spans.fold(Self(0), Self::add)
    }
}

/// A span in milliseconds, as the clocks give it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Millis(pub u64);

impl Millis {
    /// Rounded up, so that a countdown reads 1 until the phase is really over.
    pub fn seconds_up(self) -> Seconds {
        Seconds(u32::try_from(self.0.div_ceil(1000)).unwrap_or(u32::MAX))
    }

    pub fn seconds_down(self) -> Seconds {
        Seconds(u32::try_from(self.0 / 1000).unwrap_or(u32::MAX))
    }
}

impl Add for Millis {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Millis {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// Subtraction stops at nothing: a clock that steps back reads as no time.
impl Sub for Millis {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Millis {
    fn sum<I: Iterator<Item = Self>>(spans: I) -> Self {
        spans.fold(Self(0), Self::add)
    }
}

/// One look at both clocks.
///
/// `mono` never jumps but stands still while a phone sleeps, and starts anew with each page;
/// `wall` goes on during sleep but jumps when somebody sets it. A session needs both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970-01-01 UTC.
    pub wall: i64,
    /// Milliseconds since some start that is the same for the life of the page.
    pub mono: u64,
    /// Minutes east of UTC on the wall clock, as the device has them at this moment.
    pub offset: i16,
}

impl Moment {
    /// The local civil date.
    pub fn day(self) -> Day {
        Day::of(self.wall, self.offset)
    }
}

/// A local civil date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The date on a wall clock `offset` minutes east of UTC. What lies before 1970-01-01 reads as
    /// that day, as on a phone in America whose clock begins anew; so does what lies outside the
    /// calendar. Records refuse other dates at the border.
    pub fn of(wall: i64, offset: i16) -> Self {
        let local = wall.saturating_add(i64::from(offset) * 60_000);
        Self(DateTime::from_timestamp_millis(local.max(0)).unwrap_or_default().date_naive())
    }

    /// `2026-11-22`; anything else, or a date outside 1970 to 2100, is no day.
    pub fn parse(text: &str) -> Option<Self> {
        // By hand: chrono's own reader weighs 25 KB of wasm for formats that nothing here has.
        let mut parts = text.splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let day = Self(NaiveDate::from_ymd_opt(year, month, parts.next()?.parse().ok()?)?);
        let canonical = day.iso() == text;
        (canonical && (1970..=2100).contains(&year)).then_some(day)
    }

    pub fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }

    pub fn week(self) -> IsoWeek {
        self.0.iso_week()
    }

    pub fn year(self) -> i32 {
        self.0.year()
    }

    pub fn is_odd(self) -> bool {
        self.0.day() % 2 == 1
    }

    /// Days from `earlier` to this one; negative when it is the later.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// So many days later; the last day of the calendar stays.
    #[must_use]
    pub fn plus(self, days: u64) -> Self {
        Self(self.0.checked_add_days(Days::new(days)).unwrap_or(self.0))
    }

    /// So many days earlier; the first day of the calendar stays.
    #[must_use]
    pub fn less(self, days: u64) -> Self {
        Self(self.0.checked_sub_days(Days::new(days)).unwrap_or(self.0))
    }

    /// The first of the month that this day lies in.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        Self(self.0.with_day(1).unwrap_or(self.0))
    }

    /// The first of the month after.
    #[must_use]
    pub fn first_of_next_month(self) -> Self {
        self.first_of_month().plus(31).first_of_month()
    }

    /// The first of January of the year that this day lies in.
    #[must_use]
    pub fn first_of_year(self) -> Self {
        Self(self.0.with_ordinal(1).unwrap_or(self.0))
    }

    /// The day before; the first day of the calendar stays.
    #[must_use]
    pub fn before(self) -> Self {
        Self(self.0.pred_opt().unwrap_or(self.0))
    }

    /// This day and those after it, so many in all.
    pub fn next_days(self, count: u64) -> impl Iterator<Item = Self> {
        (0..count).filter_map(move |ahead| self.0.checked_add_days(Days::new(ahead)).map(Self))
    }

    /// Monday of the ISO week that this day lies in.
    #[must_use]
    pub fn monday(self) -> Self {
        let since = u64::from(self.0.weekday().num_days_from_monday());
        self.0.checked_sub_days(Days::new(since)).map_or(self, Self)
    }

    /// Midday UTC of this date in epoch milliseconds, to show it by Intl in any zone near UTC.
    pub fn noon_utc(self) -> i64 {
        self.0.and_hms_opt(12, 0, 0).map_or(0, |noon| noon.and_utc().timestamp_millis())
    }

    pub fn date(self) -> NaiveDate {
        self.0
    }
}
