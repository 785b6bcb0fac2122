//! The plan of a physiotherapist that somebody follows: what it says, its session, and the way
//! back.

use leptos::prelude::*;

use super::{
    exchange::back,
    exchange_line::PlanLine,
    found::date,
    routines::{Without, count},
    today::GateNotice,
};
use crate::{
    app::{
        event::Event,
        exchange::ExchangeEvent,
        model::Model,
        view::{
            exchange::AdvisedPage,
            routines::{RoutineCard, Standing},
        },
    },
    content::phrases::{advised_plan as words, shared_plan},
    domain::advice::PlanNote,
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            empty::Empty,
            header::PageHeader,
            icon::{Glyph, Icon},
        },
        runtime::runtime,
        sources::WithSources,
        words::{fill, minutes, say},
    },
};

#[component]
pub(super) fn Advised() -> impl IntoView {
    let shown = runtime().memo(Model::advised_page);
    let body = move || match shown.get() {
        Some(page) => view! { <Told page /> }.into_any(),
        None => view! {
            <PageHeader title=say(words::TITLE) back=back() />
            <Empty icon=Icon::List title=say(words::NONE_TITLE) text=say(words::NONE_TEXT)>
                <ButtonLink
                    label=say(crate::content::phrases::exchange::TITLE)
                    href=format!("#{}", Route::HandOver.path())
                />
            </Empty>
        }
        .into_any(),
    };
    view! {
        <WithSources>
            <div class="page">{body}</div>
        </WithSources>
    }
}

#[component]
fn Told(page: AdvisedPage) -> impl IntoView {
    let runtime = runtime();
    let AdvisedPage { accepted, lines, session, gate: _ } = page;
    let lead = fill(words::LEAD, &[("date", &date(accepted.day))]);
    let talk = accepted.advice.discussed.as_ref().filter(|_| accepted.is_talked_over());
    let talk = talk.map(|talk| {
        let parts = [("date", &*date(talk.day)), ("name", talk.name.as_str())];
        view! { <p>{fill(words::TALKED, &parts)}</p> }
    });
    let note = accepted.advice.note.as_ref().map(PlanNote::as_str).map(|note| {
        view! {
            <section class="card card--flat">
                <h2 class="card__title">{say(shared_plan::NOTE)}</h2>
                <p class="exchange__note">{note.to_owned()}</p>
            </section>
        }
    });
    let lines = lines.into_iter().map(|line| view! { <PlanLine line held=true /> }).collect_view();
    let stop = move |()| runtime.dispatch(Event::Exchange(ExchangeEvent::Stopped));
    view! {
        <PageHeader title=say(words::TITLE) lead back=back() />
        <GateNotice />
        {talk}
        {note}
        {session.map(|card| view! { <Session card /> })}
        <section class="section">
            <h2>{say(words::LINES)}</h2>
            <ul class="exchange__lines" role="list">{lines}</ul>
            <p class="note">{say(words::WAITS)}</p>
        </section>
        <section class="section">
            <p class="note">{say(words::STOP_HINT)}</p>
            <Button label=say(words::STOP) kind=ButtonKind::Danger on_press=stop />
        </section>
    }
}

/// What stands in none of the other sessions.
#[component]
fn Session(card: RoutineCard) -> impl IntoView {
    let RoutineCard { session, name, exercises, lasts, standing, .. } = card;
    let open = matches!(standing, Standing::Open { .. });
    let href = format!("#{}", Route::Check(session).path());
    view! {
        <article class="card session-card">
            <h2 class="card__title">{name}</h2>
            <p>{say(words::SESSION_TEXT)}</p>
            <ul class="facts" role="list">
                <li class="facts__fact"><Glyph icon=Icon::Clock />{minutes(lasts)}</li>
                <li class="facts__fact"><Glyph icon=Icon::List />{count(exercises)}</li>
            </ul>
            <Without standing />
            {open
                .then(|| {
                    view! {
                        <ButtonLink
                            label=say(words::START)
                            href=href
                            kind=ButtonKind::Primary
                            icon=Icon::Play
                        />
                    }
                })}
        </article>
    }
}
