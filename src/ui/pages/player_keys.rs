//! The keys of the player, for somebody with a keyboard, a headset or a presentation remote.

use leptos::prelude::*;

use crate::{
    app::{coach::CoachEvent, event::Event},
    content::phrases::{self, coach as words},
    ui::{
        components::{
            button::{Button, ButtonKind},
            dialog::Dialog,
        },
        runtime::runtime,
        words::say,
    },
};

/// Shown where there is a mouse, and so most likely a keyboard; `?` works everywhere.
#[component]
pub(super) fn KeysTool() -> impl IntoView {
    let runtime = runtime();
    view! {
        <button
            type="button"
            class="button button--quiet player__tool player__keys"
            on:click=move |_| runtime.dispatch(Event::Coach(CoachEvent::AskedForKeys))
        >
            <span class="player__keys-mark" aria-hidden="true">
                "?"
            </span>
            {say(words::KEYS_TITLE)}
        </button>
    }
}

#[component]
pub(super) fn KeysDialog() -> impl IntoView {
    let runtime = runtime();
    let open = runtime.memo(|model, _| model.shows_keys());
    let keys = [
        (words::KEY_SPACE, words::KEY_SPACE_DOES),
        (words::KEY_NEXT, words::KEY_NEXT_DOES),
        (words::KEY_BACK, words::KEY_BACK_DOES),
        (words::KEY_STOP, words::KEY_STOP_DOES),
        (words::KEY_WHERE, words::KEY_WHERE_DOES),
        (words::KEY_HOW, words::KEY_HOW_DOES),
        (words::KEY_SWAP, words::KEY_SWAP_DOES),
    ];
    let rows = keys.map(|(key, does)| {
        view! {
            <div class="record__fact">
                <dt>{say(key)}</dt>
                <dd>{say(does)}</dd>
            </div>
        }
    });
    let close = move || runtime.dispatch(Event::Coach(CoachEvent::ClosedSheet));
    let actions = move || {
        view! {
            <Button
                label=say(phrases::common::CLOSE)
                kind=ButtonKind::Primary
                on_press=move |()| close()
            />
        }
    };
    let on_close = move |()| {
        if open.get_untracked() {
            close();
        }
    };
    view! {
        <Dialog id="keys" open title=say(words::KEYS_TITLE) on_close actions>
            <dl class="record">{rows.collect_view()}</dl>
        </Dialog>
    }
}
