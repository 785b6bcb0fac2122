//! What Vandaag and the page of a session show, as values.

use std::collections::BTreeSet;

use crate::{
    app::{
        model::Model,
        together::with_helper,
        view::{
            exercise::{Source, shown_sources},
            gates::StageGate,
        },
    },
    domain::{
        body::Side,
        clearance::{Permit, Readiness},
        dose::{AgeGroup, Dose, Protocol},
        exercise::{Condition, Equipment, Exercise, ExerciseId},
        plan::Prescription,
        prescribing::{lasting, length, prescribe_at},
        programme::{Programme, SessionId, SessionOutline},
        time::{Day, Moment, Seconds},
    },
};

/// One session as a list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionCard {
    pub programme: &'static Programme,
    pub outline: &'static SessionOutline,
    /// For this person's age and pauses.
    pub lasts: Seconds,
    pub needs: Vec<Equipment>,
    /// False when the red questions keep it closed, or an amber one narrows the choice.
    pub open: bool,
    pub last_done: Option<Day>,
    /// What comes before it, where it is a later stage.
    pub gate: Option<StageGate>,
}

/// One exercise of a session, with the numbers for this person and who says them.
#[derive(Clone, Debug, PartialEq)]
pub struct Prescribed {
    pub exercise: &'static Exercise,
    pub protocol: Protocol,
    pub sided: bool,
    /// One side alone, where a physiotherapist says so.
    pub only: Option<Side>,
    /// Percent of full effort, where it asks to push.
    pub effort_most: Option<u32>,
    pub sources: Vec<Source>,
}

/// Why the sessions are closed, if they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    Open,
    /// The red questions were never answered, or have to be answered again.
    AskFirst,
    /// An answer narrows the choice: only the gentle part is open.
    Gentle,
    Urgent,
    Emergency,
    TooYoung,
}

/// The sessions that are short and fit anybody, named by our choice.
const QUICK: [&str; 3] = ["P6-2min", "P6-5min", "P4-break"];

impl Model {
    pub fn gate(&self, now: Moment) -> Gate {
        use crate::domain::clearance::Level;
        if self.is_too_young(now) {
            return Gate::TooYoung;
        }
        match self.verdict(now).map(|verdict| verdict.level) {
            None => Gate::AskFirst,
            Some(Level::Amber) if !self.profile(now).has_consulted() => Gate::Gentle,
            Some(Level::Green | Level::Amber) => Gate::Open,
            Some(Level::RedUrgent) => Gate::Urgent,
            Some(Level::RedEmergency) => Gate::Emergency,
        }
    }

    pub fn quick_sessions(&self, now: Moment) -> Vec<SessionCard> {
        QUICK.iter().filter_map(|id| self.session_card(&SessionId((*id).to_owned()), now)).collect()
    }

    pub fn programme_sessions(
        &self,
        programme: &'static Programme,
        now: Moment,
    ) -> Vec<SessionCard> {
        programme
            .sessions
            .iter()
            .filter_map(|outline| self.session_card(&outline.id, now))
            .collect()
    }

    pub fn session_card(&self, id: &SessionId, now: Moment) -> Option<SessionCard> {
        let (programme, outline) = self.catalogue.session(id)?;
        let age = self.settings.age_group(now.day().year());
        let permit = self.permit(None, now);
        // A closed session shows what it would hold.
        let standing = self.standing(now);
        let prescribed = prescribe_at(self.catalogue, outline, age, &permit, &standing);
        let ids: Vec<&ExerciseId> = match &prescribed {
            Ok(all) => all.iter().map(|one| &one.exercise).collect(),
            Err(_) => outline.blocks.iter().map(|block| &block.exercise).collect(),
        };
        let exercises = ids.into_iter().filter_map(|id| self.catalogue.exercise(id));
        let needs: BTreeSet<Equipment> =
            exercises.flat_map(|exercise| exercise.equipment.clone()).collect();
        Some(SessionCard {
            programme,
            outline,
            lasts: match &prescribed {
                Ok(all) => lasting(all, self.pacing()),
                Err(_) => length(self.catalogue, outline, age, self.pacing())?,
            },
            needs: needs.into_iter().collect(),
            open: prescribed.is_ok(),
            gate: self.stage_gate(id, now),
            last_done: self
                .history
                .newest_first()
                .find(|record| record.session == *id)
                .map(|record| record.day),
        })
    }

    /// The exercises of a session with the numbers for this person, and who says these.
    pub fn blocks(&self, outline: &'static SessionOutline, now: Moment) -> Vec<Prescribed> {
        let age = self.settings.age_group(now.day().year());
        let permit = self.permit(None, now);
        let standing = self.standing(now);
        let shared = (self.together.as_ref() == Some(&outline.id))
            .then(|| with_helper(self.catalogue, outline.clone()));
        let outline = shared.as_ref().unwrap_or(outline);
        let Ok(prescribed) = prescribe_at(self.catalogue, outline, age, &permit, &standing) else {
            return self.planned_blocks(outline, age);
        };
        prescribed
            .into_iter()
            .filter_map(|Prescription { exercise, protocol, sides, effort_most }| {
                let exercise = self.catalogue.exercise(&exercise)?;
                let dose = exercise.dose(protocol.mode())?;
                let advised = standing.advised().sets(&exercise.id, protocol.mode());
                let said =
                    if advised { vec![Source::Advised] } else { shown_sources(dose, &protocol) };
                let sources = with_effort(said, dose, effort_most, &permit);
                let (sided, only) = (sides.is_per_side(), sides.only());
                Some(Prescribed { exercise, protocol, sided, only, effort_most, sources })
            })
            .collect()
    }

    /// As the programme has it, for a session that stays closed.
    fn planned_blocks(&self, outline: &SessionOutline, age: AgeGroup) -> Vec<Prescribed> {
        outline
            .blocks
            .iter()
            .filter_map(|block| {
                let exercise = self.catalogue.exercise(&block.exercise)?;
                let dose = exercise.dose(block.mode)?;
                let sided = dose.sides.narrowed(block.working).is_per_side();
                let protocol = dose.resolve(age, block.change);
                let sources = shown_sources(dose, &protocol);
                Some(Prescribed {
                    exercise,
                    protocol,
                    sided,
                    only: None,
                    effort_most: None,
                    sources,
                })
            })
            .collect()
    }

    /// Whether the daily check is asked: something of this session is open now, as walking is even
    /// under some red answers (3.3). On another day more may be left of it, and then it says so.
    pub fn may_check(&self, id: &SessionId, now: Moment) -> bool {
        // 5.8: not with a fever, nor in the 48 hours after it.
        if self.is_feverish(now) {
            return false;
        }
        if let Some(gate) = self.stage_gate(id, now)
            && gate.closed
        {
            return false;
        }
        if matches!(self.gate(now), Gate::Open | Gate::Gentle) {
            return true;
        }
        let Some(chosen) = self.outline_of(id, now) else { return false };
        let permit = self.permit(None, now);
        let (outline, _) = chosen.permitted(self.catalogue, &permit);
        let age = self.settings.age_group(now.day().year());
        prescribe_at(self.catalogue, &outline, age, &permit, &self.standing(now)).is_ok()
    }

    /// What the daily check came to, on the page that asked it.
    pub fn check_outcome(&self) -> Option<Readiness> {
        self.readiness
    }
}

/// Who says the numbers, and the effort beside them.
fn with_effort(
    mut sources: Vec<Source>,
    dose: &Dose,
    effort: Option<u32>,
    permit: &Permit,
) -> Vec<Source> {
    let careful = permit.has(Condition::HypertensionUncontrolled);
    let said =
        if careful { "X22" } else { dose.sources.get("effort_pct").map_or("", String::as_str) };
    let source = Source::Rule(said.to_owned());
    if effort.is_some() && !said.is_empty() && !sources.contains(&source) {
        sources.push(source);
    }
    sources
}
