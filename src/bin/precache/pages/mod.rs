//! Everything that can be read up as plain pages, in both languages: for who has no script, for
//! search engines, and for who follows a link. Made of the content that the app itself shows.

mod chapters;
mod exercise;
mod html;
mod sources;

#[cfg(test)]
mod tests;

use std::fmt::Write;

use soepel::{
    content::{
        catalogue,
        phrases::{glossary, pages as words, rules, safety},
        reading::reading,
    },
    domain::{exercise::ExerciseId, text::Language},
    route::Route,
};

use super::Files;
use html::{About, Page, escaped};

/// A page by its path in the folder of the site.
type Written = (String, String);

/// The pages stand in a folder for each language.
pub(super) const FOLDERS: [&str; 2] = ["lezen/", "read/"];
const INDEXES: [&str; 2] = ["lezen/", "read/"];
const SAFETY: [&str; 2] = ["lezen/wanneer-stoppen.html", "read/when-to-stop.html"];
const GLOSSARY: [&str; 2] = ["lezen/begrippen.html", "read/glossary.html"];
const SOURCES: [&str; 2] = ["lezen/bronnen.html", "read/sources.html"];
const STYLE: &str = "lezen/style.css";

/// The colours of the app, and how plain text stands in them.
const STYLES: [&str; 5] = [
    include_str!("../../../style/tokens.css"),
    include_str!("../../../style/reset.css"),
    include_str!("../../../style/base.css"),
    include_str!("../../../style/components/figure.css"),
    include_str!("pages.css"),
];

/// Adds the pages, and where the site stands is known a list of them for search engines.
pub(super) fn add(files: &mut Files, address: Option<&str>) {
    let mut pages: Vec<Written> = Vec::new();
    for language in Language::ALL {
        pages.push(index(language, address));
        let exercises = &catalogue().exercises;
        pages.extend(exercises.iter().map(|one| exercise::write(one, language, address)));
        let chapters = &reading().chapters;
        pages.extend(chapters.iter().map(|one| chapters::chapter(one, language, address)));
        pages.push(chapters::safety(SAFETY, language, address));
        pages.push(chapters::glossary(GLOSSARY, language, address));
        pages.push(sources::write(language, address));
    }
    files.insert(STYLE.to_owned(), STYLES.concat().into_bytes());
    if let Some(address) = address {
        files.insert(super::SITEMAP.to_owned(), sitemap(&pages, address).into_bytes());
    }
    for (path, page) in pages {
        let file = if path.ends_with('/') { format!("{path}index.html") } else { path };
        files.insert(file, page.into_bytes());
    }
}

/// The list of all pages, in the order of the app.
fn index(language: Language, address: Option<&str>) -> Written {
    let path = index_of(language);
    let which = usize::from(language == Language::English);
    let mut page = Page::new(language, path);
    page.heading(1, page.say(words::TITLE));
    page.paragraph(page.say(words::LEAD));
    let site = page.href("");
    let open = escaped(page.say(words::OPEN));
    page.put(&format!("<p><a class=\"open\" href=\"{site}\">{open}</a></p>\n"));
    let chapters: Vec<[String; 3]> = reading()
        .chapters
        .iter()
        .map(|chapter| {
            let [title, summary] = [&chapter.title, &chapter.summary].map(|it| page.read(it));
            [chapter_path(&chapter.slug, language), title.to_owned(), summary.to_owned()]
        })
        .collect();
    let exercises: Vec<[String; 3]> = catalogue()
        .exercises
        .iter()
        .map(|exercise| {
            let [name, technical] =
                [&exercise.plain_name, &exercise.technical_name].map(|it| page.read(it));
            [exercise_path(&exercise.id, language), name.to_owned(), technical.to_owned()]
        })
        .collect();
    let more = [(SAFETY, safety::TITLE), (GLOSSARY, glossary::TITLE), (SOURCES, rules::TITLE)]
        .map(|(paths, title)| [paths[which].to_owned(), page.say(title).to_owned(), String::new()]);
    for (title, links) in [
        (words::CHAPTERS, chapters.as_slice()),
        (words::EXERCISES, exercises.as_slice()),
        (words::MORE, more.as_slice()),
    ] {
        page.heading(2, page.say(title));
        let items: String = links.iter().map(|link| item(&page, link)).collect();
        page.put(&format!("<ul class=\"links\">\n{items}</ul>\n"));
    }
    let about = About {
        title: page.say(words::TITLE),
        description: page.say(words::DESCRIPTION),
        paths: INDEXES,
        route: &Route::Today.path(),
        address,
    };
    (path.to_owned(), page.finish(&about))
}

fn item(page: &Page, [path, name, detail]: &[String; 3]) -> String {
    let (href, name) = (page.href(path), escaped(name));
    let detail = if detail.is_empty() {
        String::new()
    } else {
        format!(" <small>{}</small>", escaped(detail))
    };
    format!("<li><a href=\"{href}\">{name}</a>{detail}</li>\n")
}

fn sitemap(pages: &[Written], address: &str) -> String {
    let mut entries = String::new();
    for path in std::iter::once("").chain(pages.iter().map(|(path, _)| path.as_str())) {
        _ = writeln!(entries, "<url><loc>{}</loc></url>", escaped(&format!("{address}{path}")));
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
    )
}

fn index_of(language: Language) -> &'static str {
    INDEXES[usize::from(language == Language::English)]
}

fn exercise_path(id: &ExerciseId, language: Language) -> String {
    let folder = match language {
        Language::Dutch => "lezen/oefeningen",
        Language::English => "read/exercises",
    };
    format!("{folder}/{}.html", id.as_str())
}

fn chapter_path(slug: &str, language: Language) -> String {
    let folder = match language {
        Language::Dutch => "lezen/uitleg",
        Language::English => "read/chapters",
    };
    format!("{folder}/{slug}.html")
}
