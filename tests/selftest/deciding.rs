//! The decision logic of 4.2: its worked examples, and what holds for every check.

use proptest::prelude::*;
use soepel::{
    content::catalogue,
    domain::{
        body::{HipMovement, Side},
        exercise::Category,
        selftest::{
            Attempt, Class, Given, Goal, HIP_ORDER, HipCheck, HipDecision, Kind, Range, Reading,
            RotationGate, Stopper, Why, decide, exercise_for,
        },
    },
};

use crate::made::{checks, given, good, mirrored, mirrored_given, put_both, reading, seen};

use HipMovement::{
    Abduction, Adduction, Extension, ExternalRotation as Er, Flexion, InternalRotation as Ir,
};

fn plain(check: &HipCheck) -> HipDecision {
    decide(check, &Given::default())
}

fn movements(decision: &HipDecision) -> Vec<HipMovement> {
    decision.focus.iter().map(|focus| focus.movement).collect()
}

/// R1.9, R1.11, R1.20.
#[test]
fn example_a_a_limited_rotation_closes_the_gate_and_is_the_whole_focus() {
    let mut check = good();
    check.put(Ir, Side::Left, reading(0, 0));
    let decision = plain(&check);
    assert_eq!(decision.gate, RotationGate::Closed);
    let [focus] = &decision.focus[..] else { panic!("one focus, not {:?}", decision.focus) };
    assert_eq!((focus.movement, focus.kind), (Ir, Kind::Space));
    assert_eq!(focus.sides, [Side::Left]);
    assert_eq!(focus.weaker, Some(Side::Left), "X28: one set more at most, on the weak side");
    assert_eq!(focus.exercise.as_str(), "iso-endorotation-9090");
}

/// R1.15, R1.24.
#[test]
fn example_b_room_without_the_use_of_it_asks_for_control() {
    let mut check = good();
    put_both(&mut check, Flexion, reading(0, 2));
    let decision = plain(&check);
    assert_eq!(decision.gate, RotationGate::Open);
    let [focus] = &decision.focus[..] else { panic!("one focus, not {:?}", decision.focus) };
    assert_eq!((focus.movement, focus.kind), (Flexion, Kind::Control));
    assert_eq!(focus.exercise.as_str(), "erc-flexion-knee-hold");
}

#[test]
fn example_c_fair_rotation_is_enough_and_the_worst_movement_comes_first() {
    let mut check = good();
    put_both(&mut check, Flexion, reading(0, 0));
    put_both(&mut check, Ir, reading(1, 1));
    put_both(&mut check, Er, reading(1, 1));
    let decision = plain(&check);
    assert_eq!(decision.gate, RotationGate::Open);
    assert_eq!(movements(&decision), [Flexion, Ir]);
}

/// R1.22, R1.31.
#[test]
fn example_d_a_pinch_in_the_groin_is_amber_and_leaves_the_movement_alone() {
    let mut check = good();
    let pinch = Reading { stopped: Some(Stopper::Pinch), ..reading(0, 0) };
    put_both(&mut check, Flexion, pinch);
    let decision = plain(&check);
    assert!(decision.amber);
    let left_out: Vec<_> = decision.excluded.iter().map(|one| (one.movement, one.side)).collect();
    assert_eq!(left_out, [(Flexion, Side::Left), (Flexion, Side::Right)]);
    assert_eq!(decision.gate, RotationGate::Open);
    assert!(decision.is_maintenance(), "rotations alone: category 1 stays");
}

/// R1.27.
#[test]
fn example_e_all_good_is_maintenance() {
    let decision = plain(&good());
    assert_eq!(decision.gate, RotationGate::Open);
    assert!(decision.is_maintenance() && !decision.amber && decision.excluded.is_empty());
}

#[test]
fn a_retest_with_fair_rotation_opens_the_gate_again() {
    let mut check = good();
    put_both(&mut check, Flexion, reading(0, 0));
    check.put(Er, Side::Right, reading(0, 0));
    assert_eq!(movements(&plain(&check)), [Er], "flexion waits (R1.11)");
    check.put(Er, Side::Right, reading(0, 1));
    assert_eq!(movements(&plain(&check)), [Flexion, Er]);
}

#[test]
fn a_rotation_that_nobody_tested_is_not_called_sufficient() {
    let mut check = good();
    check.put(Ir, Side::Left, Reading::default());
    put_both(&mut check, Flexion, reading(0, 0));
    let decision = plain(&check);
    assert_eq!(decision.gate, RotationGate::Untested);
    assert!(decision.is_maintenance());
}

#[test]
fn goals_break_a_tie_and_a_difference_between_the_sides_the_next() {
    let mut check = good();
    for movement in [Flexion, Extension, Abduction] {
        put_both(&mut check, movement, reading(1, 1));
    }
    assert_eq!(movements(&plain(&check)), [Flexion, Extension]);
    for (goal, first) in [
        (Goal::Running, Extension),
        (Goal::Sitting, Extension),
        (Goal::DancingOrMartialArts, Abduction),
        (Goal::KickingOrSquats, Flexion),
    ] {
        let given = Given { goals: vec![goal], ..Given::default() };
        assert_eq!(movements(&decide(&check, &given))[0], first, "{goal:?}");
    }
    check.put(Abduction, Side::Right, reading(2, 2));
    assert_eq!(movements(&plain(&check)), [Abduction, Flexion], "one side differs");
}

/// X28, X23.
#[test]
fn the_weaker_side_comes_first_by_class_or_by_ten_degrees() {
    let mut check = good();
    check.put(Abduction, Side::Left, reading(1, 1));
    check.put(Abduction, Side::Right, reading(0, 0));
    let focus = &plain(&check).focus[0];
    assert_eq!(focus.sides, [Side::Right, Side::Left]);
    assert_eq!(focus.weaker, Some(Side::Right));
    for (right, weaker) in [(120, Some(Side::Left)), (119, Some(Side::Left)), (105, None)] {
        let mut check = good();
        let angle = |degrees| Reading {
            passive: Attempt::Reached(Range::Degrees(degrees)),
            ..Reading::default()
        };
        check.put(Flexion, Side::Left, angle(105));
        check.put(Flexion, Side::Right, angle(right));
        assert_eq!(plain(&check).focus[0].weaker, weaker, "{right}");
    }
    for (right, weaker) in [(29, None), (30, Some(Side::Left))] {
        let mut check = good();
        let turned = |degrees| Reading {
            active: Attempt::Reached(Range::Degrees(degrees)),
            ..Reading::default()
        };
        check.put(Ir, Side::Left, turned(20));
        check.put(Ir, Side::Right, turned(right));
        assert_eq!(plain(&check).focus[0].weaker, weaker, "{right}");
    }
}

/// X23: ten degrees between a phone and a tape are no difference.
#[test]
fn degrees_that_were_read_in_different_ways_make_no_side_the_weaker() {
    let reached = |range| Reading { active: Attempt::Reached(range), ..Reading::default() };
    for (right, weaker) in [(Range::Phone(108), Some(Side::Left)), (Range::Degrees(108), None)] {
        let mut check = good();
        check.put(Flexion, Side::Left, reached(Range::Phone(95)));
        check.put(Flexion, Side::Right, reached(right));
        assert_eq!(plain(&check).focus[0].weaker, weaker, "{right:?}");
    }
}

#[test]
fn pain_at_the_side_of_the_hip_leaves_crossing_over_alone() {
    let mut check = good();
    put_both(&mut check, Adduction, reading(0, 0));
    assert_eq!(movements(&plain(&check)), [Adduction]);
    let decision = decide(&check, &Given { lateral_hip_pain: true, ..Given::default() });
    assert!(decision.focus.is_empty());
    assert!(decision.excluded.iter().all(|one| one.why == Why::SideOfHip));
}

/// R1.23, X38: what the build does not give is not chased, and does not keep the rest waiting.
#[test]
fn a_rotation_at_the_limit_of_its_build_does_not_keep_the_gate_closed() {
    let mut check = good();
    check.put(Ir, Side::Left, reading(0, 0));
    put_both(&mut check, Flexion, reading(1, 1));
    let limits = vec![(Ir, Side::Left)];
    let decision = decide(&check, &Given { limits, ..Given::default() });
    assert_eq!(decision.gate, RotationGate::Open);
    assert_eq!(movements(&decision), [Flexion]);
}

#[test]
fn hardly_any_inward_rotation_with_pain_is_to_be_checked() {
    for (degrees, stopped, checked) in [
        (14, Some(Stopper::Pain), true),
        (15, Some(Stopper::Pain), false),
        (14, Some(Stopper::Stretch), false),
        (14, None, false),
    ] {
        let mut check = good();
        let active = Attempt::Reached(Range::Degrees(degrees));
        check.put(Ir, Side::Right, Reading { active, passive: Attempt::NotTested, stopped });
        let found = plain(&check).to_be_checked;
        assert_eq!(!found.is_empty(), checked, "{degrees} {stopped:?}");
    }
}

/// R1.18–R1.26.
#[test]
fn every_movement_has_its_exercises_of_the_right_category() {
    for movement in HIP_ORDER {
        for (kind, category) in
            [(Kind::Space, Category::MobilitySpace), (Kind::Control, Category::MobilityControl)]
        {
            let id = exercise_for(movement, kind);
            let exercise = catalogue().exercise(&id).unwrap();
            assert_eq!(exercise.category, category);
            assert!(exercise.movements.contains(&movement), "{}", id.as_str());
        }
    }
}

proptest! {
    #[test]
    fn what_hurts_is_never_in_the_focus(check in checks(), given in given()) {
        let decision = decide(&check, &given);
        for focus in &decision.focus {
            for side in &focus.sides {
                prop_assert!(!check.get(focus.movement, *side).is_painful());
                prop_assert!(!given.limits.contains(&(focus.movement, *side)));
            }
            let beside = focus.movement == Adduction && given.lateral_hip_pain;
            prop_assert!(!beside);
        }
        prop_assert_eq!(decision.amber, check.is_painful());
    }

    #[test]
    fn while_the_gate_is_not_open_only_limited_rotations_are_worked_on(
        check in checks(),
        given in given(),
    ) {
        let decision = decide(&check, &given);
        if decision.gate != RotationGate::Open {
            for focus in &decision.focus {
                prop_assert!([Ir, Er].contains(&focus.movement));
                prop_assert_eq!(focus.kind, Kind::Space);
                for side in &focus.sides {
                    let best = check.get(focus.movement, *side).best(focus.movement);
                    prop_assert_eq!(best, Some(Class::Limited));
                }
            }
        }
    }

    #[test]
    fn a_focus_is_at_most_two_movements_each_lacking_something(
        check in checks(),
        given in given(),
    ) {
        let focus = decide(&check, &given).focus;
        prop_assert!(focus.len() <= 2);
        for one in &focus {
            prop_assert!(!one.sides.is_empty());
            prop_assert!(one.weaker.is_none_or(|side| one.sides[0] == side));
        }
    }

    #[test]
    fn left_and_right_are_treated_alike(check in checks(), given in given()) {
        let one = decide(&check, &given);
        let other = decide(&mirrored(&check), &mirrored_given(&given));
        prop_assert_eq!(one.gate, other.gate);
        prop_assert_eq!(movements(&one), movements(&other));
        for (one, other) in one.focus.iter().zip(&other.focus) {
            prop_assert_eq!(one.weaker.map(Side::other), other.weaker);
        }
    }
}

#[test]
fn room_counts_by_the_helped_attempt_and_without_one_by_the_own() {
    let mut check = good();
    put_both(&mut check, Abduction, Reading { active: seen(Class::Fair), ..Reading::default() });
    assert_eq!(plain(&check).focus[0].kind, Kind::Space);
    put_both(&mut check, Abduction, reading(1, 2));
    assert_eq!(plain(&check).focus[0].kind, Kind::Control);
    put_both(&mut check, Abduction, Reading { active: seen(Class::Good), ..Reading::default() });
    assert!(plain(&check).focus.is_empty());
}
