//! One line of a plan beside what somebody does now.

use leptos::prelude::*;

use super::exchange_words::{locked, not_taken, numbers};
use crate::{
    app::view::exchange::LineView,
    content::phrases::plan_line as words,
    domain::advice::{Change, LineNote},
    ui::{
        components::chips::Tag,
        sources::RuleTag,
        words::{fill, read, say},
    },
};

#[component]
pub(super) fn PlanLine(
    line: LineView,
    /// It holds already: what it would change is no news.
    #[prop(optional)]
    held: bool,
) -> impl IntoView {
    let LineView { exercise, change, note, left_out, locked: lock, needs_talk } = line;
    let of = |to| numbers(exercise, to);
    let (kind, text) = match &change {
        Change::New(to) | Change::Changed { to, .. } | Change::Same(to) if held => (None, of(to)),
        Change::New(to) => (Some(words::NEW), of(to)),
        Change::Changed { from, to } => {
            (Some(words::CHANGED), fill(words::FROM_TO, &[("from", &of(from)), ("to", &of(to))]))
        }
        Change::Same(to) => (Some(words::SAME), of(to)),
        Change::NoMore(_) | Change::Never if held => (Some(words::NEVER), say(words::LEAVE)),
        Change::NoMore(from) => {
            let now = fill(words::NOW, &[("dose", &of(from))]);
            (Some(words::NO_MORE), format!("{now} {}", say(words::LEAVE)))
        }
        Change::Never => (Some(words::NEVER), say(words::LEAVE)),
    };
    let note = note.as_ref().map(LineNote::as_str).map(|note| fill(words::NOTE, &[("note", note)]));
    let warning = |text: String| view! { <p class="exchange__warning">{text}</p> };
    view! {
        <li class="card exchange__line">
            <div class="exchange__head">
                <h3 class="card__title">{read(&exercise.plain_name)}</h3>
                {kind.map(|kind| view! { <Tag label=say(kind) /> })}
            </div>
            <p>{text}</p>
            {note.map(|note| view! { <p class="note">{note}</p> })}
            {lock.map(|why| warning(locked(why)))}
            {needs_talk
                .then(|| {
                    view! {
                        {warning(say(words::NEEDS_TALK))}
                        <div class="cluster">
                            <RuleTag id="R2.19".to_owned() />
                            <RuleTag id="C12".to_owned() />
                        </div>
                    }
                })}
            {(!left_out.is_empty()).then(|| warning(not_taken(&left_out)))}
        </li>
    }
}
