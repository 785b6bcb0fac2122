//! What stands around each stored text: `1|<crc32, 8 hex>|<JSON in ASCII>`.
//!
//! The checksum finds damage. It is no seal: what is kept belongs to the person.

/// The first sign of a stored text, for the form of the envelope itself.
const FORM: &str = "1";

/// Why a stored text gives no payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Torn {
    /// Not of the form `1|checksum|payload`.
    Form,
    /// Some of the text changed after it was written.
    Checksum,
}

/// `payload` is in ASCII already: one code unit per character keeps the quota of every browser
/// the same and leaves no half of a character to lose.
pub fn seal(payload: &str) -> String {
    debug_assert!(payload.is_ascii(), "the canonical writer escapes what is not");
    seal_with(crc32fast::hash(payload.as_bytes()), payload)
}

/// The same, where the checksum is known.
pub fn seal_with(checksum: u32, payload: &str) -> String {
    format!("{FORM}|{checksum:08x}|{payload}")
}

pub fn open(text: &str) -> Result<&str, Torn> {
    let rest = text.strip_prefix(FORM).and_then(|rest| rest.strip_prefix('|')).ok_or(Torn::Form)?;
    let (checksum, payload) = rest.split_once('|').ok_or(Torn::Form)?;
    let sound = format!("{:08x}", crc32fast::hash(payload.as_bytes())) == checksum;
    sound.then_some(payload).ok_or(Torn::Checksum)
}
