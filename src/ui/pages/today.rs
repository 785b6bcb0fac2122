//! Vandaag: what was begun, the short sessions, and the programmes with theirs.

use leptos::prelude::*;

use super::{
    breaks::BreakCard, gentle::GentleCard, history, proposals::Proposals, routines::RoutinesLink,
    selftests::TestsLink,
};
use crate::{
    app::{
        event::Event,
        model::{Backup, Model},
        view::today::{Gate, SessionCard},
    },
    archive::journal::Journal,
    browser::intl::{self, DateStyle},
    content::phrases,
    domain::programme::Programme,
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            header::PageHeader,
            icon::{Glyph, Icon},
            notice::{Notice, NoticeKind},
        },
        runtime::runtime,
        sources::WithSources,
        words::{equipment, fill, language, minutes, read, say},
    },
};

#[component]
pub(super) fn Today() -> impl IntoView {
    let runtime = runtime();
    let today = intl::date(runtime.moment().day(), language(), DateStyle::Long);
    let programmes = runtime.peek(|model| &model.catalogue.programmes);
    view! {
        <div class="page page--wide today">
            <PageHeader title=say(phrases::today::TITLE) lead=today />
            <Begun />
            <BreakCard />
            <GateNotice />
            <GentleCard />
            <WithSources>
                <Proposals />
            </WithSources>
            <BackupNotice />
            <TestsLink />
            <section class="section">
                <h2>{say(phrases::today::QUICK_TITLE)}</h2>
                <Quick />
            </section>
            <section class="section">
                <h2>{say(phrases::today::PROGRAMMES_TITLE)}</h2>
                {programmes.iter().map(|programme| view! { <ProgrammeSessions programme /> }).collect_view()}
            </section>
            <RoutinesLink />
        </div>
    }
}

/// Sessions that a closed page or an empty battery left unfinished.
#[component]
fn Begun() -> impl IntoView {
    let runtime = runtime();
    let begun = runtime.memo(|model, _| model.begun_sessions());
    let running = runtime.memo(|model, _| model.live.is_some());
    let way_back = move || {
        running.get().then(|| {
            let href = format!("#{}", Route::Player.path());
            view! {
                <article class="card card--chosen">
                    <h2 class="card__title">{say(phrases::today::CONTINUE_TITLE)}</h2>
                    <div class="card__actions">
                        <ButtonLink
                            label=say(phrases::today::CONTINUE)
                            href
                            kind=ButtonKind::Primary
                            big=true
                            icon=Icon::Play
                        />
                    </div>
                </article>
            }
        })
    };
    let left = move || {
        begun.get().into_iter().map(|journal| view! { <BegunSession journal /> }).collect_view()
    };
    view! {
        {way_back}
        {left}
    }
}

#[component]
fn BegunSession(journal: Journal) -> impl IntoView {
    let runtime = runtime();
    let opening = &journal.opening;
    let id = opening.record;
    let name = runtime.peek(|model| history::name(&model.named(&opening.session)));
    let time = intl::time_of_day(opening.started_wall, opening.offset, language());
    view! {
        <article class="card card--chosen">
            <h2 class="card__title">{say(phrases::today::CONTINUE_TITLE)}</h2>
            <p>{fill(phrases::today::CONTINUE_TEXT, &[("session", &name), ("time", &time)])}</p>
            <div class="card__actions">
                <Button
                    label=say(phrases::today::CONTINUE)
                    kind=ButtonKind::Primary
                    big=true
                    icon=Icon::Play
                    on_press=move |()| runtime.dispatch(Event::ChoseToGoOn(id))
                />
                <Button
                    label=say(phrases::today::KEEP_DONE)
                    kind=ButtonKind::Secondary
                    on_press=move |()| runtime.dispatch(Event::ChoseToKeepWhatWasDone(id))
                />
                <Button
                    label=say(phrases::today::DROP)
                    kind=ButtonKind::Quiet
                    on_press=move |()| runtime.dispatch(Event::ChoseToDrop(id))
                />
            </div>
        </article>
    }
}

/// Why sessions are closed, and the way on.
#[component]
pub(super) fn GateNotice() -> impl IntoView {
    let runtime = runtime();
    let gate = runtime.memo(Model::gate);
    let link =
        |label: String| view! { <ButtonLink label href=format!("#{}", Route::Screening.path()) /> };
    move || {
        match gate.get() {
        Gate::Open => ().into_any(),
        Gate::AskFirst => view! {
            <Notice title=say(phrases::today::ANSWER_FIRST)>{link(say(phrases::today::ANSWER_NOW))}</Notice>
        }
        .into_any(),
        Gate::Gentle => view! {
            <Notice kind=NoticeKind::Warning title=say(phrases::today::GENTLE_ONLY)>{link(say(phrases::today::WHY))}</Notice>
        }
        .into_any(),
        Gate::Urgent | Gate::Emergency | Gate::TooYoung => view! {
            <Notice kind=NoticeKind::Stop title=say(phrases::today::ALL_LOCKED)>{link(say(phrases::today::WHY))}</Notice>
        }
        .into_any(),
    }
    }
}

#[component]
fn BackupNotice() -> impl IntoView {
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
    let SessionCard { programme, outline, lasts, needs, open, last_done } = card;
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
    // The warning of a later level is read before it starts.
    let start = if outline.warning.is_some() { details.clone() } else { check };
    let start_label = format!("{}: {name}", say(phrases::today::START));
    let details_label = format!("{}: {name}", say(phrases::today::DETAILS));
    view! {
        <article class="card session-card">
            <h3 class="card__title">{name.clone()}</h3>
            {named.then(|| view! { <p class="session-card__for">{read(&programme.for_whom)}</p> })}
            <ul class="facts" role="list">
                <li class="facts__fact"><Glyph icon=Icon::Clock />{minutes(lasts)}</li>
                <li class="facts__fact"><Glyph icon=Icon::List />{needs}</li>
                <li class="facts__fact"><Glyph icon=Icon::History />{done}</li>
            </ul>
            <div class="card__actions">
                {if open {
                    view! {
                        <a class="button button--primary" href=start aria-label=start_label>
                            {say(phrases::today::START)}
                        </a>
                    }
                    .into_any()
                } else {
                    view! { <p class="note">{say(phrases::today::LOCKED)}</p> }.into_any()
                }}
                <a class="button button--quiet" href=details aria-label=details_label>
                    {say(phrases::today::DETAILS)}
                </a>
            </div>
        </article>
    }
}

/// "Heupen soepel houden: Twee minuten".
pub(super) fn session_name(programme: &Programme, session: &str) -> String {
    format!("{}: {session}", read(&programme.plain_name))
}
