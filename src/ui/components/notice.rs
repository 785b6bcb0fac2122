//! A few sentences that must not be missed.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NoticeKind {
    #[default]
    Information,
    Warning,
    /// Do not go on.
    Stop,
    Done,
}

impl NoticeKind {
    fn class(self) -> &'static str {
        match self {
            Self::Information => "notice notice--information",
            Self::Warning => "notice notice--warning",
            Self::Stop => "notice notice--stop",
            Self::Done => "notice notice--done",
        }
    }

    fn icon(self) -> Icon {
        match self {
            Self::Information => Icon::Info,
            Self::Warning => Icon::Warning,
            Self::Stop => Icon::Stop,
            Self::Done => Icon::Check,
        }
    }
}

/// `urgent` has it read out at once, in the middle of whatever is being read.
#[component]
pub fn Notice(
    #[prop(optional)] kind: NoticeKind,
    #[prop(into)] title: Signal<String>,
    #[prop(optional)] urgent: bool,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class=kind.class() role=urgent.then_some("alert")>
            <Glyph icon=kind.icon() />
            <div class="notice__body">
                <p class="notice__title">{title}</p>
                {children.map(|children| children())}
            </div>
        </div>
    }
}
