//! Dates and numbers in the person's language, by the browser's own Intl.

use js_sys::{Array, Date, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::domain::{text::Language, time::Day};

/// The IANA name of the device's time zone, or nothing where the browser does not tell.
pub fn zone() -> String {
    let format = Intl::DateTimeFormat::new(&Array::new(), &Object::new());
    Reflect::get(&format.resolved_options(), &"timeZone".into())
        .ok()
        .and_then(|zone| zone.as_string())
        .unwrap_or_default()
}

/// How a date is written.
#[derive(Clone, Copy, Debug)]
pub enum DateStyle {
    /// "zondag 22 november"
    Long,
    /// "22 nov 2026"
    Short,
    /// "22 nov"
    DayMonth,
    /// "zo"
    Weekday,
    /// "november 2026"
    Month,
    /// "november"
    MonthName,
    /// "nov 2026"
    ShortMonth,
}

pub fn date(day: Day, language: Language, style: DateStyle) -> String {
    let parts: &[(&str, &str)] = match style {
        DateStyle::Long => &[("weekday", "long"), ("day", "numeric"), ("month", "long")],
        DateStyle::Short => &[("day", "numeric"), ("month", "short"), ("year", "numeric")],
        DateStyle::DayMonth => &[("day", "numeric"), ("month", "short")],
        DateStyle::Weekday => &[("weekday", "short")],
        DateStyle::Month => &[("month", "long"), ("year", "numeric")],
        DateStyle::MonthName => &[("month", "long")],
        DateStyle::ShortMonth => &[("month", "short"), ("year", "numeric")],
    };
    // Noon UTC of the local date, read in UTC, is that date everywhere.
    format(day.noon_utc(), language, parts, "UTC")
}

/// "14:05" on the wall clock `offset` minutes east of UTC.
pub fn time_of_day(wall: i64, offset: i16, language: Language) -> String {
    let local = wall + i64::from(offset) * 60_000;
    format(local, language, &[("hour", "2-digit"), ("minute", "2-digit")], "UTC")
}

fn format(millis: i64, language: Language, parts: &[(&str, &str)], zone: &str) -> String {
    let options = Object::new();
    for (name, value) in parts.iter().chain([&("timeZone", zone)]) {
        drop(Reflect::set(&options, &(*name).into(), &(*value).into()));
    }
    let format = Intl::DateTimeFormat::new(&Array::of1(&locale(language).into()), &options);
    #[expect(clippy::cast_precision_loss, reason = "dates up to 2100 are exact in an f64")]
    let date = Date::new(&JsValue::from_f64(millis as f64));
    format
        .format()
        .call1(&JsValue::UNDEFINED, &date)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

/// British dates beside British spelling.
fn locale(language: Language) -> &'static str {
    match language {
        Language::Dutch => "nl-NL",
        Language::English => "en-GB",
    }
}
