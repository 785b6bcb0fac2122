//! Pain and stiffness before, after and the next morning, with what may be said of them.

use crate::{
    app::{
        model::Model,
        view::chart::{Plot, scores},
    },
    domain::{
        insight::{
            Course, CourseTotal, Half, Mean, Measure, Noticed, Period, Step, Window, courses,
            noticed,
        },
        time::{Day, Moment},
    },
};

/// Longer than this the table goes by week, month or year. Our choice.
const WEEKS_BY_DAY: i64 = 13;

#[derive(Clone, Debug, PartialEq)]
pub struct CoursePicture {
    pub measure: Measure,
    pub window: Window,
    /// None without answers: there is nothing to draw.
    pub whole: Option<CourseTotal>,
    /// The means of the first and the second half of the window.
    pub halves: (Mean, Mean),
    pub noticed: Noticed,
    pub plot: Plot,
    /// What the rows of the table go by.
    pub step: Step,
    pub rows: Vec<CourseRow>,
}

/// One row of the table; only what has answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CourseRow {
    Day { day: Day, scores: Vec<u32>, median: Half },
    Longer(CourseTotal),
}

impl Model {
    /// Whether there is any answer at all. None before the first session.
    pub fn has_complaints(&self) -> Option<bool> {
        let told = |measure: &Measure| {
            self.history.newest_first().any(|record| measure.of(record).is_some())
        };
        (!self.history.is_empty()).then(|| Measure::ALL.iter().any(told))
    }

    /// The four of R0.41, in their order. None before the first session.
    pub fn complaints(&self, period: Period, now: Moment) -> Option<Vec<CoursePicture>> {
        let window = self.insight_window(period, now)?;
        let pictures = courses(self.history.oldest_first(), window)
            .into_iter()
            .map(|(measure, course)| picture(measure, &course, window));
        Some(pictures.collect())
    }
}

fn picture(measure: Measure, course: &Course, window: Window) -> CoursePicture {
    let halves = course.halves(window.middle());
    let by_day = window.weeks() <= WEEKS_BY_DAY;
    let step = if by_day { Step::Day } else { window.step() };
    let rows = if by_day {
        let row = |one: &crate::domain::insight::DayScores| CourseRow::Day {
            day: one.day,
            scores: one.scores().collect(),
            median: one.median,
        };
        course.days.iter().map(row).collect()
    } else {
        course.totals(step).into_iter().map(CourseRow::Longer).collect()
    };
    CoursePicture {
        measure,
        window,
        whole: course.whole(window),
        halves,
        noticed: noticed(halves.0, halves.1),
        plot: scores(course, window),
        step,
        rows,
    }
}
