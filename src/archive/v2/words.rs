//! Numbers in place of words. Frozen: a word may be added at the end of its list, and none is ever
//! removed, renamed or moved. A word that stands in no list is written as it is, so nothing is
//! impossible to write.
//!
//! 0 is no word at all; the first of a list is 1.

use std::{fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, SeqAccess, Visitor},
};

/// A word as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    Number(u32),
    Text(String),
}

/// A number that no list of this version has: a later one wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unknown;

impl Word {
    pub fn write(word: Option<&str>, list: &[&str]) -> Self {
        let Some(word) = word else { return Self::default() };
        let place = (1..).zip(list).find(|(_, known)| **known == word);
        place.map_or_else(|| Self::Text(word.to_owned()), |(number, _)| Self::Number(number))
    }

    pub fn read(self, list: &[&str]) -> Result<Option<String>, Unknown> {
        match self {
            Self::Text(text) => Ok(Some(text)),
            Self::Number(0) => Ok(None),
            Self::Number(number) => {
                let place = usize::try_from(number - 1).map_err(|_| Unknown)?;
                list.get(place).map(|word| Some((*word).to_owned())).ok_or(Unknown)
            }
        }
    }
}

impl Default for Word {
    fn default() -> Self {
        Self::Number(0)
    }
}

impl Serialize for Word {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => to.serialize_u32(*number),
            Self::Text(text) => to.serialize_str(text),
        }
    }
}

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(VisitWord)
    }
}

struct VisitWord;

impl Visitor<'_> for VisitWord {
    type Value = Word;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a word or its number")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Word, E> {
        u32::try_from(number).map(Word::Number).map_err(E::custom)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Word, E> {
        Ok(Word::Text(text.to_owned()))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Word, E> {
        Ok(Word::Text(text))
    }
}

/// A list, or 0 for an empty one.
pub(super) fn list<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    from.deserialize_any(VisitList(PhantomData))
}

struct VisitList<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for VisitList<T> {
    type Value = Vec<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a list or 0")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Vec<T>, E> {
        if number == 0 { Ok(Vec::new()) } else { Err(E::custom("no list")) }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
        let mut read = Vec::new();
        while let Some(one) = list.next_element()? {
            read.push(one);
        }
        Ok(read)
    }
}

/// Every list by its name.
pub const LISTS: &[(&str, &[&str])] = &[
    ("degrees", DEGREES),
    ("ends", ENDS),
    ("exercises", EXERCISES),
    ("felt", FELT),
    ("forms", FORMS),
    ("modes", MODES),
    ("outcomes", OUTCOMES),
    ("places", PLACES),
    ("sides", SIDES),
    ("sports", SPORTS),
    ("spots", SPOTS),
    ("stops", STOPS),
    ("zones", ZONES),
];

/// Words that are never in a list: names of people's own making and of versions.
pub const NONE: &[&str] = &[];

pub const SIDES: &[&str] = &["l", "r"];

pub const OUTCOMES: &[&str] = &["d", "p", "s"];

pub const ENDS: &[&str] =
    &["completed", "finished-early", "stopped", "abandoned", "added-afterwards"];

pub const STOPS: &[&str] = &["sharp-pain", "too-hard", "groin-pinch", "tingling", "dizzy", "other"];

pub const PLACES: &[&str] = &["hip-left", "hip-right", "low-back", "knee", "other"];

pub const SPORTS: &[&str] = &["no", "swapped", "kept", "exempt"];

pub const FORMS: &[&str] = &["good", "faults"];

pub const FELT: &[&str] = &["right-place", "low-back", "knee", "elsewhere"];

pub const DEGREES: &[&str] = &["easier", "plain", "harder"];

pub const SPOTS: &[&str] = &[
    "front-hip",
    "groin",
    "side-hip",
    "buttock",
    "low-back",
    "belly",
    "front-thigh",
    "back-thigh",
    "knee",
    "lower-leg",
    "elsewhere",
    "nowhere",
];

pub const MODES: &[&str] = &[
    "static",
    "pnf-self",
    "pnf-partner",
    "isometric-end-range",
    "controlled-rotation",
    "end-range-lift",
    "reps",
    "hold",
    "dynamic",
    "timed",
];

pub const ZONES: &[&str] = &[
    "Europe/Amsterdam",
    "Europe/Brussels",
    "Europe/Berlin",
    "Europe/Paris",
    "Europe/London",
    "Europe/Madrid",
    "Europe/Rome",
    "America/Paramaribo",
    "America/Curacao",
    "America/Aruba",
    "UTC",
];

pub const EXERCISES: &[&str] = &[
    "a-march",
    "abdominal-brace",
    "box-jump",
    "erc-abduction-side-lying-lift",
    "erc-adduction-side-lying-lift",
    "erc-endorotation-lift",
    "erc-exorotation-lift",
    "erc-extension-prone-lift",
    "erc-flexion-knee-hold",
    "fire-hydrant",
    "glute-bridge",
    "good-morning",
    "hip-cars-quadruped",
    "hip-cars-standing",
    "hip-thrust-bench",
    "iliopsoas-half-kneeling",
    "iliopsoas-lunge-kneeling",
    "iliopsoas-prone-press-up",
    "iliopsoas-standing-lunge",
    "iso-abduction-frog",
    "iso-adduction-crossbody",
    "iso-endorotation-9090",
    "iso-exorotation-9090",
    "iso-extension-half-kneeling",
    "iso-flexion-knee-to-chest",
    "lateral-bound-stick",
    "lateral-step-down",
    "movement-break-walk",
    "ninety-ninety-switch",
    "posture-reset",
    "quad-iliopsoas-combo",
    "quad-stretch-prone",
    "side-plank-hip-lift",
    "side-plank",
    "single-leg-rdl",
    "sit-to-stand",
    "skater-hop",
    "split-squat",
    "step-up",
    "superman",
    "upward-facing-dog",
    "warm-up-march",
];
