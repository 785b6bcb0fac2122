//! How the coach leads: in tempo or at one's own pace, and whether its voice can be heard.

use leptos::prelude::*;

use super::settings_fields::ChoiceField;
use crate::{
    app::{coach::CoachEvent, event::Event, hearing::Hearing},
    content::phrases::{Phrase, coach as words, settings},
    domain::settings::Pace,
    ui::{
        components::{
            button::{Button, ButtonKind},
            icon::Icon,
        },
        runtime::runtime,
        words::{fill, say},
    },
};

const PACES: &[(Pace, Phrase)] =
    &[(Pace::Tempo, words::PACE_TEMPO), (Pace::OwnPace, words::PACE_OWN)];

#[component]
pub(super) fn PaceChoice() -> impl IntoView {
    view! {
        <div class="stack">
            <ChoiceField name="pace" legend=words::PACE choices=PACES of=|settings| &mut settings.pace />
            <p class="note">{say(words::PACE_HINT)}</p>
        </div>
    }
}

/// "Hoor je mij?": says a sentence, and which voice it was or why there is none.
#[component]
pub(super) fn VoiceTest() -> impl IntoView {
    let runtime = runtime();
    let hearing = runtime.memo(|model, _| model.hearing());
    let tried = runtime.memo(|model, _| model.voices.tried);
    let speaks = move || matches!(*hearing.read(), Hearing::Speaks(_) | Hearing::Fails(_));
    let told = move || match hearing.get() {
        Hearing::Speaks(name) if tried.get() => fill(words::VOICE_IS, &[("name", &name)]),
        Hearing::Speaks(_) => say(settings::VOICE_HINT),
        Hearing::Fails(name) => fill(words::VOICE_FAILS, &[("name", &name)]),
        Hearing::OnlyByNetwork => say(words::VOICE_NETWORK),
        Hearing::Silent => say(settings::VOICE_MISSING),
    };
    let test = move || {
        speaks().then(|| {
            view! {
                <Button
                    label=say(words::TEST)
                    kind=ButtonKind::Secondary
                    icon=Icon::Voice
                    on_press=move |()| runtime.dispatch(Event::Coach(CoachEvent::TriedVoice))
                />
            }
        })
    };
    view! {
        <p class="note" role="status">{told}</p>
        {test}
    }
}
