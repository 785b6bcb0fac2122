//! What a record says of the day around its session, in words.

use super::{
    felt::{form_words, place_words},
    record::score,
};
use crate::{
    content::{
        phrases::{Phrase, day_record as words},
        reading::reading,
    },
    domain::{
        exercise::ExerciseId,
        record::{After, Before, BeforeSport, StopMark},
    },
    ui::{
        runtime::runtime,
        words::{read, say, side},
    },
};

/// A label, and what was answered.
type Fact = (Phrase, Option<String>);

pub(super) fn before_facts(before: &Before) -> [Fact; 3] {
    [
        (words::SPORT, before.sport.map(sport_words)),
        (words::SORENESS, before.soreness.map(score)),
        (words::STIFFNESS, before.stiffness.map(score)),
    ]
}

pub(super) fn after_facts(after: &After) -> [Fact; 3] {
    [
        (words::FORM, after.form.map(form_words)),
        (words::FELT, after.felt.map(place_words)),
        (words::MORNING, after.morning.map(score)),
    ]
}

/// Each press of STOP: exercise, side and reason.
pub(super) fn stops_fact(stops: &[StopMark]) -> Fact {
    let told: Vec<String> = stops.iter().map(stop_words).collect();
    (words::STOPS, (!told.is_empty()).then(|| told.join("; ")))
}

fn stop_words(stop: &StopMark) -> String {
    let name = exercise_name(&stop.exercise);
    let place = stop.side.map(|one| format!(" ({})", side(Some(one)).to_lowercase()));
    let reason = reading().stop(stop.reason).map(|stop| read(&stop.name).to_lowercase());
    format!("{name}{}: {}", place.unwrap_or_default(), reason.unwrap_or_default())
}

/// By the name of today, or as the record spells it.
pub(super) fn exercise_name(slug: &str) -> String {
    runtime().peek(|model| {
        let id = ExerciseId::new(slug);
        let known = id.and_then(|id| model.catalogue.exercise(&id));
        known.map_or_else(|| slug.to_owned(), |exercise| read(&exercise.plain_name))
    })
}

fn sport_words(sport: BeforeSport) -> String {
    say(match sport {
        BeforeSport::No => words::SPORT_NO,
        BeforeSport::Swapped => words::SPORT_SWAPPED,
        BeforeSport::Kept => words::SPORT_KEPT,
        BeforeSport::Exempt => words::SPORT_EXEMPT,
    })
}
