//! Everything that can be set. Each change is kept at once; there is no button to forget.

use leptos::prelude::*;

use super::{
    age::AgeQuestion,
    settings_coach::{PaceChoice, VoiceTest},
    settings_sound::SoundChoice,
};
use crate::{
    app::{
        event::Event,
        view::settings::{louder, stepped},
    },
    browser::document as page,
    content::phrases::{self, Phrase, light, screen, settings as words},
    domain::{
        settings::{FirstSide, Hand, Pause, Screen, Settings, TextSize, Theme, Voice},
        text::Language,
    },
    ui::{
        components::{
            choice::Choice,
            header::PageHeader,
            number::NumberField,
            row::{Row, Rows},
            segmented::Segmented,
            switch::Switch,
        },
        runtime::{Runtime, runtime},
        words::{duration, fill, say},
    },
};

#[component]
pub(super) fn SettingsPage() -> impl IntoView {
    view! {
        <div class="page settings">
            <PageHeader title=say(words::TITLE) lead=say(words::LEAD) />
            <Part title=words::YOU>
                <LanguageChoice />
                <AgeQuestion />
            </Part>
            <Part title=words::LOOKS>
                <Looks />
            </Part>
            <Part title=words::SOUND>
                <Sounds />
            </Part>
            <Part title=words::PAUSES>
                <PaceChoice />
                <Pauses />
            </Part>
            <section class="settings__group">
                <h2 class="settings__title">{say(words::MORE)}</h2>
                <Rows>
                    <Row title=say(words::SAFETY) detail=say(words::SAFETY_HINT) href="#/veilig" />
                    <Row title=say(words::DATA) detail=say(words::DATA_HINT) href="#/instellingen/gegevens" />
                    <Row title=say(words::ABOUT) detail=say(words::ABOUT_HINT) href="#/over" />
                </Rows>
            </section>
        </div>
    }
}

/// Changes one thing and leaves the rest as it is.
pub(super) fn save(runtime: Runtime, change: impl FnOnce(&mut Settings)) {
    let mut settings = runtime.peek(|model| model.settings.clone());
    change(&mut settings);
    runtime.dispatch(Event::ChangedSettings(settings));
}

#[component]
pub(super) fn LanguageChoice() -> impl IntoView {
    let runtime = runtime();
    let chosen = runtime.memo(|model, _| model.settings.language);
    // Each in itself, so that anybody finds their own.
    let choices =
        vec![Choice::new(Language::Dutch, "Nederlands"), Choice::new(Language::English, "English")];
    let on_choose = move |language| {
        save(runtime, |settings| settings.language = language);
        // Every text is built anew; the focus goes back to where it was.
        request_animation_frame(|| page::focus("input[name=language]:checked"));
    };
    view! { <Segmented name="language" legend=say(words::LANGUAGE) choices chosen on_choose /> }
}

#[component]
fn Part(title: Phrase, children: Children) -> impl IntoView {
    view! {
        <section class="settings__group">
            <h2 class="settings__title">{say(title)}</h2>
            <div class="card settings__fields">{children()}</div>
        </section>
    }
}

#[component]
fn Looks() -> impl IntoView {
    let runtime = runtime();
    let themes = vec![
        Choice::new(Theme::System, say(words::THEME_SYSTEM)),
        Choice::new(Theme::Light, say(words::THEME_LIGHT)),
        Choice::new(Theme::Dark, say(words::THEME_DARK)),
    ];
    let sizes = vec![
        Choice::new(TextSize::Normal, say(words::TEXT_NORMAL)),
        Choice::new(TextSize::Large, say(words::TEXT_LARGE)),
        Choice::new(TextSize::Larger, say(words::TEXT_LARGER)),
    ];
    let hands = vec![
        Choice::new(Hand::Left, say(words::HAND_LEFT)),
        Choice::new(Hand::Right, say(words::HAND_RIGHT)),
    ];
    view! {
        <Segmented
            name="theme"
            legend=say(words::THEME)
            choices=themes
            chosen=runtime.memo(|model, _| model.settings.theme)
            on_choose=move |theme| save(runtime, |settings| settings.theme = theme)
        />
        <Segmented
            name="text-size"
            legend=say(words::TEXT_SIZE)
            choices=sizes
            chosen=runtime.memo(|model, _| model.settings.text_size)
            on_choose=move |size| save(runtime, |settings| settings.text_size = size)
        />
        <Segmented
            name="hand"
            legend=say(words::HAND)
            choices=hands
            chosen=runtime.memo(|model, _| model.settings.hand)
            on_choose=move |hand| save(runtime, |settings| settings.hand = hand)
        />
        <PlayerScreen />
    }
}

/// What the screen does while a session runs.
#[component]
fn PlayerScreen() -> impl IntoView {
    let runtime = runtime();
    let screens = vec![
        Choice::new(Screen::Full, say(screen::FULL)),
        Choice::new(Screen::Floor, say(screen::FLOOR)),
    ];
    view! {
        <div class="stack">
            <Segmented
                name="screen"
                legend=say(screen::LEGEND)
                choices=screens
                chosen=runtime.memo(|model, _| model.settings.screen)
                on_choose=move |screen| save(runtime, |settings| settings.screen = screen)
            />
            <p class="note">{say(screen::HINT)}</p>
        </div>
        <Switch
            label=say(light::FLASH)
            hint=say(light::FLASH_HINT)
            on=runtime.memo(|model, _| model.settings.flash)
            on_change=move |on| save(runtime, |settings| settings.flash = on)
        />
    }
}

#[component]
fn Sounds() -> impl IntoView {
    let runtime = runtime();
    let volume = runtime.memo(|model, _| model.settings.volume);
    let turn = move |more| {
        save(runtime, |settings| settings.volume = louder(settings.volume, more));
    };
    view! {
        <Switch
            label=say(words::SOUNDS)
            hint=say(words::SOUNDS_HINT)
            on=runtime.memo(|model, _| model.settings.sounds)
            on_change=move |on| save(runtime, |settings| settings.sounds = on)
        />
        <SoundChoice />
        <NumberField
            id="volume"
            label=say(words::VOLUME)
            value=Signal::derive(move || {
                fill(words::VOLUME_VALUE, &[("n", &volume.get().percent().to_string())])
            })
            less=named(phrases::common::LESS, words::VOLUME)
            more=named(phrases::common::MORE, words::VOLUME)
            on_less=move |()| turn(false)
            on_more=move |()| turn(true)
            at_least=Signal::derive(move || volume.get().percent() == 0)
            at_most=Signal::derive(move || volume.get().percent() == 100)
        />
        <Spoken />
        <Switch
            label=say(words::VIBRATION)
            hint=say(words::VIBRATION_HINT)
            on=runtime.memo(|model, _| model.settings.vibration)
            on_change=move |on| save(runtime, |settings| settings.vibration = on)
        />
    }
}

#[component]
fn Spoken() -> impl IntoView {
    let runtime = runtime();
    let choices = vec![
        Choice::new(Voice::Off, say(words::VOICE_OFF)),
        Choice::new(Voice::KeyMoments, say(words::VOICE_KEY)),
        Choice::new(Voice::Full, say(words::VOICE_FULL)),
    ];
    view! {
        <div class="stack">
            <Segmented
                name="voice"
                legend=say(words::VOICE)
                choices
                chosen=runtime.memo(|model, _| model.settings.voice)
                on_choose=move |voice| save(runtime, |settings| settings.voice = voice)
            />
            <VoiceTest />
        </div>
    }
}

#[component]
fn Pauses() -> impl IntoView {
    let runtime = runtime();
    let sides = vec![
        Choice::new(FirstSide::Rule, say(words::FIRST_RULE)),
        Choice::new(FirstSide::Left, say(words::FIRST_LEFT)),
        Choice::new(FirstSide::Right, say(words::FIRST_RIGHT)),
    ];
    view! {
        <p class="note">{say(words::PAUSES_HINT)}</p>
        <PauseField id="ready" label=words::READY of=|settings| &mut settings.ready />
        <PauseField id="switch" label=words::SWITCH of=|settings| &mut settings.switch />
        <PauseField id="transition" label=words::TRANSITION of=|settings| &mut settings.transition />
        <div class="stack">
            <Segmented
                name="first-side"
                legend=say(words::FIRST_SIDE)
                choices=sides
                chosen=runtime.memo(|model, _| model.settings.first_side)
                on_choose=move |side| save(runtime, |settings| settings.first_side = side)
            />
            <p class="note">{say(words::FIRST_HINT)}</p>
        </div>
    }
}

/// One of the pauses; `of` says where it stands among the settings.
#[component]
fn PauseField<const MOST: u32>(
    id: &'static str,
    label: Phrase,
    of: fn(&mut Settings) -> &mut Pause<MOST>,
) -> impl IntoView {
    let runtime = runtime();
    let pause = runtime.memo(move |model, _| of(&mut model.settings.clone()).seconds());
    let step = move |more| {
        save(runtime, |settings| {
            let pause = of(settings);
            *pause = stepped(*pause, more);
        });
    };
    view! {
        <NumberField
            id
            label=say(label)
            value=Signal::derive(move || duration(pause.get()))
            less=named(phrases::common::LESS, label)
            more=named(phrases::common::MORE, label)
            on_less=move |()| step(false)
            on_more=move |()| step(true)
            at_least=Signal::derive(move || pause.get().0 == 0)
            at_most=Signal::derive(move || pause.get() == Pause::<MOST>::MOST)
        />
    }
}

/// "Minder: hoe hard", so that a button heard alone tells what it is about.
fn named(action: Phrase, label: Phrase) -> String {
    format!("{}: {}", say(action), say(label))
}
