//! The marks of a self-test, put together to the result they make; anything odd makes none.

use std::collections::BTreeMap;

use super::{
    super::side,
    test::{ANGLE, EYE, LENGTH, PAIN, RECOGNISED, STOPPED},
};
use crate::{
    archive::v1::item::Mark,
    domain::{
        body::{HipMovement, Side},
        record::Answer,
        selftest::{
            Answered, Attempt, Class, Fold, HIP_ORDER, HipCheck, How, Landing, OneLegStand, Pelvis,
            PerSide, Plank, Range, ReadBy, Reading, RunnerCheck, SIDES, Squat, StepDown, Stopper,
            TestId, TestResult,
        },
        time::Seconds,
    },
};

const MOST_DEGREES: u32 = 180;
const MOST_CM: u32 = 200;

/// Marks by what they are of. Each is taken out where it belongs, and none may be left.
pub(super) struct Marks<'a>(BTreeMap<Place<'a>, &'a Mark>);

/// What it is of, the side, how, and whether it says pain.
type Place<'a> = (&'a str, Option<Side>, Option<&'a str>, bool);

impl<'a> Marks<'a> {
    /// None where two marks are of the same.
    pub(super) fn new(marks: &'a [Mark]) -> Option<Self> {
        let mut places = BTreeMap::new();
        for mark in marks {
            let on = match &mark.side {
                None => None,
                Some(name) => Some(side(name)?),
            };
            let pain = mark.how.is_some() && mark.word.as_deref() == Some(PAIN);
            let place = (mark.of.as_str(), on, mark.how.as_deref(), pain);
            if places.insert(place, mark).is_some() {
                return None;
            }
        }
        Some(Self(places))
    }

    pub(super) fn result(mut self, test: TestId) -> Option<TestResult> {
        let result = match test {
            TestId::RunnerCheck => {
                let mut answers = [Answer::Unsure; 5];
                for (answer, of) in answers.iter_mut().zip(RECOGNISED) {
                    *answer = Answer::parse(self.word(of, None)?)?;
                }
                TestResult::RunnerCheck(RunnerCheck { answers })
            }
            TestId::HipCheck => TestResult::HipCheck(self.hip_check()?),
            TestId::OneLegStand => TestResult::OneLegStand(self.sides("held", |marks, side| {
                Some(OneLegStand {
                    held: Seconds(marks.number("held", side, OneLegStand::LONGEST.0)?),
                    pelvis: Pelvis::parse(marks.word("pelvis", Some(side))?)?,
                    leans: marks.yes_no("lean", Some(side))?,
                })
            })?),
            TestId::SingleLegSquat => {
                TestResult::SingleLegSquat(self.sides("pelvis", |marks, side| {
                    Some(Squat {
                        pelvis_level: marks.yes_no("pelvis", Some(side))?,
                        knee_over_toe: marks.yes_no("knee", Some(side))?,
                        trunk_upright: marks.yes_no("trunk", Some(side))?,
                        smooth: marks.yes_no("balance", Some(side))?,
                    })
                })?)
            }
            TestId::HeelToButtock => {
                TestResult::HeelToButtock(self.sides("fingers", |marks, side| {
                    let fingers = marks.number("fingers", side, Fold::MOST.into())?;
                    let painful = marks.yes_no(PAIN, Some(side))?;
                    Some(Fold { fingers: u8::try_from(fingers).ok()?, painful })
                })?)
            }
            TestId::SidePlank => TestResult::SidePlank(self.sides("held", |marks, side| {
                Some(Plank { held: Seconds(marks.number("held", side, Plank::LONGEST.0)?) })
            })?),
            TestId::StepDown => TestResult::StepDown(self.sides("clean", |marks, side| {
                let clean = marks.number("clean", side, StepDown::MOST.into())?;
                Some(StepDown { clean: u8::try_from(clean).ok()? })
            })?),
            TestId::Landing => TestResult::Landing(Landing {
                quiet: self.yes_no("quiet", None)?,
                knees_over_toes: self.yes_no("knees", None)?,
                painless: self.yes_no("painless", None)?,
            }),
        };
        (self.0.is_empty() && !result.is_empty()).then_some(result)
    }

    /// What a mini-check that was begun has so far.
    pub(super) fn recognised(mut self) -> Option<Vec<Option<Answered>>> {
        let mut answers = Vec::new();
        for of in RECOGNISED {
            let there = self.0.contains_key(&(of, None, None, false));
            let word = there.then(|| self.word(of, None)).flatten();
            let answer = if there { Some(Answer::parse(word?)?) } else { None };
            answers.push(answer.map(Answered::Recognised));
        }
        (self.0.is_empty() && answers.iter().any(Option::is_some)).then_some(answers)
    }

    /// A side was tested when its first mark is there; then all of its marks have to be.
    fn sides<T>(
        &mut self,
        first: &'static str,
        read: impl Fn(&mut Self, Side) -> Option<T>,
    ) -> Option<PerSide<Option<T>>> {
        let mut sides = PerSide { left: None, right: None };
        for side in SIDES {
            if self.0.contains_key(&(first, Some(side), None, false)) {
                *sides.get_mut(side) = Some(read(self, side)?);
            }
        }
        Some(sides)
    }

    fn word(&mut self, of: &'static str, side: Option<Side>) -> Option<&'a str> {
        self.0.remove(&(of, side, None, false))?.word.as_deref()
    }

    fn yes_no(&mut self, of: &'static str, side: Option<Side>) -> Option<bool> {
        match self.word(of, side)? {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        }
    }

    fn number(&mut self, of: &'static str, side: Side, most: u32) -> Option<u32> {
        let number = self.0.remove(&(of, Some(side), None, false))?.number?;
        (number <= most).then_some(number)
    }

    fn hip_check(&mut self) -> Option<HipCheck> {
        let mut check = HipCheck::default();
        for movement in HIP_ORDER {
            for side in SIDES {
                let reading = Reading {
                    active: self.attempt(movement, side, How::Active)?,
                    passive: self.attempt(movement, side, How::Passive)?,
                    stopped: self.stopped(movement, side).ok()?,
                };
                check.put(movement, side, reading);
            }
        }
        Some(check)
    }

    fn attempt(&mut self, movement: HipMovement, side: Side, how: How) -> Option<Attempt> {
        let place = |pain| (movement.slug(), Some(side), Some(how.slug()), pain);
        let painful = self.0.remove(&place(true)).is_some();
        let range = match self.0.remove(&place(false)) {
            None => None,
            // A way that does not belong to the movement gives no class, and is refused.
            Some(mark) => Some(range(mark).filter(|range| range.class(movement, how).is_some())?),
        };
        Some(match (painful, range) {
            (true, range) => Attempt::Painful(range),
            (false, Some(range)) => Attempt::Reached(range),
            (false, None) => Attempt::NotTested,
        })
    }

    fn stopped(&mut self, movement: HipMovement, side: Side) -> Result<Option<Stopper>, Unknown> {
        let place = |pain| (movement.slug(), Some(side), Some(STOPPED), pain);
        let mark = self.0.remove(&place(true)).or_else(|| self.0.remove(&place(false)));
        match mark {
            None => Ok(None),
            Some(mark) => {
                let stopper = mark.word.as_deref().and_then(Stopper::parse);
                stopper.map(Some).ok_or(Unknown)
            }
        }
    }
}

/// A word that this version does not know.
struct Unknown;

fn range(mark: &Mark) -> Option<Range> {
    let number = |number: Option<u32>, most: u32| {
        u16::try_from(number?).ok().filter(|number| u32::from(*number) <= most)
    };
    let by = mark.by.as_deref().map_or(Some(ReadBy::Hand), ReadBy::parse)?;
    // The phone reads angles and nothing else.
    if by == ReadBy::Phone && mark.way != ANGLE {
        return None;
    }
    match mark.way.as_str() {
        EYE => Class::parse(mark.word.as_deref()?).map(Range::ByEye),
        ANGLE => number(mark.number, MOST_DEGREES).map(match by {
            ReadBy::Hand => Range::Degrees,
            ReadBy::Phone => Range::Phone,
        }),
        LENGTH => {
            let cm = number(mark.number, MOST_CM)?;
            match mark.beside {
                None => Some(Range::Lift { cm }),
                Some(0) => None,
                beside => Some(Range::Shift { cm, of_cm: number(beside, MOST_CM)? }),
            }
        }
        _ => None,
    }
}
