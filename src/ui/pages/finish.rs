//! After a session: what was done, and three questions that may stay unanswered.

use leptos::prelude::*;

use crate::{
    app::event::Event,
    content::{
        phrases::{self, finish as words},
        reading::reading,
    },
    domain::{
        body::{Change, Score as Mark},
        record::{After, DoneRow, Ending, Note, Outcome, SessionRecord},
    },
    ui::{
        components::{
            button::{Button, ButtonKind},
            change::ChangeScale,
            field::TextArea,
            icon::{Glyph, Icon},
            notice::{Notice, NoticeKind},
            score::Score,
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
    let kept = runtime().memo(|model, _| model.is_kept());
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
            <Rating record=record.clone() />
            <section class="section">
                <h2>{say(words::WHAT_YOU_DID)}</h2>
                <DoneRows rows=record.done />
            </section>
            <p class="note">{say(words::TOMORROW)}</p>
        </div>
    }
}

/// Three taps at most, all of them optional.
#[component]
fn Rating(record: SessionRecord) -> impl IntoView {
    let runtime = runtime();
    let id = record.id;
    let change = RwSignal::new(record.after.change.map(Change::value));
    let pain = RwSignal::new(record.after.pain.map(Mark::value));
    let effort = RwSignal::new(record.after.effort.map(Mark::value));
    let note = RwSignal::new(record.after.note.as_str().to_owned());
    let save = move |()| {
        let after = After {
            change: change.get_untracked().and_then(Change::new),
            pain: pain.get_untracked().and_then(Mark::new),
            effort: effort.get_untracked().and_then(Mark::new),
            note: Note::shortened(&note.get_untracked()),
            ..record.after.clone()
        };
        runtime.dispatch(Event::Rated { id, after });
    };
    view! {
        <div class="card finish__questions">
            <p class="note">{say(words::OPTIONAL)}</p>
            <RatingFields change pain effort note />
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

/// How it felt: the same fields after a session and when a record is corrected.
#[component]
pub(super) fn RatingFields(
    change: RwSignal<Option<i8>>,
    pain: RwSignal<Option<u8>>,
    effort: RwSignal<Option<u8>>,
    note: RwSignal<String>,
) -> impl IntoView {
    use phrases::feeling;
    let steps = [
        feeling::MUCH_WORSE,
        feeling::WORSE,
        feeling::LITTLE_WORSE,
        feeling::SAME,
        feeling::LITTLE_BETTER,
        feeling::BETTER,
        feeling::MUCH_BETTER,
    ];
    view! {
        <ChangeScale
            name="change"
            legend=say(words::CHANGE)
            words=steps.map(say)
            chosen=change
            on_choose=move |value| change.set(Some(value))
        />
        <Score
            name="pain-after"
            legend=say(words::PAIN)
            least=say(phrases::check::NO_PAIN)
            most=say(phrases::check::WORST_PAIN)
            chosen=pain
            on_choose=move |value| pain.set(Some(value))
        />
        <Score
            name="effort"
            legend=say(words::EFFORT)
            least=say(words::EFFORT_LOW)
            most=say(words::EFFORT_HIGH)
            chosen=effort
            on_choose=move |value| effort.set(Some(value))
        />
        <TextArea id="note" label=say(words::NOTE) value=note on_input=move |text| note.set(text) />
    }
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
