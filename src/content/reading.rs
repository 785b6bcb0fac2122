//! The reading matter: rules, references, conflicts, glossary, chapters and the safety page.
//!
//! It is read when somebody first opens it, never at start: no session needs it.

mod check;
mod files;
mod shape;

use std::sync::OnceLock;

use crate::domain::reading::{Basis, Chapter, Reading, Rule};
use files::Files;
use shape::{
    AlwaysShape, ArticleRuleShape, ChapterShape, ConflictShape, KindShape, OwnRuleShape,
    ReferenceShape, ReleaseShape, RowShape, SourceShape, StopShape, TermShape,
};

/// What the build script made of `src/content/reading/**.toml`.
const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/reading.json"));

/// The files with what the articles say, by the code of the article.
const ARTICLES: [(&str, &str); 5] = [
    ("R0", "rules-r0"),
    ("R1", "rules-r1"),
    ("R2", "rules-r2"),
    ("R3", "rules-r3"),
    ("R4", "rules-r4"),
];

/// The reading matter that is embedded, read once. Nothing is checked here: the tests see to it
/// that [`load`] finds no problem, so the browser need not carry the checks.
pub fn reading() -> &'static Reading {
    static READING: OnceLock<Reading> = OnceLock::new();
    READING.get_or_init(|| gather(EMBEDDED).0)
}

/// What is embedded, and every problem in it; an entry with a problem of its own is left out.
pub fn load() -> (Reading, Vec<String>) {
    read(EMBEDDED)
}

/// The same for another text: a JSON map from `reading/rules-x` and the like to what stands there.
pub fn read(embedded: &str) -> (Reading, Vec<String>) {
    let (reading, mut problems) = gather(embedded);
    problems.extend(check::problems(&reading));
    (reading, problems)
}

/// What can be read, entry by entry, and what cannot.
fn gather(embedded: &str) -> (Reading, Vec<String>) {
    let mut files = Files::open(embedded);
    let reading = Reading {
        sources: files.list::<SourceShape, _>("sources", "source"),
        kinds: files.list::<KindShape, _>("kinds", "kind"),
        rules: rules(&mut files),
        references: files.list::<ReferenceShape, _>("references", "reference"),
        conflicts: files.list::<ConflictShape, _>("conflicts", "conflict"),
        glossary: files.list::<TermShape, _>("glossary", "term"),
        chapters: chapters(&mut files),
        always: files.list::<AlwaysShape, _>("safety", "always"),
        stops: files.list::<StopShape, _>("safety", "stop"),
        dos_and_donts: files.list::<RowShape, _>("safety", "row"),
        releases: files.list::<ReleaseShape, _>("news", "release"),
    };
    (reading, files.close())
}

/// First what the articles say, then our own. A rule in the file of another article is reported,
/// since whoever looks for it looks there.
fn rules(files: &mut Files) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for (article, file) in ARTICLES {
        for rule in files.list::<ArticleRuleShape, Rule>(file, "rule") {
            if rule.basis != Basis::Article(article.to_owned()) {
                let id = &rule.id;
                files.report(file, &format!("rule {id} is not of {article}; move it to its file"));
            }
            rules.push(rule);
        }
    }
    rules.extend(files.list::<OwnRuleShape, Rule>("rules-x", "rule"));
    rules
}

fn chapters(files: &mut Files) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = files.folder::<ChapterShape, _>("chapters/");
    chapters.sort_by(|one, other| one.source.cmp(&other.source));
    chapters
}
