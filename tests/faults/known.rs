//! What can be read in texts, found without the archive: its own reader is what is on trial.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use soepel::archive::{convert::packed::unpack, payload::spell};

pub(crate) type Texts = BTreeMap<String, String>;

/// The profile in front of every name.
pub(crate) const PROFILE: &str = "soepel.p0.";

/// Revision, moment, checksum and text: what decides between two with one id.
pub(crate) type Rank = (u64, i64, u32, String);

#[derive(Clone, Debug, Deserialize)]
struct Head {
    v: u32,
    kind: String,
    #[serde(default)]
    rev: u64,
    #[serde(default)]
    updated: i64,
}

/// A text that is whole, with what it says of itself.
#[derive(Clone, Debug)]
pub(crate) struct Sound {
    pub(crate) version: u32,
    pub(crate) kind: String,
    pub(crate) rank: Rank,
}

/// `1|<crc32>|<JSON>` and nothing torn off.
pub(crate) fn sound(raw: &str) -> Option<Sound> {
    let (checksum, text) = raw.strip_prefix("1|")?.split_once('|')?;
    let crc = crc32fast::hash(text.as_bytes());
    if format!("{crc:08x}") != checksum {
        return None;
    }
    let head: Head = serde_json::from_str(text).ok()?;
    // A session means the same in both of its forms; `tests/archive/packed.rs` has those on trial.
    if let Some(text) = unpack(text).as_ref().map(spell) {
        let rank = (head.rev, head.updated, crc32fast::hash(text.as_bytes()), text);
        return Some(Sound { version: 1, kind: head.kind, rank });
    }
    let rank = (head.rev, head.updated, crc, text.to_owned());
    Some(Sound { version: head.v, kind: head.kind, rank })
}

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// Everything that is ranked with it: kind and id, tombstones among the sessions.
    Record(String, String),
    Twin(String),
    Journal(String, u32),
    Aside,
    Mark,
    Other,
}

pub(crate) fn place(name: &str) -> Place {
    let Some(name) = name.strip_prefix(PROFILE) else { return Place::Other };
    let parts: Vec<&str> = name.split('.').collect();
    match parts[..] {
        ["s" | "x", id, _] => Place::Record("session".to_owned(), id.to_owned()),
        ["k", kind, id, _] => Place::Record(kind.to_owned(), id.to_owned()),
        ["j", id, seq] => Place::Journal(id.to_owned(), seq.parse().unwrap()),
        ["q", ..] => Place::Aside,
        [twin @ ("set" | "scr" | "meta"), _] => Place::Twin(twin.to_owned()),
        ["gone"] => Place::Mark,
        _ => Place::Other,
    }
}

/// The best that can be read of each thing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Known {
    pub(crate) records: BTreeMap<(String, String), Sound>,
    pub(crate) twins: BTreeMap<String, Rank>,
    /// Entries in a row, from the opening on.
    pub(crate) journals: BTreeMap<String, u32>,
    /// Texts under one of our names that are not whole.
    pub(crate) torn: BTreeSet<String>,
    /// Names with texts of versions to come.
    pub(crate) newer: Texts,
    pub(crate) readable: usize,
}

impl Known {
    pub(crate) fn of(stores: &[&Texts]) -> Self {
        let mut known = Self::default();
        let mut entries: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
        for (name, raw) in stores.iter().flat_map(|texts| texts.iter()) {
            let place = place(name);
            if matches!(place, Place::Aside | Place::Mark | Place::Other) {
                continue;
            }
            let Some(sound) = sound(raw) else {
                known.torn.insert(raw.clone());
                continue;
            };
            known.readable += 1;
            if sound.version > 1 {
                known.newer.insert(name.clone(), raw.clone());
            }
            match place {
                Place::Record(kind, id) => {
                    let there = known.records.entry((kind, id)).or_insert_with(|| sound.clone());
                    if there.rank < sound.rank {
                        *there = sound;
                    }
                }
                Place::Twin(twin) => {
                    let there = known.twins.entry(twin).or_insert_with(|| sound.rank.clone());
                    if *there < sound.rank {
                        *there = sound.rank;
                    }
                }
                Place::Journal(id, seq) => drop(entries.entry(id).or_default().insert(seq)),
                _ => {}
            }
        }
        for (id, entries) in entries {
            let in_a_row = (0..=u32::MAX).take_while(|seq| entries.contains(seq)).count();
            if in_a_row > 0 && !known.records.contains_key(&("session".to_owned(), id.clone())) {
                known.journals.insert(id, u32::try_from(in_a_row).unwrap());
            }
        }
        known
    }

    /// What is less than it was.
    pub(crate) fn lost(&self, after: &Self) -> Vec<String> {
        let mut lost = Vec::new();
        for (chain, before) in &self.records {
            if after.records.get(chain).is_none_or(|now| now.rank < before.rank) {
                lost.push(format!("{chain:?} of revision {}", before.rank.0));
            }
        }
        for (twin, before) in &self.twins {
            if after.twins.get(twin).is_none_or(|now| now < before) {
                lost.push(format!("{twin} of revision {}", before.0));
            }
        }
        for (id, before) in &self.journals {
            let finished = after.records.contains_key(&("session".to_owned(), id.clone()));
            if !finished && after.journals.get(id).is_none_or(|now| now < before) {
                lost.push(format!("journal {id} up to {before}"));
            }
        }
        lost
    }

    /// The sessions that somebody should see: neither deleted nor of a version to come.
    pub(crate) fn sessions(&self) -> BTreeSet<String> {
        let shown = |sound: &Sound| sound.kind == "session" && sound.version == 1;
        let shown = self.records.iter().filter(|(_, sound)| shown(sound));
        shown.map(|((_, id), _)| id.clone()).collect()
    }
}
