//! Two to four short words of which one holds.

use leptos::prelude::*;

use super::choice::Choice;

#[component]
pub fn Segmented<T>(
    /// Unique on the page.
    #[prop(into)]
    name: String,
    #[prop(into)] legend: Signal<String>,
    choices: Vec<Choice<T>>,
    #[prop(into)] chosen: Signal<T>,
    #[prop(into)] on_choose: Callback<T>,
) -> impl IntoView
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let words = choices.into_iter().map(move |Choice { value, label, .. }| {
        let this = value.clone();
        view! {
            <label class="segmented__choice">
                <input
                    class="segmented__radio"
                    type="radio"
                    name=name.clone()
                    prop:checked=move || *chosen.read() == this
                    on:change=move |_| on_choose.run(value.clone())
                />
                <span>{label}</span>
            </label>
        }
    });
    view! {
        <fieldset class="segmented">
            <legend class="segmented__legend">{legend}</legend>
            <div class="segmented__choices">{words.collect_view()}</div>
        </fieldset>
    }
}
