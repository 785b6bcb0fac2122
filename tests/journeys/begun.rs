//! Sessions that a closed page or an empty battery cut off.

use soepel::{
    app::event::Event,
    domain::{
        record::{Ending, Outcome, RecordId},
        session::{Input, Mark, State},
        time::Millis,
    },
    route::Route,
};

use crate::person::Person;

/// Together they hold every mode.
const SESSIONS: [&str; 4] = ["P1-A", "P1-A-pnf", "P2-A-start", "P4-B"];

/// As the phases before it were, with the time spent in this one forgotten.
fn marks(person: &Person) -> Vec<Mark> {
    person.session().marks().to_vec()
}

fn begun(person: &Person) -> RecordId {
    let begun = person.model.begun_sessions();
    assert_eq!(begun.len(), 1, "one session waits");
    begun[0].opening.record
}

#[test]
fn a_page_that_goes_at_any_phase_comes_back_at_that_phase_with_every_mark() {
    for session in SESSIONS {
        let mut person = Person::ready();
        person.start(session);
        let mut phase = usize::MAX;
        while person.is_exercising() {
            let here = person.session().position().unwrap().phase;
            if here != phase {
                phase = here;
                person.tell(Event::BecameHidden);
                let mut back = person.reopened();
                let id = begun(&back);
                back.tell(Event::ChoseToGoOn(id));
                assert_eq!(back.model.route, Route::Player);
                assert_eq!(back.session().position().unwrap().phase, phase, "{session}");
                assert_eq!(marks(&back), marks(&person), "{session} at phase {phase}");
                assert_eq!(back.session().active(), person.session().active(), "{session}");
                assert!(matches!(back.session().state(), State::Paused { .. }));
            }
            person.wait(1);
        }
    }
}

#[test]
fn a_page_that_dies_without_a_word_comes_back_at_the_phase_it_was_in() {
    for session in ["P2-A-start", "P5-L1"] {
        let mut person = Person::ready();
        person.start(session);
        while person.is_exercising() {
            let mut back = person.reopened();
            let id = begun(&back);
            back.tell(Event::ChoseToGoOn(id));
            let phase = |one: &Person| one.session().position().unwrap().phase;
            assert_eq!(phase(&back), phase(&person), "{session}");
            person.wait(7);
        }
    }
}

#[test]
fn a_session_that_goes_on_after_a_reload_ends_as_if_nothing_had_happened() {
    let mut person = Person::ready();
    person.start("P6-2min");
    person.wait(41);
    person.tell(Event::BecameHidden);
    let mut back = person.reopened();
    let id = begun(&back);
    back.tell(Event::ChoseToGoOn(id));
    back.press(Input::PressedResume);
    while back.is_exercising() {
        back.wait(1);
    }
    let record = back.model.history.get(id).unwrap();
    assert_eq!(record.ending, Ending::Completed);
    assert!(record.done.iter().all(|row| row.outcome == Outcome::Done));
    assert_eq!(record.started_wall, person.model.live.as_ref().unwrap().started.wall);
    assert!(back.reopened().model.begun_sessions().is_empty());
}

#[test]
fn a_session_can_be_cut_off_twice() {
    let mut person = Person::ready();
    person.start("P6-5min");
    for _ in 0..2 {
        person.wait(60);
        person.tell(Event::BecameHidden);
        let (phase, marks_then) = (person.session().position().unwrap().phase, marks(&person));
        person = person.reopened();
        let id = begun(&person);
        person.tell(Event::ChoseToGoOn(id));
        assert_eq!(person.session().position().unwrap().phase, phase);
        assert_eq!(marks(&person), marks_then);
        person.press(Input::PressedResume);
    }
}

#[test]
fn what_was_done_of_a_cut_off_session_can_be_kept() {
    let mut person = Person::ready();
    person.start("P6-2min");
    person.wait(50);
    person.tell(Event::BecameHidden);
    let mut back = person.reopened();
    let id = begun(&back);
    back.tell(Event::ChoseToKeepWhatWasDone(id));
    assert_eq!(back.model.route, Route::Finish);
    let record = back.model.history.get(id).unwrap();
    assert_eq!(record.ending, Ending::Abandoned);
    assert_eq!(record.active.seconds(), Millis(50_000).seconds_down());
    assert!(record.done.iter().any(|row| row.done.value() > 0));
    assert!(record.done.iter().any(|row| row.outcome == Outcome::Skipped));
    let again = back.reopened();
    assert_eq!(again.records(), back.records());
    assert!(again.model.begun_sessions().is_empty());
}

#[test]
fn a_cut_off_session_can_be_dropped() {
    let mut person = Person::ready();
    person.start("P6-2min");
    person.wait(50);
    let mut back = person.reopened();
    let id = begun(&back);
    back.tell(Event::ChoseToDrop(id));
    assert!(back.model.begun_sessions().is_empty());
    let again = back.reopened();
    assert!(again.model.begun_sessions().is_empty());
    assert!(again.records().is_empty());
}

#[test]
fn a_session_that_is_put_off_waits_while_another_is_done() {
    let mut person = Person::ready();
    person.start("P6-5min");
    person.wait(30);
    let mut back = person.reopened();
    let waiting = begun(&back);
    back.play("P6-2min");
    assert_eq!(begun(&back), waiting);
    assert_eq!(begun(&back.reopened()), waiting);
}

#[test]
fn the_running_session_is_not_offered_as_one_that_was_cut_off() {
    let mut person = Person::ready();
    person.start("P6-2min");
    person.wait(30);
    assert!(person.model.begun_sessions().is_empty());
}
