//! What is proposed today, the review question, and what was decided when.

use crate::{
    app::model::Model,
    domain::{
        dose::{Adjustment, Mode, Protocol},
        exercise::ExerciseId,
        progress::{
            Decision, Known, Proposal, Retest, Standing, TestResults, Who, proposals, review_is_due,
            rungs,
        },
        time::Moment,
    },
};

/// No more cards than this at once: nobody decides about everything in one go. Our choice.
const CARDS: usize = 3;

impl Model {
    /// The steps, pauses and lighter weeks that hold now.
    pub fn standing(&self, now: Moment) -> Standing {
        Standing::new(&self.log.evidence, &self.log.decisions, now.day())
    }

    fn who(&self, now: Moment) -> Who {
        Who::new(self.settings.age_group(now.day().year()))
    }

    fn tests(&self) -> (TestResults, Vec<Retest>) {
        (TestResults::default(), Vec::new())
    }

    /// The most pressing proposals.
    pub fn proposals(&self, now: Moment) -> Vec<Proposal> {
        let (tests, retests) = self.tests();
        let mut all = proposals(&Known {
            catalogue: self.catalogue,
            evidence: &self.log.evidence,
            decisions: &self.log.decisions,
            answers: &self.log.answers,
            tests: &tests,
            retests: &retests,
            who: &self.who(now),
            today: now.day(),
        });
        all.truncate(CARDS);
        all
    }

    /// Whether it is time to ask how the complaint goes (X37).
    pub fn asks_review(&self, now: Moment) -> bool {
        review_is_due(&self.log.evidence, &self.log.answers, now.day())
    }

    /// The newest first.
    pub fn decisions(&self) -> Vec<Decision> {
        self.log.decisions.iter().rev().cloned().collect()
    }

    /// The numbers of one step of a ladder.
    pub fn step_numbers(
        &self,
        exercise: &ExerciseId,
        mode: Mode,
        place: usize,
        now: Moment,
    ) -> Option<(Protocol, Option<u32>)> {
        let age = self.settings.age_group(now.day().year());
        let dose = self.catalogue.exercise(exercise)?.dose(mode)?;
        let step = rungs(self.catalogue, exercise, mode, age)
            .and_then(|ladder| ladder.steps.get(place).copied());
        let change = step.map_or_else(Adjustment::default, |step| step.change);
        Some((dose.resolve(age, change), step.and_then(|step| step.effort_most)))
    }
}
