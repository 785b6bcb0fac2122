//! Made-up settings, every one of them.

use proptest::prelude::*;
use soepel::domain::{
    settings::{
        Age, AgeBand, BirthYear, FirstSide, Hand, Pace, Pause, Releases, Screen, Settings, Sound,
        TextSize, Theme, Voice, Volume,
    },
    text::Language,
    time::Seconds,
};

use crate::made::one_of;

pub(crate) fn settings() -> impl Strategy<Value = Settings> {
    let age = prop_oneof![
        Just(Age::Unknown),
        (1900..=2100u16).prop_map(|year| Age::BirthYear(BirthYear::new(year).unwrap())),
        one_of(AgeBand::ALL).prop_map(Age::Band),
    ];
    let look = (one_of(&Language::ALL), one_of(Theme::ALL), one_of(TextSize::ALL));
    let sound = (any::<bool>(), 0..=100u8, one_of(Voice::ALL), any::<bool>());
    let pacing = (0..=30u32, 0..=60u32, 0..=120u32);
    let rest = (one_of(FirstSide::ALL), one_of(Hand::ALL), any::<bool>(), any::<u16>());
    let led = (one_of(Sound::ALL), any::<bool>(), one_of(Pace::ALL), one_of(Screen::ALL));
    (age, look, sound, pacing, rest, led).prop_map(|(age, look, sound, pacing, rest, led)| {
        Settings {
            language: look.0,
            age,
            theme: look.1,
            text_size: look.2,
            sounds: sound.0,
            volume: Volume::new(sound.1).unwrap(),
            voice: sound.2,
            sound: led.0,
            vibration: sound.3,
            flash: led.1,
            pace: led.2,
            screen: led.3,
            ready: Pause::new(Seconds(pacing.0)).unwrap(),
            switch: Pause::new(Seconds(pacing.1)).unwrap(),
            transition: Pause::new(Seconds(pacing.2)).unwrap(),
            first_side: rest.0,
            hand: rest.1,
            welcomed: rest.2,
            news: Releases(rest.3),
        }
    })
}
