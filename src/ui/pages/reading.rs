//! Uitleg: the chapters, and the way to rules, glossary and safety.

use leptos::prelude::*;

use crate::{
    app::view::reading::reading_time,
    content::{
        phrases::{self, reading as words},
        reading::reading,
    },
    domain::reading::Chapter,
    route::Route,
    ui::{
        components::{
            card::Card,
            header::PageHeader,
            icon::{Glyph, Icon},
            row::{Row, Rows},
        },
        words::{fill, language, read, say},
    },
};

#[component]
pub(super) fn ReadingPage() -> impl IntoView {
    let further = [
        (Route::Safety, words::SAFETY, words::SAFETY_TEXT),
        (Route::Rules, phrases::rules::TITLE, words::RULES_TEXT),
        (Route::Glossary, phrases::glossary::TITLE, words::GLOSSARY_TEXT),
    ];
    view! {
        <div class="page page--wide">
            <PageHeader title=say(words::TITLE) lead=say(words::LEAD) />
            <section class="section">
                <h2>{say(words::CHAPTERS)}</h2>
                <div class="tiles">
                    {reading().chapters.iter().map(|chapter| view! { <ChapterCard chapter /> }).collect_view()}
                </div>
            </section>
            <section class="section">
                <h2>{say(words::MORE)}</h2>
                <Rows>
                    {further
                        .map(|(route, title, text)| {
                            let href = format!("#{}", route.path());
                            view! { <Row title=say(title) detail=say(text) href /> }
                        })
                        .into_iter()
                        .collect_view()}
                </Rows>
            </section>
        </div>
    }
}

#[component]
fn ChapterCard(chapter: &'static Chapter) -> impl IntoView {
    let href = format!("#{}", Route::Chapter(chapter.slug.clone()).path());
    view! {
        <Card title=read(&chapter.title) href>
            <p>{read(&chapter.summary)}</p>
            <ReadingTime chapter />
        </Card>
    }
}

#[component]
pub(super) fn ReadingTime(chapter: &'static Chapter) -> impl IntoView {
    let minutes = reading_time(chapter, language()).to_string();
    view! {
        <p class="facts">
            <span class="facts__fact">
                <Glyph icon=Icon::Clock />
                {fill(words::MINUTES, &[("n", &minutes)])}
            </span>
        </p>
    }
}
