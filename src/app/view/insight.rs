//! What the pages of insight show, as values; each page makes its own and no more.

mod calendar;
mod complaints;
mod said;
mod tested;
mod trained;
mod weeks;
mod words;

pub use calendar::{MonthDay, MonthPage, YearMonth, YearPage};
pub use complaints::{CoursePicture, CourseRow};
pub use tested::{TestPicture, TrackPicture};
pub use trained::{BreaksPicture, ExerciseName, TrainedPicture, list_plot};
pub use weeks::WeeksPicture;
pub use words::{class, grade, half, span, tenths, total};

use crate::{
    app::model::Model,
    domain::{
        insight::{Period, Window},
        time::{Day, Moment},
    },
};

impl Model {
    /// The first and the last day with a session. The records begin with the oldest by the clock;
    /// who travels may have a later day before an earlier one.
    fn days_with_sessions(&self) -> Option<(Day, Day)> {
        let days = || self.history.oldest_first().map(|record| record.day);
        Some((days().min()?, days().max()?))
    }

    /// None before the first session.
    fn insight_window(&self, period: Period, now: Moment) -> Option<Window> {
        let (earliest, latest) = self.days_with_sessions()?;
        Some(period.window(earliest, latest, now.day()))
    }
}
