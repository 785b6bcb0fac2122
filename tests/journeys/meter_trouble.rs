//! The phone as a meter where it does not go by itself: refused, silent, strange, unsteady, slow.

use soepel::{
    app::{
        event::Event,
        testing::{
            Answered,
            meter::{MeterEvent, Permission, Trouble},
        },
        view::meter::MeterFace,
    },
    domain::{
        selftest::{Attempt, Class, How, Range, Reading},
        tilt::{Strange, Told},
    },
};

use crate::meter::Phone;

#[test]
fn one_strange_measurement_is_asked_about_and_not_believed() {
    let mut phone = Phone::at_the_hip_check();
    phone.measure([30.0, 31.0, 60.0]);
    let Some(MeterFace::Strange { degrees, why, line }) = phone.face() else { panic!() };
    assert_eq!((degrees, why), (31, Strange::Apart));
    assert!(line.contains("30, 31, 60"), "{line}");
    phone.tell(MeterEvent::Believed);
    assert_eq!(phone.found(), 31);
    phone.measure([88.0; 3]);
    let Some(MeterFace::Strange { why, .. }) = phone.face() else { panic!() };
    assert_eq!(why, Strange::Beyond);
    phone.tell(MeterEvent::Believed);
    assert!(matches!(phone.face(), Some(MeterFace::Strange { .. })), "no hip goes that far");
}

#[test]
fn refused_missing_silent_and_lost_say_so_and_by_hand_goes_on() {
    let face = |trouble| Some(MeterFace::Trouble(trouble));
    for (permission, trouble) in
        [(Permission::Refused, Trouble::Refused), (Permission::Missing, Trouble::NoSensor)]
    {
        let mut phone = Phone::at_the_hip_check();
        phone.tell(MeterEvent::Opened(How::Active));
        phone.tell(MeterEvent::Began);
        phone.tell(MeterEvent::Allowed(permission));
        assert_eq!(phone.face(), face(trouble));
        assert_eq!(phone.said.len(), 1);
        phone.tell(MeterEvent::Left);
        assert_eq!(phone.face(), None);
        let seen = Attempt::Reached(Range::ByEye(Class::Good));
        phone.answer(Some(Answered::Movement(Reading { active: seen, ..Reading::default() })));
        assert_eq!(phone.person.model.testing.as_ref().unwrap().progress().0, 1);
    }
    let mut silent = Phone::at_the_hip_check();
    silent.begin();
    silent.person.pass(1_900);
    let nothing = Told::Acceleration { x: f64::NAN, y: f64::NAN, z: f64::NAN };
    silent.tell(MeterEvent::Sensed(vec![(1_900.0, nothing)]));
    assert_eq!(silent.face(), Some(MeterFace::Waiting));
    silent.person.pass(100);
    silent.person.tell(Event::Ticked);
    assert_eq!(silent.face(), face(Trouble::NoSensor), "two seconds without a number");
    let mut lost = Phone::at_the_hip_check();
    lost.begin();
    lost.pass(3_000);
    lost.person.pass(2_100);
    lost.person.tell(Event::Ticked);
    assert_eq!(lost.face(), face(Trouble::Lost));
    lost.measure([30.0; 3]);
    assert_eq!(lost.found(), 30, "all over again it works");
}

#[test]
fn who_trembles_and_who_does_not_come_back_hears_it() {
    let mut trembling = Phone::at_the_hip_check();
    trembling.begin();
    trembling.until_it_asks_to_hold(0);
    for turn in 0..400_u32 {
        trembling.limb = if turn % 2 == 0 { 4.0 } else { -4.0 };
        trembling.pass(60);
    }
    assert_eq!(trembling.face(), Some(MeterFace::Trouble(Trouble::Unsteady)));
    let mut shifted = Phone::at_the_hip_check();
    shifted.begin();
    shifted.until_it_asks_to_hold(0);
    shifted.pass(1_500);
    shifted.limb = 30.0;
    shifted.until_it_asks_to_hold(0);
    shifted.pass(1_500);
    shifted.limb = 12.0;
    shifted.until_it_asks_to_hold(1);
    shifted.pass(7_000);
    assert!(matches!(shifted.face(), Some(MeterFace::Measuring { done: 1, .. })), "there is time");
    shifted.pass(2_000);
    assert_eq!(shifted.face(), Some(MeterFace::Trouble(Trouble::Shifted)));
}

#[test]
fn a_leg_that_has_not_moved_yet_is_waited_for() {
    let mut phone = Phone::at_the_hip_check();
    phone.begin();
    phone.until_it_asks_to_hold(0);
    phone.pass(7_000);
    assert!(matches!(phone.face(), Some(MeterFace::Measuring { done: 0, .. })), "no try yet");
    phone.limb = 25.0;
    phone.pass(1_800);
    assert!(
        matches!(phone.face(), Some(MeterFace::Measuring { done: 1, .. })),
        "{:?}",
        phone.face()
    );
}

#[test]
fn an_orientation_that_is_not_told_anew_is_held_still() {
    let mut phone = Phone::at_the_hip_check();
    phone.begin();
    let mut told = None;
    for _ in 0..1_200 {
        let end = matches!(&phone.face(), Some(MeterFace::Measuring { line, .. }) if line.starts_with("Beweeg"));
        let back = matches!(&phone.face(), Some(MeterFace::Measuring { line, .. }) if line.starts_with("Goed"));
        if end {
            phone.limb = 28.0;
        } else if back {
            phone.limb = 0.0;
        }
        let now = phone.person.now.mono;
        if told != Some(phone.limb) {
            told = Some(phone.limb);
            let event = Told::Orientation { beta: 90.0 - phone.limb, gamma: 0.0 };
            // It is handed on a little later than it happened.
            let at = f64::from(u32::try_from(now).unwrap()) - 40.0;
            phone.tell(MeterEvent::Sensed(vec![(at, event)]));
        }
        phone.person.pass(100);
        phone.person.tell(Event::Ticked);
    }
    assert_eq!(phone.found(), 28);
}
