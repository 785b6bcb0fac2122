//! A self-test while it is being taken: one thing at a time, back and forth, with a clock.

use crate::domain::{
    body::{HipMovement, Side},
    record::{Answer, RecordId},
    selftest::{
        Fold, HIP_ORDER, HipCheck, Landing, OneLegStand, PerSide, Plank, Reading, RunnerCheck,
        SIDES, Squat, StepDown, TestId, TestResult,
    },
    time::{Millis, Moment, Seconds},
};

/// What may happen with self-tests.
#[derive(Clone, Copy, Debug)]
pub enum TestEvent {
    Began(TestId),
    /// An answer to the step that stands on the screen, or none: skipped. `chance` are random bits
    /// for the record that the last answer makes.
    Answered {
        answer: Option<Answered>,
        chance: [u8; 10],
    },
    WentBack,
    /// Nothing of it is kept.
    GaveUp,
    StartedClock,
    StoppedClock,
    Deleted(RecordId),
}

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

/// A clock that somebody starts and stops; it runs by the moments and counts no ticks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clock {
    #[default]
    Still,
    Running {
        since: Moment,
    },
    Stopped(Seconds),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Testing {
    test: TestId,
    at: usize,
    answers: Vec<Option<Answered>>,
    clock: Clock,
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

/// The longest that the clock of a test runs; most have none.
pub fn clock_limit(test: TestId) -> Option<Seconds> {
    match test {
        TestId::OneLegStand => Some(OneLegStand::LONGEST),
        TestId::SidePlank => Some(Plank::LONGEST),
        _ => None,
    }
}

impl Testing {
    pub fn begin(test: TestId) -> Self {
        Self { test, at: 0, answers: vec![None; steps(test).len()], clock: Clock::Still }
    }

    pub fn test(&self) -> TestId {
        self.test
    }

    pub fn step(&self) -> Step {
        steps(self.test)[self.at]
    }

    /// Which screen, counted from 0, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.at, self.answers.len())
    }

    /// What was answered here before somebody went back.
    pub fn answer(&self) -> Option<Answered> {
        self.answers[self.at]
    }

    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// Takes the answer and goes on; true when that was the last screen.
    pub fn take(&mut self, answer: Option<Answered>) -> bool {
        self.answers[self.at] = answer;
        self.clock = Clock::Still;
        if self.at + 1 == self.answers.len() {
            return true;
        }
        self.at += 1;
        false
    }

    pub fn go_back(&mut self) {
        self.at = self.at.saturating_sub(1);
        self.clock = Clock::Still;
    }

    pub fn start_clock(&mut self, now: Moment) {
        if clock_limit(self.test).is_some() {
            self.clock = Clock::Running { since: now };
        }
    }

    pub fn stop_clock(&mut self, now: Moment) {
        if let Some(held) = self.running(now) {
            self.clock = Clock::Stopped(held.seconds_down());
        }
    }

    pub fn leave_clock(&mut self) {
        self.clock = Clock::Still;
    }

    /// Stops the clock at its limit; true when it has just come there.
    pub fn look_at_clock(&mut self, now: Moment) -> bool {
        let Some(limit) = clock_limit(self.test) else { return false };
        let over = self.running(now).is_some_and(|held| held >= limit.millis());
        if over {
            self.clock = Clock::Stopped(limit);
        }
        over
    }

    /// How long the clock has been running, at most its limit.
    pub fn running(&self, now: Moment) -> Option<Millis> {
        let Clock::Running { since } = self.clock else { return None };
        let limit = clock_limit(self.test)?.millis();
        Some(Millis(now.mono.saturating_sub(since.mono)).min(limit))
    }

    /// What all the screens come to; none when each of them was skipped.
    pub fn result(&self) -> Option<TestResult> {
        if self.answers.iter().all(Option::is_none) {
            return None;
        }
        let result = match self.test {
            TestId::RunnerCheck => {
                let mut answers = [Answer::Unsure; 5];
                for (answer, given) in answers.iter_mut().zip(&self.answers) {
                    if let Some(Answered::Recognised(given)) = given {
                        *answer = *given;
                    }
                }
                TestResult::RunnerCheck(RunnerCheck { answers })
            }
            TestId::HipCheck => {
                let mut check = HipCheck::default();
                for (step, answer) in steps(self.test).into_iter().zip(&self.answers) {
                    if let (Step::Movement(movement, side), Some(Answered::Movement(reading))) =
                        (step, answer)
                    {
                        check.put(movement, side, *reading);
                    }
                }
                TestResult::HipCheck(check)
            }
            TestId::OneLegStand => TestResult::OneLegStand(self.sides(|answer| match answer {
                Answered::Stand(stand) => Some(stand),
                _ => None,
            })),
            TestId::SingleLegSquat => {
                TestResult::SingleLegSquat(self.sides(|answer| match answer {
                    Answered::Squat(squat) => Some(squat),
                    _ => None,
                }))
            }
            TestId::HeelToButtock => TestResult::HeelToButtock(self.sides(|answer| match answer {
                Answered::Fold(fold) => Some(fold),
                _ => None,
            })),
            TestId::SidePlank => TestResult::SidePlank(self.sides(|answer| match answer {
                Answered::Plank(plank) => Some(plank),
                _ => None,
            })),
            TestId::StepDown => TestResult::StepDown(self.sides(|answer| match answer {
                Answered::StepDown(step) => Some(step),
                _ => None,
            })),
            TestId::Landing => match self.answers[0] {
                Some(Answered::Landing(landing)) => TestResult::Landing(landing),
                _ => return None,
            },
        };
        (!result.is_empty()).then_some(result)
    }

    fn sides<T>(&self, of: impl Fn(Answered) -> Option<T>) -> PerSide<Option<T>> {
        let mut given = self.answers.iter().map(|answer| answer.and_then(&of));
        PerSide { left: given.next().flatten(), right: given.next().flatten() }
    }
}
