//! What somebody can read up: rules with their source, references, glossary, conflicts, chapters.

use super::{dose::Origin, text::Bilingual};

/// The library of texts, apart from the catalogue because no session needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub sources: Vec<Source>,
    pub rules: Vec<Rule>,
    pub references: Vec<Reference>,
    pub conflicts: Vec<Conflict>,
    pub glossary: Vec<Term>,
    pub chapters: Vec<Chapter>,
    pub dos_and_donts: Vec<DoAndDont>,
}

/// One of the five articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// `R0` to `R4`.
    pub code: String,
    pub title: Bilingual,
}

/// One rule of section 1 of the fact sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// `R0.7`, `X15`.
    pub id: String,
    pub kind: String,
    pub origin: Origin,
    pub text: Bilingual,
    /// Literature and practice behind an added rule, as IDs of [`Reference`] where they are one.
    pub basis: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    pub id: String,
    pub text: String,
    /// How far the text behind it was seen.
    pub verification: String,
}

/// Where the articles disagree, and what Soepel does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    pub id: String,
    pub issue: Bilingual,
    pub resolution: Bilingual,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub name: Bilingual,
    pub definition: Bilingual,
}

/// One chapter of Uitleg, at most two minutes to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    pub slug: String,
    /// The article it retells: `R0` to `R4`.
    pub source: String,
    pub title: Bilingual,
    pub summary: Bilingual,
    pub parts: Vec<ChapterPart>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChapterPart {
    pub heading: Bilingual,
    pub paragraphs: Vec<Bilingual>,
    pub rules: Vec<String>,
}

/// A row of the safety page (3.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoAndDont {
    pub good: Bilingual,
    pub good_rules: Vec<String>,
    pub bad: Bilingual,
    pub bad_rules: Vec<String>,
}
