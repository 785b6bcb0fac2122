//! What is new in a version: told once on Vandaag, and never to who has just come.

use soepel::{
    app::event::Event,
    content::reading::reading,
    domain::settings::{Releases, Settings},
    route::Route,
};

use crate::person::Person;

/// Somebody who was there before the newest version.
fn updated() -> Person {
    let mut person = Person::ready();
    let settings = Settings { news: Releases(0), ..person.model.settings.clone() };
    person.tell(Event::ChangedSettings(settings));
    person.reopened()
}

fn unread(person: &Person) -> usize {
    person.model.unread_news().len()
}

#[test]
fn who_has_just_come_is_told_of_nothing_new() {
    let mut person = Person::new();
    assert_eq!(unread(&person), 0);
    person.settle_in();
    assert_eq!(unread(&person), 0);
    assert_eq!(usize::from(person.model.settings.news.0), reading().releases.len());
    assert_eq!(unread(&person.reopened()), 0);
}

#[test]
fn after_an_update_it_waits_until_it_was_read_and_comes_back_no_more() {
    let mut person = updated();
    assert_eq!(unread(&person), 1);
    assert_eq!(person.model.unread_news()[0].version, env!("CARGO_PKG_VERSION"));
    person.play("P6-2min");
    assert_eq!(unread(&person), 1, "a session reads nothing");
    person.tell(Event::Navigated(Route::About));
    assert_eq!(unread(&person), 0);
    assert_eq!(unread(&person.reopened()), 0);
}

#[test]
fn who_waves_it_away_hears_no_more_of_it() {
    let mut person = updated();
    person.tell(Event::ReadNews);
    assert_eq!(unread(&person.reopened()), 0);
}

#[test]
fn looking_at_it_again_writes_nothing() {
    let mut person = Person::ready();
    let before = person.shelf.clone();
    person.tell(Event::Navigated(Route::About));
    person.tell(Event::ReadNews);
    assert_eq!(person.shelf, before);
}

#[test]
fn an_older_soepel_that_meets_newer_settings_tells_of_nothing() {
    let mut person = Person::ready();
    let settings = Settings { news: Releases(9), ..person.model.settings.clone() };
    person.tell(Event::ChangedSettings(settings));
    assert_eq!(unread(&person), 0);
}

#[test]
fn deleting_everything_makes_nothing_new_again() {
    let mut person = Person::ready();
    person.tell(Event::DeletedEverything);
    assert_eq!(unread(&person), 0);
}
