//! What the pages of the self-tests show, as values.

use super::today::Gate;
use crate::{
    app::{
        model::Model,
        testing::{Face, Testing},
    },
    domain::{
        figure::Pose,
        programme::ProgrammeId,
        record::RecordId,
        selftest::{
            Change, Due, Given, GradedItem, HipDecision, Picture, SelfTest, Taken, TestId,
            TestResult, Tests, changes, decide, due,
        },
        time::{Day, Moment, Seconds},
    },
};

/// A programme counts as followed for so long after its last session. Our choice.
const FOLLOWED_DAYS: i64 = 28;

/// A test that keeps a gate shut is asked again after so many days. Our choice.
const AT_A_GATE: i64 = 14;

/// One test as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct TestCard {
    pub test: &'static SelfTest,
    /// The last result, where there is one.
    pub last: Option<(RecordId, Day)>,
    pub grades: Vec<GradedItem>,
    pub due: Due,
    /// False while the light, or the gentle start, keeps it closed.
    pub open: bool,
    /// It was begun and left before its end.
    pub begun: bool,
}

/// One result, beside the one before.
#[derive(Clone, Debug, PartialEq)]
pub struct TestReport {
    pub id: RecordId,
    pub test: &'static SelfTest,
    pub taken: Taken,
    pub grades: Vec<GradedItem>,
    /// The day of the result before, and what changed since.
    pub before: Option<(Day, Vec<(GradedItem, Change)>)>,
    /// What the hip check comes to.
    pub decision: Option<HipDecision>,
}

/// A test that somebody left before its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BegunTest {
    pub day: Day,
    pub done: usize,
    pub of: usize,
}

/// The clock in whole seconds, as it stands on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockFace {
    Still,
    CountingIn(Seconds),
    Running(Seconds),
    Stopped(Seconds),
}

impl Model {
    /// Everything that the tests tell: the last of each, gates, limits of the build.
    pub fn tests(&self) -> &Tests {
        &self.tested.tests
    }

    /// Whether this test may be taken now. Under a red light none is; in the gentle start those of
    /// strength and jumps wait (3.3).
    pub fn may_take(&self, test: TestId, now: Moment) -> bool {
        match self.gate(now) {
            Gate::Open => true,
            Gate::Gentle => {
                ![TestId::SingleLegSquat, TestId::SidePlank, TestId::StepDown, TestId::Landing]
                    .contains(&test)
            }
            Gate::AskFirst | Gate::Urgent | Gate::Emergency | Gate::TooYoung => false,
        }
    }

    pub fn test_cards(&self, now: Moment) -> Vec<TestCard> {
        let taken = &self.tested.taken;
        let tests = self.tests();
        let following = self.programmes_of_late(now.day());
        let at_gates = self.tests_at_gates(now);
        let card = |test: &'static SelfTest| {
            let last = taken.iter().rev().find(|(_, taken)| taken.result.test() == test.id);
            let rested = last.is_none_or(|(_, taken)| now.day().days_since(taken.day) >= AT_A_GATE);
            let due = match due(test.id, tests, &following, now.day()) {
                _ if rested && at_gates.contains(&test.id) => Due::Now,
                due => due,
            };
            TestCard {
                test,
                last: last.map(|(id, taken)| (*id, taken.day)),
                grades: last.map(|(_, taken)| taken.result.grades()).unwrap_or_default(),
                due,
                open: self.may_take(test.id, now),
                begun: self.tested.begun(test.id, now.day()).is_some(),
            }
        };
        self.catalogue.selftests.iter().map(card).collect()
    }

    /// The test that should be taken first, for Vandaag: one that keeps a gate shut, or else the
    /// first whose time has come.
    pub fn test_due(&self, now: Moment) -> Option<&'static SelfTest> {
        let mut cards = self.test_cards(now);
        cards.retain(|card| card.open && card.due == Due::Now);
        let at_gates = self.tests_at_gates(now);
        cards.sort_by_key(|card| !at_gates.contains(&card.test.id));
        cards.first().map(|card| card.test)
    }

    /// A test that somebody can go on with, for Vandaag.
    pub fn test_to_go_on_with(&self, now: Moment) -> Option<&'static SelfTest> {
        let mut cards = self.test_cards(now).into_iter();
        cards.find(|card| card.open && card.begun).map(|card| card.test)
    }

    /// Earlier results of one test, the newest first.
    pub fn earlier_tests(&self, test: TestId) -> Vec<(RecordId, Day)> {
        let taken = self.tested.taken.iter().rev();
        taken
            .filter(|(_, taken)| taken.result.test() == test)
            .map(|(id, taken)| (*id, taken.day))
            .collect()
    }

    pub fn test_report(&self, id: &str) -> Option<TestReport> {
        let id = RecordId::parse(id)?;
        let all = &self.tested.taken;
        let at = all.iter().position(|(one, _)| *one == id)?;
        let (_, taken) = &all[at];
        let kind = taken.result.test();
        let earlier = all[..at].iter().rev().find(|(_, one)| one.result.test() == kind);
        let until = all[..=at].iter().map(|(_, taken)| taken.clone());
        let given = Given { limits: Tests::new(until).limits(), ..Given::default() };
        let decision = match &taken.result {
            TestResult::HipCheck(check) => Some(decide(check, &given)),
            _ => None,
        };
        Some(TestReport {
            id,
            test: self.catalogue.selftest(kind)?,
            taken: taken.clone(),
            grades: taken.result.grades(),
            before: earlier.map(|(_, before)| (before.day, changes(&before.result, &taken.result))),
            decision,
        })
    }

    /// What the last hip check comes to, as far as the tests alone tell; a plan that knows goals
    /// and conditions asks [`decide`] itself.
    pub fn hip_decision(&self) -> Option<HipDecision> {
        let tests = self.tests();
        let (_, check) = tests.latest_hip_check()?;
        Some(decide(check, &Given { limits: tests.limits(), ..Given::default() }))
    }

    fn programmes_of_late(&self, today: Day) -> Vec<ProgrammeId> {
        let recent =
            self.history.newest_first().filter(|one| today.days_since(one.day) <= FOLLOWED_DAYS);
        let mut ids: Vec<ProgrammeId> = recent
            .filter_map(|record| self.catalogue.session(&record.session))
            .map(|(programme, _)| programme.id.clone())
            .collect();
        ids.sort();
        ids.dedup();
        ids
    }

    pub fn test_under_way(&self, test: TestId) -> Option<&Testing> {
        self.testing.as_ref().filter(|testing| testing.test() == test)
    }

    /// The poses of a figure, and whether the right side works in them or both do.
    pub fn pictured(&self, picture: &'static Picture) -> Option<(&'static [Pose], bool)> {
        match picture {
            Picture::Exercise(id) => {
                self.catalogue.exercise(id).map(|one| (&one.poses[..], one.unilateral))
            }
            Picture::Test(id) => match self.catalogue.selftest(*id)?.picture.as_ref()? {
                Picture::Test(_) => None,
                own => self.pictured(own),
            },
            Picture::Own { poses, sided } => Some((poses, *sided)),
        }
    }

    /// A test that was begun and left, with its screens done so far and all of them.
    pub fn begun_test(&self, test: TestId, now: Moment) -> Option<BegunTest> {
        let begun = self.tested.begun(test, now.day())?;
        let done = begun.answers.iter().flatten().count();
        Some(BegunTest { day: begun.day, done, of: begun.answers.len() })
    }

    /// What the clock of the test shows now.
    pub fn test_clock(&self, now: Moment) -> ClockFace {
        match self.testing.as_ref().map(|testing| testing.face(now)) {
            None | Some(Face::Still) => ClockFace::Still,
            Some(Face::CountingIn(left)) => ClockFace::CountingIn(left.seconds_up()),
            Some(Face::Running(held)) => ClockFace::Running(held.seconds_down()),
            Some(Face::Stopped(held)) => ClockFace::Stopped(held),
        }
    }
}
