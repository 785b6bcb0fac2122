//! Two takings of a test beside each other: a change of class, ten degrees, or no measurable
//! difference (X24). Never a percentage.

use super::{
    HipCheck, PerSide, SIDES, TestResult,
    hip::{How, ReadBy},
};
use crate::domain::body::{HipMovement, Side};

/// What a class is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The test as a whole, or one side of it.
    Whole,
    Movement(HipMovement, How),
}

/// A class by its spelling, and its place among the others of its test; more is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    Class { slug: &'static str, rank: usize },
    Painful,
}

/// One class that a test gave.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GradedItem {
    pub item: Item,
    /// None for a test of both sides at once.
    pub side: Option<Side>,
    pub grade: Grade,
    /// Where it was measured.
    pub degrees: Option<f64>,
    pub read_by: ReadBy,
}

/// What became of one class since the time before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Better,
    Worse,
    NoLongerPainful,
    NowPainful,
    /// By hand then and by phone now, or the reverse: nobody knows what became of it.
    ReadDifferently,
    /// Within a class, or less than ten degrees: noise.
    NoMeasurableDifference,
}

/// A smaller difference is noise in a test at home (X24).
const RELEVANT_DEGREES: f64 = 10.0;

impl TestResult {
    /// Every class of it, in the order of the test; what was not tested has none.
    pub fn grades(&self) -> Vec<GradedItem> {
        match self {
            Self::RunnerCheck(check) => vec![whole(None, class(check.class()))],
            Self::HipCheck(check) => of_hip(check),
            Self::OneLegStand(sides) => of_sides(sides, |stand| class(stand.class())),
            Self::SingleLegSquat(sides) => of_sides(sides, |squat| class(squat.class())),
            Self::HeelToButtock(sides) => {
                of_sides(
                    sides,
                    |fold| {
                        if fold.painful { Grade::Painful } else { class(fold.class()) }
                    },
                )
            }
            Self::SidePlank(sides) => of_sides(sides, |plank| class(plank.class())),
            Self::StepDown(sides) => of_sides(sides, |step| passed(step.passes())),
            Self::Landing(landing) => vec![whole(None, passed(landing.passes()))],
        }
    }
}

/// What changed between two takings of one test, for each class that both have.
pub fn changes(before: &TestResult, after: &TestResult) -> Vec<(GradedItem, Change)> {
    let earlier = before.grades();
    let same =
        |one: &GradedItem, other: &GradedItem| (one.item, one.side) == (other.item, other.side);
    after
        .grades()
        .into_iter()
        .filter_map(|now| {
            let then = earlier.iter().find(|then| same(then, &now))?;
            Some((now, change(then, &now)))
        })
        .collect()
}

/// What became of one class; both are of the same thing.
pub fn change(then: &GradedItem, now: &GradedItem) -> Change {
    let (Grade::Class { rank: before, .. }, Grade::Class { rank: after, .. }) =
        (then.grade, now.grade)
    else {
        return match (then.grade, now.grade) {
            (Grade::Painful, Grade::Class { .. }) => Change::NoLongerPainful,
            (Grade::Class { .. }, Grade::Painful) => Change::NowPainful,
            _ => Change::NoMeasurableDifference,
        };
    };
    if then.read_by != now.read_by {
        return Change::ReadDifferently;
    }
    let turned = then.degrees.zip(now.degrees).map_or(0.0, |(then, now)| now - then);
    if after > before || (after == before && turned >= RELEVANT_DEGREES) {
        Change::Better
    } else if after < before || turned <= -RELEVANT_DEGREES {
        Change::Worse
    } else {
        Change::NoMeasurableDifference
    }
}

fn of_hip(check: &HipCheck) -> Vec<GradedItem> {
    let mut grades = Vec::new();
    for (movement, side, reading) in check.all() {
        for how in How::ALL {
            let grade = match reading.class(movement, *how) {
                _ if reading.is_empty() => continue,
                // Pain tells more than how far it went; it is said once.
                _ if reading.is_painful() && *how == How::Active => Grade::Painful,
                Some(found) if !reading.is_painful() => class(found),
                _ => continue,
            };
            let degrees = reading.degrees(movement, *how);
            let item = Item::Movement(movement, *how);
            let read_by = reading.read_by(*how);
            grades.push(GradedItem { item, side: Some(side), grade, degrees, read_by });
        }
    }
    grades
}

fn of_sides<T: Copy>(sides: &PerSide<Option<T>>, grade: impl Fn(T) -> Grade) -> Vec<GradedItem> {
    SIDES
        .into_iter()
        .filter_map(|side| sides.get(side).map(|result| whole(Some(side), grade(result))))
        .collect()
}

fn whole(side: Option<Side>, grade: Grade) -> GradedItem {
    GradedItem { item: Item::Whole, side, grade, degrees: None, read_by: ReadBy::Hand }
}

fn passed(passes: bool) -> Grade {
    if passes {
        Grade::Class { slug: "pass", rank: 1 }
    } else {
        Grade::Class { slug: "not-yet", rank: 0 }
    }
}

/// A list of classes that begins with the least.
trait Classes: Copy + PartialEq + 'static {
    fn listed() -> &'static [Self];
    fn spelling(self) -> &'static str;
}

macro_rules! classes {
    ($($name:ty),+ $(,)?) => {
        $(impl Classes for $name {
            fn listed() -> &'static [Self] { Self::ALL }
            fn spelling(self) -> &'static str { self.slug() }
        })+
    };
}
classes!(
    super::hip::Class,
    super::runner::RunnerClass,
    super::runner::StandClass,
    super::runner::SquatClass,
    super::runner::FoldClass,
    super::runner::PlankClass,
);

fn class<T: Classes>(of: T) -> Grade {
    let rank = T::listed().iter().position(|one| *one == of).unwrap_or_default();
    Grade::Class { slug: of.spelling(), rank }
}
