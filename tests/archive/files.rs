//! Files that come from elsewhere: what is taken, what is left out, and what is said about it.

use serde_json::{Value, json};
use soepel::{
    archive::{
        export::{self, checksum, export},
        import::{self, List, Parsed, Refusal},
        keys::Key,
        merge::{Preview, SettingsChoice, merge, preview},
        problem::Problem,
        store::Archive,
    },
    domain::{
        settings::{Settings, Theme},
        time::Day,
    },
};

use crate::made::{NOON, Shelf, full_screening, full_session, id};

/// The export of one full session, as a value to change.
pub(crate) fn file() -> Value {
    let mut shelf = Shelf::default();
    shelf.put_session(&full_session());
    serde_json::from_str(&export(&shelf.open())).unwrap()
}

/// Reads a file after its checksum was made to fit.
pub(crate) fn read(mut file: Value) -> Result<Parsed, Refusal> {
    file["sha256"] = checksum(&file).into();
    import::read(file.to_string().as_bytes())
}

#[track_caller]
fn refuses(change: impl FnOnce(&mut Value), expected: &[Problem]) {
    let mut file = file();
    change(&mut file["records"][0]);
    let parsed = read(file).unwrap();
    assert_eq!(parsed.refused.len(), 1);
    let refused = &parsed.refused[0];
    assert_eq!((refused.list, refused.place), (List::Records, 1));
    match (&refused.problems[..], expected) {
        ([Problem::WrongType(_)], [Problem::WrongType(_)]) => {}
        (problems, expected) => assert_eq!(problems, expected),
    }
    let told = preview(&parsed, &Archive::default());
    assert_eq!((told.new, told.refused.len()), (0, 1));
}

fn told(here: &Shelf, there: &Shelf) -> Preview {
    let parsed = import::read(export(&there.open()).as_bytes()).unwrap();
    preview(&parsed, &here.open())
}

#[test]
fn the_file_is_named_after_the_day() {
    assert_eq!(export::file_name(Day::parse("2026-11-22").unwrap()), "soepel-2026-11-22.json");
}

#[test]
fn each_fault_of_a_record_is_reported_and_the_record_left_out() {
    let range = Problem::OutOfRange;
    refuses(|record| record["pain_before"] = 11.into(), &[range("pain_before")]);
    refuses(|record| record["pain_after"] = (-1).into(), &[range("pain_after")]);
    refuses(|record| record["change"] = 4.into(), &[range("change")]);
    refuses(|record| record["active"] = 86_401.into(), &[range("active")]);
    refuses(|record| record["done"][0][2][0][1] = 1_001.into(), &[range("done.planned")]);
    refuses(|record| record["done"][1][2][0][0] = "m".into(), &[range("done.side")]);
    refuses(|record| record["day"] = "2101-01-01".into(), &[range("day")]);
    refuses(|record| record["day"] = "2026-02-30".into(), &[range("day")]);
    refuses(|record| record["offset"] = (-1_441).into(), &[range("offset")]);
    refuses(|record| record["start"] = (-1).into(), &[range("start")]);
    refuses(|record| record["updated"] = 4_133_980_800_000_i64.into(), &[range("updated")]);
    refuses(|record| record["note"] = "x".repeat(2_001).into(), &[range("note")]);
    refuses(|record| record["id"] = "session-1".into(), &[range("id")]);
    refuses(|record| record["rev"] = 0.into(), &[range("rev")]);
    refuses(|record| record["kind"] = "meta".into(), &[range("kind")]);
    refuses(|record| record["active"] = "620".into(), &[Problem::WrongType(String::new())]);
    refuses(
        |record| record["done"][0][2][0].as_array_mut().unwrap().push(1.into()),
        &[Problem::WrongType(String::new())],
    );
    refuses(|record| record["active"] = 620.5.into(), &[Problem::Fraction]);
    refuses(|record| record["unknown"] = json!([{"deep": 0.1}]), &[Problem::Fraction]);
    refuses(|record| record["end"] = "completed".into(), &[Problem::Contradiction("end", "stop")]);
    refuses(|record| *record = json!("text"), &[Problem::NoRecord]);
    refuses(|record| *record = json!({"v": 1, "kind": "goal"}), &[Problem::NoId]);
    refuses(|record| *record = json!({"v": 2, "kind": "settings"}), &[Problem::Newer]);
    refuses(
        |record| {
            record["effort"] = 12.into();
            record["done"][0][2][0][4] = "half".into();
            record["done"][1][2][0][4] = "half".into();
        },
        &[range("effort"), range("done.outcome"), range("done.outcome")],
    );
}

#[test]
fn one_bad_record_does_not_keep_the_others_out() {
    let mut file = file();
    let mut good = file["records"][0].clone();
    good["id"] = id(2).to_string().into();
    file["records"][0]["effort"] = 99.into();
    file["records"].as_array_mut().unwrap().push(good);
    let told = preview(&read(file).unwrap(), &Archive::default());
    assert_eq!((told.new, told.refused.len()), (1, 1));
    assert_eq!(told.refused[0].id, Some(id(1).to_string()));
}

#[test]
fn one_id_with_two_contents_at_one_revision_is_refused() {
    let mut file = file();
    let mut other = file["records"][0].clone();
    file["records"].as_array_mut().unwrap().push(other.clone());
    assert_eq!(preview(&read(file.clone()).unwrap(), &Archive::default()).new, 1);

    other["note"] = "anders".into();
    file["records"].as_array_mut().unwrap().push(other.clone());
    let parsed = read(file.clone()).unwrap();
    assert_eq!(parsed.refused.len(), 2);
    assert!(parsed.refused.iter().all(|refused| refused.problems == [Problem::TwoContents]));

    file["records"] = json!([file["records"][0], other]);
    file["records"][1]["rev"] = 2.into();
    let parsed = read(file).unwrap();
    let told = preview(&parsed, &Archive::default());
    assert_eq!((told.new, told.refused.len()), (1, 0));
    let mut archive = Archive::default();
    for write in merge(&parsed, &Archive::default(), SettingsChoice::KeepOurs) {
        archive.apply(&write);
    }
    assert_eq!(archive.records().next().map(|record| record.after.note.as_str()), Some("anders"));
}

#[test]
fn what_a_file_brings_takes_the_place_of_the_earlier_revision() {
    let mut here = Shelf::default();
    here.put_session(&full_session());
    let mut file = file();
    file["records"][0]["rev"] = 2.into();
    let parsed = read(file).unwrap();
    let mut archive = here.open();
    let writes = merge(&parsed, &archive, SettingsChoice::KeepOurs);
    here.write(&mut archive, &writes);
    assert_eq!(here.0.into_keys().collect::<Vec<_>>(), [Key::Session(id(1), 2).to_string()]);
}

#[test]
fn what_a_newer_version_wrote_is_kept_word_for_word() {
    let mut file = file();
    file["schema"] = 2.into();
    file["goals"] = json!(["a list of a later version"]);
    let mut newer = file["records"][0].clone();
    (newer["v"], newer["id"], newer["mood"]) = (2.into(), id(2).to_string().into(), "é".into());
    let diary = json!({
        "v": 1, "kind": "diary", "id": id(3).to_string(), "rev": 1, "updated": NOON, "x": [null],
    });
    let records = file["records"].as_array_mut().unwrap();
    records.extend([newer.clone(), diary.clone()]);
    let parsed = read(file).unwrap();
    let told = preview(&parsed, &Archive::default());
    assert!(told.from_newer);
    assert_eq!((told.new, told.kept_verbatim, told.refused.len()), (3, 2, 0));

    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    shelf.write(&mut archive, &merge(&parsed, &Archive::default(), SettingsChoice::KeepOurs));
    let again: Value = serde_json::from_str(&export(&archive)).unwrap();
    assert!(again["records"].as_array().unwrap().contains(&newer));
    assert!(again["records"].as_array().unwrap().contains(&diary));
}

#[test]
fn the_preview_counts_what_is_new_the_same_newer_there_and_newer_here() {
    let (mut here, mut there) = (Shelf::default(), Shelf::default());
    let at = |number: u8, revision: u32| {
        let mut record = full_session();
        (record.id, record.revision) = (id(number), revision);
        record
    };
    for (number, ours, theirs) in [(1, 0, 1), (2, 1, 1), (3, 1, 2), (4, 2, 1), (5, 1, 1)] {
        if ours > 0 {
            here.put_session(&at(number, ours));
        }
        there.put_session(&at(number, theirs));
    }
    let mut archive = there.open();
    let deletion = archive.delete(id(5), NOON).unwrap();
    there.write(&mut archive, &deletion);
    let told = told(&here, &there);
    assert_eq!(
        (told.new, told.same, told.newer_in_file, told.newer_here, told.deleted_in_file),
        (1, 1, 1, 1, 1)
    );
}

#[test]
fn an_older_file_does_not_bring_a_deleted_session_back() {
    let (mut here, mut old) = (Shelf::default(), Shelf::default());
    here.put_session(&full_session());
    old.put_session(&full_session());
    let mut archive = here.open();
    let deletion = archive.delete(id(1), NOON).unwrap();
    here.write(&mut archive, &deletion);
    let parsed = import::read(export(&old.open()).as_bytes()).unwrap();
    assert_eq!(preview(&parsed, &archive).newer_here, 1);
    assert_eq!(merge(&parsed, &archive, SettingsChoice::KeepOurs), vec![]);
}

#[test]
fn settings_come_only_when_asked_for_and_last() {
    let (mut here, mut there) = (Shelf::default(), Shelf::default());
    let mut archive = there.open();
    let dark = Settings { theme: Theme::Dark, ..Settings::default() };
    let writes = [
        archive.save_settings(&dark, NOON).unwrap(),
        archive.save_screening(&full_screening()).unwrap(),
        archive.finish(&full_session()).unwrap(),
    ];
    there.write(&mut archive, &writes.concat());
    let mut ours = here.open();
    let light = ours.save_settings(&Settings::default(), NOON).unwrap();
    here.write(&mut ours, &light);

    let parsed = import::read(export(&archive).as_bytes()).unwrap();
    let told = preview(&parsed, &ours);
    assert!(told.settings_differ && told.screening_newer);
    let kept = merge(&parsed, &ours, SettingsChoice::KeepOurs);
    let taken = merge(&parsed, &ours, SettingsChoice::TakeTheirs);
    assert_eq!(taken[..kept.len()], kept);
    let mut shelf = here.clone();
    shelf.write(&mut ours, &taken);
    assert_eq!(ours.settings(), Some(&dark));
    assert_eq!(ours.screening(), Some(&full_screening()));
    let told = preview(&parsed, &ours);
    assert!(!told.settings_differ && !told.screening_newer);
}

#[test]
fn texts_put_aside_travel_along_once() {
    let mut there = Shelf::default();
    let key = Key::quarantine("soepel.p0.s.x", "half a rec\u{1f642}");
    there.0.insert(key.to_string(), "half a rec\u{1f642}".to_owned());
    let parsed = import::read(export(&there.open()).as_bytes()).unwrap();
    let mut archive = Archive::default();
    assert_eq!(preview(&parsed, &archive).quarantined, 1);
    for write in merge(&parsed, &Archive::default(), SettingsChoice::KeepOurs) {
        archive.apply(&write);
    }
    assert_eq!(archive, there.open());
    assert_eq!(preview(&parsed, &archive).quarantined, 0);
}
