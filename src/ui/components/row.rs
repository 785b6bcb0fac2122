//! One line of a list that leads somewhere or tells something.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

#[component]
pub fn Rows(children: Children) -> impl IntoView {
    view! {
        <ul class="rows" role="list">
            {children()}
        </ul>
    }
}

/// `lead` is what stands before the text, `end` a number or a tag after it. Without `href` it is
/// no link and has no arrow.
#[component]
pub fn Row(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] detail: MaybeProp<String>,
    #[prop(optional, into)] href: MaybeProp<String>,
    #[prop(optional, into)] lead: ViewFn,
    #[prop(optional, into)] end: ViewFn,
) -> impl IntoView {
    let inside = move || {
        view! {
            <span class="row__lead">{lead.run()}</span>
            <span class="row__text">
                <span class="row__title">{title}</span>
                {move || {
                    detail.get().map(|detail| view! { <span class="row__detail">{detail}</span> })
                }}
            </span>
            <span class="row__end">{end.run()}</span>
        }
    };
    let line = move || match href.get() {
        Some(href) => view! {
            <a class="row" href=href>
                {inside()}
                <span class="row__arrow">
                    <Glyph icon=Icon::Chevron />
                </span>
            </a>
        }
        .into_any(),
        None => view! { <div class="row">{inside()}</div> }.into_any(),
    };
    view! { <li>{line}</li> }
}
