//! A file in the place of everything that is kept.

use std::collections::BTreeSet;

use super::{
    before::Entry,
    convert::item::kind,
    import::Parsed,
    keys::{Key, Twin},
    merge::{SettingsChoice, merge},
    payload::What,
    store::Archive,
};
use crate::domain::item::Item;

/// What a file would take away, shown before anything happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Replacing {
    /// The sessions that would be there.
    pub sessions: usize,
    /// The sessions here that are not in the file.
    pub gone: usize,
    /// Other things here that are not in the file: own sessions, self-tests, the plan.
    pub others_gone: usize,
    /// What only a newer version can read stays, whatever the file holds.
    pub newer: usize,
}

/// What would stand there: what is in the file and can be read, what this device remembers about
/// keeping, a session that was begun, what was set aside, and what only a newer version can read. A
/// file without settings leaves those that there are.
pub fn replaced(parsed: &Parsed, archive: &Archive) -> Vec<Entry> {
    let mut then = Archive::default();
    for write in merge(parsed, &then, SettingsChoice::TakeTheirs) {
        then.apply(&write);
    }
    let settings = then.settings().is_some();
    let stays = |key: &Key| match key {
        Key::Twin(Twin::Meta, _) | Key::Journal(..) => true,
        Key::Twin(Twin::Settings, _) => !settings,
        _ => false,
    };
    for (key, payload) in &archive.kept {
        let newer = payload.what == What::Beyond;
        if newer || (stays(key) && !then.kept.contains_key(key)) {
            then.kept.insert(key.clone(), payload.clone());
        }
    }
    then.quarantined.extend(archive.quarantined.clone());
    then.entries().collect()
}

pub fn replacing(parsed: &Parsed, archive: &Archive) -> Replacing {
    let Ok(then) = Archive::open(replaced(parsed, archive)) else { return Replacing::default() };
    let sessions: BTreeSet<_> = then.records().map(|record| record.id).collect();
    let name = |item: &Item| Some((kind(item.body.as_ref()?), item.id));
    let things: BTreeSet<_> = then.items().map(name).collect();
    Replacing {
        sessions: sessions.len(),
        gone: archive.records().filter(|record| !sessions.contains(&record.id)).count(),
        others_gone: archive.items().filter(|item| !things.contains(&name(item))).count(),
        newer: archive.newer().count(),
    }
}
