//! The coach: own pace, keys, easier and harder ways, and the voices of the device.

use soepel::{
    app::{
        coach::CoachEvent,
        command::Command,
        event::Event,
        hearing::Hearing,
        hints::Hint,
        view::player::{Course, player},
    },
    domain::{
        clearance::DailyCheck,
        record::{Answer, Degree, Outcome, StopReason},
        session::{Input, State},
        settings::{Pace, Settings, Voice},
        swapping::Turn,
        text::Language,
        voices::Offered,
    },
    route::Route,
};

use crate::person::{Person, well};

fn set(person: &mut Person, change: impl FnOnce(&mut Settings)) {
    let mut settings = person.model.settings.clone();
    change(&mut settings);
    person.tell(Event::ChangedSettings(settings));
}

fn key(person: &mut Person, key: &str) -> Vec<Command> {
    let event = person.model.key(key, false).unwrap_or_else(|| panic!("{key} means something"));
    person.tell(event)
}

fn announced(commands: &[Command]) -> String {
    let said = commands.iter().filter_map(|command| match command {
        Command::Announce(text) => Some(text.as_str()),
        _ => None,
    });
    said.collect::<Vec<_>>().join(" ")
}

fn voice(tag: &str, local: bool) -> Offered {
    let name = format!("Stem {tag}");
    Offered { id: name.clone(), name, tag: tag.to_owned(), local, usual: true }
}

/// On to the first exercise that has something to choose.
fn to_an_exercise_with_ways(person: &mut Person) {
    while person.model.ways(person.now).is_none_or(|ways| ways.heavier.is_none()) {
        person.press(Input::SkippedExercise);
    }
}

#[test]
fn a_session_at_ones_own_pace_is_led_by_saying_done() {
    let mut person = Person::ready();
    set(&mut person, |settings| settings.pace = Pace::OwnPace);
    person.start("P3-1");
    let mut sets = 0;
    while person.is_exercising() {
        person.wait(1);
        let Some(live) = &person.model.live else { break };
        let view = player(live, person.model.catalogue, person.now).unwrap();
        if view.course == Course::Waiting {
            person.wait(10);
            let keys = [" ", "Enter", "ArrowRight", "PageDown", "MediaPlayPause"];
            key(&mut person, keys[sets % keys.len()]);
            sets += 1;
        }
    }
    assert!(sets >= 3, "{sets} sets were waited for");
    let record = person.records().pop().unwrap();
    for row in &record.done {
        assert_eq!(row.outcome, Outcome::Done, "{row:?}");
    }
}

#[test]
fn a_set_that_waits_is_found_again_after_a_reload() {
    let mut person = Person::ready();
    set(&mut person, |settings| settings.pace = Pace::OwnPace);
    person.start("P3-1");
    while !matches!(person.session().state(), State::Waiting { .. }) {
        person.wait(1);
    }
    person.wait(9);
    person.tell(Event::BecameHidden);
    let (phase, active) = (person.session().position(), person.session().active());
    let mut back = person.reopened();
    let id = back.model.begun_sessions()[0].opening.record;
    back.tell(Event::ChoseToGoOn(id));
    assert_eq!((back.session().position(), back.session().active()), (phase, active));
    back.press(Input::PressedResume);
    assert!(matches!(back.session().state(), State::Waiting { .. }));
}

/// Space, arrows, page keys of a remote, a headset; and no key that leads nowhere.
#[test]
fn every_key_of_the_player_does_what_the_help_says() {
    let mut person = Person::ready();
    person.start("P1-A");
    key(&mut person, " ");
    assert!(matches!(person.session().state(), State::Paused { .. }));
    key(&mut person, "MediaPlayPause");
    assert!(matches!(person.session().state(), State::Running { .. }));
    let phase = person.session().position().unwrap().phase;
    key(&mut person, "PageDown");
    assert!(person.session().position().unwrap().phase > phase);
    key(&mut person, "PageUp");
    assert!(person.session().position().unwrap().phase <= phase + 1);
    assert!(person.model.key("Enter", true).is_none(), "a button keeps its own enter");
    assert!(person.model.key("x", false).is_none() && person.model.key("Tab", false).is_none());
    let where_am_i = announced(&key(&mut person, "w"));
    assert!(where_am_i.contains("tellen"), "{where_am_i}");
    key(&mut person, "?");
    assert!(person.model.shows_keys());
    person.tell(Event::Coach(CoachEvent::ClosedSheet));
    key(&mut person, "Escape");
    assert!(person.model.stopping.is_some());
}

#[test]
fn a_lighter_way_is_two_taps_and_stands_in_the_record() {
    let mut person = Person::ready();
    person.start("P3-1");
    to_an_exercise_with_ways(&mut person);
    person.wait(25);
    let (at, active) = (person.session().position(), person.session().active());
    person.tell(Event::Coach(CoachEvent::AskedToSwap));
    assert!(matches!(person.session().state(), State::Paused { .. }), "it is read in peace");
    let lighter = person.model.ways(person.now).unwrap().lighter.flatten().unwrap();
    let commands = person.tell(Event::Coach(CoachEvent::ChoseWay(Some(Turn::Lighter))));
    assert_eq!(announced(&commands), lighter.change.dutch);
    assert!(matches!(person.session().state(), State::Running { .. }), "and goes on by itself");
    assert_eq!((person.session().position(), person.session().active()), (at, active));
    assert_eq!(person.model.hint(), Some(Hint::Variant(lighter)));

    person.tell(Event::BecameHidden);
    let mut back = person.reopened();
    let id = back.model.begun_sessions()[0].opening.record;
    back.tell(Event::ChoseToGoOn(id));
    assert_eq!(back.model.hint(), Some(Hint::Variant(lighter)), "a reload keeps it");
    back.press(Input::PressedResume);
    while back.is_exercising() {
        back.wait(1);
    }
    let record = back.records().pop().unwrap();
    let [swap] = record.swaps.as_slice() else { panic!("{:?}", record.swaps) };
    assert_eq!((swap.degree, swap.variant.as_deref()), (Degree::Easier, Some(lighter.id.as_str())));
    assert_eq!(back.reopened().records(), back.records());
    // X17: an easier way says nothing about the next step.
    let evidence = back.model.log.evidence.last().unwrap();
    let row = evidence.exercises.iter().find(|row| row.exercise.as_str() == swap.exercise);
    assert!(!row.unwrap().full);
}

#[test]
fn heavier_and_lighter_lead_back_to_how_the_exercise_is_written() {
    let mut person = Person::ready();
    person.start("P3-1");
    to_an_exercise_with_ways(&mut person);
    for turns in [[Turn::Lighter, Turn::Heavier], [Turn::Heavier, Turn::Lighter]] {
        for turn in turns {
            person.tell(Event::Coach(CoachEvent::AskedToSwap));
            person.tell(Event::Coach(CoachEvent::ChoseWay(Some(turn))));
        }
        assert_eq!(person.model.hint(), None, "{turns:?}");
    }
    person.tell(Event::Coach(CoachEvent::AskedToSwap));
    person.tell(Event::Coach(CoachEvent::ChoseWay(None)));
    assert!(matches!(person.session().state(), State::Running { .. }));
    let degrees: Vec<Degree> = {
        person.press(Input::FinishedEarly);
        person.records().pop().unwrap().swaps.iter().map(|swap| swap.degree).collect()
    };
    assert_eq!(degrees, [Degree::Easier, Degree::Plain, Degree::Harder, Degree::Plain]);
}

/// 3.5, X22, R2.19 and C12: less is always allowed, more only where nothing speaks against it.
#[test]
fn harder_is_not_offered_where_something_speaks_against_it() {
    let heavier = |person: &Person| person.model.ways(person.now).unwrap().heavier;
    let mut person = Person::ready();
    person.start("P3-1");
    to_an_exercise_with_ways(&mut person);
    assert!(heavier(&person).is_some());
    person.press(Input::Stopped(StopReason::TooHard));
    assert_eq!(heavier(&person), None, "it was too hard a moment ago");
    assert!(person.model.ways(person.now).unwrap().lighter.is_some());

    let mut sore = Person::ready();
    let pain = soepel::domain::body::Score::new(4).unwrap();
    sore.check("P3-1", DailyCheck { pain, ..well() });
    while sore.is_exercising() {
        assert!(heavier(&sore).flatten().is_none(), "pain of 4 today");
        sore.press(Input::SkippedExercise);
    }

    let mut pressured = Person::ready();
    pressured.screen(&[("hypertension-uncontrolled", Answer::Yes)]);
    pressured.tell(Event::Consulted(soepel::domain::record::Note::default()));
    for session in ["P2-A-start", "P3-1"] {
        pressured.check(session, well());
        while pressured.is_exercising() {
            let adapted = pressured.model.hints().iter().any(Hint::limits_effort);
            assert!(!adapted || heavier(&pressured).flatten().is_none());
            let weights = |way: &&soepel::domain::exercise::Variant| {
                way.rules.iter().any(|rule| rule == "R2.19" || rule == "C12")
            };
            assert!(!heavier(&pressured).flatten().as_ref().is_some_and(weights));
            pressured.press(Input::SkippedExercise);
        }
    }
}

#[test]
fn a_voice_that_comes_late_speaks_from_then_on() {
    let mut person = Person::ready();
    assert!(person.asked.iter().all(|command| *command != Command::LookForVoices));
    let commands = person.tell(Event::Navigated(Route::Settings));
    assert!(commands.contains(&Command::LookForVoices));
    person.tell(Event::Coach(CoachEvent::HeardOfVoices(Vec::new())));
    assert_eq!(person.model.hearing(), Hearing::Silent);
    person.tell(Event::Coach(CoachEvent::HeardOfVoices(vec![
        voice("en-US", true),
        voice("nl-NL", true),
    ])));
    assert_eq!(person.model.hearing(), Hearing::Speaks("Stem nl-NL".to_owned()));
    set(&mut person, |settings| settings.language = Language::English);
    assert_eq!(person.model.hearing(), Hearing::Speaks("Stem en-US".to_owned()));
}

#[test]
fn without_a_voice_the_test_says_so_and_the_session_goes_on_as_ever() {
    let mut person = Person::ready();
    set(&mut person, |settings| settings.voice = Voice::Full);
    person.tell(Event::Navigated(Route::Settings));
    person.tell(Event::Coach(CoachEvent::HeardOfVoices(vec![
        voice("en-US", true),
        voice("nl-NL", false),
    ])));
    assert_eq!(person.model.hearing(), Hearing::OnlyByNetwork);
    let tried = person.tell(Event::Coach(CoachEvent::TriedVoice));
    assert!(!tried.iter().any(|command| matches!(command, Command::Say(_))));
    let record = person.play("P6-2min");
    assert!(record.done.iter().all(|row| row.outcome == Outcome::Done));
}

#[test]
fn hear_me_says_a_sentence_and_a_voice_that_fails_is_told_of() {
    let mut person = Person::ready();
    person.tell(Event::Navigated(Route::Settings));
    person.tell(Event::Coach(CoachEvent::HeardOfVoices(vec![voice("nl-BE", true)])));
    let tried = person.tell(Event::Coach(CoachEvent::TriedVoice));
    assert!(tried.iter().any(|command| matches!(command, Command::Say(_))));
    person.tell(Event::Coach(CoachEvent::VoiceFailed));
    assert_eq!(person.model.hearing(), Hearing::Fails("Stem nl-BE".to_owned()));
}

/// Nobody is spoken to faster than they can hear: one line at a time, each in its own phase.
#[test]
fn a_session_that_is_looked_at_every_second_says_its_whole_script() {
    let mut person = Person::ready();
    set(&mut person, |settings| settings.voice = Voice::Full);
    let before = person.asked.len();
    person.play("P1-A-pnf");
    let said: Vec<&String> = person.asked[before..]
        .iter()
        .filter_map(|command| match command {
            Command::Say(text) => Some(text),
            _ => None,
        })
        .collect();
    let pressed = said.iter().filter(|text| text.contains("Duw nu tegen je weerstand")).count();
    assert_eq!(pressed, 12, "three cycles on two sides of two exercises: {said:#?}");
    let released = said.iter().filter(|text| text.starts_with("Laat los.")).count();
    assert_eq!(released, 12);
}
