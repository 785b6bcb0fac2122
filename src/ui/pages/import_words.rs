//! Why a file, or a piece of one, is not taken in: in words somebody can act on.

use crate::{
    archive::{import::Refusal, problem::Problem},
    content::phrases::{fault as faults, import as words},
    ui::words::{fill, say},
};

pub(super) fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::TooLarge => say(words::TOO_LARGE),
        // Where in the text it went wrong helps nobody who did not write it.
        Refusal::NotJson(_) => say(words::NOT_JSON),
        Refusal::TooDeep => say(words::TOO_DEEP),
        Refusal::DuplicateKeys(names) => fill(words::DUPLICATE, &[("names", &names.join(", "))]),
        Refusal::NotOurFormat => say(words::NOT_OURS),
        Refusal::WrongChecksum => say(words::CHECKSUM),
        Refusal::TooMany => say(words::TOO_MANY),
    }
}

pub(super) fn fault(problem: &Problem) -> String {
    match problem {
        Problem::Torn(_) => say(faults::TORN),
        Problem::NoRecord => say(faults::NO_RECORD),
        Problem::WrongType(_) => say(faults::WRONG_TYPE),
        Problem::OutOfRange(field) => fill(faults::OUT_OF_RANGE, &[("field", field)]),
        Problem::Fraction => say(faults::FRACTION),
        Problem::Contradiction(one, other) => {
            fill(faults::CONTRADICTION, &[("one", one), ("other", other)])
        }
        Problem::WrongKey => say(faults::WRONG_KEY),
        Problem::TwoContents => say(faults::TWO_CONTENTS),
        Problem::NoId => say(faults::NO_ID),
        Problem::Newer => say(faults::NEWER),
    }
}
