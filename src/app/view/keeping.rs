//! What the page about keeping shows: what there is, when it was last taken along, and what a file
//! would bring.

use crate::{
    app::model::{Import, Model},
    archive::{
        exchange,
        import::Refusal,
        merge::Preview,
        replace::{Replacing, replacing},
    },
    domain::time::{Day, Moment},
};

/// What is kept on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    pub sessions: usize,
    /// The day of the last export, on this device's calendar.
    pub last_export: Option<Day>,
    /// Damaged texts that were set aside, word for word.
    pub set_aside: usize,
}

/// A file on its way in, without what only the merge needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Incoming {
    Unreadable,
    Refused(Refusal),
    /// A plan of a physiotherapist, and not a whole one.
    RefusedPlan(exchange::Refusal),
    Ready(Preview),
}

impl Model {
    pub fn kept(&self, now: Moment) -> Kept {
        let Some(archive) = self.archive() else { return Kept::default() };
        Kept {
            sessions: self.history.newest_first().count(),
            last_export: archive.meta().last_export.map(|wall| Day::of(wall, now.offset)),
            set_aside: archive.quarantined().count(),
        }
    }

    /// What the file on its way in would take away in the place of everything.
    pub fn replacing(&self) -> Option<Replacing> {
        let Some(Import::Ready { parsed, .. }) = &self.import else { return None };
        Some(replacing(parsed, self.archive()?))
    }

    pub fn incoming(&self) -> Option<Incoming> {
        self.import.as_ref().map(|import| match import {
            Import::Unreadable => Incoming::Unreadable,
            Import::Refused(refusal) => Incoming::Refused(refusal.clone()),
            Import::RefusedPlan(refusal) => Incoming::RefusedPlan(*refusal),
            Import::Ready { preview, .. } => Incoming::Ready((**preview).clone()),
        })
    }
}

/// True when taking the file in would change nothing, whatever is chosen about settings.
pub fn brings_nothing(preview: &Preview) -> bool {
    let brought =
        preview.new + preview.newer_in_file + preview.deleted_in_file + preview.quarantined;
    brought == 0 && !preview.screening_newer && !preview.settings_differ
}
