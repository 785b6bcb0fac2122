//! A number with a button on each side: less, more.

use leptos::prelude::*;

use super::{button::RoundButton, icon::Icon};

/// `value` is written by the caller, unit and all; `less` and `more` are the buttons' names. At a
/// bound the button is disabled.
#[component]
pub fn NumberField(
    /// Unique on the page.
    #[prop(into)]
    id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] less: Signal<String>,
    #[prop(into)] more: Signal<String>,
    #[prop(into)] on_less: Callback<()>,
    #[prop(into)] on_more: Callback<()>,
    #[prop(optional, into)] at_least: Signal<bool>,
    #[prop(optional, into)] at_most: Signal<bool>,
) -> impl IntoView {
    let named_by = id.clone();
    view! {
        <div class="number" role="group" aria-labelledby=named_by>
            <span class="number__label" id=id>
                {label}
            </span>
            <div class="number__row">
                <RoundButton label=less icon=Icon::Minus on_press=on_less disabled=at_least />
                <output class="number__value">{value}</output>
                <RoundButton label=more icon=Icon::Plus on_press=on_more disabled=at_most />
            </div>
        </div>
    }
}
