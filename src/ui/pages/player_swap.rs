//! An easier or a harder way of the exercise, in two taps.

use leptos::prelude::*;

use crate::{
    app::{coach::CoachEvent, event::Event, update::Ways},
    content::phrases::{self, Phrase, coach as words},
    domain::{exercise::Variant, swapping::Turn},
    ui::{
        components::{
            button::{Button, ButtonKind},
            dialog::Dialog,
        },
        runtime::runtime,
        words::{fill, read, say},
    },
};

#[component]
pub(super) fn SwapDialog() -> impl IntoView {
    let runtime = runtime();
    let open = runtime.memo(|model, _| model.is_swapping());
    let ways = runtime.memo(|model, now| model.ways(now).filter(|_| model.is_swapping()));
    let choose =
        move |turn: Option<Turn>| runtime.dispatch(Event::Coach(CoachEvent::ChoseWay(turn)));
    let offer = move |turn: Turn, phrase: Phrase, way: Option<&'static Variant>| {
        let name = way.map_or_else(|| say(words::AS_WRITTEN_NAME), |way| read(&way.name));
        let change = way.map_or_else(|| say(words::AS_WRITTEN), |way| read(&way.change));
        view! {
            <div class="stack">
                <Button
                    label=fill(phrase, &[("name", &name)])
                    kind=ButtonKind::Secondary
                    big=true
                    wide=true
                    on_press=move |()| choose(Some(turn))
                />
                <p class="note">{change}</p>
            </div>
        }
    };
    let body = move || {
        let Ways { lighter, heavier } = ways.get()?;
        let none = lighter.is_none() && heavier.is_none();
        Some(view! {
            {none.then(|| view! { <p>{say(words::NO_WAY)}</p> })}
            {lighter.map(|way| offer(Turn::Lighter, words::LIGHTER, way))}
            {heavier.map(|way| offer(Turn::Heavier, words::HEAVIER, way))}
            {(!none && heavier.is_none()).then(|| view! { <p class="note">{say(words::NO_HEAVIER)}</p> })}
        })
    };
    let actions = move || {
        view! {
            <Button
                label=say(phrases::stop::CANCEL)
                kind=ButtonKind::Primary
                big=true
                on_press=move |()| choose(None)
            />
        }
    };
    let on_close = move |()| {
        if open.get_untracked() {
            choose(None);
        }
    };
    view! {
        <Dialog id="swap" open title=say(words::SWAP_TITLE) on_close actions>
            <div class="stack">{body}</div>
        </Dialog>
    }
}
