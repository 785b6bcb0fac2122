//! Where an exercise is felt, told in the middle of the session (R3.12, R2.13).

use soepel::{
    content::catalogue,
    domain::{
        body::{Muscle, Spot},
        dose::Mode,
        exercise::Exercise,
        progress::{judge, right_spots, wrong_place_twice},
        record::{Felt, FeltAt},
    },
};

use crate::made::{exercise, good};

fn known(slug: &str) -> &'static Exercise {
    catalogue().exercise(&exercise(slug)).unwrap()
}

/// R3.12: the front of the hip is the right place of an iliopsoas stretch, the back and the knee
/// are not; R2.13: an exercise for the back is rightly felt there.
#[test]
fn the_right_place_is_where_the_muscles_are() {
    let stretch = known("iliopsoas-lunge-kneeling");
    let judged = |spot| judge(stretch, FeltAt::In(spot));
    assert_eq!(judged(Spot::FrontHip), Some(Felt::RightPlace));
    assert_eq!(judged(Spot::LowBack), Some(Felt::LowBack));
    assert_eq!(judged(Spot::Knee), Some(Felt::Knee));
    assert_eq!(judged(Spot::Buttock), Some(Felt::Elsewhere));
    assert_eq!(judge(stretch, FeltAt::Nowhere), None, "nowhere is no wrong place");
    let back = judge(known("superman"), FeltAt::In(Spot::LowBack));
    assert_eq!(back, Some(Felt::RightPlace));
}

#[test]
fn every_exercise_for_some_muscle_has_a_right_place_and_the_knee_is_never_it() {
    for exercise in &catalogue().exercises {
        let spots: Vec<Spot> = right_spots(exercise).collect();
        assert!(!spots.contains(&Spot::Knee), "{:?}", exercise.id);
        let walks = exercise
            .muscles
            .iter()
            .all(|muscle| [Muscle::WholeBody, Muscle::ShouldersChest].contains(muscle));
        assert_eq!(spots.is_empty(), walks, "{:?}", exercise.id);
    }
}

/// R3.12: what was said of the exercise itself goes before what was said of the whole session.
#[test]
fn the_wrong_place_twice_in_one_exercise_counts_for_that_exercise() {
    let lunge = exercise("iliopsoas-lunge-kneeling");
    let mut evidence = [good(1, "P1-B"), good(3, "P1-B")];
    for session in &mut evidence {
        session.felt = Some(Felt::RightPlace);
    }
    let twice = |evidence: &[_]| wrong_place_twice(evidence, &lunge, Mode::Static, None);
    assert!(!twice(&evidence));
    for session in &mut evidence {
        session.felt_in = vec![(lunge.clone(), Felt::LowBack)];
    }
    assert!(twice(&evidence));
    assert!(evidence.iter().all(|session| !session.felt_right()));
    evidence[1].felt_in[0].1 = Felt::RightPlace;
    assert!(!twice(&evidence));
}
