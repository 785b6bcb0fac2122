//! Each self-test over time, per side and direction, with its classes.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::parts::{PeriodChoice, PrintButton, back, numbers, picture, step_name};
use crate::{
    app::view::{
        insight::{TestPicture, TrackPicture, class, grade},
        receipts::TESTS_OVER_TIME,
    },
    browser::intl::{self, DateStyle},
    content::phrases::{Phrase, insight_tests as words, meter, selftest},
    domain::{
        body::Side,
        insight::{Period, Step, TestMark},
        selftest::{Grade, How, Item, ReadBy},
        time::Day,
    },
    route::{Insight, Route},
    ui::{
        components::{
            button::{ButtonKind, ButtonLink},
            chart::{Chart, KeyEntry, Numbers},
            empty::Empty,
            header::PageHeader,
            icon::Icon,
        },
        runtime::runtime,
        sources::{Receipts, WithSources},
        words::{fill, language, read, say},
    },
};

#[component]
pub(super) fn TestsOverTime() -> impl IntoView {
    let runtime = runtime();
    let period = RwSignal::new(Period::Year);
    let pictures = runtime.memo(move |model, now| model.test_pictures(period.get(), now));
    let ever = Memo::new(move |_| pictures.read().is_some());
    let tests = move || {
        let all = pictures.get().unwrap_or_default();
        if all.is_empty() {
            return view! { <p>{say(words::NONE)}</p> }.into_any();
        }
        all.into_iter().map(|test| view! { <OneTest test /> }).collect_view().into_any()
    };
    let content = move || {
        if ever.get() {
            view! {
                <PeriodChoice period />
                {tests}
                <Receipts rules=TESTS_OVER_TIME />
                <PrintButton />
            }
            .into_any()
        } else {
            view! { <NoTests /> }.into_any()
        }
    };
    view! {
        <WithSources>
            <div class="page insight">
                <PageHeader
                    title=say(words::PAGE_TITLE)
                    lead=say(words::PAGE_LEAD)
                    back=back(Insight::Tests)
                />
                {content}
            </div>
        </WithSources>
    }
}

#[component]
fn NoTests() -> impl IntoView {
    view! {
        <Empty icon=Icon::History title=say(words::EMPTY_TITLE) text=say(words::EMPTY_TEXT)>
            <ButtonLink
                label=say(selftest::TITLE)
                href=format!("#{}", Route::Tests.path())
                kind=ButtonKind::Primary
            />
        </Empty>
    }
}

#[component]
fn OneTest(test: TestPicture) -> impl IntoView {
    let sentence = test.sentence(language());
    let name = read(&test.test.plain_name);
    let tracks = test.tracks.into_iter().map(|track| view! { <OneTrack track /> }).collect_view();
    view! {
        <section class="section">
            <div>
                <h2>{name}</h2>
                <p class="note">{sentence}</p>
            </div>
            {tracks}
        </section>
    }
}

#[component]
fn OneTrack(track: TrackPicture) -> impl IntoView {
    let language = language();
    let title = title(&track);
    let sentence = track.sentence(language);
    let sided = track.marks.iter().any(|mark| mark.graded.side.is_some());
    let painful = track.marks.iter().any(|mark| mark.graded.grade == Grade::Painful);
    let entry = |class, label: Phrase| KeyEntry { class, label: say(label) };
    let mut key = if sided {
        vec![entry("chart__dot", words::KEY_LEFT), entry("chart__square", words::KEY_RIGHT)]
    } else {
        vec![entry("chart__dot", words::KEY_BOTH)]
    };
    if painful {
        key.push(entry("chart__cross", words::KEY_PAIN));
    }
    let level = |value: u32| match value.checked_sub(1) {
        None => grade(track.test, Grade::Painful, language),
        Some(place) => {
            let slug = usize::try_from(place).ok().and_then(|place| track.levels.get(place));
            slug.map(|slug| class(track.test, slug, language)).unwrap_or_default()
        }
    };
    let picture = Some(picture(&track.plot, Step::Month, level));
    let summary = numbers(&title);
    let sides = if sided { vec![Some(Side::Left), Some(Side::Right)] } else { vec![None] };
    let names = if sided { vec![words::KEY_LEFT, words::KEY_RIGHT] } else { vec![words::CLASS] };
    let head = [step_name(Step::Day)].into_iter().chain(names.into_iter().map(say)).collect();
    let rows = takings(&track.marks)
        .into_iter()
        .map(|(day, marks)| {
            let cell = |side: &Option<Side>| {
                let found = marks.iter().find(|mark| mark.graded.side == *side);
                found.map_or_else(|| say(words::NOT_TESTED), |mark| told(&track, mark))
            };
            let date = intl::date(day, language, DateStyle::Short);
            [date].into_iter().chain(sides.iter().map(cell)).collect()
        })
        .collect::<Vec<Vec<String>>>();
    view! {
        <Chart title sentence picture key under=true numbers=summary>
            <Numbers head rows />
        </Chart>
    }
}

pub(in crate::ui::pages) fn title(track: &TrackPicture) -> String {
    match track.item {
        Item::Whole => read(&track.test.plain_name),
        Item::Movement(movement, how) => {
            let text = track.test.movement(movement);
            let name = text.map(|text| read(&text.plain_name)).unwrap_or_default();
            match how {
                How::Active => name,
                How::Passive => fill(words::HELPED, &[("movement", &name)]),
            }
        }
    }
}

/// The marks of each taking, the oldest first.
fn takings(marks: &[TestMark]) -> Vec<(Day, Vec<TestMark>)> {
    let mut takings: BTreeMap<usize, (Day, Vec<TestMark>)> = BTreeMap::new();
    for mark in marks {
        let (_, here) = takings.entry(mark.taking).or_insert_with(|| (mark.day, Vec::new()));
        here.push(*mark);
    }
    takings.into_values().collect()
}

/// "Redelijk (24°)"; whole degrees, for a home measurement is no better than that.
pub(in crate::ui::pages) fn told(track: &TrackPicture, mark: &TestMark) -> String {
    let class = grade(track.test, mark.graded.grade, language());
    match mark.graded.degrees {
        Some(degrees) if mark.graded.grade != Grade::Painful => {
            let phrase = match mark.graded.read_by {
                ReadBy::Hand => words::DEGREES,
                ReadBy::Phone => meter::DEGREES_PHONE,
            };
            fill(phrase, &[("class", &class), ("n", &format!("{degrees:.0}"))])
        }
        _ => class,
    }
}
