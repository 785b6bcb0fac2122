//! What somebody set about their working day.

use chrono::Weekday;

use super::Check;
use crate::{
    archive::{
        problem::Problem,
        v1::{Extra, item as shapes},
    },
    domain::breaks::{ClockTime, Hours, Interval, WEEK, Workday},
};

/// As many breaks as a day of twenty-four hours has room for, at the shortest interval.
const MOST_BREAKS: u8 = 72;

pub(super) fn write(workday: &Workday, extra: Extra) -> shapes::Workday {
    shapes::Workday {
        on: workday.on,
        days: workday.days.iter().map(|day| name(*day).to_owned()).collect(),
        from: workday.hours.from().minutes(),
        to: workday.hours.to().minutes(),
        interval: workday.interval.minutes(),
        in_calendar: workday.in_calendar,
        extra,
    }
}

pub(super) fn read(shape: &shapes::Workday) -> Result<Workday, Vec<Problem>> {
    let mut check = Check::default();
    let days: Vec<Weekday> =
        WEEK.into_iter().filter(|day| shape.days.iter().any(|text| text == name(*day))).collect();
    check.hold("days", days.len() == shape.days.len());
    let from = check.need("from", ClockTime::new(shape.from));
    let to = check.need("to", ClockTime::new(shape.to));
    let hours = from.zip(to).and_then(|(from, to)| check.need("to", Hours::new(from, to)));
    let interval = check.need("interval", Interval::new(shape.interval));
    check.hold("in_calendar", shape.in_calendar <= MOST_BREAKS);
    let workday = hours.zip(interval).map(|(hours, interval)| Workday {
        on: shape.on,
        days,
        hours,
        interval,
        in_calendar: shape.in_calendar,
    });
    check.finish(workday)
}

fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}
