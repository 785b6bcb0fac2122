//! What a record says of the day around its session, in words.

use super::{
    body_figure::{felt_words, spot_words},
    felt::{form_words, place_words},
    record::score,
};
use crate::{
    content::{
        phrases::{Phrase, compare, day_record as words, feel, pain_place as places},
        reading::reading,
    },
    domain::{
        body::Side,
        exercise::ExerciseId,
        record::{After, Before, BeforeSport, FeltMark, PainAt, StopMark},
    },
    ui::{
        runtime::runtime,
        words::{fill, read, say, side},
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

pub(super) fn after_facts(after: &After) -> [Fact; 4] {
    [
        (compare::STIFFNESS_AFTER, after.stiffness.map(score)),
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
    let pain = stop.pain.map(|pain| format!(" ({})", pain_words(pain))).unwrap_or_default();
    format!("{name}{}: {}{pain}", place.unwrap_or_default(), reason.unwrap_or_default())
}

/// "lies, rechts"; in the middle and both sides are told alike.
fn pain_words(PainAt { spot, side }: PainAt) -> String {
    let side = match side {
        Some(Side::Left) => places::LEFT,
        Some(Side::Right) => places::RIGHT,
        None => places::BOTH,
    };
    let (spot, side) = (spot_words(spot).to_lowercase(), say(side).to_lowercase());
    fill(places::TOLD, &[("spot", &spot), ("side", &side)])
}

/// Where each exercise was felt, as it was told in the middle of the session.
pub(super) fn felt_fact(felt: &[FeltMark]) -> Fact {
    let told = felt.iter().map(|mark| {
        format!("{}: {}", exercise_name(&mark.exercise), felt_words(mark.at).to_lowercase())
    });
    let told: Vec<String> = told.collect();
    (feel::RECORD, (!told.is_empty()).then(|| told.join("; ")))
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
