//! What stays of a finished session, and of the answers to the screening questions.

mod answers;
mod swapped;

pub use answers::{After, Before, BeforeSport, Felt, FeltAt, FeltMark, Form, PainAt, StopMark};
pub use swapped::{Degree, Swapped};

use std::{collections::BTreeMap, fmt};

use super::{
    body::{Side, named},
    dose::Mode,
    programme::SessionId,
    time::{Day, Seconds},
};

/// The Crockford base 32 of ULIDs: no I, L, O or U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The name of one record for ever, on every device: a ULID, 48 bits of time before 80 of chance.
///
/// It sorts by the moment it was made. Written here in twenty lines because the crates for it read
/// the clock or draw the chance themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(u128);

impl RecordId {
    pub const LEAST: Self = Self(0);
    pub const MOST: Self = Self(u128::MAX);

    /// `wall` is in milliseconds since 1970-01-01 UTC; `chance` comes from the platform's secure
    /// source.
    pub fn new(wall: i64, chance: [u8; 10]) -> Self {
        let time = u128::try_from(wall).unwrap_or_default() & 0xFFFF_FFFF_FFFF;
        let chance = chance.iter().fold(0, |sum, byte| sum << 8 | u128::from(*byte));
        Self(time << 80 | chance)
    }

    /// Twenty-six capitals and digits; any other spelling is no id, so each id has one spelling.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 26 || text.as_bytes().first()? > &b'7' {
            return None;
        }
        text.bytes()
            .try_fold(0, |sum: u128, byte| {
                let digit = ALPHABET.iter().position(|letter| *letter == byte)?;
                Some(sum << 5 | u128::try_from(digit).ok()?)
            })
            .map(Self)
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for place in (0..26).rev() {
            let digit = (self.0 >> (place * 5)) & 31;
            let letter = ALPHABET[usize::try_from(digit).unwrap_or_default()];
            write!(out, "{}", char::from(letter))?;
        }
        Ok(())
    }
}

/// A span of at most one day, 0 to 86 400 s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span(Seconds);

impl Span {
    pub const MOST: Seconds = Seconds(86_400);

    pub fn new(seconds: Seconds) -> Option<Self> {
        (seconds <= Self::MOST).then_some(Self(seconds))
    }

    /// What is longer counts as a whole day: a clock gone wrong must not cost the record.
    pub fn capped(seconds: Seconds) -> Self {
        Self(seconds.min(Self::MOST))
    }

    pub fn seconds(self) -> Seconds {
        self.0
    }
}

/// A number of repetitions, cycles or rounds, 0 to 1 000.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count(u16);

impl Count {
    pub const MOST: u32 = 1_000;

    pub fn new(value: u32) -> Option<Self> {
        u16::try_from(value).ok().filter(|value| u32::from(*value) <= Self::MOST).map(Self)
    }

    /// What is more counts as 1 000.
    pub fn capped(value: u32) -> Self {
        Self(u16::try_from(value.min(Self::MOST)).unwrap_or_default())
    }

    pub fn value(self) -> u32 {
        u32::from(self.0)
    }
}

/// What somebody wrote themselves, at most 2 000 characters. Shown as text, never as markup.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note(String);

impl Note {
    pub const LONGEST: usize = 2_000;

    pub fn new(text: &str) -> Option<Self> {
        (text.chars().count() <= Self::LONGEST).then(|| Self(text.to_owned()))
    }

    /// The first 2 000 characters, for a field that already stops there.
    pub fn shortened(text: &str) -> Self {
        Self(text.chars().take(Self::LONGEST).collect())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

named! {
    /// Why somebody pressed STOP (3.5 of the fact sheet).
    StopReason {
        SharpPain = "sharp-pain",
        TooHard = "too-hard",
        GroinPinch = "groin-pinch",
        Tingling = "tingling",
        Dizzy = "dizzy",
        Other = "other",
    }
}

/// How a session came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    Completed,
    /// Somebody chose to end before the last phase.
    FinishedEarly,
    /// STOP, with the reason.
    Stopped(StopReason),
    /// Left without a word, and closed later.
    Abandoned,
    /// Done without the app and written down afterwards.
    AddedAfterwards,
}

/// A mode as a record spells it, also one that this version does not know (yet, or any more).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DoneMode {
    Known(Mode),
    Unknown(String),
}

impl DoneMode {
    pub fn read(slug: &str) -> Self {
        Mode::parse(slug).map_or_else(|| Self::Unknown(slug.to_owned()), Self::Known)
    }

    pub fn slug(&self) -> &str {
        match self {
            Self::Known(mode) => mode.slug(),
            Self::Unknown(slug) => slug,
        }
    }
}

named! {
    Outcome {
        Done = "done",
        Partly = "partly",
        Skipped = "skipped",
    }
}

/// One exercise, on one side where it has sides, as it was really done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneRow {
    /// The slug in the catalogue of the day; later versions may have dropped it.
    pub exercise: String,
    pub mode: DoneMode,
    pub side: Option<Side>,
    /// Repetitions, cycles or rounds.
    pub planned: Count,
    pub done: Count,
    /// Time under tension, over all repetitions.
    pub held: Span,
    pub outcome: Outcome,
}

/// One finished session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRecord {
    pub id: RecordId,
    /// 1 when made; each correction adds one.
    pub revision: u32,
    /// When this revision was made, in epoch milliseconds UTC.
    pub updated: i64,
    /// `P1-A`; may be one that this version does not know.
    pub session: SessionId,
    /// Epoch milliseconds UTC.
    pub started_wall: i64,
    /// Minutes east of UTC at the start.
    pub offset: i16,
    /// IANA name such as `Europe/Amsterdam`; empty where the device would not say.
    pub zone: String,
    /// The local date at the start; travel and summer time never move it.
    pub day: Day,
    pub active: Span,
    pub ending: Ending,
    pub before: Before,
    pub after: After,
    pub done: Vec<DoneRow>,
    /// In the order in which they happened.
    pub stops: Vec<StopMark>,
    /// In the order in which they happened.
    pub swaps: Vec<Swapped>,
    /// Where exercises were felt, each exercise once.
    pub felt_in: Vec<FeltMark>,
    /// The version of Soepel that wrote the record.
    pub app: String,
}

impl SessionRecord {
    /// Part of this exercise was done in an easier way, on this side: it says nothing about the
    /// next step.
    pub fn was_eased(&self, exercise: &str, side: Option<Side>) -> bool {
        self.swaps.iter().any(|swap| {
            let here = swap.side.is_none() || side.is_none() || swap.side == side;
            swap.exercise == exercise && here && swap.degree == Degree::Easier
        })
    }
}

named! {
    /// An answer to a screening question; not knowing is an answer (3.3 of the fact sheet).
    Answer {
        Yes = "yes",
        No = "no",
        Unsure = "unsure",
    }
}

/// Somebody says that a doctor has assessed them and lets them exercise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cleared {
    /// Epoch milliseconds UTC.
    pub wall: i64,
}

/// What somebody said when an answer asks to be talked over first (amber, 3.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Consultation {
    /// "I will; show me the gentle start", begun on this day.
    Planned { since: Day },
    /// "I have discussed this, or am being treated", said on this day.
    Held {
        day: Day,
        /// With whom, or what they said; the person's own words.
        note: Note,
    },
}

/// The answers to the screening questions, all of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreeningRecord {
    pub day: Day,
    /// When the last answer was given, in epoch milliseconds UTC.
    pub wall: i64,
    /// By the question's id: `S1`, `A3`, or the slug of a condition.
    pub answers: BTreeMap<String, Answer>,
    pub cleared: Option<Cleared>,
    pub consultation: Option<Consultation>,
}
