//! When to stop and what then, what to do and not to do (3.5, 3.6): read in a hurry or at leisure.

use leptos::prelude::*;

use super::outcome::Call;
use crate::{
    content::{
        phrases::{self, safety as words},
        reading::reading,
    },
    domain::{
        dose::Origin,
        reading::{Always, DoAndDont, Rule, StopAdvice},
        screening::QuestionLevel,
    },
    ui::{
        components::{
            button::ButtonLink,
            disclosure::Disclosure,
            header::PageHeader,
            icon::{Glyph, Icon},
            source::{SourceKind, SourceTag},
        },
        runtime::runtime,
        words::{read, say},
    },
};

#[component]
pub(super) fn Safety() -> impl IntoView {
    let reading = reading();
    let emergencies = runtime()
        .peek(|model| model.catalogue)
        .questions
        .iter()
        .filter(|question| question.level == QuestionLevel::RedEmergency)
        .map(|question| view! { <li>{read(&question.text)}</li> });
    view! {
        <div class="page safety">
            <PageHeader title=say(words::TITLE) lead=say(words::LEAD) />
            <section class="section">
                <h2>{say(words::EMERGENCY)}</h2>
                <p>{say(words::EMERGENCY_TEXT)}</p>
                <Call label=say(words::CALL) />
                <ul>{emergencies.collect_view()}</ul>
            </section>
            <section class="section">
                <h2>{say(words::STOPPED)}</h2>
                <div class="stack">{reading.stops.iter().map(stop).collect_view()}</div>
            </section>
            <section class="section">
                <h2>{say(words::ALWAYS)}</h2>
                <ul>{reading.always.iter().map(always).collect_view()}</ul>
            </section>
            <section class="section">
                <h2>{say(words::QUESTIONS)}</h2>
                <p>{say(words::QUESTIONS_TEXT)}</p>
                <p>
                    <ButtonLink label=say(words::QUESTIONS_LINK) href="#/vragen" />
                </p>
            </section>
            <section class="section">
                <h2>{say(words::DOS)}</h2>
                <ul class="safety__pairs" role="list">
                    {reading.dos_and_donts.iter().map(pair).collect_view()}
                </ul>
            </section>
        </div>
    }
}

fn stop(stop: &'static StopAdvice) -> impl IntoView {
    let mut name = read(&stop.name);
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let questions = (!stop.questions.is_empty())
        .then(|| view! { <ButtonLink label=say(words::ASK_AGAIN) href="#/vragen" /> });
    view! {
        <Disclosure summary=name>
            <p>{read(&stop.advice)}</p>
            {questions}
            <Sources rules=&stop.rules />
        </Disclosure>
    }
}

fn always(always: &'static Always) -> impl IntoView {
    view! {
        <li>
            <p>{read(&always.text)}</p>
            <Sources rules=&always.rules />
        </li>
    }
}

fn pair(pair: &'static DoAndDont) -> impl IntoView {
    let side = |icon: Icon, heard: String, text: String, rules: &'static [String]| {
        view! {
            <Glyph icon />
            <span>
                <span class="only-heard">{heard} " "</span>
                {text}
                " "
                <Sources rules />
            </span>
        }
    };
    view! {
        <li class="safety__pair">
            <div class="safety__do">
                {side(Icon::Check, say(words::DO_THIS), read(&pair.good), &pair.good_rules)}
            </div>
            <div class="safety__dont">
                {side(Icon::Close, say(words::NOT_THIS), read(&pair.bad), &pair.bad_rules)}
            </div>
        </li>
    }
}

/// One tag for what the articles say, one for what we chose.
#[component]
fn Sources(rules: &'static [String]) -> impl IntoView {
    let of_article =
        |id: &str| reading().rule(id).map(Rule::origin).is_some_and(|one| one == Origin::Article);
    let (article, ours): (Vec<&str>, Vec<&str>) =
        rules.iter().map(String::as_str).partition(|id| of_article(id));
    let tag = |kind, label: String, ids: &[&str]| {
        (!ids.is_empty())
            .then(|| view! { <SourceTag kind label rule=ids.join(", ") href="#/bronnen" /> })
    };
    view! {
        <span class="cluster">
            {tag(SourceKind::Article, say(phrases::common::FROM_ARTICLE), &article)}
            {tag(SourceKind::Ours, say(phrases::common::OURS), &ours)}
        </span>
    }
}
