//! X40, X38, R3.12, R2.19 and C12.

use soepel::{
    content,
    domain::{
        body::{HipMovement, Side},
        dose::Mode,
        progress::{
            Evidence, Finding, Painful, Proposed, Reason, Standing, TestResults, asks_two_keys,
            load_is_unlocked, painful_stops, wrong_place_twice,
        },
        record::{Felt, StopReason},
    },
};

use crate::made::{at, day, decided, exercise, good, proposed, proposed_with, stopped};

const PINCH: StopReason = StopReason::GroinPinch;

/// X40.
#[test]
fn stopped_for_pain_once_twice_and_a_third_time() {
    for (stops, expected) in [
        (0, Painful::Never),
        (1, Painful::Once),
        (2, Painful::Substitute),
        (3, Painful::Refer),
        (4, Painful::Refer),
    ] {
        assert_eq!(Painful::of(stops), expected);
    }
    let one = stopped(0, "P3-3", "superman", PINCH);
    let twice_in_one = Evidence { stops: [one.stops.clone(), one.stops.clone()].concat(), ..one };
    let hard = stopped(2, "P3-3", "superman", StopReason::TooHard);
    let days = painful_stops(&[twice_in_one, hard], &exercise("superman"));
    assert_eq!(days, [day(0)], "sessions count, and only pain does");
}

/// X40: the easier way takes its place, and the third time somebody should look along.
#[test]
fn two_painful_stops_propose_the_easier_way_and_a_third_the_referral() {
    let mut log = vec![stopped(0, "P3-3", "superman", PINCH)];
    assert_eq!(proposed(&log, &[], 1), []);
    log.push(stopped(2, "P3-3", "superman", StopReason::SharpPain));
    let all = proposed(&log, &[], 3);
    let easier = content::catalogue().exercise(&exercise("superman")).unwrap().easier[0].id.clone();
    let change =
        Proposed::Substitute { exercise: exercise("superman"), variant: Some(easier.clone()) };
    assert_eq!((all[0].reason, &all[0].changes), (Reason::StoppedForPain, &vec![change.clone()]));
    assert_eq!((all[0].rules.clone(), all[0].days.clone()), (vec!["X40"], vec![day(0), day(2)]));

    let decisions = [decided(3, change, true)];
    let standing = Standing::new(&log, &decisions, day(3));
    assert_eq!(standing.steps.variant(&exercise("superman")), Some(easier.as_str()));
    assert_eq!(proposed(&log, &decisions, 3), [], "answered");
    log.push(stopped(4, "P3-3", "superman", PINCH));
    let third = proposed(&log, &decisions, 5);
    assert_eq!(third[0].changes, [Proposed::Referral(Finding::Stops)]);
    assert_eq!(third[0].days, [day(0), day(2), day(4)]);
}

/// X38, R1.23: what the hip checks tell is proposed once.
#[test]
fn where_the_build_may_be_the_limit_the_range_is_kept_and_not_chased() {
    let limits = [(HipMovement::InternalRotation, Side::Left)];
    let none = TestResults::default();
    let log = [good(56, "P2-A")];
    let all = proposed_with(&log, &[], &[], &none, &limits, 56);
    assert_eq!((all[0].reason, all[0].rules[0]), (Reason::BuildMayBeTheLimit, "X38"));
    let answered = [decided(56, all[0].changes[0].clone(), false)];
    assert_eq!(proposed_with(&log, &answered, &[], &none, &limits, 57), []);
}

/// R3.12.
#[test]
fn felt_in_the_wrong_place_twice_proposes_the_easier_way() {
    let slug = exercise("iliopsoas-lunge-kneeling");
    let felt = |day, felt| Evidence { felt, ..good(day, "P1-B") };
    let back = Some(Felt::LowBack);
    let right = Some(Felt::RightPlace);
    for (log, twice) in [
        (vec![felt(0, back)], false),
        (vec![felt(0, back), felt(2, back)], true),
        (vec![felt(0, Some(Felt::Knee)), felt(2, Some(Felt::Elsewhere))], true),
        (vec![felt(0, back), felt(2, right)], false),
        (vec![felt(0, back), felt(2, None), felt(4, back)], true),
        (vec![felt(0, right), felt(2, back)], false),
    ] {
        assert_eq!(wrong_place_twice(&log, &slug, Mode::Static, None), twice, "{log:?}");
    }
    let log = [felt(0, back), felt(2, back)];
    assert!(!wrong_place_twice(&log, &slug, Mode::Static, Some(at(1))), "answered in between");
    let all = proposed(&log, &[], 3);
    assert_eq!(all[0].reason, Reason::WrongPlaceTwice);
    assert!(
        all[0]
            .changes
            .iter()
            .all(|change| matches!(change, Proposed::Variant { to: 0, harder: false, .. }))
    );
}

/// R2.19, C12: the person and the physiotherapist.
#[test]
fn weight_needs_two_keys() {
    let catalogue = content::catalogue();
    let locked: Vec<&str> = catalogue
        .exercises
        .iter()
        .flat_map(|exercise| &exercise.harder)
        .filter(|variant| asks_two_keys(variant))
        .map(|variant| variant.id.as_str())
        .collect();
    assert_eq!(locked, ["gm-weight", "thrust-weight"]);

    let hinge = catalogue.exercise(&exercise("good-morning")).unwrap();
    let load = |physio_agrees| Proposed::Load {
        exercise: hinge.id.clone(),
        variant: "gm-weight".to_owned(),
        physio_agrees,
    };
    assert!(!load_is_unlocked(&[], hinge));
    for (physio, accepted, unlocked) in
        [(false, false, false), (true, false, false), (false, true, false), (true, true, true)]
    {
        let decisions = [decided(0, load(physio), accepted)];
        assert_eq!(load_is_unlocked(&decisions, hinge), unlocked);
        let standing = Standing::new(&[], &decisions, day(1));
        assert_eq!(standing.steps.variant(&hinge.id).is_some(), unlocked);
    }
}
