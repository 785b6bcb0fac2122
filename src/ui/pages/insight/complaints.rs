//! Pain and stiffness: every answer as a dot, the median of seven days as a line, 0 to 10.

use leptos::prelude::*;

use super::parts::{
    NothingYet, PeriodChoice, PrintButton, back, numbers, picture, row_name, step_name,
};
use crate::{
    app::view::{
        insight::{CoursePicture, CourseRow, half},
        receipts::ATTENTION,
    },
    browser::intl::{self, DateStyle},
    content::phrases::{Phrase, insight_course as words},
    domain::insight::{CourseTotal, Measure, Period, Step},
    route::Insight,
    ui::{
        components::{
            chart::{Chart, KeyEntry, Numbers},
            empty::Empty,
            header::PageHeader,
            icon::Icon,
        },
        runtime::runtime,
        sources::{Receipts, WithSources},
        words::{language, say},
    },
};

#[component]
pub(super) fn Complaints() -> impl IntoView {
    let runtime = runtime();
    let period = RwSignal::new(Period::SixWeeks);
    let courses = runtime.memo(move |model, now| model.complaints(period.get(), now));
    // Whether there is anything at all, in whichever period.
    let ever = runtime.memo(|model, _| model.has_complaints());
    let charts = move || {
        let all = courses.get().unwrap_or_default();
        all.into_iter().map(|course| view! { <OneCourse course /> }).collect_view()
    };
    let content = move || match ever.get() {
        None => view! { <NothingYet /> }.into_any(),
        Some(false) => view! {
            <Empty icon=Icon::History title=say(words::EMPTY_TITLE) text=say(words::EMPTY_TEXT) />
        }
        .into_any(),
        Some(true) => view! {
            <PeriodChoice period />
            {charts}
            <p class="note">{say(words::NOTICEABLE)}</p>
            <Receipts rules=ATTENTION />
            <PrintButton />
        }
        .into_any(),
    };
    view! {
        <WithSources>
            <div class="page insight">
                <PageHeader
                    title=say(words::PAGE_TITLE)
                    lead=say(words::PAGE_LEAD)
                    back=back(Insight::Complaints)
                />
                {content}
            </div>
        </WithSources>
    }
}

pub(in crate::ui::pages) fn title(measure: Measure) -> Phrase {
    match measure {
        Measure::PainBefore => words::PAIN_BEFORE,
        Measure::PainAfter => words::PAIN_AFTER,
        Measure::Morning => words::MORNING,
        Measure::StiffnessBefore => words::STIFFNESS_BEFORE,
    }
}

#[component]
fn OneCourse(course: CoursePicture) -> impl IntoView {
    let title = say(title(course.measure));
    let sentence = course.sentence(language());
    if course.whole.is_none() {
        return view! { <Chart title sentence /> }.into_any();
    }
    let key = vec![
        KeyEntry { class: "chart__dot", label: say(words::KEY_DOT) },
        KeyEntry { class: "chart__line", label: say(words::KEY_LINE) },
    ];
    let picture = Some(picture(&course.plot, course.window.step(), |score| score.to_string()));
    let summary = numbers(&title);
    let head = if course.step == Step::Day {
        vec![step_name(Step::Day), say(words::SCORES), say(words::MEDIAN_OF_SEVEN)]
    } else {
        let parts = [words::NUMBER, words::LOWEST, words::MEDIAN, words::HIGHEST];
        [step_name(course.step)].into_iter().chain(parts.map(say)).collect()
    };
    let step = course.step;
    let rows: Vec<Vec<String>> = course.rows.iter().map(|one| row(one, step)).collect();
    view! {
        <Chart title sentence picture key numbers=summary>
            <Numbers head rows />
        </Chart>
    }
    .into_any()
}

fn row(row: &CourseRow, step: Step) -> Vec<String> {
    let language = language();
    match row {
        CourseRow::Day { day, scores, median } => vec![
            intl::date(*day, language, DateStyle::Short),
            scores.iter().map(u32::to_string).collect::<Vec<_>>().join(", "),
            half(*median, language),
        ],
        CourseRow::Longer(CourseTotal { bucket, entries, lowest, median, highest }) => vec![
            row_name(*bucket, step),
            entries.to_string(),
            lowest.to_string(),
            half(*median, language),
            highest.to_string(),
        ],
    }
}
