//! The invariants of ARCHITECTURE.md, held against the files themselves.

use std::{collections::BTreeSet, fs, path::Path};

/// Aim for 300.
const LONGEST_FILE: usize = 350;

const PURE: [&str; 5] = ["src/domain", "src/content", "src/archive", "src/app", "src/route.rs"];
const BROWSER: [&str; 8] = [
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "gloo_storage",
    "crate::ui",
    "crate::browser",
];
const CLOCKS: [&str; 5] = ["Date::now", "Date::new_0", "performance()", "SystemTime", "Instant"];

/// Where the screen cannot do without a type of the DOM: the place that it is mounted in.
const DOM_ON_THE_SCREEN: [&str; 1] = ["src/ui/mod.rs"];

#[test]
fn the_core_knows_no_browser() {
    for file in PURE.into_iter().flat_map(rust_files) {
        assert_names_none(&file, &BROWSER);
    }
}

#[test]
fn the_domain_knows_neither_how_it_is_written_down_nor_where_its_words_stand() {
    for file in rust_files("src/domain") {
        assert_names_none(&file, &["serde", "crate::archive", "crate::app", "crate::content"]);
    }
}

#[test]
fn a_frozen_form_of_the_archive_knows_nothing_that_may_change() {
    assert_names_none("src/archive/v1.rs", &["crate", "super"]);
    for file in ["src/archive/v1", "src/archive/v2"].into_iter().flat_map(rust_files) {
        assert_names_none(&file, &["crate"]);
    }
    assert_names_none("src/archive/v2.rs", &["crate"]);
}

#[test]
fn the_archive_and_the_content_do_not_know_the_application() {
    for file in ["src/archive", "src/content"].into_iter().flat_map(rust_files) {
        assert_names_none(&file, &["crate::app", "crate::route"]);
    }
}

#[test]
fn one_file_reads_the_clock() {
    for file in rust_files("src").into_iter().filter(|file| file != "src/browser/clock.rs") {
        assert_names_none(&file, &CLOCKS);
    }
    assert!(!named("src/browser/clock.rs", &CLOCKS).is_empty(), "that file reads one");
}

#[test]
fn only_the_edge_speaks_to_the_browser() {
    let edge = |file: &String| file.starts_with("src/browser/");
    let known = |file: &String| DOM_ON_THE_SCREEN.contains(&file.as_str());
    for file in rust_files("src").into_iter().filter(|file| !edge(file) && !known(file)) {
        assert_names_none(&file, &["web_sys", "js_sys"]);
    }
}

/// R19: nothing is put into the page but as text, and no code lays hands on memory itself.
#[test]
fn no_text_becomes_html_and_no_code_is_unsafe() {
    const HTML: [&str; 6] = [
        "inner_html",
        "set_inner_html",
        "outer_html",
        "set_outer_html",
        "insert_adjacent_html",
        "unsafe",
    ];
    const SCRIPT: [&str; 5] =
        ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval"];
    for file in rust_files("src") {
        assert_names_none(&file, &HTML);
    }
    for file in files("public", "js") {
        assert_names_none(&file, &SCRIPT);
    }
    assert!(read("Cargo.toml").contains("unsafe_code = \"forbid\""));
}

#[test]
fn components_know_nothing_of_hips() {
    let plain = |file: &String| file != "src/ui/components/figure.rs";
    for file in rust_files("src/ui/components").into_iter().filter(plain) {
        assert_names_none(
            &file,
            &["crate::domain", "crate::app", "crate::archive", "crate::content", "crate::route"],
        );
    }
    // A figure is drawn from the drawing that the domain makes, and knows nothing more of it.
    let figure = code(&read("src/ui/components/figure.rs"));
    assert_eq!(figure.matches("crate::").count(), 1);
    assert!(figure.contains("crate::domain::figure::drawing::"));
}

/// The check that the tests above lean on, shown to fail.
#[test]
fn a_forbidden_name_is_found_in_code_and_passed_over_in_comments_and_longer_names() {
    for line in ["use leptos::prelude::*;", "    let x = leptos::mount();", "fn f(x: crate::ui::X)"]
    {
        assert_eq!(forbidden(line, &BROWSER).len(), 1, "{line}");
    }
    assert_eq!(forbidden("use {\n    web_sys::Window,\n    js_sys::Date,\n};", &BROWSER).len(), 2);
    for line in ["// leptos draws it", "/// See `web_sys`.", "let leptosome = 1;", "crate::uint"] {
        assert!(forbidden(line, &BROWSER).is_empty(), "{line}");
    }
    assert_eq!(forbidden("js_sys::Date::now()", &CLOCKS), ["Date::now"]);
    let grouped = "use crate::{\n    app::{model, ui},\n    browser::clock,\n};";
    assert_eq!(forbidden(grouped, &BROWSER), ["crate::browser"]);
}

#[test]
fn every_file_says_in_its_first_line_what_it_holds_and_stays_short() {
    for file in ["src", "tests"].into_iter().flat_map(rust_files) {
        let text = read(&file);
        assert!(text.starts_with("//! "), "{file} begins without a `//!` line");
        let lines = text.lines().count();
        assert!(lines <= LONGEST_FILE, "{file} has {lines} lines; split it");
    }
}

#[test]
fn every_text_of_the_screens_is_shown_somewhere() {
    let sources: Vec<String> = rust_files("src").iter().map(|file| code(&read(file))).collect();
    let shown = |table: &str, name: &str| {
        sources.iter().any(|source| has_word(source, table) && has_word(source, name))
    };
    let mut unused = Vec::new();
    for file in files("src/content/interface", "toml").iter().filter(|file| file.contains("/nl")) {
        let text = read(file);
        let mut table = String::new();
        for line in text.lines() {
            if let Some(name) = line.strip_prefix('[') {
                table = name.trim_end_matches(']').replace('-', "_");
            } else if let Some((name, _)) = line.split_once(" = ") {
                let constant = name.to_uppercase().replace('-', "_");
                if !shown(&table, &constant) {
                    unused.push(format!("{table}.{name} in {file}"));
                }
            }
        }
    }
    assert!(unused.is_empty(), "remove what no screen shows:\n{}", unused.join("\n"));
}

#[test]
fn the_newest_version_in_the_changelog_is_this_one() {
    let changelog = read("CHANGELOG.md");
    let newest = changelog.lines().find_map(|line| line.strip_prefix("## ")).expect("a version");
    assert_eq!(newest.split_whitespace().next(), Some(env!("CARGO_PKG_VERSION")));
}

/// Vandaag tells of a new version once, and About of all of them.
#[test]
fn the_app_tells_what_is_new_in_every_version_of_the_changelog() {
    let changelog = read("CHANGELOG.md");
    let headings = changelog.lines().filter_map(|line| line.strip_prefix("## "));
    let versions: Vec<&str> = headings.filter_map(|it| it.split_whitespace().next()).collect();
    let releases = &soepel::content::reading::reading().releases;
    let told: Vec<&str> = releases.iter().map(|release| release.version.as_str()).collect();
    assert_eq!(told, versions);
}

#[test]
fn the_map_in_the_architecture_is_the_tree_on_the_disk() {
    let document = read("ARCHITECTURE.md");
    let map = document.split("```tree\n").nth(1).and_then(|rest| rest.split("```").next());
    let mut drawn = BTreeSet::new();
    let mut folder = String::new();
    for line in map.expect("a map").lines() {
        let name = line.split_whitespace().next().expect("no empty line stands in the map");
        if line.starts_with(' ') {
            drawn.insert(format!("{folder}{name}"));
        } else {
            folder = name.to_owned();
            drawn.insert(folder.clone());
        }
    }
    assert_eq!(drawn, tree(), "left is the map, right the disk");
}

#[test]
fn every_invariant_in_the_architecture_names_a_test_that_exists() {
    let document = read("ARCHITECTURE.md");
    let tests: String =
        ["src", "tests"].into_iter().flat_map(rust_files).map(|file| read(&file)).collect();
    let part = document.split("## Invariants").nth(1).expect("a list of invariants");
    let list = part.split("\n## ").next().expect("it ends");
    let rows: Vec<&str> = list.lines().filter(|line| line.starts_with("- ")).collect();
    assert!(rows.len() > 8);
    for row in rows {
        let name = row.rsplit('`').nth(1).unwrap_or_default();
        assert!(tests.contains(&format!("fn {name}(")), "no test holds: {row}");
    }
}

fn assert_names_none(file: &str, names: &[&str]) {
    let found = named(file, names);
    assert!(found.is_empty(), "{file} names {found:?}");
}

fn named<'a>(file: &str, names: &[&'a str]) -> Vec<&'a str> {
    forbidden(&read(file), names)
}

fn forbidden<'a>(text: &str, names: &[&'a str]) -> Vec<&'a str> {
    let code = code(text);
    let grouped = grouped(&code);
    let found = |name: &str| {
        let in_group = name.strip_prefix("crate::").is_some_and(|name| has_word(&grouped, name));
        has_word(&code, name) || in_group
    };
    names.iter().filter(|name| found(name)).copied().collect()
}

/// What stands directly in the groups of `use crate::{…}`.
fn grouped(code: &str) -> String {
    let mut first = String::new();
    for group in code.split("crate::{").skip(1) {
        let mut depth = 0;
        for letter in group.chars() {
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                _ if depth == 0 => first.push(letter),
                _ => {}
            }
        }
        first.push('\n');
    }
    first
}

/// Without comments.
fn code(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code));
    lines.collect::<Vec<_>>().join("\n")
}

fn has_word(text: &str, word: &str) -> bool {
    let part = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(part);
        let after = text[at + word.len()..].chars().next().is_some_and(part);
        !before && !after
    })
}

/// `src`, its folders, and what stands in those.
fn tree() -> BTreeSet<String> {
    let mut tree = BTreeSet::from(["src/".to_owned()]);
    for name in names("src") {
        tree.insert(format!("src/{name}"));
        if let Some(folder) = name.strip_suffix('/') {
            tree.insert(format!("{folder}/"));
            tree.remove(&format!("src/{name}"));
            tree.extend(
                names(&format!("src/{folder}")).iter().map(|name| format!("{folder}/{name}")),
            );
        }
    }
    tree
}

/// What a folder holds; folders end in `/`.
fn names(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("readable"));
    entries
        .map(|entry| {
            let name = entry.file_name().into_string().expect("names are ASCII");
            if entry.path().is_dir() { name + "/" } else { name }
        })
        .collect()
}

fn rust_files(place: &str) -> Vec<String> {
    files(place, "rs")
}

fn files(place: &str, ending: &str) -> Vec<String> {
    if Path::new(place).is_file() {
        return vec![place.to_owned()];
    }
    let mut found = Vec::new();
    for name in names(place) {
        let path = format!("{place}/{name}");
        if let Some(folder) = path.strip_suffix('/') {
            found.extend(files(folder, ending));
        } else if Path::new(&path).extension().is_some_and(|its| its == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn read(file: &str) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"))
}
