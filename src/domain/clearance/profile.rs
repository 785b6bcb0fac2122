//! What a person has told, and what it comes to: the light (3.3) and the conditions (3.2).

use std::collections::BTreeSet;

use super::{Answers, Found, Level, Verdict};
use crate::domain::{
    catalogue::Catalogue,
    exercise::Condition,
    progress::Opened,
    record::{Answer, Consultation},
    screening::{Narrowing, QuestionLevel, ScreeningQuestion},
    settings::AgeBand,
};

/// Answers about what somebody was told of their hip (R1.3) begin with this.
pub const LABEL: &str = "label-";

/// Under which name the answers say that this label was given.
pub fn label_key(label: &str) -> String {
    format!("{LABEL}{label}")
}

/// The amber that follows from the age (X31) and is never asked.
const SIXTEEN: &str = "A12";

/// Everything about a person that decides what they may do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    pub answers: Answers,
    pub age: Option<AgeBand>,
    pub consultation: Option<Consultation>,
    /// Pain of at most 2 for two weeks, which level 3 waits for with complaints (3.3).
    pub calm: bool,
    /// What the self-tests found.
    pub found: Found,
    /// The stages that jump, as far as their gates were passed.
    pub opened: Opened,
    /// The side plank was held for 20 seconds on both sides (C17).
    pub side_plank: bool,
    /// Jumps lie less than 48 hours behind (X14).
    pub jumped: bool,
}

impl Profile {
    /// The light; none while an answer that it needs is missing. An emergency needs no other
    /// answer, and a red light needs no ambers.
    pub fn verdict(&self, catalogue: &Catalogue) -> Option<Verdict> {
        let mut verdict = Verdict { level: Level::Green, because: Vec::new() };
        let (amber, red): (Vec<_>, Vec<_>) =
            catalogue.questions.iter().partition(|question| question.level == QuestionLevel::Amber);
        let mut missing = false;
        for question in red {
            match level_of(question, &self.answers) {
                Some(level) => count(&mut verdict, question, level),
                None => missing = true,
            }
        }
        if missing {
            return (verdict.level == Level::RedEmergency).then_some(verdict);
        }
        for question in amber {
            let level = self.amber(question);
            if level.is_none() && !verdict.level.is_red() {
                return None;
            }
            count(&mut verdict, question, level.unwrap_or(Level::Green));
        }
        for test in self.found.because() {
            verdict.because.push(test.to_owned());
            verdict.level = verdict.level.max(Level::Amber);
        }
        Some(verdict)
    }

    /// Doubt about an amber counts as a yes: nothing milder lies between it and no. Our choice.
    fn amber(&self, question: &ScreeningQuestion) -> Option<Level> {
        let yes = if question.id == SIXTEEN {
            self.age == Some(AgeBand::SixteenSeventeen)
        } else {
            *self.answers.get(&question.id)? != Answer::No
        };
        Some(if yes { Level::Amber } else { Level::Green })
    }

    /// Whether the answer is not no; a missing one counts as no here.
    pub fn may_have(&self, id: &str) -> bool {
        self.answers.get(id).is_some_and(|answer| *answer != Answer::No)
    }

    /// The conditions that hold, with all that they imply.
    pub fn conditions(&self, catalogue: &Catalogue) -> BTreeSet<Condition> {
        let sets = catalogue.questions.iter().filter(|question| self.may_have(&question.id));
        let mut held: BTreeSet<Condition> =
            sets.flat_map(|question| question.sets.iter().copied()).collect();
        held.extend(Condition::ALL.iter().filter(|condition| self.may_have(condition.slug())));
        let labels = catalogue.labels.iter().filter(|label| self.may_have(&label_key(&label.id)));
        held.extend(labels.flat_map(|label| label.conditions.iter().copied()));
        // Somebody who leaves open which of these it is gets the most careful one.
        let born = [Condition::PregnancyAny, Condition::Pregnancy2nd3rd, Condition::Postpartum12w];
        if self.may_have("A6") && born.iter().all(|condition| !held.contains(condition)) {
            held.insert(Condition::Pregnancy2nd3rd);
        }
        if self.age == Some(AgeBand::SixtyFivePlus) {
            held.insert(Condition::Age65Plus);
        }
        for text in &catalogue.conditions {
            if held.contains(&text.condition) {
                held.extend(text.implies.iter().copied());
            }
        }
        held
    }

    /// True once somebody said that they talked it over, or are being treated. What a self-test
    /// found after that day was not part of it.
    pub fn has_consulted(&self) -> bool {
        match self.consultation {
            Some(Consultation::Held { day, .. }) => self.found.is_covered_by(day),
            _ => false,
        }
    }
}

/// A consultation was about the answers of its day: it holds on while no new trouble came up.
pub fn carried_over(before: &Answers, now: &Answers) -> bool {
    let trouble =
        |answers: &Answers, id: &str| answers.get(id).is_some_and(|one| *one != Answer::No);
    now.keys().all(|id| !trouble(now, id) || trouble(before, id))
}

fn count(verdict: &mut Verdict, question: &ScreeningQuestion, level: Level) {
    if level > Level::Green {
        verdict.because.push(question.id.clone());
    }
    verdict.level = verdict.level.max(level);
}

/// The level of one red question; not knowing counts one step milder than yes (3.3).
fn level_of(question: &ScreeningQuestion, answers: &Answers) -> Option<Level> {
    let answer = *answers.get(&question.id)?;
    Some(match (question.level, answer) {
        (_, Answer::No) => Level::Green,
        (level, Answer::Yes) => match &question.narrowing {
            None => plain_level(level),
            Some(narrowing) => plain_level(narrowed(level, narrowing, answers)?),
        },
        (QuestionLevel::RedEmergency, Answer::Unsure) => Level::RedUrgent,
        (QuestionLevel::RedUrgent | QuestionLevel::Amber, Answer::Unsure) => Level::Amber,
    })
}

/// A yes counts fully only with a yes to all of these and to one of those (Decision 10). Doubt
/// counts as a yes here: this is the border where a stress fracture hides. None while an answer
/// is missing.
fn narrowed(
    level: QuestionLevel,
    narrowing: &Narrowing,
    answers: &Answers,
) -> Option<QuestionLevel> {
    let holds = |id: &str| answers.get(id).map(|answer| *answer != Answer::No);
    for condition in &narrowing.all_of {
        if !holds(&condition.id)? {
            return Some(narrowing.otherwise);
        }
    }
    let mut signs = false;
    for sign in &narrowing.one_of {
        signs |= holds(&sign.id)?;
    }
    Some(if signs { level } else { narrowing.otherwise })
}

fn plain_level(level: QuestionLevel) -> Level {
    match level {
        QuestionLevel::RedEmergency => Level::RedEmergency,
        QuestionLevel::RedUrgent => Level::RedUrgent,
        QuestionLevel::Amber => Level::Amber,
    }
}
