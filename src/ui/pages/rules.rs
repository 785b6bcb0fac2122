//! Regels en bronnen: everything that carries a number or an advice, to be looked up.

use leptos::prelude::*;

use crate::{
    app::view::reading::{Finds, find},
    content::{
        phrases::{self, rules as words},
        reading::reading,
    },
    domain::reading::{Conflict, Reference, Rule},
    route::Route,
    ui::{
        components::{
            disclosure::Disclosure,
            empty::Empty,
            header::{BackLink, PageHeader},
            icon::Icon,
            search::SearchField,
        },
        sources::RuleBasis,
        words::{fill, read, say},
    },
};

#[component]
pub(super) fn Rules() -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let finds = Memo::new(move |_| typed.with(|typed| find(reading(), typed)));
    let back = BackLink {
        href: format!("#{}", Route::Reading.path()),
        label: say(phrases::reading::TITLE),
    };
    let count = move || match finds.read().count() {
        1 => say(words::ONE_HIT),
        n => fill(words::HITS, &[("n", &n.to_string())]),
    };
    view! {
        <div class="page">
            <PageHeader title=say(words::TITLE) lead=say(words::LEAD) back />
            <SearchField
                label=say(words::SEARCH)
                clear=say(words::CLEAR_SEARCH)
                value=typed
                on_input=move |text| typed.set(text)
            />
            <p class="note" role="status">{count}</p>
            {move || {
                let finds = finds.get();
                let text = typed.get_untracked();
                if finds.count() == 0 {
                    view! {
                        <Empty
                            icon=Icon::Search
                            title=say(words::EMPTY_TITLE)
                            text=fill(words::EMPTY_TEXT, &[("words", text.trim())])
                        />
                    }
                    .into_any()
                } else {
                    // What somebody looked for lies open; the whole list lies folded.
                    view! { <Lists finds open=!text.trim().is_empty() /> }.into_any()
                }
            }}
            <Sources />
        </div>
    }
}

#[component]
fn Lists(finds: Finds, open: bool) -> impl IntoView {
    let Finds { groups, conflicts, references } = finds;
    let fold = move |title: String, count: usize, body: AnyView| {
        let summary = fill(words::COUNT, &[("title", &title), ("n", &count.to_string())]);
        (count > 0).then(|| {
            view! {
                <Disclosure summary open>
                    <ul class="rules" role="list">{body}</ul>
                </Disclosure>
            }
        })
    };
    let rules = groups.into_iter().map(move |(code, rules)| {
        let count = rules.len();
        let body = rules.into_iter().map(|rule| view! { <RuleRow rule /> }).collect_view();
        fold(group_title(code), count, body.into_any())
    });
    let conflict_rows =
        conflicts.iter().map(|conflict| view! { <ConflictRow conflict /> }).collect_view();
    let reference_rows =
        references.iter().map(|reference| view! { <ReferenceRow reference /> }).collect_view();
    view! {
        <div>
            {rules.collect_view()}
            {fold(say(words::CONFLICTS), conflicts.len(), conflict_rows.into_any())}
            {fold(say(words::REFERENCES), references.len(), reference_rows.into_any())}
        </div>
    }
}

fn group_title(code: Option<&str>) -> String {
    code.map_or_else(
        || say(words::GROUP_OURS),
        |code| {
            let title = reading().source(code).map(|source| read(&source.title));
            let title = title.unwrap_or_default();
            fill(words::GROUP_ARTICLE, &[("code", code), ("title", &title)])
        },
    )
}

#[component]
fn RuleRow(rule: &'static Rule) -> impl IntoView {
    let kind = reading().kind(&rule.kind).map(|kind| read(&kind.name));
    view! {
        <li class="rules__rule">
            <h2 class="rules__id">
                {rule.id.clone()}
                {kind.map(|kind| view! { <span class="rules__kind">", "{kind}</span> })}
            </h2>
            <p>{read(&rule.text)}</p>
            <RuleBasis rule />
        </li>
    }
}

#[component]
fn ConflictRow(conflict: &'static Conflict) -> impl IntoView {
    view! {
        <li class="rules__rule">
            <h2 class="rules__id">{conflict.id.clone()}</h2>
            <p>{read(&conflict.issue)}</p>
            <p>
                <b>{say(words::RESOLUTION)}": "</b>
                {read(&conflict.resolution)}
            </p>
        </li>
    }
}

#[component]
fn ReferenceRow(reference: &'static Reference) -> impl IntoView {
    let how = read(&reference.verification);
    view! {
        <li class="rules__rule">
            <h2 class="rules__id">{reference.id.clone()}</h2>
            <p lang="en">{reference.text.clone()}</p>
            <p class="note">{fill(words::VERIFICATION, &[("how", &how)])}</p>
        </li>
    }
}

#[component]
fn Sources() -> impl IntoView {
    let sources = reading().sources.iter().map(|source| {
        view! {
            <div>
                <dt>{source.code.clone()}" · "{read(&source.title)}</dt>
                <dd>{read(&source.about)}</dd>
            </div>
        }
    });
    view! {
        <section class="section">
            <h2>{say(words::SOURCES)}</h2>
            <dl class="glossary">{sources.collect_view()}</dl>
        </section>
    }
}
