//! Finished and deleted sessions, from and to the first form.

use super::{Check, LONGEST_NAME, side, side_name, stops, swaps};
use crate::{
    archive::{problem::Problem, v1},
    domain::{
        body::{BodyPart, Change},
        programme::SessionId,
        record::{
            After, Before, BeforeSport, Count, DoneMode, DoneRow, Ending, Felt, Form, Note,
            Outcome, RecordId, SessionRecord, Span, StopReason,
        },
        time::{Day, Seconds},
    },
};

/// More rows, one per side, than a session of two hours has.
pub(super) const MOST_ROWS: usize = 200;

const STOPPED: &str = "stopped";

/// A session that was deleted, at this revision of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tombstone {
    pub id: RecordId,
    pub revision: u32,
    /// When, in epoch milliseconds UTC.
    pub updated: i64,
}

/// `extra` is what a newer version had written beside it.
pub fn write(record: &SessionRecord, extra: v1::Extra) -> v1::Session {
    let (end, stop) = ending_names(record.ending);
    v1::Session {
        v: v1::VERSION,
        kind: v1::SESSION.to_owned(),
        id: record.id.to_string(),
        rev: record.revision,
        updated: record.updated,
        session: record.session.0.clone(),
        start: record.started_wall,
        offset: record.offset,
        zone: record.zone.clone(),
        day: record.day.iso(),
        active: record.active.seconds().0,
        end: end.to_owned(),
        stop: stop.map(|reason| reason.slug().to_owned()),
        pain_before: record.before.pain.map(|pain| pain.value().into()),
        place_before: record.before.place.map(|place| place.slug().to_owned()),
        sport_before: record.before.sport.map(|sport| sport.slug().to_owned()),
        soreness_before: record.before.soreness.map(|soreness| soreness.value().into()),
        stiffness_before: record.before.stiffness.map(|stiffness| stiffness.value().into()),
        change: record.after.change.map(|change| change.value().into()),
        pain_after: record.after.pain.map(|pain| pain.value().into()),
        stiffness_after: record.after.stiffness.map(|stiffness| stiffness.value().into()),
        effort: record.after.effort.map(|effort| effort.value().into()),
        form: record.after.form.map(|form| form.slug().to_owned()),
        felt: record.after.felt.map(|felt| felt.slug().to_owned()),
        morning: record.after.morning.map(|morning| morning.value().into()),
        note: record.after.note.as_str().to_owned(),
        done: write_rows(&record.done),
        stops: stops::write(&record.stops),
        stop_details: stops::write_details(&record.stops),
        felt_in: stops::write_felt(&record.felt_in),
        swaps: swaps::write(&record.swaps),
        app: record.app.clone(),
        extra,
    }
}

pub fn read(shape: &v1::Session) -> Result<SessionRecord, Vec<Problem>> {
    let mut check = Check::default();
    let id = check.id(&shape.id);
    let revision = check.revision(shape.rev);
    let updated = check.moment("updated", shape.updated);
    let session = SessionId(check.name("session", &shape.session));
    let started_wall = check.moment("start", shape.start);
    let offset = check.offset(shape.offset);
    let zone = check.name("zone", &shape.zone);
    let day = check.need("day", Day::parse(&shape.day));
    let active = check.need("active", Span::new(Seconds(shape.active)));
    let ending = read_ending(&mut check, &shape.end, shape.stop.as_deref());
    let before = Before {
        pain: check.score("pain_before", shape.pain_before),
        place: check.maybe("place_before", shape.place_before.as_deref(), BodyPart::parse),
        sport: check.maybe("sport_before", shape.sport_before.as_deref(), BeforeSport::parse),
        soreness: check.score("soreness_before", shape.soreness_before),
        stiffness: check.score("stiffness_before", shape.stiffness_before),
    };
    let after = read_after(&mut check, shape);
    let swaps = swaps::read(&mut check, &shape.swaps);
    let stops = stops::read(&mut check, &shape.stops, &shape.stop_details);
    let felt_in = stops::read_felt(&mut check, &shape.felt_in);
    let done = read_rows(&mut check, &shape.done);
    let app = check.name("app", &shape.app);

    let record = (|| {
        Some(SessionRecord {
            id: id?,
            revision,
            updated,
            session,
            started_wall,
            offset,
            zone,
            day: day?,
            active: active?,
            ending: ending?,
            before,
            after: after?,
            done: done?,
            stops: stops?,
            swaps: swaps?,
            felt_in: felt_in?,
            app,
        })
    })();
    check.finish(record)
}

fn read_after(check: &mut Check, shape: &v1::Session) -> Option<After> {
    let change =
        check.maybe("change", shape.change, |value| Change::new(i8::try_from(value).ok()?));
    let pain = check.score("pain_after", shape.pain_after);
    let stiffness = check.score("stiffness_after", shape.stiffness_after);
    let effort = check.score("effort", shape.effort);
    let form = check.maybe("form", shape.form.as_deref(), Form::parse);
    let felt = check.maybe("felt", shape.felt.as_deref(), Felt::parse);
    let morning = check.score("morning", shape.morning);
    let note = check.need("note", Note::new(&shape.note));
    Some(After { change, pain, stiffness, effort, form, felt, morning, note: note? })
}

pub fn write_tombstone(tombstone: Tombstone) -> v1::Deleted {
    v1::Deleted {
        v: v1::VERSION,
        kind: v1::DELETED.to_owned(),
        id: tombstone.id.to_string(),
        rev: tombstone.revision,
        updated: tombstone.updated,
    }
}

pub fn read_tombstone(shape: &v1::Deleted) -> Result<Tombstone, Vec<Problem>> {
    let mut check = Check::default();
    let id = check.id(&shape.id);
    let revision = check.revision(shape.rev);
    let updated = check.moment("updated", shape.updated);
    check.finish(id.map(|id| Tombstone { id, revision, updated }))
}

fn ending_names(ending: Ending) -> (&'static str, Option<StopReason>) {
    match ending {
        Ending::Completed => ("completed", None),
        Ending::FinishedEarly => ("finished-early", None),
        Ending::Stopped(reason) => (STOPPED, Some(reason)),
        Ending::Abandoned => ("abandoned", None),
        Ending::AddedAfterwards => ("added-afterwards", None),
    }
}

fn read_ending(check: &mut Check, end: &str, stop: Option<&str>) -> Option<Ending> {
    if (end == STOPPED) != stop.is_some() {
        check.problems.push(Problem::Contradiction("end", "stop"));
        return None;
    }
    if let Some(reason) = stop {
        return check.need("stop", StopReason::parse(reason)).map(Ending::Stopped);
    }
    let plain =
        [Ending::Completed, Ending::FinishedEarly, Ending::Abandoned, Ending::AddedAfterwards];
    check.need("end", plain.into_iter().find(|ending| ending_names(*ending).0 == end))
}

/// Rows of one exercise and mode that follow each other share its name.
fn write_rows(rows: &[DoneRow]) -> Vec<v1::Row> {
    rows.chunk_by(|one, next| one.exercise == next.exercise && one.mode == next.mode)
        .filter_map(|chunk| {
            let first = chunk.first()?;
            let sides = chunk.iter().map(write_side).collect();
            Some(v1::Row(first.exercise.clone(), first.mode.slug().to_owned(), sides))
        })
        .collect()
}

fn write_side(row: &DoneRow) -> v1::SideRow {
    v1::SideRow(
        row.side.map(|side| side_name(side).to_owned()),
        row.planned.value(),
        row.done.value(),
        row.held.seconds().0,
        outcome_name(row.outcome).to_owned(),
    )
}

fn read_rows(check: &mut Check, rows: &[v1::Row]) -> Option<Vec<DoneRow>> {
    let mut read = Vec::new();
    for v1::Row(exercise, mode, sides) in rows {
        let exercise = check.name("done.exercise", exercise);
        check.hold("done.mode", mode.chars().count() <= LONGEST_NAME);
        let mode = DoneMode::read(mode);
        read.extend(sides.iter().map(|row| read_side(check, &exercise, &mode, row)));
    }
    check.hold("done", read.len() <= MOST_ROWS);
    read.into_iter().collect()
}

fn read_side(
    check: &mut Check,
    exercise: &str,
    mode: &DoneMode,
    v1::SideRow(side_text, planned, done, held, outcome): &v1::SideRow,
) -> Option<DoneRow> {
    let side = check.maybe("done.side", side_text.as_deref(), side);
    let planned = check.need("done.planned", Count::new(*planned));
    let done = check.need("done.done", Count::new(*done));
    let held = check.need("done.held", Span::new(Seconds(*held)));
    let outcome = Outcome::ALL.iter().find(|known| outcome_name(**known) == outcome);
    let outcome = check.need("done.outcome", outcome);
    Some(DoneRow {
        exercise: exercise.to_owned(),
        mode: mode.clone(),
        side,
        planned: planned?,
        done: done?,
        held: held?,
        outcome: *outcome?,
    })
}

fn outcome_name(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Done => "d",
        Outcome::Partly => "p",
        Outcome::Skipped => "s",
    }
}
