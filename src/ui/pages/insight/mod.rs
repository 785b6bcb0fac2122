//! Inzicht: weeks and months in view, a page for each thing that can be looked at.

mod breaks;
mod calendar;
pub(super) mod complaints;
mod exercises;
pub(super) mod parts;
pub(super) mod tests;
mod weeks;
mod year;

use leptos::prelude::*;

use crate::{
    content::phrases::{
        Phrase, insight as words, insight_breaks, insight_calendar, insight_course, insight_tests,
        insight_trained,
    },
    route::{Insight, Route},
    ui::{
        components::row::{Row, Rows},
        words::say,
    },
};

#[component]
pub(super) fn InsightPage(page: Insight) -> impl IntoView {
    match page {
        Insight::Weeks => view! { <weeks::WeeksPage /> }.into_any(),
        Insight::Year => view! { <year::Year /> }.into_any(),
        Insight::Complaints => view! { <complaints::Complaints /> }.into_any(),
        Insight::Tests => view! { <tests::TestsOverTime /> }.into_any(),
        Insight::Exercises => view! { <exercises::Exercises /> }.into_any(),
        Insight::Breaks => view! { <breaks::Breaks /> }.into_any(),
    }
}

pub(super) fn title(page: Insight) -> Phrase {
    match page {
        Insight::Weeks => words::TITLE,
        Insight::Year => insight_calendar::YEAR_TITLE,
        Insight::Complaints => insight_course::PAGE_TITLE,
        Insight::Tests => insight_tests::PAGE_TITLE,
        Insight::Exercises => insight_trained::PAGE_TITLE,
        Insight::Breaks => insight_breaks::PAGE_TITLE,
    }
}

/// The way here, from the history.
#[component]
pub(super) fn ToInsight() -> impl IntoView {
    let href = format!("#{}", Route::Insight(Insight::Weeks).path());
    view! {
        <Rows>
            <Row title=say(words::TITLE) detail=say(words::LINK_HINT) href />
        </Rows>
    }
}

/// The ways on from the first page.
#[component]
fn More() -> impl IntoView {
    let pages = [
        (Insight::Year, insight_calendar::YEAR_HINT),
        (Insight::Complaints, insight_course::PAGE_HINT),
        (Insight::Tests, insight_tests::PAGE_HINT),
        (Insight::Exercises, insight_trained::PAGE_HINT),
        (Insight::Breaks, insight_breaks::PAGE_HINT),
    ];
    let rows = pages.map(|(page, hint)| {
        let href = format!("#{}", Route::Insight(page).path());
        view! { <Row title=say(title(page)) detail=say(hint) href /> }
    });
    view! {
        <section class="section screen-only">
            <h2>{say(words::MORE)}</h2>
            <Rows>{rows.into_iter().collect_view()}</Rows>
        </section>
    }
}
