//! What the self-tests bring to the light: T2 and T1.3 (4.1, 4.2, X39).

use soepel::domain::{
    body::{HipMovement, Side},
    clearance::{Found, Level, Painful, Profile, Told},
    record::Answer::{No, Unsure, Yes},
    selftest::{
        Attempt, Class, HIP_ORDER, HipCheck, Kind, Range, Reading, RunnerCheck, SIDES, Taken,
        TestResult, Tests, exercise_for,
    },
    time::Day,
};

use crate::{catalogue, permit, profile, treated};

fn day(number: u64) -> Day {
    Day::parse("2026-11-01").unwrap().plus(number)
}

fn reading(painful: bool) -> Reading {
    let reached = Range::ByEye(Class::Good);
    let active = if painful { Attempt::Painful(None) } else { Attempt::Reached(reached) };
    Reading { active, ..Reading::default() }
}

/// A check of that day in which these movements were looked at on the left.
fn checked(number: u64, looked_at: &[(HipMovement, bool)]) -> Taken {
    let mut check = HipCheck::default();
    for (movement, painful) in looked_at {
        check.put(*movement, Side::Left, reading(*painful));
    }
    Taken { day: day(number), result: TestResult::HipCheck(check) }
}

fn found(taken: Vec<Taken>) -> Found {
    Found::of(&Tests::new(taken))
}

fn hurts(movement: HipMovement) -> Found {
    found(vec![checked(0, &[(movement, true)])])
}

#[test]
fn pain_stays_until_the_same_movement_is_looked_at_without_it() {
    let (flexion, extension) = (HipMovement::Flexion, HipMovement::Extension);
    let first = checked(0, &[(flexion, true), (extension, false)]);
    let told = |since, last| {
        let told = Told { since: day(since), last: day(last) };
        vec![Painful { movement: flexion, side: Side::Left, told }]
    };
    for (later, expected) in [
        (vec![], told(0, 0)),
        (vec![checked(9, &[(extension, false)])], told(0, 0)),
        (vec![checked(9, &[(flexion, true)])], told(0, 9)),
        (vec![checked(9, &[(flexion, false)])], vec![]),
        (vec![checked(9, &[(flexion, false)]), checked(12, &[(flexion, true)])], told(12, 12)),
    ] {
        let all = [vec![first.clone()], later].concat();
        assert_eq!(found(all).painful, expected);
    }
    assert!(found(Vec::new()).is_empty());
}

#[test]
fn what_the_tests_found_is_amber_and_never_less_than_the_answers_say() {
    let runner = |third| {
        let answers = [No, No, third, No, No];
        found(vec![Taken { day: day(0), result: TestResult::RunnerCheck(RunnerCheck { answers }) }])
    };
    for (found, level, because) in [
        (Found::default(), Level::Green, vec![]),
        (hurts(HipMovement::Flexion), Level::Amber, vec!["T2"]),
        (runner(Yes), Level::Amber, vec!["T1.3"]),
        (runner(Unsure), Level::Green, vec![]),
        (runner(No), Level::Green, vec![]),
    ] {
        let verdict = Profile { found, ..profile(&[]) }.verdict(catalogue()).unwrap();
        assert_eq!(
            (verdict.level, verdict.because),
            (level, because.into_iter().map(str::to_owned).collect())
        );
    }
    let red = Profile { found: hurts(HipMovement::Flexion), ..profile(&[("S7", Yes)]) };
    assert_eq!(red.verdict(catalogue()).unwrap().level, Level::RedUrgent);
}

/// R1.31: a consultation covers what was there on its day.
#[test]
fn a_consultation_covers_only_what_was_found_until_its_day() {
    // Talked over on 22 November.
    for (number, covered) in [(0, true), (21, true), (22, false)] {
        let pain = vec![checked(number, &[(HipMovement::Flexion, true)])];
        let person = Profile { found: found(pain), ..treated(&[]) };
        assert_eq!(person.has_consulted(), covered, "day {number}");
        assert_eq!(permit(&person).is_gentle(), !covered);
    }
}

/// 4.2: the movement that hurt is left out of category 2 and 3, and nothing else is.
#[test]
fn after_a_consultation_only_both_exercises_of_the_painful_movement_are_closed() {
    for movement in HIP_ORDER {
        let person = Profile { found: hurts(movement), ..treated(&[]) };
        let permit = permit(&person);
        let own = [Kind::Space, Kind::Control].map(|kind| exercise_for(movement, kind));
        for exercise in &catalogue().exercises {
            assert_eq!(permit.allows(exercise), !own.contains(&exercise.id), "{movement:?}");
            let side = permit.pain_in(exercise).map(|pain| pain.side);
            assert_eq!(side, own.contains(&exercise.id).then_some(SIDES[0]));
        }
    }
}
