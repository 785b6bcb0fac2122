//! What is kept besides finished sessions: one record per thing, under an id that never changes.

use super::{
    advice::Accepted,
    breaks::Workday,
    day::RedDay,
    planning::choices::Choices,
    progress::{Decision, ReviewAnswer},
    record::RecordId,
    routine::Routine,
    selftest::{Begun, Taken},
    spell::Spell,
    time::Day,
};

/// One kept thing in its latest revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub id: RecordId,
    /// 1 when made; each change adds one.
    pub revision: u32,
    /// When this revision was made, in epoch milliseconds UTC.
    pub updated: i64,
    /// None once it was taken away, so that no older file brings it back.
    pub body: Option<Body>,
}

/// What a kept thing says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    Breaks(BreakDay),
    Workday(Workday),
    Test(Box<Taken>),
    /// A test that was begun; one per test, under an id of its own.
    BegunTest(Box<Begun>),
    /// What somebody chose for their plan; there is one, under the least id.
    Plan(Box<Choices>),
    RedDay(RedDay),
    Routine(Routine),
    /// What was proposed and what somebody decided.
    Decision(Box<Decision>),
    /// How somebody said it goes (X37).
    Review(ReviewAnswer),
    /// Illness, a holiday, a flare-up.
    Spell(Spell),
    /// A plan of their physiotherapist that they took over; there is one, under the least id.
    Advice(Box<Accepted>),
}

/// The movement breaks of one day (R3.13, X20).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakDay {
    pub day: Day,
    /// 0 to 200.
    pub done: u32,
}
