//! Where a number or a sentence comes from.

use leptos::prelude::*;

/// Solid for what an article says, dashed for what we chose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    Article,
    Ours,
}

#[component]
pub fn SourceTag(
    kind: SourceKind,
    #[prop(into)] label: Signal<String>,
    /// The rule's ID.
    #[prop(optional, into)]
    rule: MaybeProp<String>,
    /// Where the rule is explained.
    #[prop(optional, into)]
    href: MaybeProp<String>,
) -> impl IntoView {
    let class = match kind {
        SourceKind::Article => "source source--article",
        SourceKind::Ours => "source source--ours",
    };
    let inside = move || {
        view! {
            {label}
            " "
            {move || rule.get().map(|rule| view! { <span class="source__rule">{rule}</span> })}
        }
    };
    move || match href.get() {
        Some(href) => view! { <a class=class href=href>{inside()}</a> }.into_any(),
        None => view! { <span class=class>{inside()}</span> }.into_any(),
    }
}

/// The same, to be pressed: it opens the popover with the ID `target`, which tells more. Pressing
/// another one while it is open leaves it open, with what `on_press` put into it.
#[component]
pub fn SourceButton(
    kind: SourceKind,
    #[prop(into)] label: Signal<String>,
    /// The rule's ID.
    #[prop(into)]
    rule: Signal<String>,
    /// The ID of an element with the attribute `popover`.
    target: &'static str,
    #[prop(into)] on_press: Callback<()>,
) -> impl IntoView {
    let class = match kind {
        SourceKind::Article => "source source--article",
        SourceKind::Ours => "source source--ours",
    };
    view! {
        <button
            type="button"
            class=class
            popovertarget=target
            popovertargetaction="show"
            on:click=move |_| on_press.run(())
        >
            {label}
            " "
            <span class="source__rule">{rule}</span>
        </button>
    }
}
