//! All tests that were taken: the last of each, what opens a level, and when one is due (X24).

use super::{
    HipCheck, How, PerSide, Taken, TestId, TestResult,
    runner::{OneLegStand, Plank, RunnerCheck, Squat, SquatClass, StandClass, StepDown},
};
use crate::domain::{
    body::{HipMovement, Side},
    programme::ProgrammeId,
    time::Day,
};

/// Two re-tests, four weeks apart (X38).
const BUILD_TAKES: i64 = 56;

/// Everything that was taken, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tests(Vec<Taken>);

impl Tests {
    /// Tests of one day keep the order in which they come.
    pub fn new(taken: impl IntoIterator<Item = Taken>) -> Self {
        let mut taken: Vec<Taken> = taken.into_iter().collect();
        taken.sort_by_key(|taken| taken.day);
        Self(taken)
    }

    pub fn latest(&self, test: TestId) -> Option<&Taken> {
        self.0.iter().rev().find(|taken| taken.result.test() == test)
    }

    pub fn latest_hip_check(&self) -> Option<(Day, &HipCheck)> {
        self.hip_checks().last()
    }

    /// The oldest first.
    pub fn hip_checks(&self) -> impl DoubleEndedIterator<Item = (Day, &HipCheck)> {
        self.0.iter().filter_map(|taken| match &taken.result {
            TestResult::HipCheck(check) => Some((taken.day, check)),
            _ => None,
        })
    }

    /// The oldest first.
    pub fn runner_checks(&self) -> impl DoubleEndedIterator<Item = (Day, &RunnerCheck)> {
        self.0.iter().filter_map(|taken| match &taken.result {
            TestResult::RunnerCheck(check) => Some((taken.day, check)),
            _ => None,
        })
    }

    /// Movements whose class stayed the same through two re-tests over eight weeks against a hard
    /// stop or a pinch: the build may be the limit (X38, R1.23).
    pub fn limits(&self) -> Vec<(HipMovement, Side)> {
        let checks: Vec<_> = self.hip_checks().collect();
        let Some((last_day, last)) = checks.last() else { return Vec::new() };
        let old = |(day, _): &(Day, &HipCheck)| last_day.days_since(*day) >= BUILD_TAKES;
        let Some(first) = checks.iter().rposition(old) else { return Vec::new() };
        let run = &checks[first..];
        let [.., (_, before_last), _] = run else { return Vec::new() };
        if run.len() < 3 {
            return Vec::new();
        }
        last.all()
            .filter(|(movement, side, reading)| {
                let class = reading.best(*movement);
                let same = |check: &HipCheck| {
                    let then = check.get(*movement, *side);
                    let alike = |how: &How| then.read_by(*how) == reading.read_by(*how);
                    !then.is_empty() && then.best(*movement) == class && How::ALL.iter().all(alike)
                };
                let stopped = |check: &HipCheck| check.get(*movement, *side).is_stopped_by_build();
                class != Some(super::Class::Good)
                    && stopped(last)
                    && stopped(before_last)
                    && run.iter().all(|(_, check)| same(check))
            })
            .map(|(movement, side, _)| (movement, side))
            .collect()
    }

    /// What the levels of a programme ask of the tests, from the last taking of each.
    pub fn gates(&self) -> Gates {
        let mut gates = Gates::default();
        for test in TestId::ALL {
            match self.latest(*test).map(|taken| &taken.result) {
                Some(TestResult::OneLegStand(sides)) => gates.stand = *sides,
                Some(TestResult::SingleLegSquat(sides)) => gates.squat = *sides,
                Some(TestResult::SidePlank(sides)) => gates.plank = *sides,
                Some(TestResult::StepDown(sides)) => gates.step_down = *sides,
                Some(TestResult::Landing(landing)) => gates.landing = Some(landing.passes()),
                Some(TestResult::HeelToButtock(sides)) => {
                    gates.heel_to_buttock = sides.both(super::Fold::is_met);
                }
                _ => {}
            }
        }
        gates
    }
}

/// What was shown for the gates of P1 and P5 (X27). A side without a test shows nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gates {
    pub stand: PerSide<Option<OneLegStand>>,
    pub squat: PerSide<Option<Squat>>,
    pub plank: PerSide<Option<Plank>>,
    pub step_down: PerSide<Option<StepDown>>,
    /// T8, where it was taken.
    pub landing: Option<bool>,
    /// The criterion `quad_heel_to_buttock` on both sides.
    pub heel_to_buttock: bool,
}

impl Gates {
    /// T3: 30 s, level, on both sides.
    pub fn passes_stand(&self) -> bool {
        self.stand.both(|stand| stand.class() == StandClass::Pass)
    }

    /// T4: good on both sides.
    pub fn passes_squat(&self) -> bool {
        self.squat.both(|squat| squat.class() == SquatClass::Good)
    }

    /// T6: so many seconds on both sides.
    pub fn holds_plank_for(&self, seconds: u32) -> bool {
        self.plank.both(|plank| plank.held.0 >= seconds)
    }

    /// T7: ten clean ones on both sides.
    pub fn passes_step_down(&self) -> bool {
        self.step_down.both(StepDown::passes)
    }

    /// T8.
    pub fn passes_landing(&self) -> bool {
        self.landing == Some(true)
    }
}

/// When a test should be taken again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Due {
    Now,
    /// In so many days.
    In(i64),
    /// No programme that is followed asks for it.
    WhenYouLike,
}

/// Days from one taking to the next, and the programme that asks for it (X24, 4.3).
fn rhythm(test: TestId) -> Option<(i64, &'static str)> {
    match test {
        TestId::HipCheck => Some((28, "P2")),
        TestId::RunnerCheck | TestId::OneLegStand | TestId::SingleLegSquat => Some((42, "P5")),
        TestId::HeelToButtock => Some((14, "P1")),
        TestId::SidePlank => Some((28, "P5")),
        // Only at the gate of level 3, and the plan asks for these there.
        TestId::StepDown | TestId::Landing => None,
    }
}

/// When this test is due for somebody who follows these programmes. The hip check comes back for
/// everybody who took it once. T5 opens the second stage of P1 and nothing else: once the heel
/// reaches the buttock on both sides without pain, its question is answered.
pub fn due(test: TestId, tests: &Tests, following: &[ProgrammeId], today: Day) -> Due {
    let Some((days, programme)) = rhythm(test) else { return Due::WhenYouLike };
    if test == TestId::HeelToButtock && tests.gates().heel_to_buttock {
        return Due::WhenYouLike;
    }
    let last = tests.latest(test).map(|taken| taken.day);
    let follows = following.iter().any(|id| id.0 == programme);
    match last {
        None if follows => Due::Now,
        Some(last) if follows || test == TestId::HipCheck => {
            let left = days - today.days_since(last);
            if left <= 0 { Due::Now } else { Due::In(left) }
        }
        _ => Due::WhenYouLike,
    }
}
