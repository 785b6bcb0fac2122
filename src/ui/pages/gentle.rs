//! The gentle start on Vandaag: which day of the two weeks it is, and the session of today.

use leptos::prelude::*;

use crate::{
    app::{
        event::Event,
        model::Model,
        view::{body::GentleStart, receipts},
    },
    content::phrases::gentle_start as words,
    domain::clearance::GENTLE_DAYS,
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            icon::{Glyph, Icon},
            stepper::Stepper,
        },
        runtime::runtime,
        sources::Receipts,
        words::{fill, minutes, say},
    },
};

#[component]
pub(super) fn GentleCard() -> impl IntoView {
    let gentle = runtime().memo(Model::gentle_start);
    move || gentle.get().map(card)
}

fn card(GentleStart { day, session, done_today }: GentleStart) -> impl IntoView {
    let runtime = runtime();
    let total = GENTLE_DAYS;
    let progress = day.map(|day| {
        let label = fill(words::DAY, &[("n", &day.to_string()), ("total", &total.to_string())]);
        view! { <Stepper label progress=f64::from(day) / f64::from(total) /> }
    });
    let text = match day {
        _ if done_today => words::DONE,
        Some(day) if day >= total => words::OVER,
        _ => words::FRESH,
    };
    // The first session begins the two weeks.
    let start = move |()| runtime.dispatch(Event::ChoseGentleStart);
    let label = say(if done_today { words::AGAIN } else { words::START });
    let kind = if done_today { ButtonKind::Secondary } else { ButtonKind::Primary };
    view! {
        <article class="card card--chosen">
            <h2 class="card__title">{say(words::TITLE)}</h2>
            {progress}
            <p>{say(text)}</p>
            <Receipts rules=receipts::GENTLE_START />
            <ul class="facts" role="list">
                <li class="facts__fact"><Glyph icon=Icon::Clock />{minutes(session.lasts)}</li>
            </ul>
            <div class="card__actions">
                <Button label kind big=true icon=Icon::Play on_press=start />
                <ButtonLink label=say(words::TALKED) href=format!("#{}", Route::Screening.path()) kind=ButtonKind::Quiet />
            </div>
        </article>
    }
}
