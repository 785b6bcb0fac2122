//! With a helper: asked before it starts, and then one screen for two (R0.23, R0.24).

use leptos::prelude::*;

use super::player::Shown;
use crate::{
    app::{
        event::Event,
        view::{
            partner::{Pair, Part},
            receipts,
        },
    },
    content::phrases::partner as words,
    domain::programme::SessionId,
    ui::{
        components::{choice::Choice, segmented::Segmented},
        runtime::runtime,
        sources::Receipts,
        words::say,
    },
};

/// Asked only where a helper has something to do.
#[component]
pub(super) fn Company(id: SessionId) -> impl IntoView {
    let runtime = runtime();
    let about = id.clone();
    let company = runtime.memo(move |model, now| model.company(&about, now));
    let asked = Memo::new(move |_| company.get().is_some());
    move || {
        asked.get().then(|| {
            let id = id.clone();
            let choices = vec![
                Choice::new(false, say(words::ALONE)),
                Choice::new(true, say(words::TOGETHER)),
            ];
            view! {
                <div class="card stack">
                    <Segmented
                        name="company"
                        legend=say(words::ASK)
                        choices
                        chosen=Signal::derive(move || company.get().unwrap_or_default())
                        on_choose=move |together| {
                            runtime.dispatch(Event::ChoseCompany { session: id.clone(), together });
                        }
                    />
                    <p class="note">{say(words::HINT)}</p>
                    <Receipts rules=receipts::HELPER />
                </div>
            }
        })
    }
}

/// In the place of the cue: what both do now, and which way.
#[component]
pub(super) fn PairPanel(shown: Shown) -> impl IntoView {
    let pair = Memo::new(move |_| shown.with(|shown| shown.as_ref()?.pair()));
    move || {
        pair.get().map(|Pair { part, arrow }| {
            let [now, you, helper] = said(part);
            let way = arrow.filter(|_| matches!(part, Part::Find | Part::Push | Part::LetGo));
            view! {
                <section class=format!("pair pair--{}", slug(part))>
                    <h2 class="pair__now">{say(now)}</h2>
                    <div class="pair__roles">
                        <p class="pair__role">
                            <b>{say(words::YOU)}</b>
                            <span>{say(you)}</span>
                        </p>
                        {way.map(|degrees| view! { <Arrow degrees /> })}
                        <p class="pair__role">
                            <b>{say(words::HELPER)}</b>
                            <span>{say(helper)}</span>
                        </p>
                    </div>
                    <p class="pair__safety">{say(words::SAFETY)}</p>
                </section>
            }
        })
    }
}

fn said(part: Part) -> [crate::content::phrases::Phrase; 3] {
    match part {
        Part::Find => [words::FIND, words::YOU_FIND, words::HELPER_FIND],
        Part::Push => [words::PUSH, words::YOU_PUSH, words::HELPER_PUSH],
        Part::LetGo => [words::LET_GO, words::YOU_LET_GO, words::HELPER_LET_GO],
        Part::ComeOut => [words::COME_OUT, words::YOU_OUT, words::HELPER_OUT],
    }
}

fn slug(part: Part) -> &'static str {
    match part {
        Part::Push => "push",
        Part::LetGo => "let-go",
        Part::Find | Part::ComeOut => "easy",
    }
}

#[component]
fn Arrow(degrees: i16) -> impl IntoView {
    view! {
        <svg
            class="pair__arrow"
            viewBox="0 0 48 48"
            role="img"
            aria-label=say(words::ARROW)
            style:rotate=format!("{degrees}deg")
        >
            <path d="M4 18h22V7l18 17-18 17V30H4z"></path>
        </svg>
    }
}
