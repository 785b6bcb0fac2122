//! Every finished session that is kept, in order.

use std::{collections::BTreeMap, sync::Arc};

use super::{
    record::{RecordId, SessionRecord},
    time::Day,
};

/// Finished sessions, one per id, oldest first by start and then by id. Shared with whoever keeps
/// them: after each change there is a new history, and ten thousand sessions are not copied for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    records: Vec<Arc<SessionRecord>>,
}

impl History {
    /// Of two records with one id the one with the higher revision stays.
    pub fn new(records: impl IntoIterator<Item: Into<Arc<SessionRecord>>>) -> Self {
        let mut latest: BTreeMap<RecordId, Arc<SessionRecord>> = BTreeMap::new();
        for record in records {
            let record = record.into();
            let there = latest.get(&record.id);
            if there.is_none_or(|there| there.revision <= record.revision) {
                latest.insert(record.id, record);
            }
        }
        let mut records: Vec<Arc<SessionRecord>> = latest.into_values().collect();
        records.sort_unstable_by_key(|record| (record.started_wall, record.id));
        Self { records }
    }

    /// Puts a record where it belongs, in the place of an earlier revision.
    pub fn put(&mut self, record: SessionRecord) {
        self.remove(record.id);
        let place = (record.started_wall, record.id);
        let at = self.records.partition_point(|other| (other.started_wall, other.id) < place);
        self.records.insert(at, Arc::new(record));
    }

    pub fn remove(&mut self, id: RecordId) -> Option<Arc<SessionRecord>> {
        let at = self.records.iter().position(|record| record.id == id)?;
        Some(self.records.remove(at))
    }

    pub fn get(&self, id: RecordId) -> Option<&SessionRecord> {
        self.records.iter().map(Arc::as_ref).find(|record| record.id == id)
    }

    pub fn oldest_first(&self) -> impl DoubleEndedIterator<Item = &SessionRecord> {
        self.records.iter().map(Arc::as_ref)
    }

    pub fn newest_first(&self) -> impl DoubleEndedIterator<Item = &SessionRecord> {
        self.oldest_first().rev()
    }

    pub fn on(&self, day: Day) -> impl Iterator<Item = &SessionRecord> {
        self.oldest_first().filter(move |record| record.day == day)
    }

    /// Sessions of the ISO week that `day` lies in.
    pub fn in_week_of(&self, day: Day) -> impl Iterator<Item = &SessionRecord> {
        self.oldest_first().filter(move |record| record.day.week() == day.week())
    }

    /// Sessions made or corrected after this moment, such as the last export.
    pub fn changed_since(&self, wall: i64) -> usize {
        self.records.iter().filter(|record| record.updated > wall).count()
    }

    pub fn len(&self) -> usize {
        self.records.len()
    }

    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}
