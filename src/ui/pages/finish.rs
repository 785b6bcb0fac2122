//! After a session: what was done, and a few questions that may stay unanswered.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::{
    check_more::ReferralNotice,
    felt::{Feeling, FeelingFields, asks_stiffness},
};
use crate::{
    app::{event::Event, model::Model},
    content::{
        phrases::{self, finish as words},
        reading::reading,
    },
    domain::{
        dose::Mode,
        record::{After, DoneMode, DoneRow, Ending, Outcome, SessionRecord, StopReason},
    },
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind},
            icon::{Glyph, Icon},
            notice::{Notice, NoticeKind},
        },
        runtime::runtime,
        words::{duration, fill, read, say, side},
    },
};

#[component]
pub(super) fn Finish() -> impl IntoView {
    let runtime = runtime();
    let record = runtime.peek(|model| model.finished.and_then(|id| model.history.get(id).cloned()));
    record.map(|record| view! { <Finished record /> })
}

#[component]
fn Finished(record: SessionRecord) -> impl IntoView {
    let praise = match record.ending {
        Ending::Completed | Ending::AddedAfterwards => say(words::WELL_DONE),
        Ending::FinishedEarly | Ending::Abandoned => say(words::EARLY),
        Ending::Stopped(_) => say(words::STOPPED),
    };
    let advice = match record.ending {
        Ending::Stopped(reason) => {
            reading().stop(reason).map(|stop| (read(&stop.name), read(&stop.advice)))
        }
        _ => None,
    };
    let tingled = record.ending == Ending::Stopped(StopReason::Tingling);
    let sharp = record.ending == Ending::Stopped(StopReason::SharpPain);
    let kept = runtime().memo(Model::is_kept);
    view! {
        <div class="page finish">
            <header class="finish__head">
                <Glyph icon=Icon::Check />
                <h1 tabindex="-1">{say(words::TITLE)}</h1>
                <p class="lead">{praise} " " {duration(record.active.seconds())} "."</p>
                <p class="note" role="status">
                    {move || say(if kept.get() { words::KEPT } else { words::NOT_KEPT })}
                </p>
            </header>
            {advice
                .map(|(title, text)| {
                    view! {
                        <Notice kind=NoticeKind::Stop title urgent=true>
                            <p>{text}</p>
                            <a class="button button--secondary" href="#/veilig">{say(phrases::nav::SAFETY)}</a>
                        </Notice>
                    }
                })}
            {tingled
                .then(|| {
                    let questions = format!("#{}", Route::Screening.path());
                    view! {
                        <Notice kind=NoticeKind::Warning title=say(phrases::day::AGAIN_TITLE)>
                            <p>{say(phrases::day::AGAIN_TEXT)}</p>
                            <a class="button button--primary" href=questions>{say(phrases::day::AGAIN_LINK)}</a>
                        </Notice>
                    }
                })}
            {sharp.then(|| view! { <ReferralNotice /> })}
            <OnTheWay record=record.clone() />
            <Rating record=record.clone() />
            <section class="section">
                <h2>{say(words::WHAT_YOU_DID)}</h2>
                <DoneRows rows=record.done />
            </section>
            <p class="note">{say(words::TOMORROW)}</p>
        </div>
    }
}

/// The presses of STOP that did not end the session, each reason once.
#[component]
fn OnTheWay(record: SessionRecord) -> impl IntoView {
    let told: BTreeSet<StopReason> = record.stops.iter().map(|stop| stop.reason).collect();
    let told = told.into_iter().filter(|reason| !reason.ends_session());
    let notices = told.filter_map(|reason| {
        let stop = reading().stop(reason)?;
        let (title, text) = (read(&stop.name), read(&stop.advice));
        Some(view! { <Notice title><p>{text}</p></Notice> })
    });
    notices.collect_view()
}

/// One tap each, all of them optional.
#[component]
fn Rating(record: SessionRecord) -> impl IntoView {
    let runtime = runtime();
    let id = record.id;
    let feeling = Feeling::new(&record.after);
    let exercised = has_form(&record);
    let save = move |()| runtime.dispatch(Event::Rated { id, after: feeling.read() });
    view! {
        <div class="card finish__questions">
            <p class="note">{say(words::OPTIONAL)}</p>
            <FeelingFields feeling exercised stiff=asks_stiffness(&record) later=false />
        </div>
        <div class="finish__actions">
            <Button
                label=say(words::SKIP)
                kind=ButtonKind::Quiet
                on_press=move |()| runtime.dispatch(Event::Rated { id, after: After::default() })
            />
            <Button label=say(words::SAVE) kind=ButtonKind::Primary big=true icon=Icon::Check on_press=save />
        </div>
    }
}

/// True when something was done that can be done neatly: more than walking or marching.
pub(super) fn has_form(record: &SessionRecord) -> bool {
    let timed = DoneMode::Known(Mode::Timed);
    record.done.iter().any(|row| row.mode != timed && row.outcome != Outcome::Skipped)
}

/// What was done, per exercise and side.
#[component]
pub(super) fn DoneRows(rows: Vec<DoneRow>) -> impl IntoView {
    view! { <ul class="rows" role="list">{rows.into_iter().map(|row| done_row(&row)).collect_view()}</ul> }
}

fn done_row(row: &DoneRow) -> impl IntoView + use<> {
    let name = runtime().peek(|model| {
        let id = crate::domain::exercise::ExerciseId::new(&row.exercise);
        let known = id.and_then(|id| model.catalogue.exercise(&id));
        known.map_or_else(|| row.exercise.clone(), |exercise| read(&exercise.plain_name))
    });
    let name = row.side.map_or_else(|| name.clone(), |one| format!("{name} · {}", side(Some(one))));
    let amount = match row.outcome {
        Outcome::Skipped => say(words::SKIPPED),
        Outcome::Done | Outcome::Partly => {
            let (done, planned) = (row.done.value().to_string(), row.planned.value().to_string());
            let of = fill(words::OF_PLANNED, &[("done", &done), ("planned", &planned)]);
            format!("{of} · {}", duration(row.held.seconds()))
        }
    };
    view! {
        <li class="row">
            <span class="row__text">
                <span class="row__title">{name}</span>
                <span class="row__detail">{amount}</span>
            </span>
        </li>
    }
}
