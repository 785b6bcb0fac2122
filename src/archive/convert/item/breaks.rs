//! The movement breaks of one day.

use super::Check;
use crate::{
    archive::{
        problem::Problem,
        v1::{Extra, item as shapes},
    },
    domain::{item::BreakDay, time::Day},
};

/// More breaks than a day has room for.
const MOST: u32 = 200;

pub(super) fn write(breaks: BreakDay, extra: Extra) -> shapes::Breaks {
    shapes::Breaks { day: breaks.day.iso(), done: breaks.done, extra }
}

pub(super) fn read(shape: &shapes::Breaks) -> Result<BreakDay, Vec<Problem>> {
    let mut check = Check::default();
    let day = check.need("day", Day::parse(&shape.day));
    check.hold("done", shape.done <= MOST);
    check.finish(day.map(|day| BreakDay { day, done: shape.done }))
}
