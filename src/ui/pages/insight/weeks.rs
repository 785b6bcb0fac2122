//! The first page of insight: a month, the weeks against the goal, and the ways on.

use leptos::prelude::*;

use super::{
    More,
    calendar::MonthInView,
    parts::{NothingYet, PeriodChoice, PrintButton, back, numbers, picture, row_name, step_name},
};
use crate::{
    app::view::{insight::WeeksPicture, receipts::WEEK_GOAL},
    content::phrases::{insight as words, insight_weeks as said},
    domain::insight::{Period, Step, Total},
    route::Insight,
    ui::{
        components::{
            chart::{Chart, KeyEntry, Numbers},
            header::PageHeader,
        },
        runtime::runtime,
        sources::{Receipts, WithSources},
        words::{language, say},
    },
};

#[component]
pub(super) fn WeeksPage() -> impl IntoView {
    let runtime = runtime();
    let period = RwSignal::new(Period::SixWeeks);
    let weeks = runtime.memo(move |model, now| model.weeks_picture(period.get(), now));
    let begun = Memo::new(move |_| weeks.read().is_some());
    let charts = move || weeks.get().map(|weeks| view! { <WeekCharts weeks /> });
    let body = move || {
        if begun.get() {
            view! {
                <MonthInView />
                <section class="section">
                    <PeriodChoice period />
                    {charts}
                    <Receipts rules=WEEK_GOAL />
                </section>
                <PrintButton />
            }
            .into_any()
        } else {
            view! { <NothingYet /> }.into_any()
        }
    };
    view! {
        <WithSources>
            <div class="page insight">
                <PageHeader
                    title=say(words::TITLE)
                    lead=say(words::LEAD)
                    back=back(Insight::Weeks)
                />
                {body}
                <More />
            </div>
        </WithSources>
    }
}

#[component]
fn WeekCharts(weeks: WeeksPicture) -> impl IntoView {
    let language = language();
    let by_week = weeks.step == Step::Week;
    let (step, goal) = (weeks.step, weeks.goal.filter(|_| by_week));
    let title = say(if by_week { said::TITLE } else { said::LONGER_TITLE });
    let minutes_title = say(said::MINUTES_TITLE);
    let entry = |class, label| KeyEntry { class, label: say(label) };
    let mut key = Vec::new();
    if goal.is_some() {
        key.push(entry("chart__bar", said::KEY_DAYS));
        key.push(entry("chart__goal", said::KEY_GOAL));
        key.push(entry("chart__reached", said::KEY_REACHED));
    }
    let mut head = vec![step_name(step), say(words::SESSIONS), say(words::ACTIVE_DAYS)];
    if goal.is_some() {
        head.push(say(said::REACHED));
    }
    let row = |total: &Total| {
        let mut row = vec![row_name(total.bucket, step), total.sessions.to_string()];
        row.push(if by_week { total.counted } else { total.days }.to_string());
        if let Some(goal) = goal {
            row.push(if total.counted >= goal { say(said::YES) } else { String::new() });
        }
        row
    };
    let rows: Vec<_> = weeks.totals.iter().map(row).collect();
    let minutes_row =
        |total: &Total| vec![row_name(total.bucket, step), total.minutes().to_string()];
    let minutes_rows: Vec<_> = weeks.totals.iter().map(minutes_row).collect();
    let minutes_head = vec![step_name(step), say(words::ACTIVE_MINUTES)];
    let drawn = weeks.sessions > 0;
    let number = |value: u32| value.to_string();
    let days_picture = drawn.then(|| picture(&weeks.days, step, number));
    let minutes_picture = drawn.then(|| picture(&weeks.minutes, step, number));
    let (of_days, of_minutes) = (numbers(&title), numbers(&minutes_title));
    view! {
        <Chart title sentence=weeks.sentence(language) picture=days_picture key numbers=of_days>
            <Numbers head rows />
        </Chart>
        <Chart
            title=minutes_title
            sentence=weeks.minutes_sentence(language)
            picture=minutes_picture
            numbers=of_minutes
        >
            <Numbers head=minutes_head rows=minutes_rows />
        </Chart>
    }
}
