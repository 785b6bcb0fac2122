//! The self-tests: which there are, when each was done, what it showed, and which is due.

use leptos::prelude::*;

use super::today::GateNotice;
use crate::{
    app::{model::Model, view::selftest::TestCard},
    browser::intl::{self, DateStyle},
    content::{phrases, phrases::selftest as words},
    domain::{
        body::Side,
        selftest::{Due, Grade, GradedItem, SelfTest, TestId},
    },
    route::Route,
    ui::{
        components::{
            chips::Tag,
            header::{BackLink, PageHeader},
            icon::Icon,
            notice::Notice,
            row::{Row, Rows},
        },
        runtime::runtime,
        words::{fill, language, read, say},
    },
};

#[component]
pub(super) fn SelfTests() -> impl IntoView {
    let runtime = runtime();
    let cards = runtime.memo(Model::test_cards);
    let back =
        BackLink { href: format!("#{}", Route::Today.path()), label: say(phrases::nav::TODAY) };
    let never = move || {
        let none = cards.read().iter().all(|card| card.last.is_none());
        none.then(|| {
            view! { <Notice title=say(words::EMPTY_TITLE)><p>{say(words::EMPTY_TEXT)}</p></Notice> }
        })
    };
    let part = move |runners: bool| {
        let cards =
            cards.get().into_iter().filter(move |card| is_for_runners(card.test.id) == runners);
        cards.map(|card| view! { <OneTest card /> }).collect_view()
    };
    view! {
        <div class="page">
            <PageHeader title=say(words::TITLE) lead=say(words::LEAD) back />
            <GateNotice />
            {never}
            <section class="section">
                <h2>{say(words::FOR_HIPS)}</h2>
                <Rows>{move || part(false)}</Rows>
            </section>
            <section class="section">
                <h2>{say(words::FOR_RUNNERS)}</h2>
                <Rows>{move || part(true)}</Rows>
            </section>
            <p class="note">{say(words::PHYSIO)}</p>
        </div>
    }
}

fn is_for_runners(test: TestId) -> bool {
    ![TestId::HipCheck, TestId::HeelToButtock].contains(&test)
}

#[component]
fn OneTest(card: TestCard) -> impl IntoView {
    let TestCard { test, last, grades, due, open, begun } = card;
    let said = match last {
        None => fill(words::NEVER, &[("n", &test.minutes.to_string())]),
        Some((_, day)) => {
            let date = intl::date(day, language(), DateStyle::Short);
            format!("{date} · {}", in_short(test, &grades))
        }
    };
    let detail = match due {
        Due::In(days) if last.is_some() => {
            format!("{said} · {}", fill(words::DUE_IN, &[("n", &days.to_string())]))
        }
        _ => said,
    };
    let href = format!("#{}", Route::Test(test.id).path());
    let end = move || match (open, due) {
        (false, _) => view! { <Tag label=say(words::LOCKED) /> }.into_any(),
        _ if begun => view! { <Tag label=say(words::BEGUN) icon=Icon::Play /> }.into_any(),
        (_, Due::Now) => view! { <Tag label=say(words::DUE) icon=Icon::Clock /> }.into_any(),
        _ => ().into_any(),
    };
    view! { <Row title=read(&test.plain_name) detail href end /> }
}

/// A result in a few words: per side, or how many of the movements are good.
fn in_short(test: &SelfTest, grades: &[GradedItem]) -> String {
    if test.id == TestId::HipCheck {
        let painful = grades.iter().filter(|one| one.grade == Grade::Painful).count();
        let less = grades
            .iter()
            .filter(|one| matches!(one.grade, Grade::Class { slug, .. } if slug != "good"));
        return match (painful, less.count()) {
            (0, 0) => say(words::HIP_ALL_GOOD),
            (0, _) => say(words::HIP_ROOM),
            _ => say(words::HIP_PAINFUL),
        };
    }
    let parts = grades.iter().map(|one| match one.side {
        None => grade_words(test, one.grade),
        Some(side) => {
            format!("{}: {}", side_words(side), grade_words(test, one.grade).to_lowercase())
        }
    });
    parts.collect::<Vec<_>>().join(" · ")
}

pub(super) fn grade_words(test: &SelfTest, grade: Grade) -> String {
    match grade {
        Grade::Painful => say(words::PAINFUL),
        Grade::Class { slug, .. } => {
            test.outcome(slug).map(|outcome| read(&outcome.label)).unwrap_or_default()
        }
    }
}

pub(super) fn side_words(side: Side) -> String {
    say(match side {
        Side::Left => words::LEFT,
        Side::Right => words::RIGHT,
    })
}

/// The way to the tests, for Vandaag: what is due, or only that they are there.
#[component]
pub(super) fn TestsLink() -> impl IntoView {
    let asks = runtime().memo(|model, now| {
        let begun = model.test_to_go_on_with(now).map(|test| (words::LINK_BEGUN, test));
        begun.or_else(|| model.test_due(now).map(|test| (words::LINK_DUE, test)))
    });
    let detail = move || match asks.get() {
        None => say(words::LINK_TEXT),
        Some((line, test)) => fill(line, &[("test", &read(&test.plain_name))]),
    };
    let href = format!("#{}", Route::Tests.path());
    view! { <Rows><Row title=say(words::TITLE) detail=MaybeProp::derive(move || Some(detail())) href /></Rows> }
}
