//! Filters that are on or off, and small facts about a thing.

use leptos::prelude::*;

use super::{
    choice::Choice,
    icon::{Glyph, Icon},
};

/// `on_toggle` tells what was pressed; the caller decides whether others go off with it.
#[component]
pub fn Chips<T>(
    #[prop(into)] label: Signal<String>,
    choices: Vec<Choice<T>>,
    #[prop(into)] chosen: Signal<Vec<T>>,
    #[prop(into)] on_toggle: Callback<T>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let chips = choices.into_iter().map(|Choice { value, label, .. }| {
        let this = value.clone();
        let pressed = move || if chosen.read().contains(&this) { "true" } else { "false" };
        view! {
            <button
                type="button"
                class="chip"
                aria-pressed=pressed
                on:click=move |_| on_toggle.run(value.clone())
            >
                <Glyph icon=Icon::Check />
                <span>{label}</span>
            </button>
        }
    });
    view! {
        <div class="chips" role="group" aria-label=label>
            {chips.collect_view()}
        </div>
    }
}

/// `side` marks the working side, in the colour that the figure's working side has.
#[component]
pub fn Tag(
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] icon: MaybeProp<Icon>,
    #[prop(optional)] side: bool,
) -> impl IntoView {
    view! {
        <span class="tag" class:tag--side=side>
            {move || icon.get().map(|icon| view! { <Glyph icon /> })}
            {label}
        </span>
    }
}
