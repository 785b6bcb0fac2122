//! Texts in the person's language. A page is built anew when the language changes, so none of
//! these follows it.

use super::runtime::runtime;
use crate::{
    app::view::things,
    content::phrases::{self, Phrase},
    domain::{
        body::Side,
        dose::Origin,
        exercise::{Condition, Equipment},
        text::{Bilingual, Language},
        time::Seconds,
    },
};

pub(super) fn language() -> Language {
    runtime().peek(|model| model.settings.language)
}

pub(super) fn say(phrase: Phrase) -> String {
    phrase.read(language()).to_owned()
}

pub(super) fn fill(phrase: Phrase, parts: &[(&str, &str)]) -> String {
    phrase.fill(language(), parts)
}

pub(super) fn read(text: &Bilingual) -> String {
    text.read(language()).to_owned()
}

/// "12 min", "45 s", "3 min 15 s".
pub(super) fn duration(seconds: Seconds) -> String {
    let (minutes, rest) = (seconds.0 / 60, seconds.0 % 60);
    let (m, s) = (minutes.to_string(), rest.to_string());
    match (minutes, rest) {
        (0, _) => fill(phrases::common::SECONDS, &[("n", &s)]),
        (_, 0) => fill(phrases::common::MINUTES, &[("n", &m)]),
        _ => fill(phrases::common::MINUTES_SECONDS, &[("m", &m), ("s", &s)]),
    }
}

/// The length of a session in whole minutes, rounded up: nobody plans a break by the second.
pub(super) fn minutes(seconds: Seconds) -> String {
    fill(phrases::common::MINUTES, &[("n", &seconds.0.div_ceil(60).max(1).to_string())])
}

/// "1:45", or "45" under a minute.
pub(super) fn clock(seconds: Seconds) -> String {
    if seconds.0 < 60 {
        seconds.0.to_string()
    } else {
        format!("{}:{:02}", seconds.0 / 60, seconds.0 % 60)
    }
}

pub(super) fn side(side: Option<Side>) -> String {
    say(match side {
        Some(Side::Left) => phrases::common::LEFT_SIDE,
        Some(Side::Right) => phrases::common::RIGHT_SIDE,
        None => phrases::common::BOTH_SIDES,
    })
}

pub(super) fn equipment(thing: Equipment) -> String {
    say(things::equipment(thing))
}

pub(super) fn origin(origin: Origin) -> String {
    say(things::origin(origin))
}

/// A condition as the catalogue words it.
pub(super) fn condition(condition: Condition) -> String {
    runtime().peek(|model| {
        let known = model.catalogue.conditions.iter().find(|text| text.condition == condition);
        known.map_or_else(String::new, |text| read(&text.text))
    })
}
