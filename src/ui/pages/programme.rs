//! A programme: for whom it is, how often, why, and its sessions.

use leptos::prelude::*;

use super::{NotFound, calendar::InCalendar};
use crate::{
    content::{
        catalogue,
        phrases::{self, programme as words},
        reading::reading,
    },
    domain::programme::{Programme, ProgrammeId},
    route::Route,
    ui::{
        components::{
            header::{BackLink, PageHeader},
            row::{Row, Rows},
        },
        runtime::runtime,
        sources::{RuleTags, WithSources},
        words::{minutes, read, say},
    },
};

#[component]
pub(super) fn ProgrammePage(id: ProgrammeId) -> impl IntoView {
    let mut programmes = catalogue().programmes.iter().chain(&catalogue().gentle_start);
    match programmes.find(|programme| programme.id == id) {
        Some(programme) => view! { <WithSources><Found programme /></WithSources> }.into_any(),
        None => view! { <NotFound address=Route::Programme(id).path() /> }.into_any(),
    }
}

#[component]
fn Found(programme: &'static Programme) -> impl IntoView {
    let runtime = runtime();
    let cards = runtime.memo(move |model, now| model.programme_sessions(programme, now));
    let back = BackLink { href: "#/".to_owned(), label: say(phrases::nav::TODAY) };
    let chapters = programme.chapters.iter().filter_map(|slug| reading().chapter(slug));
    view! {
        <div class="page">
            <PageHeader title=read(&programme.plain_name) lead=read(&programme.for_whom) back />
            {(programme.technical_name != programme.plain_name)
                .then(|| view! { <p class="note">{read(&programme.technical_name)}</p> })}
            <section class="section">
                <h2>{say(words::FREQUENCY)}</h2>
                <p>{read(&programme.frequency)}</p>
                <p class="note">{say(words::RULES)}</p>
                <RuleTags ids=&programme.rules />
                {has_breaks(programme)
                    .then(|| {
                        let href = format!("#{}", Route::Workday.path());
                        view! {
                            <Rows>
                                <Row
                                    title=say(phrases::workday::TITLE)
                                    detail=say(phrases::workday::OPEN_PAGE)
                                    href
                                />
                            </Rows>
                        }
                    })}
            </section>
            <section class="section">
                <h2>{say(words::SESSIONS)}</h2>
                <Rows>
                    {move || {
                        cards
                            .get()
                            .into_iter()
                            .map(|card| {
                                let href = Route::Session(card.outline.id.clone()).path();
                                let lasts = minutes(card.lasts);
                                let closed = card.gate.is_some_and(|gate| gate.closed);
                                let detail = if closed {
                                    format!("{lasts} · {}", say(phrases::stage_gate::CLOSED))
                                } else {
                                    lasts
                                };
                                view! {
                                    <Row
                                        title=read(&card.outline.name)
                                        detail
                                        href=format!("#{href}")
                                    />
                                }
                            })
                            .collect_view()
                    }}
                </Rows>
            </section>
            <InCalendar id=programme.id.clone() />
            <Rows>
                <Row
                    title=say(phrases::print::LINK)
                    detail=say(phrases::print::LINK_HINT)
                    href=format!("#{}", Route::Print(programme.id.clone()).path())
                />
            </Rows>
            <section class="section">
                <h2>{say(words::CHAPTERS)}</h2>
                <Rows>
                    {chapters
                        .map(|chapter| {
                            let href = Route::Chapter(chapter.slug.clone()).path();
                            view! { <Row title=read(&chapter.title) href=format!("#{href}") /> }
                        })
                        .collect_view()}
                </Rows>
            </section>
        </div>
    }
}

/// One of its sessions is a movement break (P4).
fn has_breaks(programme: &Programme) -> bool {
    programme.sessions.iter().any(|outline| outline.id.0 == "P4-break")
}
