//! The health questions as a form: five groups by subject, what still lacks an answer, and what the
//! answers come to.

use std::collections::BTreeSet;

use super::today::SessionCard;
use crate::{
    app::model::Model,
    archive::store::Archive,
    domain::{
        catalogue::Catalogue,
        clearance::{Answers, Found, LABEL, Level, Profile, label_key},
        exercise::Condition,
        record::{Answer, Consultation},
        screening::{FollowUp, QuestionLevel, ScreeningQuestion},
        settings::AgeBand,
        text::Bilingual,
        time::{Day, Moment},
    },
};

/// What a group of questions is about. The grouping is our choice; red comes before amber.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    Feeling,
    Illness,
    Movement,
    Complaints,
    Health,
}

impl Subject {
    pub const ALL: [Self; 5] =
        [Self::Feeling, Self::Illness, Self::Movement, Self::Complaints, Self::Health];

    /// A question that nobody placed stands in the last group of its level rather than in none.
    fn of(question: &ScreeningQuestion) -> Self {
        match (question.level, question.id.as_str()) {
            (QuestionLevel::Amber, "A1" | "A2" | "A4" | "A8" | "A10" | "A11") => Self::Complaints,
            (QuestionLevel::Amber, _) => Self::Health,
            (_, "S1" | "S2" | "S3" | "S4" | "S10") => Self::Feeling,
            (_, "S5" | "S6" | "S7" | "S8" | "S15") => Self::Illness,
            _ => Self::Movement,
        }
    }
}

/// Something to tick after a yes: a condition, or what somebody was told about their hip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Under which the answers keep it.
    pub key: String,
    pub text: &'static Bilingual,
    /// What it changes.
    pub effect: Option<&'static Bilingual>,
}

/// The questions as they are asked of one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Form {
    pub catalogue: &'static Catalogue,
    /// Everybody of 65 or older is asked about the floor (Decision 12).
    pub senior: bool,
}

impl Form {
    /// The questions about it, in the order of the content. A12 follows from the age.
    pub fn questions(self, subject: Subject) -> Vec<&'static ScreeningQuestion> {
        self.catalogue
            .questions
            .iter()
            .filter(|question| question.id != "A12" && Subject::of(question) == subject)
            .collect()
    }

    /// Whether the floor is asked about here; A9 asks it among its conditions.
    pub fn asks_floor(self, subject: Subject, answers: &Answers) -> bool {
        self.senior && subject == Subject::Health && !yes(answers, "A9")
    }

    /// What is to be ticked after a yes, and nothing that an earlier yes asks already.
    pub fn ticks(self, question: &ScreeningQuestion, answers: &Answers) -> Vec<Tick> {
        if !yes(answers, &question.id) {
            return Vec::new();
        }
        let earlier: BTreeSet<Condition> = self
            .catalogue
            .questions
            .iter()
            .take_while(|other| other.id != question.id)
            .filter(|other| yes(answers, &other.id))
            .flat_map(|other| other.asks.iter().copied())
            .collect();
        let labels =
            self.catalogue.labels.iter().filter(|label| question.asks_labels && label.id != "none");
        let labels = labels.map(|label| Tick {
            key: label_key(&label.id),
            text: &label.name,
            effect: Some(&label.effect),
        });
        let asked = question.asks.iter().filter(|condition| !earlier.contains(condition));
        let conditions = asked.filter_map(|condition| {
            let text = self.catalogue.condition(*condition)?;
            Some(Tick { key: condition.slug().to_owned(), text: &text.text, effect: None })
        });
        labels.chain(conditions).collect()
    }

    /// The IDs of what is asked and has no answer yet, in the order of the page.
    pub fn missing(self, subject: Subject, answers: &Answers) -> Vec<String> {
        let mut ids = Vec::new();
        for question in self.questions(subject) {
            ids.push(question.id.clone());
            ids.extend(follow_ups(question, answers).into_iter().map(|follow| follow.id.clone()));
            // A list lacks one answer, however long it is.
            let mut ticks = self.ticks(question, answers).into_iter();
            ids.extend(ticks.find(|tick| !answers.contains_key(&tick.key)).map(|tick| tick.key));
        }
        if self.asks_floor(subject, answers) {
            ids.push(Condition::NoFloor.slug().to_owned());
        }
        ids.retain(|id| !answers.contains_key(id));
        ids
    }

    /// Whether nothing more has to be asked after this group: whoever is in an emergency reads
    /// what to do at once, and after the red groups a red light needs no ambers (3.3).
    pub fn is_enough(self, step: usize, answers: &Answers) -> bool {
        let asked = Subject::ALL.iter().take(step + 1).flat_map(|subject| self.questions(*subject));
        let ids = asked.flat_map(|question| {
            let more = follow_ups(question, answers).into_iter().map(|follow| &follow.id);
            std::iter::once(&question.id).chain(more)
        });
        let given = ids.filter_map(|id| Some((id.clone(), *answers.get(id)?))).collect();
        let so_far = Profile { answers: given, ..Profile::default() };
        so_far.verdict(self.catalogue).is_some_and(|verdict| verdict.level.is_red())
    }

    /// The first group with a gap: who answered a part already begins there.
    pub fn first_gap(self, answers: &Answers) -> usize {
        let gap = |subject: &Subject| !self.missing(*subject, answers).is_empty();
        Subject::ALL.iter().position(gap).unwrap_or_default()
    }

    /// "None of these".
    pub fn deny_all(self, subject: Subject, answers: &mut Answers) {
        for question in self.questions(subject) {
            answers.insert(question.id.clone(), Answer::No);
        }
        if self.asks_floor(subject, answers) {
            answers.insert(Condition::NoFloor.slug().to_owned(), Answer::No);
        }
    }

    /// Takes away what is no longer asked: it would come back as if somebody had just said it.
    pub fn settle(self, answers: &mut Answers) {
        let questions = &self.catalogue.questions;
        for question in questions {
            let asked: BTreeSet<String> =
                follow_ups(question, answers).into_iter().map(|follow| follow.id.clone()).collect();
            let Some(narrowing) = &question.narrowing else { continue };
            for follow in narrowing.all_of.iter().chain(&narrowing.one_of) {
                if !asked.contains(&follow.id) {
                    answers.remove(&follow.id);
                }
            }
        }
        let ticks = questions.iter().flat_map(|question| self.ticks(question, answers));
        let asked: BTreeSet<String> = ticks.map(|tick| tick.key).collect();
        answers.retain(|key, _| {
            let anyone = self.catalogue.conditions.iter().any(|text| {
                text.condition.slug() == key
                    && (text.anyone
                        || !questions.iter().any(|one| one.asks.contains(&text.condition)))
            });
            let ticked = key.starts_with(LABEL) || Condition::parse(key).is_some();
            !ticked || anyone || asked.contains(key)
        });
    }
}

/// What is asked on after a yes: first what all have to hold, and only where that stands the signs
/// of which one is enough (Decision 10).
pub fn follow_ups<'a>(question: &'a ScreeningQuestion, answers: &Answers) -> Vec<&'a FollowUp> {
    let Some(narrowing) = &question.narrowing else { return Vec::new() };
    if !yes(answers, &question.id) {
        return Vec::new();
    }
    let holds = |follow: &FollowUp| answers.get(&follow.id).is_some_and(|one| *one != Answer::No);
    let mut asked: Vec<&FollowUp> = narrowing.all_of.iter().collect();
    if narrowing.all_of.iter().all(holds) {
        asked.extend(&narrowing.one_of);
    }
    asked
}

/// Ticks or unticks one; none is "none of these". What is not ticked counts as no from then on.
pub fn tick(ticks: &[Tick], chosen: Option<&str>, on: bool, answers: &mut Answers) {
    for Tick { key, .. } in ticks {
        let answer = match chosen {
            Some(chosen) if chosen == key => {
                if on {
                    Answer::Yes
                } else {
                    Answer::No
                }
            }
            Some(_) => answers.get(key).copied().unwrap_or(Answer::No),
            None => Answer::No,
        };
        answers.insert(key.clone(), answer);
    }
}

/// What is ticked of a list; `None` for "none of these".
pub fn ticked(ticks: &[Tick], answers: &Answers) -> Vec<Option<String>> {
    let chosen: Vec<Option<String>> = ticks
        .iter()
        .filter(|tick| yes(answers, &tick.key))
        .map(|tick| Some(tick.key.clone()))
        .collect();
    let answered = ticks.iter().all(|tick| answers.contains_key(&tick.key));
    if chosen.is_empty() && answered { vec![None] } else { chosen }
}

fn yes(answers: &Answers, id: &str) -> bool {
    answers.get(id) == Some(&Answer::Yes)
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
    /// That still covers what is there.
    pub consultation: Option<Consultation>,
    /// What the self-tests found.
    pub found: Found,
    /// A10: the same exercises brought nothing before (R0.9–R0.12).
    pub tried_before: bool,
    /// Shortly after an operation the clinician says what to do (A3).
    pub clinician_leads: bool,
}

impl Model {
    pub fn form(&self, now: Moment) -> Form {
        let senior = self.settings.age.band(now.day().year()) == Some(AgeBand::SixtyFivePlus);
        Form { catalogue: self.catalogue, senior }
    }

    /// The answers as they were given last.
    pub fn screening_answers(&self) -> Answers {
        let record = self.archive().and_then(Archive::screening);
        record.map(|record| record.answers.clone()).unwrap_or_default()
    }

    /// The day of answers that are too old and only ask to be confirmed (X24); none when some of
    /// them are missing.
    pub fn to_confirm(&self, now: Moment) -> Option<Day> {
        let record = self.archive()?.screening()?;
        let form = self.form(now);
        let whole = Subject::ALL.iter().all(|one| form.missing(*one, &record.answers).is_empty());
        (whole && self.has_outdated(record, now) && self.verdict(now).is_none())
            .then_some(record.day)
    }

    pub fn screening_outcome(&self, now: Moment) -> Option<Outcome> {
        let profile = self.profile(now);
        let verdict = profile.verdict(self.catalogue)?;
        let because =
            self.catalogue.questions.iter().filter(|one| verdict.because.contains(&one.id));
        let everything = verdict.level == Level::Green
            || (verdict.level == Level::Amber && profile.has_consulted());
        Some(Outcome {
            level: verdict.level,
            because: because.collect(),
            unsure: profile.answers.values().any(|answer| *answer == Answer::Unsure),
            open: if everything { Vec::new() } else { self.open_sessions(now) },
            tried_before: profile.may_have("A10"),
            clinician_leads: self.permit(None, now).leaves_planning_to_clinician(),
            consultation: match &profile.consultation {
                Some(Consultation::Held { .. }) if !profile.has_consulted() => None,
                other => other.clone(),
            },
            found: profile.found,
        })
    }

    fn open_sessions(&self, now: Moment) -> Vec<SessionCard> {
        self.catalogue
            .gentle_start
            .iter()
            .chain(&self.catalogue.programmes)
            .flat_map(|programme| self.programme_sessions(programme, now))
            .filter(|card| card.open)
            .collect()
    }
}
