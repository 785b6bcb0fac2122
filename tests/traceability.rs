//! Every rule is traced: to the feature that keeps it, the test that proves it, or the reason why
//! it is only told. `docs/rules.md` is the list, made from the sources and checked here.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
    path::Path,
};

use soepel::{content::reading::reading, domain::reading::Rule};

const LIST: &str = "docs/rules.md";
/// Why a rule that asks for something is only told, by its ID: `ID = "reason"`.
const TOLD: &str = "docs/rules-only-told.toml";
/// These say that something is so; there is nothing to do about them but to say it.
const STATEMENTS: [&str; 7] =
    ["claim", "comment", "definition", "evidence", "fact", "gap", "model"];
const REWRITE: &str =
    "write it anew: cargo test --test traceability -- --ignored the_list_of_rules_is_written";

#[test]
fn every_rule_that_asks_for_something_is_kept_by_a_feature_or_a_test_or_says_why_not() {
    let places = places();
    let reasons = reasons();
    for rule in &reading().rules {
        let asks = !STATEMENTS.contains(&rule.kind.as_str());
        let kept = places.get(rule.id.as_str()).is_some_and(|kept| !kept.is_empty());
        assert!(
            !asks || kept || reasons.contains_key(&rule.id),
            "{} asks for something and nothing keeps it: name it where it is kept or tested, or \
             say in {TOLD} why it is only told",
            rule.id
        );
    }
}

#[test]
fn a_reason_for_only_telling_stands_for_a_rule_that_nothing_keeps() {
    let places = places();
    for id in reasons().keys() {
        assert!(reading().rules.iter().any(|rule| rule.id == *id), "{TOLD}: there is no {id}");
        assert!(!places.contains_key(id.as_str()), "{TOLD}: {id} is kept; take its line away");
    }
}

#[test]
fn the_list_of_rules_is_what_the_sources_say() {
    let there = fs::read_to_string(LIST).unwrap_or_default();
    let wanted = list();
    let differs = there.lines().zip(wanted.lines()).find(|(one, other)| one != other);
    assert!(there == wanted, "{LIST} is behind, first at {differs:?}; {REWRITE}");
}

#[test]
#[ignore = "writes the list anew"]
fn the_list_of_rules_is_written() {
    fs::write(LIST, list()).expect("the list can be written");
}

#[test]
fn a_name_that_only_begins_like_an_id_is_not_taken_for_it() {
    let found: Vec<_> = ids("X1, X12; R0.4a, R0.4, MAX1 and R2.9.").collect();
    assert_eq!(found, ["X1", "X12", "R0.4a", "R0.4", "R2.9"]);
}

/// Where each rule is named: in the code and content that keep it, and in the tests.
#[derive(Default)]
struct Places {
    features: BTreeSet<String>,
    tests: BTreeSet<String>,
}

impl Places {
    fn is_empty(&self) -> bool {
        self.features.is_empty() && self.tests.is_empty()
    }
}

fn places() -> BTreeMap<String, Places> {
    let mut places: BTreeMap<String, Places> = BTreeMap::new();
    for (root, test) in [("src", false), ("tests", true)] {
        for file in files(Path::new(root)) {
            let name = file;
            // The reading matter tells rules; that is no way to keep them.
            let only_told = name.starts_with("src/content/reading/");
            if only_told || name == file!() || name.contains("/fixtures/") {
                continue;
            }
            let text = fs::read_to_string(&name).expect("a file that was listed can be read");
            for id in ids(&text) {
                let place = places.entry(id.to_owned()).or_default();
                let named = if test { &mut place.tests } else { &mut place.features };
                named.insert(feature(&name));
            }
        }
    }
    places
}

/// All exercises are one feature, all programmes another: their pages name the rules themselves.
fn feature(name: &str) -> String {
    let folder = |folder: &str| name.starts_with(folder).then(|| folder.to_owned());
    folder("src/content/exercises")
        .or_else(|| folder("src/content/programmes"))
        .unwrap_or_else(|| name.to_owned())
}

fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let path = entry.expect("the folder can be listed").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|end| end == "rs" || end == "toml" || end == "js") {
            found.push(path.to_str().expect("names are UTF-8").replace('\\', "/"));
        }
    }
    found.sort();
    found
}

/// `R0.4a` and `X12` as whole words.
fn ids(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|one: char| !one.is_ascii_alphanumeric() && one != '.');
    words.map(|word| word.trim_matches('.')).filter(|word| {
        let Some(rest) = word.strip_prefix(['R', 'X']) else { return false };
        let plain = rest.trim_end_matches(|one: char| one.is_ascii_lowercase());
        let article = word.starts_with('R');
        plain.starts_with(|one: char| one.is_ascii_digit())
            && plain.split('.').count() == if article { 2 } else { 1 }
            && plain.bytes().all(|one| one.is_ascii_digit() || one == b'.')
            && plain.ends_with(|one: char| one.is_ascii_digit())
            && rest.len() - plain.len() <= 1
    })
}

fn reasons() -> BTreeMap<String, String> {
    let text = fs::read_to_string(TOLD).expect("the reasons can be read");
    text.lines()
        .filter_map(|line| line.split_once(" = "))
        .map(|(id, reason)| (id.trim_matches('"').to_owned(), reason.trim_matches('"').to_owned()))
        .collect()
}

fn list() -> String {
    let (places, reasons) = (places(), reasons());
    let mut list = String::from(
        "# Rules and where they are kept\n\n\
         Made from the sources by `tests/traceability.rs`; do not edit. R: from an article. X: \
         added by us.\nWhat a rule says and why we dare stands in the app under \"Regels en \
         bronnen\" and in\n`src/content/reading`.\n\n\
         | Rule | Says | Kept in | Tested in |\n| --- | --- | --- | --- |\n",
    );
    for rule in &reading().rules {
        let place = places.get(rule.id.as_str());
        let tests = place.map(|place| named(&place.tests)).unwrap_or_default();
        let features = match place {
            Some(place) if !place.features.is_empty() => named(&place.features),
            _ => reasons.get(&rule.id).cloned().unwrap_or_else(|| told(rule).to_owned()),
        };
        writeln!(list, "| {} | {} | {features} | {tests} |", rule.id, short(&rule.text.english))
            .expect("a String takes every write");
    }
    list
}

fn told(rule: &Rule) -> &'static str {
    if STATEMENTS.contains(&rule.kind.as_str()) {
        "Only told: it says that something is so."
    } else {
        ""
    }
}

fn named(places: &BTreeSet<String>) -> String {
    let short = places.iter().map(|place| {
        let place = place.trim_start_matches("src/").trim_start_matches("tests/");
        format!("`{place}`")
    });
    short.collect::<Vec<_>>().join(", ")
}

/// The first hundred characters, to the word.
fn short(text: &str) -> String {
    let text = text.replace('|', "/");
    if text.chars().count() <= 100 {
        return text;
    }
    let mut cut: String = text.chars().take(100).collect();
    cut.truncate(cut.rfind(' ').unwrap_or(cut.len()));
    format!("{cut} …")
}
