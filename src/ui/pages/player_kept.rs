//! In the player: what happens cannot be kept. The session goes on; a copy can be taken at once.

use leptos::prelude::*;

use crate::{
    app::{event::Event, model::Storage},
    content::phrases,
    ui::{
        components::{
            button::{Button, ButtonKind},
            icon::{Glyph, Icon},
        },
        runtime::runtime,
        words::say,
    },
};

#[component]
pub(super) fn KeptNotice() -> impl IntoView {
    let runtime = runtime();
    let trouble = runtime.memo(|model, _| match &model.storage {
        Storage::Open { unkept, .. } if !unkept.writes.is_empty() => Some(unkept.full),
        _ => None,
    });
    let line = move |full: bool| {
        let text = if full { phrases::app::NOT_KEPT_FULL } else { phrases::app::NOT_KEPT };
        view! {
            <div class="player__notice" role="alert">
                <p class="player__light">
                    <Glyph icon=Icon::Warning />
                    <span>{say(text)}</span>
                </p>
                <Button
                    label=say(phrases::today::BACKUP_ACTION)
                    kind=ButtonKind::Quiet
                    on_press=move |()| runtime.dispatch(Event::ClickedExport)
                />
            </div>
        }
    };
    move || trouble.get().map(line)
}
