//! The head of a page: where you came from, where you are, and one sentence about it.

use leptos::{html, prelude::*};

use super::icon::{Glyph, Icon};

/// Where "back" goes and how that place is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackLink {
    pub href: String,
    pub label: String,
}

/// `heading` lets the page put the focus on the title after a change of page.
#[component]
pub fn PageHeader(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] back: MaybeProp<BackLink>,
    #[prop(optional, into)] lead: MaybeProp<String>,
    #[prop(optional)] heading: NodeRef<html::H1>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let back = move || {
        back.get().map(|BackLink { href, label }| {
            view! {
                <a class="page-header__back" href=href>
                    <Glyph icon=Icon::ArrowBack />
                    {label}
                </a>
            }
        })
    };
    view! {
        <header class="page-header">
            {back}
            <h1 class="page-header__title" tabindex="-1" node_ref=heading>
                {title}
            </h1>
            {move || lead.get().map(|lead| view! { <p class="page-header__lead">{lead}</p> })}
            {children
                .map(|children| view! { <div class="page-header__actions">{children()}</div> })}
        </header>
    }
}
