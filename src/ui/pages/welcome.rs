//! The welcome: what Soepel is, in which language, for whom, and what it is not. Shown once.

use leptos::prelude::*;

use super::{
    age::{AgeQuestion, TooYoung},
    settings::LanguageChoice,
    settings_fields::save,
};
use crate::{
    app::backup::Opened,
    browser::{document as page, early},
    content::phrases::{have_file, welcome as words},
    domain::settings::Age,
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            icon::{Glyph, Icon},
            notice::Notice,
            source::{SourceKind, SourceTag},
        },
        picture::{PosePicture, Which},
        runtime::runtime,
        words::say,
    },
};

/// The exercise on the picture, for its clear outline. Our choice.
const PICTURED: &str = "iliopsoas-lunge-kneeling";

#[component]
pub(super) fn Welcome() -> impl IntoView {
    // Whoever pressed Start before the program was there gets where that button leads.
    if early::take_tap().is_some() {
        request_animation_frame(|| page::focus("#welcome-form"));
    }
    view! {
        <main class="page welcome">
            <Picture />
            <h1 tabindex="-1">{say(words::TITLE)}</h1>
            <p class="lead">{say(words::LEAD)}</p>
            <ul class="welcome__promises" role="list">
                <Promise icon=Icon::Download text=say(words::PROMISE_OFFLINE) />
                <Promise icon=Icon::Person text=say(words::PROMISE_PRIVATE) />
            </ul>
            <section class="section">
                <h2 id="welcome-form" tabindex="-1">
                    {say(words::FORM)}
                </h2>
                <LanguageChoice />
                <AgeQuestion />
            </section>
            <Notice title=say(words::DISCLAIMER_TITLE)>
                <p>{say(words::DISCLAIMER)}</p>
                <p>
                    <SourceTag kind=SourceKind::Article label=say(crate::content::phrases::common::FROM_ARTICLE) rule="R0.43" />
                </p>
            </Notice>
            <Onward />
            <HaveFile />
        </main>
    }
}

/// For who was here before, on another device or before it stood on the home screen.
#[component]
fn HaveFile() -> impl IntoView {
    let opened = runtime().memo(|model, _| model.backups.place.opened);
    let link = move || {
        let href = format!("#{}", Route::Data.path());
        view! { <ButtonLink label=say(have_file::LINK) href icon=Icon::Upload /> }
    };
    move || {
        let opened = opened.get();
        if opened == Opened::HomeScreen {
            return view! {
                <Notice title=say(have_file::TITLE)>
                    <p>{say(have_file::INSTALLED)}</p>
                    <p>{link()}</p>
                </Notice>
            }
            .into_any();
        }
        let first = (opened == Opened::AppleBrowser).then(|| {
            view! {
                <Notice title=say(have_file::INSTALL_FIRST_TITLE)>
                    <p>{say(have_file::INSTALL_FIRST)}</p>
                </Notice>
            }
        });
        view! {
            {first}
            <p class="section">{link()}</p>
        }
        .into_any()
    }
}

#[component]
fn Picture() -> impl IntoView {
    let exercise = runtime().peek(|model| {
        model.catalogue.exercises.iter().find(|exercise| exercise.id.as_str() == PICTURED)
    });
    exercise.map(|exercise| {
        view! {
            <div class="welcome__picture">
                <PosePicture exercise which=Which::End side=None />
            </div>
        }
    })
}

#[component]
fn Promise(icon: Icon, text: String) -> impl IntoView {
    view! {
        <li>
            <Glyph icon />
            <span>{text}</span>
        </li>
    }
}

/// The way on, or for who is too young the reason why there is none.
#[component]
fn Onward() -> impl IntoView {
    let runtime = runtime();
    let too_young = runtime.memo(crate::app::model::Model::is_too_young);
    let missing = RwSignal::new(false);
    let start = move |()| {
        if runtime.peek(|model| model.settings.age == Age::Unknown) {
            missing.set(true);
            page::focus("input[name=age]");
        } else {
            save(runtime, |settings| settings.welcomed = true);
        }
    };
    let onward = move || {
        if too_young.get() {
            return view! { <TooYoung /> }.into_any();
        }
        view! {
            <p class="note">{say(words::NEXT)}</p>
            <div class="welcome__actions">
                <Button label=say(words::START) kind=ButtonKind::Primary big=true on_press=start />
            </div>
        }
        .into_any()
    };
    let reminder = move || {
        let still = runtime.read(|model| model.settings.age == Age::Unknown);
        (missing.get() && still).then(|| say(words::AGE_MISSING))
    };
    view! {
        <p class="field__error" role="status">{reminder}</p>
        {onward}
    }
}
