//! Sessions and minutes per week, the goal, and the days of a month.

use std::collections::BTreeSet;

use proptest::prelude::*;
use soepel::{
    content::catalogue,
    domain::{
        insight::{DayKind, Period, Step, Window, days_done, totals},
        planning::load::Worker,
        record::{Ending, StopReason},
        time::Seconds,
    },
};

use crate::made::{day, monday, records, session};

#[test]
fn a_period_is_whole_weeks_with_the_one_of_today() {
    let (long_ago, today) = (day("2020-01-01"), day("2026-11-26"));
    let first = |period: Period| period.window(long_ago, today, today).first;
    assert_eq!(first(Period::SixWeeks), day("2026-10-19"));
    assert_eq!(first(Period::ThreeMonths), day("2026-08-31"));
    assert_eq!(first(Period::Year), day("2025-12-01"));
    assert_eq!(first(Period::All), day("2019-12-30"));
    for period in Period::ALL {
        let window = period.window(long_ago, today, today);
        assert_eq!(window.last, day("2026-11-29"), "the Sunday of this week");
        assert_eq!(window.days() % 7, 0);
    }
}

#[test]
fn weeks_before_somebody_began_are_no_empty_weeks() {
    let today = day("2026-11-26");
    let window = Period::ThreeMonths.window(day("2026-11-18"), today, today);
    assert_eq!((window.first, window.weeks()), (day("2026-11-16"), 2));
    // A clock that was ahead once: a week that is still to come is in the whole stretch alone.
    let ahead = day("2027-02-01");
    assert_eq!(Period::Year.window(ahead, ahead, today).weeks(), 1);
    assert_eq!(Period::All.window(today, ahead, today).last, day("2027-02-07"));
}

#[test]
fn long_stretches_go_by_month_and_longer_ones_by_year() {
    let window = |weeks: u64| Window { first: monday(), last: monday().plus(7 * weeks - 1) };
    let steps = [1, 56, 57, 560, 600].map(|weeks| window(weeks).step());
    assert_eq!(steps, [Step::Week, Step::Week, Step::Month, Step::Month, Step::Year]);
    for weeks in [1, 57, 600] {
        for step in [Step::Day, Step::Week, Step::Month, Step::Year] {
            let buckets = window(weeks).buckets(step);
            assert_eq!(buckets[0].first, window(weeks).first);
            assert_eq!(buckets.last().unwrap().last, window(weeks).last);
            assert!(buckets.windows(2).all(|two| two[0].last.plus(1) == two[1].first));
        }
    }
}

/// C1: the minutes on top never count as one of the sessions of a week; 5.8 has them.
#[test]
fn a_day_counts_for_the_goal_with_a_session_that_was_not_left_and_is_no_extra() {
    use DayKind::{Full, Short};
    let stopped = Ending::Stopped(StopReason::Dizzy);
    let left = |after, ending| {
        let mut record = session(monday().plus(after), "P1-A", 60);
        record.ending = ending;
        record
    };
    let records = [
        session(monday(), "P1-A", 600),
        session(monday(), "P1-A", 61),
        session(monday().plus(1), "P1-mini", 60),
        left(2, Ending::Abandoned),
        left(3, stopped),
        left(4, Ending::AddedAfterwards),
        session(monday().plus(5), "P6-2min", 120),
    ];
    let days = days_done(records.iter(), catalogue(), Worker::default());
    let week = Window { first: monday(), last: monday().plus(6) };
    let total = totals(&days, week, Step::Week)[0];
    assert_eq!((total.sessions, total.days, total.counted), (7, 6, 2));
    assert_eq!((total.active, total.minutes()), (Seconds(1_021), 18));
    let kinds: Vec<DayKind> = days.values().map(|day| day.kind).collect();
    assert_eq!(kinds, [Full, Short, Full, Full, Full, Short]);
}

proptest! {
    #[test]
    fn nothing_is_lost_or_counted_twice_whatever_the_step(records in records()) {
        let days = days_done(records.iter(), catalogue(), Worker::default());
        let earliest = records.iter().map(|record| record.day).min().unwrap();
        let latest = records.iter().map(|record| record.day).max().unwrap();
        let window = Period::All.window(earliest, latest, latest);
        let active: Seconds = records.iter().map(|record| record.active.seconds()).sum();
        let distinct: BTreeSet<_> = records.iter().map(|record| record.day).collect();
        for step in [Step::Day, Step::Week, Step::Month, Step::Year] {
            let totals = totals(&days, window, step);
            let sessions: u32 = totals.iter().map(|total| total.sessions).sum();
            prop_assert_eq!(usize::try_from(sessions).unwrap(), records.len());
            prop_assert_eq!(totals.iter().map(|total| total.active).sum::<Seconds>(), active);
            let days: u32 = totals.iter().map(|total| total.days).sum();
            prop_assert_eq!(usize::try_from(days).unwrap(), distinct.len());
        }
    }
}
