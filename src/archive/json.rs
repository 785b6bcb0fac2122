//! JSON in one canonical spelling, and a reader that lets nothing ambiguous through.

use std::{
    cell::RefCell,
    fmt::{self, Write},
};

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// How deep lists and objects may lie in each other.
pub const DEEPEST: usize = 16;

/// How much one text may hold: each value counts once, and each object as many times as it takes more
/// memory. Four times what the most records come to; a file made to fill the memory is stopped here.
const HEAVIEST: usize = 2_500_000;
const OBJECT: usize = 20;

/// The one spelling of a value: keys sorted by code point, no spaces, everything outside printable
/// ASCII as `\uxxxx`. It is what Python writes with `sort_keys=True` and `separators=(",", ":")`.
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    spell(value, &mut text);
    text
}

/// The same, with one field of the outermost object left out.
pub fn canonical_without(value: &Value, left_out: &str) -> String {
    let Value::Object(fields) = value else { return canonical(value) };
    let mut text = String::new();
    let rest = fields.iter().filter(|(name, _)| *name != left_out);
    spell_fields(rest.collect(), &mut text);
    text
}

fn spell(value: &Value, text: &mut String) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(yes) => text.push_str(if *yes { "true" } else { "false" }),
        Value::Number(number) => text.push_str(&number.to_string()),
        Value::String(words) => write_words(words, text),
        Value::Array(values) => {
            text.push('[');
            for (place, value) in values.iter().enumerate() {
                if place > 0 {
                    text.push(',');
                }
                spell(value, text);
            }
            text.push(']');
        }
        Value::Object(fields) => spell_fields(fields.iter().collect(), text),
    }
}

fn spell_fields(mut fields: Vec<(&String, &Value)>, text: &mut String) {
    // Sorted here and not by the map, which keeps the order it was filled in as soon as any
    // dependency asks serde_json for that.
    fields.sort_unstable_by_key(|(name, _)| *name);
    text.push('{');
    for (place, (name, value)) in fields.into_iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        write_words(name, text);
        text.push(':');
        spell(value, text);
    }
    text.push('}');
}

/// A text in quotes, in ASCII.
fn write_words(words: &str, text: &mut String) {
    text.push('"');
    for letter in words.chars() {
        match letter {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\u{8}' => text.push_str("\\b"),
            '\u{c}' => text.push_str("\\f"),
            ' '..='~' => text.push(letter),
            _ => {
                for unit in letter.encode_utf16(&mut [0; 2]) {
                    write!(text, "\\u{unit:04x}").expect("a String takes every write");
                }
            }
        }
    }
    text.push('"');
}

/// Why a text is not taken as JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// The place and the fault, in the words of the reader.
    NotJson(String),
    /// Deeper than [`DEEPEST`].
    TooDeep,
    /// More values than any file of ours has.
    TooMany,
    /// Names that stand twice in one object, each with the way to it, such as `records.3.id`.
    DuplicateKeys(Vec<String>),
}

/// Reads a text whose names each stand once. A reader that takes the last of two would show one
/// thing and keep another.
pub fn read(text: &str) -> Result<Value, Unread> {
    let walk = Walk::default();
    let mut source = serde_json::Deserializer::from_str(text);
    let value =
        Node(&walk, 0).deserialize(&mut source).and_then(|value| source.end().map(|()| value));
    let Walk { deep, twice, weight, .. } = walk;
    match value {
        _ if deep.into_inner() => Err(Unread::TooDeep),
        _ if weight.into_inner() > HEAVIEST => Err(Unread::TooMany),
        Err(error) => Err(Unread::NotJson(error.to_string())),
        Ok(value) if twice.borrow().is_empty() => Ok(value),
        Ok(_) => Err(Unread::DuplicateKeys(twice.into_inner())),
    }
}

/// Whether a number that is not whole stands anywhere in it; the format has none, because their
/// last digit depends on who reads them.
pub fn has_fraction(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.is_f64(),
        Value::Array(values) => values.iter().any(has_fraction),
        Value::Object(fields) => fields.values().any(has_fraction),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}

#[derive(Default)]
struct Walk {
    path: RefCell<Vec<String>>,
    twice: RefCell<Vec<String>>,
    deep: RefCell<bool>,
    weight: RefCell<usize>,
}

/// One value in the text, that deep.
struct Node<'walk>(&'walk Walk, usize);

impl Node<'_> {
    fn weigh<E: Error>(&self, more: usize) -> Result<(), E> {
        let mut weight = self.0.weight.borrow_mut();
        *weight += more;
        if *weight > HEAVIEST { Err(E::custom("too many")) } else { Ok(()) }
    }

    fn deeper<E: Error>(&self) -> Result<usize, E> {
        if self.1 < DEEPEST {
            return Ok(self.1 + 1);
        }
        self.0.deep.replace(true);
        Err(E::custom("too deep"))
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Value, D::Error> {
        self.weigh(1)?;
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Value, E> {
        Ok(Value::Bool(yes))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::from(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, words: &str) -> Result<Value, E> {
        Ok(Value::from(words))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut source: A) -> Result<Value, A::Error> {
        let depth = self.deeper()?;
        let mut values = Vec::new();
        self.0.path.borrow_mut().push("0".to_owned());
        while let Some(value) = source.next_element_seed(Node(self.0, depth))? {
            values.push(value);
            if let Some(place) = self.0.path.borrow_mut().last_mut() {
                *place = values.len().to_string();
            }
        }
        self.0.path.borrow_mut().pop();
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut source: A) -> Result<Value, A::Error> {
        let depth = self.deeper()?;
        self.weigh(OBJECT)?;
        let mut fields = Map::new();
        while let Some(name) = source.next_key::<String>()? {
            self.0.path.borrow_mut().push(name.clone());
            let value = source.next_value_seed(Node(self.0, depth))?;
            if fields.insert(name, value).is_some() {
                self.0.twice.borrow_mut().push(self.0.path.borrow().join("."));
            }
            self.0.path.borrow_mut().pop();
        }
        Ok(Value::Object(fields))
    }
}
