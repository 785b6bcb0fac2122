//! What the pages about a plan for a physiotherapist show: the plan as it goes, one that arrived
//! beside what somebody does now, and the one that was taken over.

use super::{
    routines::{RoutineCard, WhyOut},
    today::Gate,
};
use crate::{
    app::{exchange::Shared, model::Model},
    archive::exchange::Refusal,
    content::phrases::exchange as words,
    domain::{
        advice::{
            Accepted, Advice, Change, Checked, Compared, Discussed, Fault, LineNote, Name,
            PlanNote, Refused, What, check, compare, load_of,
        },
        exercise::{Exercise, ExerciseId},
        item::Body,
        programme::SessionId,
        progress::{asks_two_keys, load_is_unlocked},
        record::RecordId,
        routine::{Routine, own_session},
        time::Moment,
    },
};

/// What stands behind the address of a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum SharedView {
    Refused(Refusal),
    Plan(Box<SharedPlan>),
}

/// A plan that arrived, and nothing of it holds yet.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedPlan {
    pub whose: Option<Name>,
    pub note: Option<PlanNote>,
    pub talk: Option<TalkView>,
    pub lines: Vec<LineView>,
    pub refused: Vec<Refused>,
    /// What is left out beside the lines.
    pub faults: Vec<Fault>,
    pub gate: Gate,
    /// It is the very plan that holds already.
    pub holds: bool,
}

/// With whom it was talked over; whether the day still counts (X24).
#[derive(Clone, Debug, PartialEq)]
pub struct TalkView {
    pub discussed: Discussed,
    pub counts: bool,
}

/// One line beside what somebody does now.
#[derive(Clone, Debug, PartialEq)]
pub struct LineView {
    pub exercise: &'static Exercise,
    pub change: Change,
    pub note: Option<LineNote>,
    /// Values of it that are left out.
    pub left_out: Vec<Fault>,
    /// Why it cannot be done now, whatever the plan says.
    pub locked: Option<WhyOut>,
    /// Weight for which it has to be talked over first (R2.19, C12).
    pub needs_talk: bool,
}

/// The plan that was taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct AdvisedPage {
    pub accepted: Accepted,
    pub lines: Vec<LineView>,
    /// The session with what stands in none of the plan's own.
    pub session: Option<RoutineCard>,
    pub gate: Gate,
}

impl Model {
    /// The plan of a physiotherapist that holds.
    pub fn accepted(&self) -> Option<&Accepted> {
        self.archive()?.items().find_map(|item| match &item.body {
            Some(Body::Advice(accepted)) => Some(&**accepted),
            _ => None,
        })
    }

    /// There is one such plan, and so one such session.
    pub fn is_advised_session(&self, id: &SessionId) -> bool {
        *id == own_session(RecordId::LEAST)
    }

    /// What stands in none of the sessions of this plan, in one of its own.
    pub fn session_beside(&self, now: Moment) -> Option<Routine> {
        let accepted = self.accepted()?;
        let in_week = self.in_week(now);
        let name = words::SESSION.read(self.settings.language);
        let in_plan = |id: &ExerciseId| in_week.iter().any(|line| line.exercise == *id);
        accepted.advice.session_beside(name, self.settings.transition, in_plan)
    }

    /// What is left of the plan at this address, held to the catalogue and to this person's age.
    pub(in crate::app) fn checked_plan(&self, now: Moment) -> Option<Checked> {
        match &self.exchange.shared {
            Some(Shared::Offered(offered)) => Some(check(offered, self.catalogue, self.age(now))),
            Some(Shared::Refused(_)) | None => None,
        }
    }

    /// The plan at this address, for whoever changes it; an empty one where there is none.
    pub fn plan_to_edit(&self, now: Moment) -> Advice {
        self.checked_plan(now).map(|checked| checked.advice).unwrap_or_default()
    }

    pub fn shared_view(&self, now: Moment) -> Option<SharedView> {
        if let Shared::Refused(refusal) = self.exchange.shared.as_ref()? {
            return Some(SharedView::Refused(*refusal));
        }
        let Checked { advice, left_out, refused, faults } = self.checked_plan(now)?;
        let talk = advice
            .discussed
            .clone()
            .map(|discussed| TalkView { counts: discussed.counts_on(now.day()), discussed });
        let talked = talk.as_ref().is_some_and(|talk| talk.counts);
        let lines = self.line_views(&advice, &left_out, talked, now);
        Some(SharedView::Plan(Box::new(SharedPlan {
            holds: self.accepted().is_some_and(|accepted| accepted.advice == advice),
            whose: advice.whose,
            note: advice.note,
            talk,
            lines,
            refused,
            faults,
            gate: self.gate(now),
        })))
    }

    /// None while no plan was taken over.
    pub fn advised_page(&self, now: Moment) -> Option<AdvisedPage> {
        let accepted = self.accepted()?.clone();
        let talked = accepted.is_talked_over();
        let lines = self.line_views(&accepted.advice, &[], talked, now);
        let session = self.session_beside(now);
        let session = session.map(|routine| self.routine_card(RecordId::LEAST, &routine, now));
        Some(AdvisedPage { accepted, lines, session, gate: self.gate(now) })
    }

    fn line_views(
        &self,
        advice: &Advice,
        left_out: &[Vec<Fault>],
        talked: bool,
        now: Moment,
    ) -> Vec<LineView> {
        let doing = self.doing_now(now);
        let permit = self.permit(None, now);
        // Who never answered the questions is asked first; until then nothing can be said.
        let asked = self.gate(now) != Gate::AskFirst;
        let compared = compare(self.catalogue, advice, &doing, self.age(now));
        let mut views = Vec::new();
        for (place, line) in advice.lines.iter().enumerate() {
            let Some(exercise) = self.catalogue.exercise(&line.exercise) else { continue };
            let same = |one: &&Compared| one.line == place;
            let Some(one) = compared.iter().find(same) else { continue };
            let does = line.what != What::Leave;
            let way = load_of(self.catalogue, line);
            let unlocked = talked || load_is_unlocked(&self.log.decisions, exercise);
            views.push(LineView {
                exercise,
                change: one.change.clone(),
                note: line.note.clone(),
                left_out: left_out.get(place).cloned().unwrap_or_default(),
                locked: (asked && does && !permit.allows(exercise))
                    .then(|| WhyOut::of(exercise, &permit)),
                needs_talk: way.is_some_and(asks_two_keys) && !unlocked,
            });
        }
        views
    }
}
