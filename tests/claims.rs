//! R22: what Soepel never says. Every text in both languages, the page around it, the manifest and
//! the README are held to the words in `tests/fixtures/claims.toml`.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde::Deserialize;
use toml::Value;

#[derive(Deserialize)]
struct Claims {
    claim: Vec<Claim>,
    allowed: Vec<Allowed>,
}

/// Words that claim something.
#[derive(Deserialize)]
struct Claim {
    words: Vec<String>,
    why: String,
    cure: String,
}

/// Where they may stand all the same.
#[derive(Deserialize)]
struct Allowed {
    #[serde(default)]
    file: String,
    phrases: Vec<String>,
    reason: String,
}

/// One text with the file and the place it stands at.
struct Text {
    file: String,
    place: String,
    words: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("it can be read")
}

fn claims() -> Claims {
    toml::from_str(&read(&root().join("tests/fixtures/claims.toml"))).expect("the list is whole")
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

fn texts_in(value: &Value, place: &str, file: &str, found: &mut Vec<Text>) {
    let below =
        |name: &str| if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") };
    match value {
        Value::Table(fields) => {
            for (name, value) in fields {
                texts_in(value, &below(name), file, found);
            }
        }
        Value::Array(values) => {
            for (number, value) in values.iter().enumerate() {
                texts_in(value, &below(&number.to_string()), file, found);
            }
        }
        // What a program reads is no text: IDs and slugs.
        Value::String(words) if words.contains('-') && !words.contains(char::is_whitespace) => {}
        Value::String(_) if ["id", "slug"].iter().any(|name| place.ends_with(name)) => {}
        Value::String(words) => found.push(Text {
            file: file.to_owned(),
            place: place.to_owned(),
            words: words.clone(),
        }),
        _ => {}
    }
}

/// All that anybody can read.
fn texts() -> Vec<Text> {
    let root = root();
    let mut paths = vec![root.join("index.html"), root.join("README.md")];
    for folder in ["src/content", "public"] {
        files(&root.join(folder), &mut paths);
    }
    let mut found = Vec::new();
    for path in paths {
        let file = path.strip_prefix(&root).expect("below it").to_string_lossy().into_owned();
        let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        match kind {
            "toml" => {
                let value: Value = toml::from_str(&read(&path)).expect("TOML");
                texts_in(&value, "", &file, &mut found);
            }
            "html" | "md" | "webmanifest" | "js" => {
                // A paragraph at a time: a sentence may go on over a line.
                for (number, words) in read(&path).split("\n\n").enumerate() {
                    let place = format!("paragraph {}", number + 1);
                    found.push(Text { file: file.clone(), place, words: words.to_owned() });
                }
            }
            _ => {}
        }
    }
    found
}

/// In lower case, the words alone, each between two spaces.
fn plain(words: &str) -> String {
    let mut plain = " ".to_owned();
    for letter in words.to_lowercase().chars() {
        if letter.is_alphanumeric() || letter == '%' {
            plain.push(letter);
        } else if !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    if !plain.ends_with(' ') {
        plain.push(' ');
    }
    plain
}

fn has(text: &str, words: &str) -> bool {
    match words.strip_suffix('*') {
        Some(begins) => text.contains(&plain(begins).trim_end().to_owned()),
        None => text.contains(&plain(words)),
    }
}

/// The claims in a text, and the exceptions that were needed for it (by their number).
fn found_in<'a>(
    claims: &'a Claims,
    file: &str,
    words: &str,
    used: &mut BTreeSet<usize>,
) -> Vec<(&'a str, &'a Claim)> {
    let mut text = plain(words);
    let any = |text: &str| -> Vec<(&'a str, &'a Claim)> {
        let each =
            claims.claim.iter().flat_map(|claim| claim.words.iter().map(move |it| (it, claim)));
        each.filter(|(word, _)| has(text, word))
            .map(|(word, claim)| (word.as_str(), claim))
            .collect()
    };
    for (number, allowed) in claims.allowed.iter().enumerate() {
        if any(&text).is_empty() {
            break;
        }
        if !file.contains(&allowed.file) {
            continue;
        }
        for phrase in &allowed.phrases {
            if phrase == "*" {
                " ".clone_into(&mut text);
                used.insert(number);
            } else if has(&text, phrase) {
                text = text.replace(&plain(phrase), " ");
                used.insert(number);
            }
        }
    }
    any(&text)
}

#[test]
fn nothing_that_anybody_reads_claims_to_treat_cure_or_diagnose() {
    let (claims, texts) = (claims(), texts());
    assert!(texts.len() > 3_000, "only {} texts were found", texts.len());
    let mut used = BTreeSet::new();
    let mut said = Vec::new();
    for text in &texts {
        for (word, Claim { why, cure, .. }) in found_in(&claims, &text.file, &text.words, &mut used)
        {
            let Text { file, place, words } = text;
            said.push(format!("{file}, {place}: `{word}` {why}. {cure}.\n    {words}"));
        }
    }
    println!("R22: {} texts, {} claims", texts.len(), said.len());
    assert!(said.is_empty(), "{}", said.join("\n"));
    for (number, Allowed { phrases, reason, .. }) in claims.allowed.iter().enumerate() {
        assert!(
            used.contains(&number),
            "no text needs {phrases:?} ({reason}): take it off the list"
        );
    }
}

#[test]
fn what_may_not_be_said_is_found_in_both_languages() {
    let claims = claims();
    for sentence in [
        "Soepel geneest je heup.",
        "Zo behandelen we je rug.",
        "Wij stellen een diagnose.",
        "Dit verlicht de pijn.",
        "Klinisch bewezen oefeningen.",
        "Je heup is 30 % beter.",
        "Een programma bij artrose.",
        "Voorkomt blessures.",
        "Revalidatie thuis.",
        "Je fysio in je zak",
        "This cures your back.",
        "We treat hip pain.",
        "It diagnoses you.",
        "Pain relief in ten minutes.",
        "Clinically proven.",
        "Your hip improved by 30 %.",
        "An impingement plan.",
        "Prevents injuries.",
        "Rehabilitation at home.",
        "A physiotherapist in your pocket.",
    ] {
        let found = found_in(&claims, "src/content/any.toml", sentence, &mut BTreeSet::new());
        assert!(!found.is_empty(), "not found: {sentence}");
    }
    for sentence in [
        "Soepel stelt geen diagnose en belooft geen genezing.",
        "Informatie, geen behandeling",
        "Alleen na akkoord van je behandelaar.",
        "Je hield 30 seconden vol, eerst 20.",
        "I have discussed this, or am being treated",
    ] {
        let found = found_in(&claims, "src/content/any.toml", sentence, &mut BTreeSet::new());
        assert!(found.is_empty(), "{sentence}: {}", found[0].0);
    }
}
