//! Kept things besides sessions: what is there, and how one is put, changed or taken away.

use super::{
    convert::item,
    keys::{Key, Kind},
    payload::{Payload, What},
    store::Archive,
    writes::{Blocked, Write, put, remove, within},
};
use crate::domain::{
    item::{Body, Item},
    record::RecordId,
};

impl Archive {
    /// Everything that was put and not taken away, in the order in which it was made.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        // The revisions of one thing stand together in the order of keys, apart from the sessions.
        // Every page asks for these, so no map is made of them.
        let others = Key::Tombstone(RecordId::MOST, u32::MAX)..Key::Journal(RecordId::LEAST, 0);
        let mut latest: Vec<((&Kind, RecordId), &Payload)> = Vec::new();
        for (key, payload) in self.kept.range(others) {
            let Key::Other(kind, id, _) = key else { continue };
            match latest.last_mut() {
                Some((of, there)) if *of == (kind, *id) => {
                    if payload.rank(there).is_gt() {
                        *there = payload;
                    }
                }
                _ => latest.push(((kind, *id), payload)),
            }
        }
        latest.into_iter().filter_map(|(_, payload)| match &payload.what {
            What::Item(item) if item.body.is_some() => Some(&**item),
            _ => None,
        })
    }

    /// Makes a thing, or changes the one of the same kind that has this id.
    pub fn put_item(&self, id: RecordId, body: Body, wall: i64) -> Result<Vec<Write>, Blocked> {
        self.revise_item(item::kind(&body), id, Some(body), wall)
    }

    /// Takes a thing of this body's kind away. Putting it again undoes that.
    pub fn remove_item(&self, id: RecordId, body: &Body, wall: i64) -> Result<Vec<Write>, Blocked> {
        self.revise_item(item::kind(body), id, None, wall)
    }

    fn revise_item(
        &self,
        kind: &str,
        id: RecordId,
        body: Option<Body>,
        wall: i64,
    ) -> Result<Vec<Write>, Blocked> {
        let kind = Kind::new(kind).ok_or(Blocked::Absent)?;
        let latest = self
            .revisions((Some(&kind), id))
            .map(|(_, payload)| payload)
            .max_by(|one, other| one.rank(other));
        if latest.is_some_and(|payload| payload.what == What::Beyond) {
            return Err(Blocked::Newer);
        }
        let revision = latest.map_or(1, |payload| payload.head.revision.saturating_add(1));
        let item = Item { id, revision, updated: within(wall), body };
        let text = item::write(kind.as_str(), &item, latest.map(Payload::text).as_deref());
        match Payload::read(&text).map_err(Blocked::Unfaithful)?.what {
            What::Item(read) if *read == item => {}
            _ => return Err(Blocked::Unfaithful(Vec::new())),
        }
        let mut writes = vec![put(&Key::Other(kind.clone(), id, revision), &text)];
        writes.extend(self.revisions((Some(&kind), id)).map(|(key, _)| remove(key)));
        Ok(writes)
    }
}
