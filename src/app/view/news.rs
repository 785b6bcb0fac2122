//! The versions of Soepel that somebody has not read about yet.

use crate::{
    app::model::Model, content::reading::reading, domain::reading::Release,
    domain::settings::Releases,
};

impl Model {
    /// The newest first. None for who is still at the welcome: to them all of it is new.
    pub fn unread_news(&self) -> &'static [Release] {
        if !self.settings.welcomed {
            return &[];
        }
        let releases = &reading().releases;
        let read = usize::from(self.settings.news.0).min(releases.len());
        &releases[..releases.len() - read]
    }

    /// How many versions there are to tell of.
    pub(in crate::app) fn releases() -> Releases {
        Releases(u16::try_from(reading().releases.len()).unwrap_or(u16::MAX))
    }
}
