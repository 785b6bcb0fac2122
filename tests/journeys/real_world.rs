//! A hidden tab, a locked phone, a night's sleep, a clock that is set, summer time that ends: none
//! of them costs a second of the record or invents one.

use soepel::{
    app::event::Event,
    domain::{
        record::{Ending, Outcome},
        session::{AwayAnswer, Input, State},
        time::{Day, Moment, Seconds},
    },
};

use crate::person::Person;

const HOUR: i64 = 3_600_000;

/// Plays on with a look every so many milliseconds; returns whether the question came up.
fn play_on(person: &mut Person, step: u32) -> bool {
    while let Some(live) = &person.model.live {
        if matches!(live.session.state(), State::Away { .. }) {
            return true;
        }
        person.pass(step);
        person.tell(Event::Ticked);
    }
    false
}

/// Everything was done, and the time is that of the plan.
fn is_whole(person: &Person, planned: Seconds) {
    let record = person.records().pop().unwrap();
    assert_eq!(record.ending, Ending::Completed);
    assert_eq!(record.active.seconds(), planned);
    assert!(record.done.iter().all(|row| row.outcome == Outcome::Done), "{:?}", record.done);
}

fn started(session: &str) -> (Person, Seconds) {
    let mut person = Person::ready();
    person.start(session);
    let planned = person.session().plan().lasts();
    (person, planned)
}

#[test]
fn a_hidden_tab_that_is_woken_once_a_minute_keeps_every_second() {
    for session in ["P6-2min", "P1-A-pnf", "P3-1"] {
        let (mut person, planned) = started(session);
        person.tell(Event::BecameHidden);
        assert!(!play_on(&mut person, 60_000), "nothing is asked");
        is_whole(&person, planned);
    }
}

#[test]
fn low_power_that_slows_every_timer_keeps_every_second() {
    for step in [1_700, 9_999, 31_001] {
        let (mut person, planned) = started("P1-A-pnf");
        assert!(!play_on(&mut person, step));
        is_whole(&person, planned);
    }
}

#[test]
fn a_clock_that_is_set_back_or_a_little_forward_changes_no_time() {
    for set in [-9 * HOUR, -HOUR, -61_000, 1_900] {
        let (mut person, planned) = started("P1-A-pnf");
        person.wait(95);
        person.now.wall += set;
        assert!(!play_on(&mut person, 1_000), "set by {set}");
        is_whole(&person, planned);
    }
}

/// It looks like a sleep, so it is asked about; nothing is credited before the answer.
#[test]
fn a_clock_that_is_set_far_forward_is_asked_about() {
    let (mut person, planned) = started("P1-A-pnf");
    person.wait(95);
    person.now.wall += 3 * HOUR;
    assert!(play_on(&mut person, 1_000));
    assert!(person.session().active() <= Seconds(96).millis());
    person.press(Input::AnsweredAway(AwayAnswer::GoOn));
    assert!(!play_on(&mut person, 1_000));
    let record = person.records().pop().unwrap();
    // What was begun before the gap was done again: the time of both was spent.
    let spent = record.active.seconds().0;
    assert!((planned.0..=planned.0 + 96).contains(&spent), "{spent} of {}", planned.0);
    assert!(record.done.iter().all(|row| row.held.seconds() <= planned));
}

#[test]
fn eight_hours_of_sleep_are_asked_about_wherever_they_come() {
    for at in [3, 100, 190, 290, 310] {
        let (mut person, planned) = started("P1-A-pnf");
        person.wait(at);
        person.now.wall += 8 * HOUR;
        person.tell(Event::BecameVisible);
        assert!(matches!(person.session().state(), State::Away { .. }), "after {at} s");
        person.press(Input::AnsweredAway(AwayAnswer::NotDone));
        assert!(!play_on(&mut person, 1_000));
        let record = person.records().pop().unwrap();
        assert!(record.active.seconds() <= planned, "no hour of sleep is exercise");
    }
}

/// In the night of 25 October 2026 three o'clock became two; and a page kept by the journal alone.
#[test]
fn summer_time_that_ends_and_a_day_that_ends_move_nothing() {
    // 25 October 2026, 02:58 in Amsterdam, still summer time.
    let before = Moment { wall: 1_792_889_880_000, mono: 5_000, offset: 120 };
    let mut person = Person::with(Some(crate::person::Shelf::new()), before);
    person.settle_in();
    person.start("P6-5min");
    let planned = person.session().plan().lasts();
    person.wait(121);
    person.now.offset = 60;
    assert!(!play_on(&mut person, 1_000));
    is_whole(&person, planned);
    let record = person.records().pop().unwrap();
    assert_eq!((record.offset, record.day), (120, Day::parse("2026-10-25").unwrap()));

    // Begun at 23:59: it belongs to that day.
    person.now.wall += 20 * HOUR + 53 * 60_000;
    while person.now.day() == Day::parse("2026-10-25").unwrap() {
        person.now.wall += 10_000;
    }
    person.now.wall -= 60_000;
    person.start("P6-5min");
    assert!(!play_on(&mut person, 1_000));
    assert_eq!(person.now.day(), Day::parse("2026-10-26").unwrap());
    let late = person.records().pop().unwrap();
    assert_eq!(late.day, Day::parse("2026-10-25").unwrap());
}

/// The browser throws the page away while the question is open, and again in the next hold.
#[test]
fn a_page_that_is_discarded_again_and_again_keeps_what_was_done() {
    let (mut person, _) = started("P1-A-pnf");
    let mut active = Seconds(0).millis();
    for round in 0..6 {
        person.wait(61);
        if round % 2 == 0 {
            person.now.wall += 2 * HOUR;
            person.tell(Event::Ticked);
        }
        person.tell(Event::BecameHidden);
        let (done, spent) = (person.session().tallies(), person.session().active());
        assert!(spent >= active);
        active = spent;
        person = person.reopened();
        let id = person.model.begun_sessions()[0].opening.record;
        person.tell(Event::ChoseToGoOn(id));
        assert_eq!(person.session().tallies(), done, "round {round}");
        assert_eq!(person.session().active(), active);
        person.press(Input::PressedResume);
    }
}
