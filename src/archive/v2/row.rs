//! What was done of one exercise. Most people do on both sides what was asked of them, and then
//! five numbers say it all.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, SeqAccess, Visitor, value::SeqAccessDeserializer},
    ser::SerializeSeq,
};

use super::words::Word;

/// Exercise, mode, then [`Sides`].
#[derive(Clone, Debug, PartialEq)]
pub struct Row(pub Word, pub Word, pub Sides);

#[derive(Clone, Debug, PartialEq)]
pub enum Sides {
    /// Which sides (a place in [`EVEN`]), planned and done, seconds held; the same on each of them.
    Even(u32, u32, u32),
    /// Each side for itself.
    Each(Vec<Side>),
}

/// Side, planned, done, seconds held, outcome.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Side(pub Word, pub u32, pub u32, pub u32, pub Word);

/// Which sides, each as the first form spells it; no side is both together.
pub const EVEN: &[&[Option<&str>]] =
    &[&[None], &[Some("l"), Some("r")], &[Some("r"), Some("l")], &[Some("l")], &[Some("r")]];

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut row = to.serialize_seq(None)?;
        row.serialize_element(&self.0)?;
        row.serialize_element(&self.1)?;
        match &self.2 {
            Sides::Even(which, count, held) => {
                row.serialize_element(which)?;
                row.serialize_element(count)?;
                row.serialize_element(held)?;
            }
            Sides::Each(sides) => {
                for side in sides {
                    row.serialize_element(side)?;
                }
            }
        }
        row.end()
    }
}

impl<'de> Deserialize<'de> for Row {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_seq(Visit)
    }
}

struct Visit;

impl<'de> Visitor<'de> for Visit {
    type Value = Row;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a row of an exercise")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut row: A) -> Result<Row, A::Error> {
        let short = || A::Error::custom("a row is too short");
        let exercise = row.next_element()?.ok_or_else(short)?;
        let mode = row.next_element()?.ok_or_else(short)?;
        let sides = match row.next_element()? {
            None => Sides::Each(Vec::new()),
            Some(Third::Which(which)) => {
                let count = row.next_element()?.ok_or_else(short)?;
                Sides::Even(which, count, row.next_element()?.ok_or_else(short)?)
            }
            Some(Third::Side(first)) => {
                let mut sides = vec![first];
                while let Some(side) = row.next_element()? {
                    sides.push(side);
                }
                Sides::Each(sides)
            }
        };
        Ok(Row(exercise, mode, sides))
    }
}

/// What stands third tells the two kinds of row apart.
enum Third {
    Which(u32),
    Side(Side),
}

impl<'de> Deserialize<'de> for Third {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(VisitThird)
    }
}

struct VisitThird;

impl<'de> Visitor<'de> for VisitThird {
    type Value = Third;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("which sides, or one side")
    }

    fn visit_u64<E: Error>(self, which: u64) -> Result<Third, E> {
        u32::try_from(which).map(Third::Which).map_err(E::custom)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, side: A) -> Result<Third, A::Error> {
        Side::deserialize(SeqAccessDeserializer::new(side)).map(Third::Side)
    }
}
