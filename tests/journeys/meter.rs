//! The phone as a meter in the hip check: three tries, what is said, what goes wrong, and what
//! becomes of the value.

use soepel::{
    app::{
        command::Command,
        event::Event,
        testing::{
            Answered, TestEvent,
            meter::{MeterEvent, Permission, Trouble},
        },
        view::{hip_form::MovementForm, meter::MeterFace},
    },
    domain::{
        body::{HipMovement, Side},
        selftest::{
            Attempt, Change, Class, How, Kind, Range, Reading, RotationGate, TestId, TestResult,
            steps,
        },
        settings::Voice,
        tilt::{Strange, Told},
        time::Seconds,
    },
    route::Route,
};

use crate::person::Person;

/// The phone on the limb of one person, and how far that has turned.
struct Phone {
    person: Person,
    limb: f64,
    said: Vec<String>,
    /// Lying on its back along the limb, or turned this far about its long side.
    turned: f64,
}

impl Phone {
    fn at_the_hip_check() -> Self {
        let mut person = Person::ready();
        person.tell(Event::Navigated(Route::Test(TestId::HipCheck)));
        person.tell(Event::Test(TestEvent::Began(TestId::HipCheck)));
        Self { person, limb: 0.0, said: Vec::new(), turned: 0.0 }
    }

    fn tell(&mut self, event: MeterEvent) -> Vec<Command> {
        let commands = self.person.tell(Event::Meter(event));
        self.said.extend(commands.iter().filter_map(|one| match one {
            Command::Say(line) => Some(line.clone()),
            _ => None,
        }));
        commands
    }

    /// Up to where the sensor is heard.
    fn begin(&mut self) {
        self.tell(MeterEvent::Opened(How::Active));
        self.tell(MeterEvent::Began);
        self.tell(MeterEvent::Allowed(Permission::Given));
    }

    fn face(&self) -> Option<MeterFace> {
        self.person.model.meter_face(How::Active, self.person.now)
    }

    fn feels(&self) -> Told {
        let (sin, cos) = self.limb.to_radians().sin_cos();
        let (aside, up) = self.turned.to_radians().sin_cos();
        Told::Acceleration { x: 9.81 * cos * aside, y: 9.81 * sin, z: 9.81 * cos * up }
    }

    /// So long it feels where the limb is, sixteen times a second.
    fn pass(&mut self, millis: u64) {
        let until = self.person.now.mono + millis;
        while self.person.now.mono < until && self.person.model.wants(self.person.now).tilt {
            self.person.pass(60);
            let at = f64::from(u32::try_from(self.person.now.mono).unwrap());
            let told = self.feels();
            self.tell(MeterEvent::Sensed(vec![(at, told)]));
        }
    }

    /// Until it is held still on a place with so many tries behind it.
    fn until_it_asks_to_hold(&mut self, tries: usize) {
        for _ in 0..300 {
            match self.face() {
                Some(MeterFace::Measuring { holds: true, done, .. }) if done == tries => return,
                Some(_) => self.pass(60),
                None => break,
            }
        }
        panic!("{:?}", self.face());
    }

    /// Three tries to these angles.
    fn measure(&mut self, angles: [f64; 3]) {
        self.begin();
        for (done, angle) in angles.into_iter().enumerate() {
            self.limb = 0.0;
            self.until_it_asks_to_hold(done);
            self.pass(1_500);
            self.limb = angle;
            self.until_it_asks_to_hold(done);
            self.pass(1_500);
        }
    }

    fn found(&self) -> u16 {
        match self.face() {
            Some(MeterFace::Done { degrees, .. }) => degrees,
            other => panic!("{other:?}"),
        }
    }

    /// The value is taken over, as the page does it, and the screen answered.
    fn answer_with(&mut self, degrees: u16) {
        let movement = HipMovement::InternalRotation;
        let test = self.person.model.catalogue.selftest(TestId::HipCheck).unwrap();
        let text = test.movement(movement).unwrap();
        let mut form = MovementForm::default();
        form.attempt_mut(How::Active).phone = Some(degrees);
        self.tell(MeterEvent::Left);
        self.answer(Some(Answered::Movement(form.reading(text).unwrap())));
    }

    fn answer(&mut self, answer: Option<Answered>) {
        self.person.pass(5_000);
        self.person.tell(Event::Test(TestEvent::Answered { answer, chance: [4; 10] }));
    }
}

/// R1.15: the active range, by phone; X23: the class it gives decides, rotation first (R1.11).
#[test]
fn a_rotation_measured_on_both_sides_enters_history_and_plan() {
    let mut phone = Phone::at_the_hip_check();
    phone.measure([14.0, 16.0, 15.0]);
    assert_eq!(phone.found(), 15);
    let class = Some(Class::Limited);
    assert_eq!(phone.face(), Some(MeterFace::Done { degrees: 15, class }));
    phone.answer_with(15);
    phone.measure([33.0, 34.0, 35.0]);
    phone.answer_with(phone.found());
    for _ in 2..steps(TestId::HipCheck).len() {
        phone.answer(None);
    }
    let mut person = phone.person.reopened();
    let (_, taken) = person.model.tested.taken[0].clone();
    let TestResult::HipCheck(check) = &taken.result else { panic!("T2") };
    let reading = |side| check.get(HipMovement::InternalRotation, side).active;
    assert_eq!(reading(Side::Left), Attempt::Reached(Range::Phone(15)));
    assert_eq!(reading(Side::Right), Attempt::Reached(Range::Phone(34)));
    let decision = person.model.hip_decision().unwrap();
    assert_eq!(decision.gate, RotationGate::Closed);
    assert_eq!(
        (decision.focus[0].sides.clone(), decision.focus[0].kind),
        (vec![Side::Left], Kind::Space)
    );
    person.tell(Event::Navigated(Route::Today));
    assert!(person.model.test_report(&person.model.tested.taken[0].0.to_string()).is_some());
}

/// Nobody has to look: each thing to do is said where it begins, and sounds.
#[test]
fn everything_to_do_is_said_where_it_begins() {
    let mut phone = Phone::at_the_hip_check();
    phone.measure([30.0; 3]);
    let go = "Beweeg je voet nu naar buiten, zo ver als je kunt. Houd daar stil.";
    let (hold, back) = ("Houd stil.", "Goed. Laat je onderbeen weer hangen.");
    assert_eq!(
        phone.said,
        [
            "Laat je onderbeen recht naar beneden hangen. Nog 5 tellen.",
            hold,
            go,
            hold,
            back,
            hold,
            go,
            hold,
            back,
            hold,
            go,
            hold,
            "Klaar. 30 graden.",
        ]
    );
    assert!(phone.person.asked.contains(&Command::AskForTilt));
    let played = phone.person.asked.iter().filter(|one| matches!(one, Command::Play(_))).count();
    assert_eq!(played, phone.said.len());
    assert!(
        !phone.person.model.wants(phone.person.now).tilt,
        "it listens no longer than it has to"
    );
}

#[test]
fn with_the_voice_off_it_sounds_and_a_screen_reader_hears_it() {
    let mut phone = Phone::at_the_hip_check();
    let mut settings = phone.person.model.settings.clone();
    settings.voice = Voice::Off;
    phone.person.tell(Event::ChangedSettings(settings));
    phone.measure([30.0; 3]);
    assert!(phone.said.is_empty());
    assert!(phone.person.asked.contains(&Command::Announce("Klaar. 30 graden.".to_owned())));
}

#[test]
fn it_counts_in_keeps_the_screen_on_and_listens_only_while_it_measures() {
    let mut phone = Phone::at_the_hip_check();
    assert_eq!(phone.face(), None);
    phone.tell(MeterEvent::Opened(How::Active));
    assert_eq!(phone.face(), Some(MeterFace::Placing));
    assert!(!phone.person.model.wants(phone.person.now).tilt, "nothing is felt before the press");
    phone.tell(MeterEvent::Began);
    assert_eq!(phone.face(), Some(MeterFace::Waiting));
    phone.tell(MeterEvent::Allowed(Permission::Given));
    let wants = phone.person.model.wants(phone.person.now);
    assert!(wants.tilt && wants.awake && wants.wake_in.is_some());
    phone.pass(60);
    assert_eq!(phone.face(), Some(MeterFace::Ready(Seconds(5))));
    phone.pass(1_200);
    assert_eq!(phone.face(), Some(MeterFace::Ready(Seconds(4))));
    phone.person.tell(Event::Navigated(Route::Today));
    assert_eq!(phone.face(), None, "whoever leaves the page leaves the meter");
    assert!(!phone.person.model.wants(phone.person.now).tilt);
}

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

/// Whoever is slow is not measured where they still stand.
#[test]
fn a_leg_that_has_not_moved_yet_is_waited_for() {
    let mut phone = Phone::at_the_hip_check();
    phone.begin();
    phone.until_it_asks_to_hold(0);
    phone.pass(7_000);
    phone.limb = 25.0;
    phone.pass(1_800);
    assert!(
        matches!(phone.face(), Some(MeterFace::Measuring { done: 1, .. })),
        "{:?}",
        phone.face()
    );
}

/// Chromium tells an orientation only when it changed: silence is stillness there.
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
            let at = f64::from(u32::try_from(now).unwrap());
            phone.tell(MeterEvent::Sensed(vec![(at, event)]));
        }
        phone.person.pass(100);
        phone.person.tell(Event::Ticked);
    }
    assert_eq!(phone.found(), 28);
}

/// X23, X24: what was read in another way is never compared, and ten degrees count in one way.
#[test]
fn values_taken_in_different_ways_are_never_compared_as_change() {
    let changes = |first: Range, then: Range| {
        let mut phone = Phone::at_the_hip_check();
        for range in [first, then] {
            phone.person.tell(Event::Test(TestEvent::Began(TestId::HipCheck)));
            let reading = Reading { active: Attempt::Reached(range), ..Reading::default() };
            phone.answer(Some(Answered::Movement(reading)));
            for _ in 1..steps(TestId::HipCheck).len() {
                phone.person.pass(5_000);
                let skipped = TestEvent::Answered { answer: None, chance: [9; 10] };
                phone.person.tell(Event::Test(skipped));
            }
            phone.person.now.wall += 28 * 86_400_000;
        }
        let (id, _) = phone.person.model.tested.taken.last().unwrap();
        let report = phone.person.model.test_report(&id.to_string()).unwrap();
        report.before.unwrap().1[0].1
    };
    assert_eq!(changes(Range::Degrees(18), Range::Phone(35)), Change::ReadDifferently);
    assert_eq!(changes(Range::Phone(35), Range::ByEye(Class::Limited)), Change::ReadDifferently);
    assert_eq!(changes(Range::Phone(31), Range::Phone(41)), Change::Better);
    assert_eq!(changes(Range::Phone(31), Range::Phone(40)), Change::NoMeasurableDifference);
    assert_eq!(changes(Range::Phone(31), Range::Phone(29)), Change::Worse, "another class");
}

/// A value that is there outweighs what was seen, and asks for help as any other does.
#[test]
fn what_the_phone_found_counts_in_the_form() {
    let person = Person::ready();
    let test = person.model.catalogue.selftest(TestId::HipCheck).unwrap();
    let text = test.movement(HipMovement::InternalRotation).unwrap();
    let mut form = MovementForm::default();
    form.attempt_mut(How::Active).phone = Some(24);
    assert_eq!(form.asked(text), [How::Active, How::Passive], "fair: there may be more with help");
    assert_eq!(form.open(text), Some(How::Passive));
    let reading = form.reading(text).unwrap();
    assert_eq!(reading.active, Attempt::Reached(Range::Phone(24)));
    assert_eq!(MovementForm::of(reading).active.phone, Some(24));
    form.attempt_mut(How::Active).phone = Some(31);
    assert_eq!(form.asked(text), [How::Active]);
}
