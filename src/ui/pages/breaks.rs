//! The next movement break: when it is, and what to press. On Vandaag a card, on its own page a part.

use leptos::prelude::*;

use crate::{
    app::{
        breaks::BreakEvent,
        event::Event,
        model::Model,
        view::{
            breaks::{BreakCard as Card, Standing},
            receipts,
        },
    },
    browser::intl::{self, DateStyle},
    content::phrases::workday as words,
    domain::{breaks::Quiet, programme::SessionId, time::Day},
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            icon::Icon,
        },
        runtime::{Runtime, runtime},
        sources::Receipts,
        words::{fill, language, say},
    },
};

/// The session that a break is, for whom wants to be led.
const BREAK: &str = "P4-break";

/// The card on Vandaag, for whoever switched breaks on.
#[component]
pub(in crate::ui) fn BreakCard() -> impl IntoView {
    let runtime = runtime();
    let on = runtime.memo(|model, _| model.workday().on);
    let due = runtime.memo(|model, now| model.breaks_due(now) > 0);
    let href = format!("#{}", Route::Workday.path());
    move || {
        on.get().then(|| {
            view! {
                <article class="card" class:card--chosen=due>
                    <h2 class="card__title">
                        <a href=href.clone()>{say(words::TITLE)}</a>
                    </h2>
                    <NextBreak />
                    <Receipts rules=receipts::BREAKS />
                </article>
            }
        })
    }
}

/// What can be pressed now. The text changes by the minute, the buttons only with this.
#[derive(Clone, Copy, PartialEq)]
enum Press {
    Nothing,
    Questions,
    Wait,
    Quiet,
    Due,
}

#[component]
pub(super) fn NextBreak() -> impl IntoView {
    let runtime = runtime();
    let card = runtime.memo(Model::break_card);
    let press = Memo::new(move |_| match card.get().standing {
        Standing::Off | Standing::NoDays | Standing::Outside(_) => Press::Nothing,
        Standing::Locked => Press::Questions,
        Standing::In(_) => Press::Wait,
        Standing::Quiet(..) => Press::Quiet,
        Standing::Now => Press::Due,
    });
    let open = Memo::new(move |_| !matches!(press.get(), Press::Nothing | Press::Questions));
    let due = move || press.get() == Press::Due;
    view! {
        <div class="stack">
            <p class:card__title=due>{move || standing(runtime, card.get().standing)}</p>
            {move || due().then(|| view! { <p>{say(words::DUE_TEXT)}</p> })}
            <p class="note" role="status">{move || count(&card.get())}</p>
            <div class="cluster">
                {move || {
                    open.get()
                        .then(|| {
                            view! {
                                <Button
                                    label=say(words::DONE)
                                    kind=ButtonKind::Primary
                                    icon=Icon::Check
                                    on_press=move |()| tell(runtime, BreakEvent::Took)
                                />
                            }
                        })
                }}
                {move || buttons(runtime, press.get())}
            </div>
        </div>
    }
}

fn tell(runtime: Runtime, event: BreakEvent) {
    runtime.dispatch(Event::Breaks(event));
}

fn buttons(runtime: Runtime, press: Press) -> AnyView {
    let quiet = move |label, why| {
        view! {
            <Button
                label=say(label)
                kind=ButtonKind::Quiet
                on_press=move |()| tell(runtime, BreakEvent::AskedForQuiet(why))
            />
        }
    };
    match press {
        Press::Nothing => ().into_any(),
        Press::Questions => {
            let href = format!("#{}", Route::Screening.path());
            view! { <ButtonLink label=say(words::TO_QUESTIONS) href /> }.into_any()
        }
        Press::Wait => quiet(words::MEETING, Quiet::Meeting).into_any(),
        Press::Quiet => view! {
            <Button
                label=say(words::SPEAK_AGAIN)
                kind=ButtonKind::Quiet
                on_press=move |()| tell(runtime, BreakEvent::EndedQuiet)
            />
        }
        .into_any(),
        Press::Due => {
            let session = Route::Session(SessionId(BREAK.to_owned()));
            let href = format!("#{}", session.path());
            view! {
                {quiet(words::LATER, Quiet::Later)}
                {quiet(words::MEETING, Quiet::Meeting)}
                <ButtonLink label=say(words::FOLLOW_ALONG) href kind=ButtonKind::Quiet />
            }
            .into_any()
        }
    }
}

fn standing(runtime: Runtime, standing: Standing) -> String {
    let clock = |wall| intl::time_of_day(wall, runtime.moment().offset, language());
    match standing {
        Standing::Off => say(words::OFF),
        Standing::Locked => say(words::LOCKED),
        Standing::NoDays => say(words::NO_DAYS),
        Standing::Outside(day) => {
            let from = runtime.peek(|model| model.workday().hours.from().text());
            fill(words::OUTSIDE, &[("day", &named(runtime, day)), ("time", &from)])
        }
        Standing::Quiet(Quiet::Later, until) => {
            fill(words::QUIET_LATER, &[("time", &clock(until))])
        }
        Standing::Quiet(Quiet::Meeting, until) => {
            fill(words::QUIET_MEETING, &[("time", &clock(until))])
        }
        Standing::In(minutes) => fill(words::IN_MINUTES, &[("n", &minutes.to_string())]),
        Standing::Now => say(words::DUE_TITLE),
    }
}

/// "vandaag", or "maandag 30 november".
fn named(runtime: Runtime, day: Day) -> String {
    if day == runtime.moment().day() {
        say(words::TODAY_WORD)
    } else {
        intl::date(day, language(), DateStyle::Long)
    }
}

/// How many there were, and nothing about how many there should have been.
fn count(card: &Card) -> String {
    match card.today {
        0 => say(words::TODAY_NONE),
        1 => say(words::TODAY_ONE),
        n => fill(words::TODAY_MANY, &[("n", &n.to_string())]),
    }
}
