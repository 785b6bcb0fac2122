//! The reading matter: it is whole, both languages say the same, and nothing stands without a rule.

use std::collections::BTreeSet;

use soepel::{
    content::reading::{load, reading},
    domain::{
        dose::Origin,
        reading::{Basis, Chapter, Ground, Reading},
        record::StopReason,
        text::{Bilingual, Language},
    },
};

#[test]
fn nothing_is_wrong_with_what_is_embedded() {
    let (loaded, problems) = load();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert_eq!(&loaded, reading());
}

#[test]
fn everything_of_the_fact_sheet_is_there() {
    let reading = reading();
    assert_eq!(reading.sources.len(), 5);
    assert_eq!(reading.rules.len(), 204);
    assert_eq!(reading.references.len(), 55);
    assert_eq!(reading.conflicts.len(), 22);
    assert_eq!(reading.glossary.len(), 56);
    assert_eq!(reading.chapters.len(), 5);
    assert_eq!(reading.dos_and_donts.len(), 13);
    assert_eq!(reading.stops.len(), StopReason::ALL.len());
    let of = |start: &str| reading.rules.iter().filter(|rule| rule.id.starts_with(start)).count();
    let counts = ["R0.", "R1.", "R2.", "R3.", "R4.", "X"].map(of);
    assert_eq!(counts, [47, 35, 31, 20, 31, 40]);
}

#[test]
fn every_id_stands_once() {
    let reading = reading();
    assert_eq!(distinct(reading.rules.iter().map(|rule| &rule.id)), reading.rules.len());
    assert_eq!(distinct(reading.references.iter().map(|one| &one.id)), reading.references.len());
    assert_eq!(distinct(reading.conflicts.iter().map(|one| &one.id)), reading.conflicts.len());
    assert_eq!(distinct(reading.sources.iter().map(|source| &source.code)), reading.sources.len());
    assert_eq!(distinct(reading.chapters.iter().map(|one| &one.slug)), reading.chapters.len());
}

#[test]
fn rules_of_articles_and_our_own_are_told_apart() {
    for rule in &reading().rules {
        let from_article = rule.id.starts_with('R');
        let expected = if from_article { Origin::Article } else { Origin::Ours };
        assert_eq!(rule.origin(), expected, "{}", rule.id);
        let carried = match &rule.basis {
            Basis::Article(code) => rule.id.starts_with(&format!("{code}.")),
            Basis::Ours(grounds) => !grounds.is_empty(),
        };
        assert!(carried, "{}", rule.id);
    }
}

#[test]
fn a_rule_of_our_own_says_what_carries_it() {
    let grounds = |id: &str| match &reading().rule(id).expect(id).basis {
        Basis::Ours(grounds) => grounds.clone(),
        Basis::Article(_) => panic!("{id} is ours"),
    };
    assert_eq!(grounds("X7"), [Ground::Practice, Ground::Rule("R2.9".into())]);
    assert_eq!(grounds("X29"), [Ground::Literature("Ingram2024".into())]);
    assert_eq!(grounds("X30"), [Ground::Policy]);
}

#[test]
fn every_text_stands_in_both_languages() {
    for (place, text) in texts(reading()) {
        for language in Language::ALL {
            assert!(!text.read(language).trim().is_empty(), "{place} lacks {}", language.tag());
        }
        let words = text.dutch.split_whitespace().count();
        assert!(words < 6 || text.dutch != text.english, "{place} is not translated: {text:?}");
    }
}

#[test]
fn both_languages_carry_the_same_numbers() {
    for (place, text) in texts(reading()) {
        assert_eq!(numbers(&text.dutch), numbers(&text.english), "{place}");
    }
}

#[test]
fn doses_stand_in_the_rules_as_the_articles_give_them() {
    let numbers_of = |id: &str| numbers(&reading().rule(id).expect(id).text.dutch);
    assert_eq!(numbers_of("R0.16"), ["15", "30"]);
    assert_eq!(numbers_of("R0.17"), ["3", "4"]);
    assert_eq!(numbers_of("R0.18"), ["30", "60", "65"]);
    assert_eq!(numbers_of("R0.36"), ["10"]);
    assert_eq!(numbers_of("R4.22"), ["2"]);
    assert_eq!(numbers_of("R4.23"), ["20", "30"]);
    assert_eq!(numbers_of("X20"), ["2", "20", "30", "60"]);
}

#[test]
fn every_id_that_a_text_names_exists() {
    let reading = reading();
    for (place, text) in texts(reading) {
        for word in ids(&text.dutch).chain(ids(&text.english)) {
            let known = reading.rule(word).is_some()
                || reading.conflict(word).is_some()
                || reading.source(word).is_some();
            assert!(known, "{place} names {word}, which is not there");
        }
    }
}

#[test]
fn a_chapter_takes_at_most_two_minutes() {
    for chapter in &reading().chapters {
        for language in Language::ALL {
            let words: usize = texts_of(chapter)
                .iter()
                .map(|text| text.read(language).split_whitespace().count())
                .sum();
            let (slug, tag) = (&chapter.slug, language.tag());
            assert!((100..=300).contains(&words), "{slug} has {words} words in {tag}");
        }
    }
}

#[test]
fn each_article_has_one_chapter_and_each_part_of_it_rules() {
    let reading = reading();
    let retold: Vec<&str> = reading.chapters.iter().map(|one| one.source.as_str()).collect();
    assert_eq!(retold, ["R0", "R1", "R2", "R3", "R4"]);
    for chapter in &reading.chapters {
        for part in &chapter.parts {
            let of_article = |id: &String| id.starts_with(&format!("{}.", chapter.source));
            let heading = &part.heading.dutch;
            assert!(part.rules.iter().any(of_article), "{}: {heading}", chapter.slug);
        }
    }
}

#[test]
fn numbers_of_a_chapter_stand_in_its_rules() {
    let reading = reading();
    for chapter in &reading.chapters {
        for part in &chapter.parts {
            let carried: Vec<String> = part
                .rules
                .iter()
                .filter_map(|id| {
                    let rule = reading.rule(id).map(|rule| &rule.text);
                    rule.or_else(|| reading.conflict(id).map(|one| &one.resolution))
                })
                .flat_map(|text| numbers(&text.dutch))
                .collect();
            for number in part.paragraphs.iter().flat_map(|text| numbers(&text.dutch)) {
                let place = format!("{}, {}", chapter.slug, part.heading.dutch);
                assert!(carried.contains(&number), "{place}: no rule says {number}");
            }
        }
    }
}

#[test]
fn the_cautions_stay() {
    let carried = |slug: &str| -> Vec<String> {
        let chapter = reading().chapter(slug).expect(slug);
        chapter.parts.iter().flat_map(|part| part.rules.clone()).collect()
    };
    for (slug, cautions) in [
        ("stretching", &["R0.8", "C9", "C11"][..]),
        ("capacity", &["R1.23", "R1.31", "C3", "C4"]),
        ("hips-and-back", &["R2.30", "C9", "C16"]),
        ("sitting", &["C8", "C9"]),
        ("running", &["R4.13", "R4.15", "C18"]),
    ] {
        for caution in cautions {
            assert!(carried(slug).iter().any(|id| id == caution), "{slug} lost {caution}");
        }
    }
}

#[test]
fn nothing_promises_recovery() {
    let forbidden =
        ["genez", "genees", "bewezen", "garant", "garand", "cure", "curing", "proven", "guarant"];
    for (place, text) in texts(reading()) {
        for sentence in [&text.dutch, &text.english] {
            for word in sentence.to_lowercase().split(|letter: char| !letter.is_alphabetic()) {
                let claims = forbidden.iter().any(|start| word.starts_with(start));
                assert!(!claims, "{place} says `{word}`: {sentence}");
            }
        }
    }
}

#[test]
fn each_reason_to_stop_has_its_advice() {
    let reading = reading();
    for reason in StopReason::ALL {
        assert!(reading.stop(*reason).is_some(), "{}", reason.slug());
    }
    let asked = |reason| &reading.stop(reason).expect("each has one").questions;
    assert_eq!(asked(StopReason::Tingling), &["S1", "S2", "S3", "S10"]);
    assert_eq!(asked(StopReason::Dizzy), &["S6"]);
    assert!(asked(StopReason::TooHard).is_empty());
}

fn distinct<'a>(ids: impl Iterator<Item = &'a String>) -> usize {
    ids.collect::<BTreeSet<_>>().len()
}

/// Every text that is not a citation, with where it stands.
fn texts(reading: &Reading) -> Vec<(String, &Bilingual)> {
    let mut texts = Vec::new();
    for source in &reading.sources {
        texts.extend([&source.title, &source.about].map(|text| (source.code.clone(), text)));
    }
    texts.extend(reading.kinds.iter().map(|kind| (kind.slug.clone(), &kind.name)));
    texts.extend(reading.rules.iter().map(|rule| (rule.id.clone(), &rule.text)));
    for one in &reading.references {
        texts.push((one.id.clone(), &one.verification));
    }
    for one in &reading.conflicts {
        texts.extend([&one.issue, &one.resolution].map(|text| (one.id.clone(), text)));
    }
    for term in &reading.glossary {
        texts.extend([&term.name, &term.definition].map(|text| (term.name.dutch.clone(), text)));
    }
    for chapter in &reading.chapters {
        texts.extend(texts_of(chapter).into_iter().map(|text| (chapter.slug.clone(), text)));
    }
    for always in &reading.always {
        texts.push(("always".to_owned(), &always.text));
    }
    for stop in &reading.stops {
        let place = stop.reason.slug().to_owned();
        texts.extend([&stop.name, &stop.advice].map(|text| (place.clone(), text)));
    }
    for row in &reading.dos_and_donts {
        texts.extend([&row.good, &row.bad].map(|text| (row.good.dutch.clone(), text)));
    }
    texts
}

fn texts_of(chapter: &Chapter) -> Vec<&Bilingual> {
    let parts =
        chapter.parts.iter().flat_map(|part| [&part.heading].into_iter().chain(&part.paragraphs));
    [&chapter.title, &chapter.summary].into_iter().chain(parts).collect()
}

/// The numbers of a text in ascending order of spelling, with a decimal point; IDs are not numbers.
fn numbers(text: &str) -> Vec<String> {
    let mut numbers: Vec<String> = text
        .split(|letter: char| !(letter.is_alphanumeric() || ".,".contains(letter)))
        .map(|word| word.trim_matches(['.', ',']).replace(',', "."))
        .map(|word| word.trim_end_matches(char::is_alphabetic).to_owned())
        .filter(|word| word.starts_with(|letter: char| letter.is_ascii_digit()))
        .collect();
    numbers.sort();
    numbers
}

/// The words of a text that look like a rule, a conflict or an article: `R0.4a`, `X15`, `C9`, `R3`.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !(letter.is_alphanumeric() || letter == '.'))
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| {
            let mut letters = word.chars();
            letters.next().is_some_and(|first| "RXC".contains(first))
                && letters.next().is_some_and(|second| second.is_ascii_digit())
        })
}
