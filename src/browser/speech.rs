//! The device's own voices. Network voices are left out: they would send text to somebody else.

use wasm_bindgen::JsCast;
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::{property, window};
use crate::domain::text::Language;

fn synthesis() -> Option<SpeechSynthesis> {
    property(&window(), "speechSynthesis")?;
    window().speech_synthesis().ok()
}

fn voice(language: Language) -> Option<SpeechSynthesisVoice> {
    synthesis()?
        .get_voices()
        .iter()
        .filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok())
        .find(|voice| {
            voice.local_service() && voice.lang().to_lowercase().starts_with(language.tag())
        })
}

/// True when the device speaks this language by itself.
pub fn speaks(language: Language) -> bool {
    voice(language).is_some()
}

/// Says `text` and drops what was being said: a line never talks over the next.
pub fn say(text: &str, language: Language, volume: f32) {
    let (Some(synthesis), Some(voice)) = (synthesis(), voice(language)) else { return };
    let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(text) else { return };
    utterance.set_lang(&voice.lang());
    utterance.set_voice(Some(&voice));
    utterance.set_volume(volume);
    synthesis.cancel();
    synthesis.speak(&utterance);
}

pub fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}
