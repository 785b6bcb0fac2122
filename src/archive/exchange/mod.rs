//! A plan on its way to a physiotherapist and back, as the end of a link or as a file. It may come
//! from anybody: what cannot be trusted is refused whole, a line that cannot be read by itself.
//!
//! The form is a small object of JSON. For a link it is deflated and spelled in base64url, with a
//! checksum, so that a link which a mail program broke is noticed.

mod lines;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use miniz_oxide::{
    deflate::compress_to_vec,
    inflate::{TINFLStatus, decompress_to_vec_with_limit},
};
use serde_json::{Map, Value, json};

use super::{
    convert::item::advice::write_line,
    export::checksum,
    json::{self, Unread},
    payload::spell,
};
use crate::domain::{
    advice::{Advice, Offered},
    time::Day,
};

pub const FORMAT: &str = "soepel-plan";
/// The form of the plan itself.
const SCHEMA: u64 = 1;
/// The first character of a packed plan: how it was packed.
const PACKED: char = '1';

/// Bytes of JSON: far above forty lines with notes.
pub const LARGEST: usize = 64 * 1024;
/// Characters of a packed plan: what no browser cuts off.
pub const LONGEST: usize = 30_000;
/// As small as it gets: a link is read by eyes and cameras.
const LEVEL: u8 = 9;
const CHECKSUM: usize = 4;

/// Why a plan is refused whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Something else than a plan.
    NotAPlan,
    /// It was one; something in it changed or got lost on the way.
    Damaged,
    /// Made by a newer version.
    Newer,
    /// Larger than any plan that is one.
    TooLarge,
    /// Lists and objects deep within each other.
    TooDeep,
    /// A name stands twice in one object, so that nobody knows which holds.
    Twice,
    /// A plan without a line.
    Empty,
}

/// As it stands at the end of a link.
pub fn pack(advice: &Advice) -> String {
    pack_value(&value(advice))
}

fn pack_value(value: &Value) -> String {
    let text = json::canonical(value);
    let mut bytes = crc32fast::hash(text.as_bytes()).to_be_bytes().to_vec();
    bytes.extend(compress_to_vec(text.as_bytes(), LEVEL));
    format!("{PACKED}{}", URL_SAFE_NO_PAD.encode(bytes))
}

/// The end of a link, which may be anything.
pub fn unpack(text: &str) -> Result<Offered, Refusal> {
    if text.len() > LONGEST {
        return Err(Refusal::TooLarge);
    }
    let mut letters = text.chars();
    let rest = match letters.next() {
        Some(PACKED) => letters.as_str(),
        Some('2'..='9') => return Err(Refusal::Newer),
        _ => return Err(Refusal::NotAPlan),
    };
    let bytes = URL_SAFE_NO_PAD.decode(rest).map_err(|_| Refusal::Damaged)?;
    let (sum, deflated) = bytes.split_first_chunk::<CHECKSUM>().ok_or(Refusal::Damaged)?;
    let plain = decompress_to_vec_with_limit(deflated, LARGEST).map_err(|fault| {
        if fault.status == TINFLStatus::HasMoreOutput {
            Refusal::TooLarge
        } else {
            Refusal::Damaged
        }
    })?;
    if crc32fast::hash(&plain).to_be_bytes() != *sum {
        return Err(Refusal::Damaged);
    }
    let text = std::str::from_utf8(&plain).map_err(|_| Refusal::Damaged)?;
    offered(&read(text)?)
}

/// `soepel-plan-2026-11-22.json`
pub fn file_name(day: Day) -> String {
    format!("{FORMAT}-{}.json", day.iso())
}

/// The same as a file, with a checksum as an export has it.
pub fn file(advice: &Advice) -> String {
    let mut value = value(advice);
    let sum = checksum(&value);
    if let Some(fields) = value.as_object_mut() {
        fields.insert("sha256".to_owned(), Value::from(sum));
    }
    format!("{}\n", json::canonical(&value))
}

/// Whether a file says of itself that it is a plan, whatever else is wrong with it.
pub fn is_plan(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_ok_and(|text| {
        json::read(plain(text)).is_ok_and(|file| file["format"].as_str() == Some(FORMAT))
    })
}

/// The packed plan in a file, or in what somebody pasted: a whole link, its end, or the text of a
/// file. It may be anything.
pub fn find(bytes: &[u8]) -> Result<String, Refusal> {
    if bytes.len() > 4 * LARGEST {
        return Err(Refusal::TooLarge);
    }
    let text = plain(std::str::from_utf8(bytes).map_err(|_| Refusal::NotAPlan)?);
    if !text.starts_with('{') {
        let end = text.rsplit_once("/plan/").map_or(text, |(_, end)| end);
        return unpack(end).map(|_| end.to_owned());
    }
    let mut value = read(text)?;
    offered(&value)?;
    let given = value.as_object_mut().and_then(|fields| fields.remove("sha256"));
    if given.as_ref().and_then(Value::as_str) != Some(&checksum(&value)) {
        return Err(Refusal::Damaged);
    }
    if json::canonical(&value).len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    Ok(pack_value(&value))
}

fn plain(text: &str) -> &str {
    text.trim_start_matches('\u{feff}').trim()
}

fn read(text: &str) -> Result<Value, Refusal> {
    json::read(text).map_err(|unread| match unread {
        Unread::NotJson(_) => Refusal::NotAPlan,
        Unread::TooDeep => Refusal::TooDeep,
        Unread::TooMany => Refusal::TooLarge,
        Unread::DuplicateKeys(_) => Refusal::Twice,
    })
}

fn value(advice: &Advice) -> Value {
    let Advice { whose, note, discussed, lines } = advice;
    let lines: Vec<Value> = lines
        .iter()
        .map(|line| serde_json::from_str(&spell(&write_line(line))).unwrap_or_default())
        .collect();
    let mut fields = Map::from_iter([
        ("format".to_owned(), json!(FORMAT)),
        ("schema".to_owned(), json!(SCHEMA)),
        ("lines".to_owned(), Value::from(lines)),
    ]);
    let texts = [
        ("whose", whose.as_ref().map(|name| name.as_str().to_owned())),
        ("note", note.as_ref().map(|note| note.as_str().to_owned())),
        ("with", discussed.as_ref().map(|talk| talk.name.as_str().to_owned())),
        ("on", discussed.as_ref().map(|talk| talk.day.iso())),
    ];
    for (name, text) in texts {
        fields.extend(text.map(|text| (name.to_owned(), Value::from(text))));
    }
    Value::Object(fields)
}

fn offered(value: &Value) -> Result<Offered, Refusal> {
    if value["format"].as_str() != Some(FORMAT) {
        return Err(Refusal::NotAPlan);
    }
    let schema = value["schema"].as_u64().filter(|schema| *schema > 0);
    if schema.ok_or(Refusal::NotAPlan)? > SCHEMA {
        return Err(Refusal::Newer);
    }
    let lines = value["lines"].as_array().ok_or(Refusal::NotAPlan)?;
    if lines.is_empty() {
        return Err(Refusal::Empty);
    }
    Ok(lines::read(value, lines))
}
