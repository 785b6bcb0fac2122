//! What is told in the middle of a session: why somebody stopped and where it hurt, and where an
//! exercise was felt.

use super::{Check, all, session::MOST_ROWS, side, side_name};
use crate::{
    archive::{problem::Problem, v1},
    domain::{
        body::Spot,
        record::{FeltAt, FeltMark, PainAt, StopMark, StopReason},
    },
};

pub(super) fn write(stops: &[StopMark]) -> Vec<v1::Stop> {
    let row = |stop: &StopMark| {
        let side = stop.side.map(|side| side_name(side).to_owned());
        v1::Stop(stop.exercise.clone(), side, stop.reason.slug().to_owned())
    };
    stops.iter().map(row).collect()
}

/// Nothing at all where none of them has anything to tell, as in the files of before.
pub(super) fn write_details(stops: &[StopMark]) -> Vec<v1::StopDetail> {
    if stops.iter().all(|stop| stop.at.is_none() && stop.pain.is_none()) {
        return Vec::new();
    }
    let row = |stop: &StopMark| {
        let place = stop.pain.map(|pain| pain.spot.slug().to_owned());
        let side = stop.pain.and_then(|pain| pain.side).map(|side| side_name(side).to_owned());
        v1::StopDetail(stop.at, place, side)
    };
    stops.iter().map(row).collect()
}

pub(super) fn read(
    check: &mut Check,
    stops: &[v1::Stop],
    details: &[v1::StopDetail],
) -> Option<Vec<StopMark>> {
    check.hold("stops", stops.len() <= MOST_ROWS);
    if !details.is_empty() && details.len() != stops.len() {
        check.problems.push(Problem::Contradiction("stops", "stop_details"));
        return None;
    }
    all(stops.iter().enumerate().map(|(index, v1::Stop(exercise, side_text, reason))| {
        let exercise = check.name("stops.exercise", exercise);
        let side = check.maybe("stops.side", side_text.as_deref(), side);
        let reason = check.need("stops.reason", StopReason::parse(reason));
        let detail = details.get(index);
        let at = detail.and_then(|v1::StopDetail(at, ..)| *at);
        let at = at.map(|at| check.moment("stop_details.at", at));
        let pain = detail.and_then(|detail| pain(check, detail));
        Some(StopMark { exercise, side, reason: reason?, at, pain })
    }))
}

fn pain(check: &mut Check, v1::StopDetail(_, place, of): &v1::StopDetail) -> Option<PainAt> {
    check.hold("stop_details.side", of.is_none() || place.is_some());
    let spot = check.maybe("stop_details.place", place.as_deref(), Spot::parse)?;
    let side = check.maybe("stop_details.side", of.as_deref(), side);
    Some(PainAt { spot, side })
}

pub(super) fn write_felt(felt: &[FeltMark]) -> Vec<v1::FeltIn> {
    let row = |mark: &FeltMark| v1::FeltIn(mark.exercise.clone(), mark.at.slug().to_owned());
    felt.iter().map(row).collect()
}

pub(super) fn read_felt(check: &mut Check, felt: &[v1::FeltIn]) -> Option<Vec<FeltMark>> {
    check.hold("felt_in", felt.len() <= MOST_ROWS);
    all(felt.iter().map(|v1::FeltIn(exercise, at)| {
        let exercise = check.name("felt_in.exercise", exercise);
        let at = check.need("felt_in.place", FeltAt::parse(at))?;
        Some(FeltMark { exercise, at })
    }))
}
