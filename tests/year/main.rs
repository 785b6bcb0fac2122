//! A year of several people, lived day by day through the application itself, printed as
//! docs/year.md.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

mod laws;
mod life;
mod people;
mod table;
mod testing;
mod year;

use std::{fs, sync::LazyLock, thread};

use soepel::domain::progress::Proposed;

use crate::{
    life::Life,
    people::{Somebody, everybody},
    year::Year,
};

const PAGE: &str = "docs/year.md";
const HEAD_ENDS: &str = "<!-- the tables below are written by tests/year -->\n";

static YEARS: LazyLock<Vec<(Somebody, Year)>> = LazyLock::new(|| {
    let lives: Vec<_> = everybody()
        .into_iter()
        .map(|who| thread::spawn(move || (who.clone(), Life::of(who))))
        .collect();
    lives.into_iter().map(|life| life.join().expect("a year that ends")).collect()
});

fn year_of(name: &str) -> &'static Year {
    let found = YEARS.iter().find(|(who, _)| who.name.starts_with(name));
    &found.expect("somebody of this name").1
}

/// The judgement at the head is written by hand, and stays.
fn page() -> String {
    let now = fs::read_to_string(PAGE).unwrap_or_default();
    let head = now.split_once(HEAD_ENDS).map_or(String::new(), |(head, _)| head.to_owned());
    table::page(&format!("{head}{HEAD_ENDS}"), &YEARS)
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

/// 3.3, 3.4, X14, X17, X19, X29 and 5.8, on every day of everybody.
#[test]
fn every_law_holds_on_every_day_of_everybody() {
    let broken: Vec<String> =
        YEARS.iter().flat_map(|(_, year)| year.broken.lock().unwrap().clone()).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// X27: level 2 after the gate, level 3 after the next; nobody else jumps.
#[test]
fn the_runner_reaches_level_three_after_level_two_and_nobody_else_does() {
    let runner = year_of("Runner");
    let first = |id: &str| runner.first(id).unwrap_or_else(|| panic!("{id} was never done"));
    let [one, two, three] = ["P5-L1", "P5-L2", "P5-L3a"].map(first);
    assert!(two.days_since(one) >= 14 && three.days_since(two) >= 28, "{one:?} {two:?} {three:?}");
    for (who, year) in YEARS.iter().filter(|(who, _)| !who.name.starts_with("Runner")) {
        assert_eq!(year.first("P5-L3a"), None, "{}", who.name);
    }
}

/// X16, X17: whoever does only what is proposed, with no few minutes between, still moves on.
#[test]
fn nobody_who_does_well_stays_where_they_began() {
    for name in ["Sits a lot", "Runner", "Low back", "Away twice"] {
        let grew = year_of(name).cards.iter().filter(|card| card.grows()).count();
        assert!(grew >= 10, "{name} grew {grew} times");
    }
}

#[test]
fn who_says_no_is_left_in_peace() {
    let year = year_of("Says no");
    for (month, what) in year.months.iter().skip(1) {
        assert!(what.declined <= 5, "{month}: asked {} times", what.declined);
    }
}

/// 3.4, X18: severe pain stops the sessions; after five weeks away it begins anew.
#[test]
fn a_flare_up_and_a_long_absence_are_met_with_less() {
    let flare = &year_of("Flare-up").months["2027-04"];
    assert!(flare.notes().contains("pain 6: no session"), "{}", flare.notes());
    let back = &year_of("Away twice").months;
    assert!(back["2027-03"].notes().contains("back after a gap"));
    assert!(back["2027-08"].notes().contains("began anew"));
}

/// Section 5: after its last stage a programme makes room once, and nobody goes back and forth.
#[test]
fn nobody_is_sent_back_and_forth_between_programmes() {
    for (who, year) in YEARS.iter() {
        let changes = year.cards.iter().filter(|card| card.accepted).flat_map(|card| &card.changes);
        let mut left: Vec<&str> = Vec::new();
        for change in changes {
            let Proposed::Onward { from, to } = change else { continue };
            assert!(!left.contains(&&*to.0), "{}: back to {}", who.name, to.0);
            left.push(&from.0);
        }
    }
    let moved = |name: &str| {
        let cards = &year_of(name).cards;
        let onward = |change: &Proposed| matches!(change, Proposed::Onward { .. });
        cards.iter().any(|card| card.accepted && card.changes.iter().any(onward))
    };
    assert!(moved("Starts again") && moved("Away twice") && moved("Sits a lot"));
}
