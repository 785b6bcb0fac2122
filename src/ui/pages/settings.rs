//! Everything that can be set. Each change is kept at once; there is no button to forget.

use leptos::prelude::*;

use super::{
    age::AgeQuestion,
    settings_coach::{PaceChoice, VoiceTest},
    settings_fields::{ChoiceField, PauseField, SwitchField, named, save},
    settings_sound::SoundChoice,
};
use crate::{
    app::view::settings::louder,
    browser::document as page,
    content::phrases::{self, Phrase, light, screen, settings as words},
    domain::{
        settings::{FirstSide, Hand, Screen, TextSize, Theme, Voice},
        text::Language,
    },
    ui::{
        components::{
            choice::Choice,
            header::PageHeader,
            number::NumberField,
            row::{Row, Rows},
            segmented::Segmented,
        },
        runtime::runtime,
        words::{fill, say},
    },
};

const THEMES: &[(Theme, Phrase)] = &[
    (Theme::System, words::THEME_SYSTEM),
    (Theme::Light, words::THEME_LIGHT),
    (Theme::Dark, words::THEME_DARK),
];
const SIZES: &[(TextSize, Phrase)] = &[
    (TextSize::Normal, words::TEXT_NORMAL),
    (TextSize::Large, words::TEXT_LARGE),
    (TextSize::Larger, words::TEXT_LARGER),
];
const HANDS: &[(Hand, Phrase)] =
    &[(Hand::Left, words::HAND_LEFT), (Hand::Right, words::HAND_RIGHT)];
const SCREENS: &[(Screen, Phrase)] =
    &[(Screen::Full, screen::FULL), (Screen::Floor, screen::FLOOR)];
const VOICES: &[(Voice, Phrase)] = &[
    (Voice::Off, words::VOICE_OFF),
    (Voice::KeyMoments, words::VOICE_KEY),
    (Voice::Full, words::VOICE_FULL),
];
const FIRST_SIDES: &[(FirstSide, Phrase)] = &[
    (FirstSide::Rule, words::FIRST_RULE),
    (FirstSide::Left, words::FIRST_LEFT),
    (FirstSide::Right, words::FIRST_RIGHT),
];

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
    view! {
        <ChoiceField name="theme" legend=words::THEME choices=THEMES of=|settings| &mut settings.theme />
        <ChoiceField
            name="text-size"
            legend=words::TEXT_SIZE
            choices=SIZES
            of=|settings| &mut settings.text_size
        />
        <ChoiceField name="hand" legend=words::HAND choices=HANDS of=|settings| &mut settings.hand />
        // What the screen does while a session runs.
        <div class="stack">
            <ChoiceField
                name="screen"
                legend=screen::LEGEND
                choices=SCREENS
                of=|settings| &mut settings.screen
            />
            <p class="note">{say(screen::HINT)}</p>
        </div>
        <SwitchField label=light::FLASH hint=light::FLASH_HINT of=|settings| &mut settings.flash />
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
        <SwitchField label=words::SOUNDS hint=words::SOUNDS_HINT of=|settings| &mut settings.sounds />
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
        <div class="stack">
            <ChoiceField name="voice" legend=words::VOICE choices=VOICES of=|settings| &mut settings.voice />
            <VoiceTest />
        </div>
        <SwitchField
            label=words::VIBRATION
            hint=words::VIBRATION_HINT
            of=|settings| &mut settings.vibration
        />
    }
}

#[component]
fn Pauses() -> impl IntoView {
    view! {
        <p class="note">{say(words::PAUSES_HINT)}</p>
        <PauseField id="ready" label=words::READY of=|settings| &mut settings.ready />
        <PauseField id="switch" label=words::SWITCH of=|settings| &mut settings.switch />
        <PauseField id="transition" label=words::TRANSITION of=|settings| &mut settings.transition />
        <div class="stack">
            <ChoiceField
                name="first-side"
                legend=words::FIRST_SIDE
                choices=FIRST_SIDES
                of=|settings| &mut settings.first_side
            />
            <p class="note">{say(words::FIRST_HINT)}</p>
        </div>
    }
}
