//! The mobility sessions with the focus of the hip check in them (4.2, R1.11, R1.18).

use soepel::{
    content::catalogue,
    domain::{
        exercise::ExerciseId,
        planning::{choosing::Hips, filling::fill},
        programme::{SessionId, SessionOutline},
    },
};

fn ids(names: &[&str]) -> Vec<ExerciseId> {
    names.iter().map(|name| ExerciseId::new(name).unwrap()).collect()
}

fn outline(id: &str) -> &'static SessionOutline {
    catalogue().session(&SessionId(id.to_owned())).unwrap().1
}

/// Each exercise with its rounds where the session changes them.
fn told(outline: &SessionOutline) -> Vec<(&str, Option<u32>)> {
    outline.blocks.iter().map(|block| (block.exercise.as_str(), block.change.reps)).collect()
}

fn filled(id: &str, hips: &Hips) -> Option<SessionOutline> {
    fill(catalogue(), outline(id), hips)
}

/// Example (a) of 4.2: inward rotation is limited on the left.
#[test]
fn the_limited_rotation_comes_first_and_the_other_gets_one_round() {
    let hips = Hips::RotationFirst { focus: ids(&["iso-endorotation-9090"]), weaker: None };
    let session = filled("P2-A", &hips).unwrap();
    assert_eq!(
        told(&session),
        [
            ("warm-up-march", None),
            ("hip-cars-quadruped", None),
            ("iso-endorotation-9090", None),
            ("iso-exorotation-9090", Some(1)),
        ],
    );
    let both = ids(&["iso-exorotation-9090", "iso-endorotation-9090"]);
    assert_eq!(filled("P2-A", &Hips::RotationFirst { focus: both, weaker: None }), None);
}

/// Examples (b) and (c): control of flexion; space for flexion and inward rotation.
#[test]
fn once_rotation_is_enough_the_focus_takes_the_places_and_room_comes_before_control() {
    let open = |focus: &[&str]| Hips::Open { focus: ids(focus), weaker: None };
    let control = filled("P2-A", &open(&["erc-flexion-knee-hold"])).unwrap();
    let names: Vec<_> = told(&control).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names[2..], ["iso-exorotation-9090", "erc-flexion-knee-hold"]);
    let space = filled("P2-A", &open(&["iso-flexion-knee-to-chest", "iso-endorotation-9090"]));
    let space = space.unwrap();
    let names: Vec<_> = told(&space).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names[2..], ["iso-flexion-knee-to-chest", "iso-endorotation-9090"]);
}

#[test]
fn without_a_hip_check_or_a_focus_and_outside_p2_a_session_stays_as_it_is() {
    let nothing = Hips::Open { focus: Vec::new(), weaker: None };
    for (id, hips) in [("P2-A", &Hips::Untested), ("P2-A", &nothing)] {
        assert_eq!(filled(id, hips), None);
    }
    let focus = Hips::Open { focus: ids(&["iso-abduction-frog"]), weaker: None };
    for id in ["P1-A", "P2-daily", "P2-M", "P5-L1"] {
        assert_eq!(filled(id, &focus), None);
    }
}

/// Whatever the focus is, the session ends up with as much as it had, and nothing twice.
#[test]
fn a_filled_session_holds_as_many_exercises_and_none_twice() {
    let all: Vec<&str> = catalogue().exercises.iter().map(|one| one.id.as_str()).collect();
    let end_range = all.iter().filter(|id| id.starts_with("iso-") || id.starts_with("erc-"));
    let end_range: Vec<&&str> = end_range.collect();
    for one in &end_range {
        for other in end_range.iter().filter(|other| *other != one) {
            for id in ["P2-A", "P2-A-start", "P2-B", "P2-C"] {
                let hips = Hips::Open { focus: ids(&[one, other]), weaker: None };
                let Some(session) = filled(id, &hips) else { continue };
                let mut names: Vec<_> = told(&session).into_iter().map(|(name, _)| name).collect();
                assert_eq!(names.len(), outline(id).blocks.len(), "{id} with {one} and {other}");
                names.sort_unstable();
                names.dedup();
                assert_eq!(names.len(), outline(id).blocks.len(), "{id} with {one} and {other}");
            }
        }
    }
}
