//! Where the sound comes from: one file that takes over, or tones beside somebody's music.

use leptos::prelude::*;

use super::settings::save;
use crate::{
    content::phrases::sound as words,
    domain::settings::Sound,
    ui::{
        components::{choice::Choice, segmented::Segmented},
        runtime::runtime,
        words::say,
    },
};

#[component]
pub(super) fn SoundChoice() -> impl IntoView {
    let runtime = runtime();
    let chosen = runtime.memo(|model, _| model.settings.sound);
    let choices = vec![
        Choice::new(Sound::Alone, say(words::ALONE)),
        Choice::new(Sound::WithMusic, say(words::WITH_MUSIC)),
    ];
    let hint = move || {
        say(match chosen.get() {
            Sound::Alone => words::ALONE_HINT,
            Sound::WithMusic => words::WITH_MUSIC_HINT,
        })
    };
    view! {
        <div class="stack">
            <Segmented
                name="sound"
                legend=say(words::CHOICE)
                choices
                chosen
                on_choose=move |sound| save(runtime, |settings| settings.sound = sound)
            />
            <p class="note">{hint}</p>
        </div>
    }
}
