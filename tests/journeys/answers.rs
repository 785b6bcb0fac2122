//! The answers over time: kept, too old, talked over, changed, erased.

use soepel::{
    app::{command::Command, event::Event, hints::Hint, view::today::Gate},
    domain::{
        clearance::Level,
        exercise::Condition,
        record::{Answer, Consultation, Note},
        settings::{Age, AgeBand, Settings},
    },
    route::Route,
};

use crate::person::{Person, every_session, well};

const DAY: u32 = 86_400_000;

fn days(person: &mut Person, count: u32) {
    for _ in 0..count {
        person.pass(DAY);
    }
}

/// Which sessions can be started now; each is left at once.
pub(crate) fn opens(person: &mut Person) -> Vec<String> {
    let mut open = every_session();
    open.extend(["G-1".to_owned(), "G-2".to_owned()]);
    open.retain(|session| {
        person.check(session, well());
        let began = person.is_exercising();
        person.model.live = None;
        began
    });
    open
}

/// Whether the running session with jumps would have any of level 3 in it now.
fn holds_level_three(person: &mut Person) -> bool {
    person.start("P5-L3a");
    let order = person.session().plan().order().clone();
    person.model.live = None;
    let catalogue = person.model.catalogue;
    let mut done = order.prescriptions.iter().map(|one| catalogue.exercise(&one.exercise).unwrap());
    done.any(|exercise| exercise.level == 3)
}

pub(crate) fn talk_over(person: &mut Person) {
    person.tell(Event::Consulted(Note::shortened("fysio Jansen")));
}

/// X24: after twelve weeks the answers open nothing until they are confirmed.
#[test]
fn after_twelve_weeks_the_answers_are_shown_to_be_confirmed() {
    let mut person = Person::who_jumps();
    let answered = person.now.day();
    days(&mut person, 83);
    assert_eq!(person.model.gate(person.now), Gate::Open);
    assert_eq!(person.model.to_confirm(person.now), None);
    days(&mut person, 1);
    assert_eq!(person.model.gate(person.now), Gate::AskFirst);
    assert!(opens(&mut person).is_empty());
    assert_eq!(person.model.to_confirm(person.now), Some(answered));
    let same = person.model.screening_answers();
    person.tell(Event::AnsweredScreening(same));
    assert_eq!(person.model.gate(person.now), Gate::Open);
    assert_eq!(person.model.answered().unwrap().day, person.now.day());
}

#[test]
fn what_was_locked_stays_locked_however_old_the_answers_are() {
    let mut person = Person::who_jumps();
    person.screen(&[("S1", Answer::Yes)]);
    days(&mut person, 200);
    assert_eq!(person.model.gate(person.now), Gate::Emergency);
    assert_eq!(person.model.to_confirm(person.now), None);
}

/// Answers kept before the ambers were asked: what was answered stays, and only the rest is asked.
#[test]
fn answers_without_ambers_ask_on_where_they_stop() {
    let mut person = Person::who_jumps();
    let mut old = person.model.screening_answers();
    old.retain(|id, _| id.starts_with('S'));
    person.tell(Event::AnsweredScreening(old.clone()));
    assert_eq!(person.model.gate(person.now), Gate::AskFirst);
    assert!(opens(&mut person).is_empty());
    let form = person.model.form(person.now);
    assert_eq!(form.first_gap(&person.model.screening_answers()), 3);
    old.insert("S2".to_owned(), Answer::Yes);
    person.tell(Event::AnsweredScreening(old));
    assert_eq!(person.model.gate(person.now), Gate::Emergency, "red needs no ambers");
}

/// D3 asks the red questions again; the ambers were answered within twelve weeks.
#[test]
fn something_new_asks_only_the_red_questions_again() {
    let mut person = Person::who_jumps();
    person.screen(&[
        ("A1", Answer::Yes),
        ("groin-pinch", Answer::Yes),
        ("lateral-hip-pain", Answer::No),
    ]);
    talk_over(&mut person);
    person.check("P1-A", soepel::domain::clearance::DailyCheck { news: true, ..well() });
    let kept = person.model.screening_answers();
    assert!(kept.keys().all(|id| !id.starts_with('S')));
    assert_eq!(kept.get("A1"), Some(&Answer::Yes));
    let mut again = kept;
    let red = person.model.catalogue.questions.iter().filter(|one| one.id.starts_with('S'));
    again.extend(red.map(|one| (one.id.clone(), Answer::No)));
    person.tell(Event::AnsweredScreening(again));
    assert_eq!(person.model.gate(person.now), Gate::Open, "it was talked over, and nothing is new");
}

/// Decision 1, R1.31, R2.28: amber opens the gentle start, and the programmes once it was talked over.
#[test]
fn amber_is_the_gentle_start_until_it_was_talked_over() {
    let mut person = Person::who_jumps();
    person.screen(&[("A2", Answer::Yes), ("extension-sensitive-back", Answer::Yes)]);
    assert_eq!(person.model.gate(person.now), Gate::Gentle);
    let open = opens(&mut person);
    assert!(open.contains(&"G-1".to_owned()) && !open.contains(&"P3-3".to_owned()), "{open:?}");
    let gentle = person.model.gentle_start(person.now).unwrap();
    assert_eq!((gentle.day, gentle.session.outline.id.0.as_str()), (None, "G-1"));

    person.tell(Event::ChoseGentleStart);
    assert!(matches!(&person.model.route, Route::Session(id) if id.0 == "G-1"));
    person.play("G-1");
    let gentle = person.model.gentle_start(person.now).unwrap();
    assert_eq!((gentle.day, gentle.done_today), (Some(1), true));
    days(&mut person, 7);
    person.tell(Event::ChoseGentleStart);
    let gentle = person.reopened().model.gentle_start(person.now).unwrap();
    assert_eq!((gentle.day, gentle.done_today), (Some(8), false));
    assert_eq!(gentle.session.outline.id.0, "G-2", "the second week goes a little further");
    days(&mut person, 30);
    assert_eq!(person.model.gentle_start(person.now).unwrap().day, Some(14));

    talk_over(&mut person);
    assert_eq!(person.model.gate(person.now), Gate::Open);
    assert_eq!(person.model.gentle_start(person.now), None);
    person.start("P3-3");
    let order = person.session().plan().order();
    let played: Vec<&str> = order.prescriptions.iter().map(|one| one.exercise.as_str()).collect();
    assert_eq!(played, ["warm-up-march", "good-morning", "glute-bridge"], "minus each skip_if");
    let record = person.reopened().model.archive().unwrap().screening().unwrap().clone();
    let Some(Consultation::Held { day, note }) = record.consultation else { panic!("{record:?}") };
    assert_eq!((day, note.as_str()), (person.now.day(), "fysio Jansen"));
}

#[test]
fn a_consultation_ends_when_something_new_comes_up_or_a_light_turns_red() {
    let mut person = Person::who_jumps();
    person.screen(&[("A11", Answer::Yes)]);
    talk_over(&mut person);
    person.screen(&[("A11", Answer::Yes)]);
    assert_eq!(person.model.gate(person.now), Gate::Open);
    person.screen(&[("A11", Answer::Yes), ("A7", Answer::Yes)]);
    assert_eq!(person.model.gate(person.now), Gate::Gentle);
    talk_over(&mut person);
    person.screen(&[("A11", Answer::Yes), ("A7", Answer::Yes), ("S7", Answer::Yes)]);
    assert_eq!(person.model.gate(person.now), Gate::Urgent);
    person.screen(&[("A11", Answer::Yes)]);
    assert_eq!(person.model.gate(person.now), Gate::Gentle, "red took the consultation away");
}

/// Decision 12: anybody can say that the floor is out of reach, and change it back.
#[test]
fn anybody_can_say_that_the_floor_is_out_of_reach() {
    let mut person = Person::who_jumps();
    let answered = person.model.answered().unwrap().day;
    days(&mut person, 3);
    person.tell(Event::ToldOfCondition(Condition::NoFloor, true));
    assert_eq!(person.model.gate(person.now), Gate::Open, "it makes no light amber");
    assert_eq!(person.model.answered().unwrap().day, answered, "one tick is not all the answers");
    let changed = person.model.changes(person.now);
    assert!(changed.iter().any(|change| change.condition.condition == Condition::NoFloor));
    person.start("P7-A");
    let order = person.session().plan().order();
    assert!(order.prescriptions.iter().any(|one| one.exercise.as_str() == "sit-to-stand"));
    // The player says how, all through an exercise that the figure shows on the floor.
    let mut said = Vec::new();
    while person.is_exercising() {
        if let Some(Hint::Adapted { text, always: true, .. }) = person.model.hint() {
            said.push(text);
        }
        person.wait(1);
    }
    assert!(said.iter().any(|text| text.dutch.contains("staand")));
    person.tell(Event::ToldOfCondition(Condition::NoFloor, false));
    assert!(person.model.changes(person.now).is_empty());
    person.tell(Event::ToldOfCondition(Condition::HipReplacement, true));
    assert_eq!(person.model.profile(person.now).conditions(person.model.catalogue).len(), 0);
}

/// 3.3: with complaints level 3 waits for two weeks of pain of at most 2.
#[test]
fn level_three_waits_for_two_calm_weeks() {
    let mut person = Person::who_jumps();
    person.screen(&[
        ("A1", Answer::Yes),
        ("groin-pinch", Answer::No),
        ("lateral-hip-pain", Answer::No),
    ]);
    talk_over(&mut person);
    assert!(!person.model.profile(person.now).calm);
    assert!(!holds_level_three(&mut person));
    person.play("P6-2min");
    days(&mut person, 8);
    person.play("P6-2min");
    assert!(person.model.profile(person.now).calm);
    assert!(holds_level_three(&mut person));
    let pain = soepel::domain::body::Score::new(3).unwrap();
    person.check("P6-2min", soepel::domain::clearance::DailyCheck { pain, ..well() });
    while person.is_exercising() {
        person.wait(5);
    }
    assert!(!person.model.profile(person.now).calm);
}

#[test]
fn the_answers_are_the_persons_own_shown_taken_along_and_erased() {
    let mut person = Person::who_jumps();
    person.screen(&[("A11", Answer::Yes), ("A9", Answer::Unsure), ("S12", Answer::No)]);
    talk_over(&mut person);
    let shown = person.model.answered().unwrap();
    assert_eq!(shown.told.len(), 2);
    assert_eq!(shown.told[0].1, Answer::Unsure);
    assert!(shown.denied.len() > 20);
    let file = person.tell(Event::ClickedExport).into_iter().find_map(|command| match command {
        Command::Download { text, .. } => Some(text),
        _ => None,
    });
    assert!(file.unwrap().contains("fysio Jansen"));

    person.tell(Event::ErasedAnswers);
    assert_eq!(person.model.answered(), None);
    assert_eq!(person.model.gate(person.now), Gate::AskFirst);
    let shelf = person.shelf.clone().unwrap();
    let again = person.reopened();
    assert_eq!(again.model.answered(), None);
    assert!(again.model.profile(again.now).consultation.is_none());
    let left = shelf.values().filter(|value| value.contains("fysio Jansen")).count();
    assert_eq!(left, 0, "no copy stays behind");
}

#[test]
fn the_light_of_sixteen_follows_the_age() {
    let mut person = Person::who_jumps();
    let age = Age::Band(AgeBand::SixteenSeventeen);
    person.tell(Event::ChangedSettings(Settings { age, ..person.model.settings.clone() }));
    let verdict = person.model.verdict(person.now).unwrap();
    assert_eq!((verdict.level, verdict.because), (Level::Amber, vec!["A12".to_owned()]));
}

/// X22: no holding of the breath and little effort; said before every session.
#[test]
fn who_has_a_heart_condition_is_told_to_keep_breathing() {
    let mut person = Person::who_jumps();
    assert!(person.model.advice(person.now).is_empty());
    person.screen(&[("A7", Answer::Yes)]);
    let said = person.model.advice(person.now);
    assert!(said.iter().any(|text| text.dutch.contains("adem nooit in")), "{said:?}");
}

/// R0.9, R0.10, R0.11, R0.12: who tried it before without good is sent to a physio first.
#[test]
fn who_tried_it_before_is_sent_to_a_physio_and_starts_gently() {
    let mut person = Person::who_jumps();
    assert!(!person.model.screening_outcome(person.now).unwrap().tried_before);
    person.screen(&[("A10", Answer::Yes)]);
    let outcome = person.model.screening_outcome(person.now).unwrap();
    assert!(outcome.tried_before);
    assert!(outcome.open.iter().any(|card| card.outline.id.0 == "G-1"));
    assert!(!person.model.permit(None, person.now).trims_sessions());
}

/// A3: the clinician leads; the outcome says so, and repeats what they named.
#[test]
fn shortly_after_an_operation_the_outcome_names_who_leads() {
    let mut person = Person::who_jumps();
    person.screen(&[("A3", Answer::Yes)]);
    talk_over(&mut person);
    let outcome = person.model.screening_outcome(person.now).unwrap();
    assert!(outcome.clinician_leads);
    assert!(matches!(outcome.consultation, Some(Consultation::Held { .. })));
}
