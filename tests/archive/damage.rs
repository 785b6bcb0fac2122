//! Texts that were damaged, and files that may be anything.

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::Value;
use soepel::archive::{
    export::{checksum, export},
    import::{self, Refusal},
    json,
    keys::Key,
    merge::{SettingsChoice, merge, preview},
    store::Archive,
};

use crate::{
    golden,
    made::{Shelf, cases},
};

/// Without the texts that were damaged before.
static SHELF: LazyLock<Shelf> = LazyLock::new(|| {
    let mut shelf = golden::storage();
    shelf.0.retain(|name, _| !name.contains(".q."));
    shelf
});
static FILE: LazyLock<String> = LazyLock::new(|| export(&SHELF.open()));

/// Opens the storage with one text damaged, and checks that it is noticed and hurts nothing else.
fn notices(name: &str, damaged: &str) -> Result<(), TestCaseError> {
    let mut shelf = SHELF.clone();
    shelf.0.insert(name.to_owned(), damaged.to_owned());
    let mut archive = shelf.open();
    let key = Key::parse(name).expect("one of our names");
    prop_assert_eq!(archive.damaged().map(|(key, _)| key).collect::<Vec<_>>(), vec![&key]);

    let mut without = SHELF.clone();
    without.0.remove(name);
    prop_assert_eq!(archive.history(), without.open().history());

    let writes = archive.quarantine();
    shelf.write(&mut archive, &writes);
    prop_assert!(archive.quarantined().any(|kept| kept == (name, damaged)));
    prop_assert!(export(&archive).contains(&json::canonical(&Value::from(damaged))));
    prop_assert_eq!(archive.damaged().count(), 0);
    Ok(())
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_flipped_bit_is_noticed_and_hurts_nothing_else(
        which: prop::sample::Index, place: prop::sample::Index, bit in 0..7u8
    ) {
        let (name, raw) = which.get(&SHELF.0.iter().collect::<Vec<_>>()).to_owned();
        let mut bytes = raw.clone().into_bytes();
        *place.get_mut(&mut bytes) ^= 1 << bit;
        notices(name, &String::from_utf8(bytes).unwrap())?;
    }

    #[test]
    fn a_text_cut_short_is_noticed_and_hurts_nothing_else(
        which: prop::sample::Index, place: prop::sample::Index
    ) {
        let (name, raw) = which.get(&SHELF.0.iter().collect::<Vec<_>>()).to_owned();
        notices(name, &raw[..place.index(raw.len())])?;
    }

    #[test]
    fn no_text_makes_the_reader_of_files_panic(text in "(?s).{0,200}") {
        let _ = import::read(text.as_bytes());
        let _ = import::read(format!("{{\"format\":\"soepel-export\",\"records\":[{text}]}}").as_bytes());
    }

    #[test]
    fn a_changed_byte_in_a_file_never_passes_unnoticed(
        place: prop::sample::Index, byte: u8
    ) {
        let mut bytes = FILE.clone().into_bytes();
        *place.get_mut(&mut bytes) = byte;
        if let Ok(parsed) = import::read(&bytes) {
            // A space for a line break, and nothing that means anything.
            prop_assert_eq!(Ok(parsed), import::read(FILE.as_bytes()));
        }
    }

    /// With a checksum that fits, so that what stands behind it is reached.
    #[test]
    fn a_file_with_any_value_changed_is_read_or_refused_but_never_panics(
        record: prop::sample::Index, field: prop::sample::Index, value in any_json()
    ) {
        let mut file: Value = serde_json::from_str(&FILE).unwrap();
        let records = file["records"].as_array_mut().unwrap();
        let fields = record.get_mut(records).as_object_mut().unwrap();
        let names: Vec<String> = fields.keys().cloned().collect();
        fields.insert(field.get(&names).clone(), value);
        file["sha256"] = Value::from(checksum(&file));
        if let Ok(parsed) = import::read(file.to_string().as_bytes()) {
            let mut shelf = SHELF.clone();
            let mut archive = shelf.open();
            preview(&parsed, &archive);
            let writes = merge(&parsed, &archive, SettingsChoice::TakeTheirs);
            shelf.write(&mut archive, &writes);
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-5..30i64).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z]{0,4}", inner, 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

#[test]
fn when_nothing_of_ours_can_be_read_nothing_can_be_written_until_somebody_chooses() {
    let broken: Vec<(String, String)> =
        SHELF.0.keys().map(|name| (name.clone(), "1|00000000|{}".to_owned())).collect();
    let unreadable = Archive::open(broken.clone()).unwrap_err();
    assert_eq!(unreadable.raw().count(), broken.len());

    let mut afresh = unreadable.start_afresh();
    let mut shelf = Shelf(broken.iter().cloned().collect());
    for write in afresh.quarantine() {
        match &write {
            soepel::archive::writes::Write::Put { key, value } => {
                shelf.0.insert(key.clone(), value.clone());
            }
            soepel::archive::writes::Write::Remove { key } => {
                shelf.0.remove(key);
            }
        }
        afresh.apply(&write);
    }
    assert_eq!(shelf.open(), afresh);
    assert_eq!(afresh.quarantined().count(), broken.len());
}

#[test]
fn a_second_store_heals_a_damaged_text() {
    let name = SHELF.0.keys().find(|name| name.contains(".s.")).unwrap().clone();
    let mut damaged = SHELF.clone();
    damaged.0.insert(name.clone(), "1|00000000|{}".to_owned());
    let both = damaged.0.clone().into_iter().chain(SHELF.0.clone());
    let healed = Archive::open(both).unwrap();
    assert_eq!(healed, SHELF.open());
    assert!(healed.entries().any(|(key, raw)| key == name && raw == SHELF.0[&name]));
}

#[test]
fn names_of_other_programs_and_later_versions_are_left_alone() {
    let mut shelf = SHELF.clone();
    shelf.0.insert("theme".to_owned(), "dark".to_owned());
    shelf.0.insert("soepel.p1.s.x".to_owned(), "?".to_owned());
    shelf.0.insert("soepel.p0.m.2026-11.abc".to_owned(), "?".to_owned());
    let archive = shelf.open();
    assert_eq!(archive.unknown().collect::<Vec<_>>(), ["soepel.p0.m.2026-11.abc", "soepel.p1.s.x"]);
    let all = [archive.quarantine(), archive.tidy()].concat();
    assert!(!format!("{all:?}").contains("abc"));
}

#[test]
fn a_file_is_refused_whole_with_the_reason() {
    let read = |text: &str| import::read(text.as_bytes()).unwrap_err();
    assert!(matches!(read("{"), Refusal::NotJson(_)));
    assert!(matches!(import::read(b"\xff\xfe").unwrap_err(), Refusal::NotJson(_)));
    assert_eq!(read("[1, 2]"), Refusal::NotOurFormat);
    assert_eq!(read(&"[".repeat(17)), Refusal::TooDeep);
    assert_eq!(read(&"[".repeat(100_000)), Refusal::TooDeep);
    assert!(matches!(read(&"[".repeat(16)), Refusal::NotJson(_)));
    assert_eq!(
        read(r#"{"records":[{"id":1},{"id":1,"id":2}],"records":1}"#),
        Refusal::DuplicateKeys(vec!["records.1.id".to_owned(), "records".to_owned()])
    );
    assert_eq!(read(&FILE.replace("Europe", "Africa")), Refusal::WrongChecksum);
    assert_eq!(read(&" ".repeat(import::LARGEST + 1)), Refusal::TooLarge);
    let many = vec!["1"; import::MOST_RECORDS + 1].join(",");
    assert_eq!(
        read(&format!(
            r#"{{"format":"soepel-export","quarantine":[],"records":[{many}],"schema":1}}"#
        )),
        Refusal::TooMany
    );
}

#[test]
fn a_byte_order_mark_and_other_spacing_do_no_harm() {
    let value: Value = serde_json::from_str(&FILE).unwrap();
    let spaced = format!("\u{feff}{value:#}\r\n");
    assert_eq!(import::read(spaced.as_bytes()), import::read(FILE.as_bytes()));
}
