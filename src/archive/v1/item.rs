//! Kept things besides sessions, in the first form. Frozen as `v1.rs` says.

use serde::{Deserialize, Serialize};

use super::{Extra, advice::ADVICE, plan::PLAN, progress, spell::SPELL};

pub const BREAKS: &str = "breaks";
pub const RED_DAY: &str = "red-day";
pub const ROUTINE: &str = "routine";
pub const TEST: &str = "test";
/// Stays on its device: no file takes it along.
pub const BEGUN_TEST: &str = "begun-test";
pub const WORKDAY: &str = "workday";

/// Every kind that this version reads, and that a file holds; each stands under `k.<kind>.<id>.<revision>`.
pub const KINDS: [&str; 10] = [
    ADVICE,
    BREAKS,
    PLAN,
    RED_DAY,
    ROUTINE,
    SPELL,
    TEST,
    WORKDAY,
    progress::DECISION,
    progress::REVIEW,
];

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

/// What somebody set about their working day; one record, under the least id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Workday {
    pub on: bool,
    /// `mon` to `sun`, in that order.
    pub days: Vec<String>,
    /// Minutes since midnight.
    pub from: u16,
    pub to: u16,
    pub interval: u8,
    pub in_calendar: u8,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A self-test that was taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Test {
    pub day: String,
    pub test: String,
    pub marks: Vec<Mark>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A self-test that was begun: what was seen so far, and the screen that comes next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BegunTest {
    pub day: String,
    pub test: String,
    pub at: u32,
    pub marks: Vec<Mark>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// One thing that was seen or measured.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// A movement, or what the test looks at.
    pub of: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    /// `active` or `passive`, where a movement is tried in both ways.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how: Option<String>,
    /// The way in which it was looked at: `eye`, `angle`, `cm`, `clock`, `count` or `felt`.
    pub way: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub word: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The length that a shift stands beside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<u32>,
    /// `phone` where the phone on the limb read the angle; by hand otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
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
