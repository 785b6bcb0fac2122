//! The file that somebody takes along. The same data gives the same bytes, so a file can be
//! compared with the one before.

use std::fmt::Write;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{json, keys::Twin, store::Archive, v1::item::BEGUN_TEST};
use crate::domain::time::Day;

pub const FORMAT: &str = "soepel-export";
pub const SCHEMA: u64 = 1;

/// `soepel-2026-11-22.json`
pub fn file_name(day: Day) -> String {
    format!("soepel-{}.json", day.iso())
}

/// Sessions, tombstones, settings, answers, what a newer version wrote, and the texts that could
/// not be read. No moment, no version and no name of the device: those would differ each time.
/// The running session stays behind, and a self-test that was begun: they are no records yet.
///
/// # Panics
/// Never: a text takes every write.
pub fn export(archive: &Archive) -> String {
    let mut records: Vec<(&str, String, String)> = archive
        .winners()
        .into_values()
        .filter(|(_, payload)| payload.head.kind.as_str() != BEGUN_TEST)
        .map(|(_, payload)| {
            let id = payload.head.id.map(|id| id.to_string()).unwrap_or_default();
            (payload.head.kind.as_str(), id, payload.canonical())
        })
        .collect();
    for twin in [Twin::Settings, Twin::Screening] {
        if let Some((_, payload)) = archive.latest(twin) {
            let text = json::canonical(&payload.without_revision());
            records.push((payload.head.kind.as_str(), String::new(), text));
        }
    }
    records.sort_unstable_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    let records: Vec<String> = records.into_iter().map(|(_, _, text)| text).collect();

    // Sorted by text too: the same text under two names keeps one order.
    let mut quarantine: Vec<(&str, &str)> = archive.quarantined().collect();
    quarantine.sort_unstable();
    let quarantine: Vec<String> = quarantine
        .iter()
        .map(|(name, raw)| json::canonical(&serde_json::json!({ "name": name, "raw": raw })))
        .collect();

    let checksum = digest(&assemble(&records, &quarantine, ","));
    let mut file = assemble(&records, &quarantine, ",\n");
    file.pop();
    write!(file, ",\n\"sha256\":\"{checksum}\"}}\n").expect("a String takes every write");
    file
}

/// The checksum of a file: SHA-256 of its canonical text without the field `sha256`.
pub fn checksum(file: &Value) -> String {
    digest(&json::canonical_without(file, "sha256"))
}

/// With `","` this is the canonical text; with a line break after each comma it reads better and
/// means the same.
fn assemble(records: &[String], quarantine: &[String], comma: &str) -> String {
    [
        format!("{{\"format\":\"{FORMAT}\""),
        format!("\"quarantine\":[{}]", quarantine.join(comma)),
        format!("\"records\":[{}]", records.join(comma)),
        format!("\"schema\":{SCHEMA}}}"),
    ]
    .join(comma)
}

fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("a String takes every write");
        hex
    })
}
