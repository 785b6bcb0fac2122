//! The sessions that somebody made themselves, and the ways here from other pages.

use leptos::prelude::*;

use super::today::GateNotice;
use crate::{
    app::view::routines::{RoutineCard, Standing, WhyOut},
    browser::intl::{self, DateStyle},
    content::phrases::{self, routines as words},
    domain::exercise::Exercise,
    route::Route,
    ui::{
        components::{
            button::{ButtonKind, ButtonLink},
            empty::Empty,
            header::{BackLink, PageHeader},
            icon::{Glyph, Icon},
            row::{Row, Rows},
        },
        runtime::runtime,
        words::{fill, language, minutes, read, say},
    },
};

#[component]
pub(super) fn Routines() -> impl IntoView {
    let runtime = runtime();
    let cards = runtime.memo(crate::app::model::Model::routine_cards);
    let back =
        BackLink { href: format!("#{}", Route::Today.path()), label: say(phrases::nav::TODAY) };
    let list = move || {
        let cards = cards.get();
        if cards.is_empty() {
            return view! {
                <Empty icon=Icon::List title=say(words::EMPTY_TITLE) text=say(words::EMPTY_TEXT)>
                    <ToNew />
                </Empty>
            }
            .into_any();
        }
        let cards = cards.into_iter().map(|card| view! { <Tile card /> }).collect_view();
        view! {
            <ToNew />
            <div class="tiles">{cards}</div>
        }
        .into_any()
    };
    view! {
        <div class="page page--wide">
            <PageHeader title=say(words::TITLE) back lead=say(words::LEAD) />
            <GateNotice />
            {list}
        </div>
    }
}

#[component]
fn ToNew() -> impl IntoView {
    let href = format!("#{}", Route::NewRoutine.path());
    view! { <ButtonLink label=say(words::NEW) href kind=ButtonKind::Primary icon=Icon::Plus /> }
}

#[component]
fn Tile(card: RoutineCard) -> impl IntoView {
    let RoutineCard { id, session, name, exercises, lasts, last_done, standing } = card;
    let done = last_done.map_or_else(
        || say(phrases::today::NEVER_DONE),
        |day| {
            let date = intl::date(day, language(), DateStyle::Short);
            fill(phrases::today::LAST_DONE, &[("date", &date)])
        },
    );
    let page = format!("#{}", Route::Routine(id.to_string()).path());
    let check = format!("#{}", Route::Check(session).path());
    let start_label = format!("{}: {name}", say(phrases::today::START));
    let open_label = format!("{}: {name}", say(words::OPEN));
    let open = matches!(standing, Standing::Open { .. });
    view! {
        <article class="card session-card">
            <h2 class="card__title">{name}</h2>
            <ul class="facts" role="list">
                <li class="facts__fact"><Glyph icon=Icon::Clock />{minutes(lasts)}</li>
                <li class="facts__fact"><Glyph icon=Icon::List />{count(exercises)}</li>
                <li class="facts__fact"><Glyph icon=Icon::History />{done}</li>
            </ul>
            <Without standing />
            <div class="card__actions">
                {open
                    .then(|| {
                        view! {
                            <a class="button button--secondary" href=check aria-label=start_label>
                                {say(phrases::today::START)}
                            </a>
                        }
                    })}
                <a class="button button--quiet" href=page aria-label=open_label>
                    {say(words::OPEN)}
                </a>
            </div>
        </article>
    }
}

/// What may not be done of a routine now, if anything.
#[component]
pub(super) fn Without(standing: Standing) -> impl IntoView {
    let texts = match standing {
        Standing::Hollow => Vec::new(),
        Standing::Open { without } => reasons(&without),
        Standing::Locked { without } if without.iter().all(|(_, why)| *why == WhyOut::Answers) => {
            vec![say(phrases::routine::LOCKED)]
        }
        Standing::Locked { without } => {
            reasons(&without).into_iter().chain([say(phrases::routine::NOTHING_LEFT)]).collect()
        }
    };
    texts.into_iter().map(|text| view! { <p class="note">{text}</p> }).collect_view()
}

/// A sentence for each reason, with what it leaves out.
fn reasons(without: &[(&'static Exercise, WhyOut)]) -> Vec<String> {
    let of = |reason: WhyOut, phrase| {
        let those = without.iter().filter(|(_, why)| *why == reason);
        let names: Vec<String> = those.map(|(one, _)| read(&one.plain_name)).collect();
        (!names.is_empty()).then(|| fill(phrase, &[("names", &names.join(", "))]))
    };
    [
        of(WhyOut::Answers, phrases::routine::WITHOUT),
        of(WhyOut::Pain, phrases::routine::WITHOUT_PAIN),
        of(WhyOut::Level, phrases::routine::WITHOUT_LEVEL),
        of(WhyOut::Jumped, phrases::routine::WITHOUT_JUMPED),
        of(WhyOut::Landings, phrases::routine::WITHOUT_LANDINGS),
        of(WhyOut::Plank, phrases::routine::WITHOUT_PLANK),
        of(WhyOut::Advised, phrases::advised_plan::LEFT_NAMES),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub(super) fn count(exercises: usize) -> String {
    match exercises {
        1 => say(words::ONE),
        n => fill(words::COUNT, &[("n", &n.to_string())]),
    }
}

/// One line on Vandaag.
#[component]
pub(super) fn RoutinesLink() -> impl IntoView {
    let href = format!("#{}", Route::Routines.path());
    view! {
        <Rows>
            <Row
                title=say(words::TITLE)
                detail=say(words::SHORT_LEAD)
                href
                lead=|| view! { <Glyph icon=Icon::List /> }
            />
        </Rows>
    }
}

/// On the page with all exercises.
#[component]
pub(super) fn MakeRoutine() -> impl IntoView {
    let href = format!("#{}", Route::NewRoutine.path());
    view! { <ButtonLink label=say(words::MAKE) href icon=Icon::Plus /> }
}
