//! What somebody's answers and conditions change: their own answers, the exercises, the sessions,
//! and the gentle start.

use super::today::SessionCard;
use crate::{
    app::{
        hints::{Hint, hints},
        model::Model,
    },
    archive::store::Archive,
    domain::{
        catalogue::ConditionText,
        clearance::{Level, gentle_day, label_key},
        exercise::{Adaptation, Exercise},
        fitting::{Fitted, ForYou, fit, for_you},
        plan::{Plan, Prescription},
        programme::SessionOutline,
        record::{Answer, Consultation},
        text::Bilingual,
        time::{Day, Moment},
    },
};

/// Everything that was answered, and on which day.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    pub day: Day,
    /// With yes and "I don't know", in the order of the questions; then the conditions and labels.
    pub told: Vec<(&'static Bilingual, Answer)>,
    /// With no.
    pub denied: Vec<&'static Bilingual>,
}

/// What one condition changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub condition: &'static ConditionText,
    pub without: Vec<&'static Exercise>,
    pub differently: Vec<(&'static Exercise, &'static Adaptation)>,
}

/// The two weeks of amber without consultation, as Vandaag shows them.
#[derive(Clone, Debug, PartialEq)]
pub struct GentleStart {
    /// 1 to 14; none before it was begun.
    pub day: Option<u32>,
    pub session: SessionCard,
    pub done_today: bool,
}

impl Model {
    pub fn answered(&self) -> Option<Answered> {
        let record = self.archive().and_then(Archive::screening)?;
        let catalogue = self.catalogue;
        let follow_ups = |question: &'static crate::domain::screening::ScreeningQuestion| {
            let more = question.narrowing.iter();
            more.flat_map(|narrowing| narrowing.all_of.iter().chain(&narrowing.one_of))
        };
        let questions = catalogue.questions.iter().flat_map(|question| {
            let own = [(question.id.clone(), &question.text)];
            own.into_iter()
                .chain(follow_ups(question).map(|follow| (follow.id.clone(), &follow.text)))
        });
        let labels = catalogue.labels.iter().map(|label| (label_key(&label.id), &label.name));
        let conditions = catalogue.conditions.iter();
        let conditions = conditions.map(|text| (text.condition.slug().to_owned(), &text.text));
        let (mut told, mut denied) = (Vec::new(), Vec::new());
        for (id, text) in questions.chain(labels).chain(conditions) {
            match record.answers.get(&id) {
                Some(Answer::No) => denied.push(text),
                Some(answer) => told.push((text, *answer)),
                None => {}
            }
        }
        (!told.is_empty() || !denied.is_empty()).then_some(Answered {
            day: record.day,
            told,
            denied,
        })
    }

    /// What each condition that holds changes, where it changes something.
    pub fn changes(&self, now: Moment) -> Vec<Change> {
        let held = self.profile(now).conditions(self.catalogue);
        let texts = self.catalogue.conditions.iter().filter(|text| held.contains(&text.condition));
        texts
            .map(|condition| Change {
                condition,
                without: self
                    .catalogue
                    .exercises
                    .iter()
                    .filter(|exercise| exercise.skip_if.contains(&condition.condition))
                    .collect(),
                differently: self
                    .catalogue
                    .exercises
                    .iter()
                    .filter_map(|exercise| {
                        let mut held = exercise.adapt_if.iter();
                        Some((exercise, held.find(|how| how.condition == condition.condition)?))
                    })
                    .collect(),
            })
            .filter(|change| {
                let silent = change.without.is_empty() && change.differently.is_empty();
                !silent || change.condition.advice.is_some()
            })
            .collect()
    }

    /// The conditions on everybody's list, and whether they hold.
    pub fn anyone_conditions(&self) -> Vec<(&'static ConditionText, bool)> {
        let answers = self.screening_answers();
        let anyone = self.catalogue.conditions.iter().filter(|text| text.anyone);
        anyone
            .map(|text| (text, answers.get(text.condition.slug()) == Some(&Answer::Yes)))
            .collect()
    }

    /// "Voor jou": what to keep to in every session.
    pub fn advice(&self, now: Moment) -> Vec<&'static Bilingual> {
        let held = self.profile(now).conditions(self.catalogue);
        let texts = self.catalogue.conditions.iter().filter(|text| held.contains(&text.condition));
        texts.filter_map(|text| text.advice.as_ref()).collect()
    }

    /// "Voor jou": what becomes of the exercises of this session.
    pub fn for_you(&self, outline: &SessionOutline, now: Moment) -> Vec<ForYou<'static>> {
        let permit = self.permit(None, now);
        let fitted = fit(self.catalogue, outline, &permit);
        let standing = self.standing(now);
        let chosen = |exercise: &'static Exercise| {
            standing.steps.variant(&exercise.id).and_then(|id| exercise.variant(id))
        };
        let Ok(fitted) = fitted else { return Vec::new() };
        let left = fitted.iter().filter_map(Fitted::done);
        let left = left.filter(|exercise| standing.advised().leaves(&exercise.id));
        let left: Vec<_> = left.map(ForYou::Advised).collect();
        left.into_iter().chain(for_you(&fitted, &permit, chosen)).collect()
    }

    /// "Voor jou" in the player: what matters most of how this exercise is done.
    pub fn hint(&self) -> Option<Hint> {
        self.hints().into_iter().next()
    }

    /// All of it, for the exercise of the moment.
    pub fn hints(&self) -> Vec<Hint> {
        let hints = self.live.as_ref().and_then(|live| {
            let block = live.session.phase()?.block;
            live.hints.get(block).cloned()
        });
        hints.unwrap_or_default()
    }

    /// The same for each exercise of a plan.
    pub(in crate::app) fn hints_for(&self, plan: &Plan, now: Moment) -> Vec<Vec<Hint>> {
        let (permit, standing) = (self.permit(None, now), self.standing(now));
        let of = |prescription: &Prescription| {
            let exercise = self.catalogue.exercise(&prescription.exercise)?;
            let chosen = standing.steps.variant(&exercise.id);
            let chosen = chosen.and_then(|id| exercise.variant(id));
            Some(hints(exercise, &permit, chosen))
        };
        let prescriptions = plan.order().prescriptions.iter();
        prescriptions.map(|one| of(one).unwrap_or_default()).collect()
    }

    /// Amber, not talked over yet: the two weeks and their session of today.
    pub fn gentle_start(&self, now: Moment) -> Option<GentleStart> {
        let profile = self.profile(now);
        let amber = profile.verdict(self.catalogue)?.level == Level::Amber;
        let day = match profile.consultation {
            _ if !amber => return None,
            _ if profile.has_consulted() => return None,
            Some(Consultation::Planned { since }) => Some(gentle_day(since, now.day())),
            // What a self-test found since then was not talked over.
            Some(Consultation::Held { .. }) | None => None,
        };
        let programme = self.catalogue.gentle_start.as_ref()?;
        let week = usize::from(day.is_some_and(|day| day > 7));
        let id = &programme.sessions.get(week).or(programme.sessions.first())?.id;
        let session = self.session_card(id, now).filter(|card| card.open)?;
        let today: Vec<_> = self.history.on(now.day()).collect();
        let done_today = today.iter().any(|record| self.catalogue.is_gentle_start(&record.session));
        Some(GentleStart { day, session, done_today })
    }
}
