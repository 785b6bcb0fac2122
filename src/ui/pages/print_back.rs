//! The back of the sheet for the physiotherapist: the last six weeks on one page of paper.

use leptos::prelude::*;

use super::{
    insight_words::{grade, item, measure, median},
    print::Foot,
    selftests::side_words,
};
use crate::{
    app::view::{
        insight::{CoursePicture, TestPicture, TrackPicture},
        report::{Report, Stops},
    },
    browser::intl::{self, DateStyle},
    content::phrases::report as words,
    domain::{
        body::Side,
        insight::TestMark,
        selftest::{SIDES, SelfTest},
    },
    ui::{
        components::chart::ChartPicture,
        words::{fill, language, minutes, read, say},
    },
};

#[component]
pub(super) fn Back(report: Report, #[prop(into)] name: Signal<String>) -> impl IntoView {
    let Report { weeks, complaints, tests, stops, more_stops, found } = report;
    let day = |day| intl::date(day, language(), DateStyle::Short);
    let (first, last) = (day(weeks.window.first), day(weeks.window.last));
    view! {
        <article class="print__paper print__back">
            <header class="print__head">
                <h2 class="print__title">{say(words::TITLE)}</h2>
                <p class="print__technical">
                    {move || Some(name.get()).filter(|name| !name.is_empty()).map(|name| format!("{name} · "))}
                    {fill(words::SPAN, &[("first", &first), ("last", &last)])}
                </p>
            </header>
            <h3 class="print__heading">{say(words::DONE)}</h3>
            <Weeks weeks />
            <h3 class="print__heading">{say(words::FEELS)}</h3>
            <Feels complaints />
            <h3 class="print__heading">{say(words::TESTS)}</h3>
            <Tests tests />
            <h3 class="print__heading">{say(words::STOPS)}</h3>
            <Stopped stops more=more_stops />
            <h3 class="print__heading">{say(words::QUESTIONS)}</h3>
            <div class="print__lines"></div>
            <Foot />
        </article>
    }
}
