//! `switch LIST SOURCE TARGET [LEFT-OUT]`: writes the files of SOURCE that cargo-mutants' LIST names
//! into TARGET with all their mutants in them, each waiting to be chosen.

mod nodes;
mod written;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use nodes::{Found, Kind, Mutant, Places};
use serde_json::Value;
use written::Writer;

const GENRES: [&str; 6] =
    ["FnValue", "BinaryOperator", "UnaryOperator", "MatchArm", "MatchArmGuard", "StructField"];

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let [_, list, source, target, rest @ ..] = arguments.as_slice() else {
        panic!("switch LIST SOURCE TARGET [LEFT-OUT]");
    };
    let out: BTreeSet<usize> = rest.first().map_or_else(BTreeSet::new, |file| {
        let text = fs::read_to_string(file).expect("the list of those left out");
        text.split_whitespace().map(|id| id.parse().expect("a number")).collect()
    });
    let list: Vec<Value> =
        serde_json::from_str(&fs::read_to_string(list).expect("the list")).expect("JSON");
    let mut files: BTreeMap<&str, Places> = BTreeMap::new();
    for (index, it) in list.iter().enumerate() {
        let id = index + 1;
        let file = files.entry(it["file"].as_str().expect("a file")).or_default();
        if out.contains(&id) {
            continue;
        }
        let genre = it["genre"].as_str().expect("a genre");
        let genre = GENRES.iter().find(|known| **known == genre).expect("a known genre");
        let start = &it["span"]["start"];
        let number = |name: &str| start[name].as_u64().expect("a number") as usize;
        file.entry((number("line"), number("column"), genre)).or_default().push(Mutant {
            id,
            genre: (*genre).to_owned(),
            replacement: it["replacement"].as_str().unwrap_or_default().to_owned(),
        });
    }
    for (name, at) in files {
        let text = fs::read_to_string(Path::new(source).join(name)).expect(name);
        let parsed = syn::parse_file(&text).expect(name);
        let (mut nodes, left) = Found::within(&parsed, at);
        for it in left {
            println!("{}", it.id);
        }
        nodes.sort_by_key(|it| (it.range.start, usize::MAX - it.range.end, order(&it.kind)));
        let written = Writer { source: &text, nodes }.write();
        fs::write(Path::new(target).join(name), written).expect(name);
    }
}

/// A guard around an expression stands outside the expression's own change.
fn order(kind: &Kind) -> u8 {
    match kind {
        Kind::Guard { .. } => 0,
        Kind::Struct { .. } => 1,
        _ => 2,
    }
}
