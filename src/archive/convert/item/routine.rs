//! A routine of one's own. An exercise or a mode that this version does not know stays as it is
//! spelled, and so does a number outside the bounds of its dose: they are held to the catalogue
//! where the routine is shown and played.

use super::{
    super::{all, dose::MOST, side, side_name},
    Check,
};
use crate::{
    archive::{
        problem::Problem,
        v1::{Extra, item as shapes},
    },
    domain::{
        dose::{Adjustment, Working},
        exercise::ExerciseId,
        record::DoneMode,
        routine::{Between, MOST_BLOCKS, Routine, RoutineBlock, RoutineName},
        time::Seconds,
    },
};

pub(super) fn write(routine: &Routine, extra: Extra) -> shapes::Routine {
    shapes::Routine {
        name: routine.name.as_str().to_owned(),
        between: routine.between.seconds().0,
        blocks: routine.blocks.iter().map(write_block).collect(),
        extra,
    }
}

fn write_block(block: &RoutineBlock) -> shapes::RoutineBlock {
    let Adjustment { sets, reps, hold, passive, duration } = block.change;
    let seconds = |span: Option<Seconds>| span.map(|span| span.0);
    shapes::RoutineBlock {
        exercise: block.exercise.as_str().to_owned(),
        mode: block.mode.slug().to_owned(),
        sets,
        reps,
        hold: seconds(hold),
        passive: seconds(passive),
        duration: seconds(duration),
        side: match block.working {
            Working::Both => None,
            Working::Only(side) => Some(side_name(side).to_owned()),
        },
    }
}

pub(super) fn read(shape: &shapes::Routine) -> Result<Routine, Vec<Problem>> {
    let mut check = Check::default();
    let name = check.need("name", RoutineName::new(&shape.name));
    let between = check.need("between", Between::new(Seconds(shape.between)));
    let number = shape.blocks.len();
    check.hold("blocks", (1..=MOST_BLOCKS).contains(&number));
    let blocks = all(shape.blocks.iter().map(|block| read_block(&mut check, block)));
    let routine = (|| Some(Routine { name: name?, between: between?, blocks: blocks? }))();
    check.finish(routine)
}

fn read_block(check: &mut Check, block: &shapes::RoutineBlock) -> Option<RoutineBlock> {
    let exercise = check.need("blocks.exercise", ExerciseId::new(&block.exercise));
    let mode = DoneMode::read(&check.name("blocks.mode", &block.mode));
    let numbers = [block.sets, block.reps, block.hold, block.passive, block.duration];
    check.hold("blocks.dose", numbers.into_iter().flatten().all(|number| number <= MOST));
    let working = match block.side.as_deref() {
        None => Some(Working::Both),
        Some(name) => check.need("blocks.side", side(name)).map(Working::Only),
    };
    let change = Adjustment {
        sets: block.sets,
        reps: block.reps,
        hold: block.hold.map(Seconds),
        passive: block.passive.map(Seconds),
        duration: block.duration.map(Seconds),
    };
    Some(RoutineBlock { exercise: exercise?, mode, change, working: working? })
}
