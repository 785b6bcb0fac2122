//! The first form of what is kept. Frozen: fields may be added, none removed, renamed or reused.
//!
//! It says how things are spelt and nothing of what they mean; `convert` does that. Every record
//! begins with `v`, `kind`, `id`, `rev` and `updated`, in every later version too. Fields of a
//! later version end up in `extra` and are written back with the rest.

pub mod advice;
pub mod item;
pub mod plan;
pub mod progress;
pub mod spell;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub const VERSION: u32 = 1;

pub const SESSION: &str = "session";
pub const DELETED: &str = "deleted";
pub const SETTINGS: &str = "settings";
pub const SCREENING: &str = "screening";
pub const META: &str = "meta";
pub const OPENING: &str = "opening";
pub const STEP: &str = "step";

/// Fields that this version does not know.
pub type Extra = Map<String, Value>;

/// What every record of every version begins with.
#[derive(Clone, Debug, Deserialize)]
pub struct Head {
    pub v: u32,
    pub kind: String,
    pub id: Option<String>,
    pub rev: Option<u32>,
    pub updated: Option<i64>,
}

/// A finished session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    pub v: u32,
    pub kind: String,
    pub id: String,
    pub rev: u32,
    pub updated: i64,
    pub session: String,
    pub start: i64,
    pub offset: i16,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub zone: String,
    pub day: String,
    pub active: u32,
    pub end: String,
    /// Only where `end` is `stopped`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain_before: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place_before: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sport_before: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub soreness_before: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stiffness_before: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain_after: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stiffness_after: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub felt: Option<String>,
    /// The morning after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub morning: Option<i64>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    pub done: Vec<Row>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stops: Vec<Stop>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub swaps: Vec<Swap>,
    /// Empty, or one for each of `stops`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stop_details: Vec<StopDetail>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub felt_in: Vec<FeltIn>,
    pub app: String,
    #[serde(flatten)]
    pub extra: Extra,
}

/// Exercise, mode, and a row for each side that followed on the other.
///
/// By position, because named rows triple a record and the quota is 5 MiB. Neither row ever
/// grows: what a later version adds per row gets a list of its own beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row(pub String, pub String, pub Vec<SideRow>);

/// Side (`l`, `r` or null), planned, done, seconds held, outcome (`d`, `p` or `s`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SideRow(pub Option<String>, pub u32, pub u32, pub u32, pub String);

/// Exercise, side (`l`, `r` or null), reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stop(pub String, pub Option<String>, pub String);

/// Exercise, side (`l`, `r` or null), `easier`, `plain` or `harder`, and which way (null for plain).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Swap(pub String, pub Option<String>, pub String, pub Option<String>);
/// When (epoch milliseconds or null), where it hurt (or null), side (`l`, `r` or null).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StopDetail(pub Option<i64>, pub Option<String>, pub Option<String>);

/// Exercise, and where it was felt in the middle of the session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FeltIn(pub String, pub String);

/// A session that was deleted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deleted {
    pub v: u32,
    pub kind: String,
    pub id: String,
    pub rev: u32,
    pub updated: i64,
}

/// `rev` counts the writes on one device and is left out of an export.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    pub v: u32,
    pub kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rev: Option<u32>,
    pub updated: i64,
    pub language: String,
    /// At most one of these two.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_year: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_band: Option<String>,
    pub theme: String,
    pub text_size: String,
    pub sounds: bool,
    pub volume: u32,
    pub voice: String,
    pub vibration: bool,
    pub ready: u32,
    pub switch: u32,
    pub transition: u32,
    pub first_side: String,
    pub hand: String,
    pub welcomed: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sound: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flash: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screen: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub news: Option<u16>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// The answers to the screening questions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Screening {
    pub v: u32,
    pub kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rev: Option<u32>,
    pub updated: i64,
    pub day: String,
    pub answers: Map<String, Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cleared: Option<i64>,
    /// The day of "I have discussed this"; at most one of this and `gentle_since`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consulted: Option<String>,
    /// Only beside `consulted`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub consulted_note: String,
    /// The first day of the gentle start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gentle_since: Option<String>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// What this device remembers about keeping; never exported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Meta {
    pub v: u32,
    pub kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rev: Option<u32>,
    pub updated: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_export: Option<i64>,
    /// When somebody last said "later" to making a copy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later: Option<i64>,
    #[serde(flatten)]
    pub extra: Extra,
}

/// Entry 0 of the running session: everything its plan was made from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opening {
    pub v: u32,
    pub kind: String,
    pub id: String,
    pub session: String,
    pub start: i64,
    pub offset: i16,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub zone: String,
    pub age: String,
    pub ready: u32,
    pub switch: u32,
    pub transition: u32,
    pub first_side: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sharp: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anything_new: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sport_soon: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub soreness: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stiffness: Option<i64>,
    /// What `sport_soon` led to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sport: Option<String>,
    pub blocks: Vec<Block>,
    /// Percent of full effort at most, one for each block; 0 where it asks for none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub efforts: Vec<u32>,
}

/// Exercise, sides, mode, and the numbers of that mode in the order of `convert::dose`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block(pub String, pub String, pub String, pub Vec<u32>);

/// A later entry of the running session.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub v: u32,
    pub kind: String,
    pub id: String,
    pub seq: u32,
    pub wall: i64,
    pub active: u64,
    pub phase: u32,
    pub into: u64,
    pub marks: Vec<Mark>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Since the step before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stops: Vec<Stop>,
    /// Since the step before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub swaps: Vec<Swap>,
    /// Empty, or one for each of `stops`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stop_details: Vec<StopDetail>,
    /// Since the step before; a later answer about an exercise takes the place of an earlier one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub felt_in: Vec<FeltIn>,
}

/// First phase, last phase, mark, and the milliseconds of each of them in a `partly` or `counted`
/// (else 0).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark(pub u32, pub u32, pub String, pub u64);
