//! The pages of Uitleg: a chapter each, what to do when you stop, and the glossary.

use soepel::{
    app::view::reading::{find_terms, next_chapter},
    content::{
        catalogue,
        phrases::{self, glossary, reading as words, safety},
        reading::reading,
    },
    domain::{
        reading::Chapter,
        screening::QuestionLevel,
        text::{Bilingual, Language},
    },
    route::Route,
};

use super::{
    Written, chapter_path,
    html::{About, Page, capitalised, escaped},
    sources,
};

pub(super) fn chapter(chapter: &Chapter, language: Language, address: Option<&str>) -> Written {
    let [dutch, english] = Language::ALL.map(|one| chapter_path(&chapter.slug, one));
    let path = if language == Language::Dutch { &dutch } else { &english };
    let mut page = Page::new(language, path);
    page.heading(1, chapter.title.read(language));
    page.paragraph(chapter.summary.read(language));
    for part in &chapter.parts {
        page.heading(2, part.heading.read(language));
        for text in &part.paragraphs {
            page.paragraph(text.read(language));
        }
        let links = sources::links(&page, &part.rules);
        page.put(&links);
    }
    if let Some(source) = reading().source(&chapter.source) {
        page.heading(2, page.say(words::SOURCE));
        page.paragraph(&format!("{} · {}", source.code, page.read(&source.title)));
        page.note(source.about.read(language));
    }
    if let Some(next) = next_chapter(reading(), &chapter.slug) {
        let says = words::AFTER.fill(language, &[("title", page.read(&next.title))]);
        let href = page.href(&chapter_path(&next.slug, language));
        page.put(&format!("<p><a href=\"{href}\">{}</a></p>\n", escaped(&says)));
    }
    let about = About {
        title: chapter.title.read(language),
        description: chapter.summary.read(language),
        paths: [&dutch, &english],
        route: &Route::Chapter(chapter.slug.clone()).path(),
        address,
    };
    (path.clone(), page.finish(&about))
}

/// When to stop and what then (3.5, 3.6).
pub(super) fn safety(paths: [&str; 2], language: Language, address: Option<&str>) -> Written {
    let path = paths[usize::from(language == Language::English)];
    let mut page = Page::new(language, path);
    page.heading(1, page.say(safety::TITLE));
    page.paragraph(page.say(safety::LEAD));
    page.heading(2, page.say(safety::EMERGENCY));
    page.paragraph(page.say(safety::EMERGENCY_TEXT));
    let call = escaped(page.say(safety::CALL));
    page.put(&format!("<p><a href=\"tel:112\">{call}: 112</a></p>\n"));
    let emergencies: Vec<&str> = catalogue()
        .questions
        .iter()
        .filter(|question| question.level == QuestionLevel::RedEmergency)
        .map(|question| question.text.read(language))
        .collect();
    page.list("ul", &emergencies);
    page.heading(2, page.say(safety::STOPPED));
    for stop in &reading().stops {
        page.heading(3, &capitalised(stop.name.read(language)));
        page.paragraph(stop.advice.read(language));
        let links = sources::links(&page, &stop.rules);
        page.put(&links);
    }
    page.heading(2, page.say(safety::ALWAYS));
    let always: Vec<(&Bilingual, &[String])> =
        reading().always.iter().map(|one| (&one.text, one.rules.as_slice())).collect();
    told(&mut page, &always);
    page.heading(2, page.say(safety::DOS));
    for row in &reading().dos_and_donts {
        let says = |word: phrases::Phrase, text: &Bilingual, rules: &[String]| {
            let ids: Vec<String> = rules.iter().map(|id| sources::link(&page, id)).collect();
            format!(
                "<li><b>{}</b> {} <small>{}</small></li>\n",
                escaped(page.say(word)),
                escaped(page.read(text)),
                ids.join(", ")
            )
        };
        let good = says(safety::DO_THIS, &row.good, &row.good_rules);
        let bad = says(safety::NOT_THIS, &row.bad, &row.bad_rules);
        page.put(&format!("<ul class=\"pair\">\n{good}{bad}</ul>\n"));
    }
    let about = About {
        title: page.say(safety::TITLE),
        description: page.say(safety::LEAD),
        paths,
        route: &Route::Safety.path(),
        address,
    };
    (path.to_owned(), page.finish(&about))
}

pub(super) fn glossary(paths: [&str; 2], language: Language, address: Option<&str>) -> Written {
    let path = paths[usize::from(language == Language::English)];
    let mut page = Page::new(language, path);
    page.heading(1, page.say(glossary::TITLE));
    page.paragraph(page.say(glossary::LEAD));
    let terms: Vec<(String, String)> = find_terms(reading(), "", language)
        .into_iter()
        .map(|term| (page.read(&term.name).to_owned(), escaped(page.read(&term.definition))))
        .collect();
    page.terms(&terms);
    let about = About {
        title: page.say(glossary::TITLE),
        description: page.say(glossary::LEAD),
        paths,
        route: &Route::Glossary.path(),
        address,
    };
    (path.to_owned(), page.finish(&about))
}

/// Texts with the rules behind each.
fn told(page: &mut Page, texts: &[(&Bilingual, &[String])]) {
    page.put("<ul>\n");
    for (text, rules) in texts {
        let ids: Vec<String> = rules.iter().map(|id| sources::link(page, id)).collect();
        let text = escaped(page.read(text));
        page.put(&format!("<li>{text} <small>{}</small></li>\n", ids.join(", ")));
    }
    page.put("</ul>\n");
}
