//! Settings, and what a device remembers about keeping, from and to the first form.

use super::Check;
use crate::{
    archive::{problem::Problem, v1},
    domain::{
        settings::{
            Age, AgeBand, BirthYear, FirstSide, Hand, Pace, Pause, Releases, Screen, Settings,
            Sound, TextSize, Theme, Voice, Volume,
        },
        text::Language,
        time::Seconds,
    },
};

/// What this device remembers about keeping.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// When somebody last took a copy, in epoch milliseconds UTC.
    pub last_export: Option<i64>,
    /// When they last said "later" to it.
    pub later: Option<i64>,
}

pub fn write(settings: &Settings, rev: u32, updated: i64, extra: v1::Extra) -> v1::Settings {
    let (birth_year, age_band) = match settings.age {
        Age::Unknown => (None, None),
        Age::BirthYear(year) => (Some(year.value()), None),
        Age::Band(band) => (None, Some(band.slug().to_owned())),
    };
    let usual = Settings::default();
    v1::Settings {
        v: v1::VERSION,
        kind: v1::SETTINGS.to_owned(),
        rev: Some(rev),
        updated,
        language: settings.language.tag().to_owned(),
        birth_year,
        age_band,
        theme: settings.theme.slug().to_owned(),
        text_size: settings.text_size.slug().to_owned(),
        sounds: settings.sounds,
        volume: settings.volume.percent().into(),
        voice: settings.voice.slug().to_owned(),
        vibration: settings.vibration,
        ready: settings.ready.seconds().0,
        switch: settings.switch.seconds().0,
        transition: settings.transition.seconds().0,
        first_side: settings.first_side.slug().to_owned(),
        hand: settings.hand.slug().to_owned(),
        welcomed: settings.welcomed,
        sound: unless(settings.sound, &usual.sound).map(|sound| sound.slug().to_owned()),
        flash: unless(settings.flash, &usual.flash),
        pace: unless(settings.pace, &usual.pace).map(|pace| pace.slug().to_owned()),
        screen: unless(settings.screen, &usual.screen).map(|screen| screen.slug().to_owned()),
        news: unless(settings.news, &usual.news).map(|Releases(read)| read),
        extra,
    }
}

pub fn read(shape: &v1::Settings) -> Result<Settings, Vec<Problem>> {
    let mut check = Check::default();
    check.moment("updated", shape.updated);
    let language = Language::ALL.into_iter().find(|language| language.tag() == shape.language);
    let language = check.need("language", language);
    let birth = check.maybe("birth_year", shape.birth_year, BirthYear::new);
    let band = check.maybe("age_band", shape.age_band.as_deref(), AgeBand::parse);
    if shape.birth_year.is_some() && shape.age_band.is_some() {
        check.problems.push(Problem::Contradiction("birth_year", "age_band"));
    }
    let age = birth.map(Age::BirthYear).or(band.map(Age::Band)).unwrap_or_default();
    let theme = check.need("theme", Theme::parse(&shape.theme));
    let text_size = check.need("text_size", TextSize::parse(&shape.text_size));
    let volume = u8::try_from(shape.volume).ok().and_then(Volume::new);
    let volume = check.need("volume", volume);
    let voice = check.need("voice", Voice::parse(&shape.voice));
    let ready = check.need("ready", Pause::new(Seconds(shape.ready)));
    let switch = check.need("switch", Pause::new(Seconds(shape.switch)));
    let transition = check.need("transition", Pause::new(Seconds(shape.transition)));
    let first_side = check.need("first_side", FirstSide::parse(&shape.first_side));
    let hand = check.need("hand", Hand::parse(&shape.hand));
    let usual = Settings::default();
    let sound = check.maybe("sound", shape.sound.as_deref(), Sound::parse);
    let pace = check.maybe("pace", shape.pace.as_deref(), Pace::parse);
    let screen = check.maybe("screen", shape.screen.as_deref(), Screen::parse);

    let settings = (|| {
        Some(Settings {
            language: language?,
            age,
            theme: theme?,
            text_size: text_size?,
            sounds: shape.sounds,
            volume: volume?,
            voice: voice?,
            sound: sound.unwrap_or(usual.sound),
            vibration: shape.vibration,
            flash: shape.flash.unwrap_or(usual.flash),
            pace: pace.unwrap_or(usual.pace),
            screen: screen.unwrap_or(usual.screen),
            ready: ready?,
            switch: switch?,
            transition: transition?,
            first_side: first_side?,
            hand: hand?,
            welcomed: shape.welcomed,
            news: shape.news.map_or(usual.news, Releases),
        })
    })();
    check.finish(settings)
}

/// What differs from what holds anyway; the rest was not written before it could be set.
fn unless<T: PartialEq>(set: T, usual: &T) -> Option<T> {
    (set != *usual).then_some(set)
}

pub fn write_meta(meta: Meta, rev: u32, updated: i64, extra: v1::Extra) -> v1::Meta {
    v1::Meta {
        v: v1::VERSION,
        kind: v1::META.to_owned(),
        rev: Some(rev),
        updated,
        last_export: meta.last_export,
        later: meta.later,
        extra,
    }
}

pub fn read_meta(shape: &v1::Meta) -> Result<Meta, Vec<Problem>> {
    let mut check = Check::default();
    check.moment("updated", shape.updated);
    let last_export = shape.last_export.map(|wall| check.moment("last_export", wall));
    let later = shape.later.map(|wall| check.moment("later", wall));
    check.finish(Some(Meta { last_export, later }))
}
