//! A session ready to be led: what is prescribed, laid out in time.

use std::collections::BTreeSet;

use super::{
    body::Side,
    dose::{Protocol, Sides},
    exercise::ExerciseId,
    programme::SessionId,
    time::{Millis, Seconds},
    timeline::{Pacing, Phase, PhaseKind, lay_out},
};

/// One exercise with the numbers that hold for this person today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prescription {
    pub exercise: ExerciseId,
    pub protocol: Protocol,
    pub sides: Sides,
    /// Percent of full effort to push with at most, where the exercise asks to push (X3, X4, X22).
    pub effort_most: Option<u32>,
}

/// What a session is made of. Kept with a running session, so that it can be laid out again the
/// same way after a reload, whatever the content says by then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    pub session: SessionId,
    pub prescriptions: Vec<Prescription>,
    pub pacing: Pacing,
    pub first_side: Side,
}

/// A session in time. Never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    order: Order,
    phases: Vec<Phase>,
    /// When each phase starts, from the start of the session.
    starts: Vec<Millis>,
    /// The phases that were made longer.
    longer: BTreeSet<usize>,
}

impl Plan {
    /// None when there is nothing to do.
    pub fn new(order: Order) -> Option<Self> {
        let mut phases: Vec<Phase> = Vec::new();
        for (block, prescription) in order.prescriptions.iter().enumerate() {
            let station = phases.last().map_or(0, |phase| phase.station + 1);
            let Prescription { protocol, sides, .. } = prescription;
            let mut own =
                lay_out(protocol, *sides, order.first_side, order.pacing, block, station + 1);
            if block > 0 && order.pacing.transition.0 > 0 {
                let side = own.first().and_then(|phase| phase.side);
                let lasts = order.pacing.transition;
                let kind = PhaseKind::Transition;
                phases.push(Phase {
                    kind,
                    lasts,
                    block,
                    side,
                    set: 1,
                    rep: 0,
                    station,
                    completes: false,
                });
            }
            phases.append(&mut own);
        }
        let mut plan = Self { order, phases, starts: Vec::new(), longer: BTreeSet::new() };
        plan.set_starts();
        (!plan.phases.is_empty()).then_some(plan)
    }

    pub fn order(&self) -> &Order {
        &self.order
    }

    pub fn phases(&self) -> &[Phase] {
        &self.phases
    }

    pub fn prescription(&self, block: usize) -> Option<&Prescription> {
        self.order.prescriptions.get(block)
    }

    pub fn starts_at(&self, phase: usize) -> Millis {
        self.starts.get(phase).copied().unwrap_or_else(|| self.lasts().millis())
    }

    /// The whole session.
    pub fn lasts(&self) -> Seconds {
        self.phases.iter().map(|phase| phase.lasts).sum()
    }

    /// Gives one phase more time; the rest moves along.
    pub fn lengthen(&mut self, index: usize, by: Seconds) {
        if let Some(phase) = self.phases.get_mut(index) {
            phase.lasts = phase.lasts + by;
            self.longer.insert(index);
            self.set_starts();
        }
    }

    pub fn is_longer(&self, phase: usize) -> bool {
        self.longer.contains(&phase)
    }

    fn set_starts(&mut self) {
        let mut at = Millis(0);
        self.starts = self
            .phases
            .iter()
            .map(|phase| {
                let start = at;
                at += phase.lasts.millis();
                start
            })
            .collect();
    }
}
