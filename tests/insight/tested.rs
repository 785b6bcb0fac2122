//! Self-tests over time: classes per side and direction, and the difference of the sides.

use soepel::domain::{
    body::{HipMovement, Side},
    insight::{SideDifference, TestMark, Window, levels, side_difference, test_courses},
    selftest::{
        Attempt, Class, Fold, Grade, GradedItem, HipCheck, How, Item, PerSide, Plank, Range,
        ReadBy, Reading, Taken, TestId, TestResult,
    },
    time::Seconds,
};

use crate::made::monday;

fn turned(side: Side, degrees: u16) -> (Side, Reading) {
    let reached = Attempt::Reached(Range::Degrees(degrees));
    (side, Reading { active: reached, ..Reading::default() })
}

fn hip_check(after: u64, readings: &[(Side, Reading)]) -> Taken {
    let mut check = HipCheck::default();
    for (side, reading) in readings {
        check.put(HipMovement::InternalRotation, *side, *reading);
    }
    Taken { day: monday().plus(after), result: TestResult::HipCheck(check) }
}

fn year() -> Window {
    Window { first: monday(), last: monday().plus(363) }
}

#[test]
fn each_direction_is_followed_by_itself_through_every_taking() {
    let taken = [
        hip_check(0, &[turned(Side::Left, 18), turned(Side::Right, 32)]),
        hip_check(28, &[turned(Side::Left, 24), turned(Side::Right, 33)]),
        hip_check(28, &[turned(Side::Left, 25)]),
    ];
    let courses = test_courses(taken.iter(), year());
    assert_eq!((courses.len(), courses[0].test), (1, TestId::HipCheck));
    assert_eq!(courses[0].taken.len(), 3);
    let track = &courses[0].tracks[0];
    assert_eq!(track.item, Item::Movement(HipMovement::InternalRotation, How::Active));
    assert_eq!(track.marks.len(), 5);
    assert_eq!((track.first().len(), track.last().len()), (2, 1), "two takings of one day");
    assert_eq!(side_difference(track.first()), Some(SideDifference::Behind(Side::Left)));
    assert_eq!(side_difference(track.last()), None, "one side says nothing of the other");
}

#[test]
fn what_was_taken_outside_the_window_is_left_out() {
    let taken = [hip_check(0, &[turned(Side::Left, 18)]), hip_check(28, &[turned(Side::Left, 24)])];
    let later = Window { first: monday().plus(7), last: monday().plus(34) };
    assert_eq!(test_courses(taken.iter(), later)[0].taken, [monday().plus(28)]);
    let none = Window { first: monday().plus(70), last: monday().plus(76) };
    assert!(test_courses(taken.iter(), none).is_empty());
}

fn mark(side: Side, grade: Grade, degrees: Option<f64>) -> TestMark {
    let graded =
        GradedItem { item: Item::Whole, side: Some(side), grade, degrees, read_by: ReadBy::Hand };
    TestMark { day: monday(), taking: 0, graded }
}

fn class(rank: usize) -> Grade {
    Grade::Class { slug: Class::ALL[rank].slug(), rank }
}

/// X23: one class or ten degrees; anything less is noise.
#[test]
fn the_sides_differ_by_a_class_or_ten_degrees_and_by_nothing_less() {
    let compared = |left: (usize, Option<f64>), right: (usize, Option<f64>)| {
        side_difference(&[
            mark(Side::Left, class(left.0), left.1),
            mark(Side::Right, class(right.0), right.1),
        ])
    };
    let behind = |side| Some(SideDifference::Behind(side));
    assert_eq!(compared((1, None), (1, None)), Some(SideDifference::None));
    assert_eq!(compared((0, None), (1, None)), behind(Side::Left));
    assert_eq!(compared((2, None), (1, None)), behind(Side::Right));
    assert_eq!(compared((2, Some(40.0)), (2, Some(30.0))), behind(Side::Right));
    assert_eq!(compared((2, Some(40.0)), (2, Some(31.0))), Some(SideDifference::None));
    assert_eq!(compared((2, Some(30.0)), (2, Some(40.0))), behind(Side::Left));
    assert_eq!(compared((1, Some(29.0)), (2, Some(30.0))), behind(Side::Left), "a class alone");
    // A class says more than the degrees of a worse measurement.
    assert_eq!(compared((1, Some(50.0)), (2, Some(30.0))), behind(Side::Left));
}

/// X23.
#[test]
fn a_phone_on_one_side_and_a_tape_on_the_other_say_nothing_of_the_sides() {
    let mut marks =
        [mark(Side::Left, class(1), Some(21.0)), mark(Side::Right, class(2), Some(35.0))];
    assert_eq!(side_difference(&marks), Some(SideDifference::Behind(Side::Left)));
    marks[0].graded.read_by = ReadBy::Phone;
    assert_eq!(side_difference(&marks), None);
}

#[test]
fn pain_on_a_side_is_no_difference_of_range() {
    let marks = [mark(Side::Left, Grade::Painful, None), mark(Side::Right, class(2), None)];
    assert_eq!(side_difference(&marks), None);
}

#[test]
fn every_class_that_a_test_gives_has_its_place_among_the_levels() {
    let fold = |fingers| Some(Fold { fingers, painful: false });
    let plank = |held| Some(Plank { held: Seconds(held) });
    let results = [
        TestResult::HeelToButtock(PerSide { left: fold(0), right: fold(9) }),
        TestResult::SidePlank(PerSide { left: plank(5), right: plank(40) }),
    ];
    for result in results {
        let levels = levels(result.test());
        for graded in result.grades() {
            let Grade::Class { slug, rank } = graded.grade else { panic!("no pain") };
            assert_eq!(levels[rank], slug);
        }
    }
    for test in TestId::ALL {
        let known = soepel::content::catalogue().selftest(*test).unwrap();
        for slug in levels(*test) {
            assert!(known.outcome(slug).is_some(), "{slug} of {test:?} has words");
        }
    }
}
