//! Floor mode: dark and large, to be read from the mat; the whole screen is one button.

use leptos::prelude::*;

use super::{
    partner::PairPanel,
    player::Shown,
    player_parts::{ScreenSwitch, StopButton, phase_label, text, toggle_pause},
    player_waiting,
};
use crate::{
    app::view::player::{Course, Next, PlayerView},
    content::phrases::{coach, player, screen as words},
    domain::{session::Input, timeline::PhaseKind},
    ui::{
        components::{
            button::{ButtonKind, RoundButton},
            icon::Icon,
            phase::{PhaseBadge, PhaseTone},
        },
        motion::SessionFigure,
        runtime::runtime,
        words::{fill, read, say, side},
    },
};

#[component]
pub(super) fn Floor(shown: Shown, tone: Memo<PhaseTone>) -> impl IntoView {
    let runtime = runtime();
    let running = Memo::new(move |_| {
        shown.with(|shown| shown.as_ref().is_some_and(|view| view.course == Course::Running))
    });
    let name = text(shown, |view| read(&view.exercise.plain_name));
    let sided = text(shown, |view| view.side.map_or_else(String::new, |one| side(Some(one))));
    let left = text(shown, |view| player_waiting::dial(view).0);
    let waits = player_waiting::waits(shown);
    let long = move || left.read().len() > 2;
    let next = text(shown, next_words);
    let tap = move || {
        say(match (waits.get(), running.get()) {
            (true, _) => coach::TAP_DONE,
            (false, true) => words::TAP_PAUSE,
            (false, false) => words::TAP_RESUME,
        })
    };
    let label = move || {
        say(match (waits.get(), running.get()) {
            (true, _) => player::DONE,
            (false, true) => words::PAUSE,
            (false, false) => words::RESUME,
        })
    };
    view! {
        <button
            type="button"
            class="floor__tap"
            aria-label=label
            on:click=move |_| toggle_pause()
        ></button>
        <div class="floor__figure">
            <SessionFigure />
        </div>
        <div class="floor__say">
            <h1 class="floor__name" tabindex="-1">{name}</h1>
            <p class="floor__side">{sided}</p>
            <p class="floor__count" class:floor__count--long=long aria-hidden="true">
                {left}
            </p>
            <PhaseBadge tone label=phase_label(shown) />
            <PairPanel shown />
            <p class="floor__next">{next}</p>
            <p class="floor__hint" aria-hidden="true">{tap}</p>
        </div>
        <div class="floor__foot">
            <ScreenSwitch />
            <RoundButton
                label=text(shown, |view| {
                    say(if view.next_is_done { player::DONE } else { player::NEXT })
                })
                icon=Icon::Next
                kind=ButtonKind::Secondary
                on_press=move |()| runtime.press(Input::PressedNext)
            />
            <StopButton />
        </div>
    }
}

fn next_words(view: &PlayerView<'static>) -> String {
    let what = match &view.next {
        Next::End => return say(player::NEXT_IS_END),
        Next::Exercise(exercise) => read(&exercise.plain_name),
        Next::SameExercise { kind: PhaseKind::SwitchSides, side: Some(other) } => {
            side(Some(*other))
        }
        Next::SameExercise { .. } => return String::new(),
    };
    fill(player::NEXT_UP, &[("what", &what)])
}
