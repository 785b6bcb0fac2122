//! What follows when somebody takes a self-test.

use super::Update;
use crate::{
    app::{
        command::{Command, Wants},
        model::Model,
        testing::{Answered, TestEvent, Testing},
    },
    content::phrases::selftest as words,
    domain::{
        item::Body,
        record::RecordId,
        selftest::{Taken, TestId},
        time::{Millis, Moment},
    },
    route::Route,
};

/// As with a session: a timer that fires a hair early shows no old second.
const JUST_AFTER: Millis = Millis(15);

impl Model {
    pub(super) fn test(&mut self, event: TestEvent, now: Moment) -> Update {
        match event {
            TestEvent::Began(test) => self.begin_test(test, now),
            TestEvent::Answered { answer, chance } => self.answer_test(answer, chance, now),
            TestEvent::WentBack => self.change_test(Testing::go_back),
            TestEvent::GaveUp => {
                self.testing = None;
                Update::with(vec![Command::Replace(Route::Tests)])
            }
            TestEvent::StartedClock => self.change_test(|testing| testing.start_clock(now)),
            TestEvent::StoppedClock => self.change_test(|testing| testing.stop_clock(now)),
            TestEvent::Deleted(id) => self.delete_test(id, now),
        }
    }

    fn begin_test(&mut self, test: TestId, now: Moment) -> Update {
        if !self.may_take(test, now) {
            return Update::changed();
        }
        self.testing = Some(Testing::begin(test));
        Update::changed()
    }

    /// The last answer makes the record. A light that turned red meanwhile ends the test.
    fn answer_test(&mut self, answer: Option<Answered>, chance: [u8; 10], now: Moment) -> Update {
        let Some(testing) = &mut self.testing else { return Update::nothing() };
        let over = testing.take(answer);
        let (test, result) = (testing.test(), testing.result());
        if !self.may_take(test, now) {
            self.testing = None;
            return Update::changed();
        }
        if !over {
            return Update::changed();
        }
        self.testing = None;
        let Some(result) = result else {
            return Update::with(vec![Command::Replace(Route::Tests)]);
        };
        let id = RecordId::new(now.wall, chance);
        let body = Body::Test(Box::new(Taken { day: now.day(), result }));
        let mut commands = self.keep(|archive| archive.put_item(id, body, now.wall));
        commands.push(Command::Replace(Route::TestTaken(id.to_string())));
        Update::with(commands)
    }

    fn change_test(&mut self, change: impl FnOnce(&mut Testing)) -> Update {
        let Some(testing) = &mut self.testing else { return Update::nothing() };
        change(testing);
        Update::changed()
    }

    fn delete_test(&mut self, id: RecordId, now: Moment) -> Update {
        let body = self.archive().and_then(|archive| {
            let found = archive.items().find(|item| item.id == id);
            found.and_then(|item| item.body.clone())
        });
        let Some(body @ Body::Test(_)) = body else { return Update::nothing() };
        let mut commands = self.keep(|archive| archive.remove_item(id, &body, now.wall));
        commands.push(Command::Replace(Route::Tests));
        Update::with(commands)
    }

    /// The clock of a test goes on by the moments that come by.
    pub(super) fn tick_test(&mut self, now: Moment) -> Update {
        let Some(testing) = self.testing.as_mut() else { return Update::nothing() };
        if testing.running(now).is_none() {
            return Update::nothing();
        }
        if !testing.look_at_clock(now) {
            return Update::changed();
        }
        let done = words::TIME_IS_UP.read(self.settings.language).to_owned();
        Update::with(vec![Command::Announce(done), Command::Vibrate])
    }

    /// Whoever leaves the page of a test leaves its clock; the answers wait.
    pub(super) fn leave_test(&mut self, route: &Route) {
        let Some(testing) = &mut self.testing else { return };
        if *route != Route::Test(testing.test()) {
            testing.leave_clock();
        }
    }

    /// While the clock runs, whatever else waits.
    pub(in crate::app) fn wants_for_test(&self, now: Moment) -> Option<Wants> {
        let held = self.testing.as_ref()?.running(now)?;
        let wake_in = Millis(1000 - held.0 % 1000) + JUST_AFTER;
        Some(Wants { awake: true, wake_in: Some(wake_in) })
    }
}
