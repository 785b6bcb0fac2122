//! Every session there is, played to its end, second by second.

use serde_json::Value;
use soepel::{
    app::event::Event,
    domain::{
        record::{Ending, Outcome},
        settings::{Age, AgeBand, Settings},
        time::Seconds,
    },
};

use crate::person::{Person, every_session};

const AGES: [(AgeBand, &str); 2] =
    [(AgeBand::Adult, "adult_s"), (AgeBand::SixtyFivePlus, "senior_s")];

#[test]
fn every_session_plays_to_its_end_in_the_time_of_the_fact_sheet_for_both_ages() {
    let fixture: Value =
        serde_json::from_str(include_str!("../fixtures/durations.json")).expect("it is JSON");
    let planned = fixture["sessions"].as_array().unwrap();
    let sessions = every_session();
    assert_eq!((sessions.len(), planned.len()), (32, 32));
    for (band, column) in AGES {
        let mut person = Person::who_jumps();
        let age = Age::Band(band);
        person.tell(Event::ChangedSettings(Settings { age, ..person.model.settings.clone() }));
        for (place, session) in sessions.iter().enumerate() {
            let row = planned.iter().find(|row| row["session"] == session.as_str()).unwrap();
            let began = person.now;
            let record = person.play(session);
            let took = (person.now.wall - began.wall) / 1000;
            assert_eq!(row[column], took, "{session} for {band:?}");
            assert_eq!(row[column], record.active.seconds().0, "{session} for {band:?}");
            assert_eq!((record.ending, &record.session.0), (Ending::Completed, session));
            assert_eq!(person.model.history.len(), place + 1);
            assert!(!record.done.is_empty());
            for done in &record.done {
                assert_eq!(done.outcome, Outcome::Done, "{done:?} in {session}");
                assert_eq!(done.done, done.planned, "{done:?} in {session}");
                assert!(done.held.seconds() > Seconds(0), "{done:?} in {session}");
            }
            let outline = person.model.catalogue.session(&record.session).unwrap().1;
            for block in &outline.blocks {
                let named = |row: &&_| -> bool {
                    let row: &soepel::domain::record::DoneRow = row;
                    row.exercise == block.exercise.as_str()
                };
                assert!(record.done.iter().any(|row| named(&row)), "{block:?} in {session}");
            }
            // Two days lie between jumps (X14).
            person.pass(2 * 86_400_000);
        }
        assert_eq!(person.reopened().records(), person.records());
        let journals = |key: &&String| key.contains(".j.");
        assert_eq!(person.shelf.unwrap().keys().filter(journals).count(), 0, "journals are gone");
    }
}
