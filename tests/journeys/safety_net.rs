//! What takes much away, and the way back from it: deleting everything, replacing, merging.

use soepel::{
    app::{
        backup::{BackupCommand, BackupEvent, Net, NetNews},
        command::Command,
        event::Event,
        model::{Import, Toast},
    },
    archive::{before::Why, export::export, merge::SettingsChoice},
    domain::{
        record::Answer,
        settings::{Settings, Theme},
    },
    route::Route,
};

use crate::person::{Person, Shelf};

const DAY: i64 = 86_400_000;

fn backup(person: &mut Person, event: BackupEvent) -> Vec<Command> {
    person.tell(Event::Backup(event))
}

fn why(person: &Person) -> Vec<Why> {
    person.model.backups.net.snapshots().iter().map(|about| about.why).collect()
}

fn somebody() -> Person {
    let mut person = Person::ready();
    person.play("P6-2min");
    person.play("P4-break");
    person.tell(Event::Navigated(Route::Data));
    person
}

/// The file of somebody who did something else.
fn other_file() -> Vec<u8> {
    let mut other = Person::ready();
    other.pass(86_400_000);
    other.play("P6-5min");
    let dark = Settings { theme: Theme::Dark, ..other.model.settings.clone() };
    other.tell(Event::ChangedSettings(dark));
    export(other.model.archive().unwrap()).into_bytes()
}

#[test]
fn everything_that_was_deleted_comes_back_by_undo_in_both_stores() {
    let mut person = somebody();
    let (shelf, spare, records) = (person.shelf.clone(), person.spare.clone(), person.records());
    person.tell(Event::DeletedEverything);
    assert!(person.records().is_empty());
    assert_eq!(person.shelf, Some(Shelf::new()));
    assert_eq!(person.model.toast, Some(Toast::Erased));
    assert!(person.model.backups.undo.is_some());
    person.tell(Event::ClickedUndo);
    assert_eq!(
        (person.records(), person.model.toast.clone()),
        (records.clone(), Some(Toast::Net(NetNews::PutBack)))
    );
    assert_eq!((person.shelf.clone(), person.spare.clone()), (shelf, spare));
    assert_eq!(person.reopened().records(), records);
}

/// The mark that an erasure leaves for a second copy that was not there goes with the undo.
#[test]
fn an_undone_deletion_leaves_no_mark_that_would_delete_again() {
    let mut person = somebody();
    let records = person.records();
    let spare = person.spare.take();
    person.tell(Event::DeletedEverything);
    assert!(person.shelf.as_ref().unwrap().contains_key("soepel.p0.gone"));
    person.tell(Event::ClickedUndo);
    assert!(!person.shelf.as_ref().unwrap().contains_key("soepel.p0.gone"));
    person.spare = spare;
    assert_eq!(person.reopened().records(), records);
}

#[test]
fn what_was_deleted_can_be_put_back_later_from_the_list() {
    let mut person = somebody();
    let records = person.records();
    person.tell(Event::DeletedEverything);
    person.settle_in();
    person.play("P6-5min");
    let mut again = person.reopened();
    assert_eq!(why(&again), [Why::Erase]);
    let about = again.model.backups.net.snapshots()[0];
    assert_eq!(about.sessions, 2);
    backup(&mut again, BackupEvent::AskedToPutBack(about.name()));
    assert_eq!(again.records(), records);
    assert_eq!(why(&again), [Why::PutBack, Why::Erase], "and what stood there is safe too");
}

#[test]
fn deleting_for_good_leaves_nothing_in_the_net_either() {
    let mut person = somebody();
    person.tell(Event::DeletedEverything);
    person.settle_in();
    backup(&mut person, BackupEvent::DeletedForGood);
    assert_eq!(why(&person), []);
    assert_eq!(person.shelf, Some(Shelf::new()));
    let net = person.net.clone().unwrap();
    assert!(net.texts.is_empty() && net.list.keys().all(|name| name == "version"));
    assert_eq!(person.model.backups.undo, None);
    person.tell(Event::ClickedUndo);
    assert!(person.records().is_empty());
}

#[test]
fn the_net_alone_can_be_emptied() {
    let mut person = somebody();
    person.tell(Event::DeletedEverything);
    backup(&mut person, BackupEvent::AskedToDropNet);
    assert!(person.net.clone().unwrap().texts.is_empty());
    assert_eq!(person.model.toast, Some(Toast::Net(NetNews::Dropped)));
}

#[test]
fn without_a_net_deleting_works_at_once_and_says_before_that_there_is_no_way_back() {
    let mut person = somebody();
    person.net = None;
    let mut person = person.reopened();
    assert_eq!(person.model.backups.net, Net::Missing, "the page says so");
    person.tell(Event::DeletedEverything);
    assert_eq!(person.model.toast, Some(Toast::Erased));
    assert_eq!(person.model.backups.undo, None);
}

#[test]
fn when_the_promised_snapshot_fails_nothing_is_deleted() {
    let mut person = somebody();
    let shelf = person.shelf.clone();
    person.net = None;
    person.tell(Event::DeletedEverything);
    assert_eq!(
        (person.model.toast.clone(), &person.shelf),
        (Some(Toast::Net(NetNews::Torn)), &shelf)
    );
    assert_eq!(person.model.backups.net, Net::Missing);
    person.tell(Event::DeletedEverything);
    assert!(person.records().is_empty(), "now that it was said");
}

#[test]
fn a_second_press_while_the_snapshot_is_taken_does_nothing() {
    let mut person = somebody();
    let commands = person.model.update(Event::DeletedEverything, person.now).commands;
    assert!(matches!(&commands[..], [Command::Backup(BackupCommand::TakeSnapshot { .. })]));
    assert_eq!(person.records().len(), 2, "not before it is safe");
    assert!(person.model.update(Event::DeletedEverything, person.now).commands.is_empty());
}

/// A browser that is slow with the snapshot of a new version keeps nobody waiting.
#[test]
fn what_somebody_does_goes_before_the_snapshot_of_a_new_version() {
    let mut person = somebody();
    let list = person.net.clone().unwrap().list.into_iter().filter(|(name, _)| name != "version");
    let read = Event::Backup(BackupEvent::NetRead(Some(list.collect())));
    let slow = person.model.update(read, person.now).commands;
    let [Command::Backup(BackupCommand::TakeSnapshot { about, .. })] = &slow[..] else {
        panic!("{slow:?}")
    };
    person.tell(Event::DeletedEverything);
    assert!(person.records().is_empty());
    let late = backup(&mut person, BackupEvent::SnapshotTaken { about: *about, safe: true });
    assert!(matches!(&late[..], [Command::Backup(BackupCommand::KeepInNet { .. })]), "{late:?}");
    person.tell(Event::ClickedUndo);
    assert_eq!(person.records().len(), 2);
}

#[test]
fn a_merge_can_be_undone_to_the_letter() {
    let mut person = somebody();
    let shelf = person.shelf.clone();
    person.tell(Event::FilePicked(Some(other_file())));
    person.tell(Event::ConfirmedImport(SettingsChoice::TakeTheirs));
    assert_eq!((person.records().len(), person.model.settings.theme), (3, Theme::Dark));
    assert_eq!(why(&person), [Why::Import]);
    person.tell(Event::ClickedUndo);
    assert_eq!((person.records().len(), &person.shelf), (2, &shelf));
    assert_ne!(person.model.settings.theme, Theme::Dark);
}

#[test]
fn replacing_leaves_only_what_is_in_the_file_and_can_be_undone() {
    let mut person = somebody();
    let (shelf, file) = (person.shelf.clone(), other_file());
    person.tell(Event::FilePicked(Some(file.clone())));
    let told = person.model.replacing().unwrap();
    assert_eq!((told.sessions, told.gone, told.newer), (1, 2, 0));
    assert_eq!(person.shelf, shelf, "not before it is confirmed");
    backup(&mut person, BackupEvent::ConfirmedReplace);
    assert_eq!(export(person.model.archive().unwrap()).into_bytes(), file);
    assert_eq!(person.model.toast, Some(Toast::Replaced(1)));
    assert_eq!(person.spare, person.shelf);
    assert_eq!(person.reopened().records().len(), 1);
    person.tell(Event::ClickedUndo);
    assert_eq!(person.shelf, shelf);
}

/// What an older version cannot read it never strips: R11, and part 3 of the promise.
#[test]
fn replacing_leaves_what_only_a_newer_version_can_read() {
    let mut person = somebody();
    let id = "01K9ZQ5Y7WQ2M3N4P5R6S7T8V9";
    let text = format!(r#"{{"id":"{id}","kind":"dream","rev":1,"updated":1795345200000,"v":9}}"#);
    let (key, value) =
        (format!("soepel.p0.k.dream.{id}.1"), soepel::archive::envelope::seal(&text));
    person.tell(Event::ChangedElsewhere { key: key.clone(), value: Some(value.clone()) });
    person.shelf.as_mut().unwrap().insert(key.clone(), value.clone());
    person.tell(Event::FilePicked(Some(other_file())));
    assert_eq!(person.model.replacing().unwrap().newer, 1);
    backup(&mut person, BackupEvent::ConfirmedReplace);
    assert_eq!(person.shelf.as_ref().unwrap().get(&key), Some(&value));
}

/// 3.3: only answers given here open a lock.
#[test]
fn neither_a_file_in_the_place_of_everything_nor_a_snapshot_opens_a_red_lock() {
    let mut person = somebody();
    person.tell(Event::FilePicked(Some(other_file())));
    person.tell(Event::ConfirmedImport(SettingsChoice::KeepOurs));
    person.screen(&[("S1", Answer::Yes)]);
    let red = |person: &Person| person.model.verdict(person.now).unwrap().level.is_red();
    assert!(red(&person));
    let about = person.model.backups.net.snapshots()[0];
    backup(&mut person, BackupEvent::AskedToPutBack(about.name()));
    assert!(red(&person), "by a snapshot of before");
    person.tell(Event::Navigated(Route::Data));
    person.tell(Event::FilePicked(Some(other_file())));
    backup(&mut person, BackupEvent::ConfirmedReplace);
    assert!(red(&person), "by a file");
    assert!(red(&person.reopened()));
}

#[test]
fn a_snapshot_goes_after_thirty_days_and_only_a_few_stay() {
    let mut person = somebody();
    person.tell(Event::DeletedEverything);
    person.now.wall += 30 * DAY;
    assert_eq!(why(&person.reopened()), [], "a minute later it is older than thirty days");
    let mut person = somebody();
    for _ in 0..5 {
        person.pass(1_000);
        person.tell(Event::FilePicked(Some(other_file())));
        backup(&mut person, BackupEvent::ConfirmedReplace);
    }
    assert_eq!(why(&person), [Why::Replace; 3]);
    assert_eq!(person.net.clone().unwrap().texts.len(), 3);
}

#[test]
fn a_damaged_snapshot_changes_nothing_and_says_so() {
    let mut person = somebody();
    person.tell(Event::FilePicked(Some(other_file())));
    backup(&mut person, BackupEvent::ConfirmedReplace);
    for text in person.net.as_mut().unwrap().texts.values_mut() {
        text.pop();
    }
    let shelf = person.shelf.clone();
    person.tell(Event::ClickedUndo);
    assert_eq!(
        (person.model.toast.clone(), &person.shelf),
        (Some(Toast::Net(NetNews::NotPutBack)), &shelf)
    );
}

/// Before a version that may write in another way: the first start of another version.
#[test]
fn another_version_keeps_everything_as_it_was_before_it_does_anything() {
    let mut person = somebody();
    person.net.as_mut().unwrap().list.insert("version".to_owned(), "0.0.9".to_owned());
    let again = person.reopened();
    assert_eq!(why(&again), [Why::Update]);
    let net = again.net.clone().unwrap();
    assert_eq!(net.list["version"], env!("CARGO_PKG_VERSION"), "marked when it was safe");
    assert_eq!(why(&again.reopened()), [Why::Update], "once");
    assert_eq!(Person::ready().net.unwrap().texts.len(), 0, "and nothing on a first visit");
}

#[test]
fn what_runs_when_a_snapshot_comes_back_is_put_down_first() {
    let mut person = somebody();
    person.tell(Event::DeletedEverything);
    person.settle_in();
    person.start("P6-2min");
    let about = person.model.backups.net.snapshots()[0];
    let commands = backup(&mut person, BackupEvent::AskedToPutBack(about.name()));
    assert!(commands.contains(&Command::Hush) && person.model.live.is_none());
    assert_eq!(person.records().len(), 2);
}

#[test]
fn replacing_without_a_file_does_nothing() {
    let mut person = somebody();
    let shelf = person.shelf.clone();
    backup(&mut person, BackupEvent::ConfirmedReplace);
    person.tell(Event::FilePicked(Some(b"geen json".to_vec())));
    backup(&mut person, BackupEvent::ConfirmedReplace);
    assert!(matches!(person.model.import, Some(Import::Refused(_))));
    assert_eq!(person.shelf, shelf);
}

#[test]
fn a_net_that_cannot_be_emptied_is_not_said_to_be() {
    let mut person = somebody();
    person.tell(Event::DeletedEverything);
    let held = why(&person).len();
    assert!(held > 0);
    person.net = None;
    backup(&mut person, BackupEvent::AskedToDropNet);
    assert_eq!(person.model.toast, Some(Toast::Net(NetNews::NotDropped)));
    assert_eq!(person.model.backups.net.snapshots().len(), held, "it can be tried again");
    backup(&mut person, BackupEvent::DeletedForGood);
    assert_eq!(
        person.model.toast,
        Some(Toast::Net(NetNews::NotDropped)),
        "erased, but not the net"
    );
}
