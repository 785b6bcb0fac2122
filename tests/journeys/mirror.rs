//! Two copies of what is kept: what one of them loses, the other gives back.

use soepel::{
    app::{
        command::Command,
        event::Event,
        mirror::{Copied, MirrorEvent},
        model::{Storage, Toast},
    },
    route::Route,
};

use crate::person::{Person, Shelf};

#[test]
fn both_copies_hold_the_same_whatever_was_done() {
    let mut person = Person::ready();
    person.play("P6-2min");
    person.start("P6-5min");
    person.wait(40);
    assert_eq!(person.spare, person.shelf);
    let again = person.reopened();
    assert_eq!(again.times_kept(), 0, "there is nothing to even out");
    assert_eq!(again.model.mirror.copied, Copied::Follows);
}

#[test]
fn a_browser_that_lost_everything_gets_it_back_and_says_so() {
    let mut person = Person::ready();
    let record = person.play("P6-2min");
    person.start("P6-5min");
    person.wait(40);
    let begun = person.model.live.as_ref().unwrap().id;
    let again = Person::with_spare(Some(Shelf::new()), person.spare.clone(), person.now);
    assert_eq!(again.records(), [record]);
    assert_eq!(again.model.route, Route::Today, "no welcome for somebody who was here before");
    assert!(matches!(again.model.toast, Some(Toast::CameBack(1))));
    assert_eq!(again.model.begun_sessions()[0].opening.record, begun);
    assert_eq!(again.shelf, person.shelf);
}

#[test]
fn a_spare_copy_that_is_empty_is_filled_and_one_that_cannot_be_had_harms_nobody() {
    let mut person = Person::ready();
    let record = person.play("P6-2min");
    let filled = Person::with_spare(person.shelf.clone(), Some(Shelf::new()), person.now);
    assert_eq!(filled.spare, person.shelf);
    assert_eq!(filled.model.toast, None);
    let mut alone = Person::with_spare(person.shelf.clone(), None, person.now);
    assert_eq!(alone.model.mirror.copied, Copied::Missing);
    assert_eq!(alone.records(), [record]);
    alone.play("P6-5min");
    assert_eq!(alone.records().len(), 2);
}

/// `setItem` is not durable when it returns: a browser that is killed may lose seconds of it.
#[test]
fn kept_is_said_when_it_would_survive_a_browser_that_is_killed() {
    let mut person = Person::ready();
    person.play("P6-2min");
    assert!(person.model.is_kept(person.now), "the second copy has it");
    assert_eq!(person.model.wants(person.now).wake_in, None);
    let mut alone = Person::with_spare(person.shelf.clone(), None, person.now);
    alone.play("P6-5min");
    assert_eq!(alone.model.route, Route::Finish);
    assert!(!alone.model.is_kept(alone.now));
    let left = alone.model.wants(alone.now).wake_in.expect("looks again");
    alone.pass(u32::try_from(left.0).unwrap());
    assert!(alone.model.is_kept(alone.now), "by now the first has written it down");
}

#[test]
fn a_full_storage_still_has_its_second_copy() {
    let mut person = Person::ready();
    person.full = true;
    let record = person.play("P6-2min");
    assert!(!person.model.is_kept(person.now), "the page says so");
    let mut again = Person::with_spare(person.shelf.clone(), person.spare.clone(), person.now);
    assert_eq!(again.records(), std::slice::from_ref(&record));
    again.tell(Event::ClickedTryAgain);
    assert_eq!(again.shelf, again.spare);
}

#[test]
fn when_nothing_can_be_read_the_second_copy_is_taken() {
    let mut person = Person::ready();
    let record = person.play("P6-2min");
    let mut torn = person.shelf.clone().unwrap();
    for text in torn.values_mut() {
        text.truncate(15);
    }
    let lost = Person::with_spare(Some(torn.clone()), None, person.now);
    assert!(matches!(lost.model.storage, Storage::Unreadable(_)));
    let again = Person::with_spare(Some(torn.clone()), person.spare.clone(), person.now);
    assert!(matches!(again.model.storage, Storage::Open { .. }));
    assert_eq!(again.records(), [record]);
    let aside = again.model.archive().unwrap().quarantined().count();
    assert_eq!(aside, torn.len(), "word for word");
}

#[test]
fn deleting_everything_empties_both_even_if_one_of_them_does_it_late() {
    let mut person = Person::ready();
    person.play("P6-2min");
    let full = person.spare.clone();
    person.tell(Event::DeletedEverything);
    assert_eq!(
        (person.shelf.clone(), person.spare.clone()),
        (Some(Shelf::new()), full.clone().map(|_| Shelf::new()))
    );

    let mut person = Person::ready();
    person.play("P6-2min");
    person.spare = None;
    person.tell(Event::DeletedEverything);
    assert_eq!(person.shelf.as_ref().map(Shelf::len), Some(1), "the mark that nothing comes back");
    let again = Person::with_spare(person.shelf.clone(), full, person.now);
    assert!(again.records().is_empty());
    assert_eq!((again.shelf, again.spare), (Some(Shelf::new()), Some(Shelf::new())));
}

#[test]
fn a_copy_that_never_answers_keeps_nobody_waiting() {
    let mut person = Person::ready();
    person.model.mirror = soepel::app::mirror::Mirror::default();
    let said = person.tell(Event::Mirror(MirrorEvent::Changed { safe: false }));
    assert!(said.is_empty());
    assert_eq!(person.model.mirror.copied, Copied::Missing);
    let kept = person.tell(Event::ChangedSettings(person.model.settings.clone()));
    assert!(kept.iter().any(|command| matches!(command, Command::Keep(_))));
}
