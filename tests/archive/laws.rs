//! Laws that hold for whatever was kept.

use std::sync::Arc;

use proptest::prelude::*;
use soepel::{
    archive::{
        convert::{journal, session},
        export::export,
        import,
        keys::Key,
        merge::{SettingsChoice, merge, preview},
        payload::{Payload, What, spell},
        store::Archive,
        v1,
    },
    domain::record::RecordId,
};

use crate::{
    made::{NOON, Shelf, cases, screening_record, session_record, shelf},
    made_settings::settings,
};

fn merged(ours: &Shelf, theirs: &str) -> Shelf {
    let parsed = import::read(theirs.as_bytes()).expect("an export can be read");
    assert!(parsed.refused.is_empty(), "{:?}", parsed.refused);
    let mut merged = ours.clone();
    let mut archive = merged.open();
    let writes = merge(&parsed, &archive, SettingsChoice::KeepOurs);
    merged.write(&mut archive, &writes);
    merged
}

fn exported(shelf: &Shelf) -> String {
    export(&shelf.open())
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_session_reads_back_as_it_was_written(record in session_record()) {
        let text = spell(&session::write(&record, v1::Extra::new()));
        prop_assert!(text.is_ascii());
        let read = Payload::read(&text).expect("it was just written");
        prop_assert_eq!(read.text(), text.as_str());
        prop_assert_eq!(read.what, What::Session(Arc::new(record)));
    }

    #[test]
    fn settings_and_answers_read_back_as_they_were_saved(
        chosen in settings(), answers in screening_record()
    ) {
        let mut shelf = Shelf::default();
        let mut archive = shelf.open();
        let writes = archive.save_settings(&chosen, NOON).unwrap();
        shelf.write(&mut archive, &writes);
        let writes = archive.save_screening(&answers).unwrap();
        shelf.write(&mut archive, &writes);
        prop_assert_eq!(archive.settings(), Some(&chosen));
        prop_assert_eq!(archive.screening(), Some(&answers));
    }

    #[test]
    fn an_id_has_one_spelling(wall in 0..4_102_444_800_000i64, chance: [u8; 10]) {
        let id = RecordId::new(wall, chance);
        let text = id.to_string();
        prop_assert_eq!(RecordId::parse(&text), Some(id));
        prop_assert_eq!(RecordId::parse(&text.to_lowercase()).is_some(), text == text.to_lowercase());
    }

    #[test]
    fn a_name_that_is_read_is_spelt_the_same(text in "soepel\\.p0\\.(s|x|j|k|q|set|rsv)\\.?[a-z0-9.]{0,40}") {
        if let Some(key) = Key::parse(&text) {
            prop_assert_eq!(key.to_string(), text);
        }
    }

    #[test]
    fn an_export_read_into_an_empty_storage_exports_the_same_bytes(shelf in shelf()) {
        let file = exported(&shelf);
        prop_assert!(file.is_ascii());
        prop_assert_eq!(exported(&merged(&Shelf::default(), &file)), file);
    }

    #[test]
    fn merging_twice_changes_nothing_more(one in shelf(), other in shelf()) {
        let once = merged(&one, &exported(&other));
        prop_assert_eq!(merged(&once, &exported(&other)), once);
    }

    #[test]
    fn the_order_of_two_files_does_not_matter(one in shelf(), other in shelf()) {
        let there = exported(&merged(&one, &exported(&other)));
        let back = exported(&merged(&other, &exported(&one)));
        prop_assert_eq!(there, back);
    }

    #[test]
    fn the_grouping_of_three_files_does_not_matter(a in shelf(), b in shelf(), c in shelf()) {
        let left = merged(&merged(&a, &exported(&b)), &exported(&c));
        let right = merged(&a, &exported(&merged(&b, &exported(&c))));
        prop_assert_eq!(exported(&left), exported(&right));
    }

    #[test]
    fn a_merge_loses_no_id(one in shelf(), other in shelf()) {
        let ids = |shelf: &Shelf| -> std::collections::BTreeSet<String> {
            let file: serde_json::Value = serde_json::from_str(&exported(shelf)).unwrap();
            let records = file["records"].as_array().unwrap();
            records.iter().filter_map(|record| Some(record["id"].as_str()?.to_owned())).collect()
        };
        let both = ids(&merged(&one, &exported(&other)));
        prop_assert!(both.is_superset(&ids(&one)));
        prop_assert!(both.is_superset(&ids(&other)));
    }

    #[test]
    fn the_preview_tells_what_the_merge_does(one in shelf(), other in shelf()) {
        let parsed = import::read(exported(&other).as_bytes()).unwrap();
        let before = one.open();
        let told = preview(&parsed, &before);
        let after = merged(&one, &exported(&other)).open();
        let shown = |archive: &Archive| archive.records().count() + archive.tombstones().count();
        let changed = told.new + told.newer_in_file + told.deleted_in_file;
        prop_assert_eq!(merge(&parsed, &after, SettingsChoice::KeepOurs), vec![]);
        let again = preview(&parsed, &after);
        prop_assert_eq!(again.new + again.newer_in_file + again.deleted_in_file, 0);
        prop_assert!(again.same >= told.same + changed);
        if told.kept_verbatim == 0 && changed == 0 {
            prop_assert!(shown(&after) >= shown(&before));
        }
    }

    #[test]
    fn tidying_changes_nothing_that_shows(shelf in shelf()) {
        let mut tidied = shelf.clone();
        let mut archive = tidied.open();
        let (history, file) = (archive.history(), export(&archive));
        let writes = archive.tidy();
        tidied.write(&mut archive, &writes);
        prop_assert_eq!(archive.history(), history);
        prop_assert_eq!(export(&archive), file);
        prop_assert_eq!(archive.tidy(), vec![]);
    }

    #[test]
    fn every_dose_reads_back(numbers in proptest::collection::vec(0..=86_400u32, 0..9), mode in 0..10usize) {
        use soepel::{archive::convert::dose, domain::dose::Mode};
        let mode = Mode::ALL[mode];
        if let Some(protocol) = dose::read(mode, &numbers) {
            prop_assert_eq!(protocol.mode(), mode);
            prop_assert_eq!(dose::write(&protocol), numbers);
        }
    }

    #[test]
    fn reading_a_journal_entry_never_panics(text in ".{0,80}") {
        if let Ok(shape) = serde_json::from_str::<v1::Step>(&text) {
            let _ = journal::read_step(&shape);
        }
        let _ = Payload::read(&text);
    }
}
