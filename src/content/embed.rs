//! Build script: turns the content from TOML into what the program embeds.
//!
//! It changes the notation and nothing else: `catalogue.json` and `reading.json` are maps from a
//! file's path to what stands in it, and `phrases.rs` has a constant per interface text, so that a
//! text that one language lacks, or that nobody wrote, does not compile.

use std::{
    collections::BTreeMap,
    env,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Map, Value};

fn main() {
    let content = Path::new("src/content");
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR"));
    println!("cargo::rerun-if-changed=src/content");

    let mut catalogue = Map::new();
    let mut reading = Map::new();
    for file in toml_files(content) {
        let path = file.strip_prefix(content).expect("found below it").with_extension("");
        let key = path.to_str().expect("content names are ASCII").replace('\\', "/");
        if key.starts_with("interface/") {
            continue;
        }
        let place = if key.starts_with("reading/") { &mut reading } else { &mut catalogue };
        place.insert(key, parse(&file));
    }
    write(&out.join("catalogue.json"), &Value::Object(catalogue).to_string());
    write(&out.join("reading.json"), &Value::Object(reading).to_string());
    write(&out.join("phrases.rs"), &phrases(&content.join("interface")));
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(toml_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn parse(file: &Path) -> Value {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    toml::from_str(&text)
        .unwrap_or_else(|error| panic!("{} is not valid TOML: {error}", file.display()))
}

/// One module per table, one constant per text, from `nl-*.toml` and `en-*.toml` or `nl.toml` and
/// `en.toml`.
fn phrases(folder: &Path) -> String {
    let dutch = texts(folder, "nl");
    let english = texts(folder, "en");
    if let Some(key) = dutch.keys().find(|key| !english.contains_key(*key)) {
        panic!("interface/en.toml lacks `{key}`: add the English text of what nl.toml says there");
    }
    if let Some(key) = english.keys().find(|key| !dutch.contains_key(*key)) {
        panic!("interface/nl.toml lacks `{key}`: add the Dutch text of what en.toml says there");
    }
    let mut modules: BTreeMap<&str, String> = BTreeMap::new();
    for (key, dutch) in &dutch {
        let (table, name) = key.split_once('.').expect("texts() joins two parts");
        let module = modules.entry(table).or_default();
        let name = name.to_uppercase().replace('-', "_");
        let english = &english[key];
        writeln!(
            module,
            "    pub const {name}: Phrase = Phrase {{ dutch: {dutch:?}, english: {english:?} }};"
        )
        .expect("a String takes every write");
    }
    let mut source = String::new();
    for (table, body) in modules {
        let table = table.replace('-', "_");
        write!(source, "pub mod {table} {{\n    use super::Phrase;\n{body}}}\n")
            .expect("a String takes every write");
    }
    source
}

fn texts(folder: &Path, language: &str) -> BTreeMap<String, String> {
    let mut texts = BTreeMap::new();
    for file in toml_files(folder) {
        let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        if stem != language && !stem.starts_with(&format!("{language}-")) {
            continue;
        }
        let Value::Object(tables) = parse(&file) else { continue };
        for (table, entries) in tables {
            let Value::Object(entries) = entries else {
                panic!("{}: `{table}` stands outside a [table]; move it into one", file.display());
            };
            for (name, text) in entries {
                let Value::String(text) = text else {
                    panic!("{}: `{table}.{name}` is not a text in quotes", file.display());
                };
                let key = format!("{table}.{name}");
                let twice = texts.insert(key.clone(), text).is_some();
                assert!(!twice, "{}: `{key}` stands twice; remove one", file.display());
            }
        }
    }
    texts
}

fn write(file: &Path, text: &str) {
    fs::write(file, text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
