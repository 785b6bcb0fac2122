//! What somebody can read up: rules with their source, references, glossary, conflicts, chapters,
//! and the texts of the safety page.

use super::{dose::Origin, record::StopReason, text::Bilingual};

/// The library of texts, apart from the catalogue because no session needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub sources: Vec<Source>,
    pub kinds: Vec<Kind>,
    /// In the order of the fact sheet: R0 to R4, then X.
    pub rules: Vec<Rule>,
    pub references: Vec<Reference>,
    pub conflicts: Vec<Conflict>,
    pub glossary: Vec<Term>,
    /// In the order of their articles.
    pub chapters: Vec<Chapter>,
    pub always: Vec<Always>,
    pub stops: Vec<StopAdvice>,
    pub dos_and_donts: Vec<DoAndDont>,
    /// The newest first.
    pub releases: Vec<Release>,
}

/// What is new in a version of Soepel, for who uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// `0.1.0`.
    pub version: String,
    pub points: Vec<Bilingual>,
}

/// One of the five articles. The title is its topic in our words, never its own title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// `R0` to `R4`.
    pub code: String,
    pub title: Bilingual,
    /// Who wrote it and when, as far as known.
    pub about: Bilingual,
}

/// What sort of statement a rule is: a fact, a dose, a stop rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    pub slug: String,
    pub name: Bilingual,
}

/// One rule of section 1 of the fact sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// `R0.7`, `X15`.
    pub id: String,
    /// The slug of a [`Kind`].
    pub kind: String,
    pub text: Bilingual,
    pub basis: Basis,
}

/// Where a rule comes from, and for our own rules why we dare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The code of the [`Source`] that says it.
    Article(String),
    /// At least one ground.
    Ours(Vec<Ground>),
}

/// What carries a rule that we added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// The ID of a [`Reference`].
    Literature(String),
    /// The ID of another [`Rule`].
    Rule(String),
    /// Physiotherapists do it so; we found no research.
    Practice,
    /// How Soepel wants to treat people.
    Policy,
}

/// Literature behind rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// `Page2012`.
    pub id: String,
    /// In English, as it is cited.
    pub text: String,
    /// How far the text behind it was seen.
    pub verification: Bilingual,
}

/// Where the articles disagree, and what Soepel does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// `C1` to `C22`.
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
    /// The rules that carry it, and the conflicts (C) whose resolution it follows.
    pub rules: Vec<String>,
}

/// What holds in every session (3.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Always {
    pub text: Bilingual,
    pub rules: Vec<String>,
}

/// What to do after a stop (3.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StopAdvice {
    pub reason: StopReason,
    pub name: Bilingual,
    pub advice: Bilingual,
    pub rules: Vec<String>,
    pub references: Vec<String>,
    /// Screening questions to ask again at once, `S1` to `S16`.
    pub questions: Vec<String>,
}

/// A row of the safety page (3.6).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoAndDont {
    pub good: Bilingual,
    pub good_rules: Vec<String>,
    pub bad: Bilingual,
    pub bad_rules: Vec<String>,
}

impl Rule {
    pub fn origin(&self) -> Origin {
        match self.basis {
            Basis::Article(_) => Origin::Article,
            Basis::Ours(_) => Origin::Ours,
        }
    }
}

impl Reading {
    pub fn source(&self, code: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.code == code)
    }

    pub fn kind(&self, slug: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.slug == slug)
    }

    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.id == id)
    }

    pub fn reference(&self, id: &str) -> Option<&Reference> {
        self.references.iter().find(|reference| reference.id == id)
    }

    pub fn conflict(&self, id: &str) -> Option<&Conflict> {
        self.conflicts.iter().find(|conflict| conflict.id == id)
    }

    pub fn chapter(&self, slug: &str) -> Option<&Chapter> {
        self.chapters.iter().find(|chapter| chapter.slug == slug)
    }

    pub fn stop(&self, reason: StopReason) -> Option<&StopAdvice> {
        self.stops.iter().find(|advice| advice.reason == reason)
    }
}
