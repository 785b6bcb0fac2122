//! Movement breaks per working day (R3.13).

use std::collections::BTreeMap;

use super::{Bucket, Half, Step, Window};
use crate::domain::{item::BreakDay, time::Day};

/// The breaks of a week, a month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakTotal {
    pub bucket: Bucket,
    /// Days with a break.
    pub days: u32,
    pub breaks: u32,
}

/// Days with at least one break: a day without is no day that somebody missed.
pub fn break_days(kept: impl Iterator<Item = BreakDay>) -> BTreeMap<Day, u32> {
    let mut days = BTreeMap::new();
    for one in kept.filter(|one| one.done > 0) {
        days.insert(one.day, one.done);
    }
    days
}

/// Every piece of the window, and the median of the days with a break.
pub fn break_totals(
    days: &BTreeMap<Day, u32>,
    window: Window,
    step: Step,
) -> (Vec<BreakTotal>, Option<Half>) {
    let sum = |bucket: Bucket| {
        let nothing = BreakTotal { bucket, days: 0, breaks: 0 };
        days.range(bucket.first..=bucket.last).fold(nothing, |total, (_, breaks)| BreakTotal {
            bucket,
            days: total.days + 1,
            breaks: total.breaks + breaks,
        })
    };
    let mut each: Vec<u32> =
        days.range(window.first..=window.last).map(|(_, breaks)| *breaks).collect();
    each.sort_unstable();
    let median = each.len().checked_sub(1).map(|last| {
        let (low, high) = (each[last / 2], each[each.len() / 2]);
        Half { twice: low + high }
    });
    (window.buckets(step).into_iter().map(sum).collect(), median)
}
