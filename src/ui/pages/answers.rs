//! The answers as the person's own: what was said and when, what it changes, and the way to change
//! or erase it.

use leptos::prelude::*;

use super::found::FromTests;
use crate::{
    app::{
        event::Event,
        model::Model,
        view::body::{Answered, Change},
    },
    browser::{
        document as page,
        intl::{self, DateStyle},
    },
    content::phrases::{answers as words, common},
    domain::{exercise::Exercise, record::Answer},
    ui::{
        components::{
            button::{Button, ButtonKind},
            choice::{Choice, ChooseMany},
            disclosure::Disclosure,
        },
        runtime::runtime,
        words::{fill, language, read, say},
    },
};

#[component]
pub(super) fn Answers() -> impl IntoView {
    view! {
        <section class="section">
            <h2>{say(words::CHANGES)}</h2>
            <FromTests />
            <Changes />
        </section>
        <section class="section">
            <h2>{say(words::BODY)}</h2>
            <Body />
        </section>
        <section class="section">
            <h2>{say(words::TITLE)}</h2>
            <AnswerList open=false />
        </section>
    }
}

/// Yes and doubt in sight, no behind a fold unless `open`.
#[component]
pub(super) fn AnswerList(open: bool) -> impl IntoView {
    let answered = runtime().memo(|model, _| model.answered());
    move || {
        answered.get().map(|Answered { day, told, denied }| {
            let date = intl::date(day, language(), DateStyle::Long);
            let none = told.is_empty().then(|| view! { <p>{say(words::NONE_YES)}</p> });
            let lines = told.into_iter().map(|(text, answer)| {
                let answer = say(if answer == Answer::Yes { common::YES } else { common::UNSURE });
                let question = read(text);
                let parts = [("question", question.as_str()), ("answer", &answer)];
                view! { <li>{fill(words::LINE, &parts)}</li> }
            });
            let summary = fill(words::NO_SUMMARY, &[("n", &denied.len().to_string())]);
            let denied = denied.into_iter().map(|text| view! { <li>{read(text)}</li> });
            view! {
                <p class="note">{fill(words::OF, &[("date", &date)])}</p>
                {none}
                <ul>{lines.collect_view()}</ul>
                <Disclosure summary open>
                    <ul>{denied.collect_view()}</ul>
                </Disclosure>
            }
        })
    }
}

#[component]
fn Changes() -> impl IntoView {
    let changes = runtime().memo(Model::changes);
    let found = runtime().memo(|model, now| model.profile(now).found);
    move || {
        let changes = changes.get();
        let silent = changes.is_empty() && found.get().is_empty();
        if silent {
            return view! { <p>{say(words::CHANGES_NONE)}</p> }.into_any();
        }
        changes.into_iter().map(change).collect_view().into_any()
    }
}

fn change(Change { condition, without, differently }: Change) -> impl IntoView {
    let sentence = |phrase, exercises: Vec<&'static Exercise>| {
        let names: Vec<String> =
            exercises.iter().map(|exercise| read(&exercise.plain_name)).collect();
        (!names.is_empty())
            .then(|| view! { <p>{fill(phrase, &[("exercises", &names.join(", "))])}</p> })
    };
    let differently = differently.into_iter().map(|(exercise, _)| exercise).collect();
    view! {
        <Disclosure summary=read(&condition.text)>
            {condition.advice.as_ref().map(|advice| view! { <p>{read(advice)}</p> })}
            {sentence(words::WITHOUT, without)}
            {sentence(words::DIFFERENTLY, differently)}
        </Disclosure>
    }
}

/// What anybody can tick, whatever else they answered.
#[component]
fn Body() -> impl IntoView {
    let runtime = runtime();
    let held = runtime.memo(|model, _| model.anyone_conditions());
    let choices = held
        .get_untracked()
        .into_iter()
        .map(|(text, _)| Choice::new(text.condition, read(&text.text)))
        .collect();
    let chosen = Memo::new(move |_| {
        held.get()
            .into_iter()
            .filter_map(|(text, holds)| holds.then_some(text.condition))
            .collect::<Vec<_>>()
    });
    let on_toggle = move |(condition, on)| runtime.dispatch(Event::ToldOfCondition(condition, on));
    view! { <ChooseMany legend=say(words::BODY_LEGEND) choices chosen on_toggle /> }
}

#[component]
pub(super) fn Erase() -> impl IntoView {
    let runtime = runtime();
    let erase = move |()| {
        runtime.dispatch(Event::ErasedAnswers);
        request_animation_frame(|| page::focus("main h1"));
    };
    view! {
        <Disclosure summary=say(words::ERASE)>
            <p>{say(words::ERASE_TEXT)}</p>
            <Button label=say(words::ERASE_CONFIRM) kind=ButtonKind::Danger on_press=erase />
        </Disclosure>
    }
}
