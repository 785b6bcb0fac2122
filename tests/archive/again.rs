//! What is written once more after a failure, and what is noticed when texts do not fit together.

use soepel::{
    archive::{
        convert::session,
        envelope,
        keys::Key,
        payload::spell,
        store::Archive,
        v1,
        writes::{Blocked, Write},
    },
    domain::record::DoneMode,
};

use crate::{
    made::{NOON, Shelf, full_session, id},
    stored::{opening, step},
};

const BROKEN: &str = "1|00000000|{}";

fn put(key: &str, value: &str) -> Write {
    Write::Put { key: key.to_owned(), value: value.to_owned() }
}

fn remove(key: &str) -> Write {
    Write::Remove { key: key.to_owned() }
}

fn opened(texts: &[(String, String)]) -> Archive {
    Archive::open(texts.to_vec()).expect("something can be read")
}

fn session_text() -> String {
    envelope::seal(&spell(&session::write(&full_session(), v1::Extra::new())))
}

#[test]
fn after_a_failure_each_name_gets_what_should_stand_there_by_now() {
    let kept = Key::Session(id(1), 1).to_string();
    let damaged = Key::Session(id(2), 1).to_string();
    let gone = Key::Session(id(3), 1).to_string();
    let aside = Key::quarantine("soepel.p0.s.x", "torn").to_string();
    let (reserve, mark) = (Key::Reserve.to_string(), Key::Erased.to_string());
    let texts = [(&kept, session_text()), (&damaged, BROKEN.into()), (&aside, "torn".into())];
    let texts = texts.map(|(name, text)| (name.clone(), text));
    let mut archive = opened(&texts);
    let names = [&kept, &damaged, &gone, &aside, &reserve, &mark].map(String::as_str);
    let all = |archive: &Archive| archive.again(names.into_iter().chain(["theme"]));
    let mut expected = vec![
        put(&aside, "torn"),
        put(&kept, &session_text()),
        remove(&mark),
        remove(&reserve),
        remove(&gone),
    ];
    let sorted = |mut writes: Vec<Write>| {
        writes.sort_by_key(|write| write.name().to_owned());
        writes
    };
    let told = all(&archive);
    assert!(matches!(told[..2], [Write::Put { .. }, Write::Put { .. }]), "first what is kept");
    assert_eq!(sorted(told), sorted(expected.clone()));

    archive.apply(&put(&reserve, "0"));
    expected.retain(|write| write.name() != reserve);
    assert_eq!(sorted(all(&archive)), sorted(expected), "the filler that lies there is left alone");
}

#[test]
fn after_everything_was_erased_what_goes_makes_room_for_the_mark() {
    let mark = Key::Erased.to_string();
    let gone = Key::Session(id(3), 1).to_string();
    let mut archive = Archive::default();
    for write in archive.erase() {
        archive.apply(&write);
    }
    let told = archive.again([mark.as_str(), gone.as_str()]);
    assert_eq!(told[0], remove(&gone));
    assert!(matches!(&told[1], Write::Put { key, .. } if *key == mark));
    archive.apply(&remove(&gone));
    assert!(archive.is_erased(), "until the second store is empty too");
    archive.apply(&remove(&mark));
    assert!(!archive.is_erased());
}

#[test]
fn a_damaged_text_beside_a_good_one_of_the_same_name_is_no_damage() {
    let name = Key::Session(id(1), 1).to_string();
    let (good, bad) = ((name.clone(), session_text()), (name, BROKEN.to_owned()));
    for texts in [[good.clone(), bad.clone()], [bad, good]] {
        let archive = opened(&texts);
        assert_eq!((archive.damaged().count(), archive.history().len()), (0, 1));
    }
}

#[test]
fn a_journal_is_torn_where_an_entry_is_missing_or_damaged_and_not_when_it_is_whole() {
    let mut shelf = Shelf::default();
    let mut archive = Archive::default();
    let mut writes = archive.begin_journal(&opening(id(1))).unwrap();
    for seq in [1, 2, 3] {
        writes.extend(archive.continue_journal(id(1), &step(seq)).unwrap());
    }
    shelf.write(&mut archive, &writes);
    let torn = |change: &dyn Fn(&mut Shelf)| {
        let mut shelf = shelf.clone();
        change(&mut shelf);
        let journal = shelf.open().journals().pop().unwrap();
        (journal.torn, journal.steps.len())
    };
    let third = Key::Journal(id(1), 3).to_string();
    let second = Key::Journal(id(1), 2).to_string();
    assert_eq!(torn(&|_| ()), (false, 3));
    assert_eq!(torn(&|shelf| drop(shelf.0.remove(&third))), (false, 2), "it ends sooner");
    assert_eq!(torn(&|shelf| drop(shelf.0.remove(&second))), (true, 1));
    assert_eq!(torn(&|shelf| drop(shelf.0.insert(third.clone(), BROKEN.into()))), (true, 2));
}

#[test]
fn the_journal_of_a_session_that_is_in_the_history_is_needless() {
    let mut archive = Archive::default();
    for write in archive.begin_journal(&opening(id(1))).unwrap() {
        archive.apply(&write);
    }
    assert!(archive.tidy().is_empty());
    archive.apply(&put(&Key::Session(id(1), 1).to_string(), &session_text()));
    assert_eq!(archive.tidy(), [remove(&Key::Journal(id(1), 0).to_string())]);
}

#[test]
fn what_only_a_newer_version_reads_is_not_put_back_over() {
    let mut newer = session::write(&full_session(), v1::Extra::new());
    newer.v = 2;
    let text = envelope::seal(&spell(&newer));
    let archive = opened(&[(Key::Session(id(1), 1).to_string(), text)]);
    assert_eq!(archive.restore(&full_session(), NOON), Err(Blocked::Newer));
    assert_eq!(Archive::default().restore(&full_session(), NOON), Err(Blocked::Absent));
}

/// What would read back as something else is not written at all.
#[test]
fn what_would_not_come_back_as_it_was_is_not_written() {
    let archive = Archive::default();
    let mut record = full_session();
    record.done[0].mode = DoneMode::Unknown("static".to_owned());
    assert_eq!(archive.finish(&record), Err(Blocked::Unfaithful(Vec::new())));
    let mut begun = opening(id(1));
    begun.blocks[0].effort_most = Some(0);
    assert_eq!(archive.begin_journal(&begun), Err(Blocked::Unfaithful(Vec::new())));
}
