//! What was proposed and what somebody decided.

use super::super::{Check, all, side, side_name};
use crate::{
    archive::{
        problem::Problem,
        v1::{Extra, progress as shapes},
    },
    domain::{
        body::HipMovement,
        dose::Mode,
        exercise::ExerciseId,
        programme::{ProgrammeId, SessionId},
        progress::{Decision, Finding, Proposed},
        time::Day,
    },
};

/// More steps than any ladder has, and more rules than any proposal.
const MOST_STEPS: u32 = 50;
const MOST_RULES: usize = 20;

pub(super) fn write(decision: &Decision, extra: Extra) -> shapes::Decision {
    let mut shape = shapes::Decision {
        at: decision.at,
        day: decision.day.iso(),
        accepted: decision.accepted,
        rules: decision.rules.clone(),
        extra,
        ..shapes::Decision::default()
    };
    let what = put(&mut shape, &decision.proposed);
    shape.what.push_str(what);
    shape
}

/// Fills the fields of what was proposed, and says how that is spelt.
fn put(shape: &mut shapes::Decision, proposed: &Proposed) -> &'static str {
    let step = |place: &usize| u32::try_from(*place).ok();
    let id = |exercise: &ExerciseId| Some(exercise.as_str().to_owned());
    match proposed {
        Proposed::Step { exercise, mode, from, to } => {
            shape.exercise = id(exercise);
            shape.mode = Some(mode.slug().to_owned());
            (shape.from_step, shape.to_step) = (step(from), step(to));
            "step"
        }
        Proposed::Variant { exercise, mode, variant, harder, to } => {
            shape.exercise = id(exercise);
            shape.mode = Some(mode.slug().to_owned());
            shape.variant.clone_from(variant);
            shape.harder = Some(*harder);
            shape.to_step = step(to);
            "variant"
        }
        Proposed::Pause { exercise, mode, from, to, until } => {
            shape.exercise = id(exercise);
            shape.mode = Some(mode.slug().to_owned());
            (shape.from_step, shape.to_step) = (step(from), step(to));
            shape.until = Some(until.iso());
            "pause"
        }
        Proposed::Deload { until } => {
            shape.until = Some(until.iso());
            "deload"
        }
        Proposed::Return { since, until } => {
            (shape.since, shape.until) = (Some(since.iso()), Some(until.iso()));
            "return"
        }
        Proposed::Restart { since } => {
            shape.since = Some(since.iso());
            "restart"
        }
        Proposed::Stage { from, to } => {
            (shape.from_session, shape.to_session) = (Some(from.0.clone()), Some(to.0.clone()));
            "stage"
        }
        Proposed::Substitute { exercise, variant } => {
            shape.exercise = id(exercise);
            shape.variant.clone_from(variant);
            "substitute"
        }
        Proposed::KeepRange { movement, side } => {
            shape.movement = Some(movement.slug().to_owned());
            shape.side = Some(side_name(*side).to_owned());
            "keep-range"
        }
        Proposed::Load { exercise, variant, physio_agrees } => {
            shape.exercise = id(exercise);
            shape.variant = Some(variant.clone());
            shape.physio_agrees = Some(*physio_agrees);
            "load"
        }
        Proposed::AddStrength { programme } => {
            shape.programme = Some(programme.0.clone());
            "add-strength"
        }
        Proposed::Onward { from, to } => {
            shape.from_programme = Some(from.0.clone());
            shape.programme = Some(to.0.clone());
            "onward"
        }
        Proposed::Referral(finding) => {
            shape.finding = Some(finding.slug().to_owned());
            "referral"
        }
    }
}

pub(super) fn read(shape: &shapes::Decision) -> Result<Decision, Vec<Problem>> {
    let mut check = Check::default();
    let at = check.moment("at", shape.at);
    let day = check.need("day", Day::parse(&shape.day));
    check.hold("rules", shape.rules.len() <= MOST_RULES);
    let rules = all(shape.rules.iter().map(|rule| Some(check.name("rules", rule))));
    let proposed = take(&mut check, shape);
    let decision = (|| {
        Some(Decision {
            at,
            day: day?,
            proposed: proposed?,
            rules: rules?,
            accepted: shape.accepted,
        })
    })();
    check.finish(decision)
}

fn take(check: &mut Check, shape: &shapes::Decision) -> Option<Proposed> {
    match shape.what.as_str() {
        "step" => {
            let (exercise, mode) = (exercise(check, shape), mode(check, shape));
            let (from, to) = (from(check, shape), to(check, shape));
            Some(Proposed::Step { exercise: exercise?, mode: mode?, from: from?, to: to? })
        }
        "variant" => {
            let (exercise, mode) = (exercise(check, shape), mode(check, shape));
            let (variant, to) = (variant(check, shape), to(check, shape));
            let harder = check.need("harder", shape.harder);
            Some(Proposed::Variant {
                exercise: exercise?,
                mode: mode?,
                variant,
                harder: harder?,
                to: to?,
            })
        }
        "pause" => {
            let (exercise, mode) = (exercise(check, shape), mode(check, shape));
            let (from, to) = (from(check, shape), to(check, shape));
            let until = a_day(check, "until", shape.until.as_deref())?;
            let (exercise, mode) = (exercise?, mode?);
            Some(Proposed::Pause { exercise, mode, from: from?, to: to?, until })
        }
        "deload" => {
            a_day(check, "until", shape.until.as_deref()).map(|until| Proposed::Deload { until })
        }
        "return" => {
            let since = a_day(check, "since", shape.since.as_deref());
            let until = a_day(check, "until", shape.until.as_deref());
            Some(Proposed::Return { since: since?, until: until? })
        }
        "restart" => {
            a_day(check, "since", shape.since.as_deref()).map(|since| Proposed::Restart { since })
        }
        "stage" => {
            let from = session(check, "from_session", shape.from_session.as_deref());
            let to = session(check, "to_session", shape.to_session.as_deref());
            Some(Proposed::Stage { from: from?, to: to? })
        }
        "substitute" => {
            let (exercise, variant) = (exercise(check, shape), variant(check, shape));
            Some(Proposed::Substitute { exercise: exercise?, variant })
        }
        "keep-range" => {
            let movement = shape.movement.as_deref().and_then(HipMovement::parse);
            let movement = check.need("movement", movement);
            let side = check.need("side", shape.side.as_deref().and_then(side));
            Some(Proposed::KeepRange { movement: movement?, side: side? })
        }
        "load" => {
            let (exercise, variant) = (exercise(check, shape), variant(check, shape));
            let variant = check.need("variant", variant);
            let physio_agrees = check.need("physio_agrees", shape.physio_agrees);
            Some(Proposed::Load {
                exercise: exercise?,
                variant: variant?,
                physio_agrees: physio_agrees?,
            })
        }
        "add-strength" => {
            let programme = check.need("programme", shape.programme.as_deref())?;
            let programme = ProgrammeId(check.name("programme", programme));
            Some(Proposed::AddStrength { programme })
        }
        "onward" => {
            let from = check.need("from_programme", shape.from_programme.as_deref());
            let to = check.need("programme", shape.programme.as_deref());
            let from = ProgrammeId(check.name("from_programme", from?));
            Some(Proposed::Onward { from, to: ProgrammeId(check.name("programme", to?)) })
        }
        "referral" => {
            let finding = shape.finding.as_deref().and_then(Finding::parse);
            check.need("finding", finding).map(Proposed::Referral)
        }
        _ => check.need("what", None),
    }
}

fn exercise(check: &mut Check, shape: &shapes::Decision) -> Option<ExerciseId> {
    check.need("exercise", shape.exercise.as_deref().and_then(ExerciseId::new))
}

fn mode(check: &mut Check, shape: &shapes::Decision) -> Option<Mode> {
    check.need("mode", shape.mode.as_deref().and_then(Mode::parse))
}

fn variant(check: &mut Check, shape: &shapes::Decision) -> Option<String> {
    shape.variant.as_deref().map(|variant| check.name("variant", variant))
}

fn from(check: &mut Check, shape: &shapes::Decision) -> Option<usize> {
    place(check, "from_step", shape.from_step)
}

fn to(check: &mut Check, shape: &shapes::Decision) -> Option<usize> {
    place(check, "to_step", shape.to_step)
}

fn place(check: &mut Check, field: &'static str, step: Option<u32>) -> Option<usize> {
    let step = step.filter(|step| *step <= MOST_STEPS);
    check.need(field, step.and_then(|step| usize::try_from(step).ok()))
}

fn a_day(check: &mut Check, field: &'static str, text: Option<&str>) -> Option<Day> {
    check.need(field, text.and_then(Day::parse))
}

fn session(check: &mut Check, field: &'static str, text: Option<&str>) -> Option<SessionId> {
    let text = check.need(field, text)?;
    Some(SessionId(check.name(field, text)))
}
