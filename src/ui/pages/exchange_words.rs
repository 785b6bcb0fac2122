//! Words about a plan on its way: what a line says, what is left out of it and why.

use super::session::dose_words;
use crate::{
    app::view::{exercise::DoseNumber, routines::WhyOut},
    archive::exchange::Refusal,
    content::phrases::{
        plan_fault as faults, plan_line as words, plan_lock, plan_refusal as refused,
    },
    domain::{
        advice::{Fault, MOST_LINES, Numbers, Weekly},
        body::Side,
        exercise::Exercise,
        routine::amount::Amount,
    },
    ui::{
        words::{fill, read, say},
        words_things::{amount as amount_words, dose_number, range},
    },
};

/// "3 × 20 s per kant, met band, 3 keer per week".
pub(super) fn numbers(exercise: &Exercise, numbers: &Numbers) -> String {
    let Numbers { protocol, sides, way, weekly } = numbers;
    let mut said = dose_words(protocol, sides.is_per_side());
    said = match sides.only() {
        Some(Side::Left) => fill(words::ONLY_LEFT, &[("dose", &said)]),
        Some(Side::Right) => fill(words::ONLY_RIGHT, &[("dose", &said)]),
        None => said,
    };
    if let Some(way) = way.as_ref().and_then(|way| exercise.variant(way)) {
        said = fill(words::WITH, &[("way", &read(&way.name).to_lowercase()), ("dose", &said)]);
    }
    match weekly.map(Weekly::times) {
        None => said,
        Some(1) => fill(words::WEEKLY_ONCE, &[("dose", &said)]),
        Some(times) => fill(words::WEEKLY, &[("n", &times.to_string()), ("dose", &said)]),
    }
}

pub(super) fn refusal(refusal: Refusal) -> String {
    say(match refusal {
        Refusal::NotAPlan => refused::NOT_A_PLAN,
        Refusal::Damaged => refused::DAMAGED,
        Refusal::Newer => refused::NEWER,
        Refusal::TooLarge => refused::TOO_LARGE,
        Refusal::TooDeep => refused::TOO_DEEP,
        Refusal::Twice => refused::TWICE,
        Refusal::Empty => refused::EMPTY,
    })
}

pub(super) fn unreadable() -> String {
    say(refused::UNREADABLE)
}

pub(super) fn locked(why: WhyOut) -> String {
    let why = say(match why {
        WhyOut::Answers => plan_lock::ANSWERS,
        WhyOut::Pain => plan_lock::PAIN,
        WhyOut::Level => plan_lock::LEVEL,
        WhyOut::Jumped => plan_lock::JUMPED,
        WhyOut::Landings => plan_lock::LANDINGS,
        WhyOut::Plank => plan_lock::PLANK,
        WhyOut::Advised => plan_lock::ADVISED,
    });
    fill(words::LOCKED, &[("why", &why)])
}

pub(super) fn not_taken(faults: &[Fault]) -> String {
    let all: Vec<String> = faults.iter().map(fault).collect();
    fill(words::NOT_TAKEN, &[("faults", &all.join("; "))])
}

pub(super) fn fault(fault: &Fault) -> String {
    match fault {
        Fault::NoLine => say(faults::NO_LINE),
        Fault::UnknownExercise => say(faults::UNKNOWN_EXERCISE),
        Fault::UnknownMode => say(faults::UNKNOWN_MODE),
        Fault::Twice => say(faults::TWICE),
        Fault::TooMany => fill(faults::TOO_MANY, &[("most", &MOST_LINES.to_string())]),
        Fault::WrongValue(field) => fill(faults::WRONG_VALUE, &[("field", field)]),
        Fault::Beyond { amount, value, bounds } => {
            let number = number_of(*amount);
            let value = amount_words(*value, number.unit());
            let range = range(*bounds, number.unit());
            let parts = [("number", &*dose_number(number)), ("value", &*value), ("range", &*range)];
            fill(faults::BEYOND, &parts)
        }
        Fault::NoSuchNumber(amount) => {
            fill(faults::NO_SUCH_NUMBER, &[("number", &dose_number(number_of(*amount)))])
        }
        Fault::NoSides => say(faults::NO_SIDES),
        Fault::UnknownLoad => say(faults::UNKNOWN_LOAD),
        Fault::Text => say(faults::TEXT),
        Fault::UnknownField => say(faults::UNKNOWN_FIELD),
    }
}

pub(super) fn nameless() -> String {
    say(faults::NAMELESS)
}

fn number_of(amount: Amount) -> DoseNumber {
    match amount {
        Amount::Sets => DoseNumber::Sets,
        Amount::Reps => DoseNumber::Reps,
        Amount::Hold => DoseNumber::Hold,
        Amount::Passive => DoseNumber::Passive,
        Amount::Duration => DoseNumber::Duration,
    }
}
