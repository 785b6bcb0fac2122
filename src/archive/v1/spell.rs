//! A time in which the plan rests or is lighter, in the first form. Frozen as `v1.rs` says.

use serde::{Deserialize, Serialize};

use super::Extra;

pub const SPELL: &str = "spell";

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Spell {
    /// `fever`, `ill`, `holiday-rest`, `holiday-short` or `flare-up`.
    pub what: String,
    pub from: String,
    /// The first day on which it no longer holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// When somebody said that it was over; absent where the day was set ahead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<i64>,
    #[serde(flatten)]
    pub extra: Extra,
}
