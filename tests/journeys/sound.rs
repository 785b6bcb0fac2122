//! The one file that leads a session: where it is, and what the lock screen does.

use soepel::{
    app::{
        command::Command,
        event::Event,
        sound::{Audio, Control, SoundEvent, Stamp},
    },
    domain::{
        session::{Input, State},
        settings::{Pace, Settings, Sound},
        time::Millis,
        track::LEAD,
    },
};

use crate::{
    element::{Element, alone, whole},
    person::Person,
};

#[test]
fn a_session_plays_at_once_and_the_whole_file_takes_over_in_a_silence() {
    let mut person = Person::ready();
    person.start("P1-A");
    let loaded = |commands: &[Command]| -> Vec<(Millis, usize)> {
        let loads = commands.iter().filter_map(|command| match command {
            Command::Audio(Audio::Load { at, bytes, .. }) => Some((*at, bytes.len())),
            _ => None,
        });
        loads.collect()
    };
    let first = loaded(&person.asked);
    assert_eq!(first.len(), 1, "there is something to hear before the whole is made");
    assert_eq!(first[0].0, LEAD);
    let mut element = alone("P1-A");
    let first = element.file;
    element.wait(10);
    assert_eq!(element.file, first + 1, "one file took the place of another");
    assert_eq!(element.bytes, whole(&element));
    element.in_step();
}

#[test]
fn the_file_and_the_session_stay_within_100_ms_through_everything_that_is_pressed() {
    let mut element = alone("P1-A");
    element.wait(20);
    element.in_step();
    for input in [
        Input::PressedNext,
        Input::PressedBack,
        Input::AddedTime,
        Input::RestartedSide,
        Input::SkippedExercise,
        Input::PressedBack,
        Input::AddedTime,
    ] {
        element.press(input);
        element.in_step();
        element.wait(1);
        element.in_step();
        element.wait(40);
        assert!(element.apart().abs() < 30.0, "{input:?}: {}", element.apart());
        assert_eq!(element.bytes, whole(&element), "{input:?}: the file is that of the plan");
        element.press(Input::PressedPause);
        assert!(!element.playing);
        element.wait(100);
        element.press(Input::PressedResume);
        element.in_step();
    }
}

#[test]
fn a_clock_of_its_own_never_leads_the_file_away_nor_makes_it_jump() {
    let mut element = alone("P4-B");
    element.wait(15);
    let jumps = element.jumps;
    let end = element.person.session().plan().lasts().0 - 30;
    while element.person.session().plan_time() < Millis(u64::from(end) * 1000) {
        element.wait(5);
        assert!(element.apart().abs() < 40.0, "{} ms apart", element.apart());
    }
    assert_eq!(element.jumps, jumps);
}

#[test]
fn a_file_that_stood_still_while_the_tab_slept_jumps_to_where_the_session_is() {
    let mut element = alone("P1-A");
    element.wait(40);
    element.at = element.place() - 20_000.0;
    element.since = element.person.now.mono;
    element.wait(7);
    element.in_step();
}

#[test]
fn a_slow_device_is_caught_up_with_and_not_made_to_jump_for_ever() {
    let mut element = alone("P1-A");
    element.slow = 700;
    element.press(Input::PressedNext);
    let jumps = element.jumps;
    element.wait(30);
    assert!(element.jumps <= jumps + 3, "{} jumps", element.jumps - jumps);
    element.in_step();
}

#[test]
fn time_that_was_added_is_heard_at_once() {
    let mut element = alone("P1-A");
    element.wait(30);
    let file = element.file;
    element.press(Input::AddedTime);
    assert!(element.file > file, "the old file counts down too soon");
    element.in_step();
}

#[test]
fn a_pause_on_the_lock_screen_pauses_the_session_and_play_goes_on() {
    let mut element = alone("P1-A");
    element.wait(20);
    element.sound(SoundEvent::Controlled(Control::Pause));
    assert!(matches!(element.person.session().state(), State::Paused { .. }));
    assert!(!element.playing);
    assert_eq!(element.trouble(), None, "nobody is told what they did themselves");
    assert!(!element.shown.as_ref().unwrap().playing);
    element.sound(SoundEvent::Controlled(Control::Play));
    assert!(element.shown.as_ref().unwrap().playing);
    element.in_step();
    let phase = element.person.session().position().unwrap().phase;
    element.sound(SoundEvent::Controlled(Control::Next));
    assert!(element.person.session().position().unwrap().phase > phase);
    element.sound(SoundEvent::Controlled(Control::Previous));
    element.in_step();
    element.sound(SoundEvent::Controlled(Control::Stop));
    assert!(matches!(element.person.session().state(), State::Paused { .. }));
}

#[test]
fn beside_music_nothing_is_taken_over_and_a_hidden_page_wakes_on_time() {
    let mut element = Element::ready(Sound::WithMusic);
    element.start("P1-A");
    element.wait(20);
    let audio = |command: &Command| matches!(command, Command::Audio(_));
    assert!(!element.person.asked.iter().any(audio));
    assert!(element.person.asked.iter().any(|command| matches!(command, Command::Play(_))));
    let wants = |element: &Element| element.person.model.wants(element.person.now);
    assert!(!wants(&element).on_time_while_hidden);
    element.tell(Event::BecameHidden);
    assert!(wants(&element).on_time_while_hidden);
}

#[test]
fn while_a_set_is_waited_for_the_file_is_silent_and_plays_on() {
    let mut element = alone("P5-L1");
    let settings = Settings { pace: Pace::OwnPace, ..element.person.model.settings.clone() };
    element.tell(Event::ChangedSettings(settings));
    let waits =
        |element: &Element| matches!(element.person.session().state(), State::Waiting { .. });
    for _ in 0..900 {
        if waits(&element) {
            break;
        }
        element.wait(1);
    }
    assert!(waits(&element), "a set of repetitions comes");
    // The cue at its beginning sounds to its end.
    assert!(element.place() >= f64::from(u32::try_from(LEAD.0).unwrap()));
    element.wait(1);
    for _ in 0..100 {
        element.wait(2);
        assert!(waits(&element) && element.playing);
        assert!(element.place() < f64::from(u32::try_from(LEAD.0).unwrap()), "silence");
        assert!(element.shown.as_ref().unwrap().playing);
    }
    element.sound(SoundEvent::Controlled(Control::Pause));
    assert!(matches!(element.person.session().state(), State::Running { .. }));
    element.in_step();
}

#[test]
fn the_lock_screen_tells_the_exercise_the_side_and_the_session() {
    let mut element = alone("P1-A");
    let mut seen = Vec::new();
    while element.person.is_exercising() {
        let session = element.person.session();
        let shown = element.shown.as_ref().unwrap();
        let phase = session.phase().unwrap();
        let side = match phase.side {
            Some(soepel::domain::body::Side::Left) => "Linkerkant",
            Some(soepel::domain::body::Side::Right) => "Rechterkant",
            None => "Beide kanten tegelijk",
        };
        assert_eq!(shown.side, side);
        assert_eq!(shown.lasts, session.plan().lasts().millis());
        seen.push((shown.exercise.clone(), shown.session.clone()));
        element.wait(3);
    }
    seen.dedup();
    assert!(seen.len() > 2 && seen.iter().all(|(_, session)| session == &seen[0].1), "{seen:?}");
}

#[test]
fn the_last_cue_sounds_to_its_end_and_then_nothing_is_left() {
    let mut element = alone("P6-2min");
    while element.person.is_exercising() {
        element.wait(1);
    }
    assert!(element.playing, "nobody cuts off the end");
    assert!(element.shown.is_none(), "there is nothing left to control");
    let stamp = element.stamp();
    element.sound(SoundEvent::RanOut(stamp));
    assert!(!element.playing && element.bytes.is_empty());

    let mut element = alone("P6-2min");
    element.wait(10);
    element.press(Input::FinishedEarly);
    assert!(!element.playing, "who stops hears nothing more");
}

#[test]
fn with_sounds_off_there_is_no_file() {
    let mut element = alone("P1-A");
    element.wait(10);
    let settings = Settings { sounds: false, ..element.person.model.settings.clone() };
    element.tell(Event::ChangedSettings(settings));
    assert!(!element.playing);
    element.wait(10);
    let settings = Settings { sounds: true, ..element.person.model.settings.clone() };
    element.tell(Event::ChangedSettings(settings));
    element.in_step();
}

/// The answer comes while the question is still being asked: asked again at once, it never ends.
#[test]
fn an_element_that_is_on_its_way_is_asked_where_it_is_only_once() {
    let mut person = Person::ready();
    person.start("P1-A");
    let asks = |commands: &[Command]| {
        commands.iter().filter(|one| **one == Command::Audio(Audio::Ask)).count()
    };
    let mut asked = 0;
    for second in 0..20 {
        person.pass(1_000);
        let commands = person.tell(Event::Ticked);
        asked += asks(&commands);
        for file in [1, 99] {
            let stamp = Stamp { file, at: LEAD, playing: false };
            let answer = person.tell(Event::Sound(SoundEvent::Stood(stamp)));
            assert_eq!(asks(&answer), 0, "file {file}, second {second}");
        }
    }
    assert!(asked > 2, "it is asked again, later");
}
