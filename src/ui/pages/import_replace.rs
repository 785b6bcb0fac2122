//! A file put together with what is here, or in the place of it: which, and what would go.

use leptos::prelude::*;

use crate::{
    app::{backup::Net, model::Model},
    content::phrases::replacing as words,
    ui::{
        components::{
            choice::{Choice, ChooseOne},
            notice::{Notice, NoticeKind},
            row::Rows,
        },
        runtime::runtime,
        words::say,
    },
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    Merge,
    Replace,
}

/// Asked only where something would be replaced.
#[component]
pub(super) fn WhichWay(how: RwSignal<How>) -> impl IntoView {
    let here = runtime().peek(|model| model.settings.welcomed);
    let choices = vec![
        Choice::new(How::Merge, say(words::MERGE)),
        Choice::new(How::Replace, say(words::REPLACE)),
    ];
    here.then(|| {
        view! {
            <ChooseOne
                name="import-how"
                legend=say(words::HOW)
                choices
                chosen=Signal::derive(move || Some(how.get()))
                on_choose=move |chosen| how.set(chosen)
            />
        }
    })
}

#[component]
pub(super) fn WhatGoes() -> impl IntoView {
    let runtime = runtime();
    let replacing = runtime.peek(Model::replacing).unwrap_or_default();
    let net = runtime.memo(|model, _| matches!(model.backups.net, Net::Open(_)));
    let counts = [
        (words::THEN, Some(replacing.sessions)),
        (words::GONE, Some(replacing.gone)),
        (words::OTHERS_GONE, Some(replacing.others_gone).filter(|count| *count > 0)),
        (words::NEWER, Some(replacing.newer).filter(|count| *count > 0)),
    ];
    let rows = counts.into_iter().filter_map(|(label, count)| {
        Some(view! {
            <li class="row">
                <span class="row__text">{say(label)}</span>
                <span class="row__end numbers">{count?}</span>
            </li>
        })
    });
    let rows = rows.collect_view();
    view! {
        <Notice kind=NoticeKind::Warning title=say(words::TITLE)>
            <p>{move || say(if net.get() { words::UNDO } else { words::NO_UNDO })}</p>
        </Notice>
        <Rows>{rows}</Rows>
    }
}
