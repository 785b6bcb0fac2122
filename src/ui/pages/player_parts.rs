//! The parts of the player: its head, the cue of the moment, and what can be pressed.

use leptos::prelude::*;

use super::{player::Shown, player_keys::KeysTool, player_waiting, session::dose_words};
use crate::{
    app::{
        event::Event,
        hints::Hint,
        model::Model,
        view::player::{Course, Next, PlayerView},
    },
    content::phrases::{self, Phrase, coach as words},
    domain::{
        dose::Resistance,
        exercise::Direction,
        session::Input,
        settings::{Settings, Voice},
        timeline::PhaseKind,
    },
    ui::{
        components::{
            button::{ButtonKind, RoundButton},
            icon::{Glyph, Icon},
            phase::{PhaseBadge, PhaseTone},
        },
        runtime::runtime,
        sources::said_by,
        words::{duration, fill, read, say, side},
    },
};

/// A text that follows what is shown and changes only when it became another.
fn text(
    shown: Shown,
    read: impl Fn(&PlayerView<'static>) -> String + Send + Sync + 'static,
) -> Memo<String> {
    Memo::new(move |_| shown.with(|shown| shown.as_ref().map_or_else(String::new, &read)))
}

#[component]
pub(super) fn Head(shown: Shown) -> impl IntoView {
    let runtime = runtime();
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
        dose.get().map(|(protocol, sided, sources)| {
            view! {
                <span>{dose_words(&protocol, sided)}</span>
                <span class="note">{said_by(&sources)}</span>
            }
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
                    {prescribed}
                </p>
            </div>
            <button
                type="button"
                class="button button--danger player__stop"
                on:click=move |_| runtime.dispatch(Event::AskedToStop)
            >
                <Glyph icon=Icon::Stop />
                <span>{say(phrases::player::STOP)}</span>
            </button>
        </header>
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
    let label = text(shown, |view| match view.course {
        Course::Waiting => player_waiting::label(view),
        Course::Running => say(kind_word(view.kind, view.exercise.out_goes)),
        Course::Paused | Course::Away { .. } => say(phrases::player::PAUSED),
        Course::PausedLong => say(phrases::player::PAUSED_LONG),
    });
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
    let next = text(shown, next_words);
    let left = text(shown, |view| {
        fill(phrases::player::TOTAL_LEFT, &[("time", &duration(view.total_left))])
    });
    view! {
        <div class="player__cue">
            <PhaseBadge tone label />
            <p class="player__cue-text">{cue}</p>
        </div>
        <p class="player__next">
            <span class="player__next-name">{next}</span>
            <span class="player__left">{left}</span>
        </p>
    }
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
    let press_pause = move |_| {
        if let Some(input) = runtime.peek(Model::pause_or_resume) {
            runtime.press(input);
        }
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
            <button type="button" class="button player__pause" on:click=press_pause>
                {glyph}
                <span>{pause}</span>
            </button>
            <RoundButton
                label=next
                icon=Icon::Next
                kind=ButtonKind::Secondary
                on_press=move |()| runtime.press(Input::PressedNext)
            />
        </div>
    }
}

#[component]
pub(super) fn Extra(shown: Shown) -> impl IntoView {
    let runtime = runtime();
    let fixed = Memo::new(move |_| {
        shown.with(|shown| !shown.as_ref().is_some_and(|view| view.can_add_time))
    });
    let press = move |input: Input| Callback::new(move |()| runtime.press(input));
    view! {
        <div class="player__extra">
            <Tool
                icon=Icon::PlusTen
                word=say(phrases::player::ADD_TIME)
                label=say(phrases::player::ADD_TIME_LABEL)
                disabled=fixed
                on_press=press(Input::AddedTime)
            />
            <Tool
                icon=Icon::Restart
                word=say(phrases::player::RESTART_SHORT)
                label=say(phrases::player::RESTART)
                on_press=press(Input::RestartedSide)
            />
            <Tool
                icon=Icon::Skip
                word=say(phrases::player::SKIP_SHORT)
                label=say(phrases::player::SKIP)
                on_press=press(Input::SkippedExercise)
            />
            <Tool
                icon=Icon::Filter
                word=say(words::SWAP_SHORT)
                label=say(words::SWAP_TITLE)
                on_press=Callback::new(move |()| runtime.dispatch(Event::AskedToSwap))
            />
            <SoundSwitches />
            <KeysTool />
        </div>
    }
}

/// A small button: an icon over a short word, read out in full.
#[component]
fn Tool(
    #[prop(into)] icon: Signal<Icon>,
    #[prop(into)] word: Signal<String>,
    #[prop(into)] label: Signal<String>,
    on_press: Callback<()>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(optional, into)] pressed: MaybeProp<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="button button--quiet player__tool"
            aria-label=label
            aria-pressed=move || pressed.get().map(|pressed| pressed.to_string())
            disabled=disabled
            on:click=move |_| on_press.run(())
        >
            {move || view! { <Glyph icon=icon.get() /> }}
            <span aria-hidden="true">{word}</span>
        </button>
    }
}

/// Sound and voice can be changed without leaving the session.
#[component]
fn SoundSwitches() -> impl IntoView {
    let runtime = runtime();
    let settings = runtime.memo(|model, _| model.settings.clone());
    let change = move |change: fn(&mut Settings)| {
        Callback::new(move |()| {
            let mut settings = settings.get_untracked();
            change(&mut settings);
            runtime.dispatch(Event::ChangedSettings(settings));
        })
    };
    let sounds = move || settings.read().sounds;
    let voice = move || settings.read().voice != Voice::Off;
    let switch_voice = change(|settings| {
        let off = settings.voice == Voice::Off;
        settings.voice = if off { Voice::KeyMoments } else { Voice::Off };
    });
    let speaks = runtime.memo(|model, _| model.voice().is_some());
    let voice_tool = move || {
        speaks.get().then(|| {
            view! {
                <Tool
                    icon=Icon::Voice
                    word=say(phrases::player::VOICE)
                    label=say(phrases::player::VOICE)
                    pressed=MaybeProp::derive(move || Some(voice()))
                    on_press=switch_voice
                />
            }
        })
    };
    view! {
        <Tool
            icon=Signal::derive(move || if sounds() { Icon::Sound } else { Icon::SoundOff })
            word=say(phrases::player::SOUND)
            label=say(phrases::player::SOUND)
            pressed=MaybeProp::derive(move || Some(sounds()))
            on_press=change(|settings| settings.sounds = !settings.sounds)
        />
        {voice_tool}
    }
}

/// The word for a phase; "out" and "back" are up and down as the exercise has it.
fn kind_word(kind: PhaseKind, out: Option<Direction>) -> Phrase {
    use phrases::phase as words;
    let up = out == Some(Direction::Up);
    match kind {
        PhaseKind::Transition => words::TRANSITION,
        PhaseKind::Ready => words::READY,
        PhaseKind::EaseIn => words::EASE_IN,
        PhaseKind::Hold => words::HOLD,
        PhaseKind::Release => words::RELEASE,
        PhaseKind::Rest => words::REST,
        PhaseKind::FindStretch => words::FIND_STRETCH,
        PhaseKind::Contract(Resistance::Own) => words::CONTRACT_OWN,
        PhaseKind::Contract(Resistance::Partner) => words::CONTRACT_PARTNER,
        PhaseKind::Relax => words::RELAX,
        PhaseKind::PassiveStretch => words::PASSIVE_STRETCH,
        PhaseKind::Ramp => words::RAMP,
        PhaseKind::EffortA => words::EFFORT_A,
        PhaseKind::EffortB => words::EFFORT_B,
        PhaseKind::Settle => words::SETTLE,
        PhaseKind::Exit => words::EXIT,
        PhaseKind::Circle(1) => words::CIRCLE_1,
        PhaseKind::Circle(_) => words::CIRCLE_2,
        PhaseKind::Lift => words::LIFT,
        PhaseKind::Lower => words::LOWER,
        PhaseKind::Pause => words::PAUSE,
        PhaseKind::Out if up => words::OUT_UP,
        PhaseKind::Out => words::OUT_DOWN,
        PhaseKind::EndHold => words::END_HOLD,
        PhaseKind::Back if up => words::BACK_DOWN,
        PhaseKind::Back => words::BACK_UP,
        PhaseKind::StartHold => words::START_HOLD,
        PhaseKind::Move => words::MOVE_IT,
        PhaseKind::Keep => words::KEEP,
        PhaseKind::SetRest => words::SET_REST,
        PhaseKind::SwitchSides => words::SWITCH_SIDES,
    }
}
