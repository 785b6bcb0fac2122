//! The seams between gates, self-tests, decisions and sessions: what opens a level, what closes a
//! movement, and what a decision changes on the screen.

use soepel::{
    app::{
        afterwards::Recollection,
        event::Event,
        hints::Hint,
        testing::{Answered, Step, TestEvent, steps},
        view::today::Gate,
    },
    domain::{
        body::{HipMovement, Side},
        clearance::Level,
        exercise::ExerciseId,
        fitting::ForYou,
        programme::SessionId,
        progress::{Need, Proposed},
        record::{Answer, Note},
        selftest::{Attempt, Class, Range, Reading, Stopper, TestId},
    },
    route::Route,
};

use crate::person::{Person, well};

const DAY: u32 = 86_400_000;
const JUMPS: [&str; 3] = ["P5-L3a", "P5-L3b", "P5-M"];

fn id(session: &str) -> SessionId {
    SessionId(session.to_owned())
}

fn starts(person: &mut Person, session: &str) -> bool {
    person.check(session, well());
    let began = person.is_exercising();
    person.model.live = None;
    began
}

fn decided(person: &mut Person, change: Proposed, accepted: bool) {
    person.tell(Event::Decided {
        changes: vec![change],
        rules: Vec::new(),
        accepted,
        chance: [8; 10],
    });
}

fn consult(person: &mut Person) {
    person.tell(Event::Consulted(Note::shortened("fysio")));
}

/// Takes the hip check with everything good, but for these readings; what is none is left out.
fn check_hips(person: &mut Person, other: &[(HipMovement, Side, Option<Reading>)], chance: u8) {
    person.tell(Event::Navigated(Route::Test(TestId::HipCheck)));
    person.tell(Event::Test(TestEvent::Began(TestId::HipCheck)));
    let good = Attempt::Reached(Range::ByEye(Class::Good));
    for step in steps(TestId::HipCheck) {
        let Step::Movement(movement, side) = step else {
            person.tell(Event::Test(TestEvent::Answered { answer: None, chance: [chance; 10] }));
            continue;
        };
        let found = other.iter().find(|(one, at, _)| (*one, *at) == (movement, side));
        let good = Reading { active: good, passive: good, stopped: None };
        let reading = found.map_or(Some(good), |(_, _, reading)| *reading);
        let answer = reading.map(Answered::Movement);
        person.tell(Event::Test(TestEvent::Answered { answer, chance: [chance; 10] }));
    }
    person.tell(Event::Navigated(Route::Today));
}

/// Worked example (d) of 4.2: a pinch in the groin.
fn pinch() -> Reading {
    let reached = Attempt::Reached(Range::ByEye(Class::Fair));
    Reading { active: reached, passive: Attempt::NotTested, stopped: Some(Stopper::Pinch) }
}

fn flexion(reading: Option<Reading>) -> [(HipMovement, Side, Option<Reading>); 1] {
    [(HipMovement::Flexion, Side::Left, reading)]
}

/// X14, X27.
#[test]
fn no_session_with_jumps_starts_before_its_gate_was_passed_and_said_yes_to() {
    let mut person = Person::ready();
    for session in JUMPS {
        assert!(!starts(&mut person, session), "{session}");
        assert!(!person.model.session_card(&id(session), person.now).unwrap().open);
        assert!(!person.model.may_check(&id(session), person.now));
    }
    assert!(starts(&mut person, "P5-L2"), "the other stages stay open");
    let next = Proposed::Stage { from: id("P5-L2"), to: id("P5-L3a") };
    decided(&mut person, next, false);
    assert!(!starts(&mut person, "P5-L3a"), "declined");
    person.reach("P5-L2", "P5-L3a");
    assert!(starts(&mut person, "P5-L3a") && !starts(&mut person, "P5-L3b"));
    person.reach("P5-L3a", "P5-L3b");
    assert!(starts(&mut person, "P5-L3b") && !starts(&mut person, "P5-M"));
    let mut later = person.reopened();
    assert!(starts(&mut later, "P5-L3a") && starts(&mut later, "P5-L3b"), "kept");
}

/// The gate to level 3: a condition that forbids jumps closes what was open.
#[test]
fn a_condition_that_forbids_jumps_closes_level_three_again() {
    let mut person = Person::who_jumps();
    assert!(JUMPS.iter().all(|session| starts(&mut person, session)));
    person.screen(&[("A5", Answer::Yes)]);
    consult(&mut person);
    assert_eq!(person.model.gate(person.now), Gate::Open);
    for session in JUMPS {
        assert!(!starts(&mut person, session), "{session}");
        let gate = person.model.stage_gate(&id(session), person.now).unwrap();
        assert_eq!((gate.needs, gate.closed), (vec![(Need::MayJump, false)], true));
    }
    assert!(starts(&mut person, "P5-L2"));
}

/// X27, R0.29: each measure, met or not, stands before a later stage until that was reached.
#[test]
fn a_later_stage_shows_its_measures_until_it_was_reached() {
    let mut person = Person::ready();
    let gate = |person: &Person, session: &str| person.model.stage_gate(&id(session), person.now);
    let level_two = gate(&person, "P5-L2").unwrap();
    assert!(!level_two.closed && level_two.met() < level_two.needs.len());
    let level_three = gate(&person, "P5-L3a").unwrap();
    assert!(level_three.closed && level_three.needs.contains(&(Need::MayJump, true)));
    assert!(level_three.needs.contains(&(Need::Landing, false)));
    assert_eq!(Need::Landing.test(), Some(TestId::Landing));
    assert_eq!(gate(&person, "P1-B-pnf").unwrap().needs, [(Need::HeelToButtock, false)]);
    assert!(gate(&person, "P5-L1").is_none() && gate(&person, "P6-2min").is_none());
    person.reach("P5-L2", "P5-L3a");
    assert!(gate(&person, "P5-L2").is_none() && gate(&person, "P5-L3a").is_none());
    assert!(gate(&person, "P5-L3b").is_some());
}

/// 4.2: pain in the hip check is amber, until it was talked over or a newer check is free of it.
#[test]
fn pain_in_the_hip_check_leaves_the_gentle_start_until_it_is_talked_over_or_gone() {
    let mut person = Person::ready();
    check_hips(&mut person, &flexion(Some(pinch())), 1);
    assert_eq!(person.model.gate(person.now), Gate::Gentle);
    let verdict = person.model.verdict(person.now).unwrap();
    assert_eq!((verdict.level, verdict.because), (Level::Amber, vec!["T2".to_owned()]));
    assert!(!starts(&mut person, "P3-3") && starts(&mut person, "P6-2min"));
    let outcome = person.model.screening_outcome(person.now).unwrap();
    assert_eq!(outcome.found.painful[0].told.last, person.now.day());
    assert!(person.model.gentle_start(person.now).is_some());

    let mut talked = person.reopened();
    consult(&mut talked);
    assert_eq!(talked.model.gate(talked.now), Gate::Open);
    talked.pass(DAY);
    check_hips(&mut talked, &flexion(Some(pinch())), 2);
    assert_eq!(talked.model.gate(talked.now), Gate::Open, "the same pain was talked over");
    let new = [(HipMovement::Extension, Side::Right, Some(pinch()))];
    check_hips(&mut talked, &new, 3);
    assert_eq!(talked.model.gate(talked.now), Gate::Gentle, "other pain was not");
    assert_eq!(talked.model.screening_outcome(talked.now).unwrap().consultation, None);

    person.pass(DAY);
    check_hips(&mut person, &flexion(None), 2);
    assert_eq!(person.model.gate(person.now), Gate::Gentle, "not looked at again");
    person.pass(DAY);
    check_hips(&mut person, &[], 3);
    assert_eq!(person.model.gate(person.now), Gate::Open);
}

/// 4.2, R1.22: the movement that hurt is left out of category 2 and 3, and the page says why.
#[test]
fn the_exercises_of_a_movement_that_hurt_fall_away_with_their_reason() {
    let mut person = Person::ready();
    let without = |person: &mut Person| {
        person.start("P2-C");
        let plan = person.session().plan().order().prescriptions.clone();
        person.model.live = None;
        !plan.iter().any(|one| one.exercise.as_str().contains("flexion"))
    };
    assert!(!without(&mut person));
    check_hips(&mut person, &flexion(Some(pinch())), 1);
    consult(&mut person);
    assert!(without(&mut person));
    let outline = person.model.catalogue.session(&id("P2-C")).unwrap().1;
    let said = person.model.for_you(outline, person.now);
    let painful = said.iter().filter(|one| {
        matches!(one, ForYou::Painful { pain, .. }
        if pain.movement == HipMovement::Flexion && pain.side == Side::Left)
    });
    assert_eq!(painful.count(), 2, "{said:?}");
    person.pass(DAY);
    check_hips(&mut person, &[], 2);
    assert!(!without(&mut person));
}

/// 4.1, X39: complaints told in the mini-check are amber.
#[test]
fn complaints_in_the_mini_check_are_amber() {
    let mut person = Person::ready();
    let take = |person: &mut Person, third: Answer, chance: u8| {
        person.tell(Event::Test(TestEvent::Began(TestId::RunnerCheck)));
        for place in 0..5 {
            let answer = if place == 2 { third } else { Answer::No };
            let answer = Some(Answered::Recognised(answer));
            person.tell(Event::Test(TestEvent::Answered { answer, chance: [chance; 10] }));
        }
    };
    take(&mut person, Answer::Unsure, 1);
    assert_eq!(person.model.gate(person.now), Gate::Open);
    person.pass(DAY);
    take(&mut person, Answer::Yes, 2);
    assert_eq!(person.model.verdict(person.now).unwrap().because, ["T1.3"]);
    assert_eq!(person.model.gate(person.now), Gate::Gentle);
    person.pass(DAY);
    take(&mut person, Answer::No, 3);
    assert_eq!(person.model.gate(person.now), Gate::Open);
}

/// 3.3: where walking may go on under red urgent, its page asks the daily check.
#[test]
fn the_walk_that_red_urgent_leaves_open_can_really_be_started() {
    let mut person = Person::ready();
    person.screen(&[("S7", Answer::Yes)]);
    assert!(person.model.may_check(&id("P4-break"), person.now));
    assert!(starts(&mut person, "P4-break"));
    assert!(!person.model.may_check(&id("P6-2min"), person.now));
    person.screen(&[("S16", Answer::Yes)]);
    assert!(!person.model.may_check(&id("P4-break"), person.now), "walking is in doubt");
    person.screen(&[("S1", Answer::Yes)]);
    assert!(!person.model.may_check(&id("P4-break"), person.now));
    assert!(!Person::new().model.may_check(&id("P4-break"), person.now), "nothing answered");
}

/// X40: the chosen way stands on the page of the session and in the player.
#[test]
fn a_chosen_way_of_an_exercise_is_shown_before_and_during_the_session() {
    let mut person = Person::ready();
    let exercise = ExerciseId::new("side-plank").unwrap();
    let known = person.model.catalogue.exercise(&exercise).unwrap();
    let variant = &known.easier[0];
    let substitute = Proposed::Substitute { exercise, variant: Some(variant.id.clone()) };
    decided(&mut person, substitute, true);
    let outline = person.model.catalogue.session(&id("P5-L1")).unwrap().1;
    let said = person.model.for_you(outline, person.now);
    assert!(said.contains(&ForYou::Variant { exercise: known, variant }), "{said:?}");
    person.start("P5-L1");
    let mut shown = Vec::new();
    while person.is_exercising() {
        let block = person.session().phase().unwrap().block;
        let plan = person.session().plan();
        let slug = plan.prescription(block).unwrap().exercise.as_str().to_owned();
        if person.model.hint() == Some(Hint::Variant(variant)) {
            shown.push(slug);
        } else {
            assert_ne!(slug, "side-plank");
        }
        person.wait(5);
    }
    assert!(!shown.is_empty() && shown.iter().all(|slug| slug == "side-plank"));
}

/// 5.9: a session added afterwards is held against the steps where this person stands.
#[test]
fn a_session_added_afterwards_has_the_numbers_of_the_current_steps() {
    let mut person = Person::ready();
    let told = Recollection {
        session: Some(id("P6-5min")),
        day: "2026-11-22".to_owned(),
        minutes: "5".to_owned(),
        ..Recollection::default()
    };
    let circles = |person: &Person| {
        let record = person.model.recollect(&told, [1; 10], person.now).unwrap();
        let of = |slug: &str| record.done.iter().find(|row| row.exercise == slug).cloned();
        let row = of("hip-cars-standing").unwrap();
        assert_eq!(row.done, row.planned);
        row.planned.value()
    };
    let before = circles(&person);
    let exercise = ExerciseId::new("hip-cars-standing").unwrap();
    let mode = soepel::domain::dose::Mode::ControlledRotation;
    decided(&mut person, Proposed::Step { exercise, mode, from: 1, to: 2 }, true);
    assert_eq!(circles(&person) * 3, before * 4, "4 circles instead of 3");
    person.screen(&[("S1", Answer::Yes)]);
    assert_eq!(circles(&person), before, "what was done asks no leave");
}
