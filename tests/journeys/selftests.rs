//! Taking a self-test, from its first screen to its result, and who may.

use soepel::{
    app::{
        event::Event,
        testing::{Answered, Clock, Step, TestEvent, steps},
        view::{
            hip_form::{AttemptForm, MovementForm, NoNumber, Pick},
            selftest::ClockFace,
            today::Gate,
        },
    },
    domain::{
        body::{HipMovement, Side},
        record::Answer,
        selftest::{
            Attempt, Change, Class, Due, Fold, How, Kind, Landing, OneLegStand, Pelvis, Plank,
            Range, Reading, RotationGate, StepDown, Stopper, TestId, TestResult,
        },
        time::Seconds,
    },
    route::Route,
};

use crate::person::Person;

fn tell(person: &mut Person, event: TestEvent) {
    person.tell(Event::Test(event));
}

fn answer(person: &mut Person, answer: Option<Answered>) {
    person.pass(20_000);
    tell(person, TestEvent::Answered { answer, chance: [3; 10] });
}

fn begin(person: &mut Person, test: TestId) {
    person.tell(Event::Navigated(Route::Test(test)));
    tell(person, TestEvent::Began(test));
}

/// Active and passive, seen.
fn seen(class: Class) -> Answered {
    let attempt = Attempt::Reached(Range::ByEye(class));
    Answered::Movement(Reading { active: attempt, passive: attempt, stopped: None })
}

/// The whole hip check, all good but for inward rotation on the left.
fn hip_check(person: &mut Person, left: Answered) {
    begin(person, TestId::HipCheck);
    for step in steps(TestId::HipCheck) {
        assert_eq!(person.model.testing.as_ref().unwrap().step(), step);
        let place = Step::Movement(HipMovement::InternalRotation, Side::Left);
        answer(person, Some(if step == place { left } else { seen(Class::Good) }));
    }
}

fn result(person: &Person) -> soepel::app::view::selftest::TestReport {
    let Route::TestTaken(id) = &person.model.route else { panic!("a result is shown") };
    person.model.test_report(id).expect("it is there")
}

/// R1.7–R1.11, R1.18, X28: the browser walk of the issue, without a browser.
#[test]
fn little_inward_rotation_on_the_left_comes_out_as_rotation_first_left_first() {
    let mut person = Person::ready();
    hip_check(&mut person, seen(Class::Limited));
    let report = result(&person);
    let decision = report.decision.clone().unwrap();
    assert_eq!(decision.gate, RotationGate::Closed);
    assert_eq!(decision.focus.len(), 1);
    assert_eq!(decision.focus[0].sides, [Side::Left]);
    assert_eq!(decision.focus[0].kind, Kind::Space);
    assert_eq!(report.taken.day, person.now.day());
    assert!(report.before.is_none(), "there is nothing to compare with");
    let again = person.reopened();
    assert_eq!(again.model.hip_decision(), Some(decision), "it is kept");
}

/// X24.
#[test]
fn a_second_check_is_told_beside_the_first() {
    let mut person = Person::ready();
    hip_check(&mut person, seen(Class::Limited));
    person.now.wall += 28 * 86_400_000;
    hip_check(&mut person, seen(Class::Fair));
    let (_, changes) = result(&person).before.unwrap();
    let real: Vec<_> = changes
        .iter()
        .filter(|(_, change)| *change != Change::NoMeasurableDifference)
        .map(|(item, change)| (item.side, *change))
        .collect();
    assert_eq!(real, [(Some(Side::Left), Change::Better); 2], "alone and with help");
    assert_eq!(result(&person).decision.unwrap().gate, RotationGate::Open);
    assert_eq!(person.model.earlier_tests(TestId::HipCheck).len(), 2);
}

#[test]
fn a_red_light_or_no_answers_lock_every_test_whatever_the_way() {
    let mut stranger = Person::new();
    for test in TestId::ALL {
        begin(&mut stranger, *test);
        assert!(stranger.model.testing.is_none(), "{test:?}");
    }
    let mut person = Person::ready();
    begin(&mut person, TestId::Landing);
    person.screen(&[("S2", Answer::Yes)]);
    assert_eq!(person.model.gate(person.now), Gate::Emergency);
    let landing = Landing { quiet: true, knees_over_toes: true, painless: true };
    answer(&mut person, Some(Answered::Landing(landing)));
    assert!(person.model.testing.is_none());
    assert_eq!(*person.model.tests(), soepel::domain::selftest::Tests::default());
    for test in TestId::ALL {
        begin(&mut person, *test);
        assert!(person.model.testing.is_none(), "{test:?}");
    }
}

/// 3.3: no strength and no jumps in the gentle start.
#[test]
fn the_gentle_start_keeps_tests_of_strength_and_jumps_closed() {
    let mut person = Person::ready();
    person.screen(&[("S7", Answer::Unsure)]);
    let open: Vec<TestId> = TestId::ALL
        .iter()
        .copied()
        .filter(|test| person.model.may_take(*test, person.now))
        .collect();
    let calm = [TestId::RunnerCheck, TestId::HipCheck, TestId::OneLegStand, TestId::HeelToButtock];
    assert_eq!(open, calm);
}

#[test]
fn the_clock_counts_in_goes_by_moments_stops_at_its_limit_and_keeps_the_screen_on() {
    let mut person = Person::ready();
    begin(&mut person, TestId::OneLegStand);
    tell(&mut person, TestEvent::StartedClock);
    assert!(person.model.wants(person.now).awake);
    person.pass(1_700);
    assert_eq!(person.model.test_clock(person.now), ClockFace::CountingIn(Seconds(4)));
    person.pass(16_000);
    assert_eq!(person.model.test_clock(person.now), ClockFace::Running(Seconds(12)), "no tick");
    tell(&mut person, TestEvent::StoppedClock);
    assert_eq!(person.model.testing.as_ref().unwrap().clock(), Clock::Stopped(Seconds(12)));
    assert!(!person.model.wants(person.now).awake);
    tell(&mut person, TestEvent::StartedClock);
    person.pass(95_000);
    person.tell(Event::Ticked);
    assert_eq!(person.model.testing.as_ref().unwrap().clock(), Clock::Stopped(Seconds(30)));
    tell(&mut person, TestEvent::StartedClock);
    person.pass(2_000);
    tell(&mut person, TestEvent::StoppedClock);
    let clock = person.model.testing.as_ref().unwrap().clock();
    assert_eq!(clock, Clock::Still, "whoever stops before it runs has no number");
}

#[test]
fn the_clock_does_not_run_on_where_nobody_sees_it_and_the_answers_wait() {
    let mut person = Person::ready();
    begin(&mut person, TestId::SidePlank);
    answer(&mut person, Some(Answered::Plank(Plank { held: Seconds(31) })));
    tell(&mut person, TestEvent::StartedClock);
    person.tell(Event::Navigated(Route::Today));
    let testing = person.model.testing.as_ref().unwrap();
    assert_eq!((testing.clock(), testing.step()), (Clock::Still, Step::OneSide(Side::Right)));
    person.tell(Event::Navigated(Route::Test(TestId::SidePlank)));
    answer(&mut person, Some(Answered::Plank(Plank { held: Seconds(30) })));
    assert!(person.model.tests().gates().holds_plank_for(30));
}

#[test]
fn every_test_can_be_taken_and_skipping_all_of_it_keeps_nothing() {
    let stand = OneLegStand { held: Seconds(30), pelvis: Pelvis::Level, leans: false };
    let squat = soepel::domain::selftest::Squat {
        pelvis_level: true,
        knee_over_toe: true,
        trunk_upright: true,
        smooth: true,
    };
    let landing = Landing { quiet: true, knees_over_toes: true, painless: true };
    for (test, given) in [
        (TestId::RunnerCheck, Answered::Recognised(Answer::No)),
        (TestId::OneLegStand, Answered::Stand(stand)),
        (TestId::SingleLegSquat, Answered::Squat(squat)),
        (TestId::HeelToButtock, Answered::Fold(Fold { fingers: 1, painful: false })),
        (TestId::SidePlank, Answered::Plank(Plank { held: Seconds(60) })),
        (TestId::StepDown, Answered::StepDown(StepDown { clean: 10 })),
        (TestId::Landing, Answered::Landing(landing)),
    ] {
        let mut person = Person::ready();
        begin(&mut person, test);
        for _ in steps(test) {
            answer(&mut person, None);
        }
        assert_eq!(person.model.route, Route::Tests, "{test:?}");
        assert!(person.model.earlier_tests(test).is_empty());
        begin(&mut person, test);
        for _ in steps(test) {
            answer(&mut person, Some(given));
        }
        assert_eq!(result(&person).taken.result.test(), test);
        let again = person.reopened();
        assert_eq!(again.model.earlier_tests(test).len(), 1, "{test:?}");
    }
}

#[test]
fn going_back_shows_what_was_answered_and_giving_up_keeps_nothing() {
    let mut person = Person::ready();
    begin(&mut person, TestId::RunnerCheck);
    answer(&mut person, Some(Answered::Recognised(Answer::Yes)));
    tell(&mut person, TestEvent::WentBack);
    let testing = person.model.testing.as_ref().unwrap();
    assert_eq!(testing.answer(), Some(Answered::Recognised(Answer::Yes)));
    tell(&mut person, TestEvent::GaveUp);
    assert!(person.model.testing.is_none());
    assert!(person.model.earlier_tests(TestId::RunnerCheck).is_empty());
}

#[test]
fn a_deleted_result_stays_deleted() {
    let mut person = Person::ready();
    hip_check(&mut person, seen(Class::Fair));
    let id = result(&person).id;
    tell(&mut person, TestEvent::Deleted(id));
    assert_eq!(person.model.route, Route::Tests);
    assert!(person.reopened().model.hip_decision().is_none());
}

/// X24.
#[test]
fn the_hip_check_is_due_again_after_four_weeks_and_vandaag_says_so() {
    let mut person = Person::ready();
    assert!(person.model.test_due(person.now).is_none());
    hip_check(&mut person, seen(Class::Good));
    let due = |person: &Person| {
        let cards = person.model.test_cards(person.now);
        cards.into_iter().find(|card| card.test.id == TestId::HipCheck).unwrap().due
    };
    assert_eq!(due(&person), Due::In(28));
    person.now.wall += 28 * 86_400_000;
    assert_eq!(due(&person), Due::Now);
    assert_eq!(person.model.test_due(person.now).unwrap().id, TestId::HipCheck);
    let mut runner = Person::ready();
    runner.play("P5-L1");
    let first = runner.model.test_due(runner.now).unwrap();
    assert_eq!(first.id, TestId::RunnerCheck, "a programme asks for its tests");
}

fn text(person: &Person, movement: HipMovement) -> &'static soepel::domain::selftest::MovementText {
    let test = person.model.catalogue.selftest(TestId::HipCheck).unwrap();
    test.movement(movement).unwrap()
}

fn picked(pick: Pick) -> AttemptForm {
    AttemptForm { pick: Some(pick), ..AttemptForm::default() }
}

/// R1.15, R1.22.
#[test]
fn help_is_asked_for_only_where_it_can_show_more_and_never_after_pain() {
    let person = Person::ready();
    let turning = text(&person, HipMovement::InternalRotation);
    let asked =
        |pick| MovementForm { active: picked(pick), ..MovementForm::default() }.asked(turning);
    assert_eq!(MovementForm::default().asked(turning), [How::Active]);
    assert_eq!(asked(Pick::Class(Class::Good)), [How::Active]);
    assert_eq!(asked(Pick::Class(Class::Limited)), [How::Active, How::Passive]);
    assert_eq!(asked(Pick::Pain), [How::Active]);
    let hanging = text(&person, HipMovement::Extension);
    assert_eq!(MovementForm::default().asked(hanging), [How::Passive, How::Active]);
}

#[test]
fn a_number_outweighs_the_eye_and_what_is_no_longer_asked_is_left_out() {
    let person = Person::ready();
    let turning = text(&person, HipMovement::InternalRotation);
    let mut form = MovementForm {
        active: AttemptForm { degrees: "31".to_owned(), ..picked(Pick::Class(Class::Limited)) },
        passive: picked(Pick::Class(Class::Limited)),
        stopped: Some(Stopper::HardStop),
    };
    let reading = form.reading(turning).unwrap();
    assert_eq!(reading.active, Attempt::Reached(Range::Degrees(31)));
    assert_eq!(reading.passive, Attempt::NotTested, "31 degrees are good: no help was needed");
    assert_eq!(reading.stopped, None);
    form.active.degrees = "1.5".to_owned();
    assert_eq!(form.reading(turning), Err(NoNumber));
    form.active.degrees = String::new();
    form.active.cm = "20".to_owned();
    assert_eq!(form.reading(turning), Err(NoNumber), "a shift needs its length beside it");
    form.active.beside = "40".to_owned();
    let shift = Range::Shift { cm: 20, of_cm: 40 };
    assert_eq!(form.reading(turning).unwrap().active, Attempt::Reached(shift));
    assert_eq!(MovementForm::of(form.reading(turning).unwrap()).active.cm, "20");
    let hurt = MovementForm { active: picked(Pick::Pain), ..MovementForm::default() };
    assert_eq!(hurt.stoppers(turning), [Stopper::Pinch, Stopper::Pain]);
    assert!(hurt.reading(turning).unwrap().is_painful());
}

#[test]
fn a_result_that_hurt_is_amber() {
    let mut person = Person::ready();
    begin(&mut person, TestId::HeelToButtock);
    answer(&mut person, Some(Answered::Fold(Fold { fingers: 0, painful: true })));
    answer(&mut person, None);
    let TestResult::HeelToButtock(sides) = result(&person).taken.result else { panic!("T5") };
    assert!(sides.right.is_none(), "skipped is not tested");
    assert!(result(&person).taken.result.is_amber());
    assert!(!person.model.tests().gates().heel_to_buttock);
}
