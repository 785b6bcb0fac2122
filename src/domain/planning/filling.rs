//! The mobility sessions of P2 filled with what the hip check points at (4.2). The exercises that
//! the programme names are the examples for who has not done the check.

use crate::domain::{
    catalogue::Catalogue,
    dose::{Adjustment, Mode, Working},
    exercise::{Category, ExerciseId},
    programme::{Block, SessionOutline},
};

use super::choosing::Hips;

/// The sessions whose end-range parts are examples.
const FILLED: [&str; 4] = ["P2-A", "P2-A-start", "P2-B", "P2-C"];

/// The session with the focus of the hip check in it; none where it stays as it is.
pub fn fill(
    catalogue: &Catalogue,
    outline: &SessionOutline,
    hips: &Hips,
) -> Option<SessionOutline> {
    let (focus, rotation_first) = match hips {
        Hips::Untested => return None,
        Hips::RotationFirst { focus, .. } => (focus, true),
        Hips::Open { focus, .. } => (focus, false),
    };
    if !FILLED.contains(&outline.id.0.as_str()) || focus.is_empty() {
        return None;
    }
    let blocks = if rotation_first {
        limited_first(catalogue, &outline.blocks, focus)
    } else {
        focus_in_place(catalogue, &outline.blocks, focus)
    };
    (blocks != outline.blocks).then(|| SessionOutline { blocks, ..outline.clone() })
}

/// While the gate is closed: the limited rotation first and at its full dose, the other with one
/// round (P2, R1.11).
fn limited_first(catalogue: &Catalogue, blocks: &[Block], focus: &[ExerciseId]) -> Vec<Block> {
    let rank = |block: &Block| focus.iter().position(|id| *id == block.exercise);
    let mut slots: Vec<Block> =
        blocks.iter().filter(|block| is_slot(catalogue, block)).cloned().collect();
    slots.sort_by_key(|block| rank(block).unwrap_or(focus.len()));
    for block in slots.iter_mut().filter(|block| rank(block).is_none()) {
        if block.mode == Mode::IsometricEndRange {
            block.change = Adjustment { reps: Some(1), ..block.change };
        }
    }
    put_back(catalogue, blocks, slots.into_iter())
}

/// Once it is open: the two places are for the two movements of the focus.
fn focus_in_place(catalogue: &Catalogue, blocks: &[Block], focus: &[ExerciseId]) -> Vec<Block> {
    let slots: Vec<&Block> = blocks.iter().filter(|block| is_slot(catalogue, block)).collect();
    let wanted = focus.iter().filter_map(|id| {
        let dose = catalogue.exercise(id)?.doses.first()?;
        let there = slots.iter().find(|block| block.exercise == *id);
        Some(there.map_or_else(
            || Block {
                exercise: id.clone(),
                mode: dose.protocol.mode(),
                change: Adjustment::default(),
                working: Working::Both,
            },
            |block| (*block).clone(),
        ))
    });
    let mut filled: Vec<Block> = wanted.take(slots.len()).collect();
    let rest = slots.iter().filter(|block| !focus.contains(&block.exercise));
    let missing = slots.len() - filled.len();
    filled.extend(rest.take(missing).map(|block| (*block).clone()));
    // Making room comes before using it (R1.18, R1.24).
    filled.sort_by_key(|block| category(catalogue, block) == Some(Category::MobilityControl));
    put_back(catalogue, blocks, filled.into_iter())
}

/// The blocks with their places for end-range work taken in turn.
fn put_back(
    catalogue: &Catalogue,
    blocks: &[Block],
    mut slots: impl Iterator<Item = Block>,
) -> Vec<Block> {
    let place = |block: &Block| {
        if is_slot(catalogue, block) { slots.next() } else { Some(block.clone()) }
    };
    blocks.iter().filter_map(place).collect()
}

fn is_slot(catalogue: &Catalogue, block: &Block) -> bool {
    let end_range = [Category::MobilitySpace, Category::MobilityControl];
    category(catalogue, block).is_some_and(|category| end_range.contains(&category))
}

fn category(catalogue: &Catalogue, block: &Block) -> Option<Category> {
    catalogue.exercise(&block.exercise).map(|exercise| exercise.category)
}
