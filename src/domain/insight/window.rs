//! How far back somebody looks, in whole ISO weeks, and the steps that such a stretch is told in.

use crate::domain::{body::named, time::Day};

named! {
    /// How far back.
    Period {
        SixWeeks = "6-weeks",
        ThreeMonths = "3-months",
        Year = "year",
        All = "all",
    }
}

impl Period {
    /// Weeks, the one of today included; all of them have no number.
    fn weeks(self) -> Option<u64> {
        match self {
            Self::SixWeeks => Some(6),
            Self::ThreeMonths => Some(13),
            Self::Year => Some(52),
            Self::All => None,
        }
    }

    /// From Monday to Sunday. It never begins before the week of the first thing there is: a week
    /// before somebody began is no empty week. A clock that once was ahead may have left something
    /// after today; only the whole stretch shows that.
    pub fn window(self, earliest: Day, latest: Day, today: Day) -> Window {
        let since = earliest.monday();
        let until = if self == Self::All { latest.max(today) } else { today };
        let last = until.monday().plus(6);
        let first = self.weeks().map_or(since, |weeks| today.monday().less(7 * (weeks - 1)));
        Window { first: first.max(since).min(last.monday()), last }
    }
}

/// A stretch of whole weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// A Monday.
    pub first: Day,
    /// A Sunday.
    pub last: Day,
}

/// One piece of a window; at its ends it may be cut short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bucket {
    pub first: Day,
    pub last: Day,
}

/// What a picture counts by: as fine as can still be seen. Our choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Day,
    Week,
    Month,
    Year,
}

/// Columns that can still be told apart on a phone. Our choice.
const MOST_WEEKS: i64 = 56;
const MOST_MONTHS: i64 = 130;

impl Window {
    pub fn holds(self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }

    pub fn days(self) -> i64 {
        self.last.days_since(self.first) + 1
    }

    pub fn weeks(self) -> i64 {
        self.days() / 7
    }

    /// The first day of the second half.
    pub fn middle(self) -> Day {
        self.first.plus(u64::try_from(self.days() / 2).unwrap_or_default())
    }

    pub fn step(self) -> Step {
        match self.weeks() {
            ..=MOST_WEEKS => Step::Week,
            weeks if weeks * 12 <= MOST_MONTHS * 52 => Step::Month,
            _ => Step::Year,
        }
    }

    /// Every piece of it, also those in which nothing was done.
    pub fn buckets(self, step: Step) -> Vec<Bucket> {
        let mut buckets = Vec::new();
        let mut first = self.first;
        while first <= self.last {
            let next = step.next(first);
            buckets.push(Bucket { first, last: next.before().min(self.last) });
            if next <= first {
                break;
            }
            first = next;
        }
        buckets
    }
}

impl Step {
    /// The first day of the piece after the one that this day lies in.
    fn next(self, day: Day) -> Day {
        match self {
            Self::Day => day.plus(1),
            Self::Week => day.monday().plus(7),
            Self::Month => day.first_of_next_month(),
            Self::Year => day.first_of_year().plus(366).first_of_year(),
        }
    }

    /// What stands for the piece that a day lies in.
    pub(super) fn of(self, day: Day) -> Day {
        match self {
            Self::Day => day,
            Self::Week => day.monday(),
            Self::Month => day.first_of_month(),
            Self::Year => day.first_of_year(),
        }
    }
}
