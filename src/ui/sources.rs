//! Where a number or a sentence comes from, one press away.

use leptos::prelude::*;

use super::{
    components::source::{SourceButton, SourceKind, SourceTag},
    words::{fill, read, say},
};
use crate::{
    app::view::{
        exercise::Source,
        reading::{Citation, Cited, cite, grounds},
    },
    content::{
        phrases::{self, Phrase, rules as words},
        reading::reading,
    },
    domain::reading::{Basis, Ground, Rule},
    route::Route,
};

/// The ID of the one popover of a page.
const SHEET: &str = "source-sheet";

/// The IDs behind what was pressed last.
#[derive(Clone, Copy)]
struct Asked(RwSignal<Vec<String>>);

/// A page with source tags in it stands inside this: the popover that they open comes with it.
#[component]
pub(super) fn WithSources(children: Children) -> impl IntoView {
    let asked = RwSignal::new(Vec::new());
    provide_context(Asked(asked));
    view! {
        {children()}
        <div class="source-sheet" id=SHEET popover="auto" role="dialog" aria-labelledby="source-title">
            {move || {
                let ids = asked.get();
                (!ids.is_empty()).then(|| view! { <AllTold ids /> })
            }}
        </div>
    }
}

fn kind_of(id: &str) -> (SourceKind, Phrase) {
    match Cited::by(id) {
        Cited::Article => (SourceKind::Article, phrases::common::FROM_ARTICLE),
        Cited::Ours => (SourceKind::Ours, phrases::common::OURS),
        Cited::Conflict => (SourceKind::Ours, words::CONFLICT),
        Cited::Literature => (SourceKind::Article, words::LITERATURE),
    }
}

/// "uit artikel R0.16", which opens what that rule says.
#[component]
pub(super) fn RuleTag(id: String) -> impl IntoView {
    let Asked(asked) = expect_context::<Asked>();
    let (kind, label) = kind_of(&id);
    let rule = id.clone();
    view! {
        <SourceButton
            kind
            label=say(label)
            rule
            target=SHEET
            on_press=move |()| asked.set(vec![id.clone()])
        />
    }
}

/// What stands behind something that a page decides: a press opens it in place, or on the page of
/// all rules where there is no place for it.
#[component]
pub(super) fn Receipts(#[prop(into)] rules: Vec<&'static str>) -> impl IntoView {
    let here = use_context::<Asked>().is_some();
    let tags = rules.into_iter().map(|id| {
        if here {
            return view! { <RuleTag id=id.to_owned() /> }.into_any();
        }
        let (kind, label) = kind_of(id);
        let href = format!("#{}", Route::Rules.path());
        view! { <SourceTag kind label=say(label) rule=id href /> }.into_any()
    });
    let tags: Vec<_> = tags.collect();
    (!tags.is_empty()).then(|| view! { <p class="cluster">{tags}</p> })
}

#[component]
pub(super) fn RuleTags(ids: &'static [String]) -> impl IntoView {
    let tags = ids.iter().map(|id| view! { <RuleTag id=id.clone() /> }).collect_view();
    view! { <div class="cluster">{tags}</div> }
}

/// The source of one number.
#[component]
pub(super) fn NumberSource(source: Source) -> impl IntoView {
    match source {
        Source::Rule(id) => view! { <RuleTag id /> }.into_any(),
        Source::Ours => {
            view! { <SourceTag kind=SourceKind::Ours label=say(phrases::common::OURS) /> }
                .into_any()
        }
        Source::Advised => view! { <span class="dose__rules">{advised()}</span> }.into_any(),
    }
}

fn advised() -> String {
    say(phrases::advised_plan::SOURCE)
}

/// A dose with the rules behind its numbers, which a press opens.
#[component]
pub(super) fn DoseButton(dose: String, sources: Vec<Source>) -> impl IntoView {
    let Asked(asked) = expect_context::<Asked>();
    let by_physio = sources.contains(&Source::Advised).then(advised);
    let ids: Vec<String> = sources
        .into_iter()
        .filter_map(|source| match source {
            Source::Rule(id) => Some(id),
            Source::Ours | Source::Advised => None,
        })
        .collect();
    let said: Vec<String> = by_physio.into_iter().chain(ids.iter().cloned()).collect();
    let rules = if said.is_empty() { say(phrases::common::OURS) } else { said.join(" · ") };
    if ids.is_empty() {
        return view! { <p class="dose">{dose} " " <span class="dose__rules">{rules}</span></p> }
            .into_any();
    }
    let opens = say(phrases::dose_source::OPEN);
    view! {
        <button
            type="button"
            class="dose"
            popovertarget=SHEET
            popovertargetaction="show"
            on:click=move |_| asked.set(ids.clone())
        >
            <span>{dose}</span>
            <span class="dose__rules">{rules}</span>
            <span class="only-heard">{opens}</span>
        </button>
    }
    .into_any()
}

/// "uit artikel R0.17 · onze keuze X1", where a press already means something else.
pub(super) fn said_by(sources: &[Source]) -> String {
    let told = sources.iter().map(|source| match source {
        Source::Rule(id) if Cited::by(id) == Cited::Article => {
            format!("{} {id}", say(phrases::common::FROM_ARTICLE))
        }
        Source::Rule(id) => format!("{} {id}", say(phrases::common::OURS)),
        Source::Ours => say(phrases::common::OURS),
        Source::Advised => advised(),
    });
    told.collect::<Vec<_>>().join(" · ")
}

/// What carries a rule: its article, or the grounds of one of ours.
#[component]
pub(super) fn RuleBasis(rule: &'static Rule) -> impl IntoView {
    let reading = reading();
    match &rule.basis {
        Basis::Article(code) => {
            let title = reading.source(code).map(|source| read(&source.title)).unwrap_or_default();
            view! { <p class="note">{fill(words::BASIS_ARTICLE, &[("code", code), ("title", &title)])}</p> }
                .into_any()
        }
        Basis::Ours(_) => {
            let grounds =
                grounds(rule).iter().map(|ground| view! { <li>{ground_words(ground)}</li> });
            view! {
                <p class="note">{say(words::BASIS)}":"</p>
                <ul class="note grounds">{grounds.collect_view()}</ul>
            }
            .into_any()
        }
    }
}

fn ground_words(ground: &Ground) -> String {
    let reading = reading();
    match ground {
        Ground::Literature(id) => reading
            .reference(id)
            .map_or_else(|| id.clone(), |known| format!("{id}: {}", known.text)),
        Ground::Rule(id) => reading
            .rule(id)
            .map_or_else(|| id.clone(), |known| format!("{id}: {}", read(&known.text))),
        Ground::Practice => say(words::PRACTICE),
        Ground::Policy => say(words::POLICY),
    }
}

/// What stands behind the IDs, one under the other, and the way out.
#[component]
fn AllTold(ids: Vec<String>) -> impl IntoView {
    let all = ids.into_iter().enumerate().map(|(place, id)| {
        let (_, kind) = kind_of(&id);
        let title = format!("{id}, {}", say(kind));
        let told = told(&id);
        // The first title names the sheet and takes the focus.
        let first = place == 0;
        view! {
            <h2
                class="source-sheet__title"
                id=first.then_some("source-title")
                tabindex="-1"
                autofocus=first
            >
                {title}
            </h2>
            {told}
        }
    });
    view! {
        <div class="stack">
            {all.collect_view()}
            <div class="cluster">
                <button
                    type="button"
                    class="button button--secondary"
                    popovertarget=SHEET
                    popovertargetaction="hide"
                >
                    {say(phrases::common::CLOSE)}
                </button>
                <a href=format!("#{}", Route::Rules.path())>{say(words::ALL)}</a>
            </div>
        </div>
    }
}

fn told(id: &str) -> AnyView {
    match cite(reading(), id) {
        None => view! { <p>{say(words::UNKNOWN)}</p> }.into_any(),
        Some(Citation::Rule(rule)) => view! {
            <p>{read(&rule.text)}</p>
            <RuleBasis rule />
        }
        .into_any(),
        Some(Citation::Reference(reference)) => view! {
            <p lang="en">{reference.text.clone()}</p>
            <p class="note">
                {fill(words::VERIFICATION, &[("how", &read(&reference.verification))])}
            </p>
        }
        .into_any(),
        Some(Citation::Conflict(conflict)) => view! {
            <p>{read(&conflict.issue)}</p>
            <p>
                <b>{say(words::RESOLUTION)}": "</b>
                {read(&conflict.resolution)}
            </p>
        }
        .into_any(),
    }
}
