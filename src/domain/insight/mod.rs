//! What the records come to over weeks and months, in whole numbers: what was done, how it felt,
//! what the tests showed. Nothing is smoothed away, and nothing here is a judgement.

mod breaks;
mod course;
mod days;
mod done;
mod noticed;
mod sides;
mod tests;
mod window;

pub use breaks::{BreakTotal, break_days, break_totals};
pub use course::{Course, CourseTotal, DayScores, Half, Measure, courses};
pub use days::{DayDone, DayKind, Total, days_done, totals};
pub use done::{Done, Trained, trained};
pub use noticed::{ENOUGH, Mean, Noticed, noticed};
pub use sides::{SideDifference, side_difference};
pub use tests::{TestCourse, TestMark, Track, levels, test_courses};
pub use window::{Bucket, Period, Step, Window};
