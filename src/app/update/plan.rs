//! What somebody chose for their plan, kept as one thing.

use super::Update;
use crate::{
    app::{command::Command, model::Model},
    domain::{item::Body, planning::choices::Choices, record::RecordId, time::Moment},
    route::Route,
};

impl Model {
    /// There is one plan, so it stands under the one id that no other record gets.
    pub(super) fn change_plan(&mut self, choices: Choices, now: Moment) -> Update {
        let body = Body::Plan(Box::new(choices));
        let mut commands = self.keep(|archive| archive.put_item(RecordId::LEAST, body, now.wall));
        // Asked for the first time, the way leads straight to the first session.
        if self.route == Route::Wishes {
            commands.push(Command::Replace(Route::Today));
        }
        Update::with(commands)
    }
}
