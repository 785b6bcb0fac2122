//! What is known of the voice that would speak.

use super::model::Model;
use crate::domain::voices::{Offered, choose, only_by_network};

/// The device's voices, and how the last try went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// None before the device was asked.
    pub offered: Option<Vec<Offered>>,
    /// "Hoor je mij?" was pressed.
    pub tried: bool,
    /// The voice that was chosen gave no sound.
    pub failed: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hearing {
    /// By its name.
    Speaks(String),
    /// It is there and gave no sound.
    Fails(String),
    /// Only voices that would send the words away.
    OnlyByNetwork,
    /// None in this language.
    Silent,
}

impl Model {
    /// The voice that speaks the person's language.
    pub fn voice(&self) -> Option<&Offered> {
        choose(self.voices.offered.as_deref()?, self.settings.language)
    }

    pub fn hearing(&self) -> Hearing {
        let offered = self.voices.offered.as_deref().unwrap_or_default();
        match self.voice() {
            Some(voice) if self.voices.failed => Hearing::Fails(voice.name.clone()),
            Some(voice) => Hearing::Speaks(voice.name.clone()),
            None if only_by_network(offered, self.settings.language) => Hearing::OnlyByNetwork,
            None => Hearing::Silent,
        }
    }
}
