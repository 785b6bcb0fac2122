//! One chapter of Uitleg, with the rules that carry each part of it.

use leptos::prelude::*;

use super::{NotFound, reading::ReadingTime};
use crate::{
    app::view::reading::{next_chapter, programmes_of},
    content::{catalogue, phrases::reading as words, reading::reading},
    domain::reading::{Chapter, ChapterPart},
    route::Route,
    ui::{
        components::{
            button::{ButtonKind, ButtonLink},
            card::{Card, CardKind},
            header::{BackLink, PageHeader},
            row::{Row, Rows},
        },
        sources::{RuleTags, WithSources},
        words::{fill, read, say},
    },
};

#[component]
pub(super) fn ChapterPage(slug: String) -> impl IntoView {
    match reading().chapter(&slug) {
        Some(chapter) => view! { <WithSources><Found chapter /></WithSources> }.into_any(),
        None => view! { <NotFound address=Route::Chapter(slug).path() /> }.into_any(),
    }
}

#[component]
fn Found(chapter: &'static Chapter) -> impl IntoView {
    let back = BackLink { href: format!("#{}", Route::Reading.path()), label: say(words::TITLE) };
    let programmes = programmes_of(catalogue(), chapter).map(|programme| {
        let href = format!("#{}", Route::Programme(programme.id.clone()).path());
        let detail = read(&programme.for_whom);
        view! { <Row title=read(&programme.plain_name) detail href /> }
    });
    let next = next_chapter(reading(), &chapter.slug).map(|next| {
        let label = fill(words::AFTER, &[("title", &read(&next.title))]);
        let href = format!("#{}", Route::Chapter(next.slug.clone()).path());
        view! {
            <nav class="reading__onward" aria-label=say(words::TITLE)>
                <ButtonLink label href kind=ButtonKind::Secondary />
            </nav>
        }
    });
    view! {
        <article class="page reading">
            <PageHeader title=read(&chapter.title) lead=read(&chapter.summary) back />
            <ReadingTime chapter />
            <div class="prose">
                {chapter.parts.iter().map(|part| view! { <Part part /> }).collect_view()}
            </div>
            {reading()
                .source(&chapter.source)
                .map(|source| {
                    view! {
                        <Card title=say(words::SOURCE) kind=CardKind::Flat>
                            <p><b>{source.code.clone()}</b>" · "{read(&source.title)}</p>
                            <p class="note">{read(&source.about)}</p>
                        </Card>
                    }
                })}
            <section class="section">
                <h2>{say(words::PROGRAMMES)}</h2>
                <Rows>{programmes.collect_view()}</Rows>
            </section>
            {next}
        </article>
    }
}

#[component]
fn Part(part: &'static ChapterPart) -> impl IntoView {
    view! {
        <h2>{read(&part.heading)}</h2>
        {part.paragraphs.iter().map(|text| view! { <p>{read(text)}</p> }).collect_view()}
        <RuleTags ids=&part.rules />
    }
}
