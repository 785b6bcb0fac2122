//! What was added to version 1 since its fixtures were made.

use soepel::domain::{
    body::{Score, Side},
    record::{BeforeSport, Degree, Felt, Form, SessionRecord, StopMark, StopReason, Swapped},
};

use crate::made::full_session;

/// Everything that was added to version 1 since its fixtures were made.
pub(crate) fn fuller_session() -> SessionRecord {
    let mut record = full_session();
    record.before.sport = Some(BeforeSport::Kept);
    (record.before.soreness, record.before.stiffness) = (Score::new(3), Score::new(6));
    (record.after.form, record.after.felt) = (Some(Form::Faults), Some(Felt::LowBack));
    record.after.morning = Score::new(4);
    record.stops = vec![
        stop_mark("wall-sit-of-2031", None, StopReason::TooHard),
        stop_mark("quad-stretch-prone", Some(Side::Right), StopReason::GroinPinch),
    ];
    record.swaps = vec![
        swapped("quad-stretch-prone", Some(Side::Left), Degree::Easier, Some("quad-towel")),
        swapped("quad-stretch-prone", None, Degree::Plain, None),
    ];
    record
}

pub(crate) fn stop_mark(exercise: &str, side: Option<Side>, reason: StopReason) -> StopMark {
    StopMark { exercise: exercise.to_owned(), side, reason }
}

pub(crate) fn swapped(
    exercise: &str,
    side: Option<Side>,
    degree: Degree,
    variant: Option<&str>,
) -> Swapped {
    let variant = variant.map(str::to_owned);
    Swapped { exercise: exercise.to_owned(), side, degree, variant }
}
