//! Gates between stages and levels: section 5, X27, R2.26, R0.29, R0.38, R1.24.

use soepel::domain::{
    body::BodyPart,
    exercise::Condition,
    programme::SessionId,
    progress::{
        Decision, Evidence, Need, Opened, Proposed, Reason, STAGES, Stage, TestResults, Who, gate,
        reached,
    },
    record::{Felt, Form},
    selftest::{Gates, OneLegStand, Pelvis, PerSide, Plank, Squat, StepDown},
    time::Seconds,
};

use crate::made::{adult, day, decided, good, proposed_with, score};

fn stage(from: &str) -> &'static Stage {
    STAGES.iter().find(|stage| stage.from == from).unwrap()
}

/// The measures that are not met.
fn lacks(from: &str, evidence: &[Evidence], tests: &TestResults, today: u64) -> Vec<Need> {
    lacks_as(from, evidence, tests, &adult(), today)
}

fn lacks_as(
    from: &str,
    evidence: &[Evidence],
    tests: &TestResults,
    who: &Who,
    today: u64,
) -> Vec<Need> {
    let needs = gate(stage(from), evidence, tests, who, day(today));
    needs.into_iter().filter(|(_, met)| !met).map(|(need, _)| need).collect()
}

/// A session in which every exercise was done so many times on each side.
pub(crate) fn counted(number: u64, session: &str, count: u32) -> Evidence {
    let mut evidence = good(number, session);
    evidence.exercises.iter_mut().for_each(|row| row.count = count);
    evidence
}

pub(crate) const PASSED: TestResults = TestResults {
    shown: Gates {
        stand: both(OneLegStand { held: Seconds(30), pelvis: Pelvis::Level, leans: false }),
        squat: both(SQUAT),
        plank: both(Plank { held: Seconds(30) }),
        step_down: both(StepDown { clean: 10 }),
        landing: Some(true),
        heel_to_buttock: true,
    },
    rotation_sufficient: true,
    rotation_fair: true,
    focus_space: true,
};

const SQUAT: Squat =
    Squat { pelvis_level: true, knee_over_toe: true, trunk_upright: true, smooth: true };

const fn both<T: Copy>(one: T) -> PerSide<Option<T>> {
    PerSide { left: Some(one), right: Some(one) }
}

/// What was passed, but for this.
fn but(change: impl Fn(&mut Gates)) -> TestResults {
    let mut tests = PASSED;
    change(&mut tests.shown);
    tests
}

/// X27: L1 → L2.
#[test]
fn level_2_opens_when_every_measure_is_met_and_closes_for_each_one_that_lacks() {
    let days = [0, 3, 7, 10];
    let all: Vec<Evidence> = days.map(|day| counted(day, "P5-L1", 45)).into();
    let none =
        |evidence: &[Evidence], tests: TestResults, today| lacks("P5-L1", evidence, &tests, today);
    assert_eq!(none(&all, PASSED, 14), []);
    assert_eq!(none(&all, PASSED, 13), [Need::Weeks(2)]);
    assert_eq!(none(&all[1..], PASSED, 17), [Need::Sessions(4)]);
    for (tests, need) in [
        (but(|shown| shown.plank.right = Some(Plank { held: Seconds(29) })), Need::SidePlank),
        (but(|shown| shown.plank = PerSide::default()), Need::SidePlank),
        (but(|shown| shown.stand.left = None), Need::OneLegStand),
    ] {
        assert_eq!(none(&all, tests, 14), [need]);
    }
    let with = |last: Evidence| [&all[..3], &[last]].concat();
    let painful = with(Evidence { after: score(4), ..counted(10, "P5-L1", 45) });
    assert_eq!(none(&painful, PASSED, 14), [Need::PainAtMost(3)]);
    let restless = with(Evidence { morning: score(3), ..counted(10, "P5-L1", 45) });
    assert_eq!(none(&restless, PASSED, 14), [Need::SettledTwice]);
    let short: Vec<Evidence> = days.map(|day| counted(day, "P5-L1", 36)).into();
    assert_eq!(none(&short, PASSED, 14), [Need::FireHydrant]);
    let careless: Vec<Evidence> =
        days.map(|day| Evidence { form: Some(Form::Faults), ..counted(day, "P5-L1", 45) }).into();
    assert_eq!(none(&careless, PASSED, 14), [Need::FireHydrant]);
}

/// X27: L2 → L3, with T4, T7 and T8, and none of the conditions that forbid jumps.
#[test]
fn level_3_stays_shut_without_the_landing_check_the_squat_or_with_a_condition() {
    let all: Vec<Evidence> =
        [0, 3, 7, 10, 14, 17, 21, 24].map(|day| counted(day, "P5-L2", 36)).into();
    let none = |tests: TestResults, today| lacks("P5-L2", &all, &tests, today);
    assert_eq!(none(PASSED, 28), []);
    assert_eq!(none(PASSED, 27), [Need::Weeks(4)]);
    assert_eq!(lacks("P5-L2", &all[1..], &PASSED, 31), [Need::Sessions(8)]);
    for (tests, need) in [
        (but(|shown| shown.landing = None), Need::Landing),
        (but(|shown| shown.landing = Some(false)), Need::Landing),
        (
            but(|shown| shown.squat.right = Some(Squat { smooth: false, ..SQUAT })),
            Need::SingleLegSquat,
        ),
        (but(|shown| shown.step_down.left = Some(StepDown { clean: 9 })), Need::StepDowns),
        (but(|shown| shown.stand = PerSide::default()), Need::OneLegStand),
    ] {
        assert_eq!(none(tests, 28), [need]);
    }
    for condition in [
        Condition::Osteoporosis,
        Condition::PregnancyAny,
        Condition::Postpartum12w,
        Condition::HipReplacement,
        Condition::KneeReplacement,
        Condition::LowerLegInjury,
        Condition::BalanceProblem,
        Condition::GroinPainRunner,
        Condition::PelvicFloorSymptoms,
    ] {
        let who = Who { conditions: [condition].into(), ..adult() };
        assert_eq!(lacks_as("P5-L2", &all, &PASSED, &who, 28), [Need::MayJump], "{condition:?}");
    }
    let squats: Vec<Evidence> =
        [0, 3, 7, 10, 14, 17, 21, 24].map(|day| counted(day, "P5-L2", 30)).into();
    assert_eq!(lacks("P5-L2", &squats, &PASSED, 28), [Need::SplitSquat]);
}

/// X14: two weeks of few jumps; then six weeks of level 3 before it is kept up (R4.26).
#[test]
fn more_jumps_come_after_two_weeks_and_upkeep_after_six() {
    let few = [good(0, "P5-L3a"), good(4, "P5-L3a")];
    assert_eq!(lacks("P5-L3a", &few, &PASSED, 13), [Need::Weeks(2)]);
    assert_eq!(lacks("P5-L3a", &few, &PASSED, 14), []);
    let more = [good(0, "P5-L3a"), good(20, "P5-L3b"), good(24, "P5-L3b")];
    assert_eq!(lacks("P5-L3b", &more, &PASSED, 41), [Need::Weeks(6)]);
    assert_eq!(lacks("P5-L3b", &more, &PASSED, 42), []);
}

/// R2.26: the safe order unlocks after two clean sessions.
#[test]
fn the_next_of_the_four_unlocks_after_two_clean_sessions() {
    let clean = |day| good(day, "P3-1");
    assert_eq!(lacks("P3-1", &[clean(0)], &PASSED, 2), [Need::CleanTwice]);
    assert_eq!(lacks("P3-1", &[clean(0), clean(2)], &PASSED, 4), []);
    let back = Some(BodyPart::LowBack);
    for last in [
        Evidence { after: score(4), ..clean(2) },
        Evidence { after: score(3), place: back, ..clean(2) },
        Evidence { felt: Some(Felt::LowBack), ..clean(2) },
        Evidence { felt: None, ..clean(2) },
        Evidence { morning: score(3), ..clean(2) },
        Evidence { morning: None, ..clean(2) },
        Evidence { completed: false, ..clean(2) },
    ] {
        assert_eq!(lacks("P3-1", &[clean(0), last], &PASSED, 4), [Need::CleanTwice]);
    }
    for last in [
        Evidence { after: score(3), ..clean(2) },
        Evidence { after: score(2), place: back, ..clean(2) },
    ] {
        assert_eq!(lacks("P3-1", &[clean(0), last], &PASSED, 4), []);
    }
}

/// X10: the bench comes from the fifth week, after two sets of fifteen bridges.
#[test]
fn the_bench_comes_after_four_weeks_and_thirty_bridges() {
    let all = [good(0, "P3-1"), counted(25, "P3-3", 30), counted(27, "P3-3", 30)];
    assert_eq!(lacks("P3-3", &all, &PASSED, 28), []);
    assert_eq!(lacks("P3-3", &all, &PASSED, 27), [Need::Weeks(4)]);
    let few = [good(0, "P3-1"), counted(25, "P3-3", 29), counted(27, "P3-3", 29)];
    assert_eq!(lacks("P3-3", &few, &PASSED, 28), [Need::Bridge]);
}

/// R0.29, R0.38: thigh, then hip, then both together.
#[test]
fn the_stretches_follow_each_other_when_the_one_before_is_easy() {
    let tight = but(|shown| shown.heel_to_buttock = false);
    let first = [good(0, "P1-A")];
    assert_eq!(lacks("P1-A", &first, &PASSED, 1), []);
    assert_eq!(lacks("P1-A", &first, &tight, 1), [Need::HeelToButtock]);

    let lunge = |day| good(day, "P1-B");
    assert_eq!(lacks("P1-B", &[lunge(0), lunge(1)], &PASSED, 3), [Need::LungeThreeTimes]);
    assert_eq!(lacks("P1-B", &[lunge(0), good(1, "P1-B-pnf"), lunge(2)], &PASSED, 3), []);
    for bad in [
        Evidence { after: score(3), ..lunge(2) },
        Evidence { felt: Some(Felt::LowBack), ..lunge(2) },
    ] {
        assert_eq!(lacks("P1-B", &[lunge(0), lunge(1), bad], &PASSED, 3), [Need::LungeThreeTimes]);
    }
}

/// R1.11, R1.18, R1.24, R1.25: rotation, then space, then learning to use it.
#[test]
fn mobility_goes_from_rotation_to_space_to_control() {
    let here = [good(0, "P2-A-start"), good(2, "P2-A")];
    let none = TestResults::default();
    let fair = TestResults { rotation_fair: true, ..none };
    let open = TestResults { rotation_sufficient: true, ..none };
    let early = [Need::Weeks(2)];
    let limited = [Need::Rotation];
    for (tests, today, lack) in [
        (&none, 20, &limited[..]),
        (&open, 13, &early),
        (&open, 14, &[]),
        (&fair, 13, &[Need::Weeks(2), Need::Rotation]),
        (&fair, 14, &[]),
    ] {
        assert_eq!(lacks("P2-A", &here, tests, today), lack, "{tests:?}");
    }
    let space = [good(20, "P2-B")];
    assert_eq!(lacks("P2-B", &space, &none, 34), [Need::FocusSpace]);
    let wide = TestResults { focus_space: true, ..none };
    assert_eq!(lacks("P2-B", &space, &wide, 33), [Need::Weeks(2)]);
    assert_eq!(lacks("P2-B", &space, &wide, 34), []);
}

#[test]
fn an_open_gate_is_proposed_once_and_what_was_accepted_is_where_one_stands() {
    let all = [good(0, "P1-A"), good(2, "P1-A")];
    let ask = |decisions: &[Decision], today| -> Vec<Proposed> {
        proposed_with(&all, decisions, &[], &PASSED, &[], today)
            .into_iter()
            .filter(|proposal| matches!(proposal.reason, Reason::GateMet(_)))
            .flat_map(|proposal| proposal.changes)
            .collect()
    };
    let id = |name: &str| SessionId(name.to_owned());
    let next = Proposed::Stage { from: id("P1-A"), to: id("P1-B") };
    assert_eq!(ask(&[], 3), std::slice::from_ref(&next));
    assert_eq!(ask(&[decided(3, next.clone(), false)], 4), []);
    let accepted = [decided(3, next, true)];
    assert_eq!(reached("P1", &all, &accepted), Some("P1-B"));
    assert_eq!(reached("P1", &all, &[]), Some("P1-A"));
    assert_eq!(reached("P5", &all, &[]), None);
}

/// X14, X27: the stages that jump open one after the other, and nothing else is ever closed.
#[test]
fn only_an_accepted_decision_opens_a_stage_that_jumps() {
    let all = ["P5-L1", "P5-L2", "P5-L3a", "P5-L3b", "P5-M", "P1-C-pnf", "P3-4", "P7-B"];
    let open = |decisions: &[Decision]| {
        let opened = Opened::by(decisions);
        all.map(|name| opened.has(&SessionId(name.to_owned())))
    };
    let yes = |to: &str, accepted: bool| {
        let session = |id: &str| SessionId(id.to_owned());
        decided(1, Proposed::Stage { from: session("P5-L2"), to: session(to) }, accepted)
    };
    let (o, x) = (true, false);
    for (decisions, expected) in [
        (vec![], [o, o, x, x, x, o, o, o]),
        (vec![yes("P5-L2", true)], [o, o, x, x, x, o, o, o]),
        (vec![yes("P5-M", false)], [o, o, x, x, x, o, o, o]),
        (vec![yes("P5-L3a", true)], [o, o, o, x, x, o, o, o]),
        (vec![yes("P5-L3a", true), yes("P5-L3b", true)], [o, o, o, o, x, o, o, o]),
        (vec![yes("P5-L3b", true), yes("P5-M", false)], [o, o, o, o, x, o, o, o]),
        (vec![yes("P5-M", true)], [o; 8]),
        (vec![yes("P3-4", true)], [o, o, x, x, x, o, o, o]),
    ] {
        assert_eq!(open(&decisions), expected, "{decisions:?}");
    }
}
