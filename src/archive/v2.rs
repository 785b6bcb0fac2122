//! The second form of a session, by position, for the storage alone. Frozen: columns and words may
//! be added behind the last one; none is removed, moved or given another meaning.
//!
//! A browser keeps five mebibytes. Ten thousand sessions with named fields and written-out names
//! take more than that; in this form they take half of it. The file that somebody takes along has
//! the first form, which explains itself.
//!
//! Around the columns stands what every record of every version begins with, so that an older app
//! sees a record of a newer version and leaves it alone. Fields that nobody here knows stand beside
//! `b` under their own names.

pub mod row;
pub mod words;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use self::{row::Row, words::Word};

pub const VERSION: u32 = 2;

/// As it is written when nothing stands beside it, with its names in the order of the canonical
/// spelling. Anything more is read as [`Loose`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tight {
    pub b: Columns,
    pub id: String,
    pub kind: String,
    pub rev: u32,
    pub updated: i64,
    pub v: u32,
}

/// The same with fields of a later version.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Loose {
    pub b: Columns,
    pub id: String,
    pub kind: String,
    pub rev: u32,
    pub updated: i64,
    pub v: u32,
    #[serde(flatten)]
    pub extra: super::v1::Extra,
}

/// What a session holds, in the order in which it is written. Columns at the end that are 0 are
/// left out; 0 is "not there" in all of those.
///
/// A number that may be absent is one more than it says, unless it is below 0 (see [`number`]).
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Columns {
    /// As a text: it is short, and who reads the storage without the program needs no list for it.
    pub session: String,
    /// Milliseconds from the start to `updated`.
    pub since: i64,
    pub offset: i16,
    pub active: u32,
    #[serde(default)]
    pub zone: Word,
    #[serde(default)]
    pub end: Word,
    #[serde(default)]
    pub app: Word,
    #[serde(default)]
    pub done: List<Row>,
    /// Only where it is not the day of the start at that offset.
    #[serde(default)]
    pub day: Word,
    #[serde(default)]
    pub pain_before: i64,
    #[serde(default)]
    pub change: i64,
    #[serde(default)]
    pub effort: i64,
    #[serde(default)]
    pub pain_after: i64,
    #[serde(default)]
    pub soreness_before: i64,
    #[serde(default)]
    pub form: Word,
    #[serde(default)]
    pub felt: Word,
    #[serde(default)]
    pub morning: i64,
    #[serde(default)]
    pub stiffness_before: i64,
    #[serde(default)]
    pub stiffness_after: i64,
    #[serde(default)]
    pub place_before: Word,
    #[serde(default)]
    pub sport_before: Word,
    #[serde(default)]
    pub stop: Word,
    #[serde(default)]
    pub note: Word,
    #[serde(default)]
    pub stops: List<Stop>,
    #[serde(default)]
    pub swaps: List<Swap>,
    #[serde(default)]
    pub stop_details: List<StopDetail>,
    #[serde(default)]
    pub felt_in: List<FeltIn>,
}

/// Exercise, side, reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stop(pub Word, pub Word, pub Word);

/// Exercise, side, degree, and which way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Swap(pub Word, pub Word, pub Word, pub Word);

/// Milliseconds from the start, place, side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StopDetail(pub i64, pub Word, pub Word);

/// Exercise and place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FeltIn(pub Word, pub Word);

/// A list, or 0 for an empty one.
#[derive(Clone, Debug, PartialEq)]
pub struct List<T>(pub Vec<T>);

impl Columns {
    /// By position, without what is 0 at the end.
    pub fn written(&self) -> Value {
        let columns = json!([
            self.session,
            self.since,
            self.offset,
            self.active,
            self.zone,
            self.end,
            self.app,
            self.done,
            self.day,
            self.pain_before,
            self.change,
            self.effort,
            self.pain_after,
            self.soreness_before,
            self.form,
            self.felt,
            self.morning,
            self.stiffness_before,
            self.stiffness_after,
            self.place_before,
            self.sport_before,
            self.stop,
            self.note,
            self.stops,
            self.swaps,
            self.stop_details,
            self.felt_in,
        ]);
        let Value::Array(mut columns) = columns else { return columns };
        while columns.len() > ALWAYS && columns.last() == Some(&json!(0)) {
            columns.pop();
        }
        Value::Array(columns)
    }
}

impl Serialize for Columns {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.written().serialize(to)
    }
}

/// The first columns, which are always there.
const ALWAYS: usize = 4;

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Serialize> Serialize for List<T> {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.0.is_empty() { to.serialize_u8(0) } else { self.0.serialize(to) }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        words::list(from).map(Self)
    }
}

/// A number that may be absent. 0 is absent, so the others from 0 up are one more; `None` when there
/// is no room for one more.
pub fn number(value: Option<i64>) -> Option<i64> {
    match value {
        None => Some(0),
        Some(value) if value < 0 => Some(value),
        Some(value) => value.checked_add(1),
    }
}

pub fn read_number(written: i64) -> Option<i64> {
    match written {
        0 => None,
        below if below < 0 => Some(below),
        above => Some(above - 1),
    }
}
