//! From the spelling of a version to the subject, with every fault reported, and back.

pub mod dose;
pub mod item;
pub mod journal;
pub mod packed;
pub mod screening;
pub mod session;
pub mod settings;
mod stops;
mod swaps;

use std::ops::RangeInclusive;

use super::problem::Problem;
use crate::domain::{
    body::{Score, Side},
    record::RecordId,
};

/// 1970-01-01 to 2100-12-31 in epoch milliseconds UTC.
pub const MOMENTS: RangeInclusive<i64> = 0..=4_133_980_799_999;

/// More corrections than anyone makes, and far from where counting would end.
pub const REVISIONS: RangeInclusive<u32> = 1..=1_000_000;

/// Zones are at most a day from UTC.
const OFFSETS: RangeInclusive<i16> = -1_440..=1_440;

/// Longest slug, zone or version.
const LONGEST_NAME: usize = 60;

/// Collects what is wrong while each field is read.
#[derive(Debug, Default)]
struct Check {
    problems: Vec<Problem>,
}

impl Check {
    /// Reports `field` when there is no value.
    fn need<T>(&mut self, field: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.problems.push(Problem::OutOfRange(field));
        }
        value
    }

    /// An absent field is fine; one that does not read is reported.
    fn maybe<T, R>(
        &mut self,
        field: &'static str,
        value: Option<T>,
        read: impl FnOnce(T) -> Option<R>,
    ) -> Option<R> {
        value.and_then(|value| self.need(field, read(value)))
    }

    fn hold(&mut self, field: &'static str, holds: bool) {
        self.need(field, holds.then_some(()));
    }

    fn moment(&mut self, field: &'static str, wall: i64) -> i64 {
        self.hold(field, MOMENTS.contains(&wall));
        wall
    }

    fn offset(&mut self, offset: i16) -> i16 {
        self.hold("offset", OFFSETS.contains(&offset));
        offset
    }

    fn name(&mut self, field: &'static str, text: &str) -> String {
        self.hold(field, text.chars().count() <= LONGEST_NAME);
        text.to_owned()
    }

    fn id(&mut self, text: &str) -> Option<RecordId> {
        self.need("id", RecordId::parse(text))
    }

    fn revision(&mut self, revision: u32) -> u32 {
        self.hold("rev", REVISIONS.contains(&revision));
        revision
    }

    fn score(&mut self, field: &'static str, value: Option<i64>) -> Option<Score> {
        self.maybe(field, value, |value| Score::new(u8::try_from(value).ok()?))
    }

    /// The value when nothing was reported on the way.
    fn finish<T>(self, value: Option<T>) -> Result<T, Vec<Problem>> {
        match value {
            Some(value) if self.problems.is_empty() => Ok(value),
            _ => Err(self.problems),
        }
    }
}

/// All or none, after looking at each, so that each is reported.
fn all<T>(values: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    let read: Vec<Option<T>> = values.collect();
    read.into_iter().collect()
}

fn side_name(side: Side) -> &'static str {
    match side {
        Side::Left => "l",
        Side::Right => "r",
    }
}

pub(super) fn side(name: &str) -> Option<Side> {
    match name {
        "l" => Some(Side::Left),
        "r" => Some(Side::Right),
        _ => None,
    }
}
