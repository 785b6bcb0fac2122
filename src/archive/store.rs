//! Everything that is kept, read once at the start and followed from there.
//!
//! The state is the union of all texts that can be read. There is no list of them that could be
//! damaged, and nothing is written before something was read.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    convert::{session::Tombstone, settings::Meta},
    journal::Journal,
    keys::{Key, Kind, PREFIX, SITE, Slot, Twin},
    payload::{Payload, What},
    problem::Problem,
};
use crate::domain::{
    history::History,
    record::{RecordId, ScreeningRecord, SessionRecord},
    settings::Settings,
};

/// What is kept. Whoever has one may write: it exists only when something was read, or when there
/// was nothing, or when somebody chose to start afresh.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Archive {
    pub(super) kept: BTreeMap<Key, Payload>,
    pub(super) damaged: BTreeMap<Key, Damaged>,
    pub(super) quarantined: BTreeMap<Key, String>,
    pub(super) unknown: BTreeSet<String>,
    pub(super) erased: bool,
    pub(super) reserve: bool,
}

/// A text under one of our names that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    pub raw: String,
    pub problems: Vec<Problem>,
}

/// There are texts of ours and none can be read: nothing may be written until somebody chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    archive: Archive,
}

impl Unreadable {
    /// Each name with its text, to save as a file.
    pub fn raw(&self) -> impl Iterator<Item = (String, &str)> {
        self.archive.damaged().map(|(key, damaged)| (key.to_string(), damaged.raw.as_str()))
    }

    /// An empty archive; its [`Archive::quarantine`] puts the damaged texts aside, word for word.
    pub fn start_afresh(self) -> Archive {
        self.archive
    }
}

/// What an id stands for: sessions and their tombstones together, other kinds each for itself.
pub(super) type Chain<'a> = (Option<&'a Kind>, RecordId);

impl Archive {
    /// Reads all names with their texts; those of other programs are passed over. When one name
    /// comes twice, as from a second store, the text that can be read and ranks higher stays.
    pub fn open(entries: impl IntoIterator<Item = (String, String)>) -> Result<Self, Unreadable> {
        let mut archive = Self::default();
        for (name, raw) in entries {
            archive.place(name, raw);
        }
        if archive.kept.is_empty() && !archive.damaged.is_empty() {
            return Err(Unreadable { archive });
        }
        Ok(archive)
    }

    pub fn history(&self) -> History {
        History::new(self.sessions().map(Arc::clone))
    }

    /// The latest readable revision of each session that is not deleted.
    pub fn records(&self) -> impl Iterator<Item = &SessionRecord> {
        self.sessions().map(Arc::as_ref)
    }

    fn sessions(&self) -> impl Iterator<Item = &Arc<SessionRecord>> {
        self.winners().into_values().filter_map(|(_, payload)| match &payload.what {
            What::Session(record) => Some(record),
            _ => None,
        })
    }

    pub fn tombstones(&self) -> impl Iterator<Item = Tombstone> {
        self.winners().into_values().filter_map(|(_, payload)| match payload.what {
            What::Deleted(tombstone) => Some(tombstone),
            _ => None,
        })
    }

    /// `None` when nothing was set, or only a newer version can read it.
    pub fn settings(&self) -> Option<&Settings> {
        match &self.readable(Twin::Settings)?.1.what {
            What::Settings(settings) => Some(settings),
            _ => None,
        }
    }

    pub fn screening(&self) -> Option<&ScreeningRecord> {
        match &self.readable(Twin::Screening)?.1.what {
            What::Screening(record) => Some(record),
            _ => None,
        }
    }

    pub fn meta(&self) -> Meta {
        match self.readable(Twin::Meta).map(|(_, payload)| &payload.what) {
            Some(What::Meta(meta)) => *meta,
            _ => Meta::default(),
        }
    }

    /// Sessions that were begun and not finished.
    pub fn journals(&self) -> Vec<Journal> {
        let mut ids: Vec<RecordId> = self.kept.keys().filter_map(journal_id).collect();
        ids.dedup();
        ids.into_iter()
            .filter(|id| self.current(*id).is_none())
            .filter_map(|id| self.journal(id))
            .collect()
    }

    /// The latest of a session: a record, a tombstone, or what a newer version made of it.
    pub fn current(&self, id: RecordId) -> Option<&Payload> {
        self.revisions((None, id)).map(|(_, payload)| payload).max_by(|one, other| one.rank(other))
    }

    /// Names of records that only a newer version can read. They are exported and left alone.
    pub fn newer(&self) -> impl Iterator<Item = &Key> {
        self.kept.iter().filter(|(_, payload)| payload.what == What::Beyond).map(|(key, _)| key)
    }

    pub fn damaged(&self) -> impl Iterator<Item = (&Key, &Damaged)> {
        self.damaged.iter()
    }

    /// The name each text had, with the text.
    pub fn quarantined(&self) -> impl Iterator<Item = (&str, &str)> {
        self.quarantined.iter().filter_map(|(key, raw)| match key {
            Key::Quarantine(_, name) => Some((name.as_str(), raw.as_str())),
            _ => None,
        })
    }

    /// Everything was erased, and what a second store may still hold is to go too.
    pub fn is_erased(&self) -> bool {
        self.erased
    }

    /// Names of this site that this version gives no meaning.
    pub fn unknown(&self) -> impl Iterator<Item = &str> {
        self.unknown.iter().map(String::as_str)
    }

    /// Each name with its text as it should be stored, to compare with a second store.
    pub fn entries(&self) -> impl Iterator<Item = (String, String)> {
        let kept = self.kept.iter().map(|(key, payload)| (key.to_string(), payload.seal()));
        let aside = self.quarantined.iter().map(|(key, raw)| (key.to_string(), raw.clone()));
        kept.chain(aside)
    }

    pub(super) fn place(&mut self, name: String, raw: String) {
        let Some(key) = Key::parse(&name) else {
            if name.starts_with(SITE) {
                self.unknown.insert(name);
            }
            return;
        };
        match key {
            Key::Quarantine(..) => {
                self.quarantined.insert(key, raw);
            }
            Key::Reserve => self.reserve = true,
            Key::Erased => self.erased = true,
            _ => match Payload::open(&key, &raw) {
                Ok(payload) => {
                    self.damaged.remove(&key);
                    let higher = |other: &Payload| other.rank(&payload).is_ge();
                    if !self.kept.get(&key).is_some_and(higher) {
                        self.kept.insert(key, payload);
                    }
                }
                Err(problems) if !self.kept.contains_key(&key) => {
                    self.damaged.insert(key, Damaged { raw, problems });
                }
                Err(_) => {}
            },
        }
    }

    pub(super) fn forget(&mut self, name: &str) {
        self.unknown.remove(name);
        if let Some(key) = Key::parse(name) {
            self.erased &= key != Key::Erased;
            self.reserve &= key != Key::Reserve;
            self.kept.remove(&key);
            self.damaged.remove(&key);
            self.quarantined.remove(&key);
        }
    }

    /// The latest of each record with an id.
    pub(super) fn winners(&self) -> BTreeMap<Chain<'_>, (&Key, &Payload)> {
        let mut winners: BTreeMap<Chain, (&Key, &Payload)> = BTreeMap::new();
        for (key, payload) in &self.kept {
            let Some(chain) = chain(key) else { continue };
            let place = winners.entry(chain).or_insert((key, payload));
            if payload.rank(place.1).is_gt() {
                *place = (key, payload);
            }
        }
        winners
    }

    /// Every kept revision of a record and every tombstone of it.
    pub(super) fn revisions(
        &self,
        (kind, id): Chain<'_>,
    ) -> impl Iterator<Item = (&Key, &Payload)> {
        let named = |name: fn(RecordId, u32) -> Key| name(id, 0)..=name(id, u32::MAX);
        let other = kind
            .map(|kind| Key::Other(kind.clone(), id, 0)..=Key::Other(kind.clone(), id, u32::MAX));
        let ranges = match other {
            Some(other) => vec![other],
            None => vec![named(Key::Session), named(Key::Tombstone)],
        };
        ranges.into_iter().flat_map(|range| self.kept.range(range))
    }

    /// The slot with the highest revision, also one that only a newer version can read.
    pub(super) fn latest(&self, twin: Twin) -> Option<(Slot, &Payload)> {
        self.slots(twin).max_by(|(_, one), (_, other)| one.rank(other))
    }

    /// The slot with the highest revision that this version can read.
    pub(super) fn readable(&self, twin: Twin) -> Option<(Slot, &Payload)> {
        self.slots(twin)
            .filter(|(_, payload)| payload.what != What::Beyond)
            .max_by(|(_, one), (_, other)| one.rank(other))
    }

    fn slots(&self, twin: Twin) -> impl Iterator<Item = (Slot, &Payload)> {
        [Slot::A, Slot::B]
            .into_iter()
            .filter_map(move |slot| Some((slot, self.kept.get(&Key::Twin(twin, slot))?)))
    }

    fn journal(&self, id: RecordId) -> Option<Journal> {
        let Some(What::Opening(opening)) =
            self.kept.get(&Key::Journal(id, 0)).map(|payload| &payload.what)
        else {
            return None;
        };
        let mut steps = Vec::new();
        for seq in 1.. {
            match self.kept.get(&Key::Journal(id, seq)).map(|payload| &payload.what) {
                Some(What::Step(step)) => steps.push((**step).clone()),
                _ => break,
            }
        }
        let read = steps.len() + 1;
        let all = || Key::Journal(id, 0)..=Key::Journal(id, u32::MAX);
        let present = self.kept.range(all()).count() + self.damaged.range(all()).count();
        let torn = present > read;
        Some(Journal { opening: (**opening).clone(), steps, torn })
    }

    /// Journal entries that follow a gap or have no opening, so that no session can take them up.
    /// A journal that a newer version wrote is whole for that version.
    pub(super) fn stranded(&self) -> Vec<&Key> {
        let beyond: Vec<RecordId> = self.newer().filter_map(journal_id).collect();
        let stranded = |key: &&Key| {
            let Key::Journal(id, seq) = key else { return false };
            let readable = self.journal(*id).map_or(0, |journal| journal.next_seq());
            !beyond.contains(id) && *seq >= readable
        };
        self.kept.keys().filter(stranded).collect()
    }

    /// All names of this profile, known or not.
    pub(super) fn names(&self) -> impl Iterator<Item = String> {
        let known = self.kept.keys().chain(self.damaged.keys()).chain(self.quarantined.keys());
        let unknown = self.unknown.iter().filter(|name| name.starts_with(PREFIX));
        known.map(Key::to_string).chain(unknown.cloned())
    }
}

pub(super) fn chain(key: &Key) -> Option<Chain<'_>> {
    match key {
        Key::Session(id, _) | Key::Tombstone(id, _) => Some((None, *id)),
        Key::Other(kind, id, _) => Some((Some(kind), *id)),
        _ => None,
    }
}

fn journal_id(key: &Key) -> Option<RecordId> {
    match key {
        Key::Journal(id, _) => Some(*id),
        _ => None,
    }
}
