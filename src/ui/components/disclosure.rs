//! Text that stays folded until somebody wants it.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

#[component]
pub fn Disclosure(
    #[prop(into)] summary: Signal<String>,
    /// Unfolded from the start.
    #[prop(optional)]
    open: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <details class="disclosure" open=open>
            <summary class="disclosure__summary">
                <span>{summary}</span>
                <Glyph icon=Icon::Chevron />
            </summary>
            <div class="disclosure__body">{children()}</div>
        </details>
    }
}
