//! What follows when somebody takes a self-test.

use super::Update;
use crate::{
    app::{
        command::Command,
        model::Model,
        testing::{
            Answered, Call, Face, Step, TestEvent, Testing,
            clock::{clock_limit, notes, stop_notes},
            spoken::Guide,
            taken::TestLog,
        },
        wants::Wants,
    },
    domain::{
        item::Body,
        record::RecordId,
        selftest::{How, Taken, TestId},
        settings::Voice,
        time::{Millis, Moment},
        tone::Note,
    },
    route::Route,
};

/// As with a session: a timer that fires a hair early shows no old second.
const JUST_AFTER: Millis = Millis(15);

impl Model {
    pub(super) fn test(&mut self, event: TestEvent, now: Moment) -> Update {
        match event {
            TestEvent::Began(test) => self.begin_test(test, now),
            TestEvent::WentOn(test) => self.go_on_with_test(test, now),
            TestEvent::Answered { answer, chance } => self.answer_test(answer, chance, now),
            TestEvent::WentBack => self.go_back_in_test(now),
            TestEvent::CameTo(how) => Update::with(self.speak_attempt(how)),
            TestEvent::AskedToHear => Update::with(self.speak_step()),
            TestEvent::GaveUp => self.give_up_test(now),
            TestEvent::StartedClock => self.start_test_clock(now),
            TestEvent::StoppedClock => self.stop_test_clock(now),
            TestEvent::Deleted(id) => self.delete_test(id, now),
        }
    }

    /// Reads anew what is kept of the tests.
    pub(super) fn refresh_tests(&mut self) {
        self.tested = self.archive().map(TestLog::read).unwrap_or_default();
    }

    /// What was begun of it earlier makes room.
    fn begin_test(&mut self, test: TestId, now: Moment) -> Update {
        if !self.may_take(test, now) {
            return Update::changed();
        }
        self.testing = Some(Testing::begin(test));
        let mut commands = vec![Command::WakeSound];
        commands.extend(self.drop_begun_test(test, now));
        commands.extend(self.speak_step());
        Update::with(commands)
    }

    fn go_on_with_test(&mut self, test: TestId, now: Moment) -> Update {
        let Some(begun) = self.tested.begun(test, now.day()).cloned() else {
            return self.begin_test(test, now);
        };
        if !self.may_take(test, now) {
            return Update::changed();
        }
        self.testing = Some(Testing::go_on(begun));
        let mut commands = vec![Command::WakeSound];
        commands.extend(self.speak_step());
        Update::with(commands)
    }

    /// The last answer makes the record. A light that turned red meanwhile ends the test.
    fn answer_test(&mut self, answer: Option<Answered>, chance: [u8; 10], now: Moment) -> Update {
        let Some(testing) = &mut self.testing else { return Update::nothing() };
        let over = testing.take(answer);
        let (test, result) = (testing.test(), testing.result());
        let mut commands = vec![Command::Hush];
        if !self.may_take(test, now) {
            self.testing = None;
            return Update::with(commands);
        }
        if !over {
            commands.extend(self.keep_begun_test(now));
            commands.extend(self.speak_step());
            return Update::with(commands);
        }
        self.testing = None;
        if let Some(result) = result {
            let id = RecordId::new(now.wall, chance);
            let body = Body::Test(Box::new(Taken { day: now.day(), result }));
            let begun = self.begun_body(test);
            // In one go and in this order: a result that cannot be kept leaves the answers there.
            commands.extend(self.keep(|archive| {
                let mut writes = archive.put_item(id, body, now.wall)?;
                if let Some(begun) = &begun {
                    writes.extend(archive.remove_item(id_of(test), begun, now.wall)?);
                }
                Ok(writes)
            }));
            self.refresh_tests();
            commands.push(Command::Replace(Route::TestTaken(id.to_string())));
        } else {
            commands.extend(self.drop_begun_test(test, now));
            commands.push(Command::Replace(Route::Tests));
        }
        Update::with(commands)
    }

    fn go_back_in_test(&mut self, now: Moment) -> Update {
        let Some(testing) = &mut self.testing else { return Update::nothing() };
        testing.go_back();
        let mut commands = vec![Command::Hush];
        commands.extend(self.keep_begun_test(now));
        commands.extend(self.speak_step());
        Update::with(commands)
    }

    fn give_up_test(&mut self, now: Moment) -> Update {
        let mut commands = vec![Command::Hush];
        if let Some(testing) = self.testing.take() {
            commands.extend(self.drop_begun_test(testing.test(), now));
        }
        commands.push(Command::Replace(Route::Tests));
        Update::with(commands)
    }

    /// One screen further: a page that goes now costs no more than what is not answered yet.
    fn keep_begun_test(&mut self, now: Moment) -> Vec<Command> {
        let begun = self.testing.as_ref().and_then(|testing| testing.begun(now.day()));
        let Some(begun) = begun else { return Vec::new() };
        let (id, body) = (id_of(begun.test), Body::BegunTest(Box::new(begun)));
        let commands = self.keep(|archive| archive.put_item(id, body, now.wall));
        self.refresh_tests();
        commands
    }

    fn begun_body(&self, test: TestId) -> Option<Body> {
        let mut items = self.archive()?.items();
        let begun = |body: &Body| matches!(body, Body::BegunTest(_));
        let kept =
            items.find(|item| item.id == id_of(test) && item.body.as_ref().is_some_and(begun));
        kept?.body.clone()
    }

    fn drop_begun_test(&mut self, test: TestId, now: Moment) -> Vec<Command> {
        let id = id_of(test);
        let mut commands = Vec::new();
        if let Some(body) = self.begun_body(test) {
            commands.extend(self.keep(|archive| archive.remove_item(id, &body, now.wall)));
        }
        self.refresh_tests();
        commands
    }

    fn delete_test(&mut self, id: RecordId, now: Moment) -> Update {
        let body = self.archive().and_then(|archive| {
            let found = archive.items().find(|item| item.id == id);
            found.and_then(|item| item.body.clone())
        });
        let Some(body @ Body::Test(_)) = body else { return Update::nothing() };
        let mut commands = self.keep(|archive| archive.remove_item(id, &body, now.wall));
        self.refresh_tests();
        commands.push(Command::Replace(Route::Tests));
        Update::with(commands)
    }

    /// All the notes go to the audio clock at once: a page in a pocket may wake late.
    fn start_test_clock(&mut self, now: Moment) -> Update {
        let ready = self.settings.ready.seconds();
        let Some(testing) = &mut self.testing else { return Update::nothing() };
        let Some(limit) = clock_limit(testing.test()) else { return Update::nothing() };
        testing.start_clock(ready, now);
        let calls = testing.look_at_clock(now);
        let mut commands = vec![Command::WakeSound, Command::Hush];
        commands.extend(self.play(notes(ready, limit)));
        commands.extend(self.call_out(&calls));
        Update::with(commands)
    }

    fn stop_test_clock(&mut self, now: Moment) -> Update {
        let Some(testing) = &mut self.testing else { return Update::nothing() };
        testing.stop_clock(now);
        let face = testing.face(now);
        let mut commands = vec![Command::Hush];
        if let Face::Stopped(held) = face {
            commands.extend(self.play(stop_notes()));
            commands.extend(self.said_and_told(self.guide().stopped(held.0)));
        }
        Update::with(commands)
    }

    /// The clock of a test goes on by the moments that come by.
    pub(super) fn tick_test(&mut self, now: Moment) -> Update {
        let Some(testing) = self.testing.as_mut() else { return Update::nothing() };
        if !testing.face(now).is_going() {
            return Update::nothing();
        }
        let calls = testing.look_at_clock(now);
        Update::with(self.call_out(&calls))
    }

    /// Whoever leaves the page of a test leaves its clock; the answers wait.
    pub(super) fn leave_test(&mut self, route: &Route) -> Vec<Command> {
        let Some(testing) = &mut self.testing else { return Vec::new() };
        if *route == Route::Test(testing.test()) {
            return Vec::new();
        }
        testing.leave_clock();
        vec![Command::Hush]
    }

    /// While the clock runs, whatever else waits.
    pub(in crate::app) fn wants_for_test(&self, now: Moment) -> Option<Wants> {
        let gone = match self.testing.as_ref()?.face(now) {
            Face::CountingIn(left) => Millis(1000 - left.0 % 1000),
            Face::Running(held) => held,
            Face::Still | Face::Stopped(_) => return None,
        };
        let wake_in = Millis(1000 - gone.0 % 1000) + JUST_AFTER;
        Some(Wants { awake: true, wake_in: Some(wake_in), ..Wants::default() })
    }

    fn guide(&self) -> Guide<'static> {
        Guide { catalogue: self.catalogue, language: self.settings.language }
    }

    /// A screen reader finds the step by its heading, so only the voice says it.
    fn speak_step(&self) -> Vec<Command> {
        let voice = self.settings.voice;
        let testing = self.testing.as_ref().filter(|_| voice != Voice::Off);
        let said = testing.and_then(|testing| self.guide().step(testing, voice));
        said.map(Command::Say).into_iter().collect()
    }

    fn speak_attempt(&self, how: How) -> Vec<Command> {
        let Some(testing) = &self.testing else { return Vec::new() };
        let Step::Movement(movement, _) = testing.step() else { return Vec::new() };
        let test = self.catalogue.selftest(testing.test());
        self.said_and_told(test.and_then(|test| self.guide().attempt(test, movement, how)))
    }

    /// Calls of the clock, aloud, to a screen reader, and at its end to the hand.
    fn call_out(&self, calls: &[Call]) -> Vec<Command> {
        let mut commands = Vec::new();
        for call in calls {
            // Half way is for who wants to hear everything, as in a session.
            if *call != Call::Half || self.settings.voice == Voice::Full {
                commands.extend(self.said_and_told(self.guide().call(*call)));
            }
            if *call == Call::Over && self.settings.vibration {
                commands.push(Command::Vibrate);
            }
        }
        commands
    }

    fn said_and_told(&self, line: Option<String>) -> Vec<Command> {
        let Some(line) = line else { return Vec::new() };
        let said = (self.settings.voice != Voice::Off).then(|| Command::Say(line.clone()));
        said.into_iter().chain([Command::Announce(line)]).collect()
    }

    fn play(&self, notes: Vec<Note>) -> Option<Command> {
        self.settings.sounds.then_some(Command::Play(notes))
    }
}

/// One thing is begun per test, so each has one id.
fn id_of(test: TestId) -> RecordId {
    let place = TestId::ALL.iter().position(|one| *one == test).unwrap_or_default();
    let mut last = [0; 10];
    last[9] = u8::try_from(place + 1).unwrap_or(u8::MAX);
    RecordId::new(0, last)
}
