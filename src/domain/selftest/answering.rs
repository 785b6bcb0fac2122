//! A test screen by screen: what is asked where, what was answered, and the result they make.

use super::{
    Fold, HIP_ORDER, HipCheck, Landing, OneLegStand, PerSide, Plank, Reading, RunnerCheck, SIDES,
    Squat, StepDown, TestId, TestResult,
};
use crate::domain::{
    body::{HipMovement, Side},
    record::Answer,
    time::Day,
};

/// One screen of a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One of the five questions of T1.
    Recognise(usize),
    Movement(HipMovement, Side),
    OneSide(Side),
    Whole,
}

/// What was seen on one screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answered {
    Recognised(Answer),
    Movement(Reading),
    Stand(OneLegStand),
    Squat(Squat),
    Fold(Fold),
    Plank(Plank),
    StepDown(StepDown),
    Landing(Landing),
}

/// A test that was begun and not finished: one per test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    pub test: TestId,
    /// The day of its last answer.
    pub day: Day,
    /// The screen that comes next.
    pub at: usize,
    /// One per screen; none where nothing was answered.
    pub answers: Vec<Option<Answered>>,
}

/// Every screen of a test, in order: left, then right.
pub fn steps(test: TestId) -> Vec<Step> {
    match test {
        TestId::RunnerCheck => (0..5).map(Step::Recognise).collect(),
        TestId::HipCheck => HIP_ORDER
            .into_iter()
            .flat_map(|movement| SIDES.map(|side| Step::Movement(movement, side)))
            .collect(),
        TestId::Landing => vec![Step::Whole],
        _ => SIDES.map(Step::OneSide).to_vec(),
    }
}

/// What all the screens come to; none when each of them was skipped.
pub fn result_of(test: TestId, answers: &[Option<Answered>]) -> Option<TestResult> {
    if answers.iter().all(Option::is_none) {
        return None;
    }
    let result = match test {
        TestId::RunnerCheck => {
            let mut all = [Answer::Unsure; 5];
            for (answer, given) in all.iter_mut().zip(answers) {
                if let Some(Answered::Recognised(given)) = given {
                    *answer = *given;
                }
            }
            TestResult::RunnerCheck(RunnerCheck { answers: all })
        }
        TestId::HipCheck => {
            let mut check = HipCheck::default();
            for (step, answer) in steps(test).into_iter().zip(answers) {
                if let (Step::Movement(movement, side), Some(Answered::Movement(reading))) =
                    (step, answer)
                {
                    check.put(movement, side, *reading);
                }
            }
            TestResult::HipCheck(check)
        }
        TestId::OneLegStand => TestResult::OneLegStand(sides(answers, |answer| match answer {
            Answered::Stand(stand) => Some(stand),
            _ => None,
        })),
        TestId::SingleLegSquat => {
            TestResult::SingleLegSquat(sides(answers, |answer| match answer {
                Answered::Squat(squat) => Some(squat),
                _ => None,
            }))
        }
        TestId::HeelToButtock => TestResult::HeelToButtock(sides(answers, |answer| match answer {
            Answered::Fold(fold) => Some(fold),
            _ => None,
        })),
        TestId::SidePlank => TestResult::SidePlank(sides(answers, |answer| match answer {
            Answered::Plank(plank) => Some(plank),
            _ => None,
        })),
        TestId::StepDown => TestResult::StepDown(sides(answers, |answer| match answer {
            Answered::StepDown(step) => Some(step),
            _ => None,
        })),
        TestId::Landing => match answers.first() {
            Some(Some(Answered::Landing(landing))) => TestResult::Landing(*landing),
            _ => return None,
        },
    };
    (!result.is_empty()).then_some(result)
}

fn sides<T>(
    answers: &[Option<Answered>],
    of: impl Fn(Answered) -> Option<T>,
) -> PerSide<Option<T>> {
    let mut given = answers.iter().map(|answer| answer.and_then(&of));
    PerSide { left: given.next().flatten(), right: given.next().flatten() }
}

impl TestResult {
    /// What was answered on each screen: [`result_of`] the other way round.
    pub fn answers(&self) -> Vec<Option<Answered>> {
        steps(self.test()).into_iter().map(|step| self.answer(step)).collect()
    }

    fn answer(&self, step: Step) -> Option<Answered> {
        match (self, step) {
            (Self::RunnerCheck(check), Step::Recognise(at)) => {
                check.answers.get(at).copied().map(Answered::Recognised)
            }
            (Self::HipCheck(check), Step::Movement(movement, side)) => {
                let reading = check.get(movement, side);
                (!reading.is_empty()).then_some(Answered::Movement(reading))
            }
            (Self::OneLegStand(of), Step::OneSide(side)) => of.get(side).map(Answered::Stand),
            (Self::SingleLegSquat(of), Step::OneSide(side)) => of.get(side).map(Answered::Squat),
            (Self::HeelToButtock(of), Step::OneSide(side)) => of.get(side).map(Answered::Fold),
            (Self::SidePlank(of), Step::OneSide(side)) => of.get(side).map(Answered::Plank),
            (Self::StepDown(of), Step::OneSide(side)) => of.get(side).map(Answered::StepDown),
            (Self::Landing(landing), Step::Whole) => Some(Answered::Landing(*landing)),
            _ => None,
        }
    }
}
