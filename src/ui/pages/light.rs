//! Light of the player: the line about a screen that may go off, and the flash at a change.

use leptos::prelude::*;

use crate::{
    app::event::Event,
    content::phrases::light as words,
    ui::{
        components::icon::{Glyph, Icon},
        runtime::runtime,
        words::say,
    },
};

/// Quiet, and gone for this session once it is closed.
#[component]
pub(super) fn LightNotice() -> impl IntoView {
    let runtime = runtime();
    let told = runtime.memo(|model, _| model.light.may_go_off());
    let line = move || {
        told.get().then(|| {
            view! {
                <p class="player__light">
                    <Glyph icon=Icon::Info />
                    <span>{say(words::MAY_GO_OFF)}</span>
                    <button
                        type="button"
                        class="button button--quiet button--round"
                        aria-label=say(words::CLOSE)
                        on:click=move |_| runtime.dispatch(Event::ClosedLightNotice)
                    >
                        <Glyph icon=Icon::Close />
                    </button>
                </p>
            }
        })
    };
    view! { <div class="player__notice" role="status">{line}</div> }
}

/// Drawn anew at each change, so that its light begins anew; never the only cue.
#[component]
pub(super) fn Flash() -> impl IntoView {
    let runtime = runtime();
    let flashes = runtime.memo(|model, _| model.settings.flash.then_some(model.light.flashes));
    move || {
        let turn = flashes.get().filter(|flashes| *flashes > 0)? % 2;
        let turn = if turn == 0 { "player__flash player__flash--even" } else { "player__flash" };
        Some(view! { <div class=turn aria-hidden="true"></div> })
    }
}
