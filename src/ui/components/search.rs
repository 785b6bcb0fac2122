//! The field that narrows a list while somebody types.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

#[component]
pub fn SearchField(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] clear: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(into)] on_input: Callback<String>,
) -> impl IntoView {
    let button = move || {
        view! {
            <button
                type="button"
                class="search__clear button button--quiet button--round"
                aria-label=clear
                title=clear
                on:click=move |_| on_input.run(String::new())
            >
                <Glyph icon=Icon::Close />
            </button>
        }
    };
    view! {
        <div class="search" role="search">
            <Glyph icon=Icon::Search />
            <input
                class="search__input"
                type="search"
                enterkeyhint="search"
                aria-label=label
                placeholder=label
                prop:value=value
                on:input:target=move |typed| on_input.run(typed.target().value())
            />
            <Show when=move || !value.read().is_empty()>{button}</Show>
        </div>
    }
}
