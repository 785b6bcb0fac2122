//! The voices of the device: looked for when somebody may want to hear one, and tried out.

use super::Update;
use crate::{
    app::{command::Command, model::Model},
    content::phrases::coach as words,
    domain::voices::Offered,
    route::Route,
};

impl Model {
    /// Where somebody may be spoken to soon. Starting a voice takes a moment on a phone, so that
    /// nobody waits for one who only looks around.
    pub(super) fn look_for_voices(&mut self, route: &Route) -> Vec<Command> {
        let soon = matches!(
            route,
            Route::Settings | Route::Health | Route::Check(_) | Route::Player | Route::Test(_)
        );
        if !soon || self.voices.offered.is_some() {
            return Vec::new();
        }
        self.voices.offered = Some(Vec::new());
        vec![Command::LookForVoices]
    }

    pub(super) fn hear_of_voices(&mut self, voices: Vec<Offered>) -> Update {
        self.voices.failed = false;
        self.voices.offered = Some(voices);
        Update::changed()
    }

    /// "Hoor je mij?": a sentence, and which voice it was. Called in a press.
    pub(super) fn try_voice(&mut self) -> Update {
        self.voices.tried = true;
        self.voices.failed = false;
        let sentence = words::TEST_SENTENCE.read(self.settings.language).to_owned();
        let say = self.voice().is_some().then_some(Command::Say(sentence));
        Update::with([Some(Command::WakeSound), say].into_iter().flatten().collect())
    }

    pub(super) fn lose_voice(&mut self) -> Update {
        self.voices.failed = true;
        Update::changed()
    }
}
