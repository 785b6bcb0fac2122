//! Each self-test over time, per side and direction, with its classes (X24). Never a percentage.

use std::collections::BTreeMap;

use super::Window;
use crate::domain::{
    selftest::{
        Class, FoldClass, GradedItem, Item, PlankClass, RunnerClass, SquatClass, StandClass, Taken,
        TestId,
    },
    time::Day,
};

/// One class that was seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TestMark {
    pub day: Day,
    /// Which taking of the test, from 0: a test may be taken twice on one day.
    pub taking: usize,
    pub graded: GradedItem,
}

/// A direction of the hip check, or a test as a whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    pub item: Item,
    /// The oldest first; never empty.
    pub marks: Vec<TestMark>,
}

impl Track {
    /// What the last taking showed of this.
    pub fn last(&self) -> &[TestMark] {
        let last = self.marks.last().map_or(0, |mark| mark.taking);
        &self.marks[self.marks.partition_point(|mark| mark.taking < last)..]
    }

    /// What the first showed.
    pub fn first(&self) -> &[TestMark] {
        let first = self.marks.first().map_or(0, |mark| mark.taking);
        &self.marks[..self.marks.partition_point(|mark| mark.taking <= first)]
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct TestCourse {
    pub test: TestId,
    /// The days on which it was taken.
    pub taken: Vec<Day>,
    /// In the order of the test.
    pub tracks: Vec<Track>,
}

/// The tests that were taken in the window, T1 to T8; `taken` begins with the oldest.
pub fn test_courses<'a>(taken: impl Iterator<Item = &'a Taken>, window: Window) -> Vec<TestCourse> {
    let mut courses: BTreeMap<TestId, TestCourse> = BTreeMap::new();
    for one in taken.filter(|one| window.holds(one.day)) {
        let test = one.result.test();
        let none = || TestCourse { test, taken: Vec::new(), tracks: Vec::new() };
        let course = courses.entry(test).or_insert_with(none);
        let (day, taking) = (one.day, course.taken.len());
        course.taken.push(day);
        for graded in one.result.grades() {
            let mark = TestMark { day, taking, graded };
            match course.tracks.iter_mut().find(|track| track.item == graded.item) {
                Some(track) => track.marks.push(mark),
                None => course.tracks.push(Track { item: mark.graded.item, marks: vec![mark] }),
            }
        }
    }
    courses.into_values().collect()
}

/// The classes of a test, the least first.
pub fn levels(test: TestId) -> Vec<&'static str> {
    match test {
        TestId::RunnerCheck => slugs(RunnerClass::ALL, RunnerClass::slug),
        TestId::HipCheck => slugs(Class::ALL, Class::slug),
        TestId::OneLegStand => slugs(StandClass::ALL, StandClass::slug),
        TestId::SingleLegSquat => slugs(SquatClass::ALL, SquatClass::slug),
        TestId::HeelToButtock => slugs(FoldClass::ALL, FoldClass::slug),
        TestId::SidePlank => slugs(PlankClass::ALL, PlankClass::slug),
        TestId::StepDown | TestId::Landing => vec!["not-yet", "pass"],
    }
}

fn slugs<T: Copy>(all: &[T], slug: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| slug(*one)).collect()
}
