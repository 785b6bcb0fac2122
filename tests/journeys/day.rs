//! The day around a session: what the check asks and remembers, and what STOP leaves behind.

use soepel::{
    app::{
        event::Event,
        view::{day::SportQuestion, player::at_strength, today::Gate},
    },
    domain::{
        before_sport::SportSoon,
        body::Score,
        clearance::{DailyCheck, Readiness},
        day::Referral,
        programme::SessionId,
        record::{After, BeforeSport, Ending, Felt, Form, StopMark, StopReason},
        session::{Input, State},
    },
    route::Route,
};

use crate::person::{Person, well};

fn score(value: u8) -> Option<Score> {
    Score::new(value)
}

fn sharp() -> DailyCheck {
    DailyCheck { sharp: true, ..well() }
}

fn days(person: &mut Person, days: u32) {
    for _ in 0..days {
        person.pass(86_400_000);
    }
}

/// What is on at the moment.
fn exercise(person: &Person) -> String {
    let session = person.session();
    let block = session.phase().expect("it goes on").block;
    session.plan().prescription(block).unwrap().exercise.as_str().to_owned()
}

/// Until this exercise is at work.
fn until(person: &mut Person, name: &str) {
    while exercise(person) != name {
        person.press(Input::SkippedExercise);
    }
    while !person.session().phase().unwrap().kind.is_work() {
        person.wait(1);
    }
}

fn last(person: &Person) -> soepel::domain::record::SessionRecord {
    person.records().pop().expect("a record")
}

fn play_out(person: &mut Person) {
    while person.is_exercising() {
        person.wait(1);
    }
}

/// D4 to D6: a question whose answer changes nothing is not asked.
#[test]
fn the_check_asks_only_what_changes_this_session() {
    let person = Person::ready();
    let asked = |id: &str| person.model.asked(&SessionId(id.to_owned()), person.now);
    for (session, sport, sore_from) in [
        ("P1-A", SportQuestion::Asked, None),
        ("P2-A", SportQuestion::Asked, None),
        ("P4-break", SportQuestion::Unasked, None),
        ("P3-1", SportQuestion::Unasked, Some(6)),
        ("P5-L1", SportQuestion::Unasked, Some(6)),
        ("P5-L3b", SportQuestion::Unasked, Some(4)),
    ] {
        let found = asked(session);
        assert_eq!((found.sport, found.sore_from), (sport, sore_from), "{session}");
        assert!(!found.stiffness && found.morning.is_none(), "{session}");
    }
}

/// D4, R0.6, Decision 4.
#[test]
fn before_sport_the_stretches_make_way_and_the_record_says_so() {
    for (sport, said, stretches) in [
        (SportSoon::Swap, BeforeSport::Swapped, false),
        (SportSoon::Keep, BeforeSport::Kept, true),
        (SportSoon::No, BeforeSport::No, true),
    ] {
        let mut person = Person::ready();
        person.check("P1-A", DailyCheck { sport: Some(sport), ..well() });
        let mut person = person.reopened();
        let id = person.model.begun_sessions()[0].opening.record;
        person.tell(Event::ChoseToGoOn(id));
        person.press(Input::PressedResume);
        play_out(&mut person);
        let record = last(&person);
        assert_eq!(record.before.sport, Some(said), "a reload forgets it not");
        let stretched = record.done.iter().any(|row| row.exercise == "quad-stretch-prone");
        assert_eq!(stretched, stretches, "{said:?}");
    }
}

/// D5, R4.25.
#[test]
fn with_sore_muscles_the_session_is_shorter_and_the_record_says_how_sore() {
    let mut person = Person::ready();
    person.start("P5-L1");
    let usual = person.session().plan().lasts();
    person.model.live = None;
    person.check("P5-L1", DailyCheck { soreness: score(6), stiffness: score(2), ..well() });
    assert!(person.session().plan().lasts() < usual);
    play_out(&mut person);
    let before = last(&person).before;
    assert_eq!((before.soreness, before.stiffness), (score(6), score(2)));
}

/// D2, R2.30, C3: three days, and the answers stay known.
#[test]
fn sharp_pain_on_three_days_ends_in_the_advice_to_see_somebody() {
    let mut person = Person::ready();
    for day in 0..3 {
        person.check("P1-A", sharp());
        assert_eq!(person.model.check_outcome(), Some(Readiness::RedToday { sharp: true }));
        let refers = (day == 2).then_some(Referral::SharpStays);
        assert_eq!(person.model.referral(person.now), refers, "day {day}");
        assert_eq!(person.reopened().model.referral(person.now), refers, "a reload forgets none");
        days(&mut person, 1);
    }
    assert_eq!(person.model.referral(person.now), None, "a new day asks anew");
}

/// D1: the second day in a row; asked twice on one day it is still one day.
#[test]
fn pain_of_six_on_two_days_in_a_row_ends_in_the_advice_to_see_somebody() {
    let mut person = Person::ready();
    let severe = DailyCheck { pain: Score::new(6).unwrap(), ..well() };
    person.check("P1-A", severe);
    person.check("P1-B", severe);
    assert_eq!(person.model.archive().unwrap().items().count(), 1);
    assert_eq!(person.model.referral(person.now), None);
    days(&mut person, 1);
    person.check("P1-A", severe);
    assert_eq!(person.model.referral(person.now), Some(Referral::PainStays));
}

/// 3.5, R2.30: D2 counts as yes for the rest of the day, whatever is answered.
#[test]
fn after_a_stop_for_sharp_pain_nothing_but_a_walk_starts_that_day() {
    let mut person = Person::ready();
    person.start("P1-A");
    person.wait(20);
    person.press(Input::Stopped(StopReason::SharpPain));
    assert_eq!(last(&person).ending, Ending::Stopped(StopReason::SharpPain));
    assert_eq!(last(&person).stops.len(), 1, "the stop that ended it is marked too");
    person.check("P1-B", well());
    assert!(!person.is_exercising());
    assert_eq!(person.model.check_outcome(), Some(Readiness::RedToday { sharp: true }));
    person.start("P4-break");
    person.model.live = None;
    days(&mut person, 1);
    person.start("P1-B");
}

/// 3.5: S1 to S3 and S10 are asked anew, and nothing starts until they are answered.
#[test]
fn after_tingling_the_questions_about_nerves_come_again() {
    let mut person = Person::ready();
    person.start("P1-A");
    person.wait(20);
    person.press(Input::Stopped(StopReason::Tingling));
    assert_eq!(person.model.route, Route::Finish);
    for person in [&person, &person.reopened()] {
        assert_eq!(person.model.gate(person.now), Gate::AskFirst);
        let answers = &person.model.archive().unwrap().screening().unwrap().answers;
        for (id, asked) in [("S1", true), ("S2", true), ("S3", true), ("S10", true), ("S4", false)]
        {
            assert_eq!(!answers.contains_key(id), asked, "{id}");
        }
    }
    person.check("P4-break", well());
    assert!(!person.is_exercising());
    person.screen(&[]);
    person.start("P4-break");
}

/// 3.5, X38: the exercise drops, the side is marked, the session goes on, and a reload knows it.
#[test]
fn a_pinch_in_the_groin_drops_the_exercise_marks_the_side_and_goes_on() {
    let mut person = Person::ready();
    person.start("P1-A");
    until(&mut person, "quad-stretch-prone");
    let side = person.session().phase().unwrap().side;
    assert!(side.is_some());
    person.tell(Event::AskedToStop);
    person.press(Input::Stopped(StopReason::GroinPinch));
    let exercise_then = "quad-stretch-prone".to_owned();
    let (reason, at) = (StopReason::GroinPinch, Some(person.now.wall));
    let mark = StopMark { exercise: exercise_then, side, reason, at, pain: None };
    assert_eq!(person.model.stopped_at.as_ref(), Some(&mark), "it is told");
    assert!(person.model.stopping.is_none());
    assert_eq!(exercise(&person), "iliopsoas-standing-lunge");
    assert!(matches!(person.session().state(), State::Paused { .. }));

    let mut person = person.reopened();
    let id = person.model.begun_sessions()[0].opening.record;
    person.tell(Event::ChoseToGoOn(id));
    person.press(Input::PressedResume);
    play_out(&mut person);
    let record = last(&person);
    assert_eq!(record.ending, Ending::Completed, "the session was not ended by it");
    assert_eq!(record.stops, [mark]);
    assert_eq!(person.reopened().records(), person.records());

    person.start("P1-B");
    let again = &person.session().plan().order().prescriptions;
    assert!(again.iter().all(|one| one.exercise.as_str() != "quad-stretch-prone"), "not today");
    person.model.live = None;
    days(&mut person, 1);
    person.start("P1-B");
    assert_eq!(person.session().plan().order().prescriptions.len(), 3, "tomorrow it is back");
}

/// 3.5: one step lighter, at the same exercise, and marked; or left out.
#[test]
fn what_is_too_hard_goes_on_lighter_or_is_left_out_and_is_marked() {
    for skips in [false, true] {
        let mut person = Person::ready();
        person.start("P1-A");
        until(&mut person, "iliopsoas-standing-lunge");
        person.tell(Event::AskedToStop);
        person.press(Input::Stopped(StopReason::TooHard));
        assert!(person.model.stopped_at.is_some());
        assert_eq!(exercise(&person), "iliopsoas-standing-lunge");
        if skips {
            person.press(Input::SkippedExercise);
        }
        person.tell(Event::WentOnAfterAll);
        assert_eq!(person.model.stopped_at, None);
        assert_eq!(person.is_exercising(), !skips, "it was the last exercise");
        play_out(&mut person);
        let stops = last(&person).stops;
        assert_eq!(stops.iter().map(|stop| stop.reason).collect::<Vec<_>>(), [StopReason::TooHard]);
    }
}

/// X16: asked once, kept in the record it is about.
#[test]
fn the_morning_after_stands_in_the_record_of_the_day_before() {
    let mut person = Person::ready();
    let record = person.play("P1-mini");
    let session = SessionId("P1-A".to_owned());
    assert_eq!(person.model.asked(&session, person.now).morning, None, "not on the same day");
    days(&mut person, 1);
    assert_eq!(person.model.asked(&session, person.now).morning, Some(record.id));
    let morning = Score::new(3).unwrap();
    for _ in 0..2 {
        person.tell(Event::ToldMorning { id: record.id, morning });
    }
    assert_eq!(person.model.asked(&session, person.now).morning, None);
    let kept = person.reopened().records().remove(0);
    assert_eq!((kept.after.morning, kept.revision), (Some(morning), 2), "written once");
}

/// R3.12, R2.13, X17.
#[test]
fn form_and_the_place_where_it_was_felt_stay_with_the_session() {
    let mut person = Person::ready();
    let id = person.play("P1-mini").id;
    let (form, felt) = (Some(Form::Faults), Some(Felt::LowBack));
    let after = After { form, felt, ..After::default() };
    person.tell(Event::Rated { id, after: after.clone() });
    assert_eq!(person.reopened().records()[0].after, after);
    assert!(Felt::LowBack.is_wrong() && !Felt::RightPlace.is_wrong());
}

/// X15: strength allows some pain that a stretch, a rotation or a jump does not.
#[test]
fn the_ceiling_in_the_stop_dialog_is_that_of_what_is_going_on() {
    for (session, name, strength) in [
        ("P1-A", "quad-stretch-prone", false),
        ("P3-1", "superman", true),
        ("P5-L1", "fire-hydrant", true),
        ("P5-L3b", "skater-hop", false),
    ] {
        let mut person = Person::who_jumps();
        person.start(session);
        until(&mut person, name);
        let live = person.model.live.as_ref().expect("a session runs");
        assert_eq!(at_strength(live), strength, "{name}");
    }
}
