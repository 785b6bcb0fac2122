//! Two stores that fail apart: whatever one of them lost, the other gives back.

use std::collections::BTreeMap;

use proptest::prelude::*;
use soepel::{
    archive::{
        keys::Key,
        mirror::Reconciled,
        store::Archive,
        writes::{Blocked, Write},
    },
    domain::{
        record::{Note, RecordId, SessionRecord},
        settings::{Settings, Theme},
    },
};

use crate::{
    made::{NOON, Shelf, cases, full_screening, full_session, id},
    stored::{opening, step},
};

/// Somebody whose every write goes to both stores.
#[derive(Clone, Default)]
struct Person {
    first: Shelf,
    second: Shelf,
    archive: Archive,
}

impl Person {
    fn with(numbers: &[u8]) -> Self {
        let mut person = Self::default();
        for number in numbers {
            person.does(|archive| archive.finish(&session(*number)));
        }
        person
    }

    #[track_caller]
    fn does(&mut self, change: impl FnOnce(&Archive) -> Result<Vec<Write>, Blocked>) {
        let writes = change(&self.archive).expect("it may be written");
        for write in &writes {
            self.archive.apply(write);
        }
        put(&mut self.first, &writes);
        put(&mut self.second, &writes);
    }

    /// The next start: the first store is opened, and the second read after it.
    fn starts_anew(&mut self) -> Reconciled {
        self.archive = self.first.open();
        let tidied: Vec<Write> =
            self.archive.quarantine().into_iter().chain(self.archive.tidy()).collect();
        self.first.write(&mut self.archive, &tidied);
        let found = self.archive.reconcile(entries(&self.second));
        put(&mut self.first, &found.first);
        put(&mut self.second, &found.second);
        assert_eq!(self.archive, self.first.open(), "who follows sees what is there");
        found
    }

    fn has(&self) -> Vec<RecordId> {
        self.archive.history().oldest_first().map(|record| record.id).collect()
    }

    fn is_whole(&mut self) {
        assert_eq!(self.first, self.second);
        assert_eq!(self.starts_anew(), Reconciled::default(), "nothing is left to do");
    }
}

fn session(number: u8) -> SessionRecord {
    SessionRecord { id: id(number), started_wall: NOON + i64::from(number), ..full_session() }
}

fn put(shelf: &mut Shelf, writes: &[Write]) {
    for write in writes {
        match write {
            Write::Put { key, value } => shelf.0.insert(key.clone(), value.clone()),
            Write::Remove { key } => shelf.0.remove(key),
        };
    }
}

fn entries(shelf: &Shelf) -> Vec<(String, String)> {
    shelf.0.clone().into_iter().collect()
}

#[test]
fn what_the_first_store_lost_comes_back() {
    let mut person = Person::with(&[1, 2]);
    person.does(|archive| archive.save_screening(&full_screening()));
    person.first.0.clear();
    assert!(person.starts_anew().restores());
    assert_eq!(person.has(), [id(1), id(2)]);
    assert_eq!(person.archive.screening(), Some(&full_screening()));
    person.is_whole();
}

/// Neither store could ever lead it on, and each start would have moved it to and fro.
#[test]
fn a_step_whose_opening_both_stores_lost_is_put_aside_in_both() {
    let mut person = Person::with(&[1]);
    let id = id(2);
    person.does(|archive| archive.begin_journal(&opening(id)));
    person.does(|archive| archive.continue_journal(id, &step(1)));
    let begun = |name: &String| name.contains(".j.") && name.ends_with(".0");
    for store in [&mut person.first, &mut person.second] {
        store.0.retain(|name, _| !begun(name));
    }
    person.starts_anew();
    assert!(person.first.0.keys().any(|name| name.contains(".q.") && name.contains(".j.")));
    person.is_whole();
}

#[test]
fn an_empty_second_store_gets_everything() {
    let mut person = Person::with(&[1, 2]);
    person.second.0.clear();
    let found = person.starts_anew();
    assert!(!found.restores() && found.first.is_empty());
    person.is_whole();
}

#[test]
fn a_session_that_only_the_second_store_saw_end_is_finished() {
    let mut person = Person::with(&[1]);
    person.does(|archive| archive.begin_journal(&opening(id(2))));
    person.does(|archive| archive.continue_journal(id(2), &step(1)));
    let before = person.first.clone();
    person.does(|archive| archive.continue_journal(id(2), &step(2)));
    let mut cut = person.clone();
    cut.first = before.clone();
    cut.starts_anew();
    assert_eq!(cut.archive.journals()[0].steps.len(), 2, "the last step too");
    person.does(|archive| archive.finish(&session(2)));
    person.first = before;
    person.starts_anew();
    assert_eq!(person.has(), [id(1), id(2)]);
    assert!(person.archive.journals().is_empty());
    person.is_whole();
}

#[test]
fn what_was_deleted_or_corrected_stays_so() {
    let mut person = Person::with(&[1, 2]);
    let stale = person.second.clone();
    let mut corrected = session(1);
    corrected.after.note = Note::new("beter").unwrap();
    person.does(|archive| archive.edit(&corrected, NOON + 9));
    person.does(|archive| archive.delete(id(2), NOON + 9));
    person.second = stale;
    person.starts_anew();
    assert_eq!(person.has(), [id(1)]);
    assert_eq!(person.archive.history().get(id(1)).unwrap().after.note.as_str(), "beter");
    person.is_whole();
}

#[test]
fn the_settings_that_were_set_last_hold_whichever_store_has_them() {
    for first_is_old in [true, false] {
        let mut person = Person::with(&[1]);
        person.does(|archive| archive.save_settings(&Settings::default(), NOON));
        let old = person.clone();
        for theme in [Theme::Light, Theme::Dark] {
            let set = Settings { theme, ..Settings::default() };
            person.does(|archive| archive.save_settings(&set, NOON + 5));
        }
        if first_is_old {
            person.first = old.first;
        } else {
            person.second = old.second;
        }
        person.starts_anew();
        assert_eq!(person.archive.settings().unwrap().theme, Theme::Dark);
        person.is_whole();
    }
}

#[test]
fn a_damaged_text_is_replaced_by_the_good_one_and_kept_word_for_word() {
    for in_first in [true, false] {
        let mut person = Person::with(&[1, 2]);
        let name = Key::Session(id(1), 1).to_string();
        let store = if in_first { &mut person.first } else { &mut person.second };
        store.0.insert(name, "1|00000000|{\"v\":1".to_owned());
        person.starts_anew();
        assert_eq!(person.has(), [id(1), id(2)]);
        let aside: Vec<&str> = person.archive.quarantined().map(|(_, raw)| raw).collect();
        assert_eq!(aside, ["1|00000000|{\"v\":1"]);
        assert_eq!(person.archive.damaged().count(), 0);
        person.is_whole();
    }
}

#[test]
fn when_nothing_of_the_first_store_can_be_read_the_second_one_holds() {
    let mut person = Person::with(&[1, 2]);
    for text in person.first.0.values_mut() {
        text.truncate(20);
    }
    let unreadable = Archive::open(person.first.0.clone()).unwrap_err();
    assert!(unreadable.clone().rescue(Vec::new()).is_err(), "nothing there to take");
    let (archive, found) = unreadable.rescue(entries(&person.second)).unwrap();
    put(&mut person.first, &found.first);
    put(&mut person.second, &found.second);
    person.archive = archive;
    assert_eq!(person.has(), [id(1), id(2)]);
    assert_eq!(person.archive.quarantined().count(), 2);
    person.is_whole();
}

#[test]
fn after_everything_was_erased_nothing_comes_back() {
    let mut person = Person::with(&[1, 2]);
    let full = person.second.clone();
    person.does(|archive| Ok(archive.erase()));
    person.second = full;
    let found = person.starts_anew();
    assert!(person.has().is_empty() && !found.restores());
    assert!(person.second.0.is_empty());
    let done = person.archive.emptied();
    put(&mut person.first, &done);
    assert!(person.first.0.is_empty());
}

#[test]
fn names_of_others_and_of_later_versions_are_left_alone() {
    let mut person = Person::with(&[1]);
    person.second.0.insert("soepel.p0.later".to_owned(), "?".to_owned());
    person.second.0.insert("somebody.else".to_owned(), "?".to_owned());
    let found = person.starts_anew();
    assert_eq!(found, Reconciled::default());
}

#[derive(Clone, Debug)]
enum Deed {
    Finishes(u8),
    Corrects(u8),
    Deletes(u8),
    Sets(bool),
    Begins(u8),
    Steps(u8),
}

fn deed() -> impl Strategy<Value = Deed> {
    let number = || 0_u8..6;
    prop_oneof![
        3 => number().prop_map(Deed::Finishes),
        1 => number().prop_map(Deed::Corrects),
        1 => number().prop_map(Deed::Deletes),
        1 => any::<bool>().prop_map(Deed::Sets),
        1 => number().prop_map(Deed::Begins),
        2 => number().prop_map(Deed::Steps),
    ]
}

fn writes_of(archive: &Archive, deed: &Deed, wall: i64) -> Vec<Write> {
    match deed {
        Deed::Finishes(number) => archive.finish(&session(*number)),
        Deed::Corrects(number) => {
            let mut record = session(*number);
            record.after.note = Note::new(&wall.to_string()).unwrap();
            archive.edit(&record, wall)
        }
        Deed::Deletes(number) => archive.delete(id(*number), wall),
        Deed::Sets(dark) => {
            let theme = if *dark { Theme::Dark } else { Theme::Light };
            archive.save_settings(&Settings { theme, ..Settings::default() }, wall)
        }
        Deed::Begins(number) if archive.current(id(*number)).is_none() => {
            archive.begin_journal(&opening(id(*number)))
        }
        Deed::Begins(_) => return Vec::new(),
        Deed::Steps(number) => {
            let journals = archive.journals();
            let Some(journal) =
                journals.iter().find(|journal| journal.opening.record == id(*number))
            else {
                return Vec::new();
            };
            archive.continue_journal(id(*number), &step(journal.next_seq()))
        }
    }
    // What may not be done is not done.
    .unwrap_or_default()
}

/// The highest revision of every session that can be read in a store, deleted or not.
fn known(shelf: &Shelf) -> BTreeMap<RecordId, u32> {
    let mut known = BTreeMap::new();
    let Ok(archive) = Archive::open(shelf.0.clone()) else { return known };
    for number in 0..6 {
        if let Some(payload) = archive.current(id(number)) {
            known.insert(id(number), payload.head.revision);
        }
    }
    known
}

proptest! {
    #![proptest_config(cases(256))]

    /// The tail of each store may be lost, each its own, and a text of one of them torn.
    #[test]
    fn what_either_store_still_has_is_there_after_the_next_start(
        deeds in proptest::collection::vec(deed(), 1..40),
        lost in (0_usize..12, 0_usize..12),
        torn in proptest::option::of((any::<bool>(), any::<prop::sample::Index>(), any::<prop::sample::Index>())),
    ) {
        let (mut archive, mut all) = (Archive::default(), Vec::new());
        for (wall, deed) in (NOON..).zip(&deeds) {
            for write in writes_of(&archive, deed, wall) {
                archive.apply(&write);
                all.push(write);
            }
        }
        let mut person = Person::default();
        put(&mut person.first, &all[..all.len().saturating_sub(lost.0)]);
        put(&mut person.second, &all[..all.len().saturating_sub(lost.1)]);
        if let Some((first, which, at)) = torn {
            let store = if first { &mut person.first } else { &mut person.second };
            if store.0.len() > 1 {
                let name = store.0.keys().nth(which.index(store.0.len())).unwrap().clone();
                let text = store.0.get_mut(&name).unwrap();
                text.truncate(at.index(text.len()));
            }
        }
        let before = [known(&person.first), known(&person.second)];
        person.starts_anew();
        let after = known(&person.first);
        for (id, revision) in before.iter().flatten() {
            prop_assert!(after.get(id) >= Some(revision), "{id} {revision} {after:?}");
        }
        person.is_whole();
    }
}
