//! The movement breaks of working days.

use leptos::prelude::*;

use super::parts::{PeriodChoice, PrintButton, back, numbers, picture, row_name, step_name};
use crate::{
    app::view::insight::BreaksPicture,
    content::phrases::{insight as all_words, insight_breaks as words},
    domain::insight::{BreakTotal, Period, Step},
    route::{Insight, Route},
    ui::{
        components::{
            button::{ButtonKind, ButtonLink},
            chart::{Chart, Numbers},
            empty::Empty,
            header::PageHeader,
            icon::Icon,
        },
        runtime::runtime,
        words::{language, say},
    },
};

#[component]
pub(super) fn Breaks() -> impl IntoView {
    let runtime = runtime();
    let period = RwSignal::new(Period::SixWeeks);
    let breaks = runtime.memo(move |model, now| model.breaks_picture(period.get(), now));
    let ever = Memo::new(move |_| breaks.read().is_some());
    let chart = move || breaks.get().map(|breaks| view! { <BreaksChart breaks /> });
    let content = move || {
        if ever.get() {
            view! {
                <PeriodChoice period />
                {chart}
                <PrintButton />
            }
            .into_any()
        } else {
            view! {
                <Empty icon=Icon::Clock title=say(words::EMPTY_TITLE) text=say(words::EMPTY_TEXT)>
                    <ButtonLink
                        label=say(words::TO_WORKDAY)
                        href=format!("#{}", Route::Workday.path())
                        kind=ButtonKind::Primary
                    />
                </Empty>
            }
            .into_any()
        }
    };
    view! {
        <div class="page insight">
            <PageHeader title=say(words::PAGE_TITLE) back=back(Insight::Breaks) />
            {content}
        </div>
    }
}

#[component]
fn BreaksChart(breaks: BreaksPicture) -> impl IntoView {
    let step = breaks.step;
    let title = say(if step == Step::Day { words::PER_DAY } else { words::LONGER });
    let sentence = breaks.sentence(language());
    if breaks.median.is_none() {
        return view! { <Chart title sentence /> }.into_any();
    }
    let picture = Some(picture(&breaks.plot, step, |number| number.to_string()));
    let mut head = vec![step_name(step)];
    if step != Step::Day {
        head.push(say(all_words::ACTIVE_DAYS));
    }
    head.push(say(words::COLUMN));
    // A day without a break is left out of the table; nobody missed it.
    let rows = breaks.totals.iter().filter(|total| total.breaks > 0).map(|total: &BreakTotal| {
        let mut row = vec![row_name(total.bucket, step)];
        if step != Step::Day {
            row.push(total.days.to_string());
        }
        row.push(total.breaks.to_string());
        row
    });
    let rows: Vec<_> = rows.collect();
    let summary = numbers(&title);
    view! {
        <Chart title sentence picture numbers=summary>
            <Numbers head rows />
        </Chart>
    }
    .into_any()
}
