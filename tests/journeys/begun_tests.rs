//! A self-test that was begun and left: a page that goes in the middle of one costs one screen.

use soepel::{
    app::{
        command::Command,
        event::Event,
        testing::{Answered, Step, TestEvent, steps, taken::TestLog},
        view::selftest::BegunTest,
    },
    archive::{export::export, merge::SettingsChoice, writes::Write},
    domain::{
        body::{HipMovement, Side},
        record::Answer,
        selftest::{Attempt, Class, Fold, Range, Reading, TestId, TestResult},
    },
    route::Route,
};

use crate::person::{Person, Shelf};

const DAY: i64 = 86_400_000;

fn tell(person: &mut Person, event: TestEvent) {
    person.tell(Event::Test(event));
}

fn answer(person: &mut Person, answer: Option<Answered>) {
    person.pass(20_000);
    tell(person, TestEvent::Answered { answer, chance: [3; 10] });
}

fn begin(person: &mut Person, test: TestId) {
    person.tell(Event::Navigated(Route::Test(test)));
    tell(person, TestEvent::Began(test));
}

fn seen(class: Class) -> Answered {
    let active = Attempt::Reached(Range::ByEye(class));
    Answered::Movement(Reading { active, ..Reading::default() })
}

/// Three screens into the hip check.
fn interrupted() -> Person {
    let mut person = Person::ready();
    begin(&mut person, TestId::HipCheck);
    answer(&mut person, Some(seen(Class::Limited)));
    answer(&mut person, None);
    answer(&mut person, Some(seen(Class::Fair)));
    person
}

fn begun(person: &Person, test: TestId) -> Option<BegunTest> {
    person.model.begun_test(test, person.now)
}

fn begun_texts(shelf: &Shelf) -> usize {
    let live = |(key, text): &(&String, &String)| {
        key.contains(".k.begun-test.") && text.contains("\"body\"")
    };
    shelf.iter().filter(live).count()
}

#[test]
fn a_page_that_goes_in_the_middle_of_a_test_comes_back_at_that_screen_with_every_answer() {
    let mut person = interrupted().reopened();
    assert!(person.model.testing.is_none(), "nothing begins by itself");
    let left = begun(&person, TestId::HipCheck).unwrap();
    assert_eq!((left.day, left.done, left.of), (person.now.day(), 2, 12));
    assert!(person.model.test_cards(person.now).iter().any(|card| card.begun));
    assert_eq!(person.model.test_to_go_on_with(person.now).unwrap().id, TestId::HipCheck);
    person.tell(Event::Navigated(Route::Test(TestId::HipCheck)));
    tell(&mut person, TestEvent::WentOn(TestId::HipCheck));
    let testing = person.model.testing.as_ref().unwrap();
    assert_eq!(testing.step(), Step::Movement(HipMovement::ExternalRotation, Side::Right));
    for _ in 3..steps(TestId::HipCheck).len() {
        answer(&mut person, Some(seen(Class::Good)));
    }
    let Route::TestTaken(id) = person.model.route.clone() else { panic!("a result is shown") };
    let TestResult::HipCheck(check) = person.model.test_report(&id).unwrap().taken.result else {
        panic!("T2")
    };
    let inward = |side| check.get(HipMovement::InternalRotation, side);
    assert_eq!(Some(Answered::Movement(inward(Side::Left))), Some(seen(Class::Limited)));
    assert!(inward(Side::Right).is_empty(), "what was skipped stays skipped");
    assert!(begun(&person, TestId::HipCheck).is_none(), "it is finished");
    assert!(begun(&person.reopened(), TestId::HipCheck).is_none());
    assert_eq!(begun_texts(person.shelf.as_ref().unwrap()), 0);
}

#[test]
fn going_back_comes_back_too_and_one_test_does_not_cost_another_its_answers() {
    let mut person = interrupted();
    tell(&mut person, TestEvent::WentBack);
    begin(&mut person, TestId::RunnerCheck);
    answer(&mut person, Some(Answered::Recognised(Answer::Unsure)));
    answer(&mut person, None);
    begin(&mut person, TestId::HeelToButtock);
    answer(&mut person, Some(Answered::Fold(Fold { fingers: 3, painful: false })));
    let mut person = person.reopened();
    for (test, at, first) in [
        (TestId::HipCheck, 2, seen(Class::Limited)),
        (TestId::RunnerCheck, 2, Answered::Recognised(Answer::Unsure)),
        (TestId::HeelToButtock, 1, Answered::Fold(Fold { fingers: 3, painful: false })),
    ] {
        tell(&mut person, TestEvent::WentOn(test));
        assert_eq!(person.model.testing.as_ref().unwrap().progress().0, at, "{test:?}");
        for _ in 0..at {
            tell(&mut person, TestEvent::WentBack);
        }
        assert_eq!(person.model.testing.as_ref().unwrap().answer(), Some(first), "{test:?}");
    }
}

#[test]
fn begun_anew_given_up_or_skipped_altogether_nothing_is_left_of_it() {
    let mut person = interrupted();
    tell(&mut person, TestEvent::GaveUp);
    assert!(begun(&person.reopened(), TestId::HipCheck).is_none());

    let mut person = interrupted().reopened();
    begin(&mut person, TestId::HipCheck);
    assert_eq!(person.model.testing.as_ref().unwrap().progress().0, 0);
    assert!(begun(&person.reopened(), TestId::HipCheck).is_none());

    let mut person = Person::ready();
    begin(&mut person, TestId::SidePlank);
    answer(&mut person, None);
    assert!(begun(&person.reopened(), TestId::SidePlank).is_none(), "there is nothing to keep");
}

/// X24: after two weeks the shortest rhythm has come round, and it is no longer one test.
#[test]
fn a_test_waits_for_two_weeks_and_no_longer() {
    let mut person = interrupted();
    person.now.wall += 13 * DAY;
    assert!(begun(&person, TestId::HipCheck).is_some());
    person.now.wall += DAY;
    assert!(begun(&person, TestId::HipCheck).is_none());
    tell(&mut person, TestEvent::WentOn(TestId::HipCheck));
    assert_eq!(person.model.testing.as_ref().unwrap().progress().0, 0, "it begins anew");
}

#[test]
fn a_page_killed_between_the_result_and_its_end_does_not_offer_the_test_again() {
    let mut person = Person::ready();
    begin(&mut person, TestId::HeelToButtock);
    answer(&mut person, Some(Answered::Fold(Fold { fingers: 3, painful: false })));
    let before = person.shelf.clone().unwrap();
    answer(&mut person, None);
    let mut torn = before;
    let shelf = person.shelf.clone().unwrap();
    torn.extend(shelf.into_iter().filter(|(key, _)| key.contains(".k.test.")));
    let again = Person::with(Some(torn), person.now);
    assert_eq!(again.model.earlier_tests(TestId::HeelToButtock).len(), 1);
    assert!(begun(&again, TestId::HeelToButtock).is_none());
}

#[test]
fn a_red_light_offers_nothing_to_go_on_with() {
    let mut person = interrupted().reopened();
    person.screen(&[("S2", Answer::Yes)]);
    tell(&mut person, TestEvent::WentOn(TestId::HipCheck));
    assert!(person.model.testing.is_none());
}

#[test]
fn what_was_begun_stays_on_its_device_and_a_file_costs_it_nothing() {
    let mut person = interrupted();
    let file = export(person.model.archive().unwrap());
    assert!(!file.contains("begun-test"));
    person.tell(Event::FilePicked(Some(file.into_bytes())));
    person.tell(Event::ConfirmedImport(SettingsChoice::TakeTheirs));
    assert!(begun(&person.reopened(), TestId::HipCheck).is_some());
}

/// Whatever changes what is kept, the log of the tests is what would be read from it.
#[test]
fn the_log_of_the_tests_is_always_what_is_kept() {
    let same = |person: &Person| {
        let fresh = TestLog::read(person.model.archive().unwrap());
        assert_eq!(person.model.tested, fresh);
        fresh.taken.len()
    };
    let mut person = interrupted();
    assert_eq!(same(&person), 0);
    begin(&mut person, TestId::HeelToButtock);
    answer(&mut person, Some(Answered::Fold(Fold { fingers: 0, painful: true })));
    answer(&mut person, None);
    assert_eq!(same(&person), 1);
    let file = export(person.model.archive().unwrap());

    let mut other = Person::ready();
    other.tell(Event::FilePicked(Some(file.into_bytes())));
    other.tell(Event::ConfirmedImport(SettingsChoice::KeepOurs));
    assert_eq!(same(&other), 1);

    let mut window = Person::ready();
    let (key, value) =
        person.shelf.as_ref().unwrap().iter().find(|(key, _)| key.contains(".k.test.")).unwrap();
    window.tell(Event::ChangedElsewhere { key: key.clone(), value: Some(value.clone()) });
    assert_eq!(same(&window), 1);
    window.tell(Event::ChangedElsewhere { key: key.clone(), value: None });
    assert_eq!(same(&window), 0);

    let id = person.model.earlier_tests(TestId::HeelToButtock)[0].0;
    tell(&mut person, TestEvent::Deleted(id));
    assert_eq!(same(&person), 0);
    begin(&mut other, TestId::HipCheck);
    answer(&mut other, Some(seen(Class::Fair)));
    other.tell(Event::DeletedEverything);
    assert_eq!(same(&other), 0);
    assert!(other.model.testing.is_none(), "nothing of it goes on");
}

/// What is written stops at its first failure, so on a full disk the answers must come last.
#[test]
fn the_answers_go_only_after_their_result_is_kept() {
    let mut person = interrupted();
    for _ in 3..steps(TestId::HipCheck).len() {
        let before = person.asked.len();
        answer(&mut person, Some(seen(Class::Good)));
        let finished = matches!(person.model.route, Route::TestTaken(_));
        let kept = person.asked[before..].iter().filter_map(|command| match command {
            Command::Keep(writes) => Some(writes),
            _ => None,
        });
        let kept: Vec<_> = kept.collect();
        assert_eq!(kept.len(), 1, "all or nothing");
        let place = |kind: &str| {
            kept[0].iter().position(|write| match write {
                Write::Put { key, .. } | Write::Remove { key } => key.contains(kind),
            })
        };
        if finished {
            assert!(place(".k.test.") < place(".k.begun-test."), "{:?}", kept[0]);
        }
    }
    assert!(matches!(person.model.route, Route::TestTaken(_)));
}
