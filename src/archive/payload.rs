//! One record as text and as what it means, whichever version wrote it.

use std::{borrow::Cow, cmp::Ordering, sync::Arc};

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::{
    convert::{
        MOMENTS, REVISIONS, item, journal, packed, screening,
        session::{self, Tombstone},
        settings::{self, Meta},
    },
    envelope,
    journal::{Opening, Step},
    json,
    keys::{Key, Kind, Twin},
    problem::Problem,
    v1, v2,
};
use crate::domain::{
    item::Item,
    record::{RecordId, ScreeningRecord, SessionRecord},
    settings::Settings,
};

/// What a record says of itself in every version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub version: u32,
    pub kind: Kind,
    pub id: Option<RecordId>,
    /// 0 where it does not say.
    pub revision: u32,
    /// Epoch milliseconds UTC; 0 where it does not say.
    pub updated: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Session(Arc<SessionRecord>),
    Deleted(Tombstone),
    Settings(Box<Settings>),
    Screening(ScreeningRecord),
    Meta(Meta),
    Opening(Box<Opening>),
    Step(Box<Step>),
    Item(Box<Item>),
    /// Of a newer version, or of a kind that only a newer version knows: kept word for word.
    Beyond,
}

/// One record that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payload {
    pub head: Head,
    pub what: What,
    /// As it stands in the storage, in whichever form.
    text: String,
    checksum: u32,
}

impl Payload {
    pub fn read(text: &str) -> Result<Self, Vec<Problem>> {
        // Ten thousand sessions are read at the start: those that look packed are read once, whole.
        let packed = packed::looks_packed(text).then(|| packed::unpack(text)).flatten();
        let head = match &packed {
            Some(shape) => head_of(shape),
            None => read_head(text),
        };
        let head = head.map_err(|problem| vec![problem])?;
        let mut text = text.to_owned();
        let what = if let Some(shape) = packed.or_else(|| unpacked(&head, &text)) {
            What::Session(Arc::new(session::read(&shape)?))
        } else if head.version > v1::VERSION {
            What::Beyond
        } else {
            match head.kind.as_str() {
                v1::SESSION => What::Session(Arc::new(session::read(&shape(&text)?)?)),
                v1::DELETED => What::Deleted(session::read_tombstone(&shape(&text)?)?),
                v1::SETTINGS => What::Settings(Box::new(settings::read(&shape(&text)?)?)),
                v1::SCREENING => What::Screening(screening::read(&shape(&text)?)?),
                v1::META => What::Meta(settings::read_meta(&shape(&text)?)?),
                v1::OPENING => What::Opening(Box::new(journal::read_opening(&shape(&text)?)?)),
                v1::STEP => What::Step(Box::new(journal::read_step(&shape(&text)?)?.1)),
                kind if kind == v1::item::BEGUN_TEST || v1::item::KINDS.contains(&kind) => {
                    What::Item(Box::new(item::read(&shape(&text)?)?))
                }
                _ => What::Beyond,
            }
        };
        if what == What::Beyond {
            check_beyond(&head)?;
            // Its head can be read and the rest may still not be: `1e999` is no number of ours.
            let whole = serde_json::from_str(&text).map_err(|_| vec![Problem::NoRecord])?;
            text = json::canonical(&whole);
        }
        let checksum = crc32fast::hash(text.as_bytes());
        Ok(Self { head, what, text, checksum })
    }

    /// From a stored text, at the name it stood under.
    pub fn open(key: &Key, raw: &str) -> Result<Self, Vec<Problem>> {
        let text = envelope::open(raw).map_err(|torn| vec![Problem::Torn(torn)])?;
        let payload = Self::read(text)?;
        if payload.belongs_at(key) { Ok(payload) } else { Err(vec![Problem::WrongKey]) }
    }

    /// In the first form, which is the one that leaves the browser.
    pub fn text(&self) -> Cow<'_, str> {
        match unpacked(&self.head, &self.text) {
            Some(shape) => Cow::Owned(spell(&shape)),
            None => Cow::Borrowed(&self.text),
        }
    }

    /// As it is stored.
    pub fn seal(&self) -> String {
        envelope::seal_with(self.checksum, &self.text)
    }

    /// The same, as it would be stored by now.
    #[must_use]
    pub fn packed(mut self) -> Self {
        if let (What::Session(_), Some(text)) = (&self.what, packed::pack(&self.text)) {
            self.checksum = crc32fast::hash(text.as_bytes());
            self.head.version = v2::VERSION;
            self.text = text;
        }
        self
    }

    /// The first form in its one spelling.
    pub fn canonical(&self) -> String {
        match unpacked(&self.head, &self.text) {
            Some(shape) => spell(&shape),
            None => json::canonical(&value(&self.text)),
        }
    }

    /// In whichever form each of them is.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.text == other.text || self.text() == other.text()
    }

    /// Whether it is stored in these very letters, without writing them once more.
    pub fn is_sealed_as(&self, raw: &str) -> bool {
        let head = raw.strip_suffix(self.text.as_str());
        head.is_some_and(|head| head == envelope::seal_with(self.checksum, ""))
    }

    /// Of two with one id the greater one stays, wherever they meet: the later revision, then the
    /// later moment, then the larger checksum. It says nothing about which is better; it says the
    /// same on every device, in whichever form a device keeps it.
    pub fn rank(&self, other: &Self) -> Ordering {
        let moment = |payload: &Self| (payload.head.revision, payload.head.updated);
        moment(self).cmp(&moment(other)).then_with(|| {
            if self.text == other.text {
                return Ordering::Equal;
            }
            let (ours, theirs) = (self.text(), other.text());
            let checksum = |text: &str| crc32fast::hash(text.as_bytes());
            checksum(&ours).cmp(&checksum(&theirs)).then_with(|| ours.cmp(&theirs))
        })
    }

    /// The record without what only counts on one device.
    pub fn without_revision(&self) -> Value {
        let mut value = value(&self.text());
        if let Some(fields) = value.as_object_mut() {
            fields.remove("rev");
        }
        value
    }

    /// The name for a record that has an id; settings and answers have two names, and no id.
    pub fn key(&self) -> Option<Key> {
        let (id, revision) = (self.head.id?, self.head.revision);
        match self.head.kind.as_str() {
            v1::SESSION => Some(Key::Session(id, revision)),
            v1::DELETED => Some(Key::Tombstone(id, revision)),
            v1::SETTINGS | v1::SCREENING | v1::META | v1::OPENING | v1::STEP => None,
            _ => Some(Key::Other(self.head.kind.clone(), id, revision)),
        }
    }

    fn belongs_at(&self, key: &Key) -> bool {
        let kind = self.head.kind.as_str();
        match key {
            Key::Twin(twin, _) => kind == kind_of(*twin) && self.head.revision > 0,
            Key::Session(..) | Key::Tombstone(..) | Key::Other(..) => {
                self.key().as_ref() == Some(key)
            }
            Key::Journal(id, seq) => {
                let place = match &self.what {
                    What::Opening(_) => *seq == 0,
                    What::Step(step) => *seq == step.seq,
                    What::Beyond => kind == if *seq == 0 { v1::OPENING } else { v1::STEP },
                    _ => false,
                };
                place && self.head.id == Some(*id)
            }
            Key::Quarantine(..) | Key::Reserve | Key::Erased => false,
        }
    }
}

pub fn kind_of(twin: Twin) -> &'static str {
    match twin {
        Twin::Meta => v1::META,
        Twin::Settings => v1::SETTINGS,
        Twin::Screening => v1::SCREENING,
    }
}

/// The canonical text of a frozen shape.
///
/// # Panics
/// Never: the shapes hold only what JSON has.
pub fn spell(shape: &impl Serialize) -> String {
    let value = serde_json::to_value(shape).expect("shapes hold only what JSON has");
    json::canonical(&value)
}

/// The text of a session in the second form where that says the same, as it is stored.
pub fn shortest(text: String) -> String {
    packed::pack(&text).unwrap_or(text)
}

fn unpacked(head: &Head, text: &str) -> Option<v1::Session> {
    let second = head.version == v2::VERSION && head.kind.as_str() == v1::SESSION;
    second.then(|| packed::unpack(text)).flatten()
}

/// The fields of a text that this version does not know, to write back beside those it does.
pub fn extra_of<T: DeserializeOwned>(text: &str, take: impl FnOnce(T) -> v1::Extra) -> v1::Extra {
    serde_json::from_str(text).map(take).unwrap_or_default()
}

fn read_head(text: &str) -> Result<Head, Problem> {
    check_head(&serde_json::from_str(text).map_err(|_| Problem::NoRecord)?)
}

/// Of a packed session.
fn head_of(shape: &v1::Session) -> Result<Head, Problem> {
    check_head(&v1::Head {
        v: v2::VERSION,
        kind: shape.kind.clone(),
        id: Some(shape.id.clone()),
        rev: Some(shape.rev),
        updated: Some(shape.updated),
    })
}

fn check_head(head: &v1::Head) -> Result<Head, Problem> {
    let id = match &head.id {
        Some(id) => Some(RecordId::parse(id).ok_or(Problem::OutOfRange("id"))?),
        None => None,
    };
    if head.v == 0 {
        return Err(Problem::OutOfRange("v"));
    }
    Ok(Head {
        version: head.v,
        kind: Kind::new(&head.kind).ok_or(Problem::OutOfRange("kind"))?,
        id,
        revision: head.rev.unwrap_or_default(),
        updated: head.updated.unwrap_or_default(),
    })
}

fn shape<T: DeserializeOwned>(text: &str) -> Result<T, Vec<Problem>> {
    serde_json::from_str(text).map_err(|error| vec![Problem::WrongType(error.to_string())])
}

/// What cannot be understood must still be kept in the right order.
fn check_beyond(head: &Head) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    if head.revision > *REVISIONS.end() {
        problems.push(Problem::OutOfRange("rev"));
    }
    if !MOMENTS.contains(&head.updated) {
        problems.push(Problem::OutOfRange("updated"));
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// A text that was read once already.
fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}
