//! The filler that is given up when the storage is full.

use soepel::app::model::Storage;

use crate::person::{Person, Shelf};

fn is_all_kept(person: &Person) -> bool {
    matches!(&person.model.storage, Storage::Open { unkept, .. } if unkept.writes.is_empty())
}

/// R6.
#[test]
fn a_storage_that_fills_up_during_a_session_keeps_it_to_its_end_in_the_reserve() {
    let mut person = Person::ready();
    person.spare = None;
    assert!(person.reserve, "it is laid at the start");
    person.room = Some(5);
    let record = person.play("P6-2min");
    assert!(!person.reserve, "and given up");
    assert!(is_all_kept(&person));
    assert_eq!(person.reopened().records(), [record]);
}

/// R6.
#[test]
fn a_storage_without_room_for_the_reserve_says_nothing_of_it() {
    let mut person = Person::ready();
    person.room = Some(0);
    let mut again = person.reopened();
    again.room = Some(0);
    again.reserve = false;
    assert!(is_all_kept(&again));
}

/// R6: the reserve is used up once, and then it is said.
#[test]
fn when_the_reserve_is_used_up_too_it_is_said_and_nothing_is_lost() {
    let mut person = Person::ready();
    person.spare = None;
    let before = person.play("P6-2min");
    (person.room, person.reserve) = (Some(0), false);
    let record = person.play("P6-5min");
    assert!(!is_all_kept(&person), "the page says so");
    assert_eq!(person.records(), [before, record], "and shows it all the same");
}

/// R15: what is damaged here may be whole there, and stays so.
#[test]
fn a_text_that_is_damaged_in_the_first_store_stays_whole_in_the_second() {
    let mut person = Person::ready();
    let record = person.play("P6-2min");
    let whole = person.spare.clone().unwrap();
    let mut shelf: Shelf = person.shelf.clone().unwrap();
    let (name, text) = shelf.iter_mut().find(|(name, _)| name.contains(".s.")).unwrap();
    let name = name.clone();
    text.truncate(40);
    let again = Person::with_spare(Some(shelf), Some(whole.clone()), person.now);
    assert_eq!(again.records(), [record]);
    let (first, second) = (again.shelf.unwrap(), again.spare.unwrap());
    assert_eq!(first[&name], whole[&name]);
    assert_eq!(first, second);
}
