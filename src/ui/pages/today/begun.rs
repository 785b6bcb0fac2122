//! What was begun and not ended, and the way back to it.

use leptos::prelude::*;

use crate::{
    app::event::Event,
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
        words::{fill, language, say},
    },
};

/// Sessions that a closed page or an empty battery left unfinished.
#[component]
pub(super) fn Begun() -> impl IntoView {
    let runtime = runtime();
    let begun = runtime.memo(|model, _| model.begun_sessions());
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
    view! {
        {way_back}
        {left}
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
