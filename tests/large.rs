//! R4: files as large as may be. Time and memory stay bounded, whatever stands in them.

//!
//! A program of its own, because it measures the memory of the whole of it.

#![expect(clippy::unwrap_used, reason = "what is made up for a test is known to be right")]

#[path = "fuzz/corpus.rs"]
#[expect(dead_code, reason = "the fuzzer takes more from it")]
mod corpus;

use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;
use serde_json::{Value, json};
use soepel::archive::{
    import::{self, LARGEST},
    merge::{SettingsChoice, merge},
    store::Archive,
};

use corpus::{Corpus, file};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// As many records as ten mebibytes hold, each under an id of its own.
fn full_of_records() -> Vec<u8> {
    let corpus = Corpus::gathered();
    let export: Value = serde_json::from_slice(&corpus.files[0]).unwrap();
    let session = |record: &&Value| record["kind"] == "session" && record["v"] == 1;
    let record = export["records"].as_array().unwrap().iter().find(session).unwrap();
    let length = record.to_string().len() + 1;
    let many = (LARGEST - 500) / length;
    let records: Vec<Value> = (0..many.min(import::MOST_RECORDS))
        .map(|number| {
            let mut record = record.clone();
            record["id"] = json!(format!("01M80000000000000000{number:06}"));
            record
        })
        .collect();
    file(&records, &[])
}

fn repeated(start: &str, piece: &str, end: &str) -> Vec<u8> {
    let many = (LARGEST - start.len() - end.len()) / piece.len();
    format!("{start}{}{end}", piece.repeat(many)).into_bytes()
}

#[expect(clippy::disallowed_methods, reason = "how long it takes is what is asked")]
fn measure(name: &str, bytes: &[u8]) -> (Duration, f32) {
    let before = MEMORY.current_usage_as_mb();
    MEMORY.reset_peak_usage();
    let began = Instant::now();
    if let Ok(parsed) = import::read(bytes) {
        let mut archive = Archive::default();
        for write in merge(&parsed, &archive, SettingsChoice::TakeTheirs) {
            archive.apply(&write);
        }
    }
    let (took, peak) = (began.elapsed(), MEMORY.peak_usage_as_mb() - before);
    println!("R4: {name}: {} bytes in {took:?} with {peak:.0} MiB beside the file", bytes.len());
    (took, peak)
}

#[test]
fn ten_mebibytes_of_anything_are_read_in_bounded_time_and_memory() {
    let open = "{\"format\":\"soepel-export\",\"schema\":1,\"quarantine\":[],\"records\":[";
    let cases = [
        ("as many sessions as fit", full_of_records()),
        ("one long list of numbers", repeated("[", "1,", "1]")),
        ("one long list in our format", repeated(open, "[],", "1]}")),
        ("many names in one object", repeated("{", "\"a\":[],", "\"b\":1}")),
        ("many small objects", repeated("[", "{\"a\":1},", "1]")),
        ("lists in lists", repeated("", "[", "")),
        ("one long text", repeated("\"", "\\u00e9", "\"")),
        ("spaces", repeated("", " ", "")),
        ("no text at all", repeated("", "\u{0}", "")),
    ];
    for (name, bytes) in cases {
        let (took, peak) = measure(name, &bytes);
        assert!(took < Duration::from_secs(60), "{name}: {took:?}");
        assert!(peak <= MOST_MEMORY, "{name}: {peak} MiB");
    }
}

/// Mebibytes beside the file itself.
const MOST_MEMORY: f32 = 200.0;
