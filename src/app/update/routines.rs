//! Routines of one's own: made, changed, copied, taken away and brought back.

use super::Update;
use crate::{
    app::{
        command::Command,
        model::{Model, Toast},
    },
    content::phrases,
    domain::{
        item::Body,
        record::RecordId,
        routine::{Routine, routine_of},
        time::Moment,
    },
    route::Route,
};

impl Model {
    pub(super) fn make_routine(
        &mut self,
        routine: Routine,
        chance: [u8; 10],
        now: Moment,
    ) -> Update {
        let id = RecordId::new(now.wall, chance);
        let mut commands = self.put_routine(id, routine, now);
        if self.routine(id).is_some() {
            commands.push(Command::Replace(Route::Routine(id.to_string())));
        }
        Update::with(commands)
    }

    pub(super) fn change_routine(&mut self, id: RecordId, routine: Routine, now: Moment) -> Update {
        Update::with(self.put_routine(id, routine, now))
    }

    pub(super) fn copy_routine(&mut self, id: RecordId, chance: [u8; 10], now: Moment) -> Update {
        let Some(mut routine) = self.routine(id).cloned() else { return Update::nothing() };
        let copy = phrases::routine::COPY_NAME.read(self.settings.language);
        routine.name = routine.name.with(copy);
        let id = RecordId::new(now.wall, chance);
        let mut commands = self.put_routine(id, routine, now);
        commands.push(Command::GoTo(Route::Routine(id.to_string())));
        Update::with(commands)
    }

    pub(super) fn delete_routine(&mut self, id: RecordId, now: Moment) -> Update {
        let Some(routine) = self.routine(id).cloned() else { return Update::nothing() };
        let body = Body::Routine(routine.clone());
        let mut commands = self.keep(|archive| archive.remove_item(id, &body, now.wall));
        if self.routine(id).is_none() {
            self.toast = Some(Toast::DeletedRoutine(id, Box::new(routine)));
        }
        commands.push(Command::Replace(Route::Routines));
        Update::with(commands)
    }

    pub(super) fn bring_back_routine(
        &mut self,
        id: RecordId,
        routine: Routine,
        now: Moment,
    ) -> Update {
        Update::with(self.keep(|archive| archive.put_item(id, Body::Routine(routine), now.wall)))
    }

    /// A session of one's own has no page but the routine's, and that of a physiotherapist none but
    /// the plan's.
    pub(super) fn page_of_routine(&self, route: &Route) -> Option<Route> {
        let Route::Session(session) = route else { return None };
        if self.is_advised_session(session) {
            return Some(Route::Advised);
        }
        routine_of(session).map(|id| Route::Routine(id.to_string()))
    }

    fn put_routine(&mut self, id: RecordId, routine: Routine, now: Moment) -> Vec<Command> {
        let kept = routine.clone();
        let commands = self.keep(|archive| archive.put_item(id, Body::Routine(routine), now.wall));
        if self.routine(id) == Some(&kept) {
            self.toast = Some(Toast::Kept);
        }
        commands
    }
}
