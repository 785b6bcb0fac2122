//! What a file may hold at most, and what of a snapshot or of a thing has no meaning here.

use serde_json::{Value, json};
use soepel::{
    archive::{
        before::{About, Why, needless},
        export::export,
        import::{self, LARGEST, MOST_RECORDS, Refusal},
        keys::{Key, Kind},
        payload::spell,
        problem::Problem,
        store::Archive,
        writes::Write,
    },
    domain::{
        body::Side,
        item::{Body, Item},
        record::{Degree, Note, RecordId},
        settings::{Settings, Theme},
        spell::{Spell, SpellEnd, SpellKind},
        time::Day,
    },
};

use crate::{
    added::swapped,
    files::{file, read},
    made::{NOON, Shelf, full_session, id},
};

#[test]
fn a_file_of_the_largest_size_is_read_and_one_byte_more_is_not() {
    let mut text = export(&Archive::default());
    text.push_str(&" ".repeat(LARGEST - text.len()));
    assert!(import::read(text.as_bytes()).is_ok());
    text.push(' ');
    assert_eq!(import::read(text.as_bytes()), Err(Refusal::TooLarge));
}

#[test]
fn a_file_may_hold_so_many_records_and_texts_put_aside_together() {
    let with = |records: usize, aside: usize| {
        let file = json!({
            "format": "soepel-export", "schema": 1,
            "records": vec![1; records], "quarantine": vec![1; aside],
        });
        import::read(file.to_string().as_bytes()).unwrap_err()
    };
    assert_eq!(with(MOST_RECORDS - 1, 1), Refusal::WrongChecksum, "it was counted and let through");
    assert_eq!(with(MOST_RECORDS, 1), Refusal::TooMany);
}

#[test]
fn a_file_of_this_form_is_of_no_newer_version_and_none_has_form_nought() {
    let of = |schema: u64| {
        let mut file = file();
        file["schema"] = schema.into();
        read(file).map(|parsed| parsed.from_newer)
    };
    assert_eq!(of(0), Err(Refusal::NotOurFormat));
    assert_eq!((of(1), of(2)), (Ok(false), Ok(true)));
}

#[test]
fn settings_that_stand_twice_are_taken_once_and_two_that_differ_are_told() {
    let mut shelf = Shelf::default();
    let mut archive = shelf.open();
    let writes = archive.save_settings(&Settings::default(), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    let mut file: Value = serde_json::from_str(&export(&archive)).unwrap();
    let mut other = file["records"][0].clone();
    let with = |file: &mut Value, other: Value| {
        file["records"].as_array_mut().unwrap().push(other);
        read(file.clone()).unwrap().refused
    };
    assert!(with(&mut file, other.clone()).is_empty());
    let theme = Settings { theme: Theme::Dark, ..Settings::default() };
    let mut dark = Archive::default();
    for write in dark.save_settings(&theme, NOON).unwrap() {
        dark.apply(&write);
    }
    let dark: Value = serde_json::from_str(&export(&dark)).unwrap();
    other = dark["records"][0].clone();
    let refused = with(&mut file, other);
    assert_eq!(refused.len(), 1);
    assert_eq!((refused[0].place, &refused[0].problems[..]), (3, &[Problem::TwoContents][..]));
}

#[test]
fn a_record_that_does_not_count_its_changes_is_left_out() {
    let mut file = file();
    let goal = json!({"v": 1, "kind": "goal", "id": id(2).to_string(), "updated": NOON});
    file["records"].as_array_mut().unwrap().push(goal);
    let parsed = read(file).unwrap();
    let told: Vec<_> = parsed.refused.iter().map(|one| one.problems.clone()).collect();
    assert_eq!(told, [[Problem::OutOfRange("rev")]]);
}

/// Until the earlier one is tidied away both stand there.
#[test]
fn of_two_revisions_of_a_thing_the_later_one_counts() {
    let mut archive = Archive::default();
    let body = |from: &str| {
        let from = Day::parse(from).unwrap();
        Body::Spell(Spell { kind: SpellKind::Ill, from, end: SpellEnd::Open })
    };
    let mut texts: Vec<Write> = Vec::new();
    for from in ["2026-11-20", "2026-11-21"] {
        let writes = archive.put_item(id(1), body(from), NOON).unwrap();
        for write in &writes {
            archive.apply(write);
        }
        texts.extend(writes.into_iter().filter(|it| matches!(it, Write::Put { .. })));
    }
    for order in [[0, 1], [1, 0]] {
        let mut both = Archive::default();
        for at in order {
            both.apply(&texts[at]);
        }
        let kept: Vec<Option<Body>> = both.items().map(|item: &Item| item.body.clone()).collect();
        assert_eq!(kept, [Some(body("2026-11-21"))]);
    }
}

/// The room for snapshots is 20 MiB together.
#[test]
fn snapshots_that_just_fill_the_room_stay() {
    const MIB: usize = 1024 * 1024;
    let of = |at: i64, size: usize| About { at: NOON + at, why: Why::Import, sessions: 1, size };
    assert!(needless(&[of(2, 15 * MIB), of(1, 5 * MIB)], NOON).is_empty());
    let large = [of(2, 15 * MIB), of(1, 5 * MIB + 1)];
    assert_eq!(needless(&large, NOON), [large[1]]);
    assert!(needless(&[of(2, 21 * MIB)], NOON).is_empty(), "the newest stays");
}

/// Names of another program, and of what belongs to one store alone, are not written.
#[test]
fn what_has_no_meaning_here_is_not_put_back() {
    let name = Key::Session(id(1), 1).to_string();
    let entries = [Key::Reserve.to_string(), Key::Erased.to_string(), "theme".to_owned(), name]
        .map(|name| (name, "1|00000000|{}".to_owned()));
    let writes = Archive::default().put_back(entries.to_vec());
    let keys: Vec<_> = writes.iter().map(Write::name).collect();
    assert_eq!(keys, [Key::Session(id(1), 1).to_string()]);
}

#[test]
fn what_could_not_be_read_is_told_word_for_word() {
    let name = Key::Session(id(1), 1).to_string();
    let broken = vec![(name, "1|00000000|{}".to_owned())];
    let unreadable = Archive::open(broken.clone()).unwrap_err();
    assert_eq!(unreadable.texts(), broken);
}

/// A name that a thing of a later version stands under is none of ours to write.
#[test]
fn the_name_of_a_write_is_the_name_that_it_changes() {
    let kind = Kind::new("diary").unwrap();
    let key = Key::Other(kind, id(1), 1).to_string();
    assert_eq!(Write::Put { key: key.clone(), value: spell(&json!({})) }.name(), key);
    assert_eq!(Write::Remove { key: key.clone() }.name(), key);
}

/// Twenty-six letters of an alphabet without I, L, O and U, and no more than fit.
#[test]
fn an_id_has_one_spelling() {
    let most = "7ZZZZZZZZZZZZZZZZZZZZZZZZZ";
    assert_eq!(RecordId::parse(most), Some(RecordId::MOST));
    assert_eq!(RecordId::MOST.to_string(), most);
    assert_eq!(RecordId::parse(&"0".repeat(26)), Some(RecordId::LEAST));
    assert_eq!(RecordId::parse("80000000000000000000000000"), None, "it would not fit");
    assert_eq!(RecordId::parse(&"0".repeat(25)), None);
    assert_eq!(RecordId::parse(&"0".repeat(27)), None);
    assert_eq!(RecordId::parse("0000000000000000000000000I"), None);
    assert_eq!(RecordId::parse("0000000000000000000000000a"), None);
    for number in [1, 77, 255] {
        let id = RecordId::new(NOON, [number; 10]);
        assert_eq!(RecordId::parse(&id.to_string()), Some(id));
    }
    assert!(Note::default().is_empty() && !Note::shortened("x").is_empty());
}

/// An easier way on one side says nothing about the other.
#[test]
fn an_exercise_was_eased_where_it_was_done_in_an_easier_way() {
    let swap = |side, degree| {
        let mut record = full_session();
        let variant = (degree != Degree::Plain).then_some("short");
        record.swaps = vec![swapped("quad-stretch-prone", side, degree, variant)];
        record
    };
    let (left, right) = (Some(Side::Left), Some(Side::Right));
    let eased = swap(left, Degree::Easier);
    assert!(eased.was_eased("quad-stretch-prone", left));
    assert!(eased.was_eased("quad-stretch-prone", None));
    assert!(!eased.was_eased("quad-stretch-prone", right));
    assert!(!eased.was_eased("glute-bridge", left));
    assert!(swap(None, Degree::Easier).was_eased("quad-stretch-prone", right));
    assert!(!swap(left, Degree::Harder).was_eased("quad-stretch-prone", left));
    assert!(!swap(left, Degree::Plain).was_eased("quad-stretch-prone", None));
}
