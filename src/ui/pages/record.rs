//! One finished session: what was done, how it felt, and mending what was written down wrong.

use leptos::prelude::*;

use super::{
    NotFound,
    day_facts::{after_facts, before_facts, felt_fact, stops_fact},
    felt::{Feeling, FeelingFields, asks_stiffness},
    finish::{DoneRows, has_form},
    history::{change_words, ending_words, name},
    swap_facts::swaps_fact,
};
use crate::{
    app::{
        afterwards::{Mistake, moved, past_day},
        event::Event,
        view::history::Found,
    },
    browser::{
        document as page,
        intl::{self, DateStyle},
    },
    content::phrases::{self, finish, record as words},
    domain::{
        body::{BodyPart, Score as Mark},
        record::{Ending, SessionRecord},
    },
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            empty::Empty,
            field::TextField,
            header::{BackLink, PageHeader},
            icon::Icon,
        },
        runtime::runtime,
        words::{duration, fill, language, say},
    },
};

#[component]
pub(super) fn Record(id: String) -> impl IntoView {
    let runtime = runtime();
    let address = Route::Record(id.clone()).path();
    let found = runtime.memo(move |model, _| model.find_record(&id));
    move || match found.get() {
        Found::Record(record) => view! { <Detail record=*record /> }.into_any(),
        Found::Newer => view! { <Newer /> }.into_any(),
        Found::Nothing => view! { <NotFound address=address.clone() /> }.into_any(),
    }
}

pub(super) fn back_to_history() -> BackLink {
    BackLink { href: format!("#{}", Route::History.path()), label: say(phrases::nav::HISTORY) }
}

#[component]
fn Newer() -> impl IntoView {
    let href = format!("#{}", Route::History.path());
    view! {
        <div class="page">
            <PageHeader title=say(phrases::nav::HISTORY) back=back_to_history() />
            <Empty icon=Icon::Info title=say(words::NEWER_TITLE) text=say(words::NEWER_TEXT)>
                <ButtonLink label=say(phrases::history::TO_HISTORY) href kind=ButtonKind::Primary />
            </Empty>
        </div>
    }
}

#[component]
fn Detail(record: SessionRecord) -> impl IntoView {
    let title = runtime().peek(|model| name(&model.named(&record.session)));
    let editing = RwSignal::new(false);
    let done = record.done.clone();
    let lead = when(&record);
    let body = move || {
        if editing.get() {
            view! { <Edit record=record.clone() editing /> }.into_any()
        } else {
            view! { <Told record=record.clone() editing /> }.into_any()
        }
    };
    view! {
        <div class="page">
            <PageHeader title back=back_to_history() lead />
            {body}
            <section class="section">
                <h2>{say(finish::WHAT_YOU_DID)}</h2>
                <DoneRows rows=done />
            </section>
        </div>
    }
}

/// The hour of a session that was added later is ours, so it is not shown.
fn when(record: &SessionRecord) -> String {
    let weekday = intl::date(record.day, language(), DateStyle::Weekday);
    let date = intl::date(record.day, language(), DateStyle::Short);
    let time = intl::time_of_day(record.started_wall, record.offset, language());
    let phrase = match record.ending {
        Ending::AddedAfterwards => words::DAY_ONLY,
        _ => words::WHEN,
    };
    fill(phrase, &[("weekday", &weekday), ("date", &date), ("time", &time)])
}

/// Only what was answered; an answer that was not given is no zero.
#[component]
fn Told(record: SessionRecord, editing: RwSignal<bool>) -> impl IntoView {
    let runtime = runtime();
    let id = record.id;
    let pain_before = record.before.pain.map(|pain| match record.before.place {
        Some(place) => format!("{} · {}", score(pain), place_words(place)),
        None => score(pain),
    });
    let note = record.after.note.as_str().to_owned();
    let facts = vec![
        (words::ENDING, Some(ending_words(record.ending))),
        (words::ACTIVE, Some(duration(record.active.seconds()))),
        stops_fact(&record.stops),
        swaps_fact(&record.swaps),
        felt_fact(&record.felt_in),
        (words::PAIN_BEFORE, pain_before),
        (words::PAIN_AFTER, record.after.pain.map(score)),
        (words::EFFORT, record.after.effort.map(score)),
        (words::CHANGE, record.after.change.map(change_words)),
    ];
    let facts = facts
        .into_iter()
        .chain(before_facts(&record.before))
        .chain(after_facts(&record.after))
        .chain([(words::NOTE, (!note.is_empty()).then_some(note))]);
    let facts = facts.filter_map(|(label, value)| {
        Some(view! { <div class="record__fact"><dt>{say(label)}</dt><dd>{value?}</dd></div> })
    });
    view! {
        <section class="section">
            <h2>{say(words::HOW_IT_WENT)}</h2>
            <dl class="record">{facts.collect_view()}</dl>
            <div class="cluster">
                <Button
                    label=say(phrases::common::EDIT)
                    icon=Icon::Edit
                    on_press=move |()| {
                        editing.set(true);
                        focus_next("#day");
                    }
                />
                <Button
                    label=say(phrases::common::DELETE)
                    icon=Icon::Trash
                    kind=ButtonKind::Danger
                    on_press=move |()| runtime.dispatch(Event::Deleted(id))
                />
            </div>
        </section>
    }
}

#[component]
fn Edit(record: SessionRecord, editing: RwSignal<bool>) -> impl IntoView {
    let runtime = runtime();
    let day = RwSignal::new(record.day.iso());
    let mistake = RwSignal::new(None::<Mistake>);
    let feeling = Feeling::new(&record.after);
    let exercised = has_form(&record);
    let stiff = asks_stiffness(&record);
    let save = move |()| match past_day(&day.get_untracked(), runtime.moment()) {
        Ok(day) => {
            let mut record = moved(record.clone(), day);
            record.after = feeling.read();
            editing.set(false);
            runtime.dispatch(Event::Corrected(record));
            focus_next("main h1");
        }
        Err(found) => {
            mistake.set(Some(found));
            page::focus("#day");
        }
    };
    view! {
        <section class="section">
            <h2>{say(words::CHANGE_TITLE)}</h2>
            <div class="card">
                <DayField day mistake=Signal::derive(move || mistake.get()) />
                <FeelingFields feeling exercised stiff later=true />
            </div>
            <div class="cluster">
                <Button
                    label=say(phrases::common::CANCEL)
                    kind=ButtonKind::Quiet
                    on_press=move |()| {
                        editing.set(false);
                        focus_next("main h1");
                    }
                />
                <Button
                    label=say(phrases::common::SAVE)
                    icon=Icon::Check
                    kind=ButtonKind::Primary
                    on_press=save
                />
            </div>
        </section>
    }
}

/// The button that was pressed is gone by then, and what takes its place is there.
fn focus_next(selector: &'static str) {
    request_animation_frame(move || page::focus(selector));
}

#[component]
pub(super) fn DayField(
    day: RwSignal<String>,
    #[prop(into)] mistake: Signal<Option<Mistake>>,
) -> impl IntoView {
    let error = move || match mistake.get() {
        Some(Mistake::NoDay) => Some(say(words::NO_DATE)),
        Some(Mistake::DayInFuture) => Some(say(words::FUTURE_DATE)),
        _ => None,
    };
    view! {
        <TextField
            id="day"
            label=say(words::DATE)
            kind="date"
            value=day
            on_input=move |text| day.set(text)
            error=MaybeProp::derive(error)
        />
    }
}

pub(super) fn score(mark: Mark) -> String {
    fill(words::OF_TEN, &[("n", &mark.value().to_string())])
}

fn place_words(place: BodyPart) -> String {
    use phrases::check as words;
    say(match place {
        BodyPart::HipLeft => words::HIP_LEFT,
        BodyPart::HipRight => words::HIP_RIGHT,
        BodyPart::LowBack => words::LOW_BACK,
        BodyPart::Knee => words::KNEE,
        BodyPart::Other => words::OTHER,
    })
}
