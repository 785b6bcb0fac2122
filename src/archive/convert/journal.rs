//! The entries of the running session, from and to the first form.

use super::{Check, all, dose, side, side_name, stops, swaps};
use crate::{
    archive::{
        journal::{Daily, MarkedRange, Opening, Step},
        problem::Problem,
        v1,
    },
    domain::{
        body::BodyPart,
        dose::{AgeGroup, Mode},
        exercise::ExerciseId,
        plan::Prescription,
        programme::SessionId,
        record::{BeforeSport, Note, RecordId, Span},
        session::Mark,
        time::{Millis, Seconds},
        timeline::Pacing,
    },
};

/// More blocks than a session of two hours has.
const MOST_BLOCKS: usize = 200;
/// More phases than those blocks make.
const MOST_PHASES: u32 = 100_000;
/// A day.
const MOST_MILLIS: u64 = 86_400_000;

pub fn write_opening(opening: &Opening) -> v1::Opening {
    let daily = opening.daily;
    v1::Opening {
        v: v1::VERSION,
        kind: v1::OPENING.to_owned(),
        id: opening.record.to_string(),
        session: opening.session.0.clone(),
        start: opening.started_wall,
        offset: opening.offset,
        zone: opening.zone.clone(),
        age: age_name(opening.age).to_owned(),
        ready: opening.pacing.ready.0,
        switch: opening.pacing.switch.0,
        transition: opening.pacing.transition.0,
        first_side: side_name(opening.first_side).to_owned(),
        pain: daily.pain.map(|pain| pain.value().into()),
        place: daily.place.map(|place| place.slug().to_owned()),
        sharp: daily.sharp,
        anything_new: daily.anything_new,
        sport_soon: daily.sport_soon,
        soreness: daily.soreness.map(|soreness| soreness.value().into()),
        stiffness: daily.stiffness.map(|stiffness| stiffness.value().into()),
        sport: daily.sport.map(|sport| sport.slug().to_owned()),
        blocks: opening.blocks.iter().map(write_block).collect(),
        efforts: efforts(&opening.blocks),
    }
}

pub fn read_opening(shape: &v1::Opening) -> Result<Opening, Vec<Problem>> {
    let mut check = Check::default();
    let record = check.id(&shape.id);
    let session = SessionId(check.name("session", &shape.session));
    let started_wall = check.moment("start", shape.start);
    let offset = check.offset(shape.offset);
    let zone = check.name("zone", &shape.zone);
    let ages = [AgeGroup::Adult, AgeGroup::Senior];
    let age = check.need("age", ages.into_iter().find(|age| age_name(*age) == shape.age));
    let ready = check.need("ready", Span::new(Seconds(shape.ready)));
    let switch = check.need("switch", Span::new(Seconds(shape.switch)));
    let transition = check.need("transition", Span::new(Seconds(shape.transition)));
    let first_side = check.need("first_side", side(&shape.first_side));
    let daily = Daily {
        pain: check.score("pain", shape.pain),
        place: check.maybe("place", shape.place.as_deref(), BodyPart::parse),
        sharp: shape.sharp,
        anything_new: shape.anything_new,
        sport_soon: shape.sport_soon,
        soreness: check.score("soreness", shape.soreness),
        stiffness: check.score("stiffness", shape.stiffness),
        sport: check.maybe("sport", shape.sport.as_deref(), BeforeSport::parse),
    };
    check.hold("blocks", shape.blocks.len() <= MOST_BLOCKS);
    let mut blocks = all(shape.blocks.iter().map(|block| read_block(&mut check, block)));
    check.hold("efforts", shape.efforts.iter().all(|percent| *percent <= 100));
    for (block, percent) in blocks.iter_mut().flatten().zip(&shape.efforts) {
        block.effort_most = Some(*percent).filter(|percent| *percent > 0);
    }

    let opening = (|| {
        Some(Opening {
            record: record?,
            session,
            started_wall,
            offset,
            zone,
            age: age?,
            pacing: Pacing {
                ready: ready?.seconds(),
                switch: switch?.seconds(),
                transition: transition?.seconds(),
            },
            first_side: first_side?,
            daily,
            blocks: blocks?,
        })
    })();
    check.finish(opening)
}

pub fn write_step(record: RecordId, step: &Step) -> v1::Step {
    v1::Step {
        v: v1::VERSION,
        kind: v1::STEP.to_owned(),
        id: record.to_string(),
        seq: step.seq,
        wall: step.wall,
        active: step.active.0,
        phase: step.phase,
        into: step.into.0,
        marks: step.marks.iter().map(write_mark).collect(),
        note: step.note.as_str().to_owned(),
        swaps: swaps::write(&step.swaps),
        stops: stops::write(&step.stops),
        stop_details: stops::write_details(&step.stops),
        felt_in: stops::write_felt(&step.felt_in),
    }
}

pub fn read_step(shape: &v1::Step) -> Result<(RecordId, Step), Vec<Problem>> {
    let mut check = Check::default();
    let record = check.id(&shape.id);
    check.hold("seq", (1..=MOST_PHASES).contains(&shape.seq));
    let wall = check.moment("wall", shape.wall);
    check.hold("active", shape.active <= MOST_MILLIS);
    check.hold("phase", shape.phase <= MOST_PHASES);
    check.hold("into", shape.into <= MOST_MILLIS);
    let marks = all(shape.marks.iter().map(|mark| check.need("marks", read_mark(mark))));
    let note = check.need("note", Note::new(&shape.note));
    let swaps = swaps::read(&mut check, &shape.swaps);
    let stops = stops::read(&mut check, &shape.stops, &shape.stop_details);
    let felt_in = stops::read_felt(&mut check, &shape.felt_in);

    let step = (|| {
        let step = Step {
            seq: shape.seq,
            wall,
            active: Millis(shape.active),
            phase: shape.phase,
            into: Millis(shape.into),
            marks: marks?,
            note: note?,
            stops: stops?,
            swaps: swaps?,
            felt_in: felt_in?,
        };
        Some((record?, step))
    })();
    check.finish(step)
}

fn age_name(age: AgeGroup) -> &'static str {
    match age {
        AgeGroup::Adult => "adult",
        AgeGroup::Senior => "senior",
    }
}

/// Nothing at all where no block asks to push.
fn efforts(blocks: &[Prescription]) -> Vec<u32> {
    let pushes = blocks.iter().any(|block| block.effort_most.is_some());
    let all = blocks.iter().map(|block| block.effort_most.unwrap_or_default());
    if pushes { all.collect() } else { Vec::new() }
}

fn write_block(block: &Prescription) -> v1::Block {
    v1::Block(
        block.exercise.as_str().to_owned(),
        dose::sides_name(block.sides).to_owned(),
        block.protocol.mode().slug().to_owned(),
        dose::write(&block.protocol),
    )
}

fn read_block(
    check: &mut Check,
    v1::Block(exercise, sides, mode, numbers): &v1::Block,
) -> Option<Prescription> {
    let exercise = check.need("blocks.exercise", ExerciseId::new(exercise));
    let sides = check.need("blocks.sides", dose::read_sides(sides));
    let protocol = Mode::parse(mode).and_then(|mode| dose::read(mode, numbers));
    let protocol = check.need("blocks.dose", protocol);
    Some(Prescription {
        exercise: exercise?,
        protocol: protocol?,
        sides: sides?,
        effort_most: None,
    })
}

fn write_mark(range: &MarkedRange) -> v1::Mark {
    let (name, millis) = match range.mark {
        Mark::Open => ("open", 0),
        Mark::Done => ("done", 0),
        Mark::Counted(time) => ("counted", time.0),
        Mark::Skipped => ("skipped", 0),
        Mark::Partly(into) => ("partly", into.0),
    };
    v1::Mark(range.from, range.to, name.to_owned(), millis)
}

fn read_mark(v1::Mark(from, to, name, millis): &v1::Mark) -> Option<MarkedRange> {
    let mark = match (name.as_str(), *millis) {
        ("open", 0) => Mark::Open,
        ("done", 0) => Mark::Done,
        ("skipped", 0) => Mark::Skipped,
        ("counted", millis) if millis <= MOST_MILLIS => Mark::Counted(Millis(millis)),
        ("partly", millis) if millis <= MOST_MILLIS => Mark::Partly(Millis(millis)),
        _ => return None,
    };
    let fits = from <= to && *to <= MOST_PHASES;
    fits.then_some(MarkedRange { from: *from, to: *to, mark })
}
