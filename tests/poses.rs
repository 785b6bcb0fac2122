//! The drawn positions: they do what their words say, for each exercise and for each way to do it.

use serde_json::{Value, json};
use soepel::{
    content,
    domain::{
        exercise::{Exercise, ExerciseId},
        figure::{Pose, motion::interpolate, skeleton::place, space::Point, stance::stand},
    },
};

const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"));
/// As in `tests/figures.rs`.
const SOFT: f32 = 0.04;
const PRESSED: f32 = 0.001;

#[test]
fn every_variant_rests_on_its_floor_and_sinks_nowhere() {
    for (name, pose) in variant_poses() {
        let stance = stand(pose);
        let low = stance.balls().map(|ball| ball.at.y - ball.radius).fold(f32::INFINITY, f32::min);
        assert!(low >= -PRESSED, "{name}/{}: {low} below the floor", pose.id);
        for contact in &pose.contacts {
            let gap = stance.gap(pose, contact).unwrap();
            assert!((-PRESSED..SOFT).contains(&gap), "{name}/{}: {contact} at {gap}", pose.id);
        }
    }
}

#[test]
fn a_variant_that_looks_different_has_poses_and_any_other_shows_the_exercise() {
    let plank = exercise("side-plank");
    assert_eq!(plank.poses_of(None), plank.poses);
    assert_ne!(plank.poses_of(Some("sp-knees")), plank.poses);
    assert_eq!(plank.poses_of(Some("sp-hiplift")), exercise("side-plank-hip-lift").poses);
    // A longer hold looks the same, and so does a way that nobody knows.
    let lift = exercise("erc-exorotation-lift");
    assert_eq!(lift.poses_of(Some("exo-lift-longer")), lift.poses);
    assert_eq!(lift.poses_of(Some("sp-knees")), lift.poses);
}

/// Who holds or leans on what, and how near: the middle of the palm, in body heights.
#[test]
fn hands_are_where_the_words_put_them() {
    let rows = [
        ("quad-stretch-prone", None, "end", "r-hand", "r-ankle"),
        ("quad-stretch-prone", Some("quad-side-lying"), "end", "r-hand", "r-ankle"),
        ("quad-iliopsoas-combo", None, "end", "r-hand", "r-ankle"),
        ("iso-adduction-crossbody", None, "end", "l-hand", "r-knee"),
        ("iso-abduction-frog", Some("abd-butterfly"), "start", "r-hand", "r-knee"),
        ("erc-flexion-knee-hold", None, "start", "r-hand", "r-knee"),
    ];
    for (id, variant, pose, hand, held) in rows {
        let stance = stand(named(exercise(id).poses_of(variant), pose));
        let palm = middle(
            stance.point(&hand.replace("hand", "wrist")).unwrap(),
            stance.point(hand).unwrap(),
        );
        let apart = length(palm - stance.point(held).unwrap());
        assert!(apart < 0.08, "{id}/{pose}: {hand} is {apart} from {held}");
    }
}

#[test]
fn supporting_hands_rest_on_the_chair_or_the_worktop() {
    let rows = [
        ("iliopsoas-standing-lunge", Some("standing-chair"), "end", "r-hand"),
        ("split-squat", Some("ss-half"), "end", "l-hand"),
        ("upward-facing-dog", Some("updog-standing"), "end", "r-hand"),
        ("hip-cars-standing", Some("cars-small"), "start", "r-hand"),
        ("hip-cars-standing", Some("cars-small"), "phase-2", "l-hand"),
    ];
    for (id, variant, pose, hand) in rows {
        let pose = named(exercise(id).poses_of(variant), pose);
        let stance = stand(pose);
        let tip = stance.point(hand).unwrap();
        let wrist = stance.point(&hand.replace("hand", "wrist")).unwrap();
        let prop = &pose.props[0];
        let top = prop.height + if prop.kind.slug() == "chair" { 0.26 } else { 0.0 };
        let reached = (wrist.x - stance.moved.x..=tip.x - stance.moved.x + 0.02).contains(&prop.x);
        assert!(reached, "{id}: {prop:?} lies beyond {hand}");
        assert!((middle(tip, wrist).y - top).abs() < 0.06, "{id}: {hand} misses the edge");
    }
}

/// R1.19: in front, to the side, and behind, in this order and without a short cut. Turned inwards
/// the foot comes up: it is higher than the knee.
#[test]
fn circles_go_forward_outward_and_backward_all_the_way() {
    for id in ["hip-cars-standing", "hip-cars-quadruped"] {
        let poses = &exercise(id).poses;
        // From the front on: before that the foot only leaves the floor.
        let mut last = f32::NEG_INFINITY;
        for pair in poses[1..].windows(2) {
            for step in 0..=10_u8 {
                let angles = interpolate(&pair[0].angles, &pair[1].angles, f32::from(step) / 10.0);
                // Seen from the pelvis: forward is at 0 degrees, sideways at 90, backward beyond.
                let mut still = angles;
                (still.trunk_lean, still.trunk_side, still.trunk_turn) = (0.0, 0.0, 0.0);
                let bones = place(&still);
                let thigh = bones.point("r-knee").unwrap() - bones.point("r-hip").unwrap();
                let round = thigh.z.atan2(thigh.x).to_degrees();
                assert!(round > last - 0.5, "{id}/{}: {last} to {round}", pair[1].id);
                last = round;
            }
        }
        assert!(last > 140.0, "{id} ends behind the body, not at {last}");
        let turned = stand(named(poses, "phase-3"));
        let lift = turned.point("r-ankle").unwrap().y - turned.point("r-knee").unwrap().y;
        let bent = exercise(id).poses[2].clone();
        let before = stand(&bent);
        let hung = before.point("r-ankle").unwrap().y - before.point("r-knee").unwrap().y;
        assert!(lift > hung + 0.1, "{id}: the foot rises as the thigh turns inwards");
    }
}

/// R1.24 to R1.26: the foot rises while the knee stays, inwards behind and outwards in front.
#[test]
fn inward_and_outward_rotation_lift_the_foot_on_the_right_side_of_the_knee() {
    for (id, inwards) in [("erc-endorotation-lift", true), ("erc-exorotation-lift", false)] {
        let poses = &exercise(id).poses;
        let (down, up) = (stand(&poses[0]), stand(&poses[1]));
        let rise = |point: &str| up.point(point).unwrap().y - down.point(point).unwrap().y;
        assert!(rise("r-ankle") > 0.03, "{id}: the foot rises");
        assert!(rise("r-knee").abs() < 0.01, "{id}: the knee stays");
        let foot_in_front = down.point("r-ankle").unwrap().x > 0.1;
        assert_eq!(foot_in_front, !inwards, "{id}");
        let turn = poses[1].angles.right.hip_rot - poses[0].angles.right.hip_rot;
        assert_eq!(turn < 0.0, inwards, "{id} turns the wrong way");
    }
}

/// R0.30, R3.5: the hip that is stretched is the one behind, and it opens towards the end.
#[test]
fn a_hip_flexor_is_stretched_by_the_leg_behind() {
    for id in [
        "iliopsoas-lunge-kneeling",
        "iliopsoas-half-kneeling",
        "iliopsoas-standing-lunge",
        "quad-iliopsoas-combo",
        "iso-extension-half-kneeling",
    ] {
        let poses = &exercise(id).poses;
        let end = poses.last().unwrap();
        let stance = stand(end);
        let (right, left) = (stance.point("r-knee").unwrap(), stance.point("l-knee").unwrap());
        assert!(right.x < left.x, "{id}: the right leg is behind");
        assert!(end.angles.right.hip_flex < -10.0, "{id}: the hip is open");
        assert!(end.angles.trunk_lean.abs() < 10.0, "{id}: the trunk stays upright");
    }
}

/// Who marches, walks or switches sides ends as the mirror of how they began.
#[test]
fn exercises_that_alternate_end_on_the_other_side() {
    let rows = [
        ("warm-up-march", None),
        ("warm-up-march", Some("march-seated")),
        ("ninety-ninety-switch", None),
        ("superman", Some("superman-birddog")),
        ("glute-bridge", Some("bridge-march")),
    ];
    for (id, variant) in rows {
        let poses = exercise(id).poses_of(variant);
        let legs = |pose: &Pose| (pose.angles.right.hip_flex, pose.angles.left.hip_flex);
        let uneven = |pose: &&Pose| (legs(pose).0 - legs(pose).1).abs() > 5.0;
        let from = poses.iter().find(uneven).unwrap();
        let (first, last) = (legs(from), legs(poses.last().unwrap()));
        assert!((first.0 - last.1).abs() < 0.2 && (first.1 - last.0).abs() < 0.2, "{id}");
    }
}

#[test]
fn no_two_poses_of_one_way_are_told_in_the_same_words() {
    let all = exercises().iter().flat_map(|exercise| {
        let variants = exercise.variants().map(|variant| variant.poses.as_slice());
        std::iter::once(exercise.poses.as_slice()).chain(variants).map(move |set| (exercise, set))
    });
    for (exercise, poses) in all {
        let (Some(first), Some(last)) = (poses.first(), poses.last()) else { continue };
        let id = exercise.id.as_str();
        assert_ne!(first.label.dutch, last.label.dutch, "{id}");
        assert_ne!(first.label.english, last.label.english, "{id}");
    }
}

/// One mistake a row: the exercise, where in its file, what stands there now, what is said.
#[test]
fn a_mistake_in_a_pose_is_told_with_its_cure() {
    let long = "Duw ".repeat(40);
    let rows = [
        ("superman", "/pose/1/id", json!("up"), "There is no pose \"end\"; draw it"),
        ("ninety-ninety-switch", "/pose/1/id", json!("mid"), "call it \"phase-1\""),
        ("superman", "/pose/1/view", json!("top"), "seen from different places"),
        ("superman", "/pose/0/label/nl", json!(long.trim()), "say it in 100"),
        ("superman", "/pose/0/label/en", json!("Lie down."), "leave out the full stop"),
        ("skater-hop", "/pose/2/label/nl", json!("Land op je rechtervoet"), "not \"rechtervoet\""),
        ("sit-to-stand", "/pose/0/props/0/y", json!(0.3), "hangs in the air"),
        ("sit-to-stand", "/pose/0/props/0/width", json!(0), "has no size"),
        ("fire-hydrant", "/harder/0/pose/0/bands/0/0", json!("r-ear"), "cannot be at `r-ear`"),
        ("split-squat", "/harder/0/pose/1/weights", json!([]), "give each the same"),
        ("side-plank", "/easier/0/pose/0/contacts/0", json!("r-ear"), "no point `r-ear`"),
        ("side-plank", "/easier/0/pose/1/id", json!("up"), "\"end\" of sp-knees"),
        ("side-plank", "/easier/0/pose/1/label/nl", json!(""), "has no nl text"),
        ("side-plank", "/harder/1/poses_of", json!("plank"), "plank, which does not exist"),
        ("side-plank", "/easier/0/poses_of", json!("superman"), "keep one of them"),
    ];
    for (id, place, value, cure) in rows {
        let mut files: Value = serde_json::from_str(EMBEDDED).unwrap();
        let (parent, name) = place.rsplit_once('/').unwrap();
        match files[format!("exercises/{id}")].pointer_mut(parent).unwrap() {
            Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
            table => table[name] = value,
        }
        let (_, problems) = content::read(&files.to_string());
        let told = problems.iter().any(|problem| problem.cure.contains(cure));
        assert!(told, "{id}{place} should say: {cure}\nit says: {problems:#?}");
    }
}

fn exercises() -> &'static [Exercise] {
    &content::catalogue().exercises
}

fn exercise(id: &str) -> &'static Exercise {
    let id = ExerciseId::new(id).expect("a slug");
    content::catalogue().exercise(&id).expect("it is in the catalogue")
}

fn named<'a>(poses: &'a [Pose], id: &str) -> &'a Pose {
    poses.iter().find(|pose| pose.id == id).expect("it is drawn")
}

fn variant_poses() -> impl Iterator<Item = (String, &'static Pose)> {
    exercises().iter().flat_map(|exercise| {
        exercise.variants().flat_map(move |variant| {
            let name = format!("{}.{}", exercise.id.as_str(), variant.id);
            variant.poses.iter().map(move |pose| (name.clone(), pose))
        })
    })
}

fn middle(one: Point, other: Point) -> Point {
    (one + other) * 0.5
}

fn length(step: Point) -> f32 {
    step.dot(step).sqrt()
}
