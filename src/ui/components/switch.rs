//! Something that is on or off, and changes at once.

use leptos::prelude::*;

#[component]
pub fn Switch(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] on: Signal<bool>,
    #[prop(into)] on_change: Callback<bool>,
    #[prop(optional, into)] hint: MaybeProp<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <label class="switch">
            <span class="switch__text">
                <span class="switch__label">{label}</span>
                {move || hint.get().map(|hint| view! { <span class="switch__hint">{hint}</span> })}
            </span>
            <input
                class="switch__box"
                type="checkbox"
                role="switch"
                disabled=disabled
                prop:checked=on
                on:change:target=move |press| on_change.run(press.target().checked())
            />
        </label>
    }
}
