//! Appointments as iCalendar text (RFC 5545).

use chrono::Weekday;

use super::{Appointment, At, Calendar, Plan, Weekly, zone};
use crate::domain::{
    text::Language,
    time::{Day, Moment},
};

/// Octets in a line before it has to go on in the next (RFC 5545, 3.1).
const LINE: usize = 75;
/// 1 January 2026 UTC in seconds: the numbers of the files are counted from here, so that they fit
/// the 31 bits that a calendar gives them.
const FIRST: i64 = 1_767_225_600;

pub(super) fn calendar(calendar: &Calendar, appointments: &[Appointment]) -> String {
    let mut lines = Lines::default();
    let language = match calendar.language {
        Language::Dutch => "NL",
        Language::English => "EN",
    };
    lines.push("BEGIN:VCALENDAR");
    lines.push("VERSION:2.0");
    lines.push(&format!("PRODID:-//Soepel//Soepel {}//{language}", env!("CARGO_PKG_VERSION")));
    lines.push("CALSCALE:GREGORIAN");
    lines.push("METHOD:PUBLISH");
    let zone = zone::rule(calendar.zone);
    let timed = |appointment: &Appointment| matches!(&appointment.plan, Plan::Weekly(weekly) if weekly.at != At::Anchor);
    if let Some(zone) = zone.filter(|_| appointments.iter().any(timed)) {
        zone.lines(calendar.zone).iter().for_each(|line| lines.push(line));
    }
    for appointment in appointments {
        event(&mut lines, calendar, zone.is_some(), appointment);
    }
    lines.push("END:VCALENDAR");
    lines.0
}

fn event(lines: &mut Lines, calendar: &Calendar, zoned: bool, appointment: &Appointment) {
    let Calendar { now, site, .. } = *calendar;
    lines.push("BEGIN:VEVENT");
    lines.push(&format!("UID:soepel-{}@{}", appointment.slot, host(site)));
    lines.push(&format!("DTSTAMP:{}", utc(now)));
    // A calendar keeps the event with the higher number: each file is later than the one before.
    lines.push(&format!("SEQUENCE:{}", (now.wall / 1000 - FIRST).max(0)));
    match &appointment.plan {
        Plan::Weekly(weekly) => {
            weekly_lines(lines, calendar, zoned, weekly);
        }
        Plan::TakenBack => {
            lines.push(&format!("DTSTART;VALUE=DATE:{}", date(now.day())));
            lines.push("STATUS:CANCELLED");
        }
    }
    lines.push("END:VEVENT");
}

fn weekly_lines(lines: &mut Lines, calendar: &Calendar, zoned: bool, weekly: &Weekly) {
    let first = date(weekly.first(calendar.now));
    match weekly.at {
        At::Time { from, minutes } => {
            let time = format!("{first}T{}00", from.text().replace(':', ""));
            // Without a rule for the zone the time floats: it is that time wherever the device is,
            // which is what an appointment with oneself means. A wrong rule would move it.
            if zoned {
                lines.push(&format!("DTSTART;TZID={}:{time}", calendar.zone));
            } else {
                lines.push(&format!("DTSTART:{time}"));
            }
            lines.push(&format!("DURATION:PT{minutes}M"));
        }
        At::Anchor => lines.push(&format!("DTSTART;VALUE=DATE:{first}")),
    }
    let days: Vec<&str> = weekly.days.iter().map(|day| day_name(*day)).collect();
    lines.push(&format!("RRULE:FREQ=WEEKLY;BYDAY={}", days.join(",")));
    let address = format!("{}#{}", calendar.site, weekly.path);
    // Many calendars show the description and not the address, so it holds both.
    let description = match weekly.description.as_str() {
        "" => address.clone(),
        text => format!("{text}\n{address}"),
    };
    lines.push(&format!("SUMMARY:{}", escape(&weekly.title)));
    lines.push(&format!("DESCRIPTION:{}", escape(&description)));
    lines.push(&format!("URL:{address}"));
    lines.push("STATUS:CONFIRMED");
    // It keeps nobody from making another appointment.
    lines.push("TRANSP:TRANSPARENT");
    if weekly.at != At::Anchor {
        lines.push("BEGIN:VALARM");
        lines.push("ACTION:DISPLAY");
        lines.push(&format!("DESCRIPTION:{}", escape(&weekly.title)));
        lines.push("TRIGGER:PT0M");
        lines.push("END:VALARM");
    }
}

/// Content lines, each ended as the standard wants it and folded where it is long.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn push(&mut self, line: &str) {
        let mut width = 0;
        for letter in line.chars() {
            // A letter of several octets stays whole.
            if width + letter.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Text as a value: its own separators marked, line breaks spelt out, nothing unprintable.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// `example.org` of `https://example.org/soepel/`: two Soepels on two hosts do not replace each
/// other's appointments.
fn host(site: &str) -> &str {
    let rest = site.split_once("://").map_or(site, |(_, rest)| rest);
    rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty()).unwrap_or("soepel")
}

/// `20261122`.
fn date(day: Day) -> String {
    day.iso().replace('-', "")
}

/// `20261122T083000Z`.
fn utc(now: Moment) -> String {
    let seconds = now.wall.div_euclid(1000).rem_euclid(86_400);
    let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    format!("{}T{hour:02}{minute:02}{second:02}Z", date(Day::of(now.wall, 0)))
}

fn day_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}
