//! The back of the sheet for a physiotherapist: the last six weeks, as values.

use std::collections::BTreeMap;

use super::insight::{CoursePicture, TestPicture, WeeksPicture};
use crate::{
    app::model::Model,
    domain::{
        body::Side,
        exercise::{Exercise, ExerciseId},
        insight::Period,
        record::StopReason,
        time::{Day, Moment},
    },
};

/// So many lines of stops fit; the others are counted. Our choice.
const MOST_STOPS: usize = 5;

#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub weeks: WeeksPicture,
    /// Those of R0.41 that were answered.
    pub complaints: Vec<CoursePicture>,
    /// All tests, with what changed since the first taking of each.
    pub tests: Vec<TestPicture>,
    /// The most frequent first.
    pub stops: Vec<Stops>,
    /// Stops that have no line.
    pub more_stops: u32,
}

/// STOP in one exercise, on one side, for one reason.
#[derive(Clone, Debug, PartialEq)]
pub struct Stops {
    pub exercise: &'static Exercise,
    pub side: Option<Side>,
    pub reason: StopReason,
    pub times: u32,
    pub last: Day,
}

impl Model {
    /// None before the first session.
    pub fn report(&self, now: Moment) -> Option<Report> {
        let weeks = self.weeks_picture(Period::SixWeeks, now)?;
        let complaints = self.complaints(Period::SixWeeks, now)?;
        let mut stops = self.stops_between(weeks.window.first, weeks.window.last);
        let more = stops.split_off(stops.len().min(MOST_STOPS));
        Some(Report {
            complaints: complaints.into_iter().filter(|one| one.whole.is_some()).collect(),
            tests: self.test_pictures(Period::All, now).unwrap_or_default(),
            more_stops: more.iter().map(|stops| stops.times).sum(),
            weeks,
            stops,
        })
    }

    fn stops_between(&self, first: Day, last: Day) -> Vec<Stops> {
        let mut counted: BTreeMap<(&str, Option<Side>, StopReason), (u32, Day)> = BTreeMap::new();
        let within = |day: &Day| (first..=last).contains(day);
        for record in self.history.oldest_first().filter(|record| within(&record.day)) {
            for stop in &record.stops {
                let place = (stop.exercise.as_str(), stop.side, stop.reason);
                let (times, latest) = counted.entry(place).or_insert((0, record.day));
                *times += 1;
                *latest = record.day.max(*latest);
            }
        }
        let mut stops: Vec<Stops> = counted
            .into_iter()
            .filter_map(|((exercise, side, reason), (times, last))| {
                let exercise = self.catalogue.exercise(&ExerciseId::new(exercise)?)?;
                Some(Stops { exercise, side, reason, times, last })
            })
            .collect();
        stops.sort_by_key(|stops| (std::cmp::Reverse(stops.times), std::cmp::Reverse(stops.last)));
        stops
    }
}
