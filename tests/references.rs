//! What the catalogue leans on stands in the reading matter: every rule, every reference, every chapter.

use std::collections::BTreeSet;

use soepel::content::{catalogue, reading::reading};

#[test]
fn every_rule_that_the_catalogue_names_can_be_read() {
    let catalogue = catalogue();
    let known: BTreeSet<&str> = reading().rules.iter().map(|rule| rule.id.as_str()).collect();
    let doses = || catalogue.exercises.iter().flat_map(|exercise| &exercise.doses);
    let named = catalogue
        .exercises
        .iter()
        .flat_map(|exercise| &exercise.rules)
        .chain(catalogue.programmes.iter().flat_map(|programme| &programme.rules))
        .chain(doses().flat_map(|dose| &dose.rules))
        .chain(doses().flat_map(|dose| dose.sources.values()).filter(|source| *source != "ours"));
    let lost: BTreeSet<&str> =
        named.map(String::as_str).filter(|rule| !known.contains(rule)).collect();
    assert_eq!(lost, BTreeSet::new(), "write these rules in src/content/reading/rules-*.toml");
}

#[test]
fn every_reference_and_chapter_that_the_catalogue_names_can_be_read() {
    let (catalogue, reading) = (catalogue(), reading());
    for exercise in &catalogue.exercises {
        for reference in exercise.doses.iter().flat_map(|dose| &dose.references) {
            let found = reading.reference(reference).is_some();
            assert!(
                found,
                "{}: {reference} is not in reading/references.toml",
                exercise.id.as_str()
            );
        }
    }
    for programme in &catalogue.programmes {
        for chapter in &programme.chapters {
            let found = reading.chapter(chapter).is_some();
            assert!(found, "{}: there is no chapter {chapter}", programme.slug);
        }
    }
}
