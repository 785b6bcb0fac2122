//! R13: the date of a session is the one on the wall when it began, and stays it.

use soepel::{
    app::event::Event,
    domain::{record::SessionRecord, time::Moment},
};

use crate::person::{Person, Shelf};

fn dated(record: &SessionRecord) -> String {
    record.day.iso()
}

/// Somebody who is well and whose clock says this.
fn at(wall: i64, offset: i16) -> Person {
    let mut person = Person::with(Some(Shelf::new()), Moment { wall, mono: 0, offset });
    person.settle_in();
    person
}

/// 29 March 2026, 00:59:30 UTC: half a minute before summer time begins in Amsterdam.
const SPRING: i64 = 1_774_745_970_000;
/// 25 October 2026, 00:59:30 UTC: half a minute before it ends.
const AUTUMN: i64 = 1_792_889_970_000;

#[test]
fn a_session_over_the_change_of_summer_time_has_its_length_and_its_date() {
    for (wall, before, after, day) in
        [(SPRING, 60, 120, "2026-03-29"), (AUTUMN, 120, 60, "2026-10-25")]
    {
        let mut person = at(wall, before);
        person.start("P6-2min");
        person.wait(35);
        person.now.offset = after;
        while person.is_exercising() {
            person.wait(1);
        }
        let record = person.records().pop().unwrap();
        let mut steady = at(wall, before);
        let plain = steady.play("P6-2min");
        assert_eq!((dated(&record).as_str(), record.active), (day, plain.active));
    }
}

#[test]
fn a_session_over_midnight_stands_on_the_day_on_which_it_began() {
    // 22 November 2026, 23:59:30 in Amsterdam.
    let mut person = at(1_795_388_370_000, 60);
    assert_eq!(dated(&person.play("P6-2min")), "2026-11-22");
    assert_eq!(person.now.day().iso(), "2026-11-23");
}

#[test]
fn travelling_moves_no_day_of_the_history() {
    let mut person = at(1_795_336_200_000, 60);
    person.play("P6-2min");
    person.now.wall += 86_400_000;
    person.play("P4-break");
    let days: Vec<String> = person.records().iter().map(dated).collect();
    for offset in [-660, -300, 0, 330, 765, 840] {
        person.now.offset = offset;
        person.tell(Event::BecameVisible);
        let there = person.reopened();
        assert_eq!(there.records().iter().map(dated).collect::<Vec<_>>(), days, "{offset}");
    }
}
