//! The raw copy that is saved when the program has stopped is a way back (R14).

use proptest::prelude::*;
use serde_json::{Value, json};
use soepel::archive::{
    export::export,
    import::{self, Refusal},
    keys::Key,
    merge::{SettingsChoice, merge, preview},
    store::Archive,
};

use crate::{
    made::{Shelf, cases, full_screening, full_session, id, shelf},
    stored::opening,
};

/// The copy as `public/kept.js` writes it: what the second store has like the first is named only.
fn copy(first: &Shelf, second: &Shelf) -> Vec<u8> {
    let (same, other): (Vec<_>, Vec<_>) =
        second.0.iter().partition(|(name, text)| first.0.get(*name) == Some(text));
    let other: serde_json::Map<String, Value> =
        other.into_iter().map(|(name, text)| (name.clone(), json!(text))).collect();
    let same: Vec<&String> = same.into_iter().map(|(name, _)| name).collect();
    let file = json!({
        "first": first.0,
        "form": 1,
        "format": "soepel-copy",
        "made": "2026-11-26T12:00:00.000Z",
        "odd": [],
        "problems": [],
        "same": same,
        "second": other,
    });
    file.to_string().into_bytes()
}

/// Somebody on an empty device who opens this file and takes everything in it.
fn taken(file: &[u8]) -> Archive {
    let parsed = import::read(file).unwrap();
    let mut archive = Archive::default();
    for write in merge(&parsed, &archive, SettingsChoice::TakeTheirs) {
        archive.apply(&write);
    }
    archive
}

fn person() -> Shelf {
    let mut shelf = Shelf::default();
    shelf.put_session(&full_session());
    let mut archive = shelf.open();
    let writes = archive.save_screening(&full_screening()).unwrap();
    shelf.write(&mut archive, &writes);
    shelf
}

#[test]
fn a_raw_copy_gives_back_what_was_in_either_store() {
    let (whole, empty) = (person(), Shelf::default());
    let export_of_it = export(&whole.open());
    for (first, second) in [(&whole, &whole), (&whole, &empty), (&empty, &whole)] {
        assert_eq!(export(&taken(&copy(first, second))), export_of_it);
    }
}

#[test]
fn a_damaged_text_in_a_raw_copy_is_put_aside_and_costs_nothing_else() {
    let mut shelf = person();
    shelf.put(&Key::Session(id(9), 1), "1|00000000|{\"half");
    let back = taken(&copy(&shelf, &Shelf::default()));
    assert_eq!(back.records().count(), 1);
    assert_eq!(back.quarantined().count(), 1);
}

#[test]
fn a_raw_copy_of_nothing_but_damage_is_read_too() {
    let mut shelf = Shelf::default();
    shelf.put(&Key::Session(id(9), 1), "{");
    let back = taken(&copy(&shelf, &Shelf::default()));
    assert_eq!((back.records().count(), back.quarantined().count()), (0, 1));
}

#[test]
fn a_session_that_was_running_does_not_start_on_another_device() {
    let mut shelf = person();
    let mut archive = shelf.open();
    let writes = archive.begin_journal(&opening(id(7))).unwrap();
    shelf.write(&mut archive, &writes);
    assert_eq!(shelf.open().journals().len(), 1);
    let back = taken(&copy(&shelf, &shelf));
    assert_eq!((back.records().count(), back.journals().len()), (1, 0));
}

#[test]
fn a_raw_copy_with_anything_in_it_is_read_without_a_panic() {
    for odd in [
        json!({ "format": "soepel-copy" }),
        json!({ "format": "soepel-copy", "first": null, "second": [] }),
        json!({ "format": "soepel-copy", "first": { "soepel.p0.s": 1, "else": "x" } }),
    ] {
        let parsed = import::read(odd.to_string().as_bytes()).unwrap();
        assert_eq!(preview(&parsed, &Archive::default()).new, 0);
    }
    let twice = br#"{"format":"soepel-copy","first":{"a":"1","a":"2"}}"#;
    assert!(matches!(import::read(twice), Err(Refusal::DuplicateKeys(_))));
}

proptest! {
    #![proptest_config(cases(64))]

    /// However the texts are spread over the two stores, the copy holds them all.
    #[test]
    fn a_raw_copy_is_worth_as_much_as_the_stores(shelf in shelf(), spread in any::<u64>()) {
        let mut stores = [Shelf::default(), Shelf::default()];
        for (place, (name, text)) in shelf.0.iter().enumerate() {
            let where_to = (spread >> (place % 32 * 2)) & 3;
            for (store, there) in stores.iter_mut().zip([where_to != 1, where_to != 2]) {
                if there {
                    store.0.insert(name.clone(), text.clone());
                }
            }
        }
        let [first, second] = &stores;
        let file = copy(first, second);
        prop_assert_eq!(export(&taken(&file)), export(&shelf.open()));
    }
}
