//! Cards to choose from: one of them, or as many as apply.

use leptos::prelude::*;

/// Something that can be chosen, and how it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<T> {
    pub value: T,
    pub label: String,
    /// A second line, smaller.
    pub hint: Option<String>,
}

impl<T> Choice<T> {
    pub fn new(value: T, label: impl Into<String>) -> Self {
        Self { value, label: label.into(), hint: None }
    }

    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }
}

/// Nothing is chosen until somebody chooses.
#[component]
pub fn ChooseOne<T>(
    /// Unique on the page.
    #[prop(into)]
    name: String,
    #[prop(into)] legend: Signal<String>,
    choices: Vec<Choice<T>>,
    #[prop(into)] chosen: Signal<Option<T>>,
    #[prop(into)] on_choose: Callback<T>,
    /// Two short answers beside each other, such as yes and no.
    #[prop(optional)]
    pair: bool,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let cards = choices.into_iter().map(move |Choice { value, label, hint }| {
        let this = value.clone();
        view! {
            <label class="choice">
                <input
                    class="choice__mark"
                    type="radio"
                    name=name.clone()
                    prop:checked=move || chosen.read().as_ref() == Some(&this)
                    on:change=move |_| on_choose.run(value.clone())
                />
                <ChoiceText label hint />
            </label>
        }
    });
    view! {
        <fieldset class="choices">
            <legend class="choices__legend">{legend}</legend>
            <div class="choices__list" class:choices__list--pair=pair>
                {cards.collect_view()}
            </div>
        </fieldset>
    }
}

/// `on_toggle` tells what was pressed and whether it is chosen now.
#[component]
pub fn ChooseMany<T>(
    #[prop(into)] legend: Signal<String>,
    choices: Vec<Choice<T>>,
    #[prop(into)] chosen: Signal<Vec<T>>,
    #[prop(into)] on_toggle: Callback<(T, bool)>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let cards = choices.into_iter().map(|Choice { value, label, hint }| {
        let this = value.clone();
        view! {
            <label class="choice">
                <input
                    class="choice__mark"
                    type="checkbox"
                    prop:checked=move || chosen.read().contains(&this)
                    on:change:target=move |press| {
                        on_toggle.run((value.clone(), press.target().checked()));
                    }
                />
                <ChoiceText label hint />
            </label>
        }
    });
    view! {
        <fieldset class="choices">
            <legend class="choices__legend">{legend}</legend>
            <div class="choices__list">{cards.collect_view()}</div>
        </fieldset>
    }
}

#[component]
fn ChoiceText(label: String, hint: Option<String>) -> impl IntoView {
    view! {
        <span class="choice__text">
            <span class="choice__label">{label}</span>
            {hint.map(|hint| view! { <span class="choice__hint">{hint}</span> })}
        </span>
    }
}
