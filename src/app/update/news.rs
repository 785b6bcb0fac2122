//! What is new in this version: told once, and never in the way.

use super::Update;
use crate::{
    app::model::Model,
    domain::{settings::Settings, time::Moment},
};

impl Model {
    /// What is new was read, or waved away.
    pub(super) fn read_news(&mut self, now: Moment) -> Update {
        if self.unread_news().is_empty() {
            return Update::nothing();
        }
        let settings = Settings { news: Self::releases(), ..self.settings.clone() };
        self.set(settings, now)
    }
}
