//! What a lock reaches: no resume, no other tab and no file gets around it.

use soepel::{
    app::{command::Command, event::Event, view::today::Gate},
    archive::merge::SettingsChoice,
    domain::{
        record::Answer,
        settings::{Age, AgeBand, Settings},
    },
    route::Route,
};

use crate::{
    answers::{opens, talk_over},
    person::Person,
};

/// A red light is not talked over: only a doctor's go-ahead and new answers open it (3.3).
#[test]
fn nothing_but_new_answers_opens_a_red_light() {
    let mut person = Person::ready();
    person.screen(&[("S7", Answer::Yes)]);
    let locked = opens(&mut person);
    talk_over(&mut person);
    person.tell(Event::ChoseGentleStart);
    assert_eq!(person.model.gate(person.now), Gate::Urgent);
    assert_eq!(opens(&mut person), locked);
    assert_eq!(person.model.gentle_start(person.now), None);
}

/// No journal and no resume gets around a red light.
#[test]
fn a_session_begun_before_a_red_answer_does_not_go_on_after_it() {
    for answer in ["S1", "S7"] {
        let mut person = Person::ready();
        person.start("P1-A");
        person.wait(30);
        let mut person = person.reopened();
        let id = person.model.begun_sessions()[0].opening.record;
        person.screen(&[(answer, Answer::Yes)]);
        person.tell(Event::ChoseToGoOn(id));
        assert!(!person.is_exercising(), "{answer}");
        assert_eq!(person.model.route, Route::Screening);
        // What was done before may be kept all the same.
        person.tell(Event::ChoseToKeepWhatWasDone(id));
        assert_eq!(person.records().len(), 1);
    }
}

#[test]
fn a_session_that_runs_is_put_down_by_a_red_answer_also_from_another_tab() {
    let mut person = Person::ready();
    person.start("P1-A");
    person.wait(30);
    person.tell(Event::Navigated(Route::Screening));
    person.screen(&[("S1", Answer::Yes)]);
    assert!(!person.is_exercising());
    person.tell(Event::Navigated(Route::Player));
    assert_ne!(person.model.route, Route::Player);
    assert_eq!(person.model.begun_sessions().len(), 1, "what was done is not lost");

    let mut here = Person::ready();
    let mut there = here.reopened();
    here.start("P1-A");
    there.screen(&[("S1", Answer::Yes)]);
    for (key, value) in there.shelf.clone().unwrap() {
        here.tell(Event::ChangedElsewhere { key, value: Some(value) });
    }
    assert!(!here.is_exercising());

    let mut young = Person::ready();
    young.start("P1-A");
    let settings = Settings { age: Age::Band(AgeBand::Under16), ..young.model.settings.clone() };
    young.tell(Event::ChangedSettings(settings));
    assert!(!young.is_exercising());
}

#[test]
fn a_file_with_other_answers_puts_down_what_they_lock() {
    let mut ill = Person::ready();
    ill.pass(3_600_000);
    ill.screen(&[("S1", Answer::Yes)]);
    let file = ill.tell(Event::ClickedExport).into_iter().find_map(|command| match command {
        Command::Download { text, .. } => Some(text.into_bytes()),
        _ => None,
    });
    let mut well = Person::ready();
    well.start("P1-A");
    well.tell(Event::FilePicked(file));
    well.tell(Event::ConfirmedImport(SettingsChoice::KeepOurs));
    assert_eq!(well.model.gate(well.now), Gate::Emergency);
    assert!(!well.is_exercising());
}
