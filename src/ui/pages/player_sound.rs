//! What the player says when there is no sound.

use leptos::prelude::*;

use crate::{
    app::{
        event::Event,
        sound::{SoundEvent, Trouble},
    },
    content::phrases::sound as words,
    ui::{
        components::{
            button::{Button, ButtonKind},
            notice::{Notice, NoticeKind},
        },
        runtime::runtime,
        words::say,
    },
};

#[component]
pub(super) fn SoundNotice() -> impl IntoView {
    let runtime = runtime();
    let trouble = runtime.memo(|model, _| model.live.as_ref().and(model.sounding.trouble));
    let ask = move |()| runtime.dispatch(Event::Sound(SoundEvent::AskedForSound));
    let button = move || {
        view! {
            <Button label=say(words::REFUSED_ON) kind=ButtonKind::Secondary big=true on_press=ask />
        }
    };
    let said = move || {
        let (title, text, can_ask) = match trouble.get()? {
            Trouble::Refused => (words::REFUSED_TITLE, words::REFUSED, true),
            Trouble::Interrupted => (words::INTERRUPTED_TITLE, words::INTERRUPTED, false),
            Trouble::TonesSilent => (words::SILENT_TITLE, words::SILENT, true),
        };
        Some(view! {
            <Notice kind=NoticeKind::Warning title=say(title)>
                <p>{say(text)}</p>
                {can_ask.then(button)}
            </Notice>
        })
    };
    view! { <div class="player__sound" role="status">{said}</div> }
}
