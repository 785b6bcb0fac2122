//! Whether everybody can follow the words, and whether they promise no more than the rules carry.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    super::problem::{Problem, Review},
    texts::{self, Kind, Text},
};
use crate::domain::{catalogue::Catalogue, text::Language};

/// Words that a layman does not know; a title may only add them in brackets.
const TECHNICAL: &[&str] = &[
    "90/90",
    "abductie",
    "abduction",
    "adductie",
    "adduction",
    "cars",
    "endorotatie",
    "endorotation",
    "exorotatie",
    "exorotation",
    "extensie",
    "extension",
    "flexie",
    "flexion",
    "gluteus",
    "hamstring",
    "hamstrings",
    "iliopsoas",
    "isometric",
    "isometrics",
    "isometrisch",
    "isometrische",
    "lumbaal",
    "lumbar",
    "pnf",
    "prone",
    "quadriceps",
    "rdl",
    "supine",
];

/// Words of claims that no rule carries (X30).
const CLAIMS: &[&str] = &[
    "bewezen",
    "cure",
    "cured",
    "cures",
    "garandeert",
    "garantie",
    "geneest",
    "genezen",
    "genezing",
    "gegarandeerd",
    "guarantee",
    "guaranteed",
    "guarantees",
    "heal",
    "healed",
    "heals",
    "proven",
];

/// What the voice can fill in.
const PLACEHOLDERS: &[&str] = &["exercise", "side", "n", "all", "s", "cue", "where"];

/// The words to look for, as sets, because every text is held against all of them.
struct Vocabulary {
    technical: BTreeSet<&'static str>,
    claims: BTreeSet<&'static str>,
}

pub(super) fn check(catalogue: &Catalogue, problems: &mut Vec<Problem>) {
    let vocabulary = Vocabulary {
        technical: TECHNICAL.iter().copied().collect(),
        claims: CLAIMS.iter().copied().collect(),
    };
    let texts = texts::all(catalogue);
    for text in &texts {
        let mut review = Review::new(&text.path, problems);
        for language in Language::ALL {
            check_one(text, language, &vocabulary, &mut review);
        }
    }
    check_unique(&texts, problems);
}

fn check_one(text: &Text, language: Language, vocabulary: &Vocabulary, review: &mut Review) {
    let Text { kind, place, .. } = text;
    let said = text.said.read(language);
    let tag = language.tag();
    if said.trim().is_empty() {
        review.object(format!("`{place}` has no {tag} text; write it."));
        return;
    }
    review.demand(said.trim() == said && !said.contains("  "), || {
        format!("`{said}` has spaces too many; remove them.")
    });
    if let Some(claim) = first_of(&vocabulary.claims, said) {
        review.object(format!("`{said}` promises too much; say it without \"{claim}\" (X30)."));
    }
    match kind {
        Kind::PlainName => check_plain_name(said, vocabulary, review),
        Kind::Title => check_title(said, vocabulary, review),
        Kind::Sentence => review.demand(said.ends_with(['.', '?', '!']), || {
            format!("`{said}` ({place}) is a sentence; end it with a full stop.")
        }),
        Kind::Phrase | Kind::TechnicalName => {}
    }
    for name in placeholders(said) {
        let known = text.path == "voice" && PLACEHOLDERS.contains(&name);
        review.demand(known, || {
            format!("`{said}`: nobody fills in {{{name}}}; use {}.", PLACEHOLDERS.join(", "))
        });
    }
}

fn check_plain_name(said: &str, vocabulary: &Vocabulary, review: &mut Review) {
    let count = said.split_whitespace().count();
    review.demand(count <= 4, || {
        format!("The plain name `{said}` has {count} words; use at most four.")
    });
    if let Some(technical) = first_of(&vocabulary.technical, said) {
        review.object(format!("The plain name `{said}` says \"{technical}\"; use plain words."));
    }
}

fn check_title(said: &str, vocabulary: &Vocabulary, review: &mut Review) {
    let plain = said.split('(').next().unwrap_or_default();
    let fine = !plain.trim().is_empty() && first_of(&vocabulary.technical, plain).is_none();
    review.demand(fine, || {
        format!(
            "`{said}` starts with a technical word; put plain words first and that in brackets."
        )
    });
}

/// A plain name is how people tell exercises apart, so two may not share one.
fn check_unique(texts: &[Text], problems: &mut Vec<Problem>) {
    for language in Language::ALL {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        let exercises = texts.iter().filter(|text| text.path.starts_with("exercises/"));
        for text in exercises.filter(|text| text.kind == Kind::PlainName) {
            let name = text.said.read(language).to_lowercase();
            if let Some(other) = seen.insert(name, &text.path) {
                let said = text.said.read(language);
                Review::new(&text.path, problems).object(format!(
                    "`{said}` is the plain name of {other} too; give one of them another."
                ));
            }
        }
    }
}

/// The first word of the text that is one of these. A slash joins, for `90/90`.
fn first_of(words: &BTreeSet<&'static str>, text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let spoken = text.split(|letter: char| !letter.is_alphanumeric() && letter != '/');
    spoken.filter_map(|word| words.get(word)).copied().next()
}

fn placeholders(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap_or(rest))
}
