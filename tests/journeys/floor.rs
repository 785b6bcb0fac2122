//! STOP with its place, where it is felt, light, and two people at one session.

use soepel::{
    app::{
        command::Command,
        event::Event,
        light::WakeLock,
        stopping::{StopAnswer, StopQuestion, spots},
        view::{partner::Part, player::player},
    },
    domain::{
        body::{Side, Spot},
        dose::Mode,
        figure::direction::stretch_direction,
        programme::SessionId,
        record::{DoneMode, Ending, Felt, FeltAt, PainAt, StopReason},
        session::State,
        settings::Settings,
        timeline::PhaseKind,
    },
};

use crate::person::Person;

fn until(person: &mut Person, wanted: impl Fn(PhaseKind) -> bool) {
    for _ in 0..3_600 {
        if person.session().phase().is_some_and(|phase| wanted(phase.kind)) {
            return;
        }
        person.wait(1);
    }
    panic!("the session never comes there");
}

fn play_out(person: &mut Person) {
    while person.is_exercising() {
        person.wait(1);
    }
}

fn asks(person: &Person) -> Option<StopQuestion> {
    person.model.stopping.map(|stopping| stopping.asks)
}

/// 3.5: what, where and which side in three taps, and the log has the second of STOP itself.
#[test]
fn sharp_pain_is_told_in_three_taps_and_marked_at_the_second_of_the_press() {
    let mut person = Person::ready();
    person.start("P1-A");
    until(&mut person, PhaseKind::is_work);
    let pressed = person.now.wall;
    person.tell(Event::AskedToStop);
    assert!(matches!(person.session().state(), State::Paused { .. }));
    person.wait(9);
    person.tell(Event::AnsweredStop(StopAnswer::Why(StopReason::SharpPain)));
    assert_eq!(asks(&person), Some(StopQuestion::Where(StopReason::SharpPain)));
    person.tell(Event::AnsweredStop(StopAnswer::Where(Some(Spot::Knee))));
    assert_eq!(asks(&person), Some(StopQuestion::Side(StopReason::SharpPain, Spot::Knee)));
    person.tell(Event::AnsweredStop(StopAnswer::Side(Some(Side::Left))));
    assert_eq!(asks(&person), None);
    let record = &person.records()[0];
    assert_eq!(record.ending, Ending::Stopped(StopReason::SharpPain));
    assert_eq!(record.stops[0].at, Some(pressed));
    assert_eq!(record.stops[0].pain, Some(PainAt { spot: Spot::Knee, side: Some(Side::Left) }));
    assert_eq!(person.reopened().records(), person.records());
}

/// 3.5: where the place changes nothing it is not asked; a pinch in the groin says where itself.
#[test]
fn a_place_is_asked_only_where_it_changes_something() {
    for reason in StopReason::ALL {
        let mut person = Person::ready();
        person.start("P1-A");
        person.wait(20);
        person.tell(Event::AskedToStop);
        person.tell(Event::AnsweredStop(StopAnswer::Why(*reason)));
        let taps = match asks(&person) {
            None => 1,
            Some(StopQuestion::Side(_, spot)) => {
                assert_eq!((*reason, spot), (StopReason::GroinPinch, Spot::Groin));
                2
            }
            Some(_) => 3,
        };
        assert_eq!(taps, spots(*reason).len().min(2) + 1, "{reason:?}");
    }
}

/// Going back on it leaves no mark, wherever the questions were.
#[test]
fn a_stop_by_mistake_leaves_nothing_behind() {
    let mut person = Person::ready();
    person.start("P1-A");
    person.wait(20);
    for answers in [&[][..], &[StopAnswer::Why(StopReason::SharpPain)]] {
        person.tell(Event::AskedToStop);
        for answer in answers {
            person.tell(Event::AnsweredStop(*answer));
        }
        person.tell(Event::WentOnAfterAll);
        assert_eq!(asks(&person), None);
        assert!(matches!(person.session().state(), State::Running { .. }));
    }
    play_out(&mut person);
    assert_eq!(person.records()[0].stops, []);
}

/// R3.12: in the first rest, while the session goes on; the last answer holds, and a reload keeps
/// it.
#[test]
fn where_it_is_felt_is_asked_in_the_first_rest_and_told_in_the_record() {
    let mut person = Person::ready();
    person.start("P1-B");
    until(&mut person, |kind| kind == PhaseKind::Hold);
    assert_eq!(person.model.asks_to_feel(), None, "nobody is asked during a hold");
    until(&mut person, |kind| kind == PhaseKind::Rest);
    let place = person.model.asks_to_feel().expect("the first set is done");
    person.tell(Event::ToldWhereFelt(FeltAt::In(Spot::LowBack)));
    let came_to = person.model.asks_to_feel().unwrap().came_to;
    assert_eq!(came_to, Some(Felt::LowBack));
    assert!(matches!(person.session().state(), State::Running { .. }), "it goes on meanwhile");
    person.tell(Event::ToldWhereFelt(FeltAt::In(Spot::FrontHip)));
    assert_eq!(person.model.asks_to_feel().unwrap().came_to, Some(Felt::RightPlace));

    let mut person = person.reopened();
    let id = person.model.begun_sessions()[0].opening.record;
    person.tell(Event::ChoseToGoOn(id));
    person.press(soepel::domain::session::Input::PressedResume);
    play_out(&mut person);
    let record = &person.records()[0];
    assert_eq!(record.felt_in.len(), 1);
    assert_eq!(record.felt_in[0].exercise, place.exercise.id.as_str());
    assert_eq!(record.felt_in[0].at, FeltAt::In(Spot::FrontHip));
}

/// Not every session: after the right place it is quiet for a while, after a wrong one it is not.
#[test]
fn it_is_not_asked_every_time_and_not_now_is_an_answer_too() {
    let asks_in_next = |person: &mut Person| {
        person.start("P1-B");
        until(person, |kind| kind == PhaseKind::Rest);
        let asked = person.model.asks_to_feel().is_some();
        (asked, person.model.asks_to_feel())
    };
    for (at, again) in [(Spot::FrontHip, false), (Spot::LowBack, true)] {
        let mut person = Person::ready();
        assert!(asks_in_next(&mut person).0, "the first time it is asked");
        person.tell(Event::ToldWhereFelt(FeltAt::In(at)));
        play_out(&mut person);
        assert_eq!(asks_in_next(&mut person).0, again, "{at:?}");
    }
    let mut person = Person::ready();
    assert!(asks_in_next(&mut person).0);
    person.tell(Event::LeftWhereFelt);
    assert_eq!(person.model.asks_to_feel(), None);
    play_out(&mut person);
    assert!(!asks_in_next(&mut person).0, "nor in the session after");
}

#[test]
fn a_screen_that_may_go_off_is_told_once_and_taken_back_when_it_stays_on() {
    let mut person = Person::ready();
    person.start("P1-A");
    let told = |person: &Person| person.model.light.may_go_off();
    assert!(!told(&person), "nothing is said before the browser answered");
    person.tell(Event::WakeLockBecame(WakeLock::Held));
    assert!(!told(&person));
    person.tell(Event::WakeLockBecame(WakeLock::Lost));
    assert!(told(&person), "lost");
    person.tell(Event::WakeLockBecame(WakeLock::Held));
    assert!(!told(&person), "taken again");
    person.tell(Event::WakeLockBecame(WakeLock::Refused));
    assert!(told(&person), "refused");
    person.tell(Event::ClosedLightNotice);
    assert!(!told(&person), "read");
    person.tell(Event::WakeLockBecame(WakeLock::Held));
    person.tell(Event::WakeLockBecame(WakeLock::Lost));
    assert!(told(&person), "lost anew is news");
}

#[test]
fn a_hidden_page_wants_no_lock_and_says_nothing_of_it_and_asks_again_when_it_is_back() {
    let mut person = Person::ready();
    person.start("P1-A");
    person.tell(Event::WakeLockBecame(WakeLock::Held));
    assert!(person.model.wants(person.now).awake);
    person.tell(Event::BecameHidden);
    assert!(!person.model.wants(person.now).awake);
    person.tell(Event::WakeLockBecame(WakeLock::Lost));
    person.tell(Event::WakeLockBecame(WakeLock::Refused));
    assert!(!person.model.light.may_go_off());
    person.tell(Event::BecameVisible);
    assert!(person.model.wants(person.now).awake);
}

/// WCAG 2.3.1 allows three flashes a second; whatever is pressed, there are fewer.
#[test]
fn the_screen_flashes_and_the_device_buzzes_at_changes_and_never_three_times_a_second() {
    let mut person = Person::ready();
    person.start("P1-A");
    assert_eq!(person.model.light.flashes, 0, "a beginning is no change");
    until(&mut person, |kind| kind == PhaseKind::Hold);
    let before = person.model.light.flashes;
    assert!(before > 0);
    until(&mut person, |kind| kind != PhaseKind::Hold);
    assert_eq!(person.model.light.flashes, before + 1);
    let start = person.model.light.flashes;
    let mut buzzes = 0;
    for _ in 0..20 {
        person.pass(100);
        let done = person.press(soepel::domain::session::Input::PressedBack);
        buzzes += done.iter().filter(|command| **command == Command::Vibrate).count();
    }
    let flashes = person.model.light.flashes - start;
    assert!(flashes <= 4, "{flashes} in two seconds");
    assert_eq!(buzzes, flashes as usize);
    let settings = Settings { vibration: false, ..person.model.settings.clone() };
    person.tell(Event::ChangedSettings(settings));
    let asked = person.asked.len();
    play_out(&mut person);
    assert!(!person.asked[asked..].contains(&Command::Vibrate));
}

/// R0.23, R0.24, X3: asked only where a helper can do something; then the session is for two, on
/// the screen and in the record.
#[test]
fn with_a_helper_press_and_relax_is_for_two_and_recorded_so() {
    let mut person = Person::ready();
    let id = |id: &str| SessionId(id.to_owned());
    assert_eq!(person.model.company(&id("P5-L1"), person.now), None);
    assert_eq!(person.model.company(&id("P1-B-pnf"), person.now), Some(false));
    let alone = person.model.lasts(&id("P1-B-pnf"), person.now);
    person.tell(Event::ChoseCompany { session: id("P1-B-pnf"), together: true });
    assert_eq!(person.model.company(&id("P1-B-pnf"), person.now), Some(true));
    assert_eq!(person.model.lasts(&id("P1-B-pnf"), person.now), alone, "the same numbers");
    person.start("P1-B-pnf");
    let mut parts = Vec::new();
    while person.is_exercising() {
        let view = player(person.model.live.as_ref().unwrap(), person.model.catalogue, person.now);
        if let Some(pair) = view.and_then(|view| view.pair())
            && parts.last() != Some(&pair.part)
        {
            assert!(pair.arrow.is_some(), "which way is shown");
            parts.push(pair.part);
        }
        person.wait(1);
    }
    let once = [Part::Find, Part::Push, Part::LetGo, Part::Push, Part::LetGo, Part::Push];
    assert_eq!(parts[..6], once);
    let rows = &person.records()[0].done;
    assert!(rows.iter().any(|row| row.mode == DoneMode::Known(Mode::PnfPartner)));
    person.start("P1-C-pnf");
    let alone = &person.session().plan().order().prescriptions;
    assert!(alone.iter().all(|one| one.protocol.mode() != Mode::PnfPartner), "only that session");
}

/// The arrow of the two-person screen turns with the side, as the picture does.
#[test]
fn the_arrow_of_the_left_is_the_mirror_of_the_right() {
    for exercise in &soepel::content::catalogue().exercises {
        if exercise.dose(Mode::PnfPartner).is_none() {
            continue;
        }
        let way = |side| stretch_direction(&exercise.poses, Some(side)).expect("it moves");
        let (right, left) = (way(Side::Right), way(Side::Left));
        assert_eq!((180 - i32::from(right) - i32::from(left)).rem_euclid(360), 0, "{right} {left}");
    }
}
