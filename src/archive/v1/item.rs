//! Kept things besides sessions, in the first form. Frozen as `v1.rs` says.

use serde::{Deserialize, Serialize};

use super::{Extra, plan::PLAN};

pub const BREAKS: &str = "breaks";

/// Every kind that this version reads; each stands under `k.<kind>.<id>.<revision>`.
pub const KINDS: [&str; 2] = [BREAKS, PLAN];

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
