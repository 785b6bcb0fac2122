//! "Waar voel je het?" in the rest after the first set: on the figure or in the list, while the
//! session goes on (R3.12).

use leptos::prelude::*;

use super::{
    body_figure::{BodyFigure, felt_words},
    player::Shown,
};
use crate::{
    app::{
        event::Event,
        view::feel::{CHOICES, FeelPlace},
    },
    content::phrases::feel as words,
    domain::{
        exercise::Exercise,
        record::{Felt, FeltAt},
    },
    ui::{
        components::button::{Button, ButtonKind},
        runtime::runtime,
        words::{clock, fill, read, say},
    },
};

#[component]
pub(super) fn FeelPanel(shown: Shown) -> impl IntoView {
    let runtime = runtime();
    let asked = runtime.memo(|model, _| model.asks_to_feel());
    let about = Memo::new(move |_| asked.get().map(|FeelPlace { exercise, .. }| exercise));
    // Said aloud once when it comes; the panel itself takes no focus from anybody.
    let heard = move || about.get().map(|_| say(words::TITLE));
    view! {
        <p class="only-heard" role="status">{heard}</p>
        {move || about.get().map(|exercise| view! { <Panel exercise asked shown /> })}
    }
}

#[component]
fn Panel(
    exercise: &'static Exercise,
    asked: Memo<Option<FeelPlace>>,
    shown: Shown,
) -> impl IntoView {
    let runtime = runtime();
    let told = Memo::new(move |_| asked.get().and_then(|place| place.told));
    let choose = Callback::new(move |at| runtime.dispatch(Event::ToldWhereFelt(at)));
    let places = CHOICES.map(FeltAt::In).into_iter().chain([FeltAt::Nowhere]);
    let places = places.map(|at| {
        view! {
            <label class="where-felt__choice">
                <input
                    class="choice__mark"
                    type="radio"
                    name="feel"
                    prop:checked=move || told.get() == Some(at)
                    on:change=move |_| choose.run(at)
                />
                <span>{felt_words(at)}</span>
            </label>
        }
    });
    let answer = move || {
        let FeelPlace { told, came_to, .. } = asked.get()?;
        let cue = exercise.cues.first().map(read).unwrap_or_default();
        Some(match (told?, came_to) {
            (FeltAt::Nowhere, _) => say(words::NOWHERE),
            (_, Some(Felt::RightPlace)) => say(words::RIGHT_PLACE),
            _ => fill(words::WRONG_PLACE, &[("cue", &cue)]),
        })
    };
    let left = move || {
        let left = shown.with(|shown| shown.as_ref().map(|view| clock(view.left)));
        fill(words::LEFT_OVER, &[("time", &left.unwrap_or_default())])
    };
    let leave = move || say(if told.get().is_some() { words::CLOSE } else { words::SKIP });
    view! {
        <section class="where-felt" aria-labelledby="feel-title">
            <div class="where-felt__head">
                <h2 class="where-felt__title" id="feel-title">{say(words::TITLE)}</h2>
                <span class="where-felt__left" aria-hidden="true">{left}</span>
            </div>
            <p class="where-felt__which">{fill(words::WHICH, &[("exercise", &read(&exercise.plain_name))])}</p>
            <div class="where-felt__body">
                <BodyFigure chosen=told on_choose=choose />
                <fieldset class="where-felt__list">
                    <legend class="only-heard">{say(words::LIST)}</legend>
                    {places.collect_view()}
                </fieldset>
            </div>
            <div class="where-felt__foot">
                <p class="where-felt__answer" role="status">{answer}</p>
                <Button
                    label=Signal::derive(leave)
                    kind=ButtonKind::Secondary
                    on_press=move |()| runtime.dispatch(Event::LeftWhereFelt)
                />
            </div>
        </section>
    }
}
