//! A session of one's own: composed, played, remembered, copied, taken away and brought back.

use soepel::{
    app::{
        afterwards::Recollection,
        command::Command,
        event::Event,
        model::Toast,
        view::{
            history::Named,
            routines::{Standing, WhyOut},
        },
    },
    domain::{
        body::{BodyPart, Score, Side},
        clearance::DailyCheck,
        dose::{AgeGroup, Working},
        exercise::ExerciseId,
        programme::SessionId,
        record::{Answer, Ending, RecordId},
        routine::{
            Between, Routine,
            amount::Amount,
            draft::{Draft, Step},
            own_session,
        },
        session::Input,
        time::Seconds,
    },
    route::Route,
};

use crate::person::{Person, well};

/// As the page that makes one does it, press by press.
fn draft(person: &Person, name: &str, exercises: &[&str]) -> Draft {
    let mut draft = Draft::new(Between::new(Seconds(15)).unwrap());
    name.clone_into(&mut draft.name);
    for slug in exercises {
        let id = ExerciseId::new(slug).unwrap();
        draft.add(person.model.catalogue.exercise(&id).unwrap());
    }
    draft
}

fn finished(person: &Person, draft: &Draft) -> Routine {
    draft.finish(person.model.catalogue, AgeGroup::Adult).unwrap()
}

/// Keeps it and returns its ID, as its address says it.
fn made(person: &mut Person, draft: &Draft) -> RecordId {
    let routine = finished(person, draft);
    person.tell(Event::MadeRoutine { routine, chance: [9; 10] });
    let Route::Routine(id) = &person.model.route else { panic!("{:?}", person.model.route) };
    RecordId::parse(id).unwrap()
}

const AFTER_WORK: [&str; 3] = ["warm-up-march", "quad-stretch-prone", "glute-bridge"];

#[test]
fn a_routine_is_composed_played_remembered_copied_taken_away_and_brought_back() {
    let mut person = Person::ready();
    let mut draft = draft(&person, " Na het werk ", &AFTER_WORK);
    draft.choose_sides(1, Working::Only(Side::Left), person.model.catalogue);
    draft.press(1, Amount::Hold, Step::More, person.model.catalogue, AgeGroup::Adult);
    draft.shift(2, Step::Less);
    draft.press_between(Step::More);
    let shown = person.model.draft_view(&draft, person.now);
    let id = made(&mut person, &draft);
    assert_eq!(person.model.toast, Some(Toast::Kept));

    let session = own_session(id);
    let began = person.now;
    let record = person.play(&session.0);
    assert_eq!((record.session.clone(), record.ending), (session.clone(), Ending::Completed));
    assert_eq!(record.active.seconds(), shown.lasts, "it takes the time that it shows");
    assert_eq!((person.now.wall - began.wall) / 1000, i64::from(shown.lasts.0));
    let rows: Vec<_> = record.done.iter().map(|row| (row.exercise.as_str(), row.side)).collect();
    let left = Some(Side::Left);
    assert_eq!(
        rows,
        [("warm-up-march", None), ("glute-bridge", None), ("quad-stretch-prone", left)]
    );
    assert_eq!(record.done[2].held.seconds(), Seconds(75), "three times 25 s");

    let named = Named::Own(Some("Na het werk".to_owned()));
    assert_eq!(person.model.named(&session), named);
    let card = person.model.routine_cards(person.now).remove(0);
    assert_eq!((card.last_done, card.lasts, card.exercises), (Some(record.day), shown.lasts, 3));

    person.tell(Event::CopiedRoutine { id, chance: [10; 10] });
    let cards = person.reopened().model.routine_cards(person.now);
    let titles: Vec<_> = cards.iter().map(|card| card.name.as_str()).collect();
    assert_eq!(titles, ["Na het werk", "Na het werk (kopie)"]);
    assert_eq!(person.model.route, Route::Routine(cards[1].id.to_string()));

    person.tell(Event::DeletedRoutine(id));
    assert_eq!(person.model.route, Route::Routines);
    assert_eq!(person.model.named(&session), Named::Own(None));
    assert_eq!(person.reopened().model.routines().count(), 1);
    assert_eq!(person.model.history.len(), 1, "what was done stays");
    person.tell(Event::ClickedUndo);
    assert_eq!(person.model.named(&session), named);
    assert_eq!(person.reopened().model.routines().count(), 2);
}

#[test]
fn a_routine_that_is_changed_is_played_as_it_is_now() {
    let mut person = Person::ready();
    let first = draft(&person, "Kort", &["warm-up-march"]);
    let id = made(&mut person, &first);
    let routine = finished(&person, &draft(&person, "Langer", &AFTER_WORK));
    person.tell(Event::ChangedRoutine { id, routine });
    assert_eq!(person.model.routines().count(), 1);
    person.start(&own_session(id).0);
    assert_eq!(person.session().plan().order().prescriptions.len(), 3);
}

#[test]
fn a_reload_comes_back_to_the_phase_of_a_routine_even_when_that_is_gone() {
    let mut person = Person::ready();
    let draft = draft(&person, "Na het werk", &AFTER_WORK);
    let id = made(&mut person, &draft);
    person.start(&own_session(id).0);
    let record = person.model.live.as_ref().unwrap().id;
    person.wait(200);
    person.tell(Event::BecameHidden);
    let phase = person.session().position().unwrap().phase;
    let mut again = person.reopened();
    again.tell(Event::DeletedRoutine(id));
    again.tell(Event::ChoseToGoOn(record));
    assert_eq!(again.session().position().unwrap().phase, phase);
}

/// 3.3: what the answers to the safety questions do not allow is not played, by no way in.
#[test]
fn amber_leaves_the_gentle_part_of_a_routine_and_red_locks_it() {
    let mut person = Person::ready();
    let draft = draft(&person, "Sterk", &["warm-up-march", "split-squat", "glute-bridge"]);
    let id = made(&mut person, &draft);
    let session = own_session(id).0;
    let standing = |person: &Person| person.model.routine_cards(person.now).remove(0).standing;
    assert_eq!(standing(&person), Standing::Open { without: Vec::new() });

    let urgent = person.model.catalogue.questions.iter().find(|question| {
        use soepel::domain::screening::QuestionLevel;
        question.level == QuestionLevel::RedUrgent && question.narrowing.is_none()
    });
    let urgent = urgent.unwrap().id.clone();
    person.screen(&[(&urgent, Answer::Unsure)]);
    let Standing::Open { without } = standing(&person) else { panic!("the rest is open") };
    let names: Vec<_> = without.iter().map(|(one, _)| one.id.as_str()).collect();
    assert_eq!(names, ["split-squat"]);
    person.start(&session);
    let played = person.session().plan().order().prescriptions.clone();
    assert_eq!(played.len(), 2);
    assert!(played.iter().all(|one| one.exercise.as_str() != "split-squat"));
    person.press(Input::FinishedEarly);

    person.screen(&[(&urgent, Answer::Yes)]);
    assert!(matches!(standing(&person), Standing::Locked { .. }));
    person.check(&session, well());
    assert!(!person.is_exercising());
}

/// X27: a jump stays out of a routine until level 3 was reached, and says why.
#[test]
fn a_routine_goes_without_jumps_until_level_three_was_reached() {
    let mut person = Person::ready();
    let draft = draft(&person, "Sprong", &["warm-up-march", "skater-hop", "split-squat"]);
    let id = made(&mut person, &draft);
    let standing = |person: &Person| person.model.routine_cards(person.now).remove(0).standing;
    let Standing::Open { without } = standing(&person) else { panic!("the rest is open") };
    let out: Vec<_> = without.iter().map(|(one, why)| (one.id.as_str(), *why)).collect();
    assert_eq!(out, [("skater-hop", WhyOut::Level)]);
    let played = |person: &mut Person| {
        person.start(&own_session(id).0);
        let all = person.session().plan().order().prescriptions.len();
        person.press(Input::FinishedEarly);
        all
    };
    assert_eq!(played(&mut person), 2);
    person.reach("P5-L2", "P5-L3a");
    assert_eq!(standing(&person), Standing::Open { without: Vec::new() });
    assert_eq!(played(&mut person), 3);
}

/// D1, D2 and 3.4: a bad day makes a routine lighter, or keeps it closed.
#[test]
fn the_daily_check_holds_for_a_routine_too() {
    let mut person = Person::ready();
    let draft = draft(&person, "Sprong", &["warm-up-march", "box-jump"]);
    let id = made(&mut person, &draft);
    let session = own_session(id).0;
    let sore =
        DailyCheck { pain: Score::new(5).unwrap(), place: Some(BodyPart::LowBack), ..well() };
    person.check(&session, DailyCheck { sharp: true, ..sore });
    assert!(!person.is_exercising(), "a sharp pain");
    person.check(&session, sore);
    let played = &person.session().plan().order().prescriptions;
    assert_eq!(played.len(), 1, "no level 3 with pain of 5");
}

#[test]
fn a_routine_done_without_the_app_is_written_down_afterwards() {
    let mut person = Person::ready();
    let draft = draft(&person, "Na het werk", &AFTER_WORK);
    let id = made(&mut person, &draft);
    let told = Recollection {
        session: Some(own_session(id)),
        day: person.now.day().iso(),
        minutes: "12".to_owned(),
        ..Recollection::default()
    };
    let record = person.model.recollect(&told, [3; 10], person.now).unwrap();
    person.tell(Event::AddedAfterwards(record));
    assert_eq!(person.model.history.len(), 1);
}

#[test]
fn the_address_of_a_session_of_ones_own_leads_to_its_routine_and_one_that_is_gone_starts_nothing() {
    let mut person = Person::ready();
    let draft = draft(&person, "Na het werk", &AFTER_WORK);
    let id = made(&mut person, &draft);
    person.tell(Event::Navigated(Route::Session(own_session(id))));
    assert_eq!(person.model.route, Route::Routine(id.to_string()));
    person.tell(Event::DeletedRoutine(id));
    person.check(&own_session(id).0, well());
    assert!(!person.is_exercising());
    person.check("own-nothing", well());
    assert!(!person.is_exercising());
    assert_eq!(
        person.model.named(&SessionId("own-nothing".to_owned())),
        Named::Unknown(SessionId("own-nothing".to_owned()))
    );
}

#[test]
fn where_nothing_can_be_kept_a_routine_lives_until_the_page_closes() {
    let mut person = Person::blocked();
    person.settle_in();
    let draft = draft(&person, "Na het werk", &AFTER_WORK);
    let id = made(&mut person, &draft);
    assert!(!person.asked.iter().any(|command| matches!(command, Command::Keep(_))));
    person.start(&own_session(id).0);
}

#[test]
fn a_routine_of_nothing_but_unknown_exercises_is_kept_and_not_started() {
    let mut person = Person::ready();
    let mut routine = finished(&person, &draft(&person, "Later", &["glute-bridge"]));
    routine.blocks[0].exercise = ExerciseId::new("moon-walk").unwrap();
    person.tell(Event::MadeRoutine { routine: routine.clone(), chance: [9; 10] });
    let card = person.reopened().model.routine_cards(person.now).remove(0);
    assert_eq!((card.standing, card.exercises), (Standing::Hollow, 1));
    assert_eq!(person.model.routine(card.id), Some(&routine));
    person.check(&card.session.0, well());
    assert!(!person.is_exercising());
}
