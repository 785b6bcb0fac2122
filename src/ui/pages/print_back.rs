//! The back of the sheet for the physiotherapist: the last six weeks on one page of paper.

use leptos::prelude::*;

use super::{
    insight::{complaints, parts, tests},
    print::Foot,
};
use crate::{
    app::view::{
        insight::{CoursePicture, TestPicture, TrackPicture, WeeksPicture},
        report::{Report, Stops},
    },
    browser::intl::{self, DateStyle},
    content::{phrases::report as words, reading::reading},
    domain::{
        body::Side,
        insight::{Step, TestMark, Total},
        time::Day,
    },
    ui::{
        components::chart::{Drawing, Numbers},
        words::{fill, language, read, say, side},
    },
};

#[component]
pub(super) fn Back(report: Report, #[prop(into)] name: Signal<String>) -> impl IntoView {
    let Report { weeks, complaints, tests, stops, more_stops } = report;
    let (first, last) = (short(weeks.window.first), short(weeks.window.last));
    let span = fill(words::SPAN, &[("first", &first), ("last", &last)]);
    let whose = move || match name.get() {
        name if name.trim().is_empty() => span.clone(),
        name => format!("{name} · {span}"),
    };
    view! {
        <article class="print__paper print__back">
            <header class="print__head">
                <h2 class="print__title">{say(words::TITLE)}</h2>
                <p class="print__technical">{whose}</p>
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
            <div class="print__lines" aria-hidden="true"></div>
            <Foot />
        </article>
    }
}

fn short(day: Day) -> String {
    intl::date(day, language(), DateStyle::Short)
}

#[component]
fn Weeks(weeks: WeeksPicture) -> impl IntoView {
    let sentence = weeks.sentence(language());
    // A column for each week: six lines less on a page that has to hold much.
    let names = weeks.totals.iter().map(|total| parts::row_name(total.bucket, Step::Week));
    let head = [say(words::WEEK)].into_iter().chain(names).collect::<Vec<_>>();
    let row = |name, number: fn(&Total) -> u32| {
        let numbers = weeks.totals.iter().map(|total| number(total).to_string());
        [say(name)].into_iter().chain(numbers).collect::<Vec<_>>()
    };
    let rows = vec![
        row(words::DAYS, |total| total.days),
        row(words::SESSIONS, |total| total.sessions),
        row(words::MINUTES, Total::minutes),
    ];
    view! {
        <p>{sentence}</p>
        <div class="print__numbers">
            <Numbers head rows />
        </div>
    }
}

#[component]
fn Feels(complaints: Vec<CoursePicture>) -> impl IntoView {
    if complaints.is_empty() {
        return view! { <p>{say(words::FEELS_NONE)}</p> }.into_any();
    }
    let charts = complaints.into_iter().map(|course| {
        let title = say(complaints::title(course.measure));
        let sentence = course.sentence(language());
        let picture = parts::picture(&course.plot, Step::Week, |score| score.to_string());
        view! {
            <figure class="print__course">
                <figcaption>
                    <b>{title}</b>
                    " "
                    {sentence}
                </figcaption>
                <Drawing picture />
            </figure>
        }
    });
    view! {
        <div class="print__courses">{charts.collect_view()}</div>
        <p class="note">{say(words::FEELS_KEY)}</p>
    }
    .into_any()
}

/// What the last taking showed, and the first where something else was seen.
#[component]
fn Tests(tests: Vec<TestPicture>) -> impl IntoView {
    if tests.is_empty() {
        return view! { <p>{say(words::TESTS_NONE)}</p> }.into_any();
    }
    let rows = tests.iter().flat_map(|test| {
        let day = test.taken.last().copied().map(short).unwrap_or_default();
        test.tracks.iter().map(move |track| row(track, &day))
    });
    let rows = rows.collect::<Vec<_>>();
    let head = [words::TEST, words::LEFT, words::RIGHT, words::LAST].map(say).to_vec();
    view! {
        <div class="print__numbers print__tests">
            <Numbers head rows />
        </div>
    }
    .into_any()
}

fn row(track: &TrackPicture, day: &str) -> Vec<String> {
    let cell = |side: Option<Side>| {
        let last = track.last.iter().find(|mark| mark.graded.side == side);
        let first = track.marks.iter().find(|mark| mark.graded.side == side);
        last.map(|last| with_first(track, last, first))
    };
    let both = || cell(None).map(|told| fill(words::BOTH, &[("class", &told)]));
    let left = cell(Some(Side::Left)).or_else(both).unwrap_or_default();
    let right = cell(Some(Side::Right)).unwrap_or_default();
    vec![tests::title(track), left, right, day.to_owned()]
}

fn with_first(track: &TrackPicture, last: &TestMark, first: Option<&TestMark>) -> String {
    let now = tests::told(track, last);
    match first.map(|first| tests::told(track, first)) {
        Some(before) if before != now => {
            fill(words::WAS, &[("now", &now), ("before", &before.to_lowercase())])
        }
        _ => now,
    }
}

#[component]
fn Stopped(stops: Vec<Stops>, more: u32) -> impl IntoView {
    if stops.is_empty() {
        return view! { <p>{say(words::STOPS_NONE)}</p> }.into_any();
    }
    let lines = stops.into_iter().map(|stops| {
        let Stops { exercise, side: which, reason, times, last } = stops;
        let name = match which {
            Some(which) => {
                format!("{} ({})", read(&exercise.plain_name), side(Some(which)).to_lowercase())
            }
            None => read(&exercise.plain_name),
        };
        let reason = reading().stop(reason).map(|stop| read(&stop.name)).unwrap_or_default();
        let line = if times == 1 { words::STOP_ONCE } else { words::STOP_LINE };
        let parts = [
            ("exercise", name),
            ("reason", reason.to_lowercase()),
            ("n", times.to_string()),
            ("date", short(last)),
        ];
        let line = fill(line, &parts.each_ref().map(|(name, part)| (*name, part.as_str())));
        view! { <li>{line}</li> }
    });
    let more = (more > 0)
        .then(|| view! { <li>{fill(words::STOPS_MORE, &[("n", &more.to_string())])}</li> });
    view! {
        <ul class="print__answers" role="list">
            {lines.collect_view()}
            {more}
        </ul>
    }
    .into_any()
}
