//! Geschiedenis: what was done, week by week, the newest first.

use leptos::prelude::*;

use super::{insight::ToInsight, plan::ToHelp, print_plan::PlanOnPaper, today::session_name};
use crate::{
    app::view::history::{Line, Named, Week},
    browser::intl::{self, DateStyle},
    content::{
        phrases::{self, history as words},
        reading::reading,
    },
    domain::{body::Change, record::Ending},
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            empty::Empty,
            header::PageHeader,
            icon::Icon,
            notice::Notice,
            row::{Row, Rows},
        },
        runtime::runtime,
        words::{fill, language, minutes, read, say},
    },
};

/// So many weeks at first, and so many more with each press.
const WEEKS: usize = 8;

#[component]
pub(super) fn History() -> impl IntoView {
    let runtime = runtime();
    let empty = runtime.memo(|model, _| model.history.is_empty());
    view! {
        <div class="page history">
            <PageHeader title=say(phrases::nav::HISTORY) lead=say(words::LEAD) />
            <Hidden />
            {move || {
                if empty.get() {
                    view! { <Nothing /> }.into_any()
                } else {
                    view! { <Weeks /> }.into_any()
                }
            }}
        </div>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <Empty icon=Icon::History title=say(words::EMPTY_TITLE) text=say(words::EMPTY_TEXT)>
            <ButtonLink
                label=say(phrases::app::TO_TODAY)
                href=format!("#{}", Route::Today.path())
                kind=ButtonKind::Primary
            />
            <ToAdd />
        </Empty>
    }
}

#[component]
fn ToAdd() -> impl IntoView {
    let href = format!("#{}", Route::AddRecord.path());
    view! { <ButtonLink label=say(words::ADD) href icon=Icon::Plus /> }
}

/// Sessions that only a newer version can show; they are not lost.
#[component]
fn Hidden() -> impl IntoView {
    let hidden = runtime().memo(|model, _| model.hidden_sessions());
    move || {
        let count = hidden.get();
        (count > 0).then(|| {
            view! { <Notice title=fill(words::HIDDEN, &[("n", &count.to_string())]) /> }
        })
    }
}

#[component]
fn Weeks() -> impl IntoView {
    let runtime = runtime();
    let most = RwSignal::new(WEEKS);
    // One week more than is shown tells whether there is more.
    let weeks = runtime.memo(move |model, _| model.weeks(most.get() + 1));
    let shown =
        move || weeks.get().into_iter().take(most.get()).map(|week| view! { <OneWeek week /> });
    let more = move || {
        (weeks.read().len() > most.get()).then(|| {
            let on_press = move |()| most.update(|most| *most += WEEKS);
            view! { <Button label=say(words::SHOW_MORE) on_press /> }
        })
    };
    view! {
        <ToInsight />
        <ToAdd />
        <ToHelp />
        {move || shown().collect_view()}
        {more}
        <PlanOnPaper />
    }
}

#[component]
fn OneWeek(week: Week) -> impl IntoView {
    let short = |day| intl::date(day, language(), DateStyle::DayMonth);
    let last = intl::date(week.last, language(), DateStyle::Short);
    let title = fill(words::WEEK, &[("first", &short(week.first)), ("last", &last)]);
    let count = match week.lines.len() {
        1 => say(words::ONE_SESSION),
        several => fill(words::SESSIONS, &[("n", &several.to_string())]),
    };
    view! {
        <section class="section">
            <div>
                <h2>{title}</h2>
                <p class="note">{count} " · " {minutes(week.active)}</p>
            </div>
            <Rows>{week.lines.into_iter().map(|line| view! { <OneLine line /> }).collect_view()}</Rows>
        </section>
    }
}

#[component]
fn OneLine(line: Line) -> impl IntoView {
    let Line { id, day, session, active, ending, change } = line;
    let date = intl::date(day, language(), DateStyle::Long);
    let parts = [Some(date), Some(ending_words(ending)), change.map(change_words)];
    let detail = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let href = format!("#{}", Route::Record(id.to_string()).path());
    view! { <Row title=name(&session) detail href end=move || minutes(active) /> }
}

/// A session that this version does not know is called what its record calls it.
pub(super) fn name(session: &Named) -> String {
    match session {
        Named::Known(programme, outline) => session_name(programme, &read(&outline.name)),
        Named::Own(Some(name)) => name.clone(),
        Named::Own(None) => say(phrases::routines::OWN),
        Named::Unknown(id) => id.0.clone(),
    }
}

pub(super) fn ending_words(ending: Ending) -> String {
    use phrases::ending as words;
    match ending {
        Ending::Completed => say(words::COMPLETED),
        Ending::FinishedEarly => say(words::FINISHED_EARLY),
        Ending::Abandoned => say(words::ABANDONED),
        Ending::AddedAfterwards => say(words::ADDED_AFTERWARDS),
        Ending::Stopped(reason) => {
            let reason = reading().stop(reason).map(|stop| read(&stop.name)).unwrap_or_default();
            fill(words::STOPPED, &[("reason", &reason)])
        }
    }
}

pub(super) fn change_words(change: Change) -> String {
    use phrases::feeling as words;
    say(match change.value() {
        ..=-3 => words::MUCH_WORSE,
        -2 => words::WORSE,
        -1 => words::LITTLE_WORSE,
        0 => words::SAME,
        1 => words::LITTLE_BETTER,
        2 => words::BETTER,
        3.. => words::MUCH_BETTER,
    })
}
