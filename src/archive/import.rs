//! Reading a file that may be anything. Nothing is written here; a file that cannot be trusted is
//! refused whole, a record that cannot be read is refused by itself, and both say why.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    copy,
    export::{FORMAT, SCHEMA, checksum, export},
    json::{self, Unread},
    keys::Key,
    payload::{Payload, What},
    problem::Problem,
    store::chain,
    v1,
};

/// Twice what the storage of a browser holds.
pub const LARGEST: usize = 10 * 1024 * 1024;

pub const MOST_RECORDS: usize = 20_000;

const LONGEST_NAME: usize = 200;

/// Why a file is refused whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Larger than 10 MiB.
    TooLarge,
    /// Not JSON, or not a text; with the place and the fault in the words of the reader.
    NotJson(String),
    /// Lists and objects deeper than 16.
    TooDeep,
    /// Names that stand twice in one object, such as `records.3.id`.
    DuplicateKeys(Vec<String>),
    /// JSON, but of another program.
    NotOurFormat,
    /// Something in the file changed after it was made.
    WrongChecksum,
    /// More than 20 000 records.
    TooMany,
}

/// Which list of the file something stood in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Records,
    Quarantine,
}

/// A record that is left out, with all that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub list: List,
    /// Counted from 1.
    pub place: usize,
    /// The id as it stands in the file, if any does.
    pub id: Option<String>,
    pub problems: Vec<Problem>,
}

/// A file that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parsed {
    /// A newer version made the file; what this one does not know is kept word for word.
    pub from_newer: bool,
    pub refused: Vec<Refused>,
    pub(super) records: Vec<Payload>,
    pub(super) settings: Option<Payload>,
    pub(super) screening: Option<Payload>,
    /// The name each text had, with the text.
    pub(super) quarantine: Vec<(String, String)>,
}

/// The edge looks at the size before it reads the file; it is looked at again here.
pub fn read(bytes: &[u8]) -> Result<Parsed, Refusal> {
    if bytes.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| Refusal::NotJson(error.to_string()))?;
    let file = json::read(text).map_err(|unread| match unread {
        Unread::NotJson(fault) => Refusal::NotJson(fault),
        Unread::TooDeep => Refusal::TooDeep,
        Unread::TooMany => Refusal::TooMany,
        Unread::DuplicateKeys(paths) => Refusal::DuplicateKeys(paths),
    })?;
    if let Some(archive) = copy::open(&file) {
        return read(export(&archive).as_bytes());
    }
    let (schema, records, quarantine) = parts(&file).ok_or(Refusal::NotOurFormat)?;
    if records.len() + quarantine.len() > MOST_RECORDS {
        return Err(Refusal::TooMany);
    }
    if file["sha256"].as_str() != Some(&checksum(&file)) {
        return Err(Refusal::WrongChecksum);
    }

    let mut parsed = Parsed { from_newer: schema > SCHEMA, ..Parsed::default() };
    let mut twice = Twice::default();
    for (place, value) in (1..).zip(records) {
        match read_record(value) {
            Ok(payload) => parsed.take(place, payload, &mut twice),
            Err(problems) => parsed.refuse(List::Records, place, value, problems),
        }
    }
    parsed.records = twice.settle(&mut parsed.refused);
    for (place, value) in (1..).zip(quarantine) {
        match read_quarantined(value) {
            Some(entry) => parsed.quarantine.push(entry),
            None => {
                parsed.refuse(List::Quarantine, place, value, vec![Problem::NoRecord]);
            }
        }
    }
    Ok(parsed)
}

impl Parsed {
    fn take(&mut self, place: usize, payload: Payload, twice: &mut Twice) {
        let single = match payload.what {
            What::Settings(_) => &mut self.settings,
            What::Screening(_) => &mut self.screening,
            _ => return twice.take(place, payload),
        };
        match single {
            None => *single = Some(payload),
            Some(first) if first.text() == payload.text() => {}
            Some(_) => {
                self.refused.push(Refused {
                    list: List::Records,
                    place,
                    id: None,
                    problems: vec![Problem::TwoContents],
                });
            }
        }
    }

    fn refuse(&mut self, list: List, place: usize, value: &Value, problems: Vec<Problem>) {
        let id = value["id"].as_str().map(|id| id.chars().take(LONGEST_NAME).collect());
        self.refused.push(Refused { list, place, id, problems });
    }
}

/// The records of a file by name, so that one id with two contents is noticed.
#[derive(Debug, Default)]
struct Twice(BTreeMap<Key, Vec<(usize, Payload)>>);

impl Twice {
    fn take(&mut self, place: usize, payload: Payload) {
        let Some(key) = payload.key() else { return };
        let there = self.0.entry(key).or_default();
        if there.iter().all(|(_, other)| !other.says_the_same(&payload)) {
            there.push((place, payload));
        }
    }

    /// The highest revision of each id. Which of two contents at one revision is right cannot be
    /// told from the file, so neither is taken.
    fn settle(self, refused: &mut Vec<Refused>) -> Vec<Payload> {
        let mut kept: Vec<(Key, Payload)> = Vec::new();
        for (key, mut there) in self.0 {
            if there.len() > 1 {
                refused.extend(there.into_iter().map(|(place, payload)| Refused {
                    list: List::Records,
                    place,
                    id: payload.head.id.map(|id| id.to_string()),
                    problems: vec![Problem::TwoContents],
                }));
            } else if let Some((_, payload)) = there.pop() {
                kept.push((key, payload));
            }
        }
        // By place and not by copies: a large file would take twice the memory.
        let mut highest = BTreeMap::new();
        for (at, (key, payload)) in kept.iter().enumerate() {
            let Some(chain) = chain(key) else { continue };
            let place = highest.entry(chain).or_insert(at);
            if payload.rank(&kept[*place].1).is_gt() {
                *place = at;
            }
        }
        let places: Vec<usize> = highest.into_values().collect();
        let mut kept: Vec<Option<Payload>> =
            kept.into_iter().map(|(_, payload)| Some(payload)).collect();
        places.into_iter().filter_map(|at| kept[at].take()).collect()
    }
}

fn parts(file: &Value) -> Option<(u64, &[Value], &[Value])> {
    let schema = file["schema"].as_u64().filter(|schema| *schema > 0)?;
    let ours = file["format"].as_str() == Some(FORMAT);
    let records = file["records"].as_array()?;
    let quarantine = file["quarantine"].as_array()?;
    ours.then_some((schema, records, quarantine))
}

fn read_record(value: &Value) -> Result<Payload, Vec<Problem>> {
    if json::has_fraction(value) {
        return Err(vec![Problem::Fraction]);
    }
    let payload = Payload::read(&json::canonical(value))?.packed();
    let problem = match (&payload.what, payload.head.kind.as_str()) {
        (What::Settings(_) | What::Screening(_), _) => return Ok(payload),
        (What::Beyond, v1::SETTINGS | v1::SCREENING) => Problem::Newer,
        (_, v1::META | v1::OPENING | v1::STEP) => Problem::OutOfRange("kind"),
        _ if payload.head.id.is_none() => Problem::NoId,
        _ if payload.head.revision == 0 => Problem::OutOfRange("rev"),
        _ => return Ok(payload),
    };
    Err(vec![problem])
}

fn read_quarantined(value: &Value) -> Option<(String, String)> {
    let name = value["name"].as_str()?;
    let fits = name.chars().count() <= LONGEST_NAME;
    fits.then_some((name.to_owned(), value["raw"].as_str()?.to_owned()))
}
