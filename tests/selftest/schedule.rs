//! Re-tests and what changed: X24, X38, and what the gates of the levels ask (X27).

use soepel::domain::{
    body::{HipMovement, Side},
    programme::ProgrammeId,
    record::Answer,
    selftest::{
        Attempt, Change, Class, Due, Fold, HipCheck, Landing, OneLegStand, Pelvis, PerSide, Plank,
        Range, Reading, RunnerCheck, Squat, StepDown, Stopper, Taken, TestId, TestResult, Tests,
        changes, due,
    },
    time::{Day, Seconds},
};

use crate::made::{day, good, reading};

const FIRST: &str = "2026-09-01";

fn hip(check: HipCheck, on: &str) -> Taken {
    Taken { day: day(on), result: TestResult::HipCheck(check) }
}

fn plank(seconds: u32, on: &str) -> Taken {
    let held = Some(Plank { held: Seconds(seconds) });
    let result = TestResult::SidePlank(PerSide { left: held, right: held });
    Taken { day: day(on), result }
}

/// X24.
#[test]
fn each_test_comes_back_on_its_own_rhythm_and_only_where_it_is_asked_for() {
    let follows = |id: &str| vec![ProgrammeId(id.to_owned())];
    let runner = RunnerCheck { answers: [Answer::No; 5] };
    let stand = OneLegStand { held: Seconds(30), pelvis: Pelvis::Level, leans: false };
    let fold = Some(Fold { fingers: 2, painful: false });
    let rows = [
        (TestResult::HipCheck(good()), "P2", 28_i64),
        (TestResult::RunnerCheck(runner), "P5", 42),
        (TestResult::OneLegStand(PerSide { left: Some(stand), right: Some(stand) }), "P5", 42),
        (TestResult::HeelToButtock(PerSide { left: fold, right: fold }), "P1", 14),
        (plank(30, FIRST).result, "P5", 28),
    ];
    for (result, programme, days) in rows {
        let test = result.test();
        let tests = Tests::new([Taken { day: day(FIRST), result }]);
        let at = |later: i64| {
            let today = Day::of(day(FIRST).noon_utc() + later * 86_400_000, 0);
            due(test, &tests, &follows(programme), today)
        };
        assert_eq!(at(0), Due::In(days), "{test:?}");
        assert_eq!(at(days - 1), Due::In(1), "{test:?}");
        assert_eq!(at(days), Due::Now, "{test:?}");
        assert_eq!(due(test, &Tests::default(), &follows(programme), day(FIRST)), Due::Now);
        assert_eq!(due(test, &Tests::default(), &[], day(FIRST)), Due::WhenYouLike);
    }
}

#[test]
fn the_hip_check_comes_back_for_everybody_and_the_runners_tests_for_runners() {
    let tests = Tests::new([hip(good(), FIRST), plank(20, FIRST)]);
    let later = day("2026-12-01");
    assert_eq!(due(TestId::HipCheck, &tests, &[], later), Due::Now);
    assert_eq!(due(TestId::SidePlank, &tests, &[], later), Due::WhenYouLike);
    for test in [TestId::StepDown, TestId::Landing] {
        let following = [ProgrammeId("P5".to_owned())];
        assert_eq!(due(test, &tests, &following, later), Due::WhenYouLike, "only at its gate");
    }
}

/// X24, R0.29: every two weeks in P1, until the heel reaches the buttock on both sides.
#[test]
fn the_heel_is_not_asked_for_again_once_both_reached_the_buttock_without_pain() {
    let following = [ProgrammeId("P1".to_owned())];
    let fold = |fingers, painful| Some(Fold { fingers, painful });
    let asked = |left, right| {
        let result = TestResult::HeelToButtock(PerSide { left, right });
        let tests = Tests::new([Taken { day: day(FIRST), result }]);
        due(TestId::HeelToButtock, &tests, &following, day("2026-12-01"))
    };
    assert_eq!(asked(fold(1, false), fold(0, false)), Due::WhenYouLike);
    assert_eq!(asked(fold(1, false), fold(2, false)), Due::Now, "one side is not both");
    assert_eq!(asked(fold(1, false), fold(0, true)), Due::Now, "it hurt");
    assert_eq!(asked(fold(1, false), None), Due::Now, "one side was not tested");
}

/// X24: a class, or ten degrees; nothing less.
#[test]
fn less_than_a_class_and_less_than_ten_degrees_is_no_measurable_difference() {
    let turned = |degrees| {
        let mut check = HipCheck::default();
        let active = Attempt::Reached(Range::Degrees(degrees));
        check.put(
            HipMovement::InternalRotation,
            Side::Left,
            Reading { active, ..Reading::default() },
        );
        TestResult::HipCheck(check)
    };
    for (before, after, change) in [
        (20, 29, Change::NoMeasurableDifference),
        (19, 20, Change::Better),
        (30, 39, Change::NoMeasurableDifference),
        (30, 40, Change::Better),
        (45, 35, Change::Worse),
        (30, 29, Change::Worse),
    ] {
        let found = changes(&turned(before), &turned(after));
        let found: Vec<Change> = found.into_iter().map(|(_, change)| change).collect();
        assert_eq!(found, [change], "{before} to {after}");
    }
}

#[test]
fn pain_that_comes_or_goes_is_told_as_such_and_what_was_not_tested_is_not_compared() {
    let with = |stopped| {
        let mut check = HipCheck::default();
        check.put(HipMovement::Flexion, Side::Right, Reading { stopped, ..reading(1, 1) });
        TestResult::HipCheck(check)
    };
    let first = |before: &TestResult, after: &TestResult| changes(before, after)[0].1;
    let (calm, sore) = (with(None), with(Some(Stopper::Pain)));
    assert_eq!(first(&calm, &sore), Change::NowPainful);
    assert_eq!(first(&sore, &calm), Change::NoLongerPainful);
    assert_eq!(first(&sore, &sore), Change::NoMeasurableDifference);
    let mut other = HipCheck::default();
    other.put(HipMovement::Flexion, Side::Left, reading(2, 2));
    assert!(changes(&calm, &TestResult::HipCheck(other)).is_empty());
    let (short, long) = (plank(25, FIRST).result, plank(29, FIRST).result);
    assert_eq!(first(&short, &long), Change::NoMeasurableDifference);
}

/// X38, R1.23.
#[test]
fn two_retests_the_same_against_a_hard_stop_point_to_the_build() {
    let place = (HipMovement::InternalRotation, Side::Left);
    let check = |active, stopped| {
        let mut check = good();
        check.put(place.0, place.1, Reading { stopped, ..reading(active, active) });
        check
    };
    let hard = Some(Stopper::HardStop);
    let run = |last: HipCheck, on: &str| {
        Tests::new([hip(check(0, hard), FIRST), hip(check(0, hard), "2026-09-29"), hip(last, on)])
            .limits()
    };
    assert_eq!(run(check(0, hard), "2026-10-27"), [place], "day 56");
    assert_eq!(run(check(0, Some(Stopper::Pinch)), "2026-10-27"), [place]);
    assert!(run(check(0, hard), "2026-10-26").is_empty(), "day 55");
    assert!(run(check(1, hard), "2026-10-27").is_empty(), "a class changed");
    assert!(run(check(0, Some(Stopper::Stretch)), "2026-10-27").is_empty(), "a stretch gives way");
    let two = Tests::new([hip(check(0, hard), FIRST), hip(check(0, hard), "2026-10-27")]);
    assert!(two.limits().is_empty(), "one re-test is too few");
    assert!(Tests::default().limits().is_empty());
}

/// X27.
#[test]
fn the_gates_see_the_last_taking_and_ask_both_sides() {
    let stand = |held| OneLegStand { held: Seconds(held), pelvis: Pelvis::Level, leans: false };
    let squat =
        Squat { pelvis_level: true, knee_over_toe: true, trunk_upright: true, smooth: true };
    let taken = |on: &str, result| Taken { day: day(on), result };
    let none = Tests::default().gates();
    assert!(!none.passes_stand() && !none.passes_squat() && !none.passes_step_down());
    assert!(!none.passes_landing() && !none.holds_plank_for(0) && !none.heel_to_buttock);
    let both = |held| PerSide { left: Some(stand(held)), right: Some(stand(held)) };
    let landing = Landing { quiet: true, knees_over_toes: true, painless: true };
    let step = Some(StepDown { clean: 10 });
    let fold = Some(Fold { fingers: 0, painful: false });
    let tests = Tests::new([
        taken("2026-09-02", TestResult::OneLegStand(both(30))),
        taken(FIRST, TestResult::OneLegStand(both(12))),
        taken(FIRST, TestResult::SingleLegSquat(PerSide { left: Some(squat), right: None })),
        taken(FIRST, TestResult::StepDown(PerSide { left: step, right: step })),
        taken(FIRST, TestResult::HeelToButtock(PerSide { left: fold, right: fold })),
        taken(FIRST, TestResult::Landing(landing)),
        plank(30, FIRST),
    ]);
    let gates = tests.gates();
    assert!(gates.passes_stand(), "the later one counts");
    assert!(!gates.passes_squat(), "one side is not both");
    assert!(gates.passes_step_down() && gates.passes_landing() && gates.heel_to_buttock);
    assert!(gates.holds_plank_for(30) && !gates.holds_plank_for(31));
}

#[test]
fn the_classes_of_a_hip_check_say_pain_once() {
    let mut check = HipCheck::default();
    let sore = Reading { stopped: Some(Stopper::Pain), ..reading(1, 2) };
    check.put(HipMovement::Flexion, Side::Left, sore);
    check.put(HipMovement::Flexion, Side::Right, reading(1, 2));
    let grades = TestResult::HipCheck(check.clone()).grades();
    assert_eq!(grades.len(), 3, "once for the sore side, twice for the other");
    assert_eq!(
        check.get(HipMovement::Flexion, Side::Right).best(HipMovement::Flexion),
        Some(Class::Good)
    );
}
