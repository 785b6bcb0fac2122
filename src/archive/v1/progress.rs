//! What was proposed and decided, and how somebody said it goes, in the first form. Frozen as
//! `v1.rs` says.

use serde::{Deserialize, Serialize};

use super::Extra;

pub const DECISION: &str = "decision";
pub const REVIEW: &str = "review";

/// What somebody decided about one proposed change. Which fields are there depends on `what`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    pub at: i64,
    pub day: String,
    pub what: String,
    pub accepted: bool,
    pub rules: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exercise: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mode: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_step: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_step: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub harder: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_session: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_session: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    /// The programme that another takes the place of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_programme: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub movement: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub side: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub physio_agrees: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<String>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// How the complaint goes (X37).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Review {
    pub at: i64,
    pub day: String,
    pub answer: String,
    #[serde(flatten)]
    pub extra: Extra,
}
