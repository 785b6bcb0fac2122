//! A quiet row when a stretch session of today changed what the comparison shows, and when twelve
//! weeks have gone by.

use leptos::prelude::*;

use crate::{
    app::model::Model,
    content::phrases::compare as words,
    route::Route,
    ui::{
        components::row::{Row, Rows},
        pages::comparing::answer_title,
        runtime::runtime,
        words::say,
    },
};

#[component]
pub(super) fn ComparisonNews() -> impl IntoView {
    let runtime = runtime();
    let news = runtime.memo(Model::comparison_news);
    let again = runtime.memo(Model::asks_to_compare_again);
    let href = || format!("#{}", Route::Comparing.path());
    move || {
        let told = news.get().map(|answer| (say(words::NEWS), answer_title(answer)));
        let told =
            told.or_else(|| again.get().then(|| (say(words::AGAIN_TITLE), say(words::LINK))));
        told.map(|(title, detail)| {
            view! { <Rows><Row title detail href=href() /></Rows> }
        })
    }
}
