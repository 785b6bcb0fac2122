//! What Vandaag has to say besides: why sessions are closed.

use leptos::prelude::*;

use crate::{
    app::{
        model::Model,
        view::{receipts, today::Gate},
    },
    content::phrases,
    route::Route,
    ui::{
        components::{
            button::ButtonLink,
            notice::{Notice, NoticeKind},
        },
        runtime::runtime,
        sources::Receipts,
        words::say,
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
