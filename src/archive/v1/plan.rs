//! What somebody chose for their plan, in the first form. Frozen as `v1.rs` says.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Extra;

pub const PLAN: &str = "plan";

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    #[serde(default)]
    pub situations: Vec<String>,
    #[serde(default)]
    pub days: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<String>,
    /// Absent while nobody said what they have; empty for somebody who has nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equipment: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anchor: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_anchor: Option<String>,
    /// The time of day by weekday.
    #[serde(default)]
    pub sport: BTreeMap<String, String>,
    /// `static`, `pnf`, `by-day` or `fairer`; the last needs `seed`.
    pub method: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u32>,
    /// When one method was chosen; only beside `static` or `pnf`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chosen_on: Option<String>,
    /// The comparison began anew on this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared_since: Option<String>,
    /// Sessions a week, 1 to 7, in the person's own number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub week_goal: Option<u8>,
    #[serde(default)]
    pub programmes: Vec<String>,
    /// The most appointments that a calendar file ever held.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub in_calendar: u8,
    #[serde(flatten)]
    pub extra: Extra,
}

/// A plan that never went into a calendar is written as it was before this field came.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_zero(number: &u8) -> bool {
    *number == 0
}
