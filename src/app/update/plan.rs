//! What somebody chose for their plan, kept as one thing.

use super::Update;
use crate::{
    app::{command::Command, model::Model},
    domain::{
        item::Body,
        planning::choices::{Choices, MOST_PROGRAMMES},
        programme::ProgrammeId,
        record::RecordId,
        time::Moment,
    },
    route::Route,
};

impl Model {
    /// There is one plan, so it stands under the one id that no other record gets.
    pub(super) fn change_plan(&mut self, choices: Choices, now: Moment) -> Update {
        let mut commands = self.keep_choices(choices, now);
        // Asked for the first time, the way leads straight to the first session.
        if self.route == Route::Wishes {
            commands.push(Command::Replace(Route::Today));
        }
        Update::with(commands)
    }

    fn keep_choices(&mut self, choices: Choices, now: Moment) -> Vec<Command> {
        let body = Body::Plan(Box::new(choices));
        self.keep(|archive| archive.put_item(RecordId::LEAST, body, now.wall))
    }

    /// Strength beside the stretches (C9): what Soepel chose so far becomes the person's own
    /// choice, with this programme after the main one.
    pub(super) fn add_to_plan(&mut self, programme: &ProgrammeId, now: Moment) -> Vec<Command> {
        let mut choices = self.choices().cloned().unwrap_or_default();
        let mut all = self.programmes_in_plan(&choices, now);
        all.retain(|known| known != programme);
        all.truncate(MOST_PROGRAMMES - 1);
        all.insert(all.len().min(1), programme.clone());
        choices.programmes = all;
        self.keep_choices(choices, now)
    }
}
