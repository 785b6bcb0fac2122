//! The page about the health of what is kept: what each finding says, and that nothing of somebody's
//! health is in it.

use soepel::{
    app::{
        command::Command,
        event::Event,
        health::{Device, Finding, First, Verdict},
        mirror::{Copied, MirrorEvent},
    },
    route::Route,
};

use crate::person::Person;

fn device() -> Device {
    Device {
        offline: Some(true),
        build: "./soepel-0123456789abcdef_bg.wasm".to_owned(),
        policy: true,
        wake_lock: true,
    }
}

fn look(person: &mut Person) -> Vec<Finding> {
    let commands = person.tell(Event::Navigated(Route::Health));
    assert!(commands.contains(&Command::LookAtDevice));
    person.tell(Event::LookedAtDevice(device()));
    person.model.health(person.now)
}

fn verdict(found: &[Finding], is_it: impl Fn(&Finding) -> bool) -> Verdict {
    found.iter().find(|one| is_it(one)).expect("it is told").verdict()
}

fn is_first(one: &Finding) -> bool {
    matches!(one, Finding::First(_))
}

#[test]
fn where_everything_is_kept_twice_nothing_is_bad() {
    let mut person = Person::ready();
    person.play("P6-2min");
    let found = look(&mut person);
    assert!(found.iter().all(|one| one.verdict() != Verdict::Bad), "{found:?}");
    assert_eq!(verdict(&found, is_first), Verdict::Good);
    assert!(found.contains(&Finding::Second(Copied::Follows)));
    assert_eq!(verdict(&found, |one| matches!(one, Finding::Room(_))), Verdict::Good);
    assert_eq!(
        person.model.build_name(),
        format!("{} (0123456789abcdef)", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn a_storage_that_is_full_or_blocked_is_bad() {
    let mut person = Person::ready();
    person.full = true;
    person.play("P6-2min");
    let found = look(&mut person);
    assert!(
        found
            .iter()
            .any(|one| matches!(one, Finding::First(First::Waits(changes)) if *changes > 0))
    );
    assert_eq!(verdict(&found, is_first), Verdict::Bad);
    let found = look(&mut Person::blocked());
    assert!(found.contains(&Finding::First(First::Blocked)));
    assert_eq!(verdict(&found, is_first), Verdict::Bad);
}

#[test]
fn without_a_second_place_somebody_learns_to_make_copies() {
    let mut person = Person::ready();
    person.tell(Event::Mirror(MirrorEvent::Read(None)));
    let found = look(&mut person);
    assert_eq!(verdict(&found, |one| matches!(one, Finding::Second(_))), Verdict::Notice);
}

#[test]
fn what_the_browser_does_not_say_is_unknown_and_not_bad() {
    for finding in [Finding::Lasting(None), Finding::Offline(None), Finding::Second(Copied::Unread)]
    {
        assert_eq!(finding.verdict(), Verdict::Unknown);
    }
    assert_eq!(Finding::Room(79).verdict(), Verdict::Good);
    assert_eq!(Finding::Room(80).verdict(), Verdict::Notice);
    assert_eq!(Finding::Policy(false).verdict(), Verdict::Bad);
    assert_eq!(Finding::Damaged(1).verdict(), Verdict::Notice);
}
