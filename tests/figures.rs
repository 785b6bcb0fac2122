//! The pictures: bodies on their floor, shapes in their frame, the working side told apart.

use soepel::{
    content,
    domain::{
        body::Side,
        exercise::Exercise,
        figure::{
            Pose, View,
            drawing::{Role, draw, frame, mirrored},
            stance::stand,
        },
    },
};

/// How far, in body heights, flesh may hang above what it rests on: the body has no soft parts that
/// give way, so a knee under a lying thigh stays a little high.
const SOFT: f32 = 0.04;
/// How far rounding to whole degrees may press a limb into the floor.
const PRESSED: f32 = 0.001;

#[test]
fn every_contact_of_every_pose_rests_on_the_floor_or_a_prop() {
    for Exercise { id, poses, .. } in exercises() {
        for pose in poses {
            let stance = stand(pose);
            for contact in &pose.contacts {
                let gap = stance.gap(pose, contact);
                let gap = gap.unwrap_or_else(|| panic!("{}: no point `{contact}`", id.as_str()));
                assert!(
                    (-PRESSED..SOFT).contains(&gap),
                    "{}/{}: {contact} hangs {gap} high",
                    id.as_str(),
                    pose.id
                );
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

fn exercises() -> &'static [Exercise] {
    &content::catalogue().exercises
}

fn every_pose() -> impl Iterator<Item = &'static Pose> {
    exercises().iter().flat_map(|exercise| &exercise.poses)
}
