//! Programmes, their sessions, and the ladders along which a dose grows.

use super::{
    body::named,
    dose::{Adjustment, Mode, Working},
    exercise::ExerciseId,
    text::Bilingual,
};

/// `P1` to `P7`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProgrammeId(pub String);

/// `P1-A`, `P1-A-pnf`, …
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub String);

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    pub id: ProgrammeId,
    pub slug: String,
    /// At most four plain words (Decision 13).
    pub plain_name: Bilingual,
    pub technical_name: Bilingual,
    /// One sentence: who this is for.
    pub for_whom: Bilingual,
    pub frequency: Bilingual,
    /// Sessions a week: on track from `weekly_least`, aim at `weekly_target`, never over `weekly_most`.
    pub weekly_target: u32,
    pub weekly_least: u32,
    pub weekly_most: u32,
    pub rules: Vec<String>,
    /// The chapters of Uitleg that explain it.
    pub chapters: Vec<String>,
    pub sessions: Vec<SessionOutline>,
}

/// One session of a programme, before age and settings are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionOutline {
    pub id: SessionId,
    pub name: Bilingual,
    pub blocks: Vec<Block>,
    /// Landings; X14 bounds them.
    pub ground_contacts: u32,
}

/// One exercise in a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    pub exercise: ExerciseId,
    pub mode: Mode,
    pub change: Adjustment,
    /// Programmes work on both sides; somebody's own routine may leave one out.
    pub working: Working,
}

named! {
    /// For whom a ladder is.
    LadderGroup {
        All = "all",
        Adult = "adult",
        Senior = "senior",
    }
}

/// Steps along which the dose of one exercise and mode grows (5.9 of the fact sheet).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    pub exercise: ExerciseId,
    pub mode: Mode,
    pub group: LadderGroup,
    /// The index of the step to begin with; 0 is the easiest.
    pub start: usize,
    pub steps: Vec<LadderStep>,
    /// What comes after the last step.
    pub then: Bilingual,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LadderStep {
    pub change: Adjustment,
    /// Upper effort in percent, where the step sets it.
    pub effort_most: Option<u32>,
}
