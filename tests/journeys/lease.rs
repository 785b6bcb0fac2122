//! Two pages of one person: one leads a session, the other follows it and may take over.

use soepel::{
    app::{
        command::Command,
        event::Event,
        lease::{HANDING_OVER, Lead, LeaseEvent},
        model::Toast,
    },
    archive::writes::Write,
    domain::session::{Input, State},
    route::Route,
};

use crate::person::{Person, well};

/// What one page wrote, the other hears of.
fn hears(other: &mut Person, commands: &[Command]) {
    let writes = commands.iter().filter_map(|command| match command {
        Command::Keep(writes) | Command::KeepFirst(writes) => Some(writes.clone()),
        _ => None,
    });
    for write in writes.flatten().collect::<Vec<_>>() {
        let shelf = other.shelf.as_mut().unwrap();
        let (key, value) = match write {
            Write::Put { key, value } => {
                shelf.insert(key.clone(), value.clone());
                (key, Some(value))
            }
            Write::Remove { key } => {
                shelf.remove(&key);
                (key, None)
            }
        };
        other.tell(Event::ChangedElsewhere { key, value });
    }
}

/// A page that leads, a minute and a half into a session, and one that was opened beside it.
fn two_pages() -> (Person, Person) {
    let mut leading = Person::ready();
    leading.start("P1-B");
    leading.wait(90);
    leading.tell(Event::BecameHidden);
    let mut beside = leading.reopened();
    beside.led_elsewhere = true;
    beside.tell(Event::BecameVisible);
    (leading, beside)
}

#[test]
fn a_page_beside_the_one_that_leads_follows_the_session() {
    let (mut leading, mut beside) = two_pages();
    let first = beside.model.watched(beside.now).expect("it follows");
    assert_eq!(first.now.as_ref().unwrap().block, 0);
    leading.tell(Event::BecameVisible);
    let asked = leading.asked.len();
    while leading.session().phase().is_some_and(|phase| phase.block == 0) {
        leading.wait(1);
    }
    let commands = leading.asked[asked..].to_vec();
    hears(&mut beside, &commands);
    let later = beside.model.watched(beside.now).expect("it still follows");
    assert_eq!(later.now.unwrap().block, 1);
    assert!(later.over > first.over);
    assert_eq!(leading.model.wants(leading.now).lead, Lead::IfFree);
}

#[test]
fn one_session_is_never_led_by_two_pages() {
    let (leading, mut beside) = two_pages();
    let id = leading.model.live.as_ref().unwrap().id;
    beside.tell(Event::ChoseToGoOn(id));
    assert!(beside.model.live.is_none(), "the other page leads");
    assert_eq!(beside.model.toast, Some(Toast::LedElsewhere));
    let kept = beside.shelf.clone();
    beside.check("P6-2min", well());
    assert!(beside.model.live.is_none(), "and none begins beside it");
    assert_eq!(beside.model.route, Route::Today);
    assert_eq!(beside.shelf, kept, "what was begun for a moment is gone");
}

/// A browser that answers late: what was done by then is something to go on with.
#[test]
fn what_was_done_before_the_lead_was_refused_is_kept() {
    let mut person = Person::ready();
    person.start("P1-B");
    person.wait(90);
    let id = person.model.live.as_ref().unwrap().id;
    let marks = person.session().marks().to_vec();
    person.tell(Event::Lease(LeaseEvent::Refused));
    assert_eq!(person.model.route, Route::Today);
    person.tell(Event::ChoseToGoOn(id));
    assert_eq!(person.session().marks(), marks);
}

#[test]
fn taking_over_waits_for_the_last_word_of_the_other_page_and_loses_none() {
    let (mut leading, mut beside) = two_pages();
    let id = leading.model.live.as_ref().unwrap().id;
    beside.tell(Event::Lease(LeaseEvent::TookOver(id)));
    assert!(beside.model.live.is_none());
    let wake = beside.model.wants(beside.now).wake_in.expect("it wakes up for it");
    assert!(wake <= HANDING_OVER);
    // Its last entry, written before it hears that it lost the lead.
    let last = leading.press(Input::PressedNext);
    hears(&mut beside, &last);
    let marks = leading.session().marks().to_vec();
    let silent = leading.tell(Event::Lease(LeaseEvent::Taken));
    assert!(silent.iter().all(|command| !matches!(command, Command::Keep(_))), "{silent:?}");
    assert_eq!(leading.model.route, Route::Today);
    assert_eq!(leading.model.toast, Some(Toast::TakenOver));
    beside.pass(600);
    beside.tell(Event::Ticked);
    assert_eq!(beside.model.route, Route::Player);
    assert_eq!(beside.session().marks(), marks);
    assert!(matches!(beside.session().state(), State::Paused { .. }));
    assert_eq!(leading.model.watched(leading.now).map(|watched| watched.id), Some(id));
}

#[test]
fn when_the_page_that_led_is_gone_the_session_waits_as_always() {
    let (_, mut beside) = two_pages();
    beside.led_elsewhere = false;
    beside.tell(Event::BecameVisible);
    assert_eq!(beside.model.watched(beside.now), None);
    let id = beside.model.begun_sessions()[0].opening.record;
    beside.tell(Event::ChoseToGoOn(id));
    assert_eq!(beside.model.route, Route::Player);
}

#[test]
fn the_lead_falls_free_at_the_end_of_a_session() {
    let mut person = Person::ready();
    assert_eq!(person.model.wants(person.now).lead, Lead::No);
    person.start("P6-2min");
    assert_eq!(person.model.wants(person.now).lead, Lead::IfFree);
    while person.is_exercising() {
        person.wait(1);
    }
    assert_eq!(person.model.wants(person.now).lead, Lead::No);
}
