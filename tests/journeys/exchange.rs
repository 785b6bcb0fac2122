//! A plan to the physiotherapist and back: nothing holds before somebody says so, nothing of it
//! opens a lock, and it goes as it came.

use soepel::{
    app::{
        command::Command,
        event::Event,
        exchange::{ExchangeEvent, parcel},
        model::{Import, Toast},
        view::{
            exchange::{SharedPlan, SharedView},
            exercise::Source,
            history::Named,
            routines::{Standing, WhyOut},
            today::Gate,
        },
    },
    archive::exchange::{Refusal, file, pack},
    domain::{
        advice::{Advice, Change, Discussed, Doing, Line, LineNote, Load, Name, Weekly, What},
        body::Side,
        dose::{Adjustment, Mode, Working},
        exercise::ExerciseId,
        fitting::ForYou,
        planning::choices::{Choices, Goal},
        programme::SessionId,
        record::{Answer, RecordId},
        routine::{amount::Amount, own_session},
        time::{Day, Seconds},
    },
    route::Route,
};

use crate::person::Person;

#[path = "../exchange/payloads.rs"]
mod payloads;

const SITE: &str = "https://soepel.example/";

fn id(slug: &str) -> ExerciseId {
    ExerciseId::new(slug).unwrap()
}

fn does(slug: &str, mode: Mode, change: Adjustment) -> Line {
    let doing =
        Doing { mode, change, working: Working::Both, load: Load::AsItIs, weekly: Weekly::new(3) };
    Line { exercise: id(slug), what: What::Do(doing), note: LineNote::new("Rustig.") }
}

fn leaves(slug: &str) -> Line {
    Line { exercise: id(slug), what: What::Leave, note: None }
}

fn sets_reps(sets: u32, reps: u32) -> Adjustment {
    Adjustment { sets: Some(sets), reps: Some(reps), ..Adjustment::default() }
}

fn talked_on(day: &str) -> Discussed {
    Discussed { name: Name::new("Fysio").unwrap(), day: Day::parse(day).unwrap() }
}

fn of(lines: Vec<Line>) -> Advice {
    Advice { lines, ..Advice::default() }
}

/// With a plan for strong hips and a strong back.
fn planned() -> Person {
    let mut person = Person::ready();
    let choices = Choices { goal: Some(Goal::Strong), ..Choices::default() };
    person.tell(Event::ChangedPlan(Box::new(choices)));
    person
}

fn open(person: &mut Person, plan: &Advice) {
    person.tell(Event::Navigated(Route::SharedPlan(pack(plan))));
}

fn tell(person: &mut Person, event: ExchangeEvent) -> Vec<Command> {
    person.tell(Event::Exchange(event))
}

fn accept(person: &mut Person, plan: &Advice, talked: bool) {
    open(person, plan);
    tell(person, ExchangeEvent::Accepted { talked });
}

fn shown(person: &Person) -> SharedPlan {
    match person.model.shared_view(person.now) {
        Some(SharedView::Plan(plan)) => *plan,
        other => panic!("{other:?}"),
    }
}

/// The numbers of an exercise in a session as its page shows them.
fn numbers(person: &Person, session: &str, slug: &str) -> Option<[Option<u32>; 2]> {
    let (_, outline) = person.model.catalogue.session(&SessionId(session.to_owned())).unwrap();
    let blocks = person.model.blocks(outline, person.now);
    let block = blocks.into_iter().find(|block| block.exercise.id == id(slug))?;
    Some([Amount::Sets, Amount::Reps].map(|amount| amount.of(&block.protocol)))
}

#[test]
fn a_plan_goes_to_the_physiotherapist_and_back_and_then_it_holds() {
    let mut person = planned();
    let mut going = person.model.plan_to_hand_over(person.now).unwrap();
    assert!(going.lines.len() > 3 && going.whose.is_none() && going.discussed.is_none());
    going.whose = Name::new("Sanne");

    // The physiotherapist opens it: no history, no answers, nothing is kept there.
    let mut physio = Person::new();
    let link = parcel(&going, SITE).link.unwrap();
    tell(&mut physio, ExchangeEvent::Picked(Some(link.into_bytes())));
    assert!(matches!(physio.model.route, Route::SharedPlan(_)));
    assert_eq!(shown(&physio).gate, Gate::AskFirst);
    assert_eq!(physio.model.plan_to_edit(physio.now), going, "the plan is the same there");
    assert_eq!(physio.times_kept(), 0);

    let mut coming = going.clone();
    let done = coming.lines.iter_mut().find(|line| line.exercise == id("superman")).unwrap();
    *done = does("superman", Mode::Reps, sets_reps(2, 9));
    let dog = id("upward-facing-dog");
    *coming.lines.iter_mut().find(|line| line.exercise == dog).unwrap() = leaves(dog.as_str());

    // Back as a file, on the page where a whole history is brought back.
    let kept = person.times_kept();
    person.tell(Event::Navigated(Route::Data));
    person.tell(Event::FilePicked(Some(file(&coming).into_bytes())));
    assert!(matches!(person.model.route, Route::SharedPlan(_)));
    let plan = shown(&person);
    let change = |slug: &str| {
        plan.lines.iter().find(|line| line.exercise.id == id(slug)).unwrap().change.clone()
    };
    assert!(matches!(change("superman"), Change::Changed { .. }));
    assert!(matches!(change(dog.as_str()), Change::NoMore(_)));
    let same = plan.lines.iter().filter(|line| matches!(line.change, Change::Same(_))).count();
    assert_eq!(same, plan.lines.len() - 2, "{:?}", plan.lines);
    assert_eq!(person.times_kept(), kept, "nothing holds yet");
    let session = "P3-1";
    let of = |person: &Person| [dog.as_str(), "superman"].map(|it| numbers(person, session, it));
    let before = of(&person);
    assert!(before[0].is_some() && before[1] != Some([Some(2), Some(9)]));

    tell(&mut person, ExchangeEvent::Accepted { talked: false });
    assert_eq!(person.model.route, Route::Advised);
    for person in [&person, &person.reopened()] {
        assert_eq!(person.model.accepted().unwrap().advice, coming);
        assert_eq!(of(person), [None, Some([Some(2), Some(9)])]);
    }
    let (_, outline) = person.model.catalogue.session(&SessionId(session.to_owned())).unwrap();
    let said = person.model.for_you(outline, person.now);
    assert!(said.iter().any(|one| matches!(one, ForYou::Advised(it) if it.id == dog)));

    // And on: what goes out now is what came in.
    let again = person.model.plan_to_hand_over(person.now).unwrap();
    for line in &coming.lines {
        let there = again.lines.iter().find(|it| it.exercise == line.exercise);
        assert!(there.is_some(), "{:?}", line.exercise);
    }

    tell(&mut person, ExchangeEvent::Stopped);
    assert_eq!(person.model.toast, Some(Toast::StoppedPlan));
    for person in [&person, &person.reopened()] {
        assert_eq!(person.model.accepted(), None);
        assert_eq!(of(person), before);
    }
}

#[test]
fn a_number_of_the_physiotherapist_says_so_and_reaches_the_player() {
    let mut person = planned();
    let mut stretch = does(
        "quad-stretch-prone",
        Mode::Static,
        Adjustment { hold: Some(Seconds(25)), ..Adjustment::default() },
    );
    if let What::Do(doing) = &mut stretch.what {
        doing.working = Working::Only(Side::Left);
    }
    accept(&mut person, &of(vec![stretch]), false);
    let (_, outline) = person.model.catalogue.session(&SessionId("P1-A".to_owned())).unwrap();
    let blocks = person.model.blocks(outline, person.now);
    let block = blocks.iter().find(|it| it.exercise.id == id("quad-stretch-prone")).unwrap();
    assert_eq!((block.only, block.sided), (Some(Side::Left), false));
    assert_eq!(block.sources, [Source::Advised]);
    let record = person.play("P1-A");
    let rows = record.done.iter().filter(|row| row.exercise == "quad-stretch-prone");
    let rows: Vec<_> = rows.map(|row| (row.side, row.held.seconds().0 % 25)).collect();
    assert_eq!(rows, [(Some(Side::Left), 0)]);
}

#[test]
fn what_stands_in_no_session_is_played_in_one_of_its_own() {
    let mut person = planned();
    let lines = vec![
        does("superman", Mode::Reps, sets_reps(2, 8)),
        does("quad-stretch-prone", Mode::Static, Adjustment::default()),
    ];
    accept(&mut person, &of(lines), false);
    let page = person.model.advised_page(person.now).unwrap();
    let card = page.session.unwrap();
    assert_eq!((card.exercises, card.session.clone()), (1, own_session(RecordId::LEAST)));
    assert!(matches!(card.standing, Standing::Open { .. }));
    assert!(person.model.routine_cards(person.now).is_empty(), "it is no routine of one's own");
    let record = person.play(&card.session.0);
    assert_eq!(record.done[0].exercise, "quad-stretch-prone");
    let name = Named::Own(Some("Van je fysiotherapeut".to_owned()));
    assert_eq!(person.model.named(&record.session), name);
    person.tell(Event::Navigated(Route::Session(card.session)));
    assert_eq!(person.model.route, Route::Advised);
}

/// A line on what somebody may not do opens nothing (3.2, 3.3), and says why it waits.
#[test]
fn what_is_locked_stays_locked_and_red_stays_red() {
    let mut person = planned();
    let lines = vec![
        does("skater-hop", Mode::Dynamic, Adjustment::default()),
        does("superman", Mode::Reps, sets_reps(2, 8)),
    ];
    let mut plan = of(lines);
    plan.discussed = Some(talked_on("2026-11-20"));
    open(&mut person, &plan);
    let locks: Vec<_> = shown(&person).lines.iter().map(|line| line.locked).collect();
    assert_eq!(locks, [Some(WhyOut::Level), None]);
    accept(&mut person, &plan, true);
    let card = person.model.advised_page(person.now).unwrap().session.unwrap();
    assert!(matches!(card.standing, Standing::Locked { .. }), "{:?}", card.standing);

    let urgent = person.model.catalogue.questions.iter().find(|question| {
        use soepel::domain::screening::QuestionLevel;
        question.level == QuestionLevel::RedUrgent && question.narrowing.is_none()
    });
    let urgent = urgent.unwrap().id.clone();
    person.screen(&[(&urgent, Answer::Yes)]);
    accept(&mut person, &plan, true);
    assert_eq!(person.model.gate(person.now), Gate::Urgent, "talked over or not");
    let page = person.model.advised_page(person.now).unwrap();
    assert!(page.lines.iter().all(|line| line.locked == Some(WhyOut::Answers)));
}

/// 3.3 and R2.19: a talk with a name and a day counts once somebody says that it was held.
#[test]
fn talked_over_it_counts_for_amber_and_for_weight_and_not_before() {
    let mut hinge = does("good-morning", Mode::Reps, sets_reps(3, 12));
    if let What::Do(doing) = &mut hinge.what {
        doing.load = Load::With("gm-weight".to_owned());
    }
    let with = |day: &str| Advice {
        discussed: Some(talked_on(day)),
        lines: vec![hinge.clone()],
        ..Advice::default()
    };
    let way = |person: &Person| {
        let standing = person.model.standing(person.now);
        standing.steps.variant(&id("good-morning")).map(str::to_owned)
    };
    let amber = || {
        let mut person = planned();
        person.screen(&[("A1", Answer::Yes)]);
        assert_eq!(person.model.gate(person.now), Gate::Gentle);
        person
    };
    let mut person = amber();
    accept(&mut person, &with("2026-11-20"), false);
    assert_eq!((person.model.gate(person.now), way(&person)), (Gate::Gentle, None));
    accept(&mut person, &with("2026-11-20"), true);
    assert_eq!(person.model.gate(person.now), Gate::Open);
    assert_eq!(way(&person), Some("gm-weight".to_owned()));

    // Too long ago, or still to come: it counts for nothing (X24).
    for day in ["2026-08-01", "2026-12-24"] {
        let mut person = amber();
        accept(&mut person, &with(day), true);
        assert_eq!((person.model.gate(person.now), way(&person)), (Gate::Gentle, None), "{day}");
    }
    // A plan that names nobody was talked over with nobody.
    let mut person = amber();
    accept(&mut person, &of(vec![hinge.clone()]), true);
    assert_eq!((person.model.gate(person.now), way(&person)), (Gate::Gentle, None));
}

#[test]
fn no_thank_you_changes_nothing() {
    let mut person = planned();
    let before = person.shelf.clone();
    open(&mut person, &of(vec![leaves("superman")]));
    tell(&mut person, ExchangeEvent::Declined);
    assert_eq!(person.model.route, Route::Plan);
    assert_eq!(person.shelf, before);
}

#[test]
fn a_hostile_link_changes_nothing_and_says_why() {
    let mut person = planned();
    let before = person.shelf.clone();
    for (name, data) in payloads::refused() {
        person.tell(Event::Navigated(Route::SharedPlan(data.clone())));
        let said = person.model.shared_view(person.now);
        assert!(matches!(said, Some(SharedView::Refused(_))), "{name}: {said:?}");
        tell(&mut person, ExchangeEvent::Accepted { talked: true });
        tell(&mut person, ExchangeEvent::Picked(Some(data.into_bytes())));
        assert!(person.model.exchange.picked.is_some(), "{name}");
        assert_eq!(person.shelf, before, "{name}");
    }
    for (name, data) in payloads::trimmed() {
        person.tell(Event::Navigated(Route::SharedPlan(data)));
        let plan = shown(&person);
        let left_out = plan.lines.iter().any(|line| !line.left_out.is_empty());
        assert!(left_out || !plan.refused.is_empty() || !plan.faults.is_empty(), "{name}");
        assert_eq!(person.shelf, before, "{name}");
        assert_eq!(person.model.gate(person.now), Gate::Open);
    }
    // Not even where a whole history is brought back.
    person.tell(Event::Navigated(Route::Data));
    let bad = file(&of(vec![leaves("superman")])).replace("superman", "glute-bridge");
    person.tell(Event::FilePicked(Some(bad.into_bytes())));
    assert!(matches!(person.model.import, Some(Import::RefusedPlan(Refusal::Damaged))));
    assert_eq!(person.shelf, before);
}

#[test]
fn a_plan_goes_on_the_clipboard_or_says_that_it_could_not() {
    let mut person = planned();
    let asked = tell(&mut person, ExchangeEvent::ClickedCopy("https://".to_owned()));
    assert_eq!(asked, [Command::Copy("https://".to_owned())]);
    tell(&mut person, ExchangeEvent::Copied(true));
    assert_eq!(person.model.toast, Some(Toast::Copied));
    tell(&mut person, ExchangeEvent::Copied(false));
    assert_eq!(person.model.toast, Some(Toast::NotCopied));
}
