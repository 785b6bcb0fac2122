//! Each self-test over time: classes per side, the difference of the sides, and what changed.

use crate::{
    app::{
        model::Model,
        view::chart::{Plot, classes},
    },
    domain::{
        body::Side,
        insight::{
            Period, SideDifference, TestCourse, TestMark, Track, levels, side_difference,
            test_courses,
        },
        selftest::{Change, Item, SelfTest, change},
        time::{Day, Moment},
    },
};

#[derive(Clone, Debug, PartialEq)]
pub struct TestPicture {
    pub test: &'static SelfTest,
    /// The oldest first.
    pub taken: Vec<Day>,
    pub tracks: Vec<TrackPicture>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TrackPicture {
    pub test: &'static SelfTest,
    pub item: Item,
    /// The oldest first.
    pub marks: Vec<TestMark>,
    /// What the last taking showed.
    pub last: Vec<TestMark>,
    /// X23.
    pub sides: Option<SideDifference>,
    /// Since the first taking in the window (X24); empty as long as there was one.
    pub changes: Vec<(Option<Side>, Change)>,
    /// The classes of the test, the least first.
    pub levels: Vec<&'static str>,
    pub plot: Plot,
}

impl Model {
    /// None before the first test. Empty when none was taken in the period.
    pub fn test_pictures(&self, period: Period, now: Moment) -> Option<Vec<TestPicture>> {
        let taken = &self.tested.taken;
        let (earliest, latest) = (taken.first()?.1.day, taken.last()?.1.day);
        let window = period.window(earliest, latest, now.day());
        let courses = test_courses(taken.iter().map(|(_, taken)| taken), window);
        let picture = |TestCourse { test, taken, tracks }| {
            let (test, levels) = (self.catalogue.selftest(test)?, levels(test));
            let tracks = tracks.into_iter().map(|track: Track| TrackPicture {
                test,
                item: track.item,
                last: track.last().to_vec(),
                sides: side_difference(track.last()),
                changes: changes(&track),
                plot: classes(&track.marks, levels.len(), window),
                levels: levels.clone(),
                marks: track.marks,
            });
            Some(TestPicture { test, taken, tracks: tracks.collect() })
        };
        Some(courses.into_iter().filter_map(picture).collect())
    }
}

/// What both the first and the last taking showed.
fn changes(track: &Track) -> Vec<(Option<Side>, Change)> {
    let (first, last) = (track.first(), track.last());
    if first.first().map(|mark| mark.taking) == last.first().map(|mark| mark.taking) {
        return Vec::new();
    }
    last.iter()
        .filter_map(|now| {
            let then = first.iter().find(|then| then.graded.side == now.graded.side)?;
            Some((now.graded.side, change(&then.graded, &now.graded)))
        })
        .collect()
}
