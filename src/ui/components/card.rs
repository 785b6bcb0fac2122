//! A surface that holds one thing.

use leptos::prelude::*;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CardKind {
    #[default]
    Raised,
    /// Sunken, for what stands beside the matter at hand.
    Flat,
    /// The one deep block of a page: what to do now.
    Block,
    Chosen,
}

impl CardKind {
    fn class(self) -> &'static str {
        match self {
            Self::Raised => "card",
            Self::Flat => "card card--flat",
            Self::Block => "card card--block",
            Self::Chosen => "card card--chosen",
        }
    }
}

/// With `href` the whole card can be pressed; then leave further links and buttons out of it.
#[component]
pub fn Card(
    #[prop(into)] title: Signal<String>,
    #[prop(optional)] kind: CardKind,
    #[prop(optional, into)] href: MaybeProp<String>,
    children: Children,
) -> impl IntoView {
    let heading = move || match href.get() {
        Some(href) => view! { <a class="card__link" href=href>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    view! {
        <article class=kind.class()>
            <h3 class="card__title">{heading}</h3>
            <div class="card__body">{children()}</div>
        </article>
    }
}
