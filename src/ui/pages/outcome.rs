//! What the red questions came to (3.3): what it says, why, what stays open, and the way back.

use leptos::prelude::*;

use super::{
    age::Together,
    amber::Amber,
    answers::{Answers, Erase},
    found,
    today::session_name,
};
use crate::{
    app::{
        event::Event,
        view::{receipts, screening::Outcome, today::SessionCard},
    },
    browser::document as page,
    content::phrases::screening as words,
    domain::{clearance::Level, record::Consultation, screening::Light, settings::AgeBand},
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            icon::{Glyph, Icon},
            notice::{Notice, NoticeKind},
            row::{Row, Rows},
        },
        runtime::runtime,
        sources::Receipts,
        words::{minutes, read, say},
    },
};

#[component]
pub(super) fn OutcomePage(#[prop(into)] on_change: Callback<()>) -> impl IntoView {
    let outcome = runtime().memo(crate::app::model::Model::screening_outcome);
    move || outcome.get().map(|outcome| view! { <Told outcome on_change /> })
}

#[component]
fn Told(outcome: Outcome, on_change: Callback<()>) -> impl IntoView {
    let runtime = runtime();
    let Outcome {
        level,
        because,
        unsure,
        open,
        consultation,
        tried_before,
        clinician_leads,
        found,
    } = outcome;
    let told = found::sentences(&found).into_iter();
    let reasons: Vec<(String, Vec<&'static str>)> = because
        .iter()
        .map(|question| (read(&question.text), receipts::question(question)))
        .chain(told.map(|sentence| (sentence, receipts::FOUND.to_vec())))
        .collect();
    let everything = level == Level::Green
        || (level == Level::Amber && matches!(consultation, Some(Consultation::Held { .. })));
    let red = matches!(level, Level::RedUrgent | Level::RedEmergency);
    let together = runtime.peek(|model| {
        model.settings.age.band(runtime.moment().day().year()) == Some(AgeBand::SixteenSeventeen)
    });
    view! {
        <div class="page safety">
            <Verdict level onward=everything />
            {(unsure && level != Level::RedEmergency).then(|| view! { <Unsure /> })}
            {together.then(|| view! { <Together /> })}
            {(!reasons.is_empty())
                .then(|| {
                    let reasons = reasons
                        .into_iter()
                        .map(|(told, rules)| view! { <li>{told}<Receipts rules /></li> });
                    view! {
                        <section class="section">
                            <h2>{say(words::BECAUSE)}</h2>
                            <ul>{reasons.collect_view()}</ul>
                        </section>
                    }
                })}
            {(level == Level::Amber)
                .then(|| view! { <Amber consultation tried_before clinician_leads /> })}
            {(!everything).then(|| view! { <Remains level open /> })}
            {red.then(|| view! { <Cleared /> })}
            <Answers />
            <Button label=say(words::CHANGE) icon=Icon::Edit on_press=on_change />
            <Erase />
        </div>
    }
}

#[component]
fn Verdict(level: Level, onward: bool) -> impl IntoView {
    let (title, text) = light_words(level.light());
    let (class, icon) = match level {
        Level::Green => ("safety__outcome safety__outcome--go", Icon::Check),
        Level::Amber => ("safety__outcome safety__outcome--gentle", Icon::Info),
        Level::RedUrgent => ("safety__outcome safety__outcome--urgent", Icon::Warning),
        Level::RedEmergency => ("safety__outcome safety__outcome--emergency", Icon::Stop),
    };
    let onward = onward.then(|| {
        let kind = ButtonKind::Primary;
        // The first time, what somebody wants is asked on the way.
        let asked = runtime().peek(|model| model.choices().is_some());
        let (label, onward) =
            if asked { (words::TO_TODAY, Route::Today) } else { (words::ONWARD, Route::Wishes) };
        view! { <ButtonLink label=say(label) href=format!("#{}", onward.path()) kind big=true /> }
    });
    view! {
        <section class=class>
            <Glyph icon />
            <h1 tabindex="-1">{title}</h1>
            <p class="lead">{text}</p>
            {(level == Level::RedEmergency).then(|| view! { <Call label=say(words::CALL) /> })}
            <Receipts rules=receipts::light(level) />
            {onward}
        </section>
    }
}

/// The number to call, large enough for a shaking hand.
#[component]
pub(super) fn Call(label: String) -> impl IntoView {
    view! {
        <a class="safety__call" href="tel:112">
            <Glyph icon=Icon::Phone />
            <span class="safety__number">"112"</span>
            <span>{label}</span>
        </a>
    }
}

#[component]
fn Unsure() -> impl IntoView {
    let (title, text) = light_words(Light::Unsure);
    view! {
        <Notice kind=NoticeKind::Warning title>
            <p>{text}</p>
        </Notice>
    }
}

/// The sessions that may still be done.
#[component]
fn Remains(level: Level, open: Vec<SessionCard>) -> impl IntoView {
    if open.is_empty() {
        return view! { <Notice kind=NoticeKind::Stop title=say(words::NOTHING_OPEN) /> }
            .into_any();
    }
    let hint = say(if level == Level::Amber { words::OPEN_GENTLE } else { words::OPEN_WALK });
    let rows = open.into_iter().map(|SessionCard { programme, outline, lasts, .. }| {
        let href = format!("#{}", Route::Session(outline.id.clone()).path());
        let title = session_name(programme, &read(&outline.name));
        view! { <Row title detail=minutes(lasts) href /> }
    });
    view! {
        <section class="section">
            <h2>{say(words::OPEN_TITLE)}</h2>
            <p>{hint}</p>
            <Rows>{rows.collect_view()}</Rows>
        </section>
    }
    .into_any()
}

/// The way back from red: a doctor first, then the questions once more (3.3).
#[component]
fn Cleared() -> impl IntoView {
    let runtime = runtime();
    let clear = move |()| {
        runtime.dispatch(Event::ClearedByDoctor);
        request_animation_frame(|| page::focus("main h1"));
    };
    view! {
        <section class="section">
            <h2>{say(words::DOCTOR_TITLE)}</h2>
            <p>{say(words::DOCTOR_TEXT)}</p>
            <Button label=say(words::DOCTOR_BUTTON) on_press=clear />
        </section>
    }
}

fn light_words(light: Light) -> (String, String) {
    runtime().peek(|model| {
        let found = model.catalogue.lights.iter().find(|text| text.light == light);
        found.map(|text| (read(&text.title), read(&text.text))).unwrap_or_default()
    })
}
