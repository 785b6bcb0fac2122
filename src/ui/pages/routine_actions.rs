//! What can be done with a routine: keep it, start it, copy it, take it away.

use leptos::prelude::*;

use super::{
    routine::{Making, is_of_name},
    routine_words::problem,
    routines::Without,
    today::GateNotice,
};
use crate::{
    app::{
        event::Event,
        view::routines::{DraftView, Standing},
    },
    browser::{document as page, random},
    content::phrases::{self, routine as words},
    domain::{
        record::RecordId,
        routine::{Routine, draft::Draft, own_session, review::Problem},
    },
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            icon::Icon,
        },
        runtime::runtime,
        words::{minutes, say},
    },
};

#[component]
pub(super) fn Actions(
    target: Option<RecordId>,
    kept: Memo<Option<Routine>>,
    draft: RwSignal<Draft>,
    shown: Memo<DraftView>,
    problems: RwSignal<Vec<Problem>>,
) -> impl IntoView {
    let runtime = runtime();
    let Making(making) = expect_context::<Making>();
    let finish = move |draft: &Draft| {
        runtime.peek(|model| draft.finish(model.catalogue, model.age(runtime.moment())))
    };
    let saved = Memo::new(move |_| {
        let now = draft.with(finish).ok();
        kept.with(|kept| kept.is_some() && *kept == now)
    });
    let save = move |()| match draft.with_untracked(finish) {
        Ok(routine) => {
            problems.write().clear();
            if let Some(id) = target {
                runtime.dispatch(Event::ChangedRoutine { id, routine });
            } else {
                making.set(None);
                runtime.dispatch(Event::MadeRoutine { routine, chance: chance() });
            }
        }
        Err(found) => {
            if found.iter().any(is_of_name) {
                page::focus("#routine-name");
            }
            problems.set(found);
        }
    };
    let others = move || {
        let found = problems.get().into_iter();
        let others = found.filter(|one| !is_of_name(one));
        others
            .map(|one| view! { <p class="field__error" role="alert">{problem(&one)}</p> })
            .collect_view()
    };
    let standing = Memo::new(move |_| shown.read().standing.clone());
    let start = move || {
        let standing = standing.get();
        match (target, saved.get()) {
            (Some(id), true) => {
                let open = matches!(standing, Standing::Open { .. });
                let href = format!("#{}", Route::Check(own_session(id)).path());
                let label = format!("{} ({})", say(words::START), minutes(shown.get().lasts));
                view! {
                    <Without standing />
                    {open
                        .then(|| {
                            view! {
                                <ButtonLink
                                    label
                                    href
                                    kind=ButtonKind::Primary
                                    big=true
                                    icon=Icon::Play
                                />
                            }
                        })}
                }
                .into_any()
            }
            _ => view! {
                <Without standing />
                <p class="note">{say(words::SAVE_FIRST)}</p>
                <Button
                    label=say(phrases::common::SAVE)
                    kind=ButtonKind::Primary
                    big=true
                    icon=Icon::Check
                    on_press=save
                />
            }
            .into_any(),
        }
    };
    let with_kept = target.map(|id| {
        view! {
            <div class="cluster">
                <Button
                    label=say(words::COPY)
                    icon=Icon::Plus
                    on_press=move |()| runtime.dispatch(Event::CopiedRoutine { id, chance: chance() })
                />
                <Button
                    label=say(phrases::common::DELETE)
                    kind=ButtonKind::Danger
                    icon=Icon::Trash
                    on_press=move |()| runtime.dispatch(Event::DeletedRoutine(id))
                />
            </div>
        }
    });
    view! {
        <section class="section">
            <GateNotice />
            {others}
            {start}
            {with_kept}
        </section>
    }
}

fn chance() -> [u8; 10] {
    let mut chance = [0; 10];
    random::fill(&mut chance);
    chance
}
