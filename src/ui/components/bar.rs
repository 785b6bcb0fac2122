//! The bar at the top of every page but the player: the name, and what a page puts beside it.

use leptos::prelude::*;

#[component]
pub fn AppBar(
    #[prop(into)] name: Signal<String>,
    #[prop(into)] home: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <header class="app-bar">
            <a class="app-bar__brand" href=home>
                <svg class="app-bar__mark" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
                    <path d="M3.5 12a10.5 10.5 0 0 0 21 0"></path>
                    <circle cx="14" cy="9.5" r="5.2"></circle>
                </svg>
                <span>{name}</span>
            </a>
            <div class="app-bar__actions">{children.map(|children| children())}</div>
        </header>
    }
}
