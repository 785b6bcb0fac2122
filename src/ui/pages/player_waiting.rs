//! A set of repetitions at one's own pace: how many, and any tap says "klaar".

use super::player::Shown;
use crate::{
    app::view::player::{Course, PlayerView},
    content::phrases::coach as words,
    domain::{dose::Sides, session::Input},
    ui::{
        runtime::runtime,
        words::{clock, fill, say},
    },
};
use leptos::prelude::*;

/// What stands in the ring: the repetitions, or the seconds.
pub(super) fn dial(view: &PlayerView<'_>) -> (String, String) {
    if view.course == Course::Waiting {
        return (view.reps.to_string(), say(words::TIMES));
    }
    (clock(view.left), String::new())
}

/// What there is to do, in place of the name of a phase.
pub(super) fn label(view: &PlayerView<'_>) -> String {
    let phrase =
        if view.sides == Sides::Alternating { words::WAITING_EACH } else { words::WAITING };
    fill(phrase, &[("n", &view.reps.to_string())])
}

/// How to go on.
pub(super) fn hint(view: &PlayerView<'_>) -> Option<String> {
    (view.course == Course::Waiting).then(|| say(words::WAITING_HINT))
}

/// True while a tap means "klaar".
pub(super) fn waits(shown: Shown) -> Memo<bool> {
    Memo::new(move |_| {
        shown.with(|shown| shown.as_ref().is_some_and(|view| view.course == Course::Waiting))
    })
}

/// A tap anywhere on the large part of the screen. Where nobody waits it means nothing.
pub(super) fn tapped(shown: Shown) {
    if shown
        .with_untracked(|shown| shown.as_ref().is_some_and(|view| view.course == Course::Waiting))
    {
        runtime().press(Input::SaidDone);
    }
}
