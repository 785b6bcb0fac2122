//! What the catalogue leans on stands in the reading matter: every rule, every reference, every chapter.

use std::collections::BTreeSet;

use soepel::{
    app::view::exercise::{Source, shown_sources},
    content::{catalogue, reading::reading},
    domain::{
        dose::{Adjustment, AgeGroup, Mode},
        time::Seconds,
    },
};

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

#[test]
fn a_number_in_a_list_says_whether_an_article_or_we_chose_it() {
    let exercise = |slug: &str| {
        let mut all = catalogue().exercises.iter();
        all.find(|exercise| exercise.id.as_str() == slug).unwrap()
    };
    let dose = exercise("quad-stretch-prone").dose(Mode::Static).unwrap();
    let shown = |age, change| shown_sources(dose, &dose.resolve(age, change));
    let rule = |id: &str| Source::Rule(id.to_owned());
    let own = Adjustment::default();
    assert_eq!(shown(AgeGroup::Adult, own), [rule("R0.17"), rule("X1")]);
    let set = Adjustment { reps: Some(4), hold: Some(Seconds(25)), ..own };
    assert_eq!(shown(AgeGroup::Adult, set), [Source::Ours]);
}
