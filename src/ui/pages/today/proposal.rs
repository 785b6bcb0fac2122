//! The one proposal: a session, how long, why, a shorter one, and the way to something else.

use leptos::prelude::*;

use super::session_name;
use crate::{
    app::view::{
        plan::{Proposed, TodaysProposal as Proposal},
        today::SessionCard,
    },
    content::phrases::{self, proposal as words},
    domain::planning::why::Why,
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            icon::{Glyph, Icon},
        },
        pages::plan_words::{Reason, anchored},
        runtime::runtime,
        words::{equipment, fill, minutes, read, say},
    },
};

#[component]
pub(super) fn TodaysProposal(#[prop(into)] on_other: Callback<()>) -> impl IntoView {
    let proposal = runtime().memo(crate::app::model::Model::todays_proposal);
    move || {
        proposal.get().map(|proposal| match proposal {
            Proposal::Session { first, shorter } => {
                view! { <SessionProposal first shorter on_other /> }.into_any()
            }
            Proposal::Rest { why, mini } => view! { <RestProposal why mini on_other /> }.into_any(),
        })
    }
}

#[component]
fn SessionProposal(
    first: Proposed,
    shorter: Option<Proposed>,
    on_other: Callback<()>,
) -> impl IntoView {
    let Proposed { card, why } = first;
    let name = session_name(card.programme, &read(&card.outline.name));
    let needs = if card.needs.is_empty() {
        say(phrases::today::NEEDS_NOTHING)
    } else {
        card.needs.iter().copied().map(equipment).collect::<Vec<_>>().join(", ")
    };
    view! {
        <article class="card card--block today__proposal">
            <p class="today__kicker">{kicker()}</p>
            <h2 class="card__title">{read(&card.outline.name)}</h2>
            <p class="today__programme">{read(&card.programme.plain_name)}</p>
            <ul class="facts" role="list">
                <li class="facts__fact"><Glyph icon=Icon::Clock />{minutes(card.lasts)}</li>
                <li class="facts__fact"><Glyph icon=Icon::List />{needs}</li>
            </ul>
            <div class="today__why"><Reason why /></div>
            <div class="card__actions">
                <Go card_name=name label=say(words::START) card primary=true />
                {shorter
                    .map(|Proposed { card, .. }| {
                        let label = fill(words::SHORTER, &[("n", &minutes(card.lasts))]);
                        let card_name = session_name(card.programme, &read(&card.outline.name));
                        view! { <Go card_name label card primary=false /> }
                    })}
                <Button label=say(words::OTHER) kind=ButtonKind::Quiet on_press=on_other />
            </div>
        </article>
    }
}

/// "Voorstel voor vandaag", with the daily moment of who has one.
fn kicker() -> String {
    let kicker = say(words::KICKER);
    let moment = runtime().peek(|model| model.choices()?.anchor.as_ref().map(anchored));
    moment.map_or(kicker.clone(), |moment| format!("{kicker} · {moment}"))
}

/// Rest, said to be good; moving a little stays possible.
#[component]
fn RestProposal(why: Why, mini: Option<Proposed>, on_other: Callback<()>) -> impl IntoView {
    let title = say(if why == Why::DoneToday { words::DONE_TITLE } else { words::REST_TITLE });
    view! {
        <article class="card card--block today__proposal">
            <p class="today__kicker">{say(words::REST_KICKER)}</p>
            <h2 class="card__title">{title}</h2>
            <div class="today__why"><Reason why /></div>
            <div class="card__actions">
                {mini
                    .map(|Proposed { card, .. }| {
                        let label = fill(words::MINI, &[("n", &minutes(card.lasts))]);
                        let card_name = session_name(card.programme, &read(&card.outline.name));
                        view! { <Go card_name label card primary=false /> }
                    })}
                <Button label=say(words::OTHER) kind=ButtonKind::Quiet on_press=on_other />
            </div>
        </article>
    }
}

/// The way into a session.
#[component]
fn Go(card_name: String, label: String, card: SessionCard, primary: bool) -> impl IntoView {
    let id = card.outline.id.clone();
    // What is proposed has its turn: the gates were part of the plan.
    let route = Route::Check(id);
    let heard = format!("{label}: {card_name}");
    let class =
        if primary { "button button--primary button--big" } else { "button button--secondary" };
    view! {
        <a class=class href=format!("#{}", route.path()) aria-label=heard>
            {primary.then(|| view! { <Glyph icon=Icon::Play /> })}
            <span class="button__label">{label}</span>
        </a>
    }
}

/// For who never said what they want.
#[component]
pub(super) fn WishCard() -> impl IntoView {
    let silent = runtime()
        .memo(|model, now| model.choices().is_none() && model.todays_proposal(now).is_some());
    move || {
        silent.get().then(|| {
            view! {
                <article class="card card--flat today__wish">
                    <h2 class="card__title">{say(words::WISH_TITLE)}</h2>
                    <p>{say(words::WISH_TEXT)}</p>
                    <div class="card__actions">
                        <ButtonLink
                            label=say(words::WISH_ACTION)
                            href=format!("#{}", Route::Wishes.path())
                        />
                    </div>
                </article>
            }
        })
    }
}
