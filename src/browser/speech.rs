//! The device's own voices. Which of them speaks is not decided here.
//!
//! Known faults of browsers, and what is done about them: voices come late and are told of by
//! `voiceschanged`; `pause` means `cancel` on Android, so nothing here ever pauses; Chromium stops
//! after fifteen seconds, so one utterance is one short line; an utterance that nobody holds may be
//! swept up before it was heard, so the last one is held; `cancel` with nothing to cancel swallows
//! the next line in some, so it is called only when something is being said.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::{property, window};
use crate::domain::voices::Offered;

/// An utterance under way with what listens to it.
type Spoken = (SpeechSynthesisUtterance, Closure<dyn FnMut()>);

thread_local! {
    static SPOKEN: RefCell<Option<Spoken>> = const { RefCell::new(None) };
}

fn synthesis() -> Option<SpeechSynthesis> {
    property(&window(), "speechSynthesis")?;
    window().speech_synthesis().ok()
}

fn voices() -> Vec<SpeechSynthesisVoice> {
    let all = synthesis().map(|synthesis| synthesis.get_voices());
    let all = all.iter().flat_map(js_sys::Array::iter);
    // By trust, since some browsers hand out objects of a class of their own.
    all.map(JsCast::unchecked_into).collect()
}

/// Asks for the voices, and tells of them now and whenever there are others.
pub fn look(mut found: impl FnMut(Vec<Offered>) + 'static) {
    let Some(synthesis) = synthesis() else {
        found(Vec::new());
        return;
    };
    let mut tell = move || found(voices().iter().map(offered).collect());
    tell();
    let closure = Closure::<dyn FnMut()>::new(tell);
    synthesis.set_onvoiceschanged(Some(closure.as_ref().unchecked_ref()));
    closure.forget();
}

fn offered(voice: &SpeechSynthesisVoice) -> Offered {
    Offered {
        id: voice.voice_uri(),
        name: voice.name(),
        tag: voice.lang(),
        local: voice.local_service(),
        usual: voice.default(),
    }
}

/// Says `text` with this voice, and drops what was being said. `failed` is called when the voice
/// turns out not to work.
pub fn say(text: &str, voice: &Offered, volume: f32, failed: impl FnMut() + 'static) {
    let Some(synthesis) = synthesis() else { return };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else { return };
    utterance.set_lang(&voice.tag);
    utterance.set_voice(voices().iter().find(|one| one.voice_uri() == voice.id));
    utterance.set_volume(volume);
    hush();
    let listener = Closure::<dyn FnMut()>::new(failed);
    utterance.set_onerror(Some(listener.as_ref().unchecked_ref()));
    synthesis.speak(&utterance);
    SPOKEN.set(Some((utterance, listener)));
}

pub fn hush() {
    if let Some((utterance, _)) = SPOKEN.take() {
        // Being cut off is no failure.
        utterance.set_onerror(None);
    }
    if let Some(synthesis) = synthesis().filter(|one| one.speaking() || one.pending()) {
        synthesis.cancel();
    }
}
