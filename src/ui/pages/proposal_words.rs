//! A proposed change in words: its title, what it comes to, and why.

use super::{session::dose_words, today::session_name};
use crate::{
    browser::intl::{self, DateStyle},
    content::phrases::{Phrase, proposal as words, proposal_why as why},
    domain::{
        body::Side,
        dose::{Mode, Protocol, Sides},
        exercise::{Exercise, ExerciseId},
        programme::ProgrammeId,
        progress::{Finding, Proposed, Reason, Setback},
        time::Day,
    },
    ui::{
        runtime::runtime,
        words::{equipment, fill, language, read, say, side},
        words_things::movement,
    },
};

fn exercise(id: &ExerciseId) -> Option<&'static Exercise> {
    runtime().peek(|model| model.catalogue).exercise(id)
}

fn name(id: &ExerciseId) -> String {
    exercise(id).map_or_else(|| id.as_str().to_owned(), |known| read(&known.plain_name))
}

fn about(phrase: Phrase, id: &ExerciseId) -> String {
    fill(phrase, &[("exercise", &name(id))])
}

fn programme(id: &ProgrammeId) -> String {
    let catalogue = runtime().peek(|model| model.catalogue);
    let known = catalogue.programmes.iter().find(|known| known.id == *id);
    known.map_or_else(|| id.0.clone(), |known| read(&known.plain_name))
}

fn date(day: Day) -> String {
    intl::date(day, language(), DateStyle::Short)
}

/// One change by its own title, several of a kind together.
pub(super) fn title(changes: &[Proposed]) -> String {
    let count = changes.len().to_string();
    let many = |phrase: Phrase| fill(phrase, &[("n", &count)]);
    match changes {
        [Proposed::Pause { .. }, ..] => say(words::PAUSE),
        [only] => title_of(only),
        [Proposed::Variant { .. }, ..]
            if changes.iter().all(|change| matches!(change, Proposed::Variant { .. })) =>
        {
            many(words::SEVERAL_EASIER)
        }
        _ => many(words::SEVERAL_BACK),
    }
}

pub(super) fn title_of(change: &Proposed) -> String {
    match change {
        Proposed::Step { exercise, from, to, .. } if to > from => about(words::STEP_UP, exercise),
        Proposed::Step { exercise, .. } => about(words::STEP_BACK, exercise),
        Proposed::Variant { exercise, variant: None, .. } => about(words::VARIANT_PLAIN, exercise),
        Proposed::Variant { exercise, harder: true, .. } => about(words::VARIANT_HARDER, exercise),
        Proposed::Variant { exercise, .. } => about(words::VARIANT_EASIER, exercise),
        Proposed::Pause { .. } => say(words::PAUSE),
        Proposed::Deload { .. } => say(words::DELOAD),
        Proposed::Return { .. } => say(words::GAP_RETURN),
        Proposed::Restart { .. } => say(words::RESTART),
        Proposed::Stage { to, .. } => {
            let catalogue = runtime().peek(|model| model.catalogue);
            let known = catalogue.session(to);
            let programme =
                known.map_or_else(|| to.0.clone(), |(programme, _)| read(&programme.plain_name));
            fill(words::STAGE, &[("programme", &programme)])
        }
        Proposed::Substitute { exercise, variant: Some(_) } => about(words::SUBSTITUTE, exercise),
        Proposed::Substitute { exercise, .. } => about(words::LEAVE_OUT, exercise),
        Proposed::KeepRange { movement: which, side: at } => {
            let which = movement(*which).to_lowercase();
            let at = side_words(*at);
            fill(words::KEEP_RANGE, &[("movement", &which), ("side", &at)])
        }
        Proposed::Load { exercise, .. } => about(words::LOAD, exercise),
        Proposed::AddStrength { .. } => say(words::STRENGTH),
        Proposed::Onward { to, .. } => fill(words::ONWARD, &[("programme", &programme(to))]),
        Proposed::Referral(_) => say(words::REFERRAL),
    }
}

fn side_words(at: Side) -> String {
    side(Some(at)).to_lowercase()
}

/// What the changes come to, a sentence each.
pub(super) fn lines(changes: &[Proposed]) -> Vec<String> {
    let alone = changes.len() == 1;
    changes.iter().flat_map(|change| line(change, alone)).collect()
}

fn line(change: &Proposed, alone: bool) -> Vec<String> {
    match change {
        Proposed::Step { exercise, mode, from, to } => {
            let (from, to) = (dose(exercise, *mode, *from), dose(exercise, *mode, *to));
            let phrase = if alone { words::FROM_TO } else { words::LINE };
            vec![fill(phrase, &[("exercise", &name(exercise)), ("from", &from), ("to", &to)])]
        }
        Proposed::Variant { exercise, variant: Some(variant), .. }
        | Proposed::Substitute { exercise, variant: Some(variant) } => {
            variant_line(exercise, variant).into_iter().collect()
        }
        Proposed::Variant { exercise, .. } => vec![about(words::PLAIN_LINE, exercise)],
        Proposed::Substitute { .. } => vec![say(words::LEAVE_OUT_TEXT)],
        Proposed::Pause { exercise, until, .. } => {
            let parts = [("exercise", &*name(exercise)), ("date", &*date(*until))];
            vec![fill(words::PAUSE_LINE, &parts)]
        }
        Proposed::Deload { until } => {
            vec![fill(words::DELOAD_TEXT, &[("date", &date(*until))])]
        }
        Proposed::Return { until, .. } => {
            vec![fill(words::GAP_RETURN_TEXT, &[("date", &date(*until))])]
        }
        Proposed::Restart { .. } => vec![say(words::RESTART_TEXT)],
        Proposed::Stage { to, .. } => {
            let catalogue = runtime().peek(|model| model.catalogue);
            let session = catalogue.session(to).map_or_else(
                || to.0.clone(),
                |(programme, outline)| session_name(programme, &read(&outline.name)),
            );
            let mut all = vec![fill(words::STAGE_TEXT, &[("session", &session)])];
            let runtime = runtime();
            let things = runtime.peek(|model| model.things_missing_for(to));
            let things: Vec<String> = things.into_iter().map(equipment).collect();
            let things = things.join(", ");
            all.extend(
                (!things.is_empty()).then(|| fill(words::STAGE_THINGS, &[("things", &things)])),
            );
            all
        }
        Proposed::Onward { from, to } => {
            let (from, to) = (programme(from), programme(to));
            vec![fill(words::ONWARD_TEXT, &[("from", &from), ("to", &to)])]
        }
        Proposed::KeepRange { .. } => vec![say(words::KEEP_RANGE_TEXT)],
        Proposed::Load { exercise: id, variant, .. } => {
            let harder = exercise(id).into_iter().flat_map(|known| &known.harder);
            let change = harder.into_iter().find(|known| known.id == *variant);
            let change = change.map(|known| read(&known.change)).unwrap_or_default();
            vec![fill(words::LOAD_TEXT, &[("change", &change)])]
        }
        Proposed::AddStrength { programme: id } => {
            vec![fill(words::STRENGTH_TEXT, &[("programme", &programme(id))])]
        }
        Proposed::Referral(finding) => {
            let mut all = vec![say(words::REFERRAL_TEXT)];
            all.extend((*finding == Finding::Worse).then(|| say(words::REFERRAL_PAUSE)));
            all
        }
    }
}

fn variant_line(id: &ExerciseId, variant: &str) -> Option<String> {
    let known = exercise(id)?;
    let variant = known.easier.iter().chain(&known.harder).find(|known| known.id == variant)?;
    let parts = [
        ("exercise", &*name(id)),
        ("name", &*read(&variant.name)),
        ("change", &*read(&variant.change)),
    ];
    Some(fill(words::VARIANT_LINE, &parts))
}

/// The dose of one step, with all that may differ from the step beside it.
pub(super) fn dose(id: &ExerciseId, mode: Mode, place: usize) -> String {
    let runtime = runtime();
    let now = runtime.moment();
    let found = runtime.peek(|model| model.step_numbers(id, mode, place, now));
    let sided = exercise(id)
        .and_then(|known| known.dose(mode))
        .is_some_and(|dose| dose.sides != Sides::Together);
    let Some((protocol, effort)) = found else { return String::new() };
    let dose = dose_words(&protocol, sided);
    match (protocol, effort) {
        (Protocol::EndRangeLift { hold, .. }, _) => {
            fill(words::WITH_HOLD, &[("dose", &dose), ("hold", &hold.0.to_string())])
        }
        (_, Some(effort)) => {
            fill(words::WITH_EFFORT, &[("dose", &dose), ("effort", &effort.to_string())])
        }
        _ => dose,
    }
}

/// Why, in one sentence.
pub(super) fn reason(reason: Reason, days: usize) -> String {
    say(match reason {
        Reason::TwoGoodSessions => why::TWO_GOOD,
        Reason::SetBack(Setback::Pain) => why::PAIN,
        Reason::SetBack(Setback::NextMorning) => why::MORNING,
        Reason::SetBack(Setback::Form) => why::FORM,
        Reason::SetBack(Setback::TooHard) => why::TOO_HARD,
        Reason::SetBackTwice(_) => why::TWICE,
        Reason::FourthWeek => why::FOURTH_WEEK,
        Reason::Away { days } => return fill(why::AWAY, &[("days", &days.to_string())]),
        Reason::GateMet(_) => why::GATE,
        Reason::StoppedForPain => return fill(why::STOPPED, &[("n", &days.to_string())]),
        Reason::WrongPlaceTwice => why::WRONG_PLACE,
        Reason::BuildMayBeTheLimit => why::BUILD,
        Reason::TwoWeeksOfStretching => why::TWO_WEEKS,
        Reason::ProgrammeDone => why::PROGRAMME_DONE,
        Reason::Found { finding, told } => match (finding, told) {
            (Finding::Worse, true) => why::TOLD_WORSE,
            (Finding::Worse, false) => why::LOG_WORSE,
            (Finding::NoDifference, true) => why::TOLD_SAME,
            (Finding::NoDifference, false) => why::LOG_SAME,
            (Finding::ComesBack, true) => why::TOLD_RETURNS,
            (Finding::ComesBack, false) => why::LOG_RETURNS,
            (Finding::Stops, _) => why::LOG_STOPS,
            (Finding::Setbacks, _) => why::LOG_SETBACKS,
        },
    })
}
