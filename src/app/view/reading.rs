//! The reading matter: looking things up in it.

use super::library::{fold, matches, words};
use crate::domain::{
    catalogue::Catalogue,
    programme::Programme,
    reading::{Basis, Chapter, Conflict, Ground, Reading, Reference, Rule, Term},
    text::{Bilingual, Language},
};

/// Words somebody reads in a minute, slower than most: B1 readers take their time. Our choice.
const WORDS_A_MINUTE: usize = 160;

/// What an ID in a text stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Citation {
    Rule(&'static Rule),
    Reference(&'static Reference),
    Conflict(&'static Conflict),
}

/// What sort of thing an ID names, without looking it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cited {
    Article,
    Ours,
    Conflict,
    Literature,
}

impl Cited {
    /// Rules and conflicts are a letter and a number; some references begin with the same letter.
    pub fn by(id: &str) -> Self {
        match id.as_bytes() {
            [b'R', b'0'..=b'9', ..] => Self::Article,
            [b'X', b'0'..=b'9', ..] => Self::Ours,
            [b'C', b'0'..=b'9', ..] => Self::Conflict,
            _ => Self::Literature,
        }
    }
}

/// None when nothing has that ID.
pub fn cite(reading: &'static Reading, id: &str) -> Option<Citation> {
    let rule = reading.rule(id).map(Citation::Rule);
    let reference = || reading.reference(id).map(Citation::Reference);
    let conflict = || reading.conflict(id).map(Citation::Conflict);
    rule.or_else(reference).or_else(conflict)
}

/// What a search in rules, references and conflicts comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finds {
    /// By article, then ours with no code; a group without hits is left out.
    pub groups: Vec<(Option<&'static str>, Vec<&'static Rule>)>,
    pub conflicts: Vec<&'static Conflict>,
    pub references: Vec<&'static Reference>,
}

impl Finds {
    pub fn count(&self) -> usize {
        let rules: usize = self.groups.iter().map(|(_, rules)| rules.len()).sum();
        rules + self.conflicts.len() + self.references.len()
    }
}

/// An ID (`R0.16`) finds itself, a word what has it in either language.
pub fn find(reading: &'static Reading, typed: &str) -> Finds {
    let words = words(typed);
    let codes = reading.sources.iter().map(|source| Some(source.code.as_str())).chain([None]);
    let groups = codes
        .map(|code| {
            let rules = reading
                .rules
                .iter()
                .filter(|rule| article(rule) == code && has(&words, &[&rule.id], &[&rule.text]));
            (code, rules.collect::<Vec<_>>())
        })
        .filter(|(_, rules)| !rules.is_empty())
        .collect();
    Finds {
        groups,
        conflicts: reading
            .conflicts
            .iter()
            .filter(|conflict| {
                has(&words, &[&conflict.id], &[&conflict.issue, &conflict.resolution])
            })
            .collect(),
        references: reading
            .references
            .iter()
            .filter(|reference| has(&words, &[&reference.id, &reference.text], &[]))
            .collect(),
    }
}

/// The terms whose name or definition has each word typed, in the alphabet of the language.
pub fn find_terms(
    reading: &'static Reading,
    typed: &str,
    language: Language,
) -> Vec<&'static Term> {
    let words = words(typed);
    let mut terms: Vec<&Term> = reading
        .glossary
        .iter()
        .filter(|term| matches(&words, &[&term.name, &term.definition]))
        .collect();
    terms.sort_by_key(|term| fold(term.name.read(language)));
    terms
}

/// The terms that a technical name uses: "Iliopsoas rekken" explains iliopsoas.
pub fn terms_in(reading: &'static Reading, name: &Bilingual) -> Vec<&'static Term> {
    let dutch = fold(&name.dutch);
    let used = |term: &Term| {
        term.name
            .dutch
            .split(['(', ')', '/', ','])
            .map(|part| fold(part.trim()))
            .filter(|part| part.len() > 2)
            .any(|part| begins_a_word(&dutch, &part))
    };
    reading.glossary.iter().filter(|term| used(term)).collect()
}

/// Minutes to read a chapter, at least one.
pub fn reading_time(chapter: &Chapter, language: Language) -> usize {
    let paragraphs = chapter.parts.iter().flat_map(|part| &part.paragraphs);
    let count: usize = paragraphs.map(|text| text.read(language).split_whitespace().count()).sum();
    count.div_ceil(WORDS_A_MINUTE).max(1)
}

/// The programmes that a chapter explains.
pub fn programmes_of(
    catalogue: &'static Catalogue,
    chapter: &Chapter,
) -> impl Iterator<Item = &'static Programme> {
    catalogue.programmes.iter().filter(|programme| programme.chapters.contains(&chapter.slug))
}

/// The chapter to read after this one; after the last there is none.
pub fn next_chapter(reading: &'static Reading, slug: &str) -> Option<&'static Chapter> {
    let index = reading.chapters.iter().position(|chapter| chapter.slug == slug)?;
    reading.chapters.get(index + 1)
}

/// The IDs that carry one of our rules.
pub fn grounds(rule: &Rule) -> &[Ground] {
    match &rule.basis {
        Basis::Article(_) => &[],
        Basis::Ours(grounds) => grounds,
    }
}

fn article(rule: &Rule) -> Option<&str> {
    match &rule.basis {
        Basis::Article(code) => Some(code),
        Basis::Ours(_) => None,
    }
}

/// Each word in an ID's or a citation's text, or in one of the texts.
fn has(words: &[String], names: &[&str], texts: &[&Bilingual]) -> bool {
    let names: Vec<String> = names.iter().map(|name| fold(name)).collect();
    words.iter().all(|word| {
        names.iter().any(|name| name.contains(word.as_str()))
            || matches(std::slice::from_ref(word), texts) && !texts.is_empty()
    })
}

fn begins_a_word(text: &str, part: &str) -> bool {
    text.match_indices(part)
        .any(|(index, _)| !text[..index].chars().next_back().is_some_and(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{catalogue, reading::reading};

    fn explained(dutch: &str) -> Vec<&'static str> {
        let name = Bilingual { dutch: dutch.to_owned(), english: String::new() };
        terms_in(reading(), &name).into_iter().map(|term| term.name.dutch.as_str()).collect()
    }

    #[test]
    fn without_a_word_all_of_it_is_there() {
        let all = find(reading(), " ");
        assert_eq!(all.count(), 204 + 22 + 55);
        let codes: Vec<_> = all.groups.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, [Some("R0"), Some("R1"), Some("R2"), Some("R3"), Some("R4"), None]);
    }

    #[test]
    fn an_id_finds_its_rule_in_any_case() {
        let finds = find(reading(), "r0.16");
        assert!(finds.groups[0].1.iter().any(|rule| rule.id == "R0.16"));
        assert!(finds.count() < 20);
    }

    #[test]
    fn a_word_finds_rules_in_either_language_and_nonsense_nothing() {
        assert!(find(reading(), "stretch").count() > 10);
        assert!(find(reading(), "rekken").count() > 10);
        assert_eq!(find(reading(), "zwemvliezen").count(), 0);
    }

    #[test]
    fn every_id_that_the_texts_name_can_be_cited() {
        let parts = reading().chapters.iter().flat_map(|chapter| &chapter.parts);
        for id in parts.flat_map(|part| &part.rules) {
            assert!(cite(reading(), id).is_some(), "{id}");
        }
        for dose in catalogue().exercises.iter().flat_map(|exercise| &exercise.doses) {
            for id in dose.rules.iter().chain(&dose.references) {
                assert!(cite(reading(), id).is_some(), "{id}");
            }
        }
        assert_eq!(cite(reading(), "R9.9"), None);
    }

    #[test]
    fn an_id_tells_what_it_names() {
        let reading = reading();
        for rule in &reading.rules {
            let expected = match rule.basis {
                Basis::Article(_) => Cited::Article,
                Basis::Ours(_) => Cited::Ours,
            };
            assert_eq!(Cited::by(&rule.id), expected, "{}", rule.id);
        }
        assert!(reading.references.iter().all(|one| Cited::by(&one.id) == Cited::Literature));
        assert!(reading.conflicts.iter().all(|one| Cited::by(&one.id) == Cited::Conflict));
    }

    #[test]
    fn a_technical_name_is_explained_by_the_terms_in_it() {
        assert_eq!(
            explained("Quadriceps rekken in buiklig"),
            ["quadriceps (vierhoofdige dijspier)"]
        );
        assert_eq!(explained("Heuprotaties staand (CARs)"), ["CARs"]);
        assert_eq!(explained("Eindstandcontrole abductie (liften)"), ["abductie", "eindstand"]);
        assert!(explained("Opstaan uit een stoel").is_empty());
    }

    #[test]
    fn terms_come_in_the_order_of_the_alphabet_and_are_found_by_what_they_mean() {
        let terms = find_terms(reading(), "", Language::English);
        assert_eq!(terms.len(), reading().glossary.len());
        assert!(terms.is_sorted_by_key(|term| fold(&term.name.english)));
        let hits = find_terms(reading(), "zijwaarts", Language::Dutch);
        assert!(hits.iter().any(|term| term.name.dutch == "abductie"));
    }

    #[test]
    fn no_chapter_takes_more_than_two_minutes() {
        for chapter in &reading().chapters {
            for language in Language::ALL {
                let minutes = reading_time(chapter, language);
                assert!((1..=2).contains(&minutes), "{} {minutes}", chapter.slug);
            }
        }
    }

    #[test]
    fn chapters_follow_each_other_to_the_last() {
        let mut slug = reading().chapters[0].slug.as_str();
        let mut read = 1;
        while let Some(next) = next_chapter(reading(), slug) {
            slug = &next.slug;
            read += 1;
        }
        assert_eq!(read, reading().chapters.len());
    }

    #[test]
    fn every_chapter_explains_a_programme() {
        for chapter in &reading().chapters {
            assert!(programmes_of(catalogue(), chapter).next().is_some(), "{}", chapter.slug);
        }
    }
}
