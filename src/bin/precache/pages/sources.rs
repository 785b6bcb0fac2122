//! The page of rules and sources, and the links that lead to it.

use std::fmt::Write;

use soepel::{
    app::view::reading::{cite, find, grounds},
    content::{
        phrases::{common, rules as words},
        reading::reading,
    },
    domain::{
        reading::{Basis, Ground, Rule},
        text::Language,
    },
    route::Route,
};

use super::{
    SOURCES, Written,
    html::{About, Page, escaped},
};

/// The ID of a rule, leading to what it says.
pub(super) fn link(page: &Page, id: &str) -> String {
    let text = escaped(id);
    if cite(reading(), id).is_none() {
        return text;
    }
    let path = SOURCES[usize::from(page.language == Language::English)];
    format!("<a href=\"{}#{text}\">{text}</a>", page.href(path))
}

/// A line of them; nothing without one.
pub(super) fn links(page: &Page, ids: &[String]) -> String {
    if ids.is_empty() {
        return String::new();
    }
    let links: Vec<String> = ids.iter().map(|id| link(page, id)).collect();
    format!("<p class=\"note\">{}</p>\n", links.join(" "))
}

pub(super) fn write(language: Language, address: Option<&str>) -> Written {
    let path = SOURCES[usize::from(language == Language::English)];
    let mut page = Page::new(language, path);
    page.heading(1, page.say(words::TITLE));
    page.paragraph(page.say(words::LEAD));
    let everything = find(reading(), "");
    for (code, rules) in &everything.groups {
        let source = code.and_then(|code| reading().source(code));
        let title = source.map_or_else(
            || page.say(words::GROUP_OURS).to_owned(),
            |source| {
                let parts = [("code", source.code.as_str()), ("title", page.read(&source.title))];
                words::GROUP_ARTICLE.fill(language, &parts)
            },
        );
        page.heading(2, &title);
        if let Some(source) = source {
            page.note(source.about.read(language));
        }
        let entries: Vec<String> = rules.iter().map(|rule| told(&page, rule)).collect();
        entry_list(&mut page, &entries);
    }
    page.heading(2, page.say(words::CONFLICTS));
    let conflicts: Vec<String> = everything
        .conflicts
        .iter()
        .map(|one| {
            let [issue, resolution] = [&one.issue, &one.resolution].map(|it| page.read(it));
            let does = escaped(page.say(words::RESOLUTION));
            let texts = [escaped(issue), format!("{does}: {}", escaped(resolution))];
            entry(&one.id, &texts)
        })
        .collect();
    entry_list(&mut page, &conflicts);
    page.heading(2, page.say(words::REFERENCES));
    let references: Vec<String> = everything
        .references
        .iter()
        .map(|one| {
            let how = page.read(&one.verification);
            let seen = words::VERIFICATION.fill(language, &[("how", how)]);
            let text = format!("<span lang=\"en\">{}</span>", escaped(&one.text));
            entry(&one.id, &[text, escaped(&seen)])
        })
        .collect();
    entry_list(&mut page, &references);
    let about = About {
        title: page.say(words::TITLE),
        description: page.say(words::LEAD),
        paths: SOURCES,
        route: &Route::Rules.path(),
        address,
    };
    (path.to_owned(), page.finish(&about))
}

/// A rule with what carries it.
fn told(page: &Page, rule: &Rule) -> String {
    let mut texts = vec![escaped(page.read(&rule.text))];
    if let Basis::Ours(_) = rule.basis {
        let carried: Vec<String> = grounds(rule)
            .iter()
            .map(|ground| match ground {
                Ground::Literature(id) | Ground::Rule(id) => link(page, id),
                Ground::Practice => escaped(page.say(words::PRACTICE)),
                Ground::Policy => escaped(page.say(words::POLICY)),
            })
            .collect();
        let ours = escaped(page.say(common::OURS));
        texts.push(format!("{ours}. {}: {}", escaped(page.say(words::BASIS)), carried.join(", ")));
    }
    entry(&rule.id, &texts)
}

/// The texts are marks; the first is the one that counts.
fn entry(id: &str, texts: &[String]) -> String {
    let id = escaped(id);
    let mut entry = format!("<dt id=\"{id}\">{id}</dt>\n");
    for text in texts {
        _ = writeln!(entry, "<dd>{text}</dd>");
    }
    entry
}

fn entry_list(page: &mut Page, entries: &[String]) {
    page.put(&format!("<dl>\n{}</dl>\n", entries.concat()));
}
