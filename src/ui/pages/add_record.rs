//! A session done without the app, written down afterwards.

use leptos::prelude::*;

use super::{
    felt::{Feeling, FeelingFields},
    record::{DayField, back_to_history},
};
use crate::{
    app::{
        afterwards::{MOST_MINUTES, Mistake, Recollection},
        event::Event,
    },
    browser::{document as page, random},
    content::phrases::{self, add_record as words},
    domain::{
        programme::{Programme, SessionId},
        record::After,
        routine::{Routine, own_session},
    },
    ui::{
        components::{
            button::{Button, ButtonKind},
            field::TextField,
            header::PageHeader,
            icon::Icon,
        },
        runtime::runtime,
        words::{fill, read, say},
    },
};

#[component]
pub(super) fn AddRecord() -> impl IntoView {
    let runtime = runtime();
    let session = RwSignal::new(None::<SessionId>);
    let day = RwSignal::new(runtime.moment().day().iso());
    let minutes = RwSignal::new(String::new());
    let feeling = Feeling::new(&After::default());
    let mistakes = RwSignal::new(Vec::<Mistake>::new());
    suggest_length(session, minutes);
    let save = move |()| {
        let told = Recollection {
            session: session.get_untracked(),
            day: day.get_untracked(),
            minutes: minutes.get_untracked(),
            after: feeling.read(),
        };
        let mut chance = [0; 10];
        random::fill(&mut chance);
        match runtime.peek(|model| model.recollect(&told, chance, runtime.moment())) {
            Ok(record) => runtime.dispatch(Event::AddedAfterwards(record)),
            Err(found) => {
                page::focus(field_of(found.first().copied()));
                mistakes.set(found);
            }
        }
    };
    let day_mistake = move || {
        let found = mistakes.get();
        found.into_iter().find(|one| matches!(one, Mistake::NoDay | Mistake::DayInFuture))
    };
    let minutes_error = move || {
        let wrong = mistakes.read().contains(&Mistake::NoMinutes);
        wrong.then(|| fill(words::NO_MINUTES, &[("most", &MOST_MINUTES.to_string())]))
    };
    view! {
        <div class="page">
            <PageHeader title=say(words::TITLE) back=back_to_history() lead=say(words::LEAD) />
            <div class="card">
                <SessionField session mistakes />
                <DayField day mistake=Signal::derive(day_mistake) />
                <TextField
                    id="minutes"
                    label=say(words::MINUTES)
                    kind="number"
                    value=minutes
                    on_input=move |text| minutes.set(text)
                    error=MaybeProp::derive(minutes_error)
                />
            </div>
            <section class="section">
                <h2>{say(words::HOW_IT_FELT)}</h2>
                <p class="note">{say(phrases::finish::OPTIONAL)}</p>
                <div class="card">
                    <FeelingFields feeling exercised=true later=false />
                </div>
            </section>
            <Button
                label=say(phrases::common::SAVE)
                kind=ButtonKind::Primary
                big=true
                icon=Icon::Check
                on_press=save
            />
        </div>
    }
}

/// The length of the chosen session, until somebody types another.
fn suggest_length(session: RwSignal<Option<SessionId>>, minutes: RwSignal<String>) {
    let runtime = runtime();
    Effect::new(move |suggested: Option<String>| {
        let suggested = suggested.unwrap_or_default();
        let Some(id) = session.get() else { return suggested };
        if minutes.get_untracked() != suggested {
            return suggested;
        }
        let lasts = runtime.peek(|model| model.lasts(&id, runtime.moment()));
        let length = lasts.map(|lasts| lasts.0.div_ceil(60).max(1).to_string());
        let length = length.unwrap_or_default();
        minutes.set(length.clone());
        length
    });
}

#[component]
fn SessionField(
    session: RwSignal<Option<SessionId>>,
    mistakes: RwSignal<Vec<Mistake>>,
) -> impl IntoView {
    let programmes = runtime().peek(|model| &model.catalogue.programmes);
    let missing = move || mistakes.read().contains(&Mistake::NoSession);
    view! {
        <div class="field">
            <label class="field__label" for="session">{say(words::SESSION)}</label>
            <select
                class="field__input"
                id="session"
                aria-describedby="session-notes"
                aria-invalid=move || missing().then_some("true")
                on:change:target=move |chosen| {
                    let id = chosen.target().value();
                    session.set((!id.is_empty()).then_some(SessionId(id)));
                }
            >
                <option value="">{say(words::CHOOSE)}</option>
                {own_options()}
                {programmes.iter().map(options).collect_view()}
            </select>
            <div id="session-notes">
                {move || missing().then(|| view! { <p class="field__error">{say(words::NO_SESSION)}</p> })}
            </div>
        </div>
    }
}

/// One's own routines first, where there are any.
fn own_options() -> Option<impl IntoView> {
    let own: Vec<(String, String)> = runtime().peek(|model| {
        let named = |(id, own): (_, &Routine)| (own_session(id).0, own.name.as_str().to_owned());
        model.routines().map(named).collect()
    });
    (!own.is_empty()).then(|| {
        let options = own.into_iter().map(|(id, name)| view! { <option value=id>{name}</option> });
        view! { <optgroup label=say(phrases::routines::TITLE)>{options.collect_view()}</optgroup> }
    })
}

fn options(programme: &'static Programme) -> impl IntoView {
    let sessions = programme.sessions.iter();
    let options = sessions
        .map(|outline| view! { <option value=outline.id.0.clone()>{read(&outline.name)}</option> });
    view! { <optgroup label=read(&programme.plain_name)>{options.collect_view()}</optgroup> }
}

/// Where the first mistake can be mended.
fn field_of(mistake: Option<Mistake>) -> &'static str {
    match mistake {
        None | Some(Mistake::NoSession) => "#session",
        Some(Mistake::NoDay | Mistake::DayInFuture) => "#day",
        Some(Mistake::NoMinutes) => "#minutes",
    }
}
