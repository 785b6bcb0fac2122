//! From the welcome to a history that somebody takes along.

use soepel::{
    app::{command::Command, event::Event, model::Toast},
    archive::merge::SettingsChoice,
    domain::{
        body::{Change, Score},
        record::{After, Ending, Note},
        settings::Settings,
    },
    route::Route,
};

use crate::person::{Person, well};

fn said() -> After {
    After {
        change: Change::new(2),
        pain: Score::new(1),
        effort: Score::new(4),
        note: Note::shortened("ging goed"),
        ..After::default()
    }
}

/// What the last export came to, as a file.
fn exported(person: &mut Person) -> Vec<u8> {
    let commands = person.tell(Event::ClickedExport);
    let file = commands.into_iter().find_map(|command| match command {
        Command::Download { text, .. } => Some(text.into_bytes()),
        _ => None,
    });
    file.expect("an export offers a file")
}

#[test]
fn the_first_visit_leads_by_the_welcome_and_the_questions_to_the_first_session() {
    let mut person = Person::new();
    assert_eq!(person.model.route, Route::Welcome);
    person.check("P1-mini", well());
    assert!(!person.is_exercising(), "the questions come first");

    person.tell(Event::ChangedSettings(Settings { welcomed: true, ..Settings::default() }));
    assert_eq!(person.model.route, Route::Screening);
    person.screen(&[]);
    person.tell(Event::Navigated(Route::Today));
    assert_eq!(person.model.route, Route::Today);

    person.start("P1-mini");
    assert_eq!(person.model.route, Route::Player);
    while person.is_exercising() {
        person.wait(1);
    }
    assert_eq!(person.model.route, Route::Finish);
    let id = person.model.finished.unwrap();
    person.tell(Event::Rated { id, after: said() });
    assert_eq!(person.model.route, Route::Today);

    let week = &person.model.weeks(8)[0];
    assert_eq!((week.lines.len(), week.lines[0].id), (1, id));
    assert_eq!(week.lines[0].ending, Ending::Completed);
    assert_eq!(week.lines[0].change, Change::new(2));
    assert_eq!(person.reopened().records(), person.records());
    assert!(person.model.is_kept(person.now));
}

#[test]
fn what_is_deleted_comes_back_whole_from_the_file_that_was_taken_along() {
    let mut person = Person::ready();
    let first = person.play("P6-2min");
    person.tell(Event::Rated { id: first.id, after: said() });
    person.play("P4-break");
    let before = person.records();
    let file = exported(&mut person);

    person.tell(Event::DeletedEverything);
    assert!(person.records().is_empty());
    assert!(person.shelf.as_ref().unwrap().is_empty(), "{:?}", person.shelf);
    assert!(person.reopened().records().is_empty());

    person.tell(Event::FilePicked(Some(file.clone())));
    person.tell(Event::ConfirmedImport(SettingsChoice::TakeTheirs));
    assert_eq!(person.model.toast, Some(Toast::Imported(2)));
    assert_eq!(person.records(), before);
    assert_eq!(person.reopened().records(), before);
    assert!(person.model.verdict(person.now).is_some(), "the answers came along");
    assert_eq!(exported(&mut person), file, "the same history gives the same bytes");
}

#[test]
fn a_file_that_is_brought_in_twice_changes_nothing_more() {
    let mut person = Person::ready();
    person.play("P6-2min");
    let file = exported(&mut person);
    let (records, shelf) = (person.records(), person.shelf.clone());
    person.tell(Event::FilePicked(Some(file)));
    person.tell(Event::ConfirmedImport(SettingsChoice::KeepOurs));
    assert_eq!(person.records(), records);
    assert_eq!(person.shelf, shelf);
}

#[test]
fn a_session_done_without_the_app_stands_in_the_history_too() {
    let mut person = Person::ready();
    let told = soepel::app::afterwards::Recollection {
        session: Some(soepel::domain::programme::SessionId("P1-A".to_owned())),
        day: "2026-11-19".to_owned(),
        minutes: "12".to_owned(),
        after: said(),
    };
    let record = person.model.recollect(&told, [3; 10], person.now).unwrap();
    person.tell(Event::AddedAfterwards(record.clone()));
    assert_eq!(person.model.route, Route::History);
    assert_eq!(person.reopened().records(), [record]);
}

#[test]
fn a_correction_counts_as_a_new_revision_and_stays() {
    let mut person = Person::ready();
    let record = person.play("P6-2min");
    let mut mended = record.clone();
    mended.after = said();
    person.pass(60_000);
    person.tell(Event::Corrected(mended.clone()));
    let kept = person.reopened().records();
    assert_eq!((kept[0].revision, kept[0].updated), (2, person.now.wall));
    assert_eq!(kept[0].after, mended.after);
    assert_eq!(kept[0].done, record.done);
}

#[test]
fn a_session_deleted_by_mistake_comes_back_as_it_was() {
    let mut person = Person::ready();
    let record = person.play("P6-2min");
    person.tell(Event::Deleted(record.id));
    assert!(person.records().is_empty());
    assert!(person.reopened().records().is_empty());

    person.tell(Event::ClickedUndo);
    let back = &person.records()[0];
    let as_it_was = soepel::domain::record::SessionRecord {
        revision: back.revision,
        updated: back.updated,
        ..record
    };
    assert_eq!(*back, as_it_was);
    assert_eq!(person.reopened().records(), [as_it_was]);
    assert_eq!(person.model.toast, None);
}

#[test]
fn a_new_version_waits_until_the_session_is_over() {
    let mut person = Person::ready();
    person.start("P6-2min");
    person.tell(Event::UpdateBecameReady);
    assert!(!person.model.may_update());
    assert!(!person.tell(Event::ClickedUpdate).contains(&Command::ApplyUpdate));
    while person.is_exercising() {
        person.wait(1);
    }
    assert!(person.model.may_update());
    assert_eq!(person.tell(Event::ClickedUpdate), [Command::ApplyUpdate]);
}
