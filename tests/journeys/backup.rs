//! Copies that people make: when they are reminded, how a copy leaves, and what comes back from it.

use soepel::{
    app::{
        backup::{
            BackupCommand, BackupEvent, Place, Shared,
            due::{Asked, Copy, copy},
        },
        command::Command,
        event::Event,
        model::Toast,
    },
    archive::{export::export, merge::SettingsChoice},
    domain::{
        history::History,
        record::{After, SessionRecord},
    },
    route::Route,
};

use crate::person::{Person, Shelf};

const DAY: i64 = 86_400_000;

fn backup(person: &mut Person, event: BackupEvent) -> Vec<Command> {
    person.tell(Event::Backup(event))
}

fn one() -> SessionRecord {
    Person::ready().play("P6-2min")
}

/// The rule itself, at its edges; a copy is told of by its age in days.
#[test]
fn a_copy_is_due_after_five_sessions_or_fourteen_days_and_quiet_before() {
    let record = one();
    let end = record.updated;
    let history = |sessions: u8| {
        History::new((0..sessions).map(|place| {
            let id = soepel::domain::record::RecordId::new(end, [place; 10]);
            SessionRecord { id, ..record.clone() }
        }))
    };
    let asked = |last: Option<i64>, later: Option<i64>| Asked { last, later };
    let never = asked(None, None);
    assert_eq!(copy(&history(0), never, end + 100 * DAY), Copy::Needless, "nothing to lose");
    assert_eq!(copy(&history(1), never, end), Copy::Quiet { days: None });
    assert_eq!(copy(&history(1), never, end + 14 * DAY - 1), Copy::Quiet { days: None });
    assert_eq!(copy(&history(1), never, end + 14 * DAY), Copy::Due { days: None, sessions: 1 });
    assert_eq!(copy(&history(4), never, end), Copy::Quiet { days: None });
    assert_eq!(copy(&history(5), never, end), Copy::Due { days: None, sessions: 5 });

    let (before, after) = (asked(Some(end - 1), None), asked(Some(end), None));
    assert_eq!(copy(&history(4), before, end + DAY), Copy::Quiet { days: Some(1) });
    assert_eq!(copy(&history(5), before, end), Copy::Due { days: Some(0), sessions: 5 });
    assert_eq!(
        copy(&history(4), before, end + 14 * DAY),
        Copy::Due { days: Some(14), sessions: 4 }
    );
    assert_eq!(
        copy(&history(9), after, end + 99 * DAY),
        Copy::Quiet { days: Some(99) },
        "it has all"
    );

    // "Later" is quiet for three days, and no longer.
    let later = asked(None, Some(end + DAY));
    assert_eq!(copy(&history(5), later, end + DAY), Copy::Quiet { days: None });
    assert_eq!(copy(&history(5), later, end + 4 * DAY - 1), Copy::Quiet { days: None });
    assert_eq!(copy(&history(5), later, end + 4 * DAY), Copy::Due { days: None, sessions: 5 });

    // The clock was set back: nothing is negative, and a moment far ahead is not believed.
    assert_eq!(copy(&history(1), never, end - 30 * DAY), Copy::Quiet { days: None });
    let ahead = asked(Some(end + 400 * DAY), Some(end + 400 * DAY));
    assert_eq!(copy(&history(5), ahead, end), Copy::Due { days: None, sessions: 5 });
    assert_eq!(copy(&history(5), asked(Some(end + DAY), None), end), Copy::Quiet { days: Some(0) });
}

#[test]
fn nobody_is_reminded_without_a_history_or_in_the_middle_of_a_session() {
    let mut person = Person::ready();
    assert_eq!(person.model.copy(person.now), Copy::Needless);
    for _ in 0..5 {
        person.play("P6-2min");
    }
    assert_eq!(person.model.copy(person.now), Copy::Due { days: None, sessions: 5 });
    person.start("P6-2min");
    assert_eq!(person.model.copy(person.now), Copy::Needless);
}

#[test]
fn later_is_remembered_and_a_copy_ends_it() {
    let mut person = Person::ready();
    for _ in 0..5 {
        person.play("P6-2min");
    }
    backup(&mut person, BackupEvent::AskedForLater);
    let mut again = person.reopened();
    assert_eq!(again.model.copy(again.now), Copy::Quiet { days: None });
    again.tell(Event::ClickedExport);
    assert_eq!(again.model.copy(again.now), Copy::Quiet { days: Some(0) });
    assert_eq!(again.model.archive().unwrap().meta().later, None);
}

fn on_a_phone() -> Person {
    let mut person = Person::ready();
    let place = Place { shares: true, ..Place::default() };
    backup(&mut person, BackupEvent::StoodIn(place));
    person.play("P6-2min");
    person
}

#[test]
fn a_phone_shares_a_copy_and_only_one_that_went_out_counts() {
    let mut person = on_a_phone();
    let asked = person.tell(Event::ClickedExport);
    let [Command::Backup(BackupCommand::Share { name, text })] = &asked[..] else {
        panic!("{asked:?}")
    };
    assert_eq!(name, "soepel-2026-11-22.txt", "browsers share no JSON");
    let text = text.clone();
    let copied = |person: &Person| person.model.archive().unwrap().meta().last_export;
    assert_eq!(copied(&person), None, "not yet");
    assert!(backup(&mut person, BackupEvent::Shared(Shared::Cancelled)).is_empty());
    assert_eq!(copied(&person), None, "somebody closed the sheet");
    backup(&mut person, BackupEvent::Shared(Shared::Done));
    assert_eq!(copied(&person), Some(person.now.wall));

    let mut other = Person::new();
    other.tell(Event::FilePicked(Some(text.into_bytes())));
    other.tell(Event::ConfirmedImport(SettingsChoice::KeepOurs));
    assert_eq!(other.records(), person.records());
}

#[test]
fn where_sharing_fails_the_file_is_offered() {
    let mut person = on_a_phone();
    let offered = backup(&mut person, BackupEvent::Shared(Shared::Failed));
    let Command::Download { name, .. } = &offered[0] else { panic!("{offered:?}") };
    assert_eq!(name, "soepel-2026-11-22.json");
    let offered = backup(&mut person, BackupEvent::ClickedDownload);
    assert!(matches!(&offered[0], Command::Download { .. }), "and to who prefers it");
}

/// R23: a copy, a fresh profile, and everything is there again.
#[test]
fn a_copy_in_a_fresh_profile_gives_back_everything_and_skips_the_welcome() {
    let mut person = Person::ready();
    person.play("P6-2min");
    person.play("P4-break");
    let file = export(person.model.archive().unwrap());
    let mut fresh = Person::new();
    assert_eq!(fresh.model.route, Route::Welcome);
    fresh.tell(Event::Navigated(Route::Data));
    fresh.tell(Event::FilePicked(Some(file.clone().into_bytes())));
    fresh.tell(Event::ConfirmedImport(SettingsChoice::KeepOurs));
    assert_eq!(fresh.model.route, Route::Today);
    assert_eq!(fresh.model.settings, person.model.settings, "where nobody was yet");
    assert_eq!(export(fresh.model.archive().unwrap()), file);
    assert_eq!(fresh.reopened().records(), person.records());
}

/// R16, in whole journeys: two devices, each with what the other lacks, in any order and again.
#[test]
fn files_of_two_devices_merge_in_any_order_to_the_same() {
    let mut here = Person::ready();
    here.play("P6-2min");
    let start = export(here.model.archive().unwrap());
    let mut there = Person::new();
    there.tell(Event::FilePicked(Some(start.clone().into_bytes())));
    there.tell(Event::ConfirmedImport(SettingsChoice::TakeTheirs));
    let shared = there.records()[0].clone();
    there.pass(60_000);
    there.play("P4-break");
    let note = soepel::domain::record::Note::shortened("andere kant");
    let told = After { note, ..After::default() };
    there.tell(Event::Rated { id: shared.id, after: told });
    here.pass(3_600_000);
    let own = here.play("P6-5min");
    here.tell(Event::Deleted(shared.id));
    let files =
        [&start, &export(here.model.archive().unwrap()), &export(there.model.archive().unwrap())]
            .map(Clone::clone);

    let mut outcomes = Vec::new();
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut person = Person::new();
        for place in order.into_iter().chain(order) {
            person.tell(Event::FilePicked(Some(files[place].clone().into_bytes())));
            person.tell(Event::ConfirmedImport(SettingsChoice::TakeTheirs));
        }
        assert!(person.records().contains(&own));
        let all = export(person.model.archive().unwrap());
        // Settings are whoever's was taken last; here they are the same.
        outcomes.push(all);
    }
    outcomes.dedup();
    assert_eq!(outcomes.len(), 1, "{outcomes:#?}");
}

#[test]
fn the_browser_is_asked_to_keep_everything_after_the_first_session_and_not_each_time() {
    let mut person = Person::ready();
    backup(&mut person, BackupEvent::PersistenceBecame(Some(false)));
    let asks =
        |commands: &[Command]| commands.contains(&Command::Backup(BackupCommand::AskToPersist));
    let mut times = Vec::new();
    for turn in 1..=10 {
        let id = person.play("P6-2min").id;
        if asks(&person.tell(Event::Rated { id, after: After::default() })) {
            times.push(turn);
        }
    }
    assert_eq!(times, [1, 10]);
    backup(&mut person, BackupEvent::PersistenceBecame(Some(true)));
    assert_eq!(person.model.persisted, Some(true));
    let id = person.records()[0].id;
    assert!(!asks(&person.tell(Event::Rated { id, after: After::default() })));
}

#[test]
fn a_blocked_storage_can_still_be_taken_along() {
    let mut person = Person::with_net(None, None, None, Person::new().now);
    person.settle_in();
    person.play("P6-2min");
    assert_eq!(person.model.copy(person.now), Copy::Quiet { days: None });
    let copies = person.tell(Event::ClickedExport);
    assert!(matches!(&copies[..], [Command::Download { .. }]));
    person.tell(Event::DeletedEverything);
    assert_eq!(
        (person.model.toast.clone(), person.shelf.as_ref().map(Shelf::len)),
        (Some(Toast::Erased), None)
    );
}
