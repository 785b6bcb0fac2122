//! The week: what was done, what is planned, and when there is rest.

use leptos::prelude::*;

use crate::{
    app::{
        model::Model,
        view::plan::{StripDay, StripState},
    },
    browser::intl::{self, DateStyle},
    content::phrases::strip as words,
    route::Route,
    ui::{
        runtime::runtime,
        words::{fill, language, say},
    },
};

#[component]
pub(super) fn WeekStrip() -> impl IntoView {
    let strip = runtime().memo(Model::strip);
    let days =
        move || strip.get().days.into_iter().map(|day| view! { <StripDot day /> }).collect_view();
    let seven = move || match strip.read().of_the_last_seven {
        0 => say(words::SEVEN_NONE),
        count => fill(words::SEVEN, &[("n", &count.to_string())]),
    };
    let rests = move || {
        let rests = strip.read().days.iter().any(|day| day.state == StripState::Rest);
        rests.then(|| view! { <p class="note">{say(words::REST_GOOD)}</p> })
    };
    view! {
        <section class="card today__week">
            <h2 class="card__title">{say(words::TITLE)}</h2>
            <ol class="strip" role="list">
                {days}
            </ol>
            <p class="strip__count">{seven}</p>
            {rests}
            <p class="today__more">
                <a href=format!("#{}", Route::Plan.path())>{say(words::MORE)}</a>
            </p>
        </section>
    }
}

#[component]
fn StripDot(day: StripDay) -> impl IntoView {
    let (class, word) = match day.state {
        StripState::Done => ("strip__mark strip__mark--done", words::DONE),
        StripState::Planned => ("strip__mark strip__mark--planned", words::PLANNED),
        StripState::Rest => ("strip__mark strip__mark--rest", words::REST),
        StripState::Blank => ("strip__mark", words::BLANK),
    };
    let name = intl::date(day.day, language(), DateStyle::Weekday);
    let today = day.today.then(|| format!(", {}", say(words::TODAY)));
    let heard = format!(
        "{}{}: {}",
        intl::date(day.day, language(), DateStyle::Long),
        today.unwrap_or_default(),
        say(word),
    );
    view! {
        <li class="strip__day" class:strip__day--today=day.today>
            <span class="only-heard">{heard}</span>
            <span class="strip__name" aria-hidden="true">{name}</span>
            <span class=class aria-hidden="true"></span>
        </li>
    }
}
