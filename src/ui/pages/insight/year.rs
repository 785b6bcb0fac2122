//! Twelve months side by side.

use leptos::prelude::*;

use super::{
    calendar::Turn,
    parts::{NothingYet, PrintButton, back, drawn, numbers},
};
use crate::{
    app::view::insight::{YearMonth, YearPage, total},
    browser::intl::{self, DateStyle},
    content::phrases::{insight as words, insight_calendar as calendar},
    domain::time::Day,
    route::Insight,
    ui::{
        components::{
            chart::{Drawing, Numbers},
            disclosure::Disclosure,
            header::PageHeader,
        },
        runtime::runtime,
        words::{language, say},
    },
};

#[component]
pub(super) fn Year() -> impl IntoView {
    let runtime = runtime();
    let shown = RwSignal::new(runtime.moment().day().first_of_year());
    let page = runtime.memo(move |model, now| model.year_page(shown.get(), now));
    let content = move || match page.get() {
        Some(year) => view! { <OneYear year shown /> }.into_any(),
        None => view! { <NothingYet /> }.into_any(),
    };
    view! {
        <div class="page insight">
            <PageHeader title=say(calendar::YEAR_TITLE) back=back(Insight::Year) />
            {content}
        </div>
    }
}

#[component]
fn OneYear(year: YearPage, shown: RwSignal<Day>) -> impl IntoView {
    let language = language();
    let YearPage { first, months, total: whole, earlier, later } = year;
    let name = first.year().to_string();
    let head = vec![
        say(words::MONTH),
        say(words::SESSIONS),
        say(words::ACTIVE_DAYS),
        say(words::ACTIVE_MINUTES),
    ];
    let month_name =
        |month: &YearMonth| intl::date(month.total.bucket.first, language, DateStyle::MonthName);
    let row = |month: &YearMonth| {
        let total = &month.total;
        vec![
            month_name(month),
            total.sessions.to_string(),
            total.days.to_string(),
            total.minutes().to_string(),
        ]
    };
    let rows: Vec<_> = months.iter().map(row).collect();
    let pictures = months.iter().map(|month| {
        let said = total(&month.total, language);
        let picture = drawn(&month.days, Vec::new());
        view! {
            <li class="months__month">
                <h3 class="months__name">{month_name(month)}</h3>
                <Drawing picture label=said.clone() />
                {(month.total.sessions > 0).then(|| view! { <p class="note">{said}</p> })}
            </li>
        }
    });
    let pictures = pictures.collect_view();
    view! {
        <Turn
            title=name.clone()
            back=say(calendar::EARLIER_YEAR)
            on=say(calendar::LATER_YEAR)
            earlier
            later
            on_back=move |()| shown.set(first.before().first_of_year())
            on_on=move |()| shown.set(first.plus(366).first_of_year())
        />
        <p>{total(&whole, language)}</p>
        <ol class="months" role="list">{pictures}</ol>
        <div class="chart__numbers">
            <Disclosure summary=numbers(&name)>
                <Numbers head rows />
            </Disclosure>
        </div>
        <PrintButton />
    }
}
