//! The one place that knows what a session is made of: one of the catalogue, or one's own routine.

use std::borrow::Cow;

use super::{model::Model, together::with_helper};
use crate::{
    archive::store::Archive,
    domain::{
        catalogue::Catalogue,
        clearance::Permit,
        exercise::ExerciseId,
        item::{Body, Item},
        planning::filling::fill,
        prescribing::length,
        programme::{Programme, SessionId, SessionOutline},
        record::RecordId,
        routine::{Between, Routine, permitted, routine_of},
        time::{Moment, Seconds},
        timeline::Pacing,
    },
};

/// A session for this person, before the permit has spoken.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    pub maker: Maker,
    pub outline: Cow<'static, SessionOutline>,
}

/// Who put a session together.
#[derive(Clone, Debug, PartialEq)]
pub enum Maker {
    Programme(&'static Programme),
    /// The person, with their own pause between exercises.
    Person {
        routine: RecordId,
        between: Between,
    },
}

impl Outline {
    /// What may be done of it. A session of the catalogue stays whole, and is refused where the
    /// permit does not cover it; of one's own the rest goes on without what is left out.
    pub fn permitted(
        &self,
        catalogue: &Catalogue,
        permit: &Permit,
    ) -> (SessionOutline, Vec<ExerciseId>) {
        let outline = self.outline.clone().into_owned();
        match self.maker {
            Maker::Programme(_) => (outline, Vec::new()),
            Maker::Person { .. } => permitted(outline, catalogue, permit),
        }
    }
}

impl Model {
    /// None for a session that the catalogue does not have, or a routine that is gone.
    pub fn outline_of(&self, id: &SessionId, now: Moment) -> Option<Outline> {
        let chosen = self.outline_alone(id, now)?;
        if self.together.as_ref() != Some(id) {
            return Some(chosen);
        }
        let outline = with_helper(self.catalogue, chosen.outline.into_owned());
        Some(Outline { outline: Cow::Owned(outline), ..chosen })
    }

    fn outline_alone(&self, id: &SessionId, now: Moment) -> Option<Outline> {
        if let Some((programme, outline)) = self.catalogue.session(id) {
            let filled = fill(self.catalogue, outline, &self.hips(now));
            let outline = filled.map_or(Cow::Borrowed(outline), Cow::Owned);
            return Some(Outline { maker: Maker::Programme(programme), outline });
        }
        let advised = self.is_advised_session(id);
        let id = routine_of(id)?;
        let beside = advised.then(|| self.session_beside(now)).flatten();
        let routine = beside.as_ref().or_else(|| self.routine(id))?;
        let age = self.settings.age_group(now.day().year());
        let outline = Cow::Owned(routine.outline(id, self.catalogue, age));
        Some(Outline { maker: Maker::Person { routine: id, between: routine.between }, outline })
    }

    /// The pauses as set, but for the one that a routine sets itself.
    pub fn pacing_of(&self, maker: &Maker) -> Pacing {
        match maker {
            Maker::Programme(_) => self.pacing(),
            Maker::Person { between, .. } => {
                Pacing { transition: between.seconds(), ..self.pacing() }
            }
        }
    }

    /// How long a session takes, with everything in it.
    pub fn lasts(&self, id: &SessionId, now: Moment) -> Option<Seconds> {
        let Outline { maker, outline } = self.outline_of(id, now)?;
        let age = self.settings.age_group(now.day().year());
        length(self.catalogue, &outline, age, self.pacing_of(&maker))
    }

    /// One's own routines, in the order in which they were made.
    pub fn routines(&self) -> impl Iterator<Item = (RecordId, &Routine)> {
        self.archive().into_iter().flat_map(Archive::items).filter_map(|item| match item {
            Item { id, body: Some(Body::Routine(routine)), .. } => Some((*id, routine)),
            _ => None,
        })
    }

    pub fn routine(&self, id: RecordId) -> Option<&Routine> {
        self.routines().find(|(other, _)| *other == id).map(|(_, routine)| routine)
    }
}
