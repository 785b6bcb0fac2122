//! A browser with two stores. What a page sees of the first is not yet on the disk; the second
//! takes whole changes and tells when each is safe. Both fail in every way that was seen to happen.

use std::collections::{BTreeSet, VecDeque};

use soepel::archive::{convert::packed, envelope, payload::spell, writes::Write};

use crate::{
    chance::Chance,
    known::{Place, Texts, place, sound},
};

/// After so long a text of localStorage is on the disk.
const SETTLES: i64 = 5_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum First {
    Works,
    /// It has room for so many characters, names included.
    Full(usize),
    /// Now and then a write is refused.
    Refuses,
    /// It cannot be read at all.
    Blocked,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Second {
    Works,
    /// Now and then a change is given up.
    Refuses,
    /// It never answers.
    Hangs,
    Missing,
}

/// Changes of one page, done together or not at all.
#[derive(Clone, Debug)]
pub(crate) struct Change {
    pub(crate) tab: usize,
    pub(crate) wall: i64,
    pub(crate) writes: Vec<Write>,
}

#[derive(Debug, Default)]
pub(crate) struct Browser {
    /// The first store as every page sees it.
    pub(crate) seen: Texts,
    pub(crate) disk: Texts,
    pending: VecDeque<(i64, Write)>,
    pub(crate) second: Texts,
    pub(crate) under_way: VecDeque<Change>,
    /// Sessions that somebody did not want to keep.
    pub(crate) dropped: BTreeSet<String>,
    /// Somebody asked for everything to go.
    pub(crate) erasing: bool,
}

impl Browser {
    /// The second store has every session in its first form, as an older version left it.
    pub(crate) fn holding(texts: &Texts) -> Self {
        let older = |text: &String| {
            let shape = envelope::open(text).ok().and_then(packed::unpack);
            shape.map_or_else(|| text.clone(), |shape| envelope::seal(&spell(&shape)))
        };
        let second = texts.iter().map(|(name, text)| (name.clone(), older(text))).collect();
        Self { seen: texts.clone(), disk: texts.clone(), second, ..Self::default() }
    }

    /// Whether it was written; an error says whether the store is full.
    pub(crate) fn put_first(
        &mut self,
        write: &Write,
        mood: First,
        wall: i64,
        chance: &mut Chance,
    ) -> Result<(), bool> {
        match (mood, write) {
            (First::Refuses, _) if chance.one_in(6) => return Err(false),
            (First::Full(room), Write::Put { key, value }) => {
                let there = self.seen.get(key).map_or(0, |there| key.len() + there.len());
                let all: usize = self.seen.iter().map(|(key, value)| key.len() + value.len()).sum();
                if all - there + key.len() + value.len() > room {
                    return Err(true);
                }
            }
            _ => {}
        }
        let mut after = self.seen.clone();
        put(&mut after, write);
        self.guard(&self.seen, &after, write);
        self.seen = after;
        self.pending.push_back((wall, write.clone()));
        Ok(())
    }

    /// The oldest change under way is done, or given up. Who made it, and whether it is safe.
    pub(crate) fn settle_second(
        &mut self,
        mood: Second,
        chance: &mut Chance,
    ) -> Option<(usize, bool)> {
        if mood == Second::Hangs {
            return None;
        }
        let oldest = self.under_way.pop_front()?;
        let safe = !(mood == Second::Refuses && chance.one_in(3));
        if safe {
            self.put_second(&oldest.writes);
        }
        Some((oldest.tab, safe))
    }

    fn put_second(&mut self, writes: &[Write]) {
        let mut after = self.second.clone();
        for write in writes {
            put(&mut after, write);
        }
        for write in writes {
            self.guard(&self.second, &after, write);
        }
        self.second = after;
    }

    /// The second store is not seconds behind the first.
    pub(crate) fn keeps_up(&self, wall: i64) -> bool {
        self.under_way.iter().all(|change| wall - change.wall < SETTLES)
    }

    /// What was written long enough ago reaches the disk, and by chance some more.
    pub(crate) fn commit(&mut self, wall: i64, chance: &mut Chance) {
        let more = if chance.one_in(3) { chance.below(4) } else { 0 };
        let old = self.pending.iter().take_while(|(at, _)| wall - at >= SETTLES).count();
        for (_, write) in self.pending.drain(..(old + more).min(self.pending.len())) {
            put(&mut self.disk, &write);
        }
    }

    /// The end comes without a word: of what was not yet on the disk a part is, from the front or,
    /// where a browser promises no order, any of it; some of it twice.
    pub(crate) fn dies(&mut self, ordered: bool, chance: &mut Chance) {
        let kept = chance.below(self.pending.len() + 1);
        let pending: Vec<Write> = self.pending.drain(..).map(|(_, write)| write).collect();
        for (index, write) in pending.iter().enumerate() {
            if if ordered { index < kept } else { chance.one_in(2) } {
                put(&mut self.disk, write);
                if chance.one_in(8) {
                    put(&mut self.disk, write);
                }
            }
        }
        let done = chance.below(self.under_way.len() + 1);
        let changes: Vec<Change> = self.under_way.drain(..).take(done).collect();
        for change in changes {
            self.put_second(&change.writes);
        }
        self.seen.clone_from(&self.disk);
    }

    /// Nothing is written over, and nothing removed, but what something better stands in for.
    fn guard(&self, before: &Texts, after: &Texts, write: &Write) {
        let (key, value) = match write {
            Write::Put { key, value } => (key, Some(value)),
            Write::Remove { key } => (key, None),
        };
        let of = place(key);
        if let Some(value) = value {
            let verbatim = matches!(of, Place::Aside | Place::Mark | Place::Other);
            assert!(verbatim || sound(value).is_some(), "{key} gets what nobody can read: {value}");
        }
        let Some(there) = before.get(key) else { return };
        if self.erasing || value == Some(there) || matches!(of, Place::Mark | Place::Other) {
            return;
        }
        if of == Place::Aside {
            // One that was torn once more may be mended.
            let whole = value.is_some_and(|raw| {
                key.contains(&format!(".q.{:08x}.", crc32fast::hash(raw.as_bytes())))
            });
            return assert!(whole, "{key} was put aside and is written over or removed");
        }
        // In this store or, when this one refused it, in the other.
        let aside = || {
            let under_way = self.under_way.iter().flat_map(|change| &change.writes);
            let to_be = under_way.filter_map(|write| match write {
                Write::Put { key, value } => Some((key, value)),
                Write::Remove { .. } => None,
            });
            let mut all = after.iter().chain(&self.seen).chain(&self.second).chain(to_be);
            all.any(|(name, raw)| place(name) == Place::Aside && raw == there)
        };
        let Some(here) = sound(there) else {
            let mended = value.is_some_and(|value| sound(value).is_some());
            return assert!(mended || aside(), "{key} was not put aside: {there}");
        };
        let better = |(name, raw): (&String, &String)| {
            place(name) == of && sound(raw).is_some_and(|other| other.rank >= here.rank)
        };
        match &of {
            Place::Record(..) => {
                let mut all = after.iter().chain(&self.seen).chain(&self.second);
                let stands = all.any(|it| better(it) && it != (key, there));
                assert!(
                    stands || after.get(key).is_some_and(|new| better((key, new))),
                    "{key} goes and nothing stands in for it"
                );
                assert!(here.version == 1, "{key} is of a newer version");
            }
            Place::Twin(_) => {
                let new = value.and_then(|value| sound(value)).expect("slots are never removed");
                assert!(new.rank.0 >= here.rank.0, "{key} goes back to revision {}", new.rank.0);
            }
            Place::Journal(id, _) if value.is_none() => {
                let session = Place::Record("session".to_owned(), id.clone());
                let all = || after.keys().chain(self.seen.keys()).chain(self.second.keys());
                let finished = all().any(|name| place(name) == session);
                let gone = finished || self.dropped.contains(id) || aside();
                assert!(gone, "{key} goes and its session was not kept");
            }
            _ => {}
        }
    }
}

fn put(texts: &mut Texts, write: &Write) {
    match write {
        Write::Put { key, value } => texts.insert(key.clone(), value.clone()),
        Write::Remove { key } => texts.remove(key),
    };
}
