//! A routine while it is being made: blocks come, go and move, and numbers stop at their bounds.

use super::{
    Between, Routine, RoutineBlock, RoutineName,
    amount::{Amount, Limits, fitted, limits},
    review::{Problem, problems},
};
use crate::domain::{
    catalogue::Catalogue,
    dose::{Adjustment, AgeGroup, Bounds, Mode, Sides, Working},
    exercise::Exercise,
    record::DoneMode,
    time::Seconds,
};

/// The name may still be anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub name: String,
    pub between: Between,
    pub blocks: Vec<DraftBlock>,
}

/// `key` stays with a block wherever it moves, so that the screen can follow it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftBlock {
    pub key: u32,
    pub block: RoutineBlock,
}

/// One press on a number or on the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Less,
    More,
}

/// How much the pause between two exercises changes with one press; our choice.
const BETWEEN: u32 = 5;

impl Draft {
    /// `between` is the pause that the person has set for every session.
    pub fn new(between: Between) -> Self {
        Self { name: String::new(), between, blocks: Vec::new() }
    }

    /// A routine to be changed. Somebody who turned 65 since it was made finds it within the
    /// bounds that hold now.
    pub fn of(routine: &Routine, catalogue: &Catalogue, age: AgeGroup) -> Self {
        let mut draft = Self::new(routine.between);
        routine.name.as_str().clone_into(&mut draft.name);
        for block in &routine.blocks {
            let mut block = block.clone();
            if let Some((exercise, dose)) = block.known(catalogue) {
                let together = dose.sides == Sides::Together;
                let change = fitted(catalogue, exercise, dose, age, block.change);
                block.change = change;
                if together {
                    block.working = Working::Both;
                }
            }
            draft.push(block);
        }
        draft
    }

    /// As the catalogue doses it; returns the key of the new block.
    pub fn add(&mut self, exercise: &Exercise) -> u32 {
        // Every exercise has a dose; the linter sees to that.
        let mode = exercise.doses.first().map_or(Mode::Reps, |dose| dose.protocol.mode());
        self.push(RoutineBlock {
            exercise: exercise.id.clone(),
            mode: DoneMode::Known(mode),
            change: Adjustment::default(),
            working: Working::Both,
        })
    }

    fn push(&mut self, block: RoutineBlock) -> u32 {
        let key = self.blocks.iter().map(|block| block.key + 1).max().unwrap_or_default();
        self.blocks.push(DraftBlock { key, block });
        key
    }

    pub fn block(&self, key: u32) -> Option<&RoutineBlock> {
        Some(&self.blocks[self.place(key)?].block)
    }

    /// From 0.
    pub fn place(&self, key: u32) -> Option<usize> {
        self.blocks.iter().position(|block| block.key == key)
    }

    pub fn remove(&mut self, key: u32) {
        self.blocks.retain(|block| block.key != key);
    }

    /// `Less` goes towards the start. At either end nothing moves.
    pub fn shift(&mut self, key: u32, step: Step) {
        let Some(place) = self.place(key) else { return };
        let other = match step {
            Step::Less => place.checked_sub(1),
            Step::More => Some(place + 1).filter(|other| *other < self.blocks.len()),
        };
        if let Some(other) = other {
            self.blocks.swap(place, other);
        }
    }

    /// Another way to do the same exercise has its own numbers.
    pub fn choose_mode(&mut self, key: u32, mode: Mode, catalogue: &Catalogue) {
        let Some(place) = self.place(key) else { return };
        let block = &mut self.blocks[place].block;
        let Some(dose) = catalogue.exercise(&block.exercise).and_then(|one| one.dose(mode)) else {
            return;
        };
        block.mode = DoneMode::Known(mode);
        block.change = Adjustment::default();
        if dose.sides == Sides::Together {
            block.working = Working::Both;
        }
    }

    pub fn choose_sides(&mut self, key: u32, working: Working, catalogue: &Catalogue) {
        let Some(place) = self.place(key) else { return };
        let block = &mut self.blocks[place].block;
        if block.known(catalogue).is_some_and(|(_, dose)| dose.sides != Sides::Together) {
            block.working = working;
        }
    }

    /// One press on a number; it stops at the bound.
    pub fn press(
        &mut self,
        key: u32,
        amount: Amount,
        step: Step,
        catalogue: &Catalogue,
        age: AgeGroup,
    ) {
        let Some(place) = self.place(key) else { return };
        let block = &mut self.blocks[place].block;
        let Some((exercise, dose)) = block.known(catalogue) else { return };
        let Some(Limits { bounds, .. }) = limits(catalogue, exercise, dose, age, amount) else {
            return;
        };
        let Some(now) = amount.of(&dose.resolve(age, block.change)) else { return };
        let value = stepped(now, amount.step(bounds), step, bounds);
        amount.set(&mut block.change, Some(value));
    }

    pub fn press_between(&mut self, step: Step) {
        let bounds = Bounds { least: 0, most: Between::MOST.0 };
        let value = stepped(self.between.seconds().0, BETWEEN, step, bounds);
        self.between = Between::new(Seconds(value)).unwrap_or(self.between);
    }

    /// The routine, or everything that keeps it from being kept.
    pub fn finish(&self, catalogue: &Catalogue, age: AgeGroup) -> Result<Routine, Vec<Problem>> {
        let mut found = Vec::new();
        let name = RoutineName::new(&self.name);
        if name.is_none() {
            let empty = self.name.trim().is_empty();
            found.push(if empty { Problem::NoName } else { Problem::LongName });
        }
        let blocks = self.routine_blocks();
        found.extend(problems(&blocks, catalogue, age));
        found.retain(|problem| !matches!(problem, Problem::Unknown { .. }));
        match name {
            Some(name) if found.is_empty() => Ok(Routine { name, between: self.between, blocks }),
            _ => Err(found),
        }
    }

    pub fn routine_blocks(&self) -> Vec<RoutineBlock> {
        self.blocks.iter().map(|block| block.block.clone()).collect()
    }
}

fn stepped(value: u32, by: u32, step: Step, bounds: Bounds) -> u32 {
    let moved = match step {
        Step::Less => value.saturating_sub(by),
        Step::More => value + by,
    };
    moved.clamp(bounds.least, bounds.most)
}
