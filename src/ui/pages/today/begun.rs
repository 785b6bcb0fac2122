//! What was begun and not ended, and the way back to it.

use leptos::prelude::*;

use crate::{
    app::{
        event::Event,
        lease::{LeaseEvent, Watched},
        model::Model,
    },
    archive::journal::Journal,
    browser::intl,
    content::phrases,
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            icon::Icon,
        },
        pages::history,
        runtime::runtime,
        words::{fill, language, read, say, side as side_name},
    },
};

/// Sessions that a closed page or an empty battery left unfinished.
#[component]
pub(super) fn Begun() -> impl IntoView {
    let runtime = runtime();
    let begun = runtime.memo(|model, _| {
        let mut begun = model.begun_sessions();
        begun.retain(|journal| Some(journal.opening.record) != model.lease.elsewhere);
        begun
    });
    let watched = runtime.memo(Model::watched);
    let running = runtime.memo(|model, _| model.live.is_some());
    let way_back = move || {
        running.get().then(|| {
            let href = format!("#{}", Route::Player.path());
            view! {
                <article class="card card--chosen">
                    <h2 class="card__title">{say(phrases::today::CONTINUE_TITLE)}</h2>
                    <div class="card__actions">
                        <ButtonLink
                            label=say(phrases::today::CONTINUE)
                            href
                            kind=ButtonKind::Primary
                            big=true
                            icon=Icon::Play
                        />
                    </div>
                </article>
            }
        })
    };
    let left = move || {
        begun.get().into_iter().map(|journal| view! { <BegunSession journal /> }).collect_view()
    };
    let elsewhere = move || watched.get().map(|watched| view! { <LedElsewhere watched /> });
    view! {
        {way_back}
        {elsewhere}
        {left}
    }
}

/// Another page leads a session: this one follows it, and can take over.
#[component]
fn LedElsewhere(watched: Watched) -> impl IntoView {
    let runtime = runtime();
    let id = watched.id;
    let name = runtime.peek(|model| history::name(&model.named(&watched.session)));
    let now = watched.now.map(|now| {
        let (block, blocks) = ((now.block + 1).to_string(), now.blocks.to_string());
        let what = match now.side {
            Some(side) => format!("{}, {}", read(&now.exercise.plain_name), side_name(Some(side))),
            None => read(&now.exercise.plain_name),
        };
        let fields = [("exercise", what.as_str()), ("n", &block), ("of", &blocks)];
        view! { <p>{fill(phrases::today::ELSEWHERE_NOW, &fields)}</p> }
    });
    view! {
        <article class="card card--chosen">
            <h2 class="card__title">{say(phrases::today::ELSEWHERE_TITLE)}</h2>
            <p>{fill(phrases::today::ELSEWHERE_TEXT, &[("session", &name)])}</p>
            {now}
            <div class="card__actions">
                <Button
                    label=say(phrases::today::ELSEWHERE_TAKE)
                    kind=ButtonKind::Secondary
                    big=true
                    on_press=move |()| runtime.dispatch(Event::Lease(LeaseEvent::TookOver(id)))
                />
            </div>
        </article>
    }
}

#[component]
fn BegunSession(journal: Journal) -> impl IntoView {
    let runtime = runtime();
    let opening = &journal.opening;
    let id = opening.record;
    let name = runtime.peek(|model| history::name(&model.named(&opening.session)));
    let time = intl::time_of_day(opening.started_wall, opening.offset, language());
    view! {
        <article class="card card--chosen">
            <h2 class="card__title">{say(phrases::today::CONTINUE_TITLE)}</h2>
            <p>{fill(phrases::today::CONTINUE_TEXT, &[("session", &name), ("time", &time)])}</p>
            <div class="card__actions">
                <Button
                    label=say(phrases::today::CONTINUE)
                    kind=ButtonKind::Primary
                    big=true
                    icon=Icon::Play
                    on_press=move |()| runtime.dispatch(Event::ChoseToGoOn(id))
                />
                <Button
                    label=say(phrases::today::KEEP_DONE)
                    kind=ButtonKind::Secondary
                    on_press=move |()| runtime.dispatch(Event::ChoseToKeepWhatWasDone(id))
                />
                <Button
                    label=say(phrases::today::DROP)
                    kind=ButtonKind::Quiet
                    on_press=move |()| runtime.dispatch(Event::ChoseToDrop(id))
                />
            </div>
        </article>
    }
}
