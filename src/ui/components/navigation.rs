//! The places of the app: a bar under the thumb, a rail on a wide screen.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub href: String,
    pub label: String,
    pub icon: Icon,
    /// We are here, or on a page below it.
    pub current: bool,
}

/// Five places at most fit a phone.
#[component]
pub fn Navigation(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] places: Signal<Vec<Place>>,
) -> impl IntoView {
    let links = move || {
        let link = |Place { href, label, icon, current }| {
            view! {
                <li>
                    <a class="navigation__link" href=href aria-current=current.then_some("page")>
                        <Glyph icon />
                        <span class="navigation__label">{label}</span>
                    </a>
                </li>
            }
        };
        places.get().into_iter().map(link).collect_view()
    };
    view! {
        <nav class="navigation" aria-label=label>
            <ul class="navigation__list" role="list">
                {links}
            </ul>
        </nav>
    }
}
