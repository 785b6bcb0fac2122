//! Everything else that can be done: the short sessions, and the programmes with theirs.

use leptos::prelude::*;

use crate::{
    app::{model::Model, view::today::SessionCard},
    browser::intl::{self, DateStyle},
    content::phrases,
    domain::programme::Programme,
    route::Route,
    ui::{
        components::icon::{Glyph, Icon},
        pages::stage_gate::GateInShort,
        runtime::runtime,
        words::{equipment, fill, language, minutes, read, say},
    },
};

/// The short sessions and the programmes.
#[component]
pub(super) fn Everything() -> impl IntoView {
    let programmes = runtime().peek(|model| &model.catalogue.programmes);
    view! {
        <section class="section">
            <h3>{say(phrases::today::QUICK_TITLE)}</h3>
            <Quick />
        </section>
        <section class="section">
            <h3>{say(phrases::today::PROGRAMMES_TITLE)}</h3>
            {programmes.iter().map(|programme| view! { <ProgrammeSessions programme /> }).collect_view()}
        </section>
    }
}

#[component]
fn Quick() -> impl IntoView {
    let cards = runtime().memo(Model::quick_sessions);
    view! { <div class="tiles">{move || cards.get().into_iter().map(|card| view! { <Tile card named=true /> }).collect_view()}</div> }
}

#[component]
fn ProgrammeSessions(programme: &'static Programme) -> impl IntoView {
    let cards = runtime().memo(move |model, now| model.programme_sessions(programme, now));
    let about = format!("#{}", Route::Programme(programme.id.clone()).path());
    view! {
        <details class="disclosure">
            <summary class="disclosure__summary">
                <span class="disclosure__title">{read(&programme.plain_name)}</span>
            </summary>
            <div class="disclosure__body stack">
                <p>{read(&programme.for_whom)}</p>
                <p class="note">{read(&programme.technical_name)} " · " {read(&programme.frequency)}</p>
                <p>
                    <a href=about>{say(phrases::session::READ_MORE)}</a>
                </p>
                <div class="tiles">
                    {move || cards.get().into_iter().map(|card| view! { <Tile card named=false /> }).collect_view()}
                </div>
            </div>
        </details>
    }
}

/// One session: its name, its length, what it needs, and the way in.
#[component]
fn Tile(card: SessionCard, named: bool) -> impl IntoView {
    let SessionCard { programme, outline, lasts, needs, open, last_done, gate } = card;
    let name =
        if named { session_name(programme, &read(&outline.name)) } else { read(&outline.name) };
    let done = last_done.map_or_else(
        || say(phrases::today::NEVER_DONE),
        |day| {
            fill(
                phrases::today::LAST_DONE,
                &[("date", &intl::date(day, language(), DateStyle::Short))],
            )
        },
    );
    let needs = if needs.is_empty() {
        say(phrases::today::NEEDS_NOTHING)
    } else {
        needs.into_iter().map(equipment).collect::<Vec<_>>().join(", ")
    };
    let check = format!("#{}", Route::Check(outline.id.clone()).path());
    let details = format!("#{}", Route::Session(outline.id.clone()).path());
    // What is still missing before a later stage is read before it starts.
    let missing = gate.as_ref().is_some_and(|gate| !gate.waits_for_yes());
    let start = if missing { details.clone() } else { check };
    // Then the gate says why it is closed.
    let locked = !gate.as_ref().is_some_and(|gate| gate.closed);
    let start_label = format!("{}: {name}", say(phrases::today::START));
    let details_label = format!("{}: {name}", say(phrases::today::DETAILS));
    view! {
        <article class="card session-card">
            <h4 class="card__title">{name.clone()}</h4>
            {named.then(|| view! { <p class="session-card__for">{read(&programme.for_whom)}</p> })}
            <ul class="facts" role="list">
                <li class="facts__fact"><Glyph icon=Icon::Clock />{minutes(lasts)}</li>
                <li class="facts__fact"><Glyph icon=Icon::List />{needs}</li>
                <li class="facts__fact"><Glyph icon=Icon::History />{done}</li>
            </ul>
            {gate.map(|gate| view! { <GateInShort gate /> })}
            <div class="card__actions">
                {if open {
                    view! {
                        <a class="button button--primary" href=start aria-label=start_label>
                            {say(phrases::today::START)}
                        </a>
                    }
                    .into_any()
                } else {
                    locked.then(|| view! { <p class="note">{say(phrases::today::LOCKED)}</p> }).into_any()
                }}
                <a class="button button--quiet" href=details aria-label=details_label>
                    {say(phrases::today::DETAILS)}
                </a>
            </div>
        </article>
    }
}

/// "Heupen soepel houden: Twee minuten".
pub(in crate::ui::pages) fn session_name(programme: &Programme, session: &str) -> String {
    format!("{}: {session}", read(&programme.plain_name))
}
