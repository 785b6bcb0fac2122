//! What to put and remove when something happens. The edge does it and reads each put back; when
//! it comes back the same, [`Archive::apply`] makes it so here.

use std::collections::BTreeSet;

use super::{
    convert::{MOMENTS, journal, screening, session, settings},
    envelope,
    journal::{Opening, Step},
    keys::{Key, Slot, Twin},
    payload::{Payload, What, extra_of, shortest, spell},
    problem::Problem,
    store::{Archive, chain},
    v1,
};
use crate::domain::{
    record::{RecordId, ScreeningRecord, SessionRecord},
    settings::Settings,
};

/// All that a mark says is that it is there.
const MARK: &str = "1";

/// One change to the storage. They are done in order, and the rest only when one succeeded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    Put { key: String, value: String },
    Remove { key: String },
}

/// Why nothing may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blocked {
    /// What stands there is of a newer version; this one would lose what it cannot read.
    Newer,
    /// Nothing stands there that could be changed.
    Absent,
    /// Another record stands under this id.
    Taken,
    /// What would be written does not read back as the same.
    Unfaithful(Vec<Problem>),
}

impl Write {
    pub fn name(&self) -> &str {
        match self {
            Self::Put { key, .. } | Self::Remove { key } => key,
        }
    }
}

impl Archive {
    /// Follows a write that was done, here or in another window.
    pub fn apply(&mut self, write: &Write) {
        match write {
            Write::Put { key, value } => {
                self.forget(key);
                self.place(key.clone(), value.clone());
            }
            Write::Remove { key } => self.forget(key),
        }
    }

    /// A session that has just ended: its record, and then its journal may go.
    pub fn finish(&self, record: &SessionRecord) -> Result<Vec<Write>, Blocked> {
        let written = put_session(record, v1::Extra::new())?;
        let mut writes = Vec::new();
        match self.current(record.id) {
            None => writes.push(written),
            // It was finished before, and only the journal was left behind.
            Some(payload) if matches!(&payload.what, What::Session(kept) if **kept == *record) => {}
            Some(_) => return Err(Blocked::Taken),
        }
        writes.extend(self.journal_removal(record.id));
        Ok(writes)
    }

    /// A correction becomes a new revision; the earlier one goes when this one is safe. The
    /// record's own `revision` and `updated` are set here.
    pub fn edit(&self, record: &SessionRecord, wall: i64) -> Result<Vec<Write>, Blocked> {
        match self.current(record.id).map(|payload| &payload.what) {
            Some(What::Session(_)) => self.revise(record, wall),
            Some(What::Beyond) => Err(Blocked::Newer),
            _ => Err(Blocked::Absent),
        }
    }

    /// Leaves a tombstone. The record itself stays for [`Archive::restore`] until the next
    /// [`Archive::tidy`].
    pub fn delete(&self, id: RecordId, wall: i64) -> Result<Vec<Write>, Blocked> {
        let current = self.current(id).ok_or(Blocked::Absent)?;
        if let What::Deleted(_) = current.what {
            return Err(Blocked::Absent);
        }
        let revision = current.head.revision + 1;
        let updated = within(wall);
        let shape = session::write_tombstone(session::Tombstone { id, revision, updated });
        let text = spell(&shape);
        faithful(&text)?;
        Ok(vec![put(&Key::Tombstone(id, revision), &text)])
    }

    /// Undoes [`Archive::delete`] with the record as it was.
    pub fn restore(&self, record: &SessionRecord, wall: i64) -> Result<Vec<Write>, Blocked> {
        match self.current(record.id).map(|payload| &payload.what) {
            Some(What::Deleted(_)) => self.revise(record, wall),
            Some(What::Beyond) => Err(Blocked::Newer),
            _ => Err(Blocked::Absent),
        }
    }

    pub fn save_settings(&self, value: &Settings, wall: i64) -> Result<Vec<Write>, Blocked> {
        let extra = self.extra(Twin::Settings, |shape: v1::Settings| shape.extra);
        self.put_twin(Twin::Settings, |rev| {
            spell(&settings::write(value, rev, within(wall), extra))
        })
    }

    pub fn save_screening(&self, record: &ScreeningRecord) -> Result<Vec<Write>, Blocked> {
        let extra = self.extra(Twin::Screening, |shape: v1::Screening| shape.extra);
        self.put_twin(Twin::Screening, |rev| spell(&screening::write(record, rev, extra)))
    }

    /// Somebody has taken a copy.
    pub fn stamp_export(&self, wall: i64) -> Result<Vec<Write>, Blocked> {
        self.save_meta(settings::Meta { last_export: Some(within(wall)), later: None }, wall)
    }

    /// Somebody wants to hear of copies later.
    pub fn stamp_later(&self, wall: i64) -> Result<Vec<Write>, Blocked> {
        self.save_meta(settings::Meta { later: Some(within(wall)), ..self.meta() }, wall)
    }

    fn save_meta(&self, meta: settings::Meta, wall: i64) -> Result<Vec<Write>, Blocked> {
        let extra = self.extra(Twin::Meta, |shape: v1::Meta| shape.extra);
        let wall = within(wall);
        self.put_twin(Twin::Meta, |rev| spell(&settings::write_meta(meta, rev, wall, extra)))
    }

    /// Entry 0 of a journal.
    pub fn begin_journal(&self, opening: &Opening) -> Result<Vec<Write>, Blocked> {
        let text = spell(&journal::write_opening(opening));
        match faithful(&text)? {
            What::Opening(read) if *read == *opening => {
                Ok(vec![put(&Key::Journal(opening.record, 0), &text)])
            }
            _ => Err(Blocked::Unfaithful(Vec::new())),
        }
    }

    /// A later entry of a journal.
    pub fn continue_journal(&self, id: RecordId, step: &Step) -> Result<Vec<Write>, Blocked> {
        let text = spell(&journal::write_step(id, step));
        match faithful(&text)? {
            What::Step(read) if *read == *step => Ok(vec![put(&Key::Journal(id, step.seq), &text)]),
            _ => Err(Blocked::Unfaithful(Vec::new())),
        }
    }

    /// Somebody does not want to keep a session that was begun.
    pub fn discard_journal(&self, id: RecordId) -> Vec<Write> {
        self.journal_removal(id).collect()
    }

    /// Puts aside, word for word, what cannot be read or taken up again.
    pub fn quarantine(&self) -> Vec<Write> {
        [self.quarantine_damaged(), self.quarantine_stranded()].concat()
    }

    pub fn quarantine_damaged(&self) -> Vec<Write> {
        let damaged = self.damaged();
        damaged.flat_map(|(key, damaged)| put_aside(key, damaged.raw.clone())).collect()
    }

    /// Only once a second store was heard: what is missing in between may be there.
    pub fn quarantine_stranded(&self) -> Vec<Write> {
        let stranded = self.stranded().into_iter();
        stranded.flat_map(|key| put_aside(key, self.kept[key].seal())).collect()
    }

    /// Removes what a later revision or a finished session made needless. What only a newer
    /// version can read never makes a readable revision needless.
    pub fn tidy(&self) -> Vec<Write> {
        let winners = self.winners();
        let needless = self.kept.iter().filter(|(key, _)| match key {
            Key::Journal(id, _) => self.current(*id).is_some(),
            _ => chain(key)
                .and_then(|chain| winners.get(&chain))
                .is_some_and(|(winner, payload)| winner != key && payload.what != What::Beyond),
        });
        needless.map(|(key, _)| remove(key)).collect()
    }

    /// Everything of this profile, for good. A mark stays until [`Archive::emptied`], so that a
    /// second store that could not be emptied at once brings nothing back.
    pub fn erase(&self) -> Vec<Write> {
        let reserve = Key::Reserve.to_string();
        let mut writes: Vec<Write> =
            [reserve].into_iter().chain(self.names()).map(|key| Write::Remove { key }).collect();
        // A full storage has room for the mark once the first text is gone.
        let mark = Write::Put { key: Key::Erased.to_string(), value: MARK.to_owned() };
        writes.insert(writes.len().min(2), mark);
        writes
    }

    /// What makes these names stand as they should by now. Writes that failed are not simply done
    /// again: something later may have taken their place.
    pub fn again<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> Vec<Write> {
        let names: BTreeSet<&str> = names.into_iter().collect();
        let (mut puts, mut removals) = (Vec::new(), Vec::new());
        for name in names {
            let Some(key) = Key::parse(name) else { continue };
            let aside = || self.quarantined.get(&key).cloned();
            let mark = || (key == Key::Erased && self.erased).then(|| MARK.to_owned());
            let text = self.kept.get(&key).map(Payload::seal).or_else(aside).or_else(mark);
            match text {
                Some(value) => puts.push(Write::Put { key: name.to_owned(), value }),
                None if self.damaged.contains_key(&key) => {}
                None if key == Key::Reserve && self.reserve => {}
                None => removals.push(Write::Remove { key: name.to_owned() }),
            }
        }
        // What is erased makes room for the rest.
        if self.erased { [removals, puts].concat() } else { [puts, removals].concat() }
    }

    /// The second store is empty too: the mark of the erasure may go.
    pub fn emptied(&self) -> Vec<Write> {
        if self.is_erased() { vec![remove(&Key::Erased)] } else { Vec::new() }
    }

    /// Puts a text with the next revision into the slot that is not the latest.
    pub(super) fn put_twin(
        &self,
        twin: Twin,
        text: impl FnOnce(u32) -> String,
    ) -> Result<Vec<Write>, Blocked> {
        let latest = self.latest(twin);
        let revision = latest.map_or(1, |(_, payload)| payload.head.revision.saturating_add(1));
        let first = latest.map_or(Slot::A, |(slot, _)| slot.other());
        // The slot of a newer version is not ours to overwrite, even where it is the older one.
        let ours = |slot: &_| {
            let there = self.kept.get(&Key::Twin(twin, *slot));
            there.is_none_or(|payload| payload.what != What::Beyond)
        };
        let slot = [first, first.other()].into_iter().find(ours).ok_or(Blocked::Newer)?;
        let key = Key::Twin(twin, slot);
        let text = text(revision);
        faithful(&text)?;

        let mut writes = Vec::new();
        if let Some(damaged) = self.damaged.get(&key) {
            let aside = Key::quarantine(&key.to_string(), &damaged.raw).to_string();
            writes.push(Write::Put { key: aside, value: damaged.raw.clone() });
        }
        writes.push(put(&key, &text));
        Ok(writes)
    }

    fn revise(&self, record: &SessionRecord, wall: i64) -> Result<Vec<Write>, Blocked> {
        let current = self.current(record.id).ok_or(Blocked::Absent)?;
        let mut revised = record.clone();
        revised.revision = current.head.revision + 1;
        revised.updated = within(wall);
        let before = self
            .revisions((None, record.id))
            .map(|(_, payload)| payload)
            .filter(|payload| matches!(payload.what, What::Session(_)))
            .max_by(|one, other| one.rank(other));
        let extra = before.map_or_else(v1::Extra::new, |payload| {
            extra_of(&payload.text(), |shape: v1::Session| shape.extra)
        });
        let mut writes = vec![put_session(&revised, extra)?];
        writes.extend(self.revisions((None, record.id)).map(|(key, _)| remove(key)));
        Ok(writes)
    }

    fn extra<T: serde::de::DeserializeOwned>(
        &self,
        twin: Twin,
        take: impl FnOnce(T) -> v1::Extra,
    ) -> v1::Extra {
        self.readable(twin)
            .map_or_else(v1::Extra::new, |(_, payload)| extra_of(&payload.text(), take))
    }

    fn journal_removal(&self, id: RecordId) -> impl Iterator<Item = Write> {
        self.kept
            .range(Key::Journal(id, 0)..=Key::Journal(id, u32::MAX))
            .map(|(key, _)| remove(key))
    }
}

pub(super) fn put(key: &Key, text: &str) -> Write {
    Write::Put { key: key.to_string(), value: envelope::seal(text) }
}

fn put_aside(key: &Key, raw: String) -> [Write; 2] {
    let name = key.to_string();
    let aside = Key::quarantine(&name, &raw).to_string();
    [Write::Put { key: aside, value: raw }, Write::Remove { key: name }]
}

pub(super) fn remove(key: &Key) -> Write {
    Write::Remove { key: key.to_string() }
}

fn put_session(record: &SessionRecord, extra: v1::Extra) -> Result<Write, Blocked> {
    let text = spell(&session::write(record, extra));
    match faithful(&text)? {
        What::Session(read) if *read == *record => {
            Ok(put(&Key::Session(record.id, record.revision), &shortest(text)))
        }
        _ => Err(Blocked::Unfaithful(Vec::new())),
    }
}

/// Reads what is about to be written, so that no record is saved that cannot be opened.
fn faithful(text: &str) -> Result<What, Blocked> {
    Payload::read(text).map(|payload| payload.what).map_err(Blocked::Unfaithful)
}

/// A clock far out of range must not cost the record.
pub(super) fn within(wall: i64) -> i64 {
    wall.clamp(*MOMENTS.start(), *MOMENTS.end())
}
