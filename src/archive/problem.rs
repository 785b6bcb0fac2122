//! What can be wrong with a stored text or a record in a file.

use super::envelope::Torn;

/// One thing that is wrong with one record. All of them are reported, not the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The envelope around a stored text is damaged.
    Torn(Torn),
    /// Not one JSON object with a version and a kind.
    NoRecord,
    /// A field is missing or of another type; in the words of the JSON reader.
    WrongType(String),
    /// A field's number, date, word or length is outside what the format allows.
    OutOfRange(&'static str),
    /// A number that is not whole.
    Fraction,
    /// Two fields contradict each other.
    Contradiction(&'static str, &'static str),
    /// It says it is something else than the name under which it stood.
    WrongKey,
    /// The same id and revision stands in the file with other content.
    TwoContents,
    /// A kind this version does not know, without the id to keep it under.
    NoId,
    /// Settings or answers that a newer version wrote: update first.
    Newer,
}
