//! One month as a calendar: what was done on each day, and the sessions of the day that is chosen.

use leptos::prelude::*;

use crate::{
    app::view::insight::{MonthDay, MonthPage, span},
    browser::intl::{self, DateStyle},
    content::phrases::{history, insight_calendar as words},
    domain::{
        insight::DayKind,
        time::{Day, Seconds},
    },
    route::Route,
    ui::{
        components::{
            button::RoundButton,
            icon::Icon,
            row::{Row, Rows},
        },
        pages::history::{ending_words, name},
        runtime::{Runtime, runtime},
        words::{fill, language, minutes, say},
    },
};

#[component]
pub(super) fn MonthInView() -> impl IntoView {
    let runtime = runtime();
    let today = runtime.moment().day();
    let shown = RwSignal::new(today.first_of_month());
    let chosen = RwSignal::new(None::<Day>);
    let page = runtime.memo(move |model, now| model.month_page(shown.get(), now));
    let turn = move |to: Day| {
        chosen.set(None);
        shown.set(to);
    };
    let content = move || {
        page.get().map(|month| {
            let sentence = month.sentence(language());
            let MonthPage { first, weeks, earlier, later, .. } = month;
            let title = intl::date(first, language(), DateStyle::Month);
            view! {
                <Turn
                    title=title.clone()
                    back=say(words::EARLIER_MONTH)
                    on=say(words::LATER_MONTH)
                    earlier
                    later
                    on_back=move |()| turn(first.before().first_of_month())
                    on_on=move |()| turn(first.first_of_next_month())
                />
                <p>{sentence}</p>
                <Calendar title weeks chosen />
            }
        })
    };
    view! {
        <section class="section">
            {content}
            <ul class="calendar-key" role="list">
                <li class="calendar-key__full">{say(words::FULL)}</li>
                <li class="calendar-key__short">{say(words::SHORT)}</li>
            </ul>
            {move || day_opened(runtime, chosen.get())}
        </section>
    }
}

/// A heading between a way back and a way on.
#[component]
pub(super) fn Turn(
    title: String,
    back: String,
    on: String,
    earlier: bool,
    later: bool,
    #[prop(into)] on_back: Callback<()>,
    #[prop(into)] on_on: Callback<()>,
) -> impl IntoView {
    view! {
        <div class="turn">
            <RoundButton label=back icon=Icon::Left on_press=on_back disabled=!earlier />
            <h2 class="turn__name" aria-live="polite">
                {title}
            </h2>
            <RoundButton label=on icon=Icon::Right on_press=on_on disabled=!later />
        </div>
    }
}

#[component]
fn Calendar(
    title: String,
    weeks: Vec<Vec<Option<MonthDay>>>,
    chosen: RwSignal<Option<Day>>,
) -> impl IntoView {
    // Any week names the days.
    let monday = weeks.iter().flatten().flatten().next().map(|one| one.day.monday());
    let names = monday.map(|monday| {
        let name = |day| intl::date(day, language(), DateStyle::Weekday);
        let names = monday.next_days(7).map(|day| view! { <th scope="col">{name(day)}</th> });
        names.collect_view()
    });
    let cell = move |day: Option<MonthDay>| {
        view! { <td>{day.map(|day| one_day(&day, chosen))}</td> }
    };
    let rows = weeks.into_iter().map(|week| {
        view! { <tr>{week.into_iter().map(cell).collect_view()}</tr> }
    });
    view! {
        <table class="calendar" aria-label=title>
            <thead>
                <tr>{names}</tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

/// A day with something is a button; other days are just days.
fn one_day(day: &MonthDay, chosen: RwSignal<Option<Day>>) -> AnyView {
    let MonthDay { day, done, today } = *day;
    let number = day
        .iso()
        .split('-')
        .next_back()
        .map_or_else(String::new, |number| number.trim_start_matches('0').to_owned());
    let current = today.then_some("date");
    let Some(done) = done else {
        return view! { <span class="calendar__day" aria-current=current>{number}</span> }
            .into_any();
    };
    let class = match done.kind {
        DayKind::Full => "calendar__day calendar__day--full",
        DayKind::Short => "calendar__day calendar__day--short",
    };
    let parts = [
        ("date", intl::date(day, language(), DateStyle::Long)),
        ("sessions", sessions(done.sessions)),
        ("time", time(done.active)),
    ];
    let label = fill(words::DAY_DONE, &parts.each_ref().map(|(name, part)| (*name, part.as_str())));
    let pressed = move || if chosen.get() == Some(day) { "true" } else { "false" };
    let press = move |_| {
        chosen.update(|chosen| *chosen = if *chosen == Some(day) { None } else { Some(day) });
    };
    view! {
        <button
            type="button"
            class=class
            aria-label=label
            aria-pressed=pressed
            aria-current=current
            on:click=press
        >
            {number}
        </button>
    }
    .into_any()
}

fn sessions(number: u32) -> String {
    match number {
        1 => say(history::ONE_SESSION),
        several => fill(history::SESSIONS, &[("n", &several.to_string())]),
    }
}

fn time(active: Seconds) -> String {
    span(active, language())
}

fn day_opened(runtime: Runtime, chosen: Option<Day>) -> AnyView {
    let Some(day) = chosen else {
        return view! { <p class="note screen-only">{say(words::PICK)}</p> }.into_any();
    };
    let lines = runtime.peek(|model| model.lines_on(day));
    let rows = lines.into_iter().map(|line| {
        let href = format!("#{}", Route::Record(line.id.to_string()).path());
        let detail = ending_words(line.ending);
        view! { <Row title=name(&line.session) detail href end=move || minutes(line.active) /> }
    });
    view! {
        <div class="stack" role="status">
            <h3>{intl::date(day, language(), DateStyle::Long)}</h3>
            <Rows>{rows.collect_view()}</Rows>
        </div>
    }
    .into_any()
}
