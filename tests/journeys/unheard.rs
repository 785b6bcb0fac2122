//! No sound: refused, interrupted, or of a kind that the browser cannot play. It is said, and the
//! session goes on.

use soepel::{
    app::{
        command::Command,
        event::Event,
        sound::{SoundEvent, Stamp, Trouble},
    },
    domain::{
        session::{Input, State},
        settings::Sound,
    },
};

use crate::element::{Element, alone};

#[test]
fn a_call_or_a_pulled_headphone_pauses_the_session_and_says_so() {
    let mut element = alone("P1-A");
    element.wait(20);
    element.playing = false;
    let stamp = element.stamp();
    element.sound(SoundEvent::Halted(stamp));
    assert!(matches!(element.person.session().state(), State::Paused { .. }));
    assert_eq!(element.trouble(), Some(Trouble::Interrupted));
    // The call is over, and the phone plays on by itself.
    element.person.pass(60_000);
    element.playing = true;
    let stamp = element.stamp();
    element.sound(SoundEvent::Began(stamp));
    assert!(matches!(element.person.session().state(), State::Running { .. }));
    assert_eq!(element.trouble(), None);
    element.in_step();
}

#[test]
fn what_an_earlier_file_says_is_passed_over() {
    let mut element = alone("P1-A");
    element.wait(20);
    let stamp = Stamp { file: element.file - 1, playing: false, ..element.stamp() };
    element.sound(SoundEvent::Halted(stamp));
    assert!(matches!(element.person.session().state(), State::Running { .. }));
    // Nor a stop that was taken back before it was told.
    let stamp = element.stamp();
    element.sound(SoundEvent::Halted(stamp));
    assert!(matches!(element.person.session().state(), State::Running { .. }));
}

#[test]
fn a_browser_that_refuses_sound_is_told_of_and_the_session_goes_on() {
    let mut element = alone("P1-A");
    element.playing = false;
    element.sound(SoundEvent::Refused);
    assert_eq!(element.trouble(), Some(Trouble::Refused));
    element.wait(20);
    assert!(matches!(element.person.session().state(), State::Running { .. }));
    element.sound(SoundEvent::AskedForSound);
    element.in_step();
    let stamp = element.stamp();
    element.sound(SoundEvent::Began(stamp));
    assert_eq!(element.trouble(), None);
}

#[test]
fn a_browser_that_plays_no_such_files_gets_single_tones() {
    let mut element = alone("P1-A");
    element.wait(5);
    let tones = element.tell(Event::Sound(SoundEvent::Failed));
    assert!(tones.iter().any(|command| matches!(command, Command::Play(_))), "{tones:?}");
    assert!(element.shown.is_none());
    let files = element.file;
    element.press(Input::PressedNext);
    assert_eq!(element.file, files);
}

#[test]
fn tones_that_nobody_hears_are_told_of_and_come_anew() {
    let mut element = Element::ready(Sound::WithMusic);
    element.start("P1-A");
    element.wait(3);
    element.sound(SoundEvent::TonesBecame { heard: true });
    assert_eq!(element.trouble(), None);
    element.sound(SoundEvent::TonesBecame { heard: false });
    assert_eq!(element.trouble(), Some(Trouble::TonesSilent));
    element.person.pass(8_000);
    let commands = element.tell(Event::Sound(SoundEvent::TonesBecame { heard: true }));
    assert!(commands.contains(&Command::Hush));
    assert!(commands.iter().any(|command| matches!(command, Command::Play(_))));
    assert_eq!(element.trouble(), None);
}
