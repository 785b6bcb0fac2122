//! Movement breaks at work: on or off, when, and how often.

use chrono::Weekday;
use leptos::prelude::*;

use super::breaks::NextBreak;
use crate::{
    app::{
        breaks::{BreakEvent, Permission},
        calendar::rhythm,
        event::Event,
    },
    browser::{
        address,
        intl::{self, DateStyle},
    },
    content::phrases::{self, Phrase, workday as words},
    domain::{
        breaks::{ClockTime, Hours, Interval, WEEK, Workday},
        time::Day,
    },
    ui::{
        components::{
            button::{Button, ButtonKind},
            chips::Chips,
            choice::Choice,
            field::TextField,
            header::{BackLink, PageHeader},
            icon::Icon,
            notice::Notice,
            number::NumberField,
            switch::Switch,
        },
        runtime::{Runtime, runtime},
        sources::{RuleTag, WithSources},
        words::{fill, language, say},
    },
};

#[component]
pub(super) fn WorkdayPage() -> impl IntoView {
    let runtime = runtime();
    let on = runtime.memo(|model, _| model.workday().on);
    let back = BackLink { href: "#/".to_owned(), label: say(phrases::nav::TODAY) };
    view! {
        <WithSources>
            <div class="page settings">
                <PageHeader title=say(words::TITLE) lead=say(words::LEAD) back />
                <div class="stack">
                    <p>{say(words::WHY)}</p>
                    <div class="cluster">
                        <RuleTag id="R3.13".to_owned() />
                        <RuleTag id="X20".to_owned() />
                    </div>
                </div>
                <div class="card settings__fields">
                    <Switch
                        label=say(words::SWITCH)
                        hint=say(words::SWITCH_HINT)
                        on
                        on_change=move |on| change(runtime, |workday| workday.on = on)
                    />
                </div>
                <Part title=words::NOW>
                    <NextBreak />
                    <OneTooMany />
                </Part>
                <Part title=words::HOURS>
                    <When />
                </Part>
                <Part title=words::NOTICES>
                    <Notices />
                </Part>
                <Part title=words::CALENDAR>
                    <InCalendar />
                </Part>
            </div>
        </WithSources>
    }
}

/// Changes one thing and leaves the rest as it is.
fn change(runtime: Runtime, change: impl FnOnce(&mut Workday)) {
    let mut workday = runtime.peek(|model| model.workday().clone());
    change(&mut workday);
    runtime.dispatch(Event::Breaks(BreakEvent::Changed(workday)));
}

#[component]
fn Part(title: Phrase, children: Children) -> impl IntoView {
    view! {
        <section class="settings__group">
            <h2 class="settings__title">{say(title)}</h2>
            <div class="card">{children()}</div>
        </section>
    }
}

#[component]
fn OneTooMany() -> impl IntoView {
    let runtime = runtime();
    let any = runtime.memo(|model, now| model.break_card(now).today > 0);
    move || {
        any.get().then(|| {
            view! {
                <div>
                    <Button
                        label=say(words::ONE_TOO_MANY)
                        kind=ButtonKind::Quiet
                        icon=Icon::Undo
                        on_press=move |()| runtime.dispatch(Event::Breaks(BreakEvent::TookBack))
                    />
                </div>
            }
        })
    }
}

#[component]
fn When() -> impl IntoView {
    let runtime = runtime();
    let days = WEEK.into_iter().map(|day| Choice::new(day, day_name(day))).collect();
    let interval = runtime.memo(|model, _| model.workday().interval);
    let step = move |more| {
        change(runtime, |workday| workday.interval = workday.interval.stepped(more));
    };
    let named = |action| format!("{}: {}", say(action), say(words::INTERVAL));
    view! {
        <div class="stack">
            <Chips
                label=say(words::DAYS)
                choices=days
                chosen=runtime.memo(|model, _| model.workday().days.clone())
                on_toggle=move |day| change(runtime, |workday| workday.toggle(day))
            />
            <Times />
            <NumberField
                id="interval"
                label=say(words::INTERVAL)
                value=Signal::derive(move || {
                    let n = interval.get().minutes().to_string();
                    fill(phrases::common::MINUTES, &[("n", &n)])
                })
                less=named(phrases::common::LESS)
                more=named(phrases::common::MORE)
                on_less=move |()| step(false)
                on_more=move |()| step(true)
                at_least=Signal::derive(move || interval.get() == Interval::LEAST)
                at_most=Signal::derive(move || interval.get() == Interval::MOST)
            />
            <p class="note">{say(words::INTERVAL_HINT)}</p>
        </div>
    }
}

/// From and to. What is no pair of times yet stays in the fields and changes nothing.
#[component]
fn Times() -> impl IntoView {
    let runtime = runtime();
    let hours = runtime.peek(|model| model.workday().hours);
    let from = RwSignal::new(hours.from().text());
    let to = RwSignal::new(hours.to().text());
    let set = move || {
        let times =
            ClockTime::parse(&from.get_untracked()).zip(ClockTime::parse(&to.get_untracked()));
        if let Some(hours) = times.and_then(|(from, to)| Hours::new(from, to)) {
            change(runtime, |workday| workday.hours = hours);
        }
    };
    let no_time = |text: RwSignal<String>| {
        ClockTime::parse(&text.get()).is_none().then(|| say(phrases::calendar::TIME_WRONG))
    };
    let same = move || (from.get() == to.get()).then(|| say(words::SAME_TIME));
    view! {
        <div class="tiles workday__times">
            <TextField
                id="from"
                kind="time"
                label=say(words::FROM)
                value=from
                error=MaybeProp::derive(move || no_time(from))
                on_input=move |text| {
                    from.set(text);
                    set();
                }
            />
            <TextField
                id="to"
                kind="time"
                label=say(words::TO)
                value=to
                error=MaybeProp::derive(move || no_time(to).or_else(same))
                on_input=move |text| {
                    to.set(text);
                    set();
                }
            />
        </div>
    }
}

#[component]
fn Notices() -> impl IntoView {
    let permission = runtime().memo(|model, _| model.may_notify());
    let text = move || {
        say(match permission.get() {
            Permission::Granted => words::NOTICES_GRANTED,
            Permission::Denied => words::NOTICES_DENIED,
            Permission::Missing => words::NOTICES_MISSING,
            Permission::NotAsked => words::NOTICES_ASK,
        })
    };
    view! {
        <p>{text}</p>
        <Notice title=say(words::PROMISE_TITLE)>
            <p>{say(words::PROMISE)}</p>
        </Notice>
    }
}

#[component]
fn InCalendar() -> impl IntoView {
    let runtime = runtime();
    let count = runtime.memo(|model, _| rhythm::breaks_a_day(model.workday()));
    let text = move || fill(words::CALENDAR_TEXT, &[("n", &count.get().to_string())]);
    let fetch = move |()| {
        let site = address::site();
        runtime.dispatch(Event::Breaks(BreakEvent::ClickedCalendar { site }));
    };
    view! {
        <div class="stack">
            <p>{text}</p>
            <Button
                label=say(words::CALENDAR_BUTTON)
                kind=ButtonKind::Secondary
                icon=Icon::Download
                disabled=Signal::derive(move || count.get() == 0)
                on_press=fetch
            />
            <p class="note">{say(words::CALENDAR_AGAIN)}</p>
        </div>
    }
}

/// "ma".
pub(super) fn day_name(day: Weekday) -> String {
    // A Monday; any would do.
    let monday = Day::parse("2026-11-23");
    let ahead = u64::from(day.num_days_from_monday());
    monday.map_or_else(String::new, |monday| {
        intl::date(monday.plus(ahead), language(), DateStyle::Weekday)
    })
}
