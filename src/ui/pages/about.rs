//! What Soepel is and is not, what it rests on, and who has not looked at it yet.

use leptos::prelude::*;

use crate::{
    content::{
        phrases::{self, about as words, news},
        reading::reading,
    },
    domain::reading::Release,
    ui::{
        components::{
            disclosure::Disclosure,
            header::{BackLink, PageHeader},
            notice::Notice,
            row::{Row, Rows},
        },
        words::{fill, read, say},
    },
};

#[component]
pub(super) fn About() -> impl IntoView {
    let back = BackLink { href: "#/instellingen".to_owned(), label: say(phrases::nav::SETTINGS) };
    let sources = reading().sources.iter().map(|source| {
        let code = source.code.clone();
        view! {
            <Row
                title=read(&source.title)
                detail=read(&source.about)
                lead=move || view! { <span class="source source--article">{code.clone()}</span> }
            />
        }
    });
    let releases = reading().releases.iter().enumerate().map(|(place, release)| {
        let name = fill(news::VERSION, &[("version", &release.version)]);
        view! {
            <Disclosure summary=name open=place == 0>
                <Points release />
            </Disclosure>
        }
    });
    view! {
        <div class="page settings">
            <PageHeader title=say(words::TITLE) back lead=say(words::LEAD) />
            <section class="settings__group">
                <h2 class="settings__title">{say(news::TITLE)}</h2>
                <div>{releases.collect_view()}</div>
            </section>
            <section class="settings__group">
                <h2 class="settings__title">{say(words::IS)}</h2>
                <p>{say(words::IS_TEXT)}</p>
            </section>
            <section class="settings__group">
                <h2 class="settings__title">{say(words::IS_NOT)}</h2>
                <p>{say(words::IS_NOT_TEXT)}</p>
                <Notice title=say(words::NOT_REVIEWED_TITLE)>
                    <p>{say(words::NOT_REVIEWED)}</p>
                </Notice>
            </section>
            <section class="settings__group">
                <h2 class="settings__title">{say(words::SOURCES)}</h2>
                <p>{say(words::SOURCES_TEXT)}</p>
                <Rows>{sources.collect_view()}</Rows>
                <p class="cluster">
                    <a href="#/bronnen">{say(words::RULES_LINK)}</a>
                    <a href="#/begrippen">{say(words::GLOSSARY_LINK)}</a>
                </p>
            </section>
            <section class="settings__group">
                <h2 class="settings__title">{say(words::PRIVACY)}</h2>
                <p>{say(words::PRIVACY_TEXT)}</p>
                <p>
                    <a href="#/instellingen/gegevens">{say(words::DATA_LINK)}</a>
                </p>
            </section>
            <p class="note">{fill(words::VERSION, &[("version", env!("CARGO_PKG_VERSION"))])}</p>
        </div>
    }
}

#[component]
fn Points(release: &'static Release) -> impl IntoView {
    view! { <ul>{release.points.iter().map(|point| view! { <li>{read(point)}</li> }).collect_view()}</ul> }
}
