//! Buttons, and links that look like them.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

/// How much a button asks for attention. A page has at most one `Primary`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    Primary,
    #[default]
    Secondary,
    Quiet,
    /// What it does cannot be undone, or stops something.
    Danger,
}

impl ButtonKind {
    fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Secondary => "button button--secondary",
            Self::Quiet => "button button--quiet",
            Self::Danger => "button button--danger",
        }
    }
}

#[component]
pub fn Button(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] on_press: Callback<()>,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] big: bool,
    /// As wide as what it stands in.
    #[prop(optional)]
    wide: bool,
    #[prop(optional, into)] icon: MaybeProp<Icon>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=kind.class()
            class:button--big=big
            class:button--wide=wide
            disabled=disabled
            on:click=move |_| on_press.run(())
        >
            {move || icon.get().map(|icon| view! { <Glyph icon /> })}
            <span class="button__label">{label}</span>
        </button>
    }
}

/// An icon alone; `label` is what is read out and what the pointer shows.
#[component]
pub fn RoundButton(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] icon: Signal<Icon>,
    #[prop(into)] on_press: Callback<()>,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] big: bool,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class=kind.class()
            class:button--round=true
            class:button--big=big
            disabled=disabled
            aria-label=label
            title=label
            on:click=move |_| on_press.run(())
        >
            {move || view! { <Glyph icon=icon.get() /> }}
        </button>
    }
}

/// A button that goes somewhere is a link.
#[component]
pub fn ButtonLink(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] href: Signal<String>,
    #[prop(optional)] kind: ButtonKind,
    #[prop(optional)] big: bool,
    #[prop(optional)] wide: bool,
    #[prop(optional, into)] icon: MaybeProp<Icon>,
) -> impl IntoView {
    view! {
        <a class=kind.class() class:button--big=big class:button--wide=wide href=href>
            {move || icon.get().map(|icon| view! { <Glyph icon /> })}
            <span class="button__label">{label}</span>
        </a>
    }
}
