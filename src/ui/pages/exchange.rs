//! The plan to a physiotherapist, and the place where one comes back.

use leptos::prelude::*;

use super::exchange_parcel::PlanParcel;
use super::exchange_words::{numbers, refusal, unreadable};
use crate::{
    app::{event::Event, exchange::ExchangeEvent, model::Model},
    archive::import::LARGEST,
    browser::file,
    content::phrases::{self, exchange as words},
    domain::advice::{Advice, Change, Name, compare},
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            disclosure::Disclosure,
            field::{TextArea, TextField},
            header::{BackLink, PageHeader},
            icon::Icon,
            notice::{Notice, NoticeKind},
            row::{Row, Rows},
        },
        runtime::{Runtime, runtime},
        words::{fill, read, say},
    },
};

/// The ways to these pages, on the page of the plan.
#[component]
pub(super) fn PlanForPhysio() -> impl IntoView {
    let advised = runtime().memo(|model, _| model.accepted().is_some());
    let row = |title, detail, route: &Route| {
        let href = format!("#{}", route.path());
        view! { <Row title=say(title) detail=say(detail) href /> }
    };
    let held = move || {
        let words = (phrases::advised_plan::TITLE, phrases::advised_plan::LINK_HINT);
        advised.get().then(|| row(words.0, words.1, &Route::Advised))
    };
    view! {
        <Rows>
            {held}
            {row(words::LINK, words::LINK_HINT, &Route::HandOver)}
        </Rows>
    }
}

pub(super) fn back() -> BackLink {
    BackLink { href: format!("#{}", Route::Plan.path()), label: say(phrases::plan::TITLE) }
}

#[component]
pub(super) fn HandOver() -> impl IntoView {
    let runtime = runtime();
    let plan = runtime.memo(Model::plan_to_hand_over);
    let whose = RwSignal::new(String::new());
    let named = Memo::new(move |_| {
        plan.get().map(|plan| Advice { whose: Name::cleaned(&whose.read()), ..plan })
    });
    let there = Memo::new(move |_| plan.read().is_some());
    let give = move || {
        if !there.get() {
            return view! {
                <p>{say(words::EMPTY)}</p>
                <ButtonLink
                    label=say(phrases::plan::EMPTY_ACTION)
                    href=format!("#{}", Route::Wishes.path())
                />
            }
            .into_any();
        }
        view! {
            <p>{say(words::PRIVATE)}</p>
            <Inside plan />
            <TextField
                id="plan-whose"
                label=say(words::WHOSE)
                hint=say(words::WHOSE_HINT)
                value=whose
                on_input=move |text| whose.set(text)
            />
            <PlanParcel advice=named />
        }
        .into_any()
    };
    view! {
        <div class="page">
            <PageHeader title=say(words::TITLE) lead=say(words::LEAD) back=back() />
            <section class="section">
                <h2>{say(words::GIVE)}</h2>
                {give}
            </section>
            <Receive />
            <section class="section">
                <h2>{say(words::FOR_PHYSIO)}</h2>
                <p>{say(words::FOR_PHYSIO_TEXT)}</p>
                <ButtonLink
                    label=say(words::MAKE)
                    href=format!("#{}", Route::EditPlan(None).path())
                    icon=Icon::Edit
                />
            </section>
        </div>
    }
}

/// What goes along, exercise by exercise.
#[component]
fn Inside(plan: Memo<Option<Advice>>) -> impl IntoView {
    let runtime = runtime();
    let rows = move || {
        let Some(plan) = plan.get() else { return Vec::new() };
        let (catalogue, age) = runtime.peek(|model| (model.catalogue, model.age(runtime.moment())));
        let lines = compare(catalogue, &plan, &[], age).into_iter();
        let told = lines.filter_map(|line| {
            let exercise = catalogue.exercise(&line.exercise)?;
            let detail = match line.change {
                Change::New(to) => numbers(exercise, &to),
                _ => say(phrases::plan_line::NEVER),
            };
            Some(view! { <Row title=read(&exercise.plain_name) detail /> })
        });
        told.collect::<Vec<_>>()
    };
    let summary = move || {
        let n = plan.read().as_ref().map_or(0, |plan| plan.lines.len()).to_string();
        fill(words::INSIDE, &[("n", &n)])
    };
    view! {
        <Disclosure summary=Signal::derive(summary)>
            <Rows>{rows}</Rows>
        </Disclosure>
    }
}

/// A file or a text that may be a plan.
#[component]
fn Receive() -> impl IntoView {
    let runtime = runtime();
    let pasted = RwSignal::new(String::new());
    let failed = runtime.memo(|model, _| model.exchange.picked);
    let picked = move |bytes| runtime.dispatch(Event::Exchange(ExchangeEvent::Picked(bytes)));
    let notice = move || {
        failed.get().map(|why| {
            let title = why.map_or_else(unreadable, refusal);
            view! {
                <Notice kind=NoticeKind::Warning title urgent=true>
                    <p>{say(phrases::shared_plan::NOTHING_CHANGED)}</p>
                </Notice>
            }
        })
    };
    view! {
        <section class="section">
            <h2>{say(words::RECEIVE)}</h2>
            <p>{say(words::RECEIVE_TEXT)}</p>
            {notice}
            <div class="field">
                <label class="field__label" for="plan-file">{say(words::FILE)}</label>
                // No filter on the kind of file: phones grey out files that they do not know.
                <input
                    class="field__input"
                    id="plan-file"
                    type="file"
                    on:change=move |event| pick(runtime, &event)
                />
            </div>
            <Disclosure summary=say(words::PASTE)>
                <TextArea
                    id="plan-text"
                    label=say(words::PASTE_LABEL)
                    value=pasted
                    on_input=move |text| pasted.set(text)
                />
                <Button
                    label=say(words::PASTE_BUTTON)
                    kind=ButtonKind::Secondary
                    disabled=Signal::derive(move || pasted.read().trim().is_empty())
                    on_press=move |()| picked(Some(pasted.get_untracked().into_bytes()))
                />
            </Disclosure>
        </section>
    }
}

fn pick(runtime: Runtime, event: &leptos::ev::Event) {
    let Some(picked) = file::picked(event) else { return };
    let most = u32::try_from(LARGEST).unwrap_or(u32::MAX);
    file::read(&picked, most, move |bytes| {
        runtime.dispatch(Event::Exchange(ExchangeEvent::Picked(bytes)));
    });
}
