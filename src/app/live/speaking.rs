//! What the running session says, and what it tells a screen reader.

use super::{Heard, Live};
use crate::{
    app::voice::{Script, Speaker},
    domain::{
        catalogue::Catalogue, cue::cues, record::Ending, session::State, settings::Settings,
        time::Millis,
    },
};

impl Live {
    /// `write` writes the script anew from here on, after a jump; quietly, where the line of this
    /// phase was said already.
    pub(super) fn speak(
        &mut self,
        heard: &mut Heard,
        write: Option<bool>,
        catalogue: &Catalogue,
        settings: &Settings,
    ) {
        let running = matches!(self.session.state(), State::Running { .. } | State::Waiting { .. });
        let ended = matches!(self.session.state(), State::Ended { how: Ending::Completed });
        if !running && !ended {
            // Whoever goes on hears again what it is about.
            self.scripted = None;
            return;
        }
        let here = self.session.plan_time();
        let written_for = (settings.voice, settings.language, settings.pace);
        let changed = self.scripted != Some(written_for);
        let speaker = self.speaker(catalogue, settings);
        if write.is_some() || changed {
            let quiet = write.unwrap_or(self.scripted.is_some());
            self.script = Script::new(&speaker, here, quiet);
            self.scripted = Some(written_for);
        }
        heard.say = self.script.due(self.heard, here).map(|one| one.text.clone());
        // After a gap only the newest line still makes sense.
        let passed = cues(self.session.plan(), self.heard, here + Millis(1));
        let speaker = self.speaker(catalogue, settings);
        heard.announce = passed.iter().rev().find_map(|cue| speaker.announced(*cue));
        self.heard = here + Millis(1);
    }

    fn speaker<'a>(&'a self, catalogue: &'a Catalogue, settings: &Settings) -> Speaker<'a> {
        let plan = self.session.plan();
        let Settings { language, voice, pace, .. } = *settings;
        Speaker { catalogue, plan, language, voice, pace, hints: &self.hints }
    }

    /// After a press that leads into the middle of something, a screen reader says where one is.
    pub(super) fn tell_where(&self, heard: &mut Heard, catalogue: &Catalogue, settings: &Settings) {
        if heard.announce.is_none() {
            heard.announce = self.whereabouts(catalogue, settings);
        }
    }

    /// How the exercise of the moment is done.
    pub fn explained(&self, catalogue: &Catalogue, settings: &Settings) -> Option<String> {
        let at = self.session.position()?;
        self.speaker(catalogue, settings).explained(at.phase)
    }

    /// Where the session is, for somebody who cannot see it.
    pub fn whereabouts(&self, catalogue: &Catalogue, settings: &Settings) -> Option<String> {
        let at = self.session.position()?;
        let paused = matches!(self.session.state(), State::Paused { .. });
        let speaker = self.speaker(catalogue, settings);
        speaker.whereabouts(at.phase, self.session.phase_left(), paused)
    }
}
