//! What the lock screen, a watch or a headphone shows of a session.

use crate::{
    content::phrases::{self, Phrase},
    domain::{
        body::Side,
        catalogue::Catalogue,
        session::{Session, State},
        text::Language,
        time::Millis,
    },
};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LockScreen {
    pub exercise: String,
    pub side: String,
    pub session: String,
    pub playing: bool,
    pub position: Millis,
    pub lasts: Millis,
}

impl LockScreen {
    /// None once the session is over.
    pub(in crate::app) fn of(
        session: &Session,
        name: String,
        catalogue: &Catalogue,
        language: Language,
    ) -> Option<Self> {
        let phase = session.phase()?;
        let prescription = session.plan().prescription(phase.block)?;
        let exercise = catalogue.exercise(&prescription.exercise)?;
        let say = |phrase: Phrase| phrase.read(language).to_owned();
        let side = match phase.side {
            Some(Side::Left) => say(phrases::common::LEFT_SIDE),
            Some(Side::Right) => say(phrases::common::RIGHT_SIDE),
            None => say(phrases::common::BOTH_SIDES),
        };
        Some(Self {
            exercise: exercise.plain_name.read(language).to_owned(),
            side,
            session: name,
            playing: matches!(session.state(), State::Running { .. } | State::Waiting { .. }),
            position: session.plan_time(),
            lasts: session.plan().lasts().millis(),
        })
    }

    /// True when only time went on.
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let fixed = |one: &Self| Self { position: Millis(0), ..one.clone() };
        fixed(self) == fixed(other)
    }
}
