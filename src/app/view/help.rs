//! "Does it help?": what somebody answered, what the log shows, and what is still needed to say
//! anything (R0.9 to R0.12, X37).

use crate::{
    app::model::Model,
    domain::{
        progress::{Finding, PainSoFar, ReviewAnswer, findings, pain_so_far},
        record::RecordId,
        time::{Day, Moment},
    },
};

/// A day that a finding rests on, and its sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    pub day: Day,
    /// None for an answer that was given on a day without a session.
    pub record: Option<RecordId>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub finding: Finding,
    /// The person said it; else the log shows it.
    pub told: bool,
    pub days: Vec<Shown>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct HelpPage {
    /// It is time for the review question.
    pub asks: bool,
    /// The newest first.
    pub answers: Vec<ReviewAnswer>,
    /// The most pressing first.
    pub found: Vec<Found>,
    pub pain: PainSoFar,
    /// Somebody has a plan to take along.
    pub has_plan: bool,
}

impl Model {
    pub fn help_page(&self, now: Moment) -> HelpPage {
        let log = &self.log;
        let today = now.day();
        let who = self.who(now);
        let found = findings(&log.evidence, &log.answers, &log.decisions, &who, today);
        let shown =
            |day: Day| Shown { day, record: self.history.on(day).next().map(|record| record.id) };
        let found = found.into_iter().map(|one| Found {
            finding: one.finding,
            told: one.told,
            days: one.days.into_iter().map(shown).collect(),
        });
        HelpPage {
            asks: self.asks_review(now),
            answers: log.answers.iter().rev().copied().collect(),
            found: found.collect(),
            pain: pain_so_far(&log.evidence),
            has_plan: self.choices().is_some(),
        }
    }
}
