//! The figures of the self-tests: one for every screen, on their floor, and within what a body can.

use soepel::{
    app::model::Model,
    content,
    domain::{
        body::Side,
        figure::{
            Pose,
            drawing::{draw, mirrored},
            stance::stand,
        },
        selftest::{How, Picture, SelfTest, TestId},
    },
};

/// As for the exercises: a body has no soft parts here that give way.
const SOFT: f32 = 0.04;
/// How far rounding to whole degrees may press a limb into the floor.
const PRESSED: f32 = 0.001;

fn tests() -> &'static [SelfTest] {
    &content::catalogue().selftests
}

/// Every figure that a test shows, with its place.
fn pictures(test: &'static SelfTest) -> Vec<(String, &'static Picture)> {
    let slug = test.id.slug();
    let whole = test.picture.iter().map(|picture| (slug.to_owned(), picture));
    let questions = test.questions.iter().filter_map(|question| {
        Some((format!("{slug}, {}", question.key), question.picture.as_ref()?))
    });
    let movements = test.movements.iter().flat_map(|movement| {
        How::ALL.iter().filter_map(|how| {
            let picture = movement.attempt(*how)?.picture.as_ref()?;
            Some((format!("{slug}, {} {}", movement.movement.slug(), how.slug()), picture))
        })
    });
    whole.chain(questions).chain(movements).collect()
}

fn own() -> impl Iterator<Item = (String, &'static Pose)> {
    tests().iter().flat_map(pictures).flat_map(|(place, picture)| {
        let poses = match picture {
            Picture::Own { poses, .. } => &poses[..],
            Picture::Exercise(_) | Picture::Test(_) => &[],
        };
        poses.iter().map(move |pose| (place.clone(), pose))
    })
}

#[test]
fn every_test_and_every_attempt_of_a_movement_has_a_figure() {
    for test in tests() {
        assert!(test.picture.is_some(), "{}", test.id.slug());
        for movement in &test.movements {
            for attempt in How::ALL.iter().filter_map(|how| movement.attempt(*how)) {
                assert!(attempt.picture.is_some(), "{}", movement.movement.slug());
            }
        }
    }
    assert_eq!(tests().len(), TestId::ALL.len());
    for (place, picture) in tests().iter().flat_map(pictures) {
        let shown = Model::default().pictured(picture);
        assert!(shown.is_some_and(|(poses, _)| !poses.is_empty()), "{place} leads nowhere");
    }
    assert!(own().count() > 15, "most of them are drawn for this");
}

#[test]
fn every_figure_says_in_words_what_it_shows() {
    for (place, pose) in own() {
        for language in soepel::domain::text::Language::ALL {
            let label = pose.label.read(language);
            assert!((2..=9).contains(&label.split_whitespace().count()), "{place}: {label}");
        }
    }
}

#[test]
fn every_body_rests_on_its_floor_or_its_table_and_no_limb_goes_through_it() {
    for (place, pose) in own() {
        let stance = stand(pose);
        for contact in &pose.contacts {
            let gap = stance.gap(pose, contact).unwrap_or_else(|| panic!("{place}: {contact}"));
            assert!((-PRESSED..SOFT).contains(&gap), "{place}/{}: {contact} {gap}", pose.id);
        }
        let low = stance.balls().map(|ball| ball.at.y - ball.radius).min_by(f32::total_cmp);
        assert!(low.unwrap() >= -PRESSED, "{place}/{}: {low:?}", pose.id);
    }
}

#[test]
fn no_joint_goes_beyond_what_a_body_can() {
    for (place, pose) in own() {
        let angles = &pose.angles;
        let mut joints = vec![
            (angles.trunk_lean, -95.0..=95.0),
            (angles.spine, -45.0..=40.0),
            (angles.neck, -45.0..=50.0),
        ];
        for limb in [&angles.right, &angles.left] {
            joints.extend([
                (limb.hip_flex, -30.0..=130.0),
                (limb.hip_abd, -30.0..=50.0),
                (limb.hip_rot, -50.0..=50.0),
                (limb.knee, -5.0..=145.0),
                (limb.ankle, -60.0..=40.0),
                (limb.shoulder_flex, -60.0..=180.0),
                (limb.elbow, -10.0..=150.0),
            ]);
        }
        for (degrees, range) in joints {
            assert!(range.contains(&degrees), "{place}/{}: {degrees}", pose.id);
        }
    }
}

#[test]
fn the_left_side_is_shown_as_the_right_one_in_a_mirror() {
    for (place, pose) in own() {
        let right = draw(pose, Some(Side::Right));
        assert_eq!(draw(pose, Some(Side::Left)), mirrored(right), "{place}");
    }
}
