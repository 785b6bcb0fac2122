//! The calendar file (RFC 5545) as text; tests/browser/calendar.spec.js has another program read it.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

use chrono::Weekday;
use proptest::prelude::*;
use soepel::{
    app::calendar::{
        Appointment, At, Calendar, Plan, Weekly,
        rhythm::{Opens, Planned, breaks, usual_sessions, usual_week, week},
    },
    content::catalogue,
    domain::{
        breaks::{ClockTime, WEEK, Workday},
        programme::SessionId,
        progress::stage_before,
        text::Language,
        time::Moment,
    },
};

/// 22 November 2026, a Sunday, 09:30 in Amsterdam.
const NOW: Moment = Moment { wall: 1_795_336_200_000, mono: 5_000, offset: 60 };
const SITE: &str = "https://example.org/soepel/";

fn here() -> Calendar<'static> {
    Calendar { now: NOW, zone: "Europe/Amsterdam", language: Language::Dutch, site: SITE }
}

fn weekly(days: &[Weekday], at: At) -> Weekly {
    Weekly {
        title: "Rekken".to_owned(),
        description: String::new(),
        path: "/sessie/P1-A".to_owned(),
        days: days.to_vec(),
        at,
    }
}

fn file(calendar: Calendar, weekly: Weekly) -> String {
    let plan = Plan::Weekly(weekly);
    calendar.file(&[Appointment { slot: "P1-1".to_owned(), plan }])
}

fn at(text: &str) -> At {
    At::Time { from: ClockTime::parse(text).unwrap(), minutes: 12 }
}

/// The value of a line of the first appointment, unfolded.
fn value(file: &str, name: &str) -> String {
    let whole = file.replace("\r\n ", "");
    let whole = whole.split("BEGIN:VEVENT").nth(1).unwrap();
    let line = whole
        .lines()
        .find(|line| line.strip_prefix(name).is_some_and(|rest| rest.starts_with([':', ';'])));
    line.unwrap_or_else(|| panic!("no {name} in {file}"))[name.len() + 1..].to_owned()
}

#[test]
fn an_appointment_begins_on_its_first_day_to_come_and_returns_every_week() {
    let file = file(here(), weekly(&[Weekday::Wed, Weekday::Mon], at("08:00")));
    assert_eq!(value(&file, "DTSTART"), "TZID=Europe/Amsterdam:20261123T080000");
    assert_eq!(value(&file, "DURATION"), "PT12M");
    assert_eq!(value(&file, "RRULE"), "FREQ=WEEKLY;BYDAY=WE,MO");
    assert_eq!(value(&file, "UID"), "soepel-P1-1@example.org");
    assert_eq!(value(&file, "DTSTAMP"), "20261122T083000Z");
    assert_eq!(value(&file, "URL"), "https://example.org/soepel/#/sessie/P1-A");
}

#[test]
fn a_time_that_has_passed_today_begins_next_week() {
    let sunday = |time| value(&file(here(), weekly(&[Weekday::Sun], at(time))), "DTSTART");
    assert!(sunday("09:31").ends_with("20261122T093100"));
    assert!(sunday("09:30").ends_with("20261129T093000"));
}

#[test]
fn europe_changes_its_clocks_at_one_utc_on_the_last_sundays_of_march_and_october() {
    let text = file(here(), weekly(&WEEK, at("08:00")));
    let zone = text.split("BEGIN:VTIMEZONE").nth(1).unwrap().split("END:VTIMEZONE").next().unwrap();
    for line in [
        "TZID:Europe/Amsterdam",
        "TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nDTSTART:19970330T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19971026T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    ] {
        assert!(zone.contains(line), "{line} in {zone}");
    }
}

#[test]
fn a_zone_without_a_known_rule_gets_the_same_time_wherever_the_device_is() {
    for zone in ["America/New_York", "Asia/Kolkata", "", "UTC\r\nX:1"] {
        let text = file(Calendar { zone, ..here() }, weekly(&[Weekday::Mon], at("08:00")));
        assert!(text.contains("DTSTART:20261123T080000\r\n"), "{zone}: {text}");
        assert!(!text.contains("TZID") && !text.contains("VTIMEZONE"), "{zone}");
    }
}

#[test]
fn an_anchor_is_an_appointment_of_the_day_with_the_anchor_in_its_words() {
    // R1.28, R1.29.
    let planned = Planned {
        day: Weekday::Tue,
        opens: Opens::Session(SessionId("P6-2min".to_owned())),
        at: At::Anchor,
        anchor: Some("na het tandenpoetsen, ’s ochtends; boven".to_owned()),
    };
    let appointments = week(catalogue(), Language::Dutch, "plan", &[planned], 0);
    let text = here().file(&appointments);
    assert_eq!(value(&text, "DTSTART"), "VALUE=DATE:20261124");
    let description = value(&text, "DESCRIPTION");
    assert!(description.contains("na het tandenpoetsen\\, ’s ochtends\\; boven"), "{description}");
    assert!(description.ends_with("\\nhttps://example.org/soepel/#/sessie/P6-2min"));
    assert!(!text.contains("VALARM"), "nobody knows when to ring");
}

#[test]
fn a_later_file_has_the_same_names_and_a_higher_number() {
    let planned: Vec<Planned> = usual_week(&catalogue().programmes[0], time("08:00"), 12);
    let names = |text: &str| -> Vec<String> {
        text.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect()
    };
    let appointments = week(catalogue(), Language::Dutch, "P1", &planned, 0);
    let later = Calendar { now: Moment { wall: NOW.wall + 1_000, ..NOW }, ..here() };
    let (first, second) = (here().file(&appointments), later.file(&appointments));
    assert_eq!(names(&first), names(&second));
    assert_eq!(names(&first).len(), 3);
    let number = |text| value(text, "SEQUENCE").parse::<u32>().unwrap();
    assert!(number(&second) > number(&first));
    assert!(number(&second) < 1 << 31, "calendars count no further");
}

#[test]
fn a_day_that_changes_moves_an_appointment_and_one_that_goes_is_taken_back() {
    let planned = usual_week(&catalogue().programmes[0], time("08:00"), 12);
    let mut moved = planned.clone();
    moved[2].day = Weekday::Sat;
    let slots = |planned: &[Planned], before| -> Vec<(String, bool)> {
        week(catalogue(), Language::Dutch, "plan", planned, before)
            .into_iter()
            .map(|it| (it.slot, it.plan == Plan::TakenBack))
            .collect()
    };
    assert_eq!(slots(&planned, 0), slots(&moved, 3));
    let fewer = slots(&planned[..2], 3);
    assert_eq!(fewer[2], ("plan-3".to_owned(), true));
}

#[test]
fn days_of_rest_are_not_in_it_and_no_week_passes_its_target() {
    for programme in &catalogue().programmes {
        let planned = usual_week(programme, time("08:00"), 10);
        let times = usize::try_from(programme.weekly_target).unwrap();
        assert_eq!(planned.len(), times, "{}", programme.id.0);
        let days: std::collections::BTreeSet<u32> =
            planned.iter().map(|it| it.day.num_days_from_monday()).collect();
        assert_eq!(days.len(), times, "a day has one session");
        for outline in usual_sessions(programme) {
            assert!(stage_before(&outline.id).is_none(), "{} has a gate", outline.id.0);
        }
        assert!(!usual_sessions(programme).is_empty());
    }
}

#[test]
fn every_break_of_a_working_day_has_its_own_time_and_a_night_ends_on_the_day_after() {
    // X20.
    let workday = Workday { on: true, ..Workday::default() };
    let texts = breaks(&workday, Language::English);
    assert_eq!(texts.len(), 15);
    let hours = soepel::domain::breaks::Hours::new(time("23:00"), time("01:00")).unwrap();
    let night = Workday { hours, days: vec![Weekday::Sun], ..workday };
    let when: Vec<(Vec<Weekday>, At)> = breaks(&night, Language::Dutch)
        .into_iter()
        .filter_map(|appointment| match appointment.plan {
            Plan::Weekly(weekly) => Some((weekly.days, weekly.at)),
            Plan::TakenBack => None,
        })
        .collect();
    let is = |text: &str| At::Time { from: time(text), minutes: 2 };
    assert_eq!(
        when,
        [
            (vec![Weekday::Sun], is("23:30")),
            (vec![Weekday::Mon], is("00:00")),
            (vec![Weekday::Mon], is("00:30")),
        ]
    );
}

fn time(text: &str) -> ClockTime {
    ClockTime::parse(text).unwrap()
}

proptest! {
    /// Whatever stands in the texts, no line is too long, none ends in a way of its own, and no
    /// text becomes a line of the calendar.
    #[test]
    fn lines_are_short_whole_and_only_ours(title in "\\PC{0,120}", said in any::<String>()) {
        let weekly = Weekly { title, description: said, ..weekly(&WEEK, at("08:00")) };
        let text = file(here(), weekly);
        prop_assert!(text.ends_with("END:VCALENDAR\r\n"));
        prop_assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
        for line in text.split("\r\n") {
            prop_assert!(line.len() <= 75, "{} octets", line.len());
        }
        let whole = text.replace("\r\n ", "");
        prop_assert_eq!(whole.split("\r\n").filter(|line| line.starts_with("BEGIN:")).count(), 6);
        for line in whole.split("\r\n").filter(|line| !line.is_empty()) {
            let name = line.split([':', ';']).next().unwrap();
            prop_assert!(name.chars().all(|it| it.is_ascii_uppercase() || it == '-'), "{}", line);
        }
    }
}
