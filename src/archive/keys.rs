//! The names under which things are kept. Names of no known form are left alone.

use std::fmt;

use crate::domain::record::RecordId;

/// What all names begin with: the site, then the profile. There is one profile, `p0`; the room is
/// there so that a second person on one device never needs a migration.
pub const PREFIX: &str = "soepel.p0.";

/// All names of the site, also those of other profiles and later versions.
pub const SITE: &str = "soepel.";

/// Things that are kept twice, so that a failed write leaves the other copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Twin {
    Meta,
    Settings,
    Screening,
}

impl Twin {
    pub const ALL: [Self; 3] = [Self::Meta, Self::Settings, Self::Screening];

    fn name(self) -> &'static str {
        match self {
            Self::Meta => "meta",
            Self::Settings => "set",
            Self::Screening => "scr",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Slot {
    A,
    B,
}

impl Slot {
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// The kind of a record that a later version knows: 1 to 20 lower-case letters and dashes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind(String);

impl Kind {
    pub fn new(text: &str) -> Option<Self> {
        let fits = (1..=20).contains(&text.len());
        let plain = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        (fits && plain).then(|| Self(text.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// One name in the storage.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// `meta.a`, `set.b`, `scr.a`
    Twin(Twin, Slot),
    /// `s.<id>.<revision>`
    Session(RecordId, u32),
    /// `x.<id>.<revision>`: a session that was deleted, so that no older file brings it back.
    Tombstone(RecordId, u32),
    /// `k.<kind>.<id>.<revision>`: a record of a kind that a later version knows, such as a
    /// routine of one's own.
    Other(Kind, RecordId, u32),
    /// `j.<id>.<seq>`: the running session, entry by entry.
    Journal(RecordId, u32),
    /// `q.<checksum>.<name it had>`: a text that could not be read, word for word.
    Quarantine(u32, String),
    /// `rsv`: filler that is given up when the storage is full.
    Reserve,
    /// `gone`: everything was erased, and the second store was not yet heard to be empty.
    Erased,
}

impl Key {
    /// The name a text that cannot be read gets, the same each time.
    pub fn quarantine(name: &str, raw: &str) -> Self {
        Self::Quarantine(crc32fast::hash(raw.as_bytes()), name.to_owned())
    }

    pub fn parse(text: &str) -> Option<Self> {
        let name = text.strip_prefix(PREFIX)?;
        let Some((head, rest)) = name.split_once('.') else {
            return match name {
                "rsv" => Some(Self::Reserve),
                "gone" => Some(Self::Erased),
                _ => None,
            };
        };
        match head {
            "s" => numbered(rest).map(|(id, revision)| Self::Session(id, revision)),
            "x" => numbered(rest).map(|(id, revision)| Self::Tombstone(id, revision)),
            "j" => numbered(rest).map(|(id, seq)| Self::Journal(id, seq)),
            "k" => {
                let (kind, rest) = rest.split_once('.')?;
                let (id, revision) = numbered(rest)?;
                Some(Self::Other(Kind::new(kind)?, id, revision))
            }
            "q" => {
                let (checksum, name) = rest.split_once('.')?;
                let value = u32::from_str_radix(checksum, 16).ok()?;
                (format!("{value:08x}") == checksum)
                    .then(|| Self::Quarantine(value, name.to_owned()))
            }
            _ => {
                let twin = Twin::ALL.into_iter().find(|twin| twin.name() == head)?;
                match rest {
                    "a" => Some(Self::Twin(twin, Slot::A)),
                    "b" => Some(Self::Twin(twin, Slot::B)),
                    _ => None,
                }
            }
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(PREFIX)?;
        match self {
            Self::Twin(twin, Slot::A) => write!(out, "{}.a", twin.name()),
            Self::Twin(twin, Slot::B) => write!(out, "{}.b", twin.name()),
            Self::Session(id, revision) => write!(out, "s.{id}.{revision}"),
            Self::Tombstone(id, revision) => write!(out, "x.{id}.{revision}"),
            Self::Other(kind, id, revision) => write!(out, "k.{}.{id}.{revision}", kind.as_str()),
            Self::Journal(id, seq) => write!(out, "j.{id}.{seq}"),
            Self::Quarantine(checksum, name) => write!(out, "q.{checksum:08x}.{name}"),
            Self::Reserve => out.write_str("rsv"),
            Self::Erased => out.write_str("gone"),
        }
    }
}

fn numbered(text: &str) -> Option<(RecordId, u32)> {
    let (id, number) = text.split_once('.')?;
    let value: u32 = number.parse().ok()?;
    // One spelling per name: no `+1`, no `01`.
    (value.to_string() == number).then_some((RecordId::parse(id)?, value))
}
