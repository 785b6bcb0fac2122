//! A self-test that was taken: marks of what was seen, from and to the result they make.

use super::{super::side_name, Check, marks::Marks};
use crate::{
    archive::{
        problem::Problem,
        v1::{
            Extra,
            item::{Mark, Test},
        },
    },
    domain::{
        body::{HipMovement, Side},
        record::Answer,
        selftest::{
            Attempt, How, PerSide, Range, ReadBy, Reading, SIDES, Taken, TestId, TestResult,
        },
        time::Day,
    },
};

/// The five of T1, in their order.
pub(super) const RECOGNISED: [&str; 5] = ["pelvis", "knee", "complaints", "kilometres", "hills"];
pub(super) const EYE: &str = "eye";
pub(super) const ANGLE: &str = "angle";
pub(super) const LENGTH: &str = "cm";
const FELT: &str = "felt";
pub(super) const PAIN: &str = "pain";
pub(super) const STOPPED: &str = "stopped";

pub(super) fn write(taken: &Taken, extra: Extra) -> Test {
    let marks = marks_of(&taken.result);
    Test { day: taken.day.iso(), test: taken.result.test().slug().to_owned(), marks, extra }
}

pub(super) fn recognised(of: &str, answer: Answer) -> Mark {
    word(of, None, FELT, answer.slug())
}

pub(super) fn marks_of(result: &TestResult) -> Vec<Mark> {
    match result {
        TestResult::RunnerCheck(check) => RECOGNISED
            .iter()
            .zip(check.answers)
            .map(|(of, answer)| recognised(of, answer))
            .collect(),
        TestResult::HipCheck(check) => check
            .all()
            .flat_map(|(movement, side, reading)| of_reading(movement, side, reading))
            .collect(),
        TestResult::OneLegStand(sides) => of_sides(sides, |stand, side| {
            vec![
                number("held", side, "clock", stand.held.0),
                word("pelvis", Some(side), EYE, stand.pelvis.slug()),
                yes_no("lean", Some(side), EYE, stand.leans),
            ]
        }),
        TestResult::SingleLegSquat(sides) => of_sides(sides, |squat, side| {
            vec![
                yes_no("pelvis", Some(side), EYE, squat.pelvis_level),
                yes_no("knee", Some(side), EYE, squat.knee_over_toe),
                yes_no("trunk", Some(side), EYE, squat.trunk_upright),
                yes_no("balance", Some(side), EYE, squat.smooth),
            ]
        }),
        TestResult::HeelToButtock(sides) => of_sides(sides, |fold, side| {
            vec![
                number("fingers", side, "count", fold.fingers.into()),
                yes_no(PAIN, Some(side), FELT, fold.painful),
            ]
        }),
        TestResult::SidePlank(sides) => {
            of_sides(sides, |plank, side| vec![number("held", side, "clock", plank.held.0)])
        }
        TestResult::StepDown(sides) => {
            of_sides(sides, |step, side| vec![number("clean", side, "count", step.clean.into())])
        }
        TestResult::Landing(landing) => vec![
            yes_no("quiet", None, EYE, landing.quiet),
            yes_no("knees", None, EYE, landing.knees_over_toes),
            yes_no("painless", None, FELT, landing.painless),
        ],
    }
}

fn of_sides<T: Copy>(
    sides: &PerSide<Option<T>>,
    marks: impl Fn(T, Side) -> Vec<Mark>,
) -> Vec<Mark> {
    SIDES
        .into_iter()
        .filter_map(|side| sides.get(side).map(|result| marks(result, side)))
        .flatten()
        .collect()
}

fn of_reading(movement: HipMovement, side: Side, reading: Reading) -> Vec<Mark> {
    let mut marks = Vec::new();
    for how in How::ALL {
        let at = |mark: Mark| Mark { how: Some(how.slug().to_owned()), ..mark };
        let (range, painful) = match reading.attempt(*how) {
            Attempt::NotTested => continue,
            Attempt::Painful(range) => (range, true),
            Attempt::Reached(range) => (Some(range), false),
        };
        if painful {
            marks.push(at(word(movement.slug(), Some(side), FELT, PAIN)));
        }
        if let Some(range) = range {
            marks.push(at(of_range(movement, side, range)));
        }
    }
    if let Some(stopper) = reading.stopped {
        let how = Some(STOPPED.to_owned());
        marks.push(Mark { how, ..word(movement.slug(), Some(side), FELT, stopper.slug()) });
    }
    marks
}

fn of_range(movement: HipMovement, side: Side, range: Range) -> Mark {
    let of = movement.slug();
    match range {
        Range::ByEye(class) => word(of, Some(side), EYE, class.slug()),
        Range::Degrees(angle) => number(of, side, ANGLE, angle.into()),
        Range::Phone(angle) => {
            let by = Some(ReadBy::Phone.slug().to_owned());
            Mark { by, ..number(of, side, ANGLE, angle.into()) }
        }
        Range::Lift { cm } => number(of, side, LENGTH, cm.into()),
        Range::Shift { cm, of_cm } => {
            Mark { beside: Some(of_cm.into()), ..number(of, side, LENGTH, cm.into()) }
        }
    }
}

fn word(of: &str, side: Option<Side>, way: &str, word: &str) -> Mark {
    let word = Some(word.to_owned());
    let side = side.map(|side| side_name(side).to_owned());
    Mark {
        of: of.to_owned(),
        side,
        how: None,
        way: way.to_owned(),
        word,
        number: None,
        beside: None,
        by: None,
    }
}

fn yes_no(of: &str, side: Option<Side>, way: &str, holds: bool) -> Mark {
    word(of, side, way, if holds { "yes" } else { "no" })
}

fn number(of: &str, side: Side, way: &str, number: u32) -> Mark {
    Mark { number: Some(number), word: None, ..word(of, Some(side), way, "") }
}

pub(super) fn read(shape: &Test) -> Result<Taken, Vec<Problem>> {
    let mut check = Check::default();
    let day = check.need("day", Day::parse(&shape.day));
    let test = check.need("test", TestId::parse(&shape.test));
    let result = test.and_then(|test| {
        let result = Marks::new(&shape.marks).and_then(|marks| marks.result(test));
        check.need("marks", result)
    });
    check.finish(day.zip(result).map(|(day, result)| Taken { day, result }))
}
