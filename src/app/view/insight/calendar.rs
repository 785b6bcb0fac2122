//! The days of a month and of a year, with what was done.

use std::collections::BTreeMap;

use crate::{
    app::{
        model::Model,
        view::{
            chart::{Plot, squares},
            history::Line,
        },
    },
    domain::{
        insight::{DayDone, Step, Total, Window, totals},
        time::{Day, Moment},
    },
};

#[derive(Clone, Debug, PartialEq)]
pub struct MonthDay {
    pub day: Day,
    /// A day without a session is just a day.
    pub done: Option<DayDone>,
    pub today: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct MonthPage {
    /// The first of the month.
    pub first: Day,
    /// Monday to Sunday; none outside the month.
    pub weeks: Vec<Vec<Option<MonthDay>>>,
    pub total: Total,
    /// There is something in an earlier month, and a later month has begun.
    pub earlier: bool,
    pub later: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct YearMonth {
    pub total: Total,
    pub days: Plot,
}

#[derive(Clone, Debug, PartialEq)]
pub struct YearPage {
    /// The first of January.
    pub first: Day,
    pub months: Vec<YearMonth>,
    pub total: Total,
    pub earlier: bool,
    pub later: bool,
}

impl Model {
    /// The month that `of` lies in. None before the first session.
    pub fn month_page(&self, of: Day, now: Moment) -> Option<MonthPage> {
        let (earliest, latest) = self.days_with_sessions()?;
        let (first, next) = (of.first_of_month(), of.first_of_next_month());
        let days = self.done_between(first, next, now);
        let cell = |day: Day| {
            (day >= first && day < next).then(|| MonthDay {
                day,
                done: days.get(&day).copied(),
                today: day == now.day(),
            })
        };
        let window = Window { first, last: next.before() };
        let weeks = window.buckets(Step::Week).into_iter().map(|week| {
            let monday = week.first.monday();
            monday.next_days(7).map(cell).collect()
        });
        Some(MonthPage {
            first,
            weeks: weeks.collect(),
            total: one_total(&days, window, Step::Month)?,
            earlier: earliest < first,
            later: latest.max(now.day()) >= next,
        })
    }

    /// The year that `of` lies in. None before the first session.
    pub fn year_page(&self, of: Day, now: Moment) -> Option<YearPage> {
        let (earliest, latest) = self.days_with_sessions()?;
        let first = of.first_of_year();
        let next = first.plus(366).first_of_year();
        let days = self.done_between(first, next, now);
        let window = Window { first, last: next.before() };
        let months = totals(&days, window, Step::Month).into_iter().map(|total| {
            let plot = squares(total.bucket.first, &days);
            YearMonth { total, days: plot }
        });
        Some(YearPage {
            first,
            months: months.collect(),
            total: one_total(&days, window, Step::Year)?,
            earlier: earliest < first,
            later: latest.max(now.day()) >= next,
        })
    }

    /// The sessions of one day, the newest first.
    pub fn lines_on(&self, day: Day) -> Vec<Line> {
        let records = self.history.newest_first().filter(|record| record.day == day);
        records.map(|record| self.line(record)).collect()
    }

    fn done_between(&self, first: Day, next: Day, now: Moment) -> BTreeMap<Day, DayDone> {
        let within = |day: Day| day >= first && day < next;
        let records = self.history.oldest_first().filter(|record| within(record.day));
        self.days_done(records, now)
    }
}

fn one_total(days: &BTreeMap<Day, DayDone>, window: Window, step: Step) -> Option<Total> {
    totals(days, window, step).first().copied()
}
