//! Kept things besides sessions: put, changed, taken away, and merged like everything else.

use soepel::{
    archive::{
        export::export,
        import,
        merge::{SettingsChoice, merge},
        store::Archive,
    },
    domain::{
        body::{BodyPart, Score},
        day::RedDay,
        item::{Body, BreakDay},
        record::RecordId,
        time::Day,
    },
};

use crate::made::{NOON, Shelf};

fn breaks(done: u32) -> Body {
    Body::Breaks(BreakDay { day: Day::parse("2026-11-26").unwrap(), done })
}

fn id() -> RecordId {
    RecordId::new(NOON, [7; 10])
}

#[test]
fn a_thing_is_put_changed_and_taken_away_and_only_its_last_revision_stays() {
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    for done in [1, 2] {
        let writes = archive.put_item(id(), breaks(done), NOON).unwrap();
        shelf.write(&mut archive, &writes);
    }
    let there: Vec<_> = archive.items().map(|item| (item.revision, item.body.clone())).collect();
    assert_eq!(there, [(2, Some(breaks(2)))]);
    assert_eq!(shelf.0.len(), 1);
    let writes = archive.remove_item(id(), &breaks(2), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    assert_eq!(archive.items().count(), 0);
    assert_eq!(shelf.0.len(), 1, "that it was taken away is kept");
}

#[test]
fn an_older_file_does_not_bring_back_what_was_taken_away() {
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    let writes = archive.put_item(id(), breaks(3), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    let file = import::read(export(&archive).as_bytes()).unwrap();
    let writes = archive.remove_item(id(), &breaks(3), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    assert_eq!(merge(&file, &archive, SettingsChoice::KeepOurs), []);

    let mut other = Archive::default();
    for write in merge(&file, &Archive::default(), SettingsChoice::KeepOurs) {
        other.apply(&write);
    }
    assert_eq!(other.items().next().unwrap().body, Some(breaks(3)));
}

#[test]
fn what_a_newer_version_added_to_a_thing_stays_when_it_is_changed() {
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    let writes = archive.put_item(id(), breaks(1), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    let file = export(&archive).replace("\"done\":1", "\"done\":1,\"later\":\"x\"");
    let sealed = import::read(file.as_bytes());
    assert!(sealed.is_err(), "the checksum notices");
    let text = "{\"body\":{\"day\":\"2026-11-26\",\"done\":1,\"later\":\"x\"},\"id\":\"ID\",\"kind\":\"breaks\",\"rev\":1,\"soon\":2,\"updated\":1795345200000,\"v\":1}"
        .replace("ID", &id().to_string());
    let key = shelf.0.keys().next().unwrap().clone();
    shelf.0.insert(key, soepel::archive::envelope::seal(&text));
    let mut archive = shelf.open();
    let writes = archive.put_item(id(), breaks(2), NOON).unwrap();
    shelf.write(&mut archive, &writes);
    let kept = shelf.0.values().next().unwrap();
    assert!(kept.contains("\"later\":\"x\"") && kept.contains("\"soon\":2"), "{kept}");
}

#[test]
fn a_day_that_pain_took_reads_back_and_one_out_of_range_is_refused() {
    let day = Day::parse("2026-11-26").unwrap();
    for (place, sharp, pain) in [(None, true, 0), (Some(BodyPart::LowBack), false, 10)] {
        let pain = Score::new(pain).unwrap();
        let body = Body::RedDay(RedDay { day, wall: NOON, pain, place, sharp });
        let mut shelf = Shelf::default();
        let mut archive = Archive::default();
        let writes = archive.put_item(id(), body.clone(), NOON).unwrap();
        shelf.write(&mut archive, &writes);
        assert_eq!(shelf.open().items().next().unwrap().body, Some(body));
        let (key, raw) = shelf.0.iter().next().unwrap();
        let text = soepel::archive::envelope::open(raw).unwrap();
        for (there, wrong) in [("\"pain\":", "\"pain\":9"), ("2026-11-26", "2026-11-36")] {
            let mended = soepel::archive::envelope::seal(&text.replace(there, wrong));
            let mended = Shelf([(key.clone(), mended)].into());
            // Nothing else stands there, so nothing can be read.
            assert!(Archive::open(mended.0).is_err(), "{wrong}");
        }
    }
}
