//! The small tools of the player: more time, once more, leave out, another way, sound and voice.

use leptos::prelude::*;

use super::{player::Shown, player_keys::KeysTool};
use crate::{
    app::{coach::CoachEvent, event::Event},
    content::phrases::{self, coach},
    domain::{
        session::Input,
        settings::{Settings, Voice},
    },
    ui::{
        components::icon::{Glyph, Icon},
        runtime::runtime,
        words::say,
    },
};

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
                word=say(coach::SWAP_SHORT)
                label=say(coach::SWAP_LABEL)
                on_press=Callback::new(move |()| runtime.dispatch(Event::Coach(CoachEvent::AskedToSwap)))
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
