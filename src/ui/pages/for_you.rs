//! "Voor jou" on the page of a session: what this person's conditions change about it.

use leptos::prelude::*;

use crate::{
    content::phrases::{advised_plan, amber, for_you as words, found},
    domain::{fitting::ForYou, programme::SessionOutline},
    ui::{
        components::notice::Notice,
        pages::found::date,
        runtime::runtime,
        words::{fill, read, say},
    },
};

#[component]
pub(super) fn ForYouNotice(outline: &'static SessionOutline) -> impl IntoView {
    let runtime = runtime();
    let said = runtime.memo(move |model, now| {
        let advice = model.advice(now).into_iter().map(read);
        let changes = model.for_you(outline, now);
        let leads = model.permit(None, now).leaves_planning_to_clinician();
        let clinician = leads.then(|| say(amber::CLINICIAN)).into_iter();
        clinician.chain(advice).chain(changes.into_iter().map(sentence)).collect::<Vec<_>>()
    });
    move || {
        let lines = said.get();
        (!lines.is_empty()).then(|| {
            view! {
                <Notice title=say(words::TITLE)>
                    <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                </Notice>
            }
        })
    }
}

fn sentence(one: ForYou) -> String {
    match one {
        ForYou::Differently { exercise, how } => {
            let (name, text) = (read(&exercise.plain_name), read(&how.text));
            fill(words::DIFFERENTLY, &[("exercise", &name), ("text", &text)])
        }
        ForYou::Instead { from, exercise, how } => {
            let (name, text) = (read(&exercise.plain_name), read(&how.text));
            let from = read(&from.plain_name);
            fill(words::INSTEAD, &[("exercise", &name), ("from", &from), ("text", &text)])
        }
        ForYou::Without(exercise) => {
            fill(words::WITHOUT, &[("exercise", &read(&exercise.plain_name))])
        }
        ForYou::NotYet(exercise) => {
            fill(words::NOT_YET, &[("exercise", &read(&exercise.plain_name))])
        }
        ForYou::JumpedLately(exercise) => {
            fill(words::JUMPED_LATELY, &[("exercise", &read(&exercise.plain_name))])
        }
        ForYou::Advised(exercise) => {
            fill(advised_plan::LEFT, &[("exercise", &read(&exercise.plain_name))])
        }
        ForYou::Painful { exercise, pain } => {
            let (name, date) = (read(&exercise.plain_name), date(pain.told.last));
            fill(found::SKIPPED, &[("exercise", &name), ("date", &date)])
        }
        ForYou::Variant { exercise, variant } => {
            let (name, change) = (read(&variant.name), read(&variant.change));
            let exercise = read(&exercise.plain_name);
            fill(found::VARIANT, &[("exercise", &exercise), ("name", &name), ("change", &change)])
        }
    }
}
