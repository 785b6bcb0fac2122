//! What pages show of what is known: paper, the numbers of one's own session, the figure that moves
//! along, an appointment file, and what was decided.

use soepel::{
    app::{
        command::Command,
        event::Event,
        view::{
            exercise::Source,
            figure::{acting, pulse},
            hip_form::{AttemptForm, MovementForm, Tape, tapes},
            progress::Made,
        },
    },
    domain::{
        body::{HipMovement, Side},
        breaks::ClockTime,
        dose::{Mode, Protocol, Working},
        exercise::ExerciseId,
        programme::{ProgrammeId, SessionId},
        progress::{ReviewAnswer, ReviewWord},
        record::Answer,
        routine::{
            Between,
            amount::Amount,
            draft::{Draft, Step},
        },
        selftest::{Attempt, How, Range, TestId},
        session::Input,
        time::Seconds,
        timeline::PhaseKind,
    },
};

use crate::person::Person;

fn programme(id: &str) -> ProgrammeId {
    ProgrammeId(id.to_owned())
}

#[test]
fn the_paper_of_a_programme_holds_its_first_sessions_in_turn() {
    let person = Person::ready();
    let chosen = person.model.usual_sheet(&programme("P1"));
    let sheet = person.model.sheet(&programme("P1"), &chosen, person.now).unwrap();
    let letters: Vec<char> = sheet.sessions.iter().map(|(letter, _)| *letter).collect();
    assert_eq!(letters, ('A'..).take(chosen.len()).collect::<Vec<_>>());
    assert_eq!(sheet.turns.len(), sheet.days.len(), "each day has its session");
    assert!(sheet.turns.iter().all(|turn| letters.contains(turn)));
    assert!(sheet.open && !sheet.exercises.is_empty());

    let every: Vec<SessionId> =
        sheet.programme.sessions.iter().map(|outline| outline.id.clone()).collect();
    let full = person.model.sheet(&programme("P1"), &every, person.now).unwrap();
    assert_eq!(full.sessions.len(), every.len().min(3), "more do not fit");
    let none = person.model.sheet(&programme("P1"), &[], person.now).unwrap();
    assert!(!none.open && none.turns.is_empty(), "nothing to tick off");
    assert!(person.model.sheet(&programme("P0"), &every, person.now).is_none());
    assert!(person.model.usual_sheet(&programme("P0")).is_empty());
}

/// 3.3: a sheet of closed sessions shows what they hold, as the programme has it, and nothing to
/// tick off.
#[test]
fn the_paper_of_a_closed_programme_shows_what_is_planned_and_nothing_to_tick_off() {
    let mut person = Person::ready();
    let chosen = person.model.usual_sheet(&programme("P3"));
    let open = person.model.sheet(&programme("P3"), &chosen, person.now).unwrap();
    person.screen(&[("S2", Answer::Yes)]);
    let closed = person.model.sheet(&programme("P3"), &chosen, person.now).unwrap();
    assert!(open.open && !closed.open);
    let names = |exercises: &[soepel::app::view::print::SheetExercise]| -> Vec<ExerciseId> {
        exercises.iter().map(|one| one.exercise.id.clone()).collect()
    };
    assert_eq!(names(&closed.exercises), names(&open.exercises));
    assert!(closed.exercises.iter().all(|one| one.effort_most.is_none()));
    let quick = person.model.quick_sessions(person.now);
    assert_eq!(quick.len(), 3);
    assert!(quick.iter().all(|card| !card.open));
}

#[test]
fn the_answers_on_paper_are_those_that_are_not_no_in_their_own_words() {
    let mut person = Person::ready();
    let all = person.model.catalogue.questions.len();
    let paper = person.model.paper_answers().expect("every question was answered");
    assert!(paper.told.is_empty());
    assert_eq!(paper.no, all);
    person.screen(&[("S2", Answer::Yes), ("S3", Answer::Unsure)]);
    let paper = person.model.paper_answers().unwrap();
    let words = |id: &str| {
        let found = person.model.catalogue.questions.iter().find(|it| it.id == id);
        found.map(|question| question.text.clone()).unwrap()
    };
    let told = vec![(words("S2"), Answer::Yes), (words("S3"), Answer::Unsure)];
    assert_eq!((paper.told, paper.no), (told, all - 2));
    assert!(Person::new().model.paper_answers().is_none(), "nothing was answered yet");
}

/// R1.28: the appointments of one programme, in the words of the person's language.
#[test]
fn a_programme_goes_into_the_calendar_and_a_closed_one_does_not() {
    let mut person = Person::ready();
    let ask = |person: &mut Person, id: &str| {
        let from = ClockTime::parse("07:30").unwrap();
        let site = "https://example.org/".to_owned();
        let told = person.tell(Event::ClickedCalendar { programme: programme(id), from, site });
        told.into_iter().find_map(|command| match command {
            Command::Download { name, text } => Some((name, text)),
            _ => None,
        })
    };
    let (name, text) = ask(&mut person, "P1").expect("a file");
    assert_eq!(name, "soepel-P1.ics");
    let starts = text.lines().filter(|line| line.starts_with("DTSTART")).count();
    let days =
        person.model.usual_week(&programme("P1"), ClockTime::parse("07:30").unwrap(), person.now);
    assert!(starts >= days.len() && text.contains("T073000"), "{text}");
    assert_eq!(ask(&mut person, "P0"), None);
    person.screen(&[("S2", Answer::Yes)]);
    assert_eq!(ask(&mut person, "P1"), None);
}

fn draft(person: &Person, exercises: &[&str]) -> Draft {
    let mut draft = Draft::new(Between::new(Seconds(15)).unwrap());
    for slug in exercises {
        let id = ExerciseId::new(slug).unwrap();
        draft.add(person.model.catalogue.exercise(&id).unwrap());
    }
    draft
}

/// The page says who sets the bound that a number stops at.
#[test]
fn a_block_of_ones_own_shows_each_number_with_its_bounds_and_who_says_so() {
    let person = Person::ready();
    let catalogue = person.model.catalogue;
    let exercises: Vec<&str> = catalogue.exercises.iter().map(|it| it.id.as_str()).collect();
    let draft = draft(&person, &exercises[..12]);
    for (place, block) in draft.blocks.iter().enumerate() {
        let view = person.model.block_view(&draft, block.key, person.now).unwrap();
        assert_eq!((view.place, view.of), (place, draft.blocks.len()));
        let known = view.known.expect("it is in the catalogue");
        assert_eq!(known.exercise.id, view.exercise);
        assert_eq!(known.protocol.mode(), known.mode);
        assert!(!known.numbers.is_empty(), "{}", view.exercise.as_str());
        for number in known.numbers {
            assert_eq!(number.amount.of(&known.protocol), Some(number.value));
            let (least, most) = (number.bounds.least, number.bounds.most);
            assert!(least <= number.value && number.value <= most, "{}", view.exercise.as_str());
        }
    }
    assert!(person.model.block_view(&draft, 9_999, person.now).is_none());
}

/// X1: the bound of a static stretch rests on a rule, and presses stop at it.
#[test]
fn a_bound_names_its_rule_and_presses_stop_at_it() {
    let person = Person::ready();
    let catalogue = person.model.catalogue;
    let mut draft = draft(&person, &["quad-stretch-prone"]);
    let key = draft.blocks[0].key;
    draft.choose_sides(key, Working::Only(Side::Left), catalogue);
    let view = person.model.block_view(&draft, key, person.now).unwrap();
    let known = view.known.unwrap();
    assert_eq!((known.working, known.per_side), (Some(Working::Only(Side::Left)), false));
    let hold = known.numbers.iter().find(|number| number.amount == Amount::Hold).unwrap();
    assert!(matches!(hold.source, Source::Rule(_)), "{:?}", hold.source);
    for _ in 0..100 {
        draft.press(key, Amount::Hold, Step::More, catalogue, person.model.age(person.now));
    }
    let view = person.model.block_view(&draft, key, person.now).unwrap();
    let after = view.known.unwrap().numbers;
    let after = after.iter().find(|number| number.amount == Amount::Hold).unwrap();
    assert_eq!(after.value, hold.bounds.most, "a hundred presses stop at the bound");
}

#[test]
fn the_figure_follows_the_phase_that_runs_and_stands_while_it_is_paused() {
    let mut person = Person::ready();
    assert!(acting(&person.model).is_none() && pulse(&person.model, person.now).is_none());
    person.start("P1-A");
    let mut seen = std::collections::BTreeSet::new();
    let mut last = None;
    while person.is_exercising() {
        let beat = pulse(&person.model, person.now).expect("something goes on");
        let phase = &person.session().plan().phases()[beat.phase];
        assert_eq!((beat.beat.kind, beat.beat.side), (phase.kind, phase.side));
        assert!(beat.beat.over <= beat.beat.lasts && beat.runs);
        if let Some((before, over)) = last
            && before == beat.phase
        {
            assert!(beat.beat.over > over, "time goes on in {before}");
        }
        last = Some((beat.phase, beat.beat.over));
        if let Some(acting) = acting(&person.model)
            && seen.insert(acting.exercise.id.clone())
        {
            assert_eq!(acting.moving().is_some(), !acting.exercise.poses.is_empty());
        }
        person.wait(1);
    }
    assert!(seen.len() > 2, "{seen:?}");

    person.pass(86_400_000);
    person.start("P1-A");
    person.wait(8);
    person.press(Input::PressedPause);
    let before = pulse(&person.model, person.now).unwrap();
    person.wait(5);
    let after = pulse(&person.model, person.now).unwrap();
    assert!(!after.runs);
    assert!((after.beat.over - before.beat.over).abs() < f32::EPSILON, "no time goes by");
    assert_ne!(before.beat.kind, PhaseKind::Rest);
}

#[test]
fn what_was_decided_and_answered_stands_in_one_list_with_the_newest_first() {
    let mut person = Person::ready();
    assert!(person.model.made().is_empty());
    person.reach("P5-L1", "P5-L2");
    person.pass(86_400_000);
    person.tell(Event::Reviewed { word: ReviewWord::Same, chance: [3; 10] });
    person.pass(86_400_000);
    person.reach("P5-L2", "P5-L3a");
    let made = person.model.made();
    let kinds: Vec<bool> = made.iter().map(|one| matches!(one, Made::Review(_))).collect();
    assert_eq!(kinds, [false, true, false]);
    let Made::Review(ReviewAnswer { at, .. }) = made[1] else { panic!("{made:?}") };
    let days: Vec<i64> = made
        .iter()
        .map(|one| match one {
            Made::Decision(decision) => decision.at,
            Made::Review(_) => at,
        })
        .collect();
    assert!(days.is_sorted_by(|newer, older| newer > older), "{days:?}");
}

/// X1: the page of a proposal shows the numbers of the step that it speaks of.
#[test]
fn a_step_of_a_ladder_has_its_numbers() {
    let person = Person::ready();
    let bridge = ExerciseId::new("glute-bridge").unwrap();
    let numbers = |place| person.model.step_numbers(&bridge, Mode::Reps, place, person.now);
    let reps = |place| match numbers(place) {
        Some((Protocol::Reps { sets, reps, .. }, _)) => sets * reps,
        other => panic!("{other:?}"),
    };
    assert!(reps(1) > reps(0), "a step further asks more");
    let unknown = ExerciseId::new("of-another-version").unwrap();
    assert_eq!(person.model.step_numbers(&unknown, Mode::Reps, 0, person.now), None);
}

/// R1.15: what may be measured is what the movement shows.
#[test]
fn each_movement_of_the_hip_is_measured_in_its_own_way() {
    let person = Person::ready();
    let test = person.model.catalogue.selftest(TestId::HipCheck).unwrap();
    let lifted = AttemptForm { cm: "12".to_owned(), ..AttemptForm::default() };
    assert_eq!(tapes(HipMovement::Flexion, How::Active), [Tape::Degrees]);
    assert_eq!(lifted.measured(HipMovement::Flexion, How::Active), Ok(None), "no tape for it");
    let lift = Some(Range::Lift { cm: 12 });
    assert_eq!(lifted.measured(HipMovement::Extension, How::Active), Ok(lift));
    assert_eq!(lifted.measured(HipMovement::Extension, How::Passive), Ok(None), "only seen");
    for sideways in [HipMovement::Abduction, HipMovement::Adduction] {
        assert_eq!(tapes(sideways, How::Active), [Tape::BesideFoot]);
    }

    let hanging = test.movement(HipMovement::Extension).unwrap();
    let mut form = MovementForm::default();
    assert_eq!(form.open(hanging), Some(How::Passive), "hanging comes first");
    let class = soepel::domain::selftest::Class::Good;
    let pick = soepel::app::view::hip_form::Pick::Class(class);
    form.attempt_mut(How::Passive).pick = Some(pick);
    assert_eq!(form.open(hanging), Some(How::Active));
    form.attempt_mut(How::Active).pick = Some(pick);
    form.attempt_mut(How::Active).cm = "12".to_owned();
    assert_eq!(form.open(hanging), None);
    let reading = form.reading(hanging).unwrap();
    assert_eq!(reading.passive, Attempt::Reached(Range::ByEye(class)));
    assert_eq!(reading.active, Attempt::Reached(Range::Lift { cm: 12 }));
    let again = MovementForm::of(reading);
    assert_eq!((again.active.cm.as_str(), again.passive.pick), ("12", Some(pick)));
}
