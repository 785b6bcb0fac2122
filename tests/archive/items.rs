//! Kept things besides sessions: put, changed, taken away, and merged like everything else.

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
        item::{Body, BreakDay},
        record::RecordId,
        time::Day,
    },
};

use crate::made::{NOON, Shelf};

fn breaks(done: u32) -> Body {
    Body::Breaks(BreakDay { day: Day::parse("2026-11-26").unwrap(), done })
}

fn id() -> RecordId {
    RecordId::new(NOON, [7; 10])
}

#[test]
fn a_thing_is_put_changed_and_taken_away_and_only_its_last_revision_stays() {
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    for done in [1, 2] {
        let writes = archive.put_item(id(), breaks(done), NOON).unwrap();
        shelf.write(&mut archive, &writes);
    }
    let there: Vec<_> = archive.items().map(|item| (item.revision, item.body.clone())).collect();
    assert_eq!(there, [(2, Some(breaks(2)))]);
    assert_eq!(shelf.0.len(), 1);
    let writes = archive.remove_item(id(), &breaks(2), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    assert_eq!(archive.items().count(), 0);
    assert_eq!(shelf.0.len(), 1, "that it was taken away is kept");
}

#[test]
fn an_older_file_does_not_bring_back_what_was_taken_away() {
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    let writes = archive.put_item(id(), breaks(3), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    let file = import::read(export(&archive).as_bytes()).unwrap();
    let writes = archive.remove_item(id(), &breaks(3), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    assert_eq!(merge(&file, &archive, SettingsChoice::KeepOurs), []);

    let mut other = Archive::default();
    for write in merge(&file, &Archive::default(), SettingsChoice::KeepOurs) {
        other.apply(&write);
    }
    assert_eq!(other.items().next().unwrap().body, Some(breaks(3)));
}

#[test]
fn what_a_newer_version_added_to_a_thing_stays_when_it_is_changed() {
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    let writes = archive.put_item(id(), breaks(1), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    let file = export(&archive).replace("\"done\":1", "\"done\":1,\"later\":\"x\"");
    let sealed = import::read(file.as_bytes());
    assert!(sealed.is_err(), "the checksum notices");
    let text = "{\"body\":{\"day\":\"2026-11-26\",\"done\":1,\"later\":\"x\"},\"id\":\"ID\",\"kind\":\"breaks\",\"rev\":1,\"soon\":2,\"updated\":1795345200000,\"v\":1}"
        .replace("ID", &id().to_string());
    let key = shelf.0.keys().next().unwrap().clone();
    shelf.0.insert(key, soepel::archive::envelope::seal(&text));
    let mut archive = shelf.open();
    let writes = archive.put_item(id(), breaks(2), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    let kept = shelf.0.values().next().unwrap();
    assert!(kept.contains("\"later\":\"x\"") && kept.contains("\"soon\":2"), "{kept}");
}

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
