//! The running session as it is written down step by step, so that a crash costs seconds.
//!
//! These are the values; folding them into a session is for who runs the session.

use crate::domain::{
    body::{BodyPart, Score, Side},
    dose::AgeGroup,
    plan::Prescription,
    programme::SessionId,
    record::{Before, BeforeSport, FeltMark, Note, RecordId, StopMark, Swapped},
    session::Mark,
    time::Millis,
    timeline::Pacing,
};

/// Entry 0: everything the plan was made from, so that a resumed session has the same phases even
/// when an update has changed the catalogue in between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    pub record: RecordId,
    pub session: SessionId,
    /// Epoch milliseconds UTC.
    pub started_wall: i64,
    /// Minutes east of UTC.
    pub offset: i16,
    pub zone: String,
    pub age: AgeGroup,
    /// At most a day each.
    pub pacing: Pacing,
    pub first_side: Side,
    pub daily: Daily,
    /// No number of a dose is above 86 400.
    pub blocks: Vec<Prescription>,
}

/// The answers of the daily check, D1 to D6; not asked is not answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Daily {
    pub pain: Option<Score>,
    pub place: Option<BodyPart>,
    pub sharp: Option<bool>,
    pub anything_new: Option<bool>,
    pub sport_soon: Option<bool>,
    pub soreness: Option<Score>,
    pub stiffness: Option<Score>,
    /// What D4 led to.
    pub sport: Option<BeforeSport>,
}

impl Daily {
    /// What the record keeps of them.
    pub fn before(&self) -> Before {
        let Self { pain, place, sport, soreness, stiffness, .. } = *self;
        Before { pain, place, sport, soreness, stiffness }
    }
}

/// Where the session stood after something happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// 1 and up; each follows the one before.
    pub seq: u32,
    /// Epoch milliseconds UTC.
    pub wall: i64,
    /// Time spent active so far, at most a day.
    pub active: Millis,
    /// The place of the current phase in the plan.
    pub phase: u32,
    /// Time spent in it, at most a day.
    pub into: Millis,
    /// What became of the phases, in ranges.
    pub marks: Vec<MarkedRange>,
    pub note: Note,
    /// Since the step before.
    pub stops: Vec<StopMark>,
    /// Since the step before.
    pub swaps: Vec<Swapped>,
    /// Since the step before; the last answer about an exercise holds.
    pub felt_in: Vec<FeltMark>,
}

/// Phases `from` to `to`, both included, share this mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedRange {
    pub from: u32,
    pub to: u32,
    pub mark: Mark,
}

/// A journal as it was found: the opening and each step up to the first gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Journal {
    pub opening: Opening,
    pub steps: Vec<Step>,
    /// Entries exist, or existed, that cannot be read after the last step here.
    pub torn: bool,
}

impl Journal {
    /// The number for the next step; the entries behind a gap are in quarantine by then.
    pub fn next_seq(&self) -> u32 {
        self.steps.last().map_or(1, |step| step.seq.saturating_add(1))
    }
}
