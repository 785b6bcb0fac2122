//! The red questions as a form: three groups by subject, what still lacks an answer, and what the
//! answers come to.

use std::collections::BTreeSet;

use super::today::SessionCard;
use crate::{
    app::model::Model,
    archive::store::Archive,
    domain::{
        catalogue::Catalogue,
        clearance::{Answers, Level},
        record::Answer,
        screening::{FollowUp, QuestionLevel, ScreeningQuestion},
        time::Moment,
    },
};

/// What a group of questions is about. The grouping is our choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Feeling,
    Illness,
    Movement,
}

impl Subject {
    pub const ALL: [Self; 3] = [Self::Feeling, Self::Illness, Self::Movement];

    /// A question that nobody placed stands in the last group rather than in none.
    fn of(question: &ScreeningQuestion) -> Self {
        match question.id.as_str() {
            "S1" | "S2" | "S3" | "S4" | "S10" => Self::Feeling,
            "S5" | "S6" | "S7" | "S8" | "S15" => Self::Illness,
            _ => Self::Movement,
        }
    }

    /// The red questions about it, in the order of the content.
    pub fn questions(self, catalogue: &Catalogue) -> Vec<&ScreeningQuestion> {
        catalogue
            .questions
            .iter()
            .filter(|question| question.level != QuestionLevel::Amber)
            .filter(|question| Self::of(question) == self)
            .collect()
    }
}

/// What is asked on after a yes: first what all have to hold, and only where that stands the signs
/// of which one is enough (Decision 10).
pub fn follow_ups<'a>(question: &'a ScreeningQuestion, answers: &Answers) -> Vec<&'a FollowUp> {
    let Some(narrowing) = &question.narrowing else { return Vec::new() };
    if answers.get(&question.id) != Some(&Answer::Yes) {
        return Vec::new();
    }
    let holds = |follow: &FollowUp| answers.get(&follow.id).is_some_and(|one| *one != Answer::No);
    let mut asked: Vec<&FollowUp> = narrowing.all_of.iter().collect();
    if narrowing.all_of.iter().all(holds) {
        asked.extend(&narrowing.one_of);
    }
    asked
}

/// The IDs of what is asked and has no answer yet, in the order of the page.
pub fn missing<'a>(questions: &[&'a ScreeningQuestion], answers: &Answers) -> Vec<&'a str> {
    let mut ids = Vec::new();
    for question in questions {
        ids.push(question.id.as_str());
        ids.extend(follow_ups(question, answers).into_iter().map(|follow| follow.id.as_str()));
    }
    ids.retain(|id| !answers.contains_key(*id));
    ids
}

/// "None of these".
pub fn deny_all(questions: &[&ScreeningQuestion], answers: &mut Answers) {
    for question in questions {
        answers.insert(question.id.clone(), Answer::No);
    }
}

/// Takes away answers to follow-up questions that are no longer asked: they would come back as if
/// somebody had just given them.
pub fn settle(catalogue: &Catalogue, answers: &mut Answers) {
    for question in &catalogue.questions {
        let asked: BTreeSet<String> =
            follow_ups(question, answers).into_iter().map(|follow| follow.id.clone()).collect();
        let Some(narrowing) = &question.narrowing else { continue };
        for follow in narrowing.all_of.iter().chain(&narrowing.one_of) {
            if !asked.contains(&follow.id) {
                answers.remove(&follow.id);
            }
        }
    }
}

/// What the answers come to, as the page tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    pub level: Level,
    /// The questions that led to it.
    pub because: Vec<&'static ScreeningQuestion>,
    /// "I don't know" stood among the answers.
    pub unsure: bool,
    /// The sessions that may be done; left empty when all of them may.
    pub open: Vec<SessionCard>,
}

impl Model {
    /// The answers as they were given last.
    pub fn screening_answers(&self) -> Answers {
        let record = self.archive().and_then(Archive::screening);
        record.map(|record| record.answers.clone()).unwrap_or_default()
    }

    pub fn screening_outcome(&self, now: Moment) -> Option<Outcome> {
        let verdict = self.verdict()?;
        let because =
            self.catalogue.questions.iter().filter(|one| verdict.because.contains(&one.id));
        let open = if verdict.level == Level::Green { Vec::new() } else { self.open_sessions(now) };
        Some(Outcome {
            level: verdict.level,
            because: because.collect(),
            unsure: self.screening_answers().values().any(|answer| *answer == Answer::Unsure),
            open,
        })
    }

    fn open_sessions(&self, now: Moment) -> Vec<SessionCard> {
        self.catalogue
            .programmes
            .iter()
            .flat_map(|programme| self.programme_sessions(programme, now))
            .filter(|card| card.open)
            .collect()
    }
}
