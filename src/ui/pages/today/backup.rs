//! The last copy of what is kept: a quiet line, or a card when it is time for another.

use leptos::prelude::*;

use crate::{
    app::{
        backup::{BackupEvent, Opened, due::Copy},
        event::Event,
        model::Model,
    },
    content::phrases::{backup as words, have_file},
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind},
            icon::Icon,
            notice::Notice,
        },
        runtime::runtime,
        words::{fill, say},
    },
};

#[component]
pub(super) fn CopyCard() -> impl IntoView {
    let runtime = runtime();
    let due = runtime.memo(|model, now| match model.copy(now) {
        Copy::Due { days, sessions } => Some((days, sessions)),
        Copy::Quiet { .. } | Copy::Needless => None,
    });
    let later = move |()| runtime.dispatch(Event::Backup(BackupEvent::AskedForLater));
    move || {
        due.get().map(|(days, sessions)| {
            let many = sessions.to_string();
            let title = match (days, sessions) {
                (None, 1) => say(words::DUE_NEVER_ONE),
                (None, _) => fill(words::DUE_NEVER, &[("n", &many)]),
                (Some(days), _) if days >= 14 => {
                    fill(words::DUE_OLD, &[("days", &days.to_string())])
                }
                (Some(_), _) => fill(words::DUE_MANY, &[("n", &many)]),
            };
            view! {
                <Notice title>
                    <p>{say(words::DUE_TEXT)}</p>
                    <HomeScreenLater />
                    <p class="cluster">
                        <Button
                            label=say(words::DUE_ACTION)
                            icon=Icon::Download
                            on_press=move |()| runtime.dispatch(Event::ClickedExport)
                        />
                        <Button label=say(words::LATER) kind=ButtonKind::Quiet on_press=later />
                    </p>
                </Notice>
            }
        })
    }
}

/// Where a home screen has a storage of its own, it is said before somebody finds it empty.
#[component]
pub(in crate::ui::pages) fn HomeScreenLater() -> impl IntoView {
    let outside = runtime().memo(|model, _| model.backups.place.opened == Opened::AppleBrowser);
    move || outside.get().then(|| view! { <p>{say(have_file::INSTALL_LATER)}</p> })
}

/// For who was reminded enough: how old the last copy is, and the way to another.
#[component]
pub(super) fn CopyLine() -> impl IntoView {
    let copy = runtime().memo(Model::copy);
    move || {
        let text = match copy.get() {
            Copy::Needless | Copy::Due { .. } => return None,
            Copy::Quiet { days: None } => say(words::NONE_YET),
            Copy::Quiet { days: Some(0) } => say(words::TODAY),
            Copy::Quiet { days: Some(1) } => say(words::YESTERDAY),
            Copy::Quiet { days: Some(days) } => fill(words::DAYS, &[("n", &days.to_string())]),
        };
        let href = format!("#{}", Route::Data.path());
        Some(view! {
            <p class="note">
                {text} " " <a href=href>{say(words::TO_DATA)}</a>
            </p>
        })
    }
}
