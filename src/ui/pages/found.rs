//! What the self-tests bring to the light, in words (4.1, 4.2).

use leptos::prelude::*;

use crate::{
    browser::intl::{self, DateStyle},
    content::phrases::found as words,
    domain::{clearance::Found, time::Day},
    ui::{
        runtime::runtime,
        words::{fill, language, read, side},
        words_things::movement,
    },
};

/// One sentence for each.
pub(super) fn sentences(found: &Found) -> Vec<String> {
    let painful = found.painful.iter().map(|one| {
        let which = movement(one.movement).to_lowercase();
        let at = side(Some(one.side)).to_lowercase();
        let parts = [("date", &*date(one.told.last)), ("movement", &which), ("side", &at)];
        fill(words::HIP_CHECK, &parts)
    });
    let complaints =
        found.complaints.map(|told| fill(words::COMPLAINTS, &[("date", &date(told.last))]));
    painful.chain(complaints).collect()
}

pub(super) fn date(day: Day) -> String {
    intl::date(day, language(), DateStyle::Long)
}

/// With what it changes, among the answers.
#[component]
pub(super) fn FromTests() -> impl IntoView {
    let runtime = runtime();
    let found = runtime.memo(|model, now| model.profile(now).found);
    move || {
        let found = found.get();
        let lines = sentences(&found);
        let names: Vec<String> = runtime.peek(|model| {
            let hurts =
                model.catalogue.exercises.iter().filter(|one| found.pain_in(&one.id).is_some());
            hurts.map(|one| read(&one.plain_name)).collect()
        });
        let without = (!names.is_empty())
            .then(|| view! { <p>{fill(words::WITHOUT, &[("exercises", &names.join(", "))])}</p> });
        (!lines.is_empty()).then(|| {
            view! {
                <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
                {without}
            }
        })
    }
}
