//! The figures: bones where the fact sheet says, bodies on their floor, pictures in their frame.

use proptest::prelude::*;
use serde_json::Value;
use soepel::{
    content,
    domain::{
        body::Side,
        exercise::Exercise,
        figure::{
            Angles, Limb, Pose, View,
            drawing::{Role, draw, frame, mirrored},
            motion::interpolate,
            skeleton::{Skeleton, place},
            space::Point,
            stance::stand,
        },
    },
};

/// How far, in body heights, flesh may hang above what it rests on: the body has no soft parts that
/// give way, so a knee under a lying thigh stays a little high.
const SOFT: f32 = 0.04;
/// How far rounding to whole degrees may press a limb into the floor.
const PRESSED: f32 = 0.001;

const POINTS: [&str; 19] = [
    "pelvis",
    "chest",
    "head",
    "r-hip",
    "r-knee",
    "r-ankle",
    "r-toe",
    "r-heel",
    "r-shoulder",
    "r-elbow",
    "r-wrist",
    "r-hand",
    "l-hip",
    "l-knee",
    "l-ankle",
    "l-toe",
    "l-elbow",
    "l-wrist",
    "l-hand",
];

#[test]
fn the_bones_lie_where_the_fact_sheet_puts_them() {
    let poses: Vec<Value> =
        serde_json::from_str(include_str!("fixtures/pose-points.json")).unwrap();
    for pose in poses {
        let bones = place(&angles(&pose["angles"]));
        let camera = View::parse(pose["view"].as_str().unwrap()).unwrap().camera();
        let middle = &pose["points"]["pelvis"];
        for (name, expected) in pose["points"].as_object().unwrap() {
            let seen = camera.see(bones.point(name).unwrap());
            let (x, y) = (number(&expected[0]), number(&expected[1]) - number(&middle[1]));
            let off = (seen.x - x).hypot(seen.y - y);
            assert!(off < 0.002, "{}: {name} is {off} off", pose["pose"]);
        }
    }
}

#[test]
fn every_contact_of_every_pose_rests_on_the_floor_or_a_prop() {
    for Exercise { id, poses, .. } in exercises() {
        for pose in poses {
            let stance = stand(pose);
            for contact in &pose.contacts {
                let gap = stance.gap(pose, contact);
                let gap = gap.unwrap_or_else(|| panic!("{}: no point `{contact}`", id.as_str()));
                assert!(gap < SOFT, "{}/{}: {contact} hangs {gap} high", id.as_str(), pose.id);
            }
        }
    }
}

#[test]
fn no_limb_sinks_below_the_floor() {
    for Exercise { id, poses, .. } in exercises() {
        for pose in poses {
            let low = stand(pose)
                .balls()
                .map(|ball| ball.at.y - ball.radius)
                .min_by(f32::total_cmp)
                .unwrap();
            assert!(low >= -PRESSED, "{}/{}: {low} below the floor", id.as_str(), pose.id);
        }
    }
}

#[test]
fn somebody_who_touches_nothing_hangs_in_the_air() {
    let airborne: Vec<&Pose> = every_pose().filter(|pose| pose.contacts.is_empty()).collect();
    assert!(!airborne.is_empty());
    for pose in airborne {
        assert!(stand(pose).clearance(pose) > 0.05);
    }
}

#[test]
fn no_joint_goes_beyond_what_a_body_can() {
    for Exercise { id, poses, .. } in exercises() {
        for pose in poses {
            for (joint, degrees, range) in joints(&pose.angles) {
                let fits = (range[0]..=range[1]).contains(&degrees);
                assert!(fits, "{}/{}: {joint} at {degrees} degrees", id.as_str(), pose.id);
            }
        }
    }
}

#[test]
fn every_shape_of_every_pose_lies_inside_its_picture() {
    for Exercise { id, poses, .. } in exercises() {
        for side in [None, Some(Side::Right), Some(Side::Left)] {
            for drawing in frame(poses, side) {
                for shape in &drawing.shapes {
                    let path = shape.path();
                    assert!(
                        path.starts_with('M') && path.ends_with('Z'),
                        "{}: {path}",
                        id.as_str()
                    );
                    for disc in shape.bands.iter().flatten() {
                        assert!(disc.x - disc.radius >= 0, "{}: {disc:?}", id.as_str());
                        assert!(disc.y - disc.radius >= 0, "{}: {disc:?}", id.as_str());
                        assert!(disc.x + disc.radius <= drawing.width, "{}: {disc:?}", id.as_str());
                        assert!(
                            disc.y + disc.radius <= drawing.height,
                            "{}: {disc:?}",
                            id.as_str()
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn poses_of_one_exercise_share_their_size_and_their_floor() {
    for Exercise { id, poses, .. } in exercises() {
        let drawings = frame(poses, None);
        let first = &drawings[0];
        for drawing in &drawings {
            assert_eq!(
                (drawing.width, drawing.height),
                (first.width, first.height),
                "{}",
                id.as_str()
            );
            assert_eq!(drawing.floor, first.floor, "{}", id.as_str());
        }
    }
}

#[test]
fn the_left_picture_is_the_right_one_in_a_mirror() {
    for pose in every_pose() {
        let right = draw(pose, Some(Side::Right));
        let left = draw(pose, Some(Side::Left));
        assert_eq!(left, mirrored(right.clone()));
        assert_ne!(left, right);
    }
}

#[test]
fn the_working_side_shows_without_colour() {
    for pose in every_pose() {
        let count =
            |side, role| draw(pose, side).shapes.iter().filter(|shape| shape.role == role).count();
        assert_eq!(count(Some(Side::Left), Role::Working), 1);
        assert_eq!(count(Some(Side::Left), Role::Marker), 1);
        assert_eq!(count(None, Role::Working), 2);
        assert_eq!(count(None, Role::Marker), 0);
    }
}

#[test]
fn what_is_nearer_is_drawn_later() {
    let standing = every_pose().find(|pose| pose.view == View::Side && pose.props.is_empty());
    let drawing = draw(standing.unwrap(), Some(Side::Right));
    let place = |role| drawing.shapes.iter().position(|shape| shape.role == role).unwrap();
    let order = [Role::Floor, Role::Resting, Role::Trunk, Role::Working, Role::Marker];
    assert!(order.map(place).is_sorted());
}

#[test]
fn a_mat_lies_under_who_kneels_and_not_under_who_stands_or_sits() {
    let has_mat = |name: &str| {
        let exercise = exercises().iter().find(|exercise| exercise.id.as_str() == name).unwrap();
        frame(&exercise.poses, None)[0].shapes.iter().any(|shape| shape.role == Role::Mat)
    };
    assert!(has_mat("fire-hydrant"));
    assert!(!has_mat("single-leg-rdl"));
    assert!(!has_mat("sit-to-stand"));
}

proptest! {
    #[test]
    fn mirroring_twice_changes_nothing(angles in any_angles()) {
        prop_assert_eq!(angles.mirrored().mirrored(), angles);
    }

    #[test]
    fn a_mirrored_body_is_the_body_in_a_mirror(angles in any_angles()) {
        let body = place(&angles);
        let mirrored = place(&angles.mirrored());
        for name in POINTS {
            let other = match name.split_at(2) {
                ("r-", joint) => format!("l-{joint}"),
                ("l-", joint) => format!("r-{joint}"),
                _ => name.to_owned(),
            };
            let point = body.point(name).unwrap();
            let twin = mirrored.point(&other).unwrap();
            prop_assert!(apart(Point::new(point.x, point.y, -point.z), twin) < 1e-4);
        }
    }

    #[test]
    fn bones_keep_their_length_while_they_move(
        from in any_angles(), to in any_angles(), t in 0.0_f32..1.0
    ) {
        let bones = place(&interpolate(&from, &to, t));
        let length = |bones: &Skeleton, one: &str, other: &str| {
            apart(bones.point(one).unwrap(), bones.point(other).unwrap())
        };
        let straight = place(&Angles::default());
        for (one, other) in [("r-hip", "r-knee"), ("l-knee", "l-ankle"), ("r-elbow", "r-wrist")] {
            let change = length(&bones, one, other) - length(&straight, one, other);
            prop_assert!(change.abs() < 1e-4);
        }
    }

    #[test]
    fn movement_starts_and_ends_in_its_poses(from in any_angles(), to in any_angles()) {
        prop_assert_eq!(interpolate(&from, &to, 0.0), from);
        prop_assert_eq!(interpolate(&from, &to, 1.0), to);
        prop_assert_eq!(interpolate(&from, &to, -3.0), from);
        prop_assert_eq!(interpolate(&from, &to, 7.0), to);
    }

    #[test]
    fn halfway_every_joint_is_halfway(from in any_angles(), to in any_angles()) {
        let middle = interpolate(&from, &to, 0.5);
        for ((now, from), to) in joints(&middle).iter().zip(joints(&from)).zip(joints(&to)) {
            prop_assert!((now.1 - f32::midpoint(from.1, to.1)).abs() < 1e-3, "{}", now.0);
        }
    }
}

/// Every joint's name, angle, and how far it goes. Hips turned far out and bent, as in the 90/90
/// seat, need large turns because the three angles are applied one after the other; an ankle of
/// -90 is a foot laid flat behind a knee.
fn joints(angles: &Angles) -> Vec<(String, f32, [f32; 2])> {
    let trunk = [
        ("trunk lean", angles.trunk_lean, [-125.0, 90.0]),
        ("trunk side", angles.trunk_side, [-90.0, 90.0]),
        ("trunk turn", angles.trunk_turn, [-90.0, 90.0]),
        ("spine", angles.spine, [-45.0, 40.0]),
        ("spine side", angles.spine_side, [-35.0, 35.0]),
        ("neck", angles.neck, [-45.0, 50.0]),
    ];
    let limb = |side: &str, limb: &Limb| {
        [
            ("hip flexion", limb.hip_flex, [-30.0, 130.0]),
            ("hip abduction", limb.hip_abd, [-30.0, 80.0]),
            ("hip rotation", limb.hip_rot, [-110.0, 110.0]),
            ("knee", limb.knee, [-5.0, 145.0]),
            ("ankle", limb.ankle, [-90.0, 40.0]),
            ("shoulder flexion", limb.shoulder_flex, [-60.0, 180.0]),
            ("shoulder abduction", limb.shoulder_abd, [-25.0, 180.0]),
            ("shoulder rotation", limb.shoulder_rot, [-90.0, 120.0]),
            ("elbow", limb.elbow, [-10.0, 150.0]),
            ("wrist", limb.wrist_ext, [-80.0, 100.0]),
        ]
        .map(|(joint, degrees, range)| (format!("{side} {joint}"), degrees, range))
    };
    let trunk = trunk.map(|(joint, degrees, range)| (joint.to_owned(), degrees, range));
    [&trunk[..], &limb("right", &angles.right), &limb("left", &angles.left)].concat()
}

fn any_angles() -> impl Strategy<Value = Angles> {
    prop::array::uniform32(-180.0_f32..180.0).prop_map(|degrees| {
        let limb = |from: usize| Limb {
            hip_flex: degrees[from],
            hip_abd: degrees[from + 1],
            hip_rot: degrees[from + 2],
            knee: degrees[from + 3],
            ankle: degrees[from + 4],
            shoulder_flex: degrees[from + 5],
            shoulder_abd: degrees[from + 6],
            shoulder_rot: degrees[from + 7],
            elbow: degrees[from + 8],
            wrist_ext: degrees[from + 9],
        };
        Angles {
            trunk_lean: degrees[0],
            trunk_side: degrees[1],
            trunk_turn: degrees[2],
            spine: degrees[3],
            spine_side: degrees[4],
            neck: degrees[5],
            right: limb(6),
            left: limb(16),
        }
    })
}

fn apart(one: Point, other: Point) -> f32 {
    let step = one - other;
    step.dot(step).sqrt()
}

fn exercises() -> &'static [Exercise] {
    &content::catalogue().exercises
}

fn every_pose() -> impl Iterator<Item = &'static Pose> {
    exercises().iter().flat_map(|exercise| &exercise.poses)
}

#[expect(clippy::cast_possible_truncation, reason = "the fixture has three digits")]
fn number(value: &Value) -> f32 {
    value.as_f64().expect("a number") as f32
}

fn angles(value: &Value) -> Angles {
    let angle = |name: &str| value.get(name).map(number).unwrap_or_default();
    let limb = |side: &str| {
        let angle = |joint: &str| angle(&format!("{side}_{joint}"));
        Limb {
            hip_flex: angle("hip_flex"),
            hip_abd: angle("hip_abd"),
            hip_rot: angle("hip_rot"),
            knee: angle("knee"),
            ankle: angle("ankle"),
            shoulder_flex: angle("shoulder_flex"),
            shoulder_abd: angle("shoulder_abd"),
            shoulder_rot: angle("shoulder_rot"),
            elbow: angle("elbow"),
            wrist_ext: angle("wrist_ext"),
        }
    };
    Angles {
        trunk_lean: angle("trunk_lean"),
        trunk_side: angle("trunk_side"),
        trunk_turn: angle("trunk_turn"),
        spine: angle("spine"),
        spine_side: angle("spine_side"),
        neck: angle("neck"),
        right: limb("r"),
        left: limb("l"),
    }
}
