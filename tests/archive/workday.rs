//! The working day among the kept things: it comes back as it was set, and what cannot be is refused.

use chrono::Weekday;
use soepel::{
    archive::{
        export::export,
        import,
        merge::{SettingsChoice, merge},
        payload::Payload,
        problem::Problem,
        store::Archive,
    },
    domain::{
        breaks::{ClockTime, Hours, Interval, Workday},
        item::Body,
        record::RecordId,
    },
};

use crate::made::NOON;

fn night_shift() -> Workday {
    Workday {
        on: true,
        days: vec![Weekday::Tue, Weekday::Sun],
        hours: Hours::new(ClockTime::new(1_320).unwrap(), ClockTime::new(360).unwrap()).unwrap(),
        interval: Interval::new(45).unwrap(),
        in_calendar: 24,
    }
}

/// One working day as it stands in a file.
fn workday_text(body: &str) -> String {
    format!(
        "{{\"body\":{{{body}}},\"id\":\"{}\",\"kind\":\"workday\",\"rev\":1,\"updated\":{NOON},\"v\":1}}",
        RecordId::LEAST
    )
}

#[test]
fn a_working_day_comes_back_as_it_was_set() {
    for workday in [night_shift(), Workday::default()] {
        let mut archive = Archive::default();
        let body = Body::Workday(workday);
        for write in archive.put_item(RecordId::LEAST, body.clone(), NOON).unwrap() {
            archive.apply(&write);
        }
        let file = import::read(export(&archive).as_bytes()).unwrap();
        let mut other = Archive::default();
        for write in merge(&file, &Archive::default(), SettingsChoice::KeepOurs) {
            other.apply(&write);
        }
        assert_eq!(other.items().next().unwrap().body, Some(body));
    }
}

#[test]
fn a_working_day_that_cannot_be_is_refused_with_its_field() {
    let fine =
        r#""days":["mon","sun"],"from":540,"in_calendar":0,"interval":30,"on":true,"to":1020"#;
    assert!(Payload::read(&workday_text(fine)).is_ok());
    for (from, to, field) in [
        ("\"from\":540", "\"from\":1440", "from"),
        ("\"to\":1020", "\"to\":540", "to"),
        ("\"interval\":30", "\"interval\":19", "interval"),
        ("\"interval\":30", "\"interval\":61", "interval"),
        ("\"sun\"", "\"zon\"", "days"),
        ("\"sun\"", "\"mon\"", "days"),
        ("\"in_calendar\":0", "\"in_calendar\":73", "in_calendar"),
    ] {
        let problems = Payload::read(&workday_text(&fine.replace(from, to))).unwrap_err();
        assert_eq!(problems, [Problem::OutOfRange(field)], "{to}");
    }
}
