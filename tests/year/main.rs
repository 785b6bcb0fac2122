//! A year of several people, lived day by day through the application itself, printed as
//! docs/year.md.

mod laws;
mod life;
mod people;
mod table;
mod year;

use std::{fs, thread};

use crate::{life::Life, people::{Somebody, everybody}, year::Year};

const PAGE: &str = "docs/year.md";
const HEAD_ENDS: &str = "<!-- the tables below are written by tests/year -->\n";

fn all_years() -> Vec<(Somebody, Year)> {
    let lives: Vec<_> = everybody()
        .into_iter()
        .map(|who| thread::spawn(move || (who.clone(), Life::of(who))))
        .collect();
    lives.into_iter().map(|life| life.join().expect("every law holds")).collect()
}

/// The judgement at the head is written by hand, and stays.
fn page() -> String {
    let now = fs::read_to_string(PAGE).unwrap_or_default();
    let head = now.split_once(HEAD_ENDS).map_or(String::new(), |(head, _)| head.to_owned());
    let years = all_years();
    let broken: Vec<String> = years.iter().flat_map(|(_, year)| year.broken.borrow().clone()).collect();
    fs::write("/tmp/year-broken.txt", broken.join("\n")).unwrap();
    let cards: String = years.iter().flat_map(|(who, year)| year.cards.iter().map(move |card| format!("{} {} {} {:?}\n", who.name, card.day.iso(), card.accepted, card.changes))).collect();
    fs::write("/tmp/year-cards.txt", cards).unwrap();
    table::page(&format!("{head}{HEAD_ENDS}"), &years)
}

#[test]
fn the_year_in_the_docs_is_the_year_that_the_rules_make() {
    let now = fs::read_to_string(PAGE).unwrap_or_default();
    assert!(now == page(), "write it anew: cargo test --test year -- --ignored");
}

#[test]
#[ignore = "writes the year anew"]
fn the_year_is_written() {
    fs::write(PAGE, page()).unwrap();
}
