//! A plan that arrives is shown, taken over, and put aside again. Nothing of it holds before
//! somebody says so, and what it says opens no lock.

use super::Update;
use crate::{
    app::{
        command::Command,
        exchange::{ExchangeEvent, Shared},
        model::{Import, Model, Toast},
    },
    archive::exchange::{file, file_name, find, is_plan, unpack},
    domain::{
        advice::{Accepted, Checked, Discussed},
        item::Body,
        record::{Consultation, Note, RecordId},
        time::Moment,
    },
    route::Route,
};

impl Model {
    pub(super) fn on_exchange(&mut self, event: ExchangeEvent, now: Moment) -> Update {
        match event {
            ExchangeEvent::Picked(bytes) => self.pick_plan(bytes.as_deref()),
            ExchangeEvent::ClickedCopy(text) => Update::with(vec![Command::Copy(text)]),
            ExchangeEvent::Copied(done) => {
                self.toast = Some(if done { Toast::Copied } else { Toast::NotCopied });
                Update::changed()
            }
            ExchangeEvent::ClickedFile(advice) => Update::with(vec![Command::Download {
                name: file_name(now.day()),
                text: file(&advice),
            }]),
            ExchangeEvent::Accepted { talked } => self.accept_plan(talked, now),
            ExchangeEvent::Declined => {
                let home = if self.choices().is_some() { Route::Plan } else { Route::Today };
                Update::with(vec![Command::Replace(home)])
            }
            ExchangeEvent::Stopped => self.stop_plan(now),
        }
    }

    /// What stands behind the address is read once, when somebody arrives there.
    pub(super) fn look_at_shared(&mut self, route: &Route) {
        self.exchange.picked = None;
        self.exchange.shared = match route {
            Route::SharedPlan(data) | Route::EditPlan(Some(data)) => Some(match unpack(data) {
                Ok(offered) => Shared::Offered(Box::new(offered)),
                Err(refusal) => Shared::Refused(refusal),
            }),
            _ => None,
        };
    }

    fn pick_plan(&mut self, bytes: Option<&[u8]>) -> Update {
        match bytes.map(find) {
            Some(Ok(data)) => {
                self.exchange.picked = None;
                Update::with(vec![Command::GoTo(Route::SharedPlan(data))])
            }
            Some(Err(refusal)) => {
                self.exchange.picked = Some(Some(refusal));
                Update::changed()
            }
            None => {
                self.exchange.picked = Some(None);
                Update::changed()
            }
        }
    }

    /// A plan in the place where a whole history is brought back: it leads to its own page.
    pub(super) fn import_plan(&mut self, bytes: &[u8]) -> Option<Update> {
        if !is_plan(bytes) {
            return None;
        }
        Some(match find(bytes) {
            Ok(data) => Update::with(vec![Command::GoTo(Route::SharedPlan(data))]),
            Err(refusal) => {
                self.import = Some(Import::RefusedPlan(refusal));
                Update::changed()
            }
        })
    }

    /// There is one, so it stands under the one id that no other record of its kind gets.
    fn accept_plan(&mut self, talked: bool, now: Moment) -> Update {
        let Some(Checked { advice, .. }) = self.checked_plan(now) else {
            return Update::nothing();
        };
        if advice.is_empty() {
            return Update::nothing();
        }
        let talk = advice.discussed.clone().filter(|talk| talked && talk.counts_on(now.day()));
        let accepted = Accepted::new(advice, now.day(), talk.is_some());
        let body = Body::Advice(Box::new(accepted));
        let mut commands = self.keep(|archive| archive.put_item(RecordId::LEAST, body, now.wall));
        if let Some(talk) = talk {
            commands.extend(self.take_for_consultation(&talk, now));
        }
        if self.accepted().is_some() {
            commands.push(Command::Replace(Route::Advised));
        }
        Update::with(commands)
    }

    /// Talked over with somebody who treats them: what amber asks for (3.3). It never opens red,
    /// and takes nothing away that was said later.
    fn take_for_consultation(&mut self, talk: &Discussed, now: Moment) -> Vec<Command> {
        let before = self.profile(now).consultation;
        let later = match before {
            Some(Consultation::Held { day, .. }) => day >= talk.day,
            Some(Consultation::Planned { .. }) | None => false,
        };
        if later {
            return Vec::new();
        }
        let note = Note::shortened(talk.name.as_str());
        self.settle(Consultation::Held { day: talk.day, note }, now).commands
    }

    fn stop_plan(&mut self, now: Moment) -> Update {
        let Some(accepted) = self.accepted().cloned() else { return Update::nothing() };
        let body = Body::Advice(Box::new(accepted));
        let mut commands =
            self.keep(|archive| archive.remove_item(RecordId::LEAST, &body, now.wall));
        if self.accepted().is_none() {
            self.toast = Some(Toast::StoppedPlan);
            commands.push(Command::Replace(Route::Plan));
        }
        Update::with(commands)
    }
}
