//! The bones: where the fact sheet puts them, how far they go, and how they move.

use proptest::prelude::*;
use serde_json::Value;
use soepel::{
    content,
    domain::{
        exercise::Exercise,
        figure::{
            Angles, Limb, View,
            limits::joint,
            motion::interpolate,
            skeleton::{Skeleton, place},
            space::Point,
        },
    },
};

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
fn no_joint_goes_beyond_what_a_body_can() {
    for exercise in &content::catalogue().exercises {
        let Exercise { id, poses, .. } = exercise;
        let varied = exercise.variants().flat_map(|variant| &variant.poses);
        for pose in poses.iter().chain(varied) {
            for (joint, degrees, range) in joints(&pose.angles) {
                let fits = (range[0]..=range[1]).contains(&degrees);
                assert!(fits, "{}/{}: {joint} at {degrees} degrees", id.as_str(), pose.id);
            }
        }
    }
}

proptest! {
    #[test]
    fn mirroring_twice_changes_nothing(angles in any_angles()) {
        prop_assert_eq!(angles.mirrored().mirrored(), angles);
    }

    #[test]
    fn a_row_of_angles_is_the_same_angles(angles in any_angles()) {
        prop_assert_eq!(Angles::from_row(&angles.row()), angles);
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

/// Every joint's name, angle, and how far it goes.
fn joints(angles: &Angles) -> Vec<(String, f32, [f32; 2])> {
    let named = |(place, degrees)| {
        let (name, range) = joint(place);
        (format!("{name} ({place})"), degrees, range)
    };
    angles.row().into_iter().enumerate().map(named).collect()
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
