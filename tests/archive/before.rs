//! Snapshots of before, and a file in the place of everything: laws that hold for whatever was kept.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use soepel::archive::{
    before::{About, Why, needless, read, snapshot},
    envelope,
    export::export,
    import,
    replace::{replaced, replacing},
};

use crate::made::{NOON, Shelf, cases, shelf};

const DAY: i64 = 86_400_000;

fn taken(shelf: &Shelf) -> String {
    let stored = shelf.0.clone().into_iter().collect();
    snapshot(Some(stored), shelf.open().texts().collect())
}

fn about(at: i64, why: Why, size: usize) -> About {
    About { at, why, sessions: 3, size }
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn whatever_happened_since_everything_is_again_as_it_was(before in shelf(), since in shelf()) {
        let text = taken(&before);
        let mut now = since.clone();
        let mut archive = now.open();
        let writes = archive.put_back(read(&text).unwrap());
        now.write(&mut archive, &writes);
        // What a newer version wrote since is never taken away, nor written over.
        let newer: BTreeSet<String> = now.open().newer().map(ToString::to_string).collect();
        let known = |shelf: &Shelf| -> BTreeMap<String, String> {
            shelf.open().texts().filter(|(name, _)| !newer.contains(name)).collect()
        };
        prop_assert_eq!(known(&now), known(&before));
        prop_assert!(archive.put_back(read(&text).unwrap()).is_empty(), "twice is once");
        for key in since.open().newer() {
            prop_assert_eq!(now.0.get(&key.to_string()), since.0.get(&key.to_string()));
        }
    }

    #[test]
    fn a_deletion_is_undone_to_the_letter(before in shelf()) {
        let text = taken(&before);
        let mut shelf = before.clone();
        let mut archive = shelf.open();
        for write in archive.erase() {
            archive.apply(&write);
            match write {
                soepel::archive::writes::Write::Put { key, value } => {
                    shelf.0.insert(key, value);
                }
                soepel::archive::writes::Write::Remove { key } => {
                    shelf.0.remove(&key);
                }
            }
        }
        for write in archive.put_back(read(&text).unwrap()) {
            archive.apply(&write);
        }
        prop_assert!(!archive.is_erased(), "no mark deletes it again");
        prop_assert_eq!(export(&archive), export(&before.open()));
    }

    /// R16: what takes the place of everything is what is in the file, to the byte.
    #[test]
    fn a_file_in_the_place_of_everything_is_exported_again_as_it_came(
        here in shelf(), there in shelf()
    ) {
        let file = export(&there.open());
        let parsed = import::read(file.as_bytes()).unwrap();
        let mut then = here.clone();
        let mut archive = then.open();
        let told = replacing(&parsed, &archive);
        let before = archive.records().count();
        let writes = archive.put_back(replaced(&parsed, &archive));
        then.write(&mut archive, &writes);
        prop_assert_eq!(told.sessions, archive.records().count());
        prop_assert!(told.gone <= before);
        // What only a newer version can read and what was set aside stay; without those it is the
        // file to the byte.
        let here = here.open();
        if here.newer().next().is_none() && here.quarantined().next().is_none() {
            prop_assert_eq!(export(&archive), file);
        }
    }

    #[test]
    fn a_changed_snapshot_is_noticed(before in shelf(), at in any::<prop::sample::Index>()) {
        let mut bytes = taken(&before).into_bytes();
        let place = at.index(bytes.len());
        bytes[place] = if bytes[place] == b'x' { b'y' } else { b'x' };
        let text = String::from_utf8(bytes).unwrap();
        prop_assert!(read(&text).is_err());
    }
}

#[test]
fn a_snapshot_holds_every_name_of_ours_and_none_of_others() {
    let stored = [("soepel.p0.s.x", "oud"), ("soepel.p1.later", "ook"), ("ander", "niet")];
    let stored = stored.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let known = vec![("soepel.p0.s.x".to_owned(), "nieuw é".to_owned())];
    let text = snapshot(Some(stored.into()), known.clone());
    assert!(text.is_ascii() && envelope::open(&text).is_ok());
    let all = [("soepel.p0.s.x", "nieuw é"), ("soepel.p1.later", "ook")];
    assert_eq!(read(&text).unwrap(), all.map(|(name, text)| (name.to_owned(), text.to_owned())));
    assert_eq!(read(&snapshot(None, known.clone())).unwrap(), known, "also what was refused");
}

#[test]
fn what_is_told_of_a_snapshot_reads_back_and_belongs_to_its_name() {
    for why in Why::ALL {
        let told = about(NOON, *why, 12);
        assert_eq!(About::read(&told.name(), &told.text()), Some(told));
        assert_eq!(About::read("ander", &told.text()), None);
    }
    assert_eq!(About::read("version", "0.1.0"), None);
    assert_eq!(About::read("1-dream", r#"{"at":1,"sessions":1,"size":1,"why":"dream"}"#), None);
}

#[test]
fn the_oldest_go_first_by_age_by_number_and_by_size() {
    let of = |why: Why, days: &[i64]| -> Vec<About> {
        days.iter().map(|days| about(NOON - days * DAY, why, 1_000)).collect()
    };
    let days =
        |list: &[About]| -> Vec<i64> { list.iter().map(|about| (NOON - about.at) / DAY).collect() };
    assert_eq!(days(&needless(&of(Why::Erase, &[29, 30, 31]), NOON)), [31], "thirty days");
    assert_eq!(days(&needless(&of(Why::Import, &[4, 1, 3, 2]), NOON)), [4], "three");
    assert_eq!(days(&needless(&of(Why::Update, &[4, 1, 3]), NOON)), [4], "two of new versions");
    let mut both = of(Why::Update, &[1, 2]);
    both.extend(of(Why::Erase, &[3, 4, 5]));
    assert_eq!(needless(&both, NOON), [], "each kind for itself");

    let large = 12 * 1024 * 1024;
    let list = [about(NOON, Why::Erase, 2 * large), about(NOON - DAY, Why::Erase, large)];
    assert_eq!(days(&needless(&list, NOON)), [1], "the newest stays, whatever its size");
    let ahead = [about(NOON + 400 * DAY, Why::Erase, 1)];
    assert_eq!(needless(&ahead, NOON), [], "a wrong clock takes nothing away");
}
