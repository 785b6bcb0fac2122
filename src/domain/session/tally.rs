//! What was really done, per exercise and side.

use super::{Mark, Session};
use crate::domain::{body::Side, time::Millis};

/// One exercise on one side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    pub block: usize,
    pub side: Option<Side>,
    /// Repetitions, cycles, rounds or circles, sets multiplied in.
    pub planned: u32,
    pub done: u32,
    /// Time exercised, rests left out.
    pub held: Millis,
}

impl Session {
    /// In the order of the plan.
    pub fn tallies(&self) -> Vec<Tally> {
        let mut tallies: Vec<Tally> = Vec::new();
        for (phase, mark) in self.plan.phases().iter().zip(&self.marks) {
            if !phase.kind.is_work() && !phase.completes {
                continue;
            }
            let place = tallies
                .iter()
                .position(|tally| tally.block == phase.block && tally.side == phase.side);
            let place = place.unwrap_or_else(|| {
                let (block, side) = (phase.block, phase.side);
                tallies.push(Tally { block, side, planned: 0, done: 0, held: Millis(0) });
                tallies.len() - 1
            });
            let tally = &mut tallies[place];
            tally.planned += u32::from(phase.completes);
            let done = matches!(mark, Mark::Done | Mark::Counted(_));
            tally.done += u32::from(phase.completes && done);
            if phase.kind.is_work() {
                tally.held += match *mark {
                    Mark::Done => phase.lasts.millis(),
                    Mark::Counted(time) | Mark::Partly(time) => time,
                    Mark::Open | Mark::Skipped => Millis(0),
                };
            }
        }
        tallies
    }
}
