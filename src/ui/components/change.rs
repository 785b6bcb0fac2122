//! Compared with before, from much worse to much better: a number with its word.

use leptos::prelude::*;

/// `words` run from -3 to +3. Nothing is chosen until somebody chooses: a missing answer is not 0.
#[component]
pub fn ChangeScale(
    /// Unique on the page.
    #[prop(into)]
    name: String,
    #[prop(into)] legend: Signal<String>,
    words: [String; 7],
    #[prop(into)] chosen: Signal<Option<i8>>,
    #[prop(into)] on_choose: Callback<i8>,
) -> impl IntoView {
    let steps = (-3..=3_i8).zip(words).map(move |(value, word)| {
        let number = match value {
            1.. => format!("+{value}"),
            0 => "0".to_owned(),
            _ => format!("\u{2212}{}", value.unsigned_abs()),
        };
        view! {
            <label class="change__step">
                <input
                    class="change__radio"
                    type="radio"
                    name=name.clone()
                    prop:checked=move || chosen.get() == Some(value)
                    on:change=move |_| on_choose.run(value)
                />
                <span class="change__number">{number}</span>
                <span class="change__word">{word}</span>
            </label>
        }
    });
    view! {
        <fieldset class="change">
            <legend class="change__legend">{legend}</legend>
            <div class="change__scale">{steps.collect_view()}</div>
        </fieldset>
    }
}
