//! A self-test while it is being taken: one thing at a time, back and forth, with a clock.

pub mod clock;
pub mod meter;
pub mod spoken;
pub mod taken;

use self::meter::Meter;

pub use self::clock::{Call, Clock, Face, clock_limit, notes};
pub use crate::domain::selftest::{Answered, Step, steps};
use crate::domain::{
    body::Side,
    record::RecordId,
    selftest::{Begun, How, TestId, TestResult, result_of},
    time::{Day, Moment, Seconds},
};

/// What may happen with self-tests.
#[derive(Clone, Copy, Debug)]
pub enum TestEvent {
    Began(TestId),
    /// With the answers of a test that was begun before.
    WentOn(TestId),
    /// An answer to the step that stands on the screen, or none: skipped. `chance` are random bits
    /// for the record that the last answer makes.
    Answered {
        answer: Option<Answered>,
        chance: [u8; 10],
    },
    WentBack,
    /// The other way to try a movement came onto the screen.
    CameTo(How),
    AskedToHear,
    /// Nothing of it is kept.
    GaveUp,
    StartedClock,
    StoppedClock,
    Deleted(RecordId),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Testing {
    test: TestId,
    at: usize,
    answers: Vec<Option<Answered>>,
    clock: Clock,
    /// The phone on a limb, while it measures this screen's movement.
    meter: Option<Meter>,
}

impl Testing {
    pub fn begin(test: TestId) -> Self {
        Self {
            test,
            at: 0,
            answers: vec![None; steps(test).len()],
            clock: Clock::Still,
            meter: None,
        }
    }

    /// Where somebody was; a screen that is no more begins at the first.
    pub fn go_on(begun: Begun) -> Self {
        let Begun { test, at, mut answers, .. } = begun;
        let screens = steps(test).len();
        answers.resize(screens, None);
        Self {
            test,
            at: if at < screens { at } else { 0 },
            answers,
            clock: Clock::Still,
            meter: None,
        }
    }

    pub fn test(&self) -> TestId {
        self.test
    }

    pub fn step(&self) -> Step {
        steps(self.test)[self.at]
    }

    /// Which screen, counted from 0, and how many there are.
    /// The first time that this side of the body comes by, all is new; the second time only the side.
    pub fn is_same_again(&self) -> bool {
        match self.step() {
            Step::Movement(_, side) | Step::OneSide(side) => side == Side::Right,
            Step::Recognise(_) | Step::Whole => false,
        }
    }

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
        self.leave_clock();
        if self.at + 1 == self.answers.len() {
            return true;
        }
        self.at += 1;
        false
    }

    pub fn go_back(&mut self) {
        self.at = self.at.saturating_sub(1);
        self.leave_clock();
    }

    /// The clock counts in for so long first.
    pub fn start_clock(&mut self, ready: Seconds, now: Moment) {
        if clock_limit(self.test).is_some() {
            self.clock = Clock::start(ready, now);
        }
    }

    /// Stopped in time there is a number; stopped before it ran there is none.
    pub fn stop_clock(&mut self, now: Moment) {
        self.clock = match self.face(now) {
            Face::Running(held) => Clock::Stopped(held.seconds_down()),
            Face::CountingIn(_) => Clock::Still,
            Face::Still | Face::Stopped(_) => self.clock,
        };
    }

    /// The clock and the meter belong to a screen that somebody sees.
    pub fn leave_clock(&mut self) {
        self.clock = Clock::Still;
        self.meter = None;
    }

    pub fn open_meter(&mut self, meter: Meter) {
        self.meter = Some(meter);
    }

    pub fn close_meter(&mut self) -> Option<Meter> {
        self.meter.take()
    }

    pub fn meter(&self) -> Option<&Meter> {
        self.meter.as_ref()
    }

    pub fn meter_mut(&mut self) -> Option<&mut Meter> {
        self.meter.as_mut()
    }

    /// What the clock shows; none of it counts ticks.
    pub fn face(&self, now: Moment) -> Face {
        self.clock.face(clock_limit(self.test).unwrap_or_default(), now)
    }

    /// What has to be said since the last look; stops the clock at its limit.
    pub fn look_at_clock(&mut self, now: Moment) -> Vec<Call> {
        let limit = clock_limit(self.test).unwrap_or_default();
        let calls = self.clock.calls(limit, now);
        if self.face(now) == Face::Running(limit.millis()) {
            self.clock = Clock::Stopped(limit);
        }
        calls
    }

    /// What all the screens come to; none when each of them was skipped.
    pub fn result(&self) -> Option<TestResult> {
        result_of(self.test, &self.answers)
    }

    /// What to remember of it, so that a page that goes costs one screen at most; none while
    /// nothing was answered.
    pub fn begun(&self, day: Day) -> Option<Begun> {
        let answered = self.answers.iter().any(Option::is_some);
        let Self { test, at, answers, .. } = self;
        answered.then(|| Begun { test: *test, day, at: *at, answers: answers.clone() })
    }
}
