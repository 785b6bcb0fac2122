//! Exercises, movements and muscles that were trained, and the movement breaks.

use crate::{
    app::{
        model::Model,
        view::chart::{Plot, columns, rows},
    },
    domain::{
        body::{HipMovement, Muscle},
        exercise::{Exercise, ExerciseId},
        insight::{
            BreakTotal, Done, Half, Period, Step, Trained, Window, break_days, break_totals,
            trained,
        },
        item::{Body, BreakDay},
        time::Moment,
    },
};

/// A chart shows so many; the table has them all. Our choice.
const MOST_ROWS: usize = 10;
/// Longer than this the breaks go by week. Our choice.
const WEEKS_BY_DAY: i64 = 6;

/// An exercise as this version knows it, or the name that its records give it.
#[derive(Clone, Debug, PartialEq)]
pub enum ExerciseName {
    Known(&'static Exercise),
    Unknown(String),
}

#[derive(Clone, Debug, PartialEq)]
pub struct TrainedPicture {
    pub window: Window,
    pub sessions: u32,
    pub exercises: Vec<Done<ExerciseName>>,
    pub movements: Vec<Done<HipMovement>>,
    pub muscles: Vec<Done<Muscle>>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BreaksPicture {
    pub window: Window,
    pub step: Step,
    pub totals: Vec<BreakTotal>,
    /// Days with a break.
    pub days: u32,
    pub breaks: u32,
    /// Of the days with a break.
    pub median: Option<Half>,
    pub plot: Plot,
}

impl Model {
    /// None before the first session.
    pub fn trained_picture(&self, period: Period, now: Moment) -> Option<TrainedPicture> {
        let window = self.insight_window(period, now)?;
        let records = || self.history.oldest_first().filter(|record| window.holds(record.day));
        let Trained { exercises, movements, muscles } = trained(records(), self.catalogue);
        let named = |done: Done<String>| {
            let known = ExerciseId::new(&done.of).and_then(|id| self.catalogue.exercise(&id));
            let of = known.map_or_else(|| ExerciseName::Unknown(done.of), ExerciseName::Known);
            Done { of, sessions: done.sessions, held: done.held }
        };
        Some(TrainedPicture {
            window,
            sessions: u32::try_from(records().count()).unwrap_or(u32::MAX),
            exercises: exercises.into_iter().map(named).collect(),
            movements,
            muscles,
        })
    }

    /// None before the first break.
    pub fn breaks_picture(&self, period: Period, now: Moment) -> Option<BreaksPicture> {
        let kept = self.archive()?.items().filter_map(|item| match item.body {
            Some(Body::Breaks(BreakDay { day, done })) => Some(BreakDay { day, done }),
            _ => None,
        });
        let days = break_days(kept);
        let (earliest, latest) = (*days.first_key_value()?.0, *days.last_key_value()?.0);
        let window = period.window(earliest, latest, now.day());
        let step = if window.weeks() <= WEEKS_BY_DAY { Step::Day } else { window.step() };
        let (totals, median) = break_totals(&days, window, step);
        let column = |total: &BreakTotal| (total.bucket, total.breaks, false);
        Some(BreaksPicture {
            window,
            step,
            days: totals.iter().map(|total| total.days).sum(),
            breaks: totals.iter().map(|total| total.breaks).sum(),
            median,
            plot: columns(&totals.iter().map(column).collect::<Vec<_>>(), None),
            totals,
        })
    }
}

/// The chart of a list, and how many of it the chart shows.
pub fn list_plot<T>(list: &[Done<T>]) -> (Plot, usize) {
    let shown = list.len().min(MOST_ROWS);
    let sessions: Vec<u32> = list[..shown].iter().map(|done| done.sessions).collect();
    (rows(&sessions), shown)
}
