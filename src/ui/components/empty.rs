//! What stands where nothing is yet, and what to do about it.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

#[component]
pub fn Empty(
    icon: Icon,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] text: Signal<String>,
    /// A button or a link, where there is something to do.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Glyph icon />
            <h2 class="empty__title">{title}</h2>
            <p class="empty__text">{text}</p>
            {children.map(|children| children())}
        </div>
    }
}
