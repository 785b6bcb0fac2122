//! The phone as a meter in the hip check: three tries, what is said, and what becomes of the value.

use soepel::{
    app::{
        command::Command,
        event::Event,
        testing::{
            Answered, TestEvent,
            meter::{MeterEvent, Permission},
        },
        view::{hip_form::MovementForm, meter::MeterFace},
    },
    domain::{
        body::{HipMovement, Side},
        selftest::{
            Attempt, Change, Class, How, Kind, Range, Reading, RotationGate, TestId, TestResult,
            steps,
        },
        settings::{Pause, Voice},
        tilt::Told,
        time::Seconds,
    },
    route::Route,
};

use crate::person::Person;

/// The phone on the limb of one person, and how far that has turned.
pub(crate) struct Phone {
    pub(crate) person: Person,
    pub(crate) limb: f64,
    pub(crate) said: Vec<String>,
    /// Lying on its back along the limb, or turned this far about its long side.
    turned: f64,
}

impl Phone {
    pub(crate) fn at_the_hip_check() -> Self {
        let mut person = Person::ready();
        person.tell(Event::Navigated(Route::Test(TestId::HipCheck)));
        person.tell(Event::Test(TestEvent::Began(TestId::HipCheck)));
        Self { person, limb: 0.0, said: Vec::new(), turned: 0.0 }
    }

    pub(crate) fn tell(&mut self, event: MeterEvent) -> Vec<Command> {
        let commands = self.person.tell(Event::Meter(event));
        self.said.extend(commands.iter().filter_map(|one| match one {
            Command::Say(line) => Some(line.clone()),
            _ => None,
        }));
        commands
    }

    /// Up to where the sensor is heard.
    pub(crate) fn begin(&mut self) {
        self.tell(MeterEvent::Opened(How::Active));
        self.tell(MeterEvent::Began);
        self.tell(MeterEvent::Allowed(Permission::Given));
    }

    pub(crate) fn face(&self) -> Option<MeterFace> {
        self.person.model.meter_face(How::Active, self.person.now)
    }

    pub(crate) fn feels(&self) -> Told {
        let (sin, cos) = self.limb.to_radians().sin_cos();
        let (aside, up) = self.turned.to_radians().sin_cos();
        Told::Acceleration { x: 9.81 * cos * aside, y: 9.81 * sin, z: 9.81 * cos * up }
    }

    /// So long it feels where the limb is, sixteen times a second.
    pub(crate) fn pass(&mut self, millis: u64) {
        let until = self.person.now.mono + millis;
        while self.person.now.mono < until && self.person.model.wants(self.person.now).tilt {
            self.person.pass(60);
            let at = f64::from(u32::try_from(self.person.now.mono).expect("minutes"));
            let told = self.feels();
            self.tell(MeterEvent::Sensed(vec![(at, told)]));
        }
    }

    /// Until it is held still on a place with so many tries behind it.
    pub(crate) fn until_it_asks_to_hold(&mut self, tries: usize) {
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
    pub(crate) fn measure(&mut self, angles: [f64; 3]) {
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

    pub(crate) fn found(&self) -> u16 {
        match self.face() {
            Some(MeterFace::Done { degrees, .. }) => degrees,
            other => panic!("{other:?}"),
        }
    }

    /// The value is taken over, as the page does it, and the screen answered.
    pub(crate) fn answer_with(&mut self, degrees: u16) {
        let movement = HipMovement::InternalRotation;
        let check = self.person.model.catalogue.selftest(TestId::HipCheck).expect("T2");
        let text = check.movement(movement).expect("a movement");
        let mut form = MovementForm::default();
        form.attempt_mut(How::Active).phone = Some(degrees);
        self.tell(MeterEvent::Left);
        self.answer(Some(Answered::Movement(form.reading(text).expect("a number"))));
    }

    pub(crate) fn answer(&mut self, answer: Option<Answered>) {
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
    let first = phone.person.asked.iter().find_map(|one| match one {
        Command::Play(notes) => Some(notes),
        _ => None,
    });
    let ticks: Vec<u64> = first.unwrap().iter().map(|note| note.after.0).collect();
    assert_eq!(ticks, [0, 2_000, 3_000, 4_000], "counted in, with eyes elsewhere");
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

/// Whoever is slow is not measured where they still stand.
/// Chromium tells an orientation only when it changed: silence is stillness there.
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
    let check = person.model.catalogue.selftest(TestId::HipCheck).unwrap();
    let text = check.movement(HipMovement::InternalRotation).unwrap();
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

/// Nobody lets go of a phone in no time: what is said and shown is what it waits.
#[test]
fn who_wants_no_time_to_get_ready_gets_three_counts_and_is_told_three() {
    let mut phone = Phone::at_the_hip_check();
    let mut settings = phone.person.model.settings.clone();
    settings.ready = Pause::new(Seconds(0)).unwrap();
    phone.person.tell(Event::ChangedSettings(settings));
    phone.begin();
    phone.pass(120);
    assert!(phone.said.iter().any(|line| line.contains("Nog 3 tellen")), "{:?}", phone.said);
    assert_eq!(phone.face(), Some(MeterFace::Ready(Seconds(3))));
}
