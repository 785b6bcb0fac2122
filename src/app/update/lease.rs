//! Which page leads: this one got the lead, was refused it, or lost it.

use super::Update;
use crate::{
    app::{
        command::Command,
        lease::{Asked, HANDING_OVER, LeaseEvent, Stage},
        model::{Model, Toast},
    },
    archive::keys::Key,
    domain::{record::RecordId, time::Moment},
    route::Route,
};

impl Model {
    pub(super) fn on_lease(&mut self, event: LeaseEvent, now: Moment) -> Update {
        match event {
            LeaseEvent::Given => self.get_lead(now),
            LeaseEvent::Refused => self.yield_lead(now),
            LeaseEvent::Taken => self.lose_lead(),
            LeaseEvent::Seen { elsewhere } => {
                let begun = self.begun_sessions().first().map(|journal| journal.opening.record);
                self.lease.elsewhere = begun.filter(|_| elsewhere);
                Update::changed()
            }
            LeaseEvent::TookOver(id) => self.ask_for_lead(id, Stage::Take),
        }
    }

    /// A session that was begun goes on once it is sure that no other page leads.
    pub(super) fn ask_to_go_on(&mut self, id: RecordId) -> Update {
        self.ask_for_lead(id, Stage::IfFree)
    }

    /// Called in a press, so sound is asked for at once.
    fn ask_for_lead(&mut self, id: RecordId, stage: Stage) -> Update {
        self.lease.asked = Some(Asked { id, stage });
        Update::with(self.wake_tones())
    }

    fn get_lead(&mut self, now: Moment) -> Update {
        let Some(asked) = &mut self.lease.asked else { return Update::nothing() };
        match asked.stage {
            Stage::IfFree => {
                let id = asked.id;
                self.go_on_here(id, now)
            }
            Stage::Take => {
                asked.stage = Stage::Until(now.mono + HANDING_OVER.0);
                Update::nothing()
            }
            Stage::Until(_) => Update::nothing(),
        }
    }

    /// The other page has written its last.
    pub(super) fn take_over_when_ready(&mut self, now: Moment) -> Update {
        match self.lease.asked {
            Some(Asked { id, stage: Stage::Until(mono) }) if now.mono >= mono => {
                self.go_on_here(id, now)
            }
            _ => Update::nothing(),
        }
    }

    fn go_on_here(&mut self, id: RecordId, now: Moment) -> Update {
        (self.lease.asked, self.lease.elsewhere) = (None, None);
        self.go_on(id, now)
    }

    /// What was begun here a moment ago is dropped; of what was begun before, and of what has gone on
    /// since because the browser was slow to answer, nothing is.
    fn yield_lead(&mut self, now: Moment) -> Update {
        self.lease.elsewhere = self.lease.asked.take().map(|asked| asked.id);
        self.toast = Some(Toast::LedElsewhere);
        let gone_on = self.live.as_ref().is_some_and(|live| live.journal > 0);
        let mut commands = if gone_on { self.journal(true, now) } else { Vec::new() };
        let Some(live) = self.step_back() else { return Update::changed() };
        if !gone_on {
            commands.extend(self.keep(|archive| Ok(archive.discard_journal(live.id))));
        }
        commands.extend([Command::Hush, Command::Replace(Route::Today), Command::LookForLead]);
        Update::with(commands)
    }

    fn lose_lead(&mut self) -> Update {
        self.lease.asked = None;
        let Some(live) = self.step_back() else { return Update::nothing() };
        self.lease.elsewhere = Some(live.id);
        self.toast = Some(Toast::TakenOver);
        Update::with(vec![Command::Hush, Command::Replace(Route::Today)])
    }

    /// Asked where there is something that another page could be leading.
    pub(super) fn look_for_lead(&self) -> Vec<Command> {
        if self.live.is_some() || self.begun_sessions().is_empty() {
            return Vec::new();
        }
        vec![Command::LookForLead]
    }

    /// Another page writes the journal of a session, so it is the one that leads.
    pub(super) fn see_who_leads(&mut self, key: &str, put: bool) {
        if let Some(Key::Journal(id, _)) = Key::parse(key)
            && put
            && self.live.is_none()
            && self.lease.asked.is_none()
        {
            self.lease.elsewhere = Some(id);
        }
    }
}
