//! "Does it help?": what somebody said, what the log shows, what that means, and the card for the
//! physiotherapist (R0.9 to R0.12, X37).

use leptos::prelude::*;

use super::{
    comparing_pairs::decimal,
    proposal_words::reason,
    proposals::{Review, review_word},
    record::back_to_history,
};
use crate::{
    app::{
        event::Event,
        view::help::{Found, HelpPage, Shown},
    },
    browser::intl::{self, DateStyle},
    content::phrases::{help as words, proposal},
    domain::{
        progress::{Course, Finding, PainSoFar, Reason, ReviewAnswer, Turn},
        time::Day,
    },
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonLink},
            header::PageHeader,
            icon::Icon,
            row::{Row, Rows},
        },
        runtime::runtime,
        sources::{Receipts, WithSources},
        words::{fill, language, say},
    },
};

#[component]
pub(super) fn Help() -> impl IntoView {
    let page = runtime().memo(crate::app::model::Model::help_page);
    view! {
        <WithSources>
            <div class="page help">
                <PageHeader title=say(words::TITLE) lead=say(words::LEAD) back=back_to_history() />
                {move || view! { <Told page=page.get() /> }}
            </div>
        </WithSources>
    }
}

fn date(day: Day) -> String {
    intl::date(day, language(), DateStyle::Short)
}

#[component]
fn Told(page: HelpPage) -> impl IntoView {
    let HelpPage { asks, answers, found, pain, has_plan } = page;
    let any = !found.is_empty();
    let findings = found.into_iter().map(|one| view! { <OneFinding one /> }).collect_view();
    view! {
        {asks.then(|| view! { <Review /> })}
        {any
            .then(|| {
                view! {
                    <section class="section">
                        <h2>{say(words::FOUND)}</h2>
                        {findings}
                    </section>
                }
            })}
        <section class="section">
            <h2>{say(words::PAIN)}</h2>
            <Pain pain />
        </section>
        <section class="section">
            <h2>{say(words::ANSWERS)}</h2>
            <Answers answers />
        </section>
        <ForPhysio any has_plan />
    }
}

#[component]
fn OneFinding(one: Found) -> impl IntoView {
    let Found { finding, told, days } = one;
    let (means, rules) = match finding {
        Finding::Worse => (words::WORSE, vec!["R0.10"]),
        Finding::NoDifference => (words::NO_DIFFERENCE, vec!["R0.9"]),
        Finding::ComesBack => (words::COMES_BACK, vec!["R0.11"]),
        Finding::Stops => (words::STOPS, vec!["X40"]),
        Finding::Setbacks => (words::SETBACKS, vec!["X16"]),
    };
    let title = reason(Reason::Found { finding, told }, days.len());
    let days = days.into_iter().map(|Shown { day, record }| match record {
        Some(id) => {
            let href = format!("#{}", Route::Record(id.to_string()).path());
            view! { <li><a href=href>{date(day)}</a></li> }.into_any()
        }
        None => view! { <li>{date(day)}</li> }.into_any(),
    });
    view! {
        <article class="card">
            <h3 class="card__title">{title}</h3>
            <p>{say(means)}</p>
            <p class="note">{say(words::FOUND_DAYS)}</p>
            <ul class="help__days">{days.collect_view()}</ul>
            <Receipts rules />
        </article>
    }
}

#[component]
fn Pain(pain: PainSoFar) -> impl IntoView {
    let (title, text) = match pain {
        PainSoFar::TooFew { told, missing } => {
            let (told, missing) = (told.to_string(), missing.to_string());
            let text = fill(words::FEW_TEXT, &[("told", &told), ("missing", &missing)]);
            (words::FEW_TITLE, text)
        }
        PainSoFar::None => (words::NONE_TITLE, say(words::NONE_TEXT)),
        PainSoFar::Told(Course { before, now, from, to, turn }) => {
            let title = match turn {
                Turn::Less => words::LESS,
                Turn::NotNoticeable => words::NOT_NOTICEABLE,
                Turn::More => words::MORE,
            };
            let (before, now) = (decimal(before), decimal(now));
            let (from, to) = (date(from), date(to));
            let parts = [("from", &*from), ("to", &*to), ("before", &*before), ("now", &*now)];
            (title, fill(words::COURSE, &parts))
        }
    };
    let told = matches!(pain, PainSoFar::Told(_));
    view! {
        <article class="card">
            <h3 class="card__title">{say(title)}</h3>
            <p>{text}</p>
            {told.then(|| view! { <p class="note">{say(words::NOTICEABLE)}</p> })}
        </article>
    }
}

#[component]
fn Answers(answers: Vec<ReviewAnswer>) -> impl IntoView {
    if answers.is_empty() {
        return view! {
            <p class="note">{say(words::ANSWERS_NONE)}</p>
            <Receipts rules=vec!["X37"] />
        }
        .into_any();
    }
    let rows = answers.into_iter().map(|answer| {
        view! { <Row title=review_word(answer.word) detail=date(answer.day) /> }
    });
    view! { <Rows>{rows.collect_view()}</Rows> }.into_any()
}

/// The card of R0.12 in the words that the proposal has; without a finding only the way to paper.
#[component]
fn ForPhysio(any: bool, has_plan: bool) -> impl IntoView {
    let runtime = runtime();
    let text = say(if any { proposal::REFERRAL_TEXT } else { words::CALM });
    let title = say(if any { proposal::REFERRAL } else { words::CARD });
    let plan = format!("#{}", Route::PrintPlan.path());
    view! {
        <article class="card" class:card--chosen=any>
            <h2 class="card__title">{title}</h2>
            <p>{text}</p>
            <div class="card__actions">
                <Button
                    label=say(words::CARD_PRINT)
                    icon=Icon::Printer
                    on_press=move |()| runtime.dispatch(Event::ClickedPrint)
                />
                {has_plan.then(|| view! { <ButtonLink label=say(words::CARD_PLAN) href=plan /> })}
            </div>
            {any.then(|| view! { <Receipts rules=vec!["R0.12"] /> })}
        </article>
    }
}
