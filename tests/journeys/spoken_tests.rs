//! What somebody hears in a self-test, whose eyes are not on the screen.

use soepel::{
    app::{
        command::Command,
        event::Event,
        testing::{Clock, TestEvent},
    },
    content,
    domain::{
        cue::CueKind,
        selftest::{How, TestId},
        settings::{Pause, Settings, Voice},
        text::Language,
        time::{Millis, Seconds},
        timeline::PhaseKind,
        tone::{self, Note},
    },
    route::Route,
};

use crate::person::Person;

fn tell(person: &mut Person, event: TestEvent) -> Vec<Command> {
    person.tell(Event::Test(event))
}

fn begin(person: &mut Person, test: TestId) -> Vec<Command> {
    person.tell(Event::Navigated(Route::Test(test)));
    tell(person, TestEvent::Began(test))
}

fn skip(person: &mut Person) -> Vec<Command> {
    tell(person, TestEvent::Answered { answer: None, chance: [1; 10] })
}

fn said(commands: &[Command]) -> Vec<&str> {
    commands
        .iter()
        .filter_map(|one| if let Command::Say(line) = one { Some(&line[..]) } else { None })
        .collect()
}

fn told(commands: &[Command]) -> Vec<&str> {
    commands
        .iter()
        .filter_map(|one| if let Command::Announce(line) = one { Some(&line[..]) } else { None })
        .collect()
}

fn played(commands: &[Command]) -> Vec<Note> {
    let notes = commands.iter().filter_map(|one| match one {
        Command::Play(notes) => Some(notes.clone()),
        _ => None,
    });
    notes.flatten().collect()
}

fn set(person: &mut Person, change: impl FnOnce(&mut Settings)) {
    let mut settings = person.model.settings.clone();
    change(&mut settings);
    person.tell(Event::ChangedSettings(settings));
}

#[test]
fn each_step_is_said_where_it_begins_and_the_other_side_in_short() {
    let mut person = Person::ready();
    let first = begin(&mut person, TestId::HipCheck);
    assert_eq!(
        said(&first),
        ["Heup naar binnen draaien. Linkerkant. Zit op een tafel of hoge stoel. Je bovenbenen \
             liggen op, je knieën zijn recht gebogen. Leg een opgerolde handdoek tussen je knieën. \
             Beweeg je voet naar buiten. Je bil blijft liggen. Je voet gaat naar buiten: je heup \
             draait dan naar binnen."]
    );
    assert!(first.contains(&Command::WakeSound), "browsers speak only after a press");
    assert!(told(&first).is_empty(), "a screen reader reads the heading that has the focus");
    let helped = tell(&mut person, TestEvent::CameTo(How::Passive));
    let line = "Trek je voet met je hand of een band rustig iets verder naar buiten.";
    assert_eq!((said(&helped), told(&helped)), (vec![line], vec![line]));
    let other = skip(&mut person);
    assert_eq!(
        said(&other),
        ["Heup naar binnen draaien. Rechterkant. Doe hetzelfde aan deze kant."]
    );
    let back = tell(&mut person, TestEvent::WentBack);
    assert!(said(&back)[0].starts_with("Heup naar binnen draaien. Linkerkant."));
    let again = tell(&mut person, TestEvent::AskedToHear);
    assert_eq!(said(&again), said(&back));
}

#[test]
fn whoever_hears_everything_hears_the_other_side_in_full_and_in_their_language() {
    let mut person = Person::ready();
    set(&mut person, |settings| {
        (settings.voice, settings.language) = (Voice::Full, Language::English);
    });
    begin(&mut person, TestId::OneLegStand);
    let other = skip(&mut person);
    assert!(said(&other)[0].starts_with("Stand on one leg. Right side. Stand barefoot"));
}

#[test]
fn every_screen_of_every_test_has_something_to_say_in_both_languages() {
    for language in Language::ALL {
        for test in TestId::ALL {
            let mut person = Person::ready();
            set(&mut person, |settings| settings.language = language);
            let mut commands = begin(&mut person, *test);
            while person.model.testing.is_some() {
                let said = said(&commands);
                assert_eq!(said.len(), 1, "{test:?}");
                assert!(said[0].ends_with(['.', '?']), "{}", said[0]);
                assert!(!said[0].contains('{'), "{}", said[0]);
                commands = skip(&mut person);
            }
            assert!(said(&commands).is_empty());
            assert!(commands.contains(&Command::Hush), "nothing talks into the result");
        }
    }
}

/// What is heard comes after this long, with the words.
fn course(person: &mut Person, millis: u64) -> Vec<(u64, String)> {
    let mut heard = Vec::new();
    for at in (0..=millis).step_by(500) {
        if at > 0 {
            person.pass(500);
            let commands = person.tell(Event::Ticked);
            assert_eq!(said(&commands), told(&commands), "a screen reader hears it too");
            heard.extend(said(&commands).into_iter().map(|line| (at, line.to_owned())));
        }
    }
    heard
}

#[test]
fn a_timed_part_counts_in_calls_out_and_beeps_at_its_start_and_end() {
    let mut person = Person::ready();
    begin(&mut person, TestId::OneLegStand);
    let started = tell(&mut person, TestEvent::StartedClock);
    assert_eq!(said(&started), ["Maak je klaar. 5 tellen."]);
    let notes = played(&started);
    let at = |cue: CueKind, at: u64| tone::notes(cue, Millis(at));
    let expected: Vec<Note> = [
        at(CueKind::Start(PhaseKind::Ready), 0),
        at(CueKind::Count(3), 2_000),
        at(CueKind::Count(2), 3_000),
        at(CueKind::Count(1), 4_000),
        at(CueKind::Start(PhaseKind::Hold), 5_000),
        at(CueKind::Count(3), 32_000),
        at(CueKind::Count(2), 33_000),
        at(CueKind::Count(1), 34_000),
        at(CueKind::End, 35_000),
    ]
    .concat();
    assert_eq!(notes, expected, "all of it is with the audio clock before anybody lets go");
    let heard = course(&mut person, 36_000);
    let lines: Vec<(u64, &str)> = heard.iter().map(|(at, line)| (*at, &line[..])).collect();
    assert_eq!(
        lines,
        [
            (5_000, "Nu. Blijf ademen."),
            (30_000, "Nog vijf tellen."),
            (35_000, "De tijd is om. Kom rustig los."),
        ]
    );
    assert_eq!(person.asked.iter().filter(|one| **one == Command::Vibrate).count(), 1);
}

#[test]
fn a_clock_that_nobody_looks_at_says_only_what_still_makes_sense() {
    let mut person = Person::ready();
    begin(&mut person, TestId::SidePlank);
    tell(&mut person, TestEvent::StartedClock);
    person.pass(90_000);
    let late = person.tell(Event::Ticked);
    assert_eq!(said(&late), ["De tijd is om. Kom rustig los."]);
    assert!(person.tell(Event::Ticked).is_empty(), "and says it once");
}

#[test]
fn whoever_stops_the_clock_hears_what_it_read_and_nothing_after_it() {
    let mut person = Person::ready();
    begin(&mut person, TestId::SidePlank);
    tell(&mut person, TestEvent::StartedClock);
    person.pass(28_400);
    let stopped = tell(&mut person, TestEvent::StoppedClock);
    assert_eq!(stopped[0], Command::Hush, "the notes that were to come are dropped");
    assert_eq!(said(&stopped), ["Gestopt. 23 seconden."]);
    assert!(!played(&stopped).is_empty());
    person.pass(60_000);
    assert!(person.tell(Event::Ticked).is_empty());
}

#[test]
fn half_way_is_called_for_who_wants_to_hear_everything() {
    let mut person = Person::ready();
    set(&mut person, |settings| settings.voice = Voice::Full);
    begin(&mut person, TestId::SidePlank);
    tell(&mut person, TestEvent::StartedClock);
    let heard = course(&mut person, 40_000);
    assert_eq!(heard.last().unwrap(), &(35_000, "Op de helft. Adem rustig door.".to_owned()));
}

#[test]
fn without_voice_sound_or_vibration_only_a_screen_reader_hears_anything() {
    let mut person = Person::ready();
    set(&mut person, |settings| {
        (settings.voice, settings.sounds, settings.vibration) = (Voice::Off, false, false);
    });
    begin(&mut person, TestId::OneLegStand);
    tell(&mut person, TestEvent::StartedClock);
    person.pass(40_000);
    person.tell(Event::Ticked);
    tell(&mut person, TestEvent::AskedToHear);
    assert_eq!(told(&person.asked), ["Maak je klaar. 5 tellen.", "De tijd is om. Kom rustig los."]);
    assert!(said(&person.asked).is_empty() && played(&person.asked).is_empty());
    assert!(!person.asked.contains(&Command::Vibrate));
}

#[test]
fn whoever_leaves_the_page_leaves_its_sound() {
    let mut person = Person::ready();
    begin(&mut person, TestId::SidePlank);
    tell(&mut person, TestEvent::StartedClock);
    let left = person.tell(Event::Navigated(Route::Today));
    assert!(left.contains(&Command::Hush));
    assert!(person.tell(Event::Ticked).is_empty());
}

/// Nobody is down on a forearm in no time, whatever the pause before an exercise is set to.
#[test]
fn a_clock_counts_in_three_seconds_at_least() {
    let mut person = Person::ready();
    set(&mut person, |settings| {
        settings.ready = Pause::new(Seconds(0)).unwrap();
    });
    begin(&mut person, TestId::SidePlank);
    let started = tell(&mut person, TestEvent::StartedClock);
    assert_eq!(said(&started), ["Maak je klaar. 3 tellen."]);
    person.pass(4_000);
    tell(&mut person, TestEvent::StoppedClock);
    let testing = person.model.testing.as_ref().unwrap();
    assert_eq!(testing.clock(), Clock::Stopped(Seconds(1)));
}

/// Spoken, a step is a breath or two: longer, and it is forgotten before it is done.
#[test]
fn no_step_is_longer_than_somebody_can_keep_in_mind() {
    let steps = content::catalogue().selftests.iter().flat_map(|test| {
        let attempts = test.movements.iter().flat_map(|movement| {
            How::ALL.iter().filter_map(|how| movement.attempt(*how)).flat_map(|one| &one.steps)
        });
        test.steps.iter().chain(attempts)
    });
    for step in steps {
        for language in Language::ALL {
            for sentence in step.read(language).split_inclusive(['.', '?', ';', ':']) {
                let words = sentence.split_whitespace().count();
                assert!(words <= 18, "{words} words: {sentence}");
            }
        }
    }
}
