//! R4: the three readers. Whatever they get, they say what is wrong or give what they can write
//! again; they do not panic, hang or take more memory than a small multiple of what they read.

use std::{
    cmp::Ordering,
    env,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    time::{Duration, Instant},
};

use serde_json::Value;
use soepel::archive::{
    envelope,
    export::{checksum, export},
    import,
    json::canonical,
    merge::{SettingsChoice, merge, preview},
    payload::Payload,
    store::Archive,
    writes::Write,
};

use crate::{chance::Chance, corpus::Corpus, mutation};

/// How often, unless somebody says it.
fn times(usual: u64) -> u64 {
    env::var("SOEPEL_FUZZ").ok().and_then(|times| times.parse().ok()).unwrap_or(usual)
}

/// Runs one target so often, says with what seed it failed, and how long the longest took.
#[expect(clippy::disallowed_methods, reason = "how long it takes is what is asked")]
fn run(name: &str, usual: u64, mut target: impl FnMut(&mut Chance)) {
    let only = env::var("SOEPEL_FUZZ_SEED").ok().and_then(|seed| seed.parse::<u64>().ok());
    let seeds = only.map_or(0..times(usual), |seed| seed..seed + 1);
    let (mut longest, all) = (Duration::ZERO, Instant::now());
    let many = seeds.end - seeds.start;
    for seed in seeds {
        let began = Instant::now();
        let ran = catch_unwind(AssertUnwindSafe(|| target(&mut Chance::new(seed))));
        if let Err(panic) = ran {
            eprintln!("to see it again: SOEPEL_FUZZ_SEED={seed}");
            resume_unwind(panic);
        }
        longest = longest.max(began.elapsed());
    }
    println!("R4: {name}: {many} inputs in {:?}, the longest {longest:?}", all.elapsed());
    assert!(longest < Duration::from_secs(20), "one of them took {longest:?}");
}

fn done(archive: &mut Archive, writes: &[Write]) {
    for write in writes {
        archive.apply(write);
    }
}

#[test]
fn no_file_breaks_the_import() {
    let corpus = Corpus::gathered();
    println!("R4: a corpus of {}", corpus.size());
    assert!(corpus.size() >= 200);
    let here = {
        let parsed = import::read(&corpus.files[0]).unwrap();
        let mut archive = Archive::default();
        let writes = merge(&parsed, &archive, SettingsChoice::TakeTheirs);
        done(&mut archive, &writes);
        archive
    };
    // What a newer version made of one is still there, for that version.
    let ids = |archive: &Archive| {
        archive.records().count() + archive.tombstones().count() + archive.newer().count()
    };
    run("import", 5_000, |chance| {
        // Two of three are small: most of what can go wrong goes wrong in one record.
        let from = if chance.one_in(20) { 0 } else { 2 };
        let input = &corpus.files[from + chance.below(corpus.files.len() - from)];
        let bytes = match serde_json::from_slice::<Value>(input) {
            Ok(mut file) if !chance.one_in(3) => {
                for _ in 0..=chance.below(3) {
                    mutation::value(&mut file, chance);
                }
                if file.is_object() {
                    file["sha256"] = checksum(&file).into();
                }
                file.to_string().into_bytes()
            }
            _ => mutation::bytes(input, &corpus.files, chance),
        };
        let Ok(parsed) = import::read(&bytes) else { return };
        let mut archive = here.clone();
        preview(&parsed, &archive);
        let before = ids(&archive);
        let writes = merge(&parsed, &archive, SettingsChoice::TakeTheirs);
        done(&mut archive, &writes);
        assert!(ids(&archive) >= before, "an import takes no record away");
        assert_eq!(merge(&parsed, &archive, SettingsChoice::KeepOurs), [], "twice is once");
        if chance.one_in(10) {
            let file = export(&archive);
            assert!(import::read(file.as_bytes()).is_ok_and(|read| read.refused.is_empty()));
        }
    });
}

#[test]
fn no_text_breaks_the_reader_of_records() {
    let corpus = Corpus::gathered();
    run("record", 5_000, |chance| {
        let input = chance.of(&corpus.records);
        let text = match serde_json::from_slice::<Value>(input) {
            Ok(mut record) if !chance.one_in(3) => {
                mutation::value(&mut record, chance);
                canonical(&record)
            }
            _ => {
                let bytes = mutation::bytes(input, &corpus.records, chance);
                String::from_utf8_lossy(&bytes).into_owned()
            }
        };
        if let Ok(payload) = Payload::read(&text) {
            // In the form it has, in the one that leaves the browser, and as it would be stored.
            let first = Payload::read(&payload.text()).unwrap();
            assert_eq!(Payload::read(&first.text()).as_ref(), Ok(&first), "read again: {text}");
            assert_eq!((&first.what, first.rank(&payload)), (&payload.what, Ordering::Equal));
            let anew = payload.clone().packed();
            assert_eq!((&anew.what, anew.rank(&payload)), (&payload.what, Ordering::Equal));
        }
    });
}

#[test]
fn no_storage_breaks_the_start() {
    let corpus = Corpus::gathered();
    run("start", 2_000, |chance| {
        let mut texts = Vec::new();
        for _ in 0..=chance.below(5) {
            let (name, text) = chance.of(&corpus.stored);
            let text = String::from_utf8_lossy(text).into_owned();
            let payload = text.splitn(3, '|').nth(2).unwrap_or_default();
            let text = match serde_json::from_str::<Value>(payload) {
                Ok(mut record) if chance.one_in(2) => {
                    mutation::value(&mut record, chance);
                    envelope::seal(&canonical(&record))
                }
                _ if chance.one_in(2) => {
                    let bytes = mutation::bytes(text.as_bytes(), &corpus.records, chance);
                    String::from_utf8_lossy(&bytes).into_owned()
                }
                _ => text,
            };
            texts.push((name.clone(), text));
        }
        let (first, second) = texts.split_at(chance.below(texts.len() + 1));
        let mut archive = match Archive::open(first.to_vec()) {
            Ok(archive) => archive,
            Err(unreadable) => unreadable.start_afresh(),
        };
        let writes = archive.quarantine_damaged();
        done(&mut archive, &writes);
        archive.reconcile(second.to_vec());
        archive.history();
        archive.journals();
        let entries: Vec<(String, String)> = archive.entries().collect();
        let again = match Archive::open(entries.clone()) {
            Ok(again) => again,
            Err(unreadable) => unreadable.start_afresh(),
        };
        assert!(again.entries().eq(entries), "what is kept opens as it was");
        assert_eq!(again.damaged().count(), 0);
    });
}
