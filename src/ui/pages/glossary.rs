//! Begrippen: words of the field in plain words.

use leptos::prelude::*;

use crate::{
    app::view::reading::find_terms,
    content::{
        phrases::{self, glossary as words},
        reading::reading,
    },
    domain::{reading::Term, text::Language},
    route::Route,
    ui::{
        components::{
            empty::Empty,
            header::{BackLink, PageHeader},
            icon::Icon,
            search::SearchField,
        },
        words::{fill, language, read, say},
    },
};

#[component]
pub(super) fn Glossary() -> impl IntoView {
    let language = language();
    let typed = RwSignal::new(String::new());
    let terms = Memo::new(move |_| typed.with(|typed| find_terms(reading(), typed, language)));
    let back = BackLink {
        href: format!("#{}", Route::Reading.path()),
        label: say(phrases::reading::TITLE),
    };
    let count = move || match terms.read().len() {
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
                let terms = terms.get();
                if terms.is_empty() {
                    let text = fill(words::EMPTY_TEXT, &[("words", typed.get_untracked().trim())]);
                    view! { <Empty icon=Icon::Search title=say(words::EMPTY_TITLE) text /> }.into_any()
                } else {
                    let rows = terms.into_iter().map(|term| view! { <TermRow term /> });
                    view! { <dl class="glossary">{rows.collect_view()}</dl> }.into_any()
                }
            }}
        </div>
    }
}

#[component]
fn TermRow(term: &'static Term) -> impl IntoView {
    let (other, tongue) = match language() {
        Language::Dutch => (term.name.english.clone(), Language::English),
        Language::English => (term.name.dutch.clone(), Language::Dutch),
    };
    let same = other == read(&term.name);
    view! {
        <div>
            <dt>
                {read(&term.name)}
                {(!same)
                    .then(|| {
                        view! { <span class="glossary__other">" · "<span lang=tongue.tag()>{other}</span></span> }
                    })}
            </dt>
            <dd>{read(&term.definition)}</dd>
        </div>
    }
}
