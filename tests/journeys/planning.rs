//! From "Wat wil je?" to a proposal, a week and the next method.

use soepel::{
    app::{
        event::Event,
        view::{
            plan::{StripState, TodaysProposal},
            today::Gate,
        },
    },
    domain::{
        planning::{
            choices::{Choices, Comparison, Goal, Situation, Weekday},
            method::Method,
            why::Why,
        },
        record::Answer,
        settings::Settings,
    },
    route::Route,
};

use crate::person::{Person, well};

fn wish(goal: Goal, situations: &[Situation]) -> Choices {
    let situations = situations.iter().copied().collect();
    Choices { goal: Some(goal), situations, ..Choices::default() }
}

fn choose(person: &mut Person, choices: Choices) {
    person.tell(Event::ChangedPlan(Box::new(choices)));
}

/// The session that Vandaag proposes, and why.
fn proposed(person: &Person) -> (String, Why) {
    match person.model.todays_proposal(person.now).expect("a proposal") {
        TodaysProposal::Session { first, .. } => (first.card.outline.id.0.clone(), first.why),
        TodaysProposal::Rest { why, .. } => ("rest".to_owned(), why),
    }
}

fn sleep(person: &mut Person, nights: u32) {
    person.pass(nights * 86_400_000);
}

#[test]
fn the_first_run_leads_by_what_somebody_wants_to_a_gentle_first_session() {
    let mut person = Person::new();
    person.tell(Event::ChangedSettings(Settings { welcomed: true, ..Settings::default() }));
    assert!(person.model.todays_proposal(person.now).is_none(), "the questions come first");
    person.screen(&[]);
    person.tell(Event::Navigated(Route::Wishes));
    choose(&mut person, wish(Goal::HipFront, &[]));
    assert_eq!(person.model.route, Route::Today);
    assert_eq!(proposed(&person), ("P6-5min".to_owned(), Why::FirstTime));
    let reopened = person.reopened();
    assert_eq!(reopened.model.choices(), Some(&wish(Goal::HipFront, &[])));
}

#[test]
fn nothing_said_is_fine_and_is_asked_only_once() {
    let mut person = Person::ready();
    assert_eq!(person.model.choices(), None);
    assert_eq!(proposed(&person), ("P6-5min".to_owned(), Why::FirstTime));
    choose(&mut person, Choices::default());
    assert_eq!(person.reopened().model.choices(), Some(&Choices::default()));
}

/// R0.26, C1: a full session, a day of rest, and then the other method.
#[test]
fn the_week_goes_on_by_what_was_done_and_the_method_changes() {
    let mut person = Person::ready();
    choose(&mut person, wish(Goal::HipFront, &[]));
    assert!(person.model.compares_methods(person.now));
    person.play("P6-2min");
    assert_eq!(proposed(&person), ("P1-A".to_owned(), Why::DueStretch));
    person.play("P1-A");
    assert_eq!(proposed(&person), ("rest".to_owned(), Why::DoneToday));
    sleep(&mut person, 1);
    assert_eq!(proposed(&person), ("rest".to_owned(), Why::Spread));
    sleep(&mut person, 1);
    assert_eq!(proposed(&person), ("P1-A-pnf".to_owned(), Why::DueStretch));
    assert_eq!(person.model.plan_page(person.now).unwrap().method, Some(Method::Pnf));

    let only = Comparison::Off { keep: Method::Static };
    choose(&mut person, Choices { comparison: only, ..wish(Goal::HipFront, &[]) });
    assert!(!person.model.compares_methods(person.now));
    assert_eq!(proposed(&person).0, "P1-A");
}

/// X32: a missed day costs nothing, and rest stands in the week.
#[test]
fn the_strip_shows_what_was_done_what_is_planned_and_the_rest() {
    use StripState::{Planned, Rest};
    let mut person = Person::ready();
    let days = [Weekday::Sunday, Weekday::Tuesday, Weekday::Thursday];
    choose(&mut person, Choices { days: days.into(), ..wish(Goal::Strong, &[]) });
    // It is Sunday, the last day of the strip.
    person.play("P3-1");
    let strip = person.model.strip(person.now);
    assert_eq!(strip.of_the_last_seven, 1);
    assert!(strip.days[6].today);
    assert_eq!(strip.days[6].state, StripState::Done);
    assert_eq!(strip.days[0].state, StripState::Blank);
    sleep(&mut person, 1);
    let strip = person.model.strip(person.now);
    assert_eq!(strip.of_the_last_seven, 1);
    let states: Vec<StripState> = strip.days.iter().map(|day| day.state).collect();
    assert_eq!(states, [Rest, Planned, Rest, Planned, Rest, Rest, Planned]);
    assert_eq!(proposed(&person), ("rest".to_owned(), Why::NotYourDay));
}

#[test]
fn every_day_of_the_plan_and_every_programme_has_its_reason() {
    let mut person = Person::ready();
    assert_eq!(person.model.plan_page(person.now), None, "nothing was chosen yet");
    choose(&mut person, wish(Goal::Supple, &[Situation::Running, Situation::Sitting]));
    let page = person.model.plan_page(person.now).unwrap();
    assert_eq!(page.days.len(), 7);
    assert_eq!(page.days[0].why, Why::FirstTime, "the plan of today is what Vandaag proposes");
    let ids = |list: &[soepel::app::view::plan::InPlan]| {
        list.iter().map(|one| (one.programme.id.0.clone(), one.why)).collect::<Vec<_>>()
    };
    let told = |id: &str, why| (id.to_owned(), why);
    assert_eq!(
        ids(&page.programmes),
        [told("P2", Why::GoalSupple), told("P5", Why::Runs), told("P6", Why::EveryDay)],
    );
    assert_eq!(ids(&page.waiting), [told("P4", Why::WaitsForTheFirst)]);
    assert_eq!(page.method, None, "this plan holds no stretches of two kinds");
}

/// 3.3: whatever was planned, a red light leaves nothing to start.
#[test]
fn a_yes_to_a_red_question_empties_the_proposal_and_the_plan() {
    let mut person = Person::ready();
    choose(&mut person, wish(Goal::Strong, &[]));
    for (id, gate) in [("S2", Gate::Emergency), ("S7", Gate::Urgent)] {
        person.screen(&[(id, Answer::Yes)]);
        assert_eq!(person.model.gate(person.now), gate);
        assert_eq!(person.model.todays_proposal(person.now), None);
        assert!(person.model.plan_page(person.now).unwrap().days.is_empty());
        person.check("P3-1", well());
        assert!(!person.is_exercising());
    }
}

/// C4: with amber only what the permit covers, and every proposal of two weeks can be started.
#[test]
fn with_amber_every_proposal_can_really_be_started() {
    let mut person = Person::ready();
    choose(&mut person, wish(Goal::Strong, &[Situation::LowBack]));
    person.screen(&[("S7", Answer::Unsure)]);
    assert_eq!(person.model.gate(person.now), Gate::Gentle);
    for _ in 0..14 {
        let proposal = person.model.todays_proposal(person.now).expect("something gentle");
        let session = match proposal {
            TodaysProposal::Session { first, .. } => Some(first),
            TodaysProposal::Rest { mini, .. } => mini,
        };
        if let Some(session) = session {
            person.play(&session.card.outline.id.0.clone());
        }
        sleep(&mut person, 1);
    }
    assert!(person.records().len() >= 10, "{}", person.records().len());
}

#[test]
fn dancers_and_gymnasts_are_known_by_what_they_said() {
    let mut person = Person::ready();
    assert!(!person.model.is_gymnast_or_dancer());
    choose(&mut person, wish(Goal::Supple, &[Situation::Dance]));
    assert!(person.model.is_gymnast_or_dancer());
}

#[test]
fn the_plan_travels_with_the_file_that_somebody_takes_along() {
    use soepel::{app::command::Command, archive::merge::SettingsChoice};
    let mut person = Person::ready();
    choose(&mut person, wish(Goal::Strong, &[Situation::Sitting]));
    let file = person.tell(Event::ClickedExport).into_iter().find_map(|command| match command {
        Command::Download { text, .. } => Some(text.into_bytes()),
        _ => None,
    });
    person.tell(Event::DeletedEverything);
    assert_eq!(person.model.choices(), None);
    person.tell(Event::FilePicked(file));
    person.tell(Event::ConfirmedImport(SettingsChoice::TakeTheirs));
    assert_eq!(person.model.choices(), Some(&wish(Goal::Strong, &[Situation::Sitting])));
}
