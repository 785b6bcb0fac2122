//! What Vandaag has to say besides: closed sessions and a history without a copy.

use leptos::prelude::*;

use crate::{
    app::{
        event::Event,
        model::{Backup, Model},
        view::{receipts, today::Gate},
    },
    content::phrases,
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            icon::Icon,
            notice::{Notice, NoticeKind},
        },
        runtime::runtime,
        sources::Receipts,
        words::{fill, say},
    },
};

/// Why sessions are closed, and the way on.
#[component]
pub(in crate::ui::pages) fn GateNotice() -> impl IntoView {
    let runtime = runtime();
    let gate = runtime.memo(Model::gate);
    let link =
        |label: String| view! { <ButtonLink label href=format!("#{}", Route::Screening.path()) /> };
    let behind = move || view! { <Receipts rules=receipts::gate(gate.get()) /> };
    move || {
        match gate.get() {
        Gate::Open => ().into_any(),
        Gate::AskFirst => view! {
            <Notice title=say(phrases::today::ANSWER_FIRST)>{link(say(phrases::today::ANSWER_NOW))}{behind()}</Notice>
        }
        .into_any(),
        Gate::Gentle => view! {
            <Notice kind=NoticeKind::Warning title=say(phrases::today::GENTLE_ONLY)>{link(say(phrases::today::WHY))}{behind()}</Notice>
        }
        .into_any(),
        Gate::Urgent | Gate::Emergency | Gate::TooYoung => view! {
            <Notice kind=NoticeKind::Stop title=say(phrases::today::ALL_LOCKED)>{link(say(phrases::today::WHY))}{behind()}</Notice>
        }
        .into_any(),
    }
    }
}

#[component]
pub(super) fn BackupNotice() -> impl IntoView {
    let runtime = runtime();
    let due = runtime.memo(Model::backup_due);
    move || {
        due.get().map(|due| {
            let title = match due {
                Backup::Never { sessions } => {
                    fill(phrases::today::BACKUP_NEVER, &[("n", &sessions.to_string())])
                }
                Backup::Old { days } => {
                    fill(phrases::today::BACKUP_OLD, &[("n", &days.to_string())])
                }
            };
            view! {
                <Notice title>
                    <Button
                        label=say(phrases::today::BACKUP_ACTION)
                        kind=ButtonKind::Secondary
                        icon=Icon::Download
                        on_press=move |()| runtime.dispatch(Event::ClickedExport)
                    />
                </Notice>
            }
        })
    }
}
