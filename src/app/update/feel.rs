//! Where it is felt, told in the rest after the first set (R3.12).

use super::Update;
use crate::{
    app::{model::Model, view::feel::FeelPlace},
    domain::{record::FeltAt, time::Moment},
};

impl Model {
    pub(super) fn tell_felt(&mut self, at: FeltAt, now: Moment) -> Update {
        let Some(FeelPlace { block, .. }) = self.asks_to_feel() else { return Update::nothing() };
        let Some(live) = &mut self.live else { return Update::nothing() };
        let Some(prescription) = live.session.plan().prescription(block) else {
            return Update::nothing();
        };
        let exercise = prescription.exercise.as_str().to_owned();
        live.tell_felt(exercise, at);
        Update::with(self.journal(false, now))
    }

    /// Not now: this exercise asks no more in this session.
    pub(super) fn leave_feeling(&mut self) -> Update {
        let asked = self.asks_to_feel();
        let Some(live) = &mut self.live else { return Update::nothing() };
        live.unasked.extend(asked.map(|place| place.block));
        Update::changed()
    }
}
