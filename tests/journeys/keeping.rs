//! What is kept, when it cannot be, and how nothing gets lost on the way.

use std::fmt::Write as _;

use soepel::{
    app::{
        command::Command,
        event::Event,
        model::{Import, Storage, Toast},
    },
    archive::{
        import::{LARGEST, MOST_RECORDS, Refusal},
        merge::SettingsChoice,
        writes::Write,
    },
    domain::settings::{Settings, Theme},
};

use crate::person::{Person, Shelf};

fn dark(person: &Person) -> Event {
    Event::ChangedSettings(Settings { theme: Theme::Dark, ..person.model.settings.clone() })
}

#[test]
fn with_a_blocked_storage_everything_works_and_nothing_is_kept() {
    let mut person = Person::blocked();
    person.settle_in();
    assert!(matches!(person.model.storage, Storage::Blocked { .. }), "the page says so");
    let record = person.play("P6-2min");
    person.tell(dark(&person));
    assert_eq!(person.records(), [record]);
    assert_eq!(person.model.settings.theme, Theme::Dark);
    assert!(!person.model.is_kept(person.now));
    assert_eq!(person.times_kept(), 0);
    let export = person.tell(Event::ClickedExport);
    assert!(matches!(&export[..], [Command::Download { .. }]), "it can be taken along");
}

#[test]
fn what_could_not_be_kept_waits_and_is_kept_on_another_try() {
    let mut person = Person::ready();
    person.spare = None;
    person.full = true;
    let record = person.play("P6-2min");
    let Storage::Open { unkept, .. } = &person.model.storage else { panic!("it is open") };
    assert!(unkept.full && !unkept.writes.is_empty());
    assert!(!person.model.is_kept(person.now), "the page says so");
    assert_eq!(person.records(), std::slice::from_ref(&record), "and shows it all the same");
    assert!(person.reopened().records().is_empty());

    person.tell(Event::ClickedTryAgain);
    assert!(!person.model.is_kept(person.now), "it still does not fit");
    person.full = false;
    person.tell(Event::ClickedTryAgain);
    person.pass(6_000);
    assert!(person.model.is_kept(person.now));
    let again = person.reopened();
    assert_eq!(again.records(), [record]);
    assert!(again.model.begun_sessions().is_empty());
}

#[test]
fn what_another_tab_kept_is_known_here_and_never_written_over() {
    let mut here = Person::ready();
    let mut there = here.reopened();
    let record = there.play("P6-2min");
    there.tell(dark(&there));
    for command in there.asked.clone() {
        let Command::Keep(writes) = command else { continue };
        for write in writes {
            let (key, value) = match write {
                Write::Put { key, value } => (key, Some(value)),
                Write::Remove { key } => (key, None),
            };
            here.tell(Event::ChangedElsewhere { key, value });
        }
    }
    here.shelf.clone_from(&there.shelf);
    here.now = there.now;
    assert_eq!(here.records(), std::slice::from_ref(&record));
    assert_eq!(here.model.settings.theme, Theme::Dark);

    let own = here.play("P4-break");
    here.tell(Event::ChangedSettings(Settings { sounds: false, ..here.model.settings.clone() }));
    let again = here.reopened();
    assert_eq!(again.records(), [record, own]);
    assert_eq!(again.model.settings.theme, Theme::Dark);
    assert!(!again.model.settings.sounds);
}

/// Nor is there a second copy.
fn unreadable() -> (Person, Shelf) {
    let mut person = Person::ready();
    person.spare = None;
    person.play("P6-2min");
    let mut shelf = person.shelf.clone().unwrap();
    for text in shelf.values_mut() {
        text.insert(0, '?');
    }
    person.shelf = Some(shelf.clone());
    (person.reopened(), shelf)
}

#[test]
fn nothing_is_written_over_what_cannot_be_read() {
    let (mut person, shelf) = unreadable();
    assert!(matches!(person.model.storage, Storage::Unreadable(_)), "the page says so");
    person.tell(dark(&person));
    person.screen(&[]);
    person.check("P1-A", crate::person::well());
    assert!(!person.is_exercising());
    assert_eq!(person.times_kept(), 0);
    assert_eq!(person.shelf, Some(shelf.clone()));

    let saved = person.tell(Event::ClickedSaveRaw);
    let [Command::Download { text, .. }] = &saved[..] else { panic!("{saved:?}") };
    for (key, raw) in &shelf {
        assert!(text.contains(key) && text.contains(raw), "{key} goes along");
    }
}

#[test]
fn starting_afresh_puts_aside_word_for_word_what_cannot_be_read() {
    let (mut person, shelf) = unreadable();
    person.tell(Event::ChoseToStartAfresh);
    let now = person.shelf.clone().unwrap();
    for raw in shelf.values() {
        let aside = now.iter().any(|(key, text)| key.contains(".q.") && text == raw);
        assert!(aside, "{raw}");
    }
    person.settle_in();
    let record = person.play("P4-break");
    assert_eq!(person.reopened().records(), [record]);
}

#[test]
fn deleting_everything_also_deletes_what_cannot_be_read() {
    let (mut person, _) = unreadable();
    person.tell(Event::DeletedEverything);
    assert_eq!(person.model.toast, Some(Toast::Erased));
    let mark = Shelf::from([("soepel.p0.gone".to_owned(), "1".to_owned())]);
    assert_eq!(person.shelf, Some(mark), "for a second copy that answers later");
}

#[test]
fn one_damaged_record_costs_no_other() {
    let mut person = Person::ready();
    person.spare = None;
    let first = person.play("P6-2min");
    let second = person.play("P4-break");
    let shelf = person.shelf.as_mut().unwrap();
    let name = format!("soepel.p0.s.{}.1", first.id);
    let raw = shelf.get_mut(&name).unwrap();
    raw.push('!');
    let raw = raw.clone();
    let again = person.reopened();
    assert_eq!(again.records(), [second]);
    let archive = again.model.archive().unwrap();
    assert_eq!(archive.quarantined().collect::<Vec<_>>(), [(name.as_str(), raw.as_str())]);
}

type IsRight = fn(&Refusal) -> bool;

/// A file that nothing is wrong with but that something in it was changed, and so on.
fn broken_files() -> Vec<(Vec<u8>, IsRight)> {
    let mut person = Person::ready();
    person.play("P6-2min");
    let export = person.tell(Event::ClickedExport);
    let Some(Command::Download { text, .. }) = export.first() else { panic!("{export:?}") };
    let deep = format!("{}{}", "[".repeat(40), "]".repeat(40));
    let mut many = "{\"format\":\"soepel-export\",\"quarantine\":[],\"records\":[".to_owned();
    for _ in 0..MOST_RECORDS {
        many.push_str("1,");
    }
    write!(many, "1],\"schema\":1,\"sha256\":\"\"}}").unwrap();
    vec![
        (vec![b' '; LARGEST + 1], |refusal| *refusal == Refusal::TooLarge),
        (b"soepel".to_vec(), |refusal| matches!(refusal, Refusal::NotJson(_))),
        (vec![0xFF, 0xFE], |refusal| matches!(refusal, Refusal::NotJson(_))),
        (text.as_bytes()[..text.len() / 2].to_vec(), |refusal| {
            matches!(refusal, Refusal::NotJson(_))
        }),
        (deep.into_bytes(), |refusal| *refusal == Refusal::TooDeep),
        (b"{\"a\":1,\"a\":2}".to_vec(), |refusal| matches!(refusal, Refusal::DuplicateKeys(_))),
        (b"{\"format\":\"other\"}".to_vec(), |refusal| *refusal == Refusal::NotOurFormat),
        (text.replace("P6-2min", "P6-5min").into_bytes(), |refusal| {
            *refusal == Refusal::WrongChecksum
        }),
        (many.into_bytes(), |refusal| *refusal == Refusal::TooMany),
    ]
}

#[test]
fn a_broken_file_is_refused_with_its_reason_and_leaves_the_history_as_it_was() {
    let mut person = Person::ready();
    person.play("P4-break");
    let (records, shelf) = (person.records(), person.shelf.clone());
    for (bytes, is_right) in broken_files() {
        person.tell(Event::FilePicked(Some(bytes)));
        let Some(Import::Refused(refusal)) = &person.model.import else {
            panic!("{:?}", person.model.import)
        };
        assert!(is_right(refusal), "{refusal:?}");
        person.tell(Event::ConfirmedImport(SettingsChoice::TakeTheirs));
        assert_eq!((person.records(), &person.shelf), (records.clone(), &shelf));
    }
    person.tell(Event::FilePicked(None));
    assert!(matches!(person.model.import, Some(Import::Unreadable)));
    assert_eq!((person.records(), &person.shelf), (records, &shelf));
}

#[test]
fn a_file_changes_nothing_until_it_is_confirmed() {
    let mut other = Person::ready();
    other.play("P6-2min");
    let export = other.tell(Event::ClickedExport);
    let Some(Command::Download { text, .. }) = export.first() else { panic!("{export:?}") };
    let mut person = Person::ready();
    let shelf = person.shelf.clone();
    person.tell(Event::FilePicked(Some(text.clone().into_bytes())));
    let Some(Import::Ready { preview, .. }) = &person.model.import else { panic!("it is ready") };
    assert_eq!((preview.new, preview.refused.len()), (1, 0));
    person.tell(Event::CancelledImport);
    person.tell(Event::ConfirmedImport(SettingsChoice::TakeTheirs));
    assert!(person.records().is_empty());
    assert_eq!(person.shelf, shelf);
}
