//! `programmes/<slug>.toml` and `ladders.toml`: what to do together, and how it grows.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Both, dose::adjustment, exercise::exercise_id, word};
use crate::{
    content::problem::Review,
    domain::{
        dose::{Mode, Working},
        programme::{
            Block, Ladder, LadderGroup, LadderStep, Programme, ProgrammeId, SessionId,
            SessionOutline,
        },
    },
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProgrammeShape {
    id: String,
    plain: Both,
    name: Both,
    for_whom: Both,
    frequency: Both,
    weekly_target: u32,
    weekly_least: u32,
    weekly_most: u32,
    rules: Vec<String>,
    chapters: Vec<String>,
    session: Vec<SessionShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SessionShape {
    id: String,
    name: Both,
    #[serde(default)]
    ground_contacts: u32,
    blocks: Vec<BlockShape>,
}

/// `numbers` holds whatever else stands there; `adjustment` refuses what the mode does not have.
#[derive(Deserialize)]
struct BlockShape {
    exercise: String,
    mode: String,
    #[serde(flatten)]
    numbers: BTreeMap<String, u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LaddersShape {
    ladder: Vec<LadderShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LadderShape {
    exercise: String,
    mode: String,
    group: String,
    /// Counted from 1, as people count.
    start: usize,
    steps: Vec<BTreeMap<String, u32>>,
    then: Both,
}

pub(super) fn convert(slug: &str, shape: ProgrammeShape, review: &mut Review) -> Programme {
    Programme {
        id: ProgrammeId(shape.id),
        slug: slug.to_owned(),
        plain_name: shape.plain.into(),
        technical_name: shape.name.into(),
        for_whom: shape.for_whom.into(),
        frequency: shape.frequency.into(),
        weekly_target: shape.weekly_target,
        weekly_least: shape.weekly_least,
        weekly_most: shape.weekly_most,
        rules: shape.rules,
        chapters: shape.chapters,
        sessions: shape.session.into_iter().map(|shape| session(shape, review)).collect(),
    }
}

fn session(shape: SessionShape, review: &mut Review) -> SessionOutline {
    SessionOutline {
        id: SessionId(shape.id),
        name: shape.name.into(),
        blocks: shape.blocks.into_iter().filter_map(|shape| block(&shape, review)).collect(),
        ground_contacts: shape.ground_contacts,
    }
}

fn block(shape: &BlockShape, review: &mut Review) -> Option<Block> {
    let exercise = exercise_id(&shape.exercise, review);
    let mode = word("mode of a dose", &shape.mode, Mode::parse, review)?;
    let change = adjustment(mode, &shape.numbers, review);
    Some(Block { exercise: exercise?, mode, change, working: Working::Both })
}

pub(super) fn convert_ladders(shape: LaddersShape, review: &mut Review) -> Vec<Ladder> {
    shape.ladder.into_iter().filter_map(|shape| ladder(shape, review)).collect()
}

fn ladder(shape: LadderShape, review: &mut Review) -> Option<Ladder> {
    let exercise = exercise_id(&shape.exercise, review);
    let group = word("group", &shape.group, LadderGroup::parse, review);
    let mode = word("mode of a dose", &shape.mode, Mode::parse, review)?;
    let on_it = (1..=shape.steps.len()).contains(&shape.start);
    review.demand(on_it, || {
        format!(
            "The ladder of {} starts at step {} of {}; let `start` count from 1.",
            shape.exercise,
            shape.start,
            shape.steps.len()
        )
    });
    let steps = shape.steps.into_iter().map(|numbers| step(mode, numbers, review)).collect();
    Some(Ladder {
        exercise: exercise?,
        mode,
        group: group?,
        start: shape.start.saturating_sub(1),
        steps,
        then: shape.then.into(),
    })
}

fn step(mode: Mode, mut numbers: BTreeMap<String, u32>, review: &mut Review) -> LadderStep {
    let effort_most = numbers.remove("effort_most_pct");
    review.demand(effort_most.is_none_or(|percent| percent <= 100), || {
        "`effort_most_pct` goes above 100; write a percentage.".to_owned()
    });
    LadderStep { change: adjustment(mode, &numbers, review), effort_most }
}
