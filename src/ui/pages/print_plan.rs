//! The plan on one page of paper: what, how much, when, and a sheet to tick off by pen.

use leptos::prelude::*;

use super::{
    plan_words::anchored,
    print::{Answers, Blanks, Foot, Line, Ticks, technical},
    print_back::Back,
    today::{GateNotice, session_name},
    workday::day_name,
};
use crate::{
    app::{
        event::Event,
        model::Model,
        view::{print::PlanSheet, today::SessionCard},
    },
    content::phrases::{self, calendar, paper as words, print, report as report_words},
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            empty::Empty,
            field::TextField,
            header::{BackLink, PageHeader},
            icon::Icon,
            row::{Row, Rows},
            switch::Switch,
        },
        runtime::runtime,
        sources::WithSources,
        words::{fill, minutes, read, say},
    },
};

/// The way here, for whoever has a plan.
#[component]
pub(super) fn PlanOnPaper() -> impl IntoView {
    let chosen = runtime().memo(|model, _| model.choices().is_some());
    move || {
        chosen.get().then(|| {
            view! {
                <Rows>
                    <Row
                        title=say(words::LINK)
                        detail=say(words::LINK_HINT)
                        href=format!("#{}", Route::PrintPlan.path())
                    />
                </Rows>
            }
        })
    }
}

#[component]
pub(super) fn PrintPlan() -> impl IntoView {
    let runtime = runtime();
    let with_answers = RwSignal::new(false);
    let with_back = RwSignal::new(true);
    let name = RwSignal::new(String::new());
    let sheet = runtime.memo(Model::plan_sheet);
    let report = runtime.memo(Model::report);
    let back =
        || BackLink { href: format!("#{}", Route::Plan.path()), label: say(phrases::plan::TITLE) };
    if sheet.with_untracked(Option::is_none) {
        return view! {
            <div class="page">
                <PageHeader title=say(words::TITLE) back=back() />
                <Empty
                    icon=Icon::List
                    title=say(phrases::plan::EMPTY_TITLE)
                    text=say(phrases::plan::EMPTY_TEXT)
                >
                    <ButtonLink
                        label=say(phrases::plan::EMPTY_ACTION)
                        href=format!("#{}", Route::Wishes.path())
                        kind=ButtonKind::Primary
                    />
                </Empty>
            </div>
        }
        .into_any();
    }
    view! {
        <WithSources>
            <div class="page print">
                <div class="stack screen-only">
                    <PageHeader title=say(words::TITLE) lead=say(words::LEAD) back=back() />
                    <GateNotice />
                    <TextField
                        id="name"
                        label=say(report_words::NAME_LABEL)
                        hint=say(report_words::NAME_HINT)
                        value=name
                        on_input=move |typed: String| name.set(typed)
                    />
                    {move || {
                        report.read().is_some().then(|| view! { <BackSwitch on=with_back /> })
                    }}
                    <Switch
                        label=say(print::ANSWERS)
                        hint=say(print::ANSWERS_HINT)
                        on=with_answers
                        on_change=move |on| with_answers.set(on)
                    />
                    <div>
                        <Button
                            label=say(print::BUTTON)
                            kind=ButtonKind::Primary
                            big=true
                            on_press=move |()| runtime.dispatch(Event::ClickedPrint)
                        />
                    </div>
                </div>
                {move || sheet.get().map(|sheet| view! { <Paper sheet name with_answers /> })}
                {move || {
                    let report = report.get().filter(|_| with_back.get());
                    report.map(|report| view! { <Back report name /> })
                }}
            </div>
        </WithSources>
    }
    .into_any()
}

#[component]
fn BackSwitch(on: RwSignal<bool>) -> impl IntoView {
    view! {
        <Switch
            label=say(report_words::SIDE)
            hint=say(report_words::SIDE_HINT)
            on
            on_change=move |chosen| on.set(chosen)
        />
    }
}

#[component]
fn Paper(
    sheet: PlanSheet,
    #[prop(into)] name: Signal<String>,
    with_answers: RwSignal<bool>,
) -> impl IntoView {
    let PlanSheet { programmes, sessions, not_shown, exercises, week } = sheet;
    let several = sessions.len() > 1;
    let mark = move |letter: char| several.then_some(letter);
    let days: Vec<String> = week
        .into_iter()
        .map(|(day, letter)| {
            let letter = mark(letter).map(|letter| format!(" {letter}")).unwrap_or_default();
            format!("{}{letter}", day_name(day))
        })
        .collect();
    let moment = runtime().peek(|model| model.choices()?.anchor.as_ref().map(anchored));
    let moment = moment.map(|moment| fill(calendar::ANCHOR, &[("anchor", &moment)]));
    let called = |card: &SessionCard| session_name(card.programme, &read(&card.outline.name));
    let not_shown = not_shown.iter().map(called).collect::<Vec<_>>().join(", ");
    let list = sessions
        .iter()
        .map(|(letter, card)| {
            let letter =
                mark(*letter).map(|letter| view! { <b class="print__letter">{letter}</b> });
            view! { <li>{letter}{called(card)} ", " {minutes(card.lasts)}</li> }
        })
        .collect_view();
    let programmes = programmes.into_iter().map(|programme| {
        let technical = technical(&programme.plain_name, &programme.technical_name)
            .map(|name| view! { <span class="print__technical">" (" {name} ")"</span> });
        view! {
            <li>
                <b>{read(&programme.plain_name)}</b>
                {technical}
                ": "
                {read(&programme.frequency)}
            </li>
        }
    });
    let locked = exercises.is_empty();
    view! {
        <article class="print__paper">
            <header class="print__head">
                <h2 class="print__title">{say(words::HEADING)}</h2>
                <Blanks name />
            </header>
            <h3 class="print__heading">{say(words::PROGRAMMES)}</h3>
            <ul class="print__plan" role="list">{programmes.collect_view()}</ul>
            {(!locked)
                .then(|| {
                    view! {
                        <h3 class="print__heading">{say(words::WEEK)}</h3>
                        <div class="print__plan">
                            <p>{days.join(" · ")} ". " {moment}</p>
                            <ul class="print__sessions" role="list">{list}</ul>
                            {(!not_shown.is_empty())
                                .then(|| view! { <p>{fill(words::NOT_SHOWN, &[("sessions", &not_shown)])}</p> })}
                        </div>
                        <h3 class="print__heading">{say(print::EXERCISES)}</h3>
                        <ol class="print__exercises" role="list">
                            {exercises
                                .into_iter()
                                .map(|exercise| view! { <Line exercise several /> })
                                .collect_view()}
                        </ol>
                    }
                })}
            <h3 class="print__heading">{say(print::SHEET)}</h3>
            {if locked {
                view! { <p>{say(print::LOCKED)}</p> }.into_any()
            } else {
                view! { <Ticks head=days /> }.into_any()
            }}
            {move || with_answers.get().then(|| view! { <Answers /> })}
            <Foot />
        </article>
    }
}
