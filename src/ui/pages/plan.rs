//! The plan: the days ahead, the programmes and why, and the choices behind them.

use leptos::prelude::*;

use super::{
    exchange::PlanForPhysio,
    plan_calendar::PlanInCalendar,
    plan_choices::PlanChoices,
    plan_words::Reason,
    print_plan::PlanOnPaper,
    spell::{SpellCard, SpellStart},
    today::session_name,
    week_goal::Goal,
};
use crate::{
    app::{
        model::Model,
        view::{
            plan::{DayInPlan, InPlan, PlanPage},
            receipts,
            today::SessionCard,
        },
    },
    browser::intl::{self, DateStyle},
    content::phrases::{self, plan as words},
    domain::planning::method::Method,
    route::Route,
    ui::{
        components::{
            button::{ButtonKind, ButtonLink},
            empty::Empty,
            header::{BackLink, PageHeader},
            icon::Icon,
            notice::Notice,
            row::{Row, Rows},
        },
        runtime::runtime,
        sources::{Receipts, RuleTag, WithSources},
        words::{fill, language, minutes, read, say},
    },
};

#[component]
pub(super) fn Plan() -> impl IntoView {
    let runtime = runtime();
    let chosen = runtime.memo(|model, _| model.choices().is_some());
    let back = BackLink { href: "#/".to_owned(), label: say(phrases::nav::TODAY) };
    let body = move || {
        if chosen.get() {
            return view! {
                <SpellCard />
                <SpellStart />
                <Laid />
                <Goal />
                <PlanInCalendar />
                <ToHelp />
                <PlanOnPaper />
                <PlanChoices />
            }
            .into_any();
        }
        view! {
            <Empty icon=Icon::List title=say(words::EMPTY_TITLE) text=say(words::EMPTY_TEXT)>
                <ButtonLink
                    label=say(words::EMPTY_ACTION)
                    href=format!("#{}", Route::Wishes.path())
                    kind=ButtonKind::Primary
                />
            </Empty>
        }
        .into_any()
    };
    view! {
        <WithSources>
            <div class="page plan">
                <PageHeader title=say(words::TITLE) lead=say(words::LEAD) back />
                {body}
                <PlanForPhysio />
            </div>
        </WithSources>
    }
}

/// The way to what the log says about the complaint.
#[component]
pub(super) fn ToHelp() -> impl IntoView {
    view! {
        <Rows>
            <Row
                title=say(phrases::help::TITLE)
                detail=say(phrases::help::LINK_HINT)
                href=format!("#{}", Route::Help.path())
            />
        </Rows>
    }
}

/// What the choices come to; drawn anew whenever one changes.
#[component]
fn Laid() -> impl IntoView {
    let page = runtime().memo(Model::plan_page);
    move || page.get().map(|page| view! { <Told page /> })
}

#[component]
fn Told(page: PlanPage) -> impl IntoView {
    let PlanPage { programmes, waiting, days, method, offers_strength } = page;
    let days = if days.is_empty() {
        view! { <Notice title=say(words::LOCKED) /> }.into_any()
    } else {
        let days = days.into_iter().map(|day| view! { <DayRow day /> }).collect_view();
        view! { <Rows>{days}</Rows> }.into_any()
    };
    view! {
        {offers_strength.then(|| view! { <AddStrength /> })}
        <section class="section">
            <h2>{say(words::PROGRAMMES)}</h2>
            {programmes.into_iter().map(|one| view! { <ProgrammeCard one /> }).collect_view()}
            {method.map(|method| view! { <MethodToday method /> })}
        </section>
        <section class="section">
            <h2>{say(words::DAYS)}</h2>
            {days}
        </section>
        {(!waiting.is_empty())
            .then(|| {
                view! {
                    <section class="section">
                        <h2>{say(words::WAITING)}</h2>
                        {waiting.into_iter().map(|one| view! { <ProgrammeCard one /> }).collect_view()}
                    </section>
                }
            })}
    }
}

#[component]
fn ProgrammeCard(one: InPlan) -> impl IntoView {
    let InPlan { programme, why } = one;
    let href = format!("#{}", Route::Programme(programme.id.clone()).path());
    view! {
        <article class="card plan__programme">
            <h3 class="card__title">{read(&programme.plain_name)}</h3>
            <Reason why />
            <p class="note">{read(&programme.frequency)}</p>
            <Receipts rules=receipts::frequency(&programme.id) />
            <p>
                <a href=href>{say(phrases::session::READ_MORE)}</a>
            </p>
        </article>
    }
}

#[component]
fn MethodToday(method: Method) -> impl IntoView {
    let text = say(match method {
        Method::Static => words::METHOD_STATIC,
        Method::Pnf => words::METHOD_PNF,
    });
    view! {
        <article class="card card--chosen">
            <h3 class="card__title">{say(words::METHOD)}</h3>
            <p>{text}</p>
            <p>
                <a href=format!("#{}", Route::Comparing.path())>{say(phrases::compare::LINK)}</a>
            </p>
            <div class="cluster">
                <RuleTag id="R0.26".to_owned() />
                <RuleTag id="R0.25".to_owned() />
            </div>
        </article>
    }
}

#[component]
fn AddStrength() -> impl IntoView {
    view! {
        <Notice title=say(words::STRENGTH_TITLE)>
            <p>{say(words::STRENGTH_TEXT)}</p>
            <div class="cluster">
                <RuleTag id="R0.8".to_owned() />
                <RuleTag id="C9".to_owned() />
            </div>
        </Notice>
    }
}

/// One day: its session leads on, a rest stands by itself.
#[component]
fn DayRow(day: DayInPlan) -> impl IntoView {
    let DayInPlan { day, session, mini, .. } = day;
    let date = intl::date(day, language(), DateStyle::Weekday);
    let number = intl::date(day, language(), DateStyle::DayMonth);
    let lead = move || {
        let (date, number) = (date.clone(), number.clone());
        view! {
            <span class="plan__day">
                <b>{date}</b>
                <span>{number}</span>
            </span>
        }
    };
    let name = |card: &SessionCard| session_name(card.programme, &read(&card.outline.name));
    if let Some(card) = session {
        let href = format!("#{}", Route::Session(card.outline.id.clone()).path());
        view! { <Row title=name(&card) detail=minutes(card.lasts) href lead /> }.into_any()
    } else {
        let title = mini.map_or_else(
            || say(words::REST),
            |card| fill(words::REST_MINI, &[("n", &minutes(card.lasts))]),
        );
        view! { <Row title lead /> }.into_any()
    }
}
