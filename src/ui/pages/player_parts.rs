//! The parts of the player: its head, the cue of the moment, and what can be pressed.

use leptos::prelude::*;

use super::{
    light::LightNotice, partner::PairPanel, phase_words::kind_word, player::Shown, player_waiting,
    session::dose_with_effort,
};
use crate::{
    app::{
        event::Event,
        hints::Hint,
        model::Model,
        view::player::{Course, Next, PlayerView},
    },
    content::phrases::{self, Phrase, screen as words},
    domain::{
        session::Input,
        settings::{Screen, Settings},
        timeline::PhaseKind,
    },
    ui::{
        components::{
            button::{ButtonKind, RoundButton},
            icon::{Glyph, Icon},
            phase::{PhaseBadge, PhaseTone},
        },
        runtime::runtime,
        sources::DoseButton,
        words::{duration, fill, read, say, side},
    },
};

/// A text that follows what is shown and changes only when it became another.
pub(super) fn text(
    shown: Shown,
    read: impl Fn(&PlayerView<'static>) -> String + Send + Sync + 'static,
) -> Memo<String> {
    Memo::new(move |_| shown.with(|shown| shown.as_ref().map_or_else(String::new, &read)))
}

#[component]
pub(super) fn Head(shown: Shown) -> impl IntoView {
    let name = text(shown, |view| read(&view.exercise.plain_name));
    let sided = text(shown, |view| view.side.map_or_else(String::new, |one| side(Some(one))));
    let place = text(shown, |view| {
        let (n, all) = ((view.block + 1).to_string(), view.blocks.to_string());
        fill(phrases::player::EXERCISE_OF, &[("n", &n), ("all", &all)])
    });
    let count = text(shown, count_of);
    let side_tag = move || {
        (!sided.read().is_empty())
            .then(|| view! { <span class="tag tag--side">{sided.get()}</span> })
    };
    let dose = Memo::new(move |_| shown.with(|shown| shown.as_ref()?.dose.clone()));
    let prescribed = move || {
        dose.get().map(|(protocol, sided, effort, sources)| {
            let dose = dose_with_effort(&protocol, sided, effort);
            view! { <DoseButton dose sources /> }
        })
    };
    view! {
        <header class="player__head">
            <div class="player__total" aria-hidden="true"></div>
            <div class="player__what">
                <h1 class="player__exercise" tabindex="-1">{name}</h1>
                <p class="player__where">
                    {side_tag}
                    {move || (!count.read().is_empty()).then(|| view! { <span>{count.get()}</span> })}
                    <span>{place}</span>
                </p>
                {prescribed}
            </div>
            <ScreenSwitch />
            <LightNotice />
        </header>
    }
}

/// Between the usual screen and floor mode, in one press.
#[component]
pub(super) fn ScreenSwitch() -> impl IntoView {
    let runtime = runtime();
    let screen = runtime.memo(|model, _| model.settings.screen);
    let other = move || match screen.get() {
        Screen::Full => (Screen::Floor, words::TO_FLOOR, Icon::Floor),
        Screen::Floor => (Screen::Full, words::TO_FULL, Icon::Close),
    };
    let press = move |()| {
        let (screen, ..) = other();
        let settings = runtime.peek(|model| model.settings.clone());
        runtime.dispatch(Event::ChangedSettings(Settings { screen, ..settings }));
    };
    view! {
        <RoundButton
            label=Signal::derive(move || say(other().1))
            icon=Signal::derive(move || other().2)
            kind=ButtonKind::Quiet
            on_press=press
        />
    }
}

/// Under the thumb at all times, and red; pressing it by mistake costs a press.
#[component]
pub(super) fn StopButton() -> impl IntoView {
    let runtime = runtime();
    view! {
        <button
            type="button"
            class="button button--danger player__stop"
            on:click=move |_| runtime.dispatch(Event::AskedToStop)
        >
            <Glyph icon=Icon::Stop />
            <span>{say(phrases::player::STOP)}</span>
        </button>
    }
}

fn count_of(view: &PlayerView<'static>) -> String {
    let of = |phrase: Phrase, n: u32, all: u32| {
        fill(phrase, &[("n", &n.to_string()), ("all", &all.to_string())])
    };
    let rep = (view.rep > 0 && view.reps > 1 && view.course != Course::Waiting)
        .then(|| of(phrases::player::REP_OF, view.rep, view.reps));
    let set = (view.sets > 1).then(|| of(phrases::player::SET_OF, view.set, view.sets));
    [set, rep].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[component]
pub(super) fn Cue(shown: Shown, tone: Memo<PhaseTone>) -> impl IntoView {
    let hint = runtime().memo(|model, _| model.hint());
    let cue = text(shown, move |view| {
        if let Some(waiting) = player_waiting::hint(view) {
            return waiting;
        }
        let preparing = matches!(view.kind, PhaseKind::Transition | PhaseKind::Ready);
        let first = view.exercise.steps.first().filter(|_| preparing);
        match hint.get() {
            Some(Hint::Adapted { text, always, .. }) if preparing || always => return read(text),
            Some(Hint::Variant(variant)) => {
                let (name, change) = (read(&variant.name), read(&variant.change));
                return fill(phrases::found::NOW, &[("name", &name), ("change", &change)]);
            }
            _ => {}
        }
        first.or_else(|| view.exercise.cues.get(view.cue)).map(read).unwrap_or_default()
    });
    let paired = Memo::new(move |_| shown.with(|shown| shown.as_ref()?.pair()).is_some());
    let next = text(shown, next_words);
    let left = text(shown, |view| {
        fill(phrases::player::TOTAL_LEFT, &[("time", &duration(view.total_left))])
    });
    view! {
        <div class="player__cue">
            <PhaseBadge tone label=phase_label(shown) />
            {move || {
                if paired.get() {
                    view! { <PairPanel shown /> }.into_any()
                } else {
                    view! { <p class="player__cue-text">{cue}</p> }.into_any()
                }
            }}
        </div>
        <p class="player__next">
            <span class="player__next-name">{next}</span>
            <span class="player__left">{left}</span>
        </p>
    }
}

/// The word of the moment.
pub(super) fn phase_label(shown: Shown) -> Memo<String> {
    text(shown, |view| match view.course {
        Course::Waiting => player_waiting::label(view),
        Course::Running => say(kind_word(view.kind, view.exercise.out_goes)),
        Course::Paused | Course::Away { .. } => say(phrases::player::PAUSED),
        Course::PausedLong => say(phrases::player::PAUSED_LONG),
    })
}

fn next_words(view: &PlayerView<'static>) -> String {
    let what = match &view.next {
        Next::End => return say(phrases::player::NEXT_IS_END),
        Next::Exercise(exercise) => read(&exercise.plain_name),
        Next::SameExercise { kind: PhaseKind::SwitchSides, side: Some(other) } => {
            side(Some(*other))
        }
        Next::SameExercise { kind, .. } => say(kind_word(*kind, view.exercise.out_goes)),
    };
    fill(phrases::player::NEXT_UP, &[("what", &what)])
}

/// Pause, or go on; "klaar" while a set waits for it.
pub(super) fn toggle_pause() {
    let runtime = runtime();
    if let Some(input) = runtime.peek(Model::pause_or_resume) {
        runtime.press(input);
    }
}

#[component]
pub(super) fn Controls(shown: Shown) -> impl IntoView {
    let runtime = runtime();
    let running = Memo::new(move |_| {
        shown.with(|shown| shown.as_ref().is_some_and(|view| view.course == Course::Running))
    });
    let next = text(shown, |view| {
        say(if view.next_is_done { phrases::player::DONE } else { phrases::player::NEXT })
    });
    let waits = player_waiting::waits(shown);
    let pause = move || {
        say(match (waits.get(), running.get()) {
            (true, _) => phrases::player::DONE,
            (false, true) => phrases::player::PAUSE,
            (false, false) => phrases::player::RESUME,
        })
    };
    let glyph = move || {
        let icon = match (waits.get(), running.get()) {
            (true, _) => Icon::Check,
            (false, true) => Icon::Pause,
            (false, false) => Icon::Play,
        };
        view! { <Glyph icon /> }
    };
    view! {
        <div class="player__main">
            <RoundButton
                label=say(phrases::player::BACK)
                icon=Icon::Back
                kind=ButtonKind::Secondary
                on_press=move |()| runtime.press(Input::PressedBack)
            />
            <button type="button" class="button player__pause" on:click=move |_| toggle_pause()>
                {glyph}
                <span>{pause}</span>
            </button>
            <RoundButton
                label=next
                icon=Icon::Next
                kind=ButtonKind::Secondary
                on_press=move |()| runtime.press(Input::PressedNext)
            />
            <StopButton />
        </div>
    }
}
