//! What the daily check asks before this session, and what it has to say about the last days.

use crate::{
    app::{model::Model, outline::Maker},
    archive::store::Archive,
    domain::{
        before_sport::has_stretches,
        day::{RedDay, Referral, morning_to_tell, referral, sore_from},
        dose::Mode,
        item::Body,
        programme::SessionId,
        record::{RecordId, SessionRecord},
        time::Moment,
    },
};

/// Programmes of strength, which D5 is asked for.
const STRENGTH: [&str; 2] = ["P3", "P5"];

/// The questions beyond D1 to D3, each asked only where its answer changes something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The last session, whose next morning was not told yet (X16).
    pub morning: Option<RecordId>,
    pub sport: SportQuestion,
    /// D5, and from which answer on there is less today.
    pub sore_from: Option<u8>,
    /// D6.
    pub stiffness: bool,
}

/// D4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SportQuestion {
    /// Nothing in this session should wait until after sport.
    #[default]
    Unasked,
    Asked,
    /// A yes changes nothing for a gymnast or dancer (R0.7).
    AskedExempt,
}

impl Model {
    pub fn asked(&self, id: &SessionId, now: Moment) -> Asked {
        let Some(chosen) = self.outline_of(id, now) else { return Asked::default() };
        let outline = &*chosen.outline;
        let strength = match &chosen.maker {
            Maker::Programme(programme) => STRENGTH.contains(&programme.id.0.as_str()),
            Maker::Person { .. } => {
                outline.blocks.iter().any(|block| [Mode::Reps, Mode::Dynamic].contains(&block.mode))
            }
        };
        Asked {
            morning: self.morning_to_tell(now).map(|record| record.id),
            sport: match (has_stretches(outline), self.is_gymnast_or_dancer()) {
                (false, _) => SportQuestion::Unasked,
                (true, false) => SportQuestion::Asked,
                (true, true) => SportQuestion::AskedExempt,
            },
            sore_from: strength.then(|| sore_from(outline.ground_contacts > 0)),
            stiffness: self.compares_methods(now),
        }
    }

    pub fn morning_to_tell(&self, now: Moment) -> Option<&SessionRecord> {
        morning_to_tell(&self.history, now.day())
    }

    /// True when today's pain has been there for too long (D1, D2).
    pub fn referral(&self, now: Moment) -> Option<Referral> {
        let red: Vec<RedDay> = self.red_day_items().map(|(_, red)| red).collect();
        referral(&red, &self.history, now.day())
    }

    pub(in crate::app) fn red_day_items(&self) -> impl Iterator<Item = (RecordId, RedDay)> {
        self.archive().into_iter().flat_map(Archive::items).filter_map(|item| match item.body {
            Some(Body::RedDay(red)) => Some((item.id, red)),
            _ => None,
        })
    }
}
