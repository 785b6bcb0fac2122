//! What Vandaag and the page of a session show, as values.

use std::collections::BTreeSet;

use crate::{
    app::{
        model::Model,
        view::exercise::{Source, shown_sources},
    },
    domain::{
        clearance::Readiness,
        dose::Protocol,
        exercise::{Equipment, Exercise},
        prescribing::{length, prescribe},
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
        match self.verdict().map(|verdict| verdict.level) {
            None => Gate::AskFirst,
            Some(Level::Green) => Gate::Open,
            Some(Level::Amber) => Gate::Gentle,
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
        let exercises = exercises(self.catalogue, outline);
        let needs: BTreeSet<Equipment> =
            exercises.iter().flat_map(|exercise| exercise.equipment.clone()).collect();
        Some(SessionCard {
            programme,
            outline,
            lasts: length(self.catalogue, outline, age, self.pacing())?,
            needs: needs.into_iter().collect(),
            open: prescribe(self.catalogue, outline, age, &permit).is_ok(),
            last_done: self
                .history
                .newest_first()
                .find(|record| record.session == *id)
                .map(|record| record.day),
        })
    }

    /// The exercises of a session with the numbers for this person, and who says these.
    pub fn blocks(
        &self,
        outline: &'static SessionOutline,
        now: Moment,
    ) -> Vec<(&'static Exercise, Protocol, bool, Vec<Source>)> {
        let age = self.settings.age_group(now.day().year());
        outline
            .blocks
            .iter()
            .filter_map(|block| {
                let exercise = self.catalogue.exercise(&block.exercise)?;
                let dose = exercise.dose(block.mode)?;
                let sided = dose.sides.narrowed(block.working).is_per_side();
                let protocol = dose.resolve(age, block.change);
                let sources = shown_sources(dose, &protocol);
                Some((exercise, protocol, sided, sources))
            })
            .collect()
    }

    /// What the daily check came to, on the page that asked it.
    pub fn check_outcome(&self) -> Option<Readiness> {
        self.readiness
    }
}

fn exercises(
    catalogue: &'static crate::domain::catalogue::Catalogue,
    outline: &SessionOutline,
) -> Vec<&'static Exercise> {
    outline.blocks.iter().filter_map(|block| catalogue.exercise(&block.exercise)).collect()
}
