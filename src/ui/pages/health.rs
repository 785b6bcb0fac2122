//! "Gezondheid van je gegevens": what keeps the history, checked, and a report without the history.

use leptos::prelude::*;

use super::health_words::{sentence, title};
use crate::{
    app::{
        event::Event,
        health::{Finding, Verdict},
        model::Model,
    },
    content::phrases::{data_health as words, keeping},
    route::Route,
    ui::{
        components::{
            button::Button,
            header::{BackLink, PageHeader},
            icon::{Glyph, Icon},
            notice::{Notice, NoticeKind},
            row::{Row, Rows},
        },
        runtime::runtime,
        words::{fill, say},
    },
};

#[component]
pub(super) fn Health() -> impl IntoView {
    let runtime = runtime();
    let found = runtime.memo(Model::health);
    let back = BackLink { href: format!("#{}", Route::Data.path()), label: say(keeping::TITLE) };
    let verdict = move || {
        let worst = found.get().iter().map(Finding::verdict).max().unwrap_or(Verdict::Good);
        let (kind, title) = match worst {
            Verdict::Good => (NoticeKind::Done, words::ALL_GOOD),
            Verdict::Unknown | Verdict::Notice => (NoticeKind::Information, words::SOME_NOTICE),
            Verdict::Bad => (NoticeKind::Warning, words::SOME_BAD),
        };
        view! { <Notice kind title=say(title) /> }
    };
    let rows = move || {
        let found = found.get();
        view! { <Rows>{found.into_iter().map(|one| view! { <Checked one /> }).collect_view()}</Rows> }
    };
    let build = runtime.memo(|model, _| model.build_name());
    view! {
        <div class="page settings">
            <PageHeader title=say(words::TITLE) back lead=say(words::LEAD) />
            {verdict}
            {rows}
            <p class="note">{move || fill(words::BUILD, &[("build", &build.get())])}</p>
            <p>
                <Button
                    label=say(words::COPY)
                    icon=Icon::List
                    on_press=move |()| runtime.dispatch(Event::CopiedHealth(report(&found.get_untracked(), &build.get_untracked())))
                />
            </p>
            <p class="note">{say(words::COPY_NOTE)}</p>
        </div>
    }
}

#[component]
fn Checked(one: Finding) -> impl IntoView {
    let verdict = one.verdict();
    let lead = move || {
        let (icon, said) = mark(verdict);
        view! {
            <Glyph icon />
            <span class="only-heard">{said} ": "</span>
        }
    };
    view! { <Row title=title(&one) detail=sentence(&one) lead /> }
}

fn mark(verdict: Verdict) -> (Icon, String) {
    match verdict {
        Verdict::Good => (Icon::Check, say(words::GOOD)),
        Verdict::Unknown => (Icon::Info, say(words::UNKNOWN)),
        Verdict::Notice => (Icon::Info, say(words::NOTICE)),
        Verdict::Bad => (Icon::Warning, say(words::BAD)),
    }
}

/// What somebody may send to whoever helps them: nothing of what they did or feel is in it.
fn report(found: &[Finding], build: &str) -> String {
    let line =
        |one: &Finding| format!("{} - {}: {}", mark(one.verdict()).1, title(one), sentence(one));
    let lines: Vec<String> = found.iter().map(line).collect();
    format!(
        "{}\n{}\n{}\n",
        say(words::TITLE),
        fill(words::BUILD, &[("build", build)]),
        lines.join("\n")
    )
}
