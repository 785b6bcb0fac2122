//! A score from 0 to 10, the scale people know from the physiotherapist.

use leptos::prelude::*;

/// `least` and `most` are the words at the ends. The arrow keys walk the scale, as in every radio
/// group; nothing is chosen until somebody chooses.
#[component]
pub fn Score(
    /// Unique on the page.
    #[prop(into)]
    name: String,
    #[prop(into)] legend: Signal<String>,
    #[prop(into)] least: Signal<String>,
    #[prop(into)] most: Signal<String>,
    #[prop(into)] chosen: Signal<Option<u8>>,
    #[prop(into)] on_choose: Callback<u8>,
) -> impl IntoView {
    let ends = format!("{name}-ends");
    let described = ends.clone();
    let step = move |value: u8| {
        view! {
            <label class="score__step">
                <input
                    class="score__radio"
                    type="radio"
                    name=name.clone()
                    prop:checked=move || chosen.get() == Some(value)
                    on:change=move |_| on_choose.run(value)
                />
                <span>{value}</span>
            </label>
        }
    };
    view! {
        <fieldset class="score" aria-describedby=described>
            <legend class="score__legend">{legend}</legend>
            <div class="score__scale">{(0..=10).map(step).collect_view()}</div>
            <p class="score__ends" id=ends>
                <span>"0 "{least}</span>
                <span>"10 "{most}</span>
            </p>
        </fieldset>
    }
}
