//! The classes of 4.1 to 4.3 at each of their edges.

use soepel::domain::{
    body::HipMovement,
    record::Answer,
    selftest::{
        Class, Fold, FoldClass, How, Landing, OneLegStand, Pelvis, Plank, PlankClass, Range,
        RunnerCheck, RunnerClass, Squat, SquatClass, StandClass, StepDown, TestResult,
    },
    time::Seconds,
};

use Class::{Fair, Good, Limited};
use HipMovement::{Abduction, Adduction, Extension, ExternalRotation, Flexion, InternalRotation};
use How::{Active, Passive};

/// X23, R1.7: the table of 4.2.
#[test]
fn every_threshold_of_the_hip_check_is_where_the_table_has_it() {
    let angle = Range::Degrees;
    let shift = |cm, of_cm| Range::Shift { cm, of_cm };
    let lift = |cm| Range::Lift { cm };
    let rows = [
        (InternalRotation, Active, angle(30), Good),
        (InternalRotation, Active, angle(29), Fair),
        (InternalRotation, Passive, angle(20), Fair),
        (InternalRotation, Passive, angle(19), Limited),
        (ExternalRotation, Active, shift(20, 40), Good),
        (ExternalRotation, Active, shift(19, 40), Fair),
        (ExternalRotation, Passive, shift(13, 39), Fair),
        (ExternalRotation, Passive, shift(12, 39), Limited),
        (Flexion, Active, angle(110), Good),
        (Flexion, Active, angle(109), Fair),
        (Flexion, Active, angle(95), Fair),
        (Flexion, Active, angle(94), Limited),
        (Flexion, Passive, angle(120), Good),
        (Flexion, Passive, angle(119), Fair),
        (Flexion, Passive, angle(105), Fair),
        (Flexion, Passive, angle(104), Limited),
        (Extension, Active, lift(8), Good),
        (Extension, Active, lift(7), Fair),
        (Extension, Active, lift(3), Fair),
        (Extension, Active, lift(2), Limited),
        (InternalRotation, Active, Range::Phone(30), Good),
        (ExternalRotation, Passive, Range::Phone(19), Limited),
        (Flexion, Active, Range::Phone(109), Fair),
        (Flexion, Passive, Range::Phone(120), Good),
        (Extension, Active, Range::Phone(11), Good),
        (Extension, Active, Range::Phone(10), Fair),
        (Extension, Active, Range::Phone(4), Fair),
        (Extension, Active, Range::Phone(3), Limited),
        (Abduction, Active, shift(50, 25), Good),
        (Abduction, Active, shift(49, 25), Fair),
        (Abduction, Active, shift(39, 26), Fair),
        (Abduction, Active, shift(38, 26), Limited),
        (Adduction, Active, shift(25, 25), Good),
        (Adduction, Active, shift(24, 25), Fair),
        (Adduction, Active, shift(13, 26), Fair),
        (Adduction, Active, shift(12, 26), Limited),
    ];
    for (movement, how, range, class) in rows {
        assert_eq!(range.class(movement, how), Some(class), "{movement:?} {how:?} {range:?}");
    }
    for class in Class::ALL {
        assert_eq!(Range::ByEye(*class).class(Extension, Passive), Some(*class));
    }
}

#[test]
fn a_way_of_measuring_that_does_not_belong_to_a_movement_gives_no_class() {
    for (movement, how, range) in [
        (Extension, Active, Range::Degrees(20)),
        (Extension, Passive, Range::Lift { cm: 5 }),
        (Extension, Passive, Range::Phone(5)),
        (Adduction, Active, Range::Phone(15)),
        (Flexion, Active, Range::Shift { cm: 10, of_cm: 20 }),
        (InternalRotation, Active, Range::Lift { cm: 9 }),
        (Abduction, Active, Range::Degrees(35)),
    ] {
        assert_eq!(range.class(movement, how), None, "{movement:?}");
    }
}

/// The geometry of 4.2.
#[test]
fn a_shift_stands_for_the_angle_that_the_geometry_says() {
    let angle = |movement, cm, of_cm| Range::Shift { cm, of_cm }.degrees(movement).unwrap();
    for (movement, cm, of_cm, expected) in [
        (InternalRotation, 20, 40, 30.0),
        (InternalRotation, 10, 30, 19.5),
        (ExternalRotation, 10, 40, 14.5),
        (Abduction, 50, 25, 35.0),
        (Abduction, 30, 20, 25.5),
        (Adduction, 25, 25, 16.7),
        (Adduction, 10, 20, 8.2),
    ] {
        let found = angle(movement, cm, of_cm);
        assert!((found - expected).abs() < 0.06, "{movement:?} {cm}/{of_cm}: {found}");
    }
    assert!((angle(InternalRotation, 60, 40) - 90.0).abs() < 1e-9, "longer than a shin");
}

/// R4.27, R4.28, X39, C18.
#[test]
fn the_mini_check_counts_its_yes_answers() {
    let check = |yes: usize, rest: Answer| {
        let mut answers = [rest; 5];
        answers.iter_mut().rev().take(yes).for_each(|answer| *answer = Answer::Yes);
        RunnerCheck { answers }
    };
    for rest in [Answer::No, Answer::Unsure] {
        assert_eq!(check(0, rest).class(), RunnerClass::None);
        assert_eq!(check(1, rest).class(), RunnerClass::One);
        for yes in 2..=5 {
            assert_eq!(check(yes, rest).class(), RunnerClass::Several);
        }
    }
    assert!(!check(2, Answer::No).tells_of_complaints());
    assert!(TestResult::RunnerCheck(check(3, Answer::No)).is_amber(), "T1.3 is amber");
    assert!(check(0, Answer::Unsure).is_unsure_of_pelvis());
    assert!(check(0, Answer::Unsure).is_unsure_of_knee());
}

#[test]
fn standing_on_one_leg_passes_with_thirty_level_seconds() {
    let class = |held, pelvis, leans| OneLegStand { held: Seconds(held), pelvis, leans }.class();
    assert_eq!(class(30, Pelvis::Level, false), StandClass::Pass);
    assert_eq!(class(29, Pelvis::Level, false), StandClass::Borderline);
    assert_eq!(class(10, Pelvis::Level, false), StandClass::Borderline);
    assert_eq!(class(9, Pelvis::Level, false), StandClass::Fail);
    assert_eq!(class(30, Pelvis::SlightDrop, false), StandClass::Borderline);
    assert_eq!(class(30, Pelvis::ClearDrop, false), StandClass::Fail);
    assert_eq!(class(30, Pelvis::Level, true), StandClass::Borderline);
}

#[test]
fn a_squat_on_one_leg_is_good_with_four_fair_with_three() {
    for held in 0..16_u8 {
        let has = |place: u8| held & (1 << place) != 0;
        let squat = Squat {
            pelvis_level: has(0),
            knee_over_toe: has(1),
            trunk_upright: has(2),
            smooth: has(3),
        };
        let class = match held.count_ones() {
            4 => SquatClass::Good,
            3 => SquatClass::Fair,
            _ => SquatClass::Poor,
        };
        assert_eq!(squat.class(), class);
    }
}

#[test]
fn the_heel_to_the_buttock_counts_in_fingers_and_only_without_pain() {
    for (fingers, class) in [
        (0, FoldClass::Easy),
        (1, FoldClass::Easy),
        (2, FoldClass::Fair),
        (4, FoldClass::Fair),
        (5, FoldClass::Tight),
        (20, FoldClass::Tight),
    ] {
        assert_eq!(Fold { fingers, painful: false }.class(), class, "{fingers}");
    }
    assert!(Fold { fingers: 1, painful: false }.is_met());
    assert!(!Fold { fingers: 1, painful: true }.is_met());
    assert!(!Fold { fingers: 2, painful: false }.is_met());
}

/// C17, X27.
#[test]
fn the_side_plank_opens_the_hip_lift_at_twenty_and_level_two_at_thirty_seconds() {
    for (held, class) in [
        (0, PlankClass::Short),
        (19, PlankClass::Short),
        (20, PlankClass::HipLift),
        (29, PlankClass::HipLift),
        (30, PlankClass::LevelTwo),
        (60, PlankClass::LevelTwo),
    ] {
        assert_eq!(Plank { held: Seconds(held) }.class(), class, "{held}");
    }
}

#[test]
fn stepping_down_and_landing_pass_only_when_all_of_it_is_clean() {
    assert!(StepDown { clean: 10 }.passes() && !StepDown { clean: 9 }.passes());
    for signs in 0..8_u8 {
        let landing = Landing {
            quiet: signs & 1 != 0,
            knees_over_toes: signs & 2 != 0,
            painless: signs & 4 != 0,
        };
        assert_eq!(landing.passes(), signs == 7);
        assert_eq!(TestResult::Landing(landing).is_amber(), !landing.painless);
    }
}
