//! R8, R11, R12: the second form of a session says what the first says, letter for letter; older
//! and newer apps and both stores may meet either.

use std::{cmp::Ordering, fs, path::PathBuf, sync::Arc};

use proptest::prelude::*;
use serde_json::{Value, json};
use soepel::{
    archive::{
        convert::{packed, session},
        envelope,
        export::export,
        import,
        json::canonical,
        keys::Key,
        mirror::Reconciled,
        payload::{Payload, What, spell},
        store::Archive,
        v1,
        v2::{self, words},
    },
    domain::record::SessionRecord,
};

use crate::{
    added::fuller_session,
    golden,
    made::{NOON, Shelf, cases, full_session, id, session_record},
};

fn first_form(record: &SessionRecord) -> String {
    spell(&session::write(record, v1::Extra::new()))
}

pub(crate) fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/archive/v2").join(name)
}

fn key(record: &SessionRecord) -> Key {
    Key::Session(record.id, record.revision)
}

/// A session as a browser of each form has it.
fn in_both_forms(record: &SessionRecord) -> [Shelf; 2] {
    let first = first_form(record);
    [packed::pack(&first).unwrap(), first].map(|text| {
        let mut shelf = Shelf::default();
        shelf.put(&key(record), &text);
        shelf
    })
}

/// The packed text with one change in it.
fn changed(record: &SessionRecord, change: impl FnOnce(&mut Value)) -> String {
    let mut value: Value =
        serde_json::from_str(&packed::pack(&first_form(record)).unwrap()).unwrap();
    change(&mut value);
    canonical(&value)
}

proptest! {
    #![proptest_config(cases(64))]

    /// R8.
    #[test]
    fn any_session_is_packed_and_comes_back_letter_for_letter(record in session_record()) {
        let first = first_form(&record);
        let text = packed::pack(&first).expect("whatever the app writes can be packed");
        prop_assert!(text.is_ascii());
        prop_assert!(text.len() < first.len(), "{} of {}", text.len(), first.len());
        prop_assert_eq!(spell(&packed::unpack(&text).unwrap()), first.as_str());
        prop_assert_eq!(packed::pack(&text), None, "what is packed is packed");
        let (packed, plain) = (Payload::read(&text).unwrap(), Payload::read(&first).unwrap());
        prop_assert_eq!(&packed.what, &What::Session(Arc::new(record)));
        prop_assert_eq!(packed.what.clone(), plain.what.clone());
        prop_assert_eq!(packed.rank(&plain), Ordering::Equal);
        prop_assert_eq!(packed.text(), plain.text());
        prop_assert_eq!(packed.seal(), envelope::seal(&text));
        prop_assert_eq!(plain.seal(), envelope::seal(&first));
        prop_assert!(packed.says_the_same(&plain));
        prop_assert_eq!(packed.canonical(), first);
        prop_assert_eq!(&plain.packed(), &packed);
        prop_assert_eq!(packed.clone().packed(), packed);
    }

    /// R11: which of two texts stays does not depend on the form they are in.
    #[test]
    fn of_two_sessions_the_same_one_stays_in_whichever_form(
        one in session_record(), other in session_record()
    ) {
        let texts = |record| {
            let first = first_form(record);
            [packed::pack(&first).unwrap(), first].map(|text| Payload::read(&text).unwrap())
        };
        let (one, other) = (texts(&one), texts(&other));
        let order = one[0].rank(&other[0]);
        for (one, other) in one.iter().flat_map(|one| other.iter().map(move |it| (one, it))) {
            prop_assert_eq!(one.rank(other), order);
            prop_assert_eq!(other.rank(one), order.reverse());
        }
    }

    /// Whatever stands in the columns, it is read or kept; nothing stops.
    #[test]
    fn no_columns_break_the_reader(at in 0..30_usize, odd in 0..9_usize) {
        let odd = [
            json!(null), json!(-1), json!(u64::MAX), json!(i64::MIN), json!("x"), json!([]),
            json!([[1, 1, 99, 1, 1]]), json!([[1, 1, [1, 1]]]), json!({}),
        ][odd].clone();
        let text = changed(&fuller_session(), |value| {
            let columns = value["b"].as_array_mut().unwrap();
            let at = at.min(columns.len() - 1);
            columns[at] = odd;
        });
        if let Ok(payload) = Payload::read(&text) {
            prop_assert_eq!(payload.seal(), envelope::seal(&text));
        }
    }
}

#[test]
fn every_field_of_a_session_is_packed() {
    for record in [full_session(), fuller_session()] {
        let text = packed::pack(&first_form(&record)).unwrap();
        assert_eq!(Payload::read(&text).unwrap().what, What::Session(Arc::new(record)));
    }
}

/// R11.
#[test]
fn a_field_of_a_newer_version_goes_along_and_comes_back() {
    // One of them stands before the columns and one behind.
    for name in ["air", "weather"] {
        let mut extra = v1::Extra::new();
        extra.insert(name.to_owned(), json!({ "rain": 3 }));
        let first = spell(&session::write(&full_session(), extra));
        let text = packed::pack(&first).unwrap();
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value[name], json!({ "rain": 3 }), "under its own name");
        assert_eq!(spell(&packed::unpack(&text).unwrap()), first);
        let payload = Payload::read(&text).unwrap();
        assert_eq!(payload.what, What::Session(Arc::new(full_session())));
        assert_eq!((payload.head.version, payload.text().as_ref()), (2, first.as_str()));
    }
}

#[test]
fn what_the_second_form_cannot_say_stays_in_the_first() {
    let mut in_the_way = v1::Extra::new();
    in_the_way.insert("b".to_owned(), json!(1));
    let in_the_way = spell(&session::write(&full_session(), in_the_way));
    let with_a_null =
        first_form(&full_session()).replace("\"zone\":", "\"morning\":null,\"zone\":");
    for text in [in_the_way, with_a_null] {
        assert_eq!(packed::pack(&text), None);
        let payload = Payload::read(&text).unwrap();
        assert_eq!(payload.clone().packed(), payload, "it is stored as it is");
    }
    let tombstone = session::Tombstone { id: id(1), revision: 2, updated: NOON };
    assert_eq!(packed::pack(&spell(&session::write_tombstone(tombstone))), None);
}

/// R11: columns and words of a later version.
#[test]
fn what_only_a_later_version_knows_is_kept_word_for_word() {
    let later = [
        changed(&fuller_session(), |value| value["b"].as_array_mut().unwrap().push(json!(7))),
        changed(&fuller_session(), |value| value["b"][4] = json!(words::ZONES.len() + 1)),
        changed(&fuller_session(), |value| value["b"][7][0][0] = json!(words::EXERCISES.len() + 1)),
        changed(&fuller_session(), |value| value["v"] = json!(3)),
    ];
    for text in later {
        let record = fuller_session();
        let mut shelf = Shelf::default();
        shelf.put(&key(&record), &text);
        let archive = shelf.open();
        assert_eq!((archive.newer().count(), archive.damaged().count()), (1, 0), "{text}");
        assert!(archive.entries().eq(shelf.0.clone()));
        assert!(export(&archive).contains(&text), "it goes into the file as it is");
        assert!(archive.edit(&record, NOON).is_err());
    }
}

/// R11: an app that knows the first form alone reads the head, sees a later version, and keeps the
/// text as it spells it itself.
#[test]
fn an_app_of_before_sees_a_record_of_a_newer_version() {
    let record = fuller_session();
    let text = packed::pack(&first_form(&record)).unwrap();
    let head: v1::Head = serde_json::from_str(&text).unwrap();
    assert_eq!((head.v, head.kind.as_str()), (v2::VERSION, v1::SESSION));
    assert!(head.v > v1::VERSION);
    assert_eq!((head.id, head.rev), (Some(record.id.to_string()), Some(record.revision)));
    assert_eq!(head.updated, Some(record.updated));
    assert_eq!(canonical(&serde_json::from_str(&text).unwrap()), text);
    assert!(serde_json::from_str::<v1::Session>(&text).is_err(), "nor does it read it as its own");
}

/// R11: the file that an app of before made has the texts of a newer one in it.
#[test]
fn a_file_of_an_app_of_before_gives_the_packed_sessions_back() {
    let [packed, plain] = in_both_forms(&fuller_session());
    let file = export(&plain.open());
    let mut older: Value = serde_json::from_str(&file).unwrap();
    let text = packed.0.values().next().unwrap();
    older["records"][0] = serde_json::from_str(envelope::open(text).unwrap()).unwrap();
    older["sha256"] = soepel::archive::export::checksum(&older).into();
    let parsed = import::read(older.to_string().as_bytes()).unwrap();
    assert_eq!(parsed.refused, []);
    let mut archive = Archive::default();
    for write in soepel::archive::merge::merge(
        &parsed,
        &archive,
        soepel::archive::merge::SettingsChoice::KeepOurs,
    ) {
        archive.apply(&write);
    }
    assert_eq!(archive.records().collect::<Vec<_>>(), [&fuller_session()]);
    assert_eq!(export(&archive), file);
}

#[test]
fn a_session_is_stored_packed_and_exported_in_the_first_form() {
    let record = fuller_session();
    let mut shelf = Shelf::default();
    let mut archive = shelf.open();
    let writes = archive.finish(&record).unwrap();
    shelf.write(&mut archive, &writes);
    let [packed, plain] = in_both_forms(&record);
    assert_eq!(shelf, packed);
    assert_eq!(export(&archive), export(&plain.open()));
    let mut corrected = record.clone();
    corrected.after.morning = None;
    let writes = archive.edit(&corrected, NOON + 9).unwrap();
    shelf.write(&mut archive, &writes);
    assert!(shelf.0.values().all(|text| text.contains("{\"b\":[")));
    (corrected.revision, corrected.updated) = (2, NOON + 9);
    assert_eq!(archive.records().collect::<Vec<_>>(), [&corrected]);
}

/// The form of what stands there already is left as it is: a text is written once.
#[test]
fn both_stores_with_a_session_in_two_forms_settle_on_that_of_the_first() {
    let forms = in_both_forms(&fuller_session());
    for (first, second) in [(&forms[0], &forms[1]), (&forms[1], &forms[0])] {
        let mut archive = first.open();
        let found = archive.reconcile(second.0.clone().into_iter().collect());
        assert_eq!(found.first, [], "the first store stays as it is");
        let mut after = second.clone();
        after.write(&mut archive, &found.second);
        assert_eq!(after, *first);
        let again = first.open().reconcile(after.0.into_iter().collect());
        assert_eq!(again, Reconciled::default(), "and nothing goes to and fro");
    }
}

/// R5 within a record: of two forms the damaged one is put aside and the other counts.
#[test]
fn a_damaged_text_in_one_form_is_mended_by_the_other() {
    let forms = in_both_forms(&fuller_session());
    for (torn, whole) in [(&forms[0], &forms[1]), (&forms[1], &forms[0])] {
        let name = torn.0.keys().next().unwrap();
        let text = torn.0[name].replace("\"kind\"", "\"kinf\"");
        let Err(unreadable) = Archive::open([(name.clone(), text)]) else { panic!("it is torn") };
        let (archive, _) = unreadable.rescue(whole.0.clone().into_iter().collect()).unwrap();
        assert_eq!(archive.records().collect::<Vec<_>>(), [&fuller_session()]);
        assert_eq!(archive.quarantined().count(), 1);
    }
}

/// R11.
#[test]
fn the_storage_of_the_second_form_opens_for_ever() {
    let text = fs::read_to_string(fixture("storage.json")).expect("the fixture is committed");
    let shelf = Shelf(serde_json::from_str(&text).unwrap());
    let archive = shelf.open();
    assert_eq!((archive.damaged().count(), archive.newer().count()), (0, 0));
    let mut second = full_session();
    (second.id, second.zone) = (id(2), String::new());
    let mut records: Vec<&SessionRecord> = archive.records().collect();
    records.sort_unstable_by_key(|record| record.id);
    assert_eq!(records, [&fuller_session(), &second]);
    for (name, raw) in &shelf.0 {
        let payload = Payload::open(&Key::parse(name).unwrap(), raw).unwrap();
        let anew = Payload::read(&payload.canonical()).unwrap().packed();
        assert_eq!(anew.seal(), *raw, "and is written the same");
    }
}

/// `cargo test --test archive fixtures -- --ignored`; those that exist stay as they are.
#[test]
#[ignore = "writes the fixtures of a new version; those that exist stay as they are"]
fn fixtures_of_the_second_form_are_made_once() {
    let mut second = full_session();
    (second.id, second.zone) = (id(2), String::new());
    let mut shelf = Shelf::default();
    for record in [fuller_session(), second] {
        shelf.put(&key(&record), &packed::pack(&first_form(&record)).unwrap());
    }
    let files = [
        ("storage.json", serde_json::to_value(&shelf.0).unwrap()),
        ("words.json", serde_json::to_value(crate::words::lists()).unwrap()),
    ];
    for (name, value) in files {
        if !fixture(name).exists() {
            fs::create_dir_all(fixture("")).unwrap();
            fs::write(fixture(name), format!("{value:#}\n")).unwrap();
        }
    }
}

/// The storage of before has sessions in the first form, and they stay there.
#[test]
fn sessions_of_the_first_form_are_read_and_not_rewritten() {
    let shelf = golden::storage();
    let archive = shelf.open();
    for (name, text) in archive.entries() {
        assert_eq!(shelf.0.get(&name), Some(&text));
    }
    assert!(
        archive
            .tidy()
            .iter()
            .all(|write| !matches!(write, soepel::archive::writes::Write::Put { .. }))
    );
}
