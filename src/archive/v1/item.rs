//! Kept things besides sessions, in the first form. Frozen as `v1.rs` says.

use serde::{Deserialize, Serialize};

use super::{Extra, plan::PLAN};

pub const BREAKS: &str = "breaks";
pub const RED_DAY: &str = "red-day";
pub const ROUTINE: &str = "routine";

/// Every kind that this version reads; each stands under `k.<kind>.<id>.<revision>`.
pub const KINDS: [&str; 4] = [BREAKS, PLAN, RED_DAY, ROUTINE];

/// What stands around each of them. Without a body the thing was taken away.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item<B> {
    pub v: u32,
    pub kind: String,
    pub id: String,
    pub rev: u32,
    pub updated: i64,
    #[serde(default = "none", skip_serializing_if = "Option::is_none")]
    pub body: Option<B>,
    #[serde(flatten)]
    pub extra: Extra,
}

fn none<B>() -> Option<B> {
    None
}

/// The movement breaks of one day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Breaks {
    pub day: String,
    pub done: u32,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A day on which pain kept somebody from their session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RedDay {
    pub day: String,
    pub wall: i64,
    pub pain: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    pub sharp: bool,
    #[serde(flatten)]
    pub extra: Extra,
}
/// A session that somebody made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Routine {
    pub name: String,
    /// Seconds between two exercises.
    pub between: u32,
    pub blocks: Vec<RoutineBlock>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// One exercise of it. A number that is not there is the dose's own; without a side it is done on
/// both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoutineBlock {
    pub exercise: String,
    pub mode: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sets: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reps: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passive: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
}
