//! What is heard and when the page wakes: sound is handed over ahead of time, so that a phone
//! that sleeps between two looks still counts along.

use soepel::{
    app::{command::Command, event::Event, wants::Wants},
    domain::{
        cue::cues,
        session::{Input, State},
        settings::{Settings, Sound},
        time::{Millis, Seconds},
        tone::{Note, notes},
    },
};

use crate::person::Person;

/// Somebody who hears single tones beside their music.
fn with_music() -> Person {
    let mut person = Person::ready();
    let settings = Settings { sound: Sound::WithMusic, ..person.model.settings.clone() };
    person.tell(Event::ChangedSettings(settings));
    person
}

fn played(commands: &[Command]) -> Vec<Note> {
    let notes = commands.iter().filter_map(|command| match command {
        Command::Play(notes) => Some(notes.clone()),
        _ => None,
    });
    notes.flatten().collect()
}

#[test]
fn every_tone_of_a_session_is_handed_over_once_and_in_time() {
    let mut person = with_music();
    person.start("P2-A-start");
    let plan = person.session().plan().clone();
    let mut expected: Vec<(u64, f32)> = cues(&plan, Millis(0), plan.lasts().millis() + Millis(1))
        .into_iter()
        .flat_map(|cue| notes(cue.kind, cue.at))
        .map(|note| (note.after.0, note.pitch))
        .collect();

    let mut handed: Vec<(u64, f32)> =
        played(&person.asked).iter().map(|note| (note.after.0, note.pitch)).collect();
    let mut at = 0;
    while person.is_exercising() {
        person.pass(1_000);
        at += 1_000;
        let commands = person.tell(Event::Ticked);
        handed.extend(played(&commands).iter().map(|note| (at + note.after.0, note.pitch)));
    }
    let order = |one: &(u64, f32), other: &(u64, f32)| one.partial_cmp(other).unwrap();
    expected.sort_by(order);
    handed.sort_by(order);
    assert_eq!(handed, expected);
}

#[test]
fn a_minute_of_sound_lies_ready_when_the_page_is_looked_at_once_a_minute() {
    let mut person = with_music();
    person.start("P1-A");
    let plan = person.session().plan().clone();
    let mut handed = played(&person.asked);
    let mut at = 0;
    for _ in 0..5 {
        let next = at + 60_000;
        let due = cues(&plan, Millis(at), Millis(next));
        for note in due.into_iter().flat_map(|cue| notes(cue.kind, cue.at)) {
            assert!(handed.contains(&note), "{note:?} was not there at {at}");
        }
        person.pass(60_000);
        at = next;
        let later = played(&person.tell(Event::Ticked));
        handed.extend(later.iter().map(|note| Note { after: note.after + Millis(at), ..*note }));
    }
}

#[test]
fn a_pause_hushes_what_was_scheduled_and_going_on_schedules_it_anew() {
    let mut person = with_music();
    person.start("P1-A");
    person.wait(20);
    let paused = person.press(Input::PressedPause);
    assert!(paused.contains(&Command::Hush));
    assert!(played(&paused).is_empty());
    person.pass(5_000);
    assert!(played(&person.tell(Event::Ticked)).is_empty(), "a pause is quiet");
    let resumed = person.press(Input::PressedResume);
    assert!(!played(&resumed).is_empty());

    let stopped = person.tell(Event::AskedToStop);
    assert!(stopped.contains(&Command::Hush));
    assert!(person.model.stopping.is_some());
    assert!(matches!(person.session().state(), State::Paused { .. }));
    assert!(!played(&person.tell(Event::WentOnAfterAll)).is_empty());
}

#[test]
fn sound_is_woken_by_every_press_and_by_no_tick() {
    let mut person = with_music();
    person.start("P1-A");
    for input in [Input::PressedNext, Input::PressedPause, Input::PressedResume, Input::AddedTime] {
        assert!(person.press(input).contains(&Command::WakeSound), "{input:?}");
    }
    person.pass(1_000);
    assert!(!person.tell(Event::Ticked).contains(&Command::WakeSound));
}

#[test]
fn with_sounds_off_nothing_is_played() {
    let mut person = with_music();
    let settings = Settings { sounds: false, ..person.model.settings.clone() };
    person.tell(Event::ChangedSettings(settings));
    person.play("P6-2min");
    assert!(played(&person.asked).is_empty());
}

#[test]
fn the_page_wakes_when_the_shown_second_changes() {
    let mut person = Person::ready();
    person.start("P1-A");
    for odd in [0, 1, 300, 999, 1_000, 1_234] {
        person.pass(odd);
        person.tell(Event::Ticked);
        let shown = person.session().phase_left().seconds_up();
        let wake_in = person.model.wants(person.now).wake_in.unwrap();
        assert!(wake_in <= Millis(1_015), "{wake_in:?}");
        let phase = person.session().position().unwrap().phase;
        person.pass(u32::try_from(wake_in.0).unwrap());
        person.tell(Event::Ticked);
        if person.session().position().unwrap().phase == phase {
            assert_eq!(person.session().phase_left().seconds_up() + Seconds(1), shown);
        }
    }
}

#[test]
fn the_screen_stays_on_while_somebody_exercises_and_ten_minutes_into_a_pause() {
    let mut person = Person::ready();
    assert_eq!(person.model.wants(person.now), Wants::default());
    person.start("P1-A");
    assert!(person.model.wants(person.now).awake);
    person.wait(10);
    person.press(Input::PressedPause);
    person.pass(599_000);
    person.tell(Event::Ticked);
    assert!(person.model.wants(person.now).awake);
    person.pass(1_000);
    person.tell(Event::Ticked);
    assert!(!person.model.wants(person.now).awake);
    person.press(Input::FinishedEarly);
    assert_eq!(person.model.wants(person.now), Wants::default());
}
