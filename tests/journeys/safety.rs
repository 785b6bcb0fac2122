//! Who may do what: no answer, link or import opens a session that should stay closed.

use soepel::{
    app::{command::Command, event::Event, model::Model, view::today::Gate},
    archive::merge::SettingsChoice,
    domain::{
        body::Score,
        clearance::{DailyCheck, Readiness},
        exercise::{Category, ExerciseId},
        record::{After, Answer},
        screening::QuestionLevel,
        session::State,
        settings::{Age, AgeBand, BirthYear, Settings},
    },
    route::Route,
};

use crate::person::{Person, every_session, well};

const WALK: &str = "movement-break-walk";

/// Which sessions start with this check; each one that starts is left at once.
fn opens(person: &mut Person, check: DailyCheck) -> Vec<String> {
    let opens = |session: &String| {
        person.check(session, check);
        let began = person.is_exercising();
        person.model.live = None;
        began
    };
    every_session().into_iter().filter(opens).collect()
}

fn exercises_of(model: &Model, session: &str) -> Vec<ExerciseId> {
    let id = soepel::domain::programme::SessionId(session.to_owned());
    let (_, outline) = model.catalogue.session(&id).unwrap();
    outline.blocks.iter().map(|block| block.exercise.clone()).collect()
}

/// Sessions that hold nothing but these exercises.
fn holding_only(model: &Model, fits: impl Fn(&ExerciseId) -> bool) -> Vec<String> {
    let mut sessions = every_session();
    sessions.retain(|session| exercises_of(model, session).iter().all(&fits));
    sessions
}

fn pain(value: u8) -> DailyCheck {
    DailyCheck { pain: Score::new(value).unwrap(), ..well() }
}

#[test]
fn without_answers_to_the_red_questions_no_session_starts() {
    let mut person = Person::new();
    assert_eq!(person.model.gate(person.now), Gate::AskFirst);
    assert!(opens(&mut person, well()).is_empty());
    assert!(person.shelf.unwrap().is_empty());
}

#[test]
fn every_session_starts_for_somebody_with_no_red_answer() {
    let mut person = Person::who_jumps();
    assert_eq!(person.model.gate(person.now), Gate::Open);
    assert_eq!(opens(&mut person, well()), every_session());
}

#[test]
fn a_yes_to_any_emergency_question_locks_every_session() {
    let mut person = Person::who_jumps();
    let questions = &person.model.catalogue.questions;
    for question in questions.iter().filter(|one| one.level == QuestionLevel::RedEmergency) {
        person.screen(&[(&question.id, Answer::Yes)]);
        assert_eq!(person.model.gate(person.now), Gate::Emergency, "{}", question.id);
        assert!(opens(&mut person, well()).is_empty(), "{}", question.id);
        let again = person.reopened();
        assert_eq!(again.model.gate(again.now), Gate::Emergency, "a reload opens nothing");
    }
}

#[test]
fn a_yes_to_an_urgent_question_leaves_movement_breaks_alone_or_nothing() {
    let mut person = Person::who_jumps();
    let light = |id: &ExerciseId| [WALK, "abdominal-brace"].contains(&id.as_str());
    let breaks = holding_only(&person.model, light);
    let questions = &person.model.catalogue.questions;
    for question in questions.iter().filter(|one| one.level == QuestionLevel::RedUrgent) {
        let mut answers = vec![(question.id.as_str(), Answer::Yes)];
        if let Some(narrowing) = &question.narrowing {
            let all = narrowing.all_of.iter().chain(&narrowing.one_of);
            answers.extend(all.map(|asked| (asked.id.as_str(), Answer::Yes)));
        }
        person.screen(&answers);
        assert_eq!(person.model.gate(person.now), Gate::Urgent, "{}", question.id);
        let walking_in_doubt = ["S12", "S13", "S16"].contains(&question.id.as_str());
        let left = if walking_in_doubt { Vec::new() } else { breaks.clone() };
        assert_eq!(opens(&mut person, well()), left, "{}", question.id);
    }
}

#[test]
fn not_knowing_counts_one_step_milder_than_yes_and_never_as_no() {
    let mut person = Person::who_jumps();
    let questions = &person.model.catalogue.questions;
    for question in questions.iter().filter(|one| one.level != QuestionLevel::Amber) {
        person.screen(&[(&question.id, Answer::Unsure)]);
        let gate = match question.level {
            QuestionLevel::RedEmergency => Gate::Urgent,
            _ => Gate::Gentle,
        };
        assert_eq!(person.model.gate(person.now), gate, "{}", question.id);
        assert!(opens(&mut person, well()).len() < every_session().len(), "{}", question.id);
    }
}

#[test]
fn amber_opens_only_sessions_that_are_gentle_throughout() {
    let mut person = Person::who_jumps();
    person.screen(&[("S7", Answer::Unsure)]);
    assert_eq!(person.model.gate(person.now), Gate::Gentle);
    let catalogue = person.model.catalogue;
    let gentle = |id: &ExerciseId| {
        let exercise = catalogue.exercise(id).unwrap();
        let light = [Category::MobilityRotation, Category::Support].contains(&exercise.category);
        exercise.level == 1 && (light || id.as_str() == "glute-bridge")
    };
    let expected = holding_only(&person.model, gentle);
    assert!(!expected.is_empty());
    assert_eq!(opens(&mut person, well()), expected);
}

#[test]
fn a_go_ahead_from_a_doctor_asks_the_questions_again_before_anything_opens() {
    let mut person = Person::who_jumps();
    person.screen(&[("S1", Answer::Yes)]);
    person.tell(Event::ClearedByDoctor);
    assert_eq!(person.model.gate(person.now), Gate::AskFirst);
    assert!(opens(&mut person, well()).is_empty());
    person.screen(&[]);
    assert_eq!(person.model.gate(person.now), Gate::Open);
    let archive = person.reopened();
    let record = archive.model.archive().unwrap().screening().unwrap().clone();
    assert!(record.cleared.is_some(), "that a doctor said so stays known");
}

#[test]
fn sharp_pain_or_pain_of_six_and_more_leaves_only_a_movement_break_today() {
    for (check, sharp) in
        [(DailyCheck { sharp: true, ..well() }, true), (pain(6), false), (pain(10), false)]
    {
        let mut person = Person::who_jumps();
        person.check("P1-A", check);
        assert_eq!(person.model.check_outcome(), Some(Readiness::RedToday { sharp }));
        assert!(!person.is_exercising());
        let breaks = holding_only(&person.model, |id| id.as_str() == WALK);
        assert_eq!(opens(&mut person, check), breaks);
        assert_eq!(opens(&mut person, well()), every_session(), "tomorrow is another day");
    }
}

/// R22: in every flow with pain of 6 or more, before or after, or two more than before, the page
/// about when to stop and when to call is on the screen or one tap away; and its words stand in the
/// program, so it is there without a network too.
#[test]
fn whoever_hurts_sees_when_to_stop_in_every_flow() {
    let mut flows = 0;
    for session in every_session() {
        for value in 6..=10 {
            let mut person = Person::who_jumps();
            person.check(&session, pain(value));
            let outcome = person.model.check_outcome();
            let walk = person.is_exercising();
            assert!(walk || outcome == Some(Readiness::RedToday { sharp: false }), "{session}");
            flows += 1;
        }
    }
    for before in 0..=3 {
        for after in 0..=10 {
            let mut person = Person::ready();
            person.check("P6-2min", pain(before));
            while person.is_exercising() {
                person.wait(1);
            }
            let id = person.model.finished.unwrap();
            let said = After { pain: Score::new(after), ..After::default() };
            person.tell(Event::Rated { id, after: said });
            let shown = person.model.route == Route::Safety;
            assert_eq!(shown, after >= 6 || after >= before + 2, "from {before} to {after}");
            flows += 1;
        }
    }
    println!("R22: {flows} flows with pain, the page about stopping shown in all that ask for it");
}

#[test]
fn pain_of_four_or_five_makes_every_session_lighter_and_drops_the_hardest() {
    for value in [4, 5] {
        let mut lighter = 0;
        for session in every_session() {
            let mut person = Person::who_jumps();
            person.start(&session);
            let usual = person.session().plan().lasts();
            person.model.live = None;
            person.check(&session, pain(value));
            if !person.is_exercising() {
                assert_eq!(person.model.check_outcome(), Some(Readiness::AmberToday));
                continue;
            }
            let plan = person.session().plan();
            assert!(plan.lasts() <= usual, "{session}");
            lighter += u32::from(plan.lasts() < usual);
            for prescription in &plan.order().prescriptions {
                let exercise = person.model.catalogue.exercise(&prescription.exercise).unwrap();
                assert!(exercise.level < 3, "{session}: {}", exercise.id.as_str());
            }
            let before = person.model.live.as_ref().unwrap().before;
            assert_eq!(before.pain, Score::new(value));
        }
        assert!(lighter > 10, "{lighter} sessions are lighter");
    }
    let mut person = Person::who_jumps();
    assert_eq!(opens(&mut person, pain(3)), every_session(), "3 is a day like any other");
}

#[test]
fn something_new_asks_the_red_questions_again_and_nothing_starts_until_then() {
    let mut person = Person::who_jumps();
    person.check("P1-A", DailyCheck { news: true, ..well() });
    assert_eq!(person.model.route, Route::Screening);
    assert!(!person.is_exercising());
    assert_eq!(person.model.gate(person.now), Gate::AskFirst);
    assert!(opens(&mut person, well()).is_empty());
    assert!(opens(&mut person.reopened(), well()).is_empty(), "a reload forgets no fall");
    person.screen(&[]);
    assert_eq!(opens(&mut person, well()), every_session());
}

#[test]
fn soepel_is_not_for_children() {
    let year = person_year();
    let young = [Age::Band(AgeBand::Under16), Age::BirthYear(BirthYear::new(year - 16).unwrap())];
    for age in young {
        let mut person = Person::who_jumps();
        person.tell(Event::ChangedSettings(Settings { age, ..person.model.settings.clone() }));
        assert_eq!(person.model.gate(person.now), Gate::TooYoung);
        assert!(opens(&mut person, well()).is_empty());
        assert!(opens(&mut person.reopened(), well()).is_empty());
    }
    let mut person = Person::who_jumps();
    let age = Age::BirthYear(BirthYear::new(year - 19).unwrap());
    person.tell(Event::ChangedSettings(Settings { age, ..person.model.settings.clone() }));
    assert_eq!(opens(&mut person, well()), every_session());
}

fn person_year() -> u16 {
    u16::try_from(Person::new().now.day().year()).unwrap()
}

#[test]
fn a_file_with_milder_answers_opens_no_lock() {
    let mut mild = Person::who_jumps();
    mild.pass(3_600_000);
    mild.screen(&[]);
    let file = mild
        .tell(Event::ClickedExport)
        .into_iter()
        .find_map(|command| match command {
            Command::Download { text, .. } => Some(text),
            _ => None,
        })
        .unwrap();
    let mut locked = Person::who_jumps();
    locked.screen(&[("S1", Answer::Yes)]);
    locked.tell(Event::FilePicked(Some(file.into_bytes())));
    locked.tell(Event::ConfirmedImport(SettingsChoice::KeepOurs));
    assert_eq!(locked.model.gate(locked.now), Gate::Emergency);
    assert!(opens(&mut locked.reopened(), well()).is_empty(), "a reload opens it neither");
}

#[test]
fn nobody_is_led_by_a_page_they_cannot_see() {
    let mut person = Person::who_jumps();
    person.start("P1-B");
    person.wait(10);
    let commands = person.tell(Event::Navigated(Route::Today));
    assert!(commands.contains(&Command::Hush));
    assert!(matches!(person.session().state(), State::Paused { .. }));
    person.tell(Event::Navigated(Route::Player));
    assert_eq!(person.model.route, Route::Player);
}
