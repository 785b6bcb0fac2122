//! Where the sound comes from: one file that takes over, or tones beside somebody's music.

use leptos::prelude::*;

use super::settings_fields::ChoiceField;
use crate::{
    content::phrases::{Phrase, sound as words},
    domain::settings::Sound,
    ui::{runtime::runtime, words::say},
};

const SOUNDS: &[(Sound, Phrase)] =
    &[(Sound::Alone, words::ALONE), (Sound::WithMusic, words::WITH_MUSIC)];

#[component]
pub(super) fn SoundChoice() -> impl IntoView {
    let chosen = runtime().memo(|model, _| model.settings.sound);
    let hint = move || {
        say(match chosen.get() {
            Sound::Alone => words::ALONE_HINT,
            Sound::WithMusic => words::WITH_MUSIC_HINT,
        })
    };
    view! {
        <div class="stack">
            <ChoiceField name="sound" legend=words::CHOICE choices=SOUNDS of=|settings| &mut settings.sound />
            <p class="note">{hint}</p>
        </div>
    }
}
