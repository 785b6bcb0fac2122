//! What holds today: the steps that somebody accepted, what is paused or left out, and a lighter
//! week. This is what reaches the prescription.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    decision::{Decision, Proposed},
    evidence::Evidence,
    gaps::{Gap, return_after_gap},
    ladder::{eased, no_more_than, numbers, place_as_written, place_of, rungs},
};
use crate::domain::{
    advice::{Advised, Dosed},
    catalogue::Catalogue,
    dose::{Adjustment, AgeGroup, Dose, Mode, Protocol, Sides},
    exercise::{Category, Exercise, ExerciseId},
    programme::{Block, Ladder, SessionOutline},
    time::Day,
};

/// What is left of the volume in a lighter week (X18).
const LIGHTER: u32 = 60;
/// Landings in one session: in the first weeks of level 3, and later (X14).
const CONTACTS: [u32; 2] = [40, 60];

/// The place on each ladder: the sum of what was accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    known: BTreeMap<(ExerciseId, Mode), usize>,
    pub(super) variants: BTreeMap<ExerciseId, String>,
    /// Ladders that were never decided about stand this much below what is written, or below
    /// their start after a restart.
    back: usize,
    from_start: bool,
}

impl Steps {
    /// Decisions in the order in which they were made; only accepted ones move anything.
    pub fn new(decisions: &[Decision]) -> Self {
        let mut steps = Self::default();
        for decision in decisions.iter().filter(|decision| decision.accepted) {
            steps.take(&decision.proposed);
        }
        steps
    }

    pub(super) fn take(&mut self, proposed: &Proposed) {
        match proposed {
            Proposed::Step { exercise, mode, to, .. }
            | Proposed::Pause { exercise, mode, to, .. } => {
                self.known.insert((exercise.clone(), *mode), *to);
            }
            Proposed::Variant { exercise, mode, variant, to, .. } => {
                self.known.insert((exercise.clone(), *mode), *to);
                match variant {
                    Some(variant) => self.variants.insert(exercise.clone(), variant.clone()),
                    None => self.variants.remove(exercise),
                };
            }
            Proposed::Substitute { exercise, variant: Some(variant) } => {
                self.variants.insert(exercise.clone(), variant.clone());
                for ((known, _), place) in &mut self.known {
                    if known == exercise {
                        *place = 0;
                    }
                }
            }
            Proposed::Load { exercise, variant, physio_agrees: true } => {
                self.variants.insert(exercise.clone(), variant.clone());
            }
            Proposed::Return { .. } => self.go_back(),
            Proposed::Restart { .. } => *self = Self::at_the_start(&self.variants),
            _ => {}
        }
    }

    fn go_back(&mut self) {
        self.known.values_mut().for_each(|place| *place = place.saturating_sub(1));
        self.back += 1;
    }

    fn at_the_start(variants: &BTreeMap<ExerciseId, String>) -> Self {
        Self { from_start: true, variants: variants.clone(), ..Self::default() }
    }

    /// None while nothing was ever decided: then what the programme writes holds.
    pub fn decided(&self, ladder: &Ladder, dose: &Dose, age: AgeGroup) -> Option<usize> {
        let last = ladder.steps.len().checked_sub(1)?;
        let known = self.known.get(&(ladder.exercise.clone(), ladder.mode));
        if let Some(place) = known {
            return Some((*place).min(last));
        }
        if !self.from_start && self.back == 0 {
            return None;
        }
        let base = if self.from_start { ladder.start } else { place_as_written(ladder, dose, age) };
        Some(base.saturating_sub(self.back))
    }

    /// The place on the ladder, decided or as it is written.
    pub fn place(&self, ladder: &Ladder, dose: &Dose, age: AgeGroup) -> usize {
        self.decided(ladder, dose, age).unwrap_or_else(|| place_as_written(ladder, dose, age))
    }

    /// The easier or harder way that was chosen.
    pub fn variant(&self, exercise: &ExerciseId) -> Option<&str> {
        self.variants.get(exercise).map(String::as_str)
    }
}

/// Why there is less for a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Easing {
    /// Every fourth week; without jumps at level 3.
    Deload { until: Day },
    /// Back after two weeks or more.
    Return { until: Day },
}

/// Everything that the log and the decisions say about today's doses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub steps: Steps,
    pub easing: Option<Easing>,
    /// Not today.
    pub(super) paused: BTreeSet<(ExerciseId, Mode)>,
    /// Not any more (X40).
    pub(super) left_out: BTreeSet<ExerciseId>,
    /// What a physiotherapist says, over all of it.
    pub(super) advised: Advised,
}

impl Standing {
    /// After a long gap less is asked at once, until somebody declines that.
    pub fn new(evidence: &[Evidence], decisions: &[Decision], today: Day) -> Self {
        let mut steps = Steps::new(decisions);
        let accepted =
            || decisions.iter().filter(|decision| decision.accepted).map(|made| &made.proposed);
        let mut easing = accepted().find_map(|proposed| match proposed {
            Proposed::Deload { until } if today < *until && until.days_since(today) <= 7 => {
                Some(Easing::Deload { until: *until })
            }
            _ => None,
        });
        if let Some(gap) = return_after_gap(evidence, today) {
            let answer = decisions.iter().rev().find(|decision| gap.is_met_by(&decision.proposed));
            let accepted = answer.map(|answer| answer.accepted);
            match gap.gap {
                Gap::StepBack if accepted != Some(false) => {
                    easing = Some(Easing::Return { until: gap.until });
                    if accepted.is_none() {
                        steps.go_back();
                    }
                }
                Gap::Restart if accepted.is_none() => {
                    steps = Steps::at_the_start(&steps.variants);
                }
                _ => {}
            }
        }
        let paused = accepted().filter_map(|proposed| match proposed {
            Proposed::Pause { exercise, mode, until, .. } if today < *until => {
                Some((exercise.clone(), *mode))
            }
            _ => None,
        });
        let left_out = accepted().filter_map(|proposed| match proposed {
            Proposed::Substitute { exercise, variant: None } => Some(exercise.clone()),
            _ => None,
        });
        let (paused, left_out) = (paused.collect(), left_out.collect());
        Self { paused, left_out, steps, easing, advised: Advised::default() }
    }

    /// The numbers of one exercise of a session today, `change` being what the session asks
    /// differently. None when it is left out today.
    pub fn protocol(
        &self,
        catalogue: &Catalogue,
        outline: &SessionOutline,
        exercise: &Exercise,
        mode: Mode,
        change: Adjustment,
        age: AgeGroup,
    ) -> Option<Protocol> {
        let dose = exercise.dose(mode)?;
        let jumps = exercise.category == Category::RunnerDynamic;
        let no_jumps = matches!(self.easing, Some(Easing::Deload { .. })) && jumps;
        let paused = self.paused.contains(&(exercise.id.clone(), mode));
        let left_out = self.left_out.contains(&exercise.id) || self.advised.leaves(&exercise.id);
        if no_jumps || paused || left_out {
            return None;
        }
        let written = dose.resolve(age, change);
        let too_many = jumps && self.contacts(catalogue, outline, age) > most_contacts(outline);
        let of = Dosed { catalogue, exercise, dose, age };
        let protocol = if too_many {
            self.advised.at_most(of, written)
        } else {
            let stepped = self.stepped(catalogue, exercise, mode, change, age);
            self.advised.over(of, outline, change, stepped.unwrap_or(written))
        };
        let light = [Category::Support, Category::MobilityRotation].contains(&exercise.category);
        let eases = self.easing.is_some() && !light;
        Some(if eases { eased(protocol, dose, age, LIGHTER) } else { protocol })
    }

    /// The dose of an exercise where no session asks for less of it.
    pub(super) fn whole(
        &self,
        catalogue: &Catalogue,
        exercise: &Exercise,
        mode: Mode,
        age: AgeGroup,
    ) -> Option<Protocol> {
        let change = Adjustment::default();
        let written = exercise.dose(mode)?.resolve(age, change);
        Some(self.stepped(catalogue, exercise, mode, change, age).unwrap_or(written))
    }

    fn stepped(
        &self,
        catalogue: &Catalogue,
        exercise: &Exercise,
        mode: Mode,
        change: Adjustment,
        age: AgeGroup,
    ) -> Option<Protocol> {
        let dose = exercise.dose(mode)?;
        let ladder = rungs(catalogue, &exercise.id, mode, age)?;
        let place = self.steps.decided(ladder, dose, age)?;
        let step = ladder.steps.get(place)?;
        Some(dose.resolve(age, no_more_than(step.change, change)))
    }

    /// The most effort of the step that somebody stands at, or of the lower one that these numbers
    /// come to, where a session asks for less.
    pub fn effort_most(
        &self,
        catalogue: &Catalogue,
        exercise: &Exercise,
        protocol: &Protocol,
        age: AgeGroup,
    ) -> Option<u32> {
        let dose = exercise.dose(protocol.mode())?;
        let ladder = rungs(catalogue, &exercise.id, protocol.mode(), age)?;
        let effort = |place: usize| ladder.steps.get(place)?.effort_most;
        let asked = effort(place_of(ladder, dose, age, protocol).unwrap_or_default());
        let Some(decided) = self.steps.decided(ladder, dose, age) else { return asked };
        let change = ladder.steps.get(decided)?.change;
        let own = effort(decided);
        let whole = numbers(&dose.resolve(age, change)) == numbers(protocol);
        if whole { own } else { own.into_iter().chain(asked).min() }
    }

    /// Landings in this session with the steps as they are.
    pub fn contacts(&self, catalogue: &Catalogue, outline: &SessionOutline, age: AgeGroup) -> u32 {
        let landings = |block: &Block| {
            let exercise = catalogue.exercise(&block.exercise)?;
            let dose = exercise.dose(block.mode)?;
            if exercise.category != Category::RunnerDynamic {
                return None;
            }
            let written = dose.resolve(age, block.change);
            let stepped = self.stepped(catalogue, exercise, block.mode, block.change, age);
            let of = Dosed { catalogue, exercise, dose, age };
            let stepped = stepped.unwrap_or(written);
            let protocol = self.advised.over(of, outline, block.change, stepped);
            let [sets, reps, _] = numbers(&protocol);
            Some(sets * reps * if dose.sides == Sides::Together { 1 } else { 2 })
        };
        outline.blocks.iter().filter_map(landings).sum()
    }
}

/// What X14 allows: the first sessions with jumps ask for few of them, and stay under 40.
pub(super) fn most_contacts(outline: &SessionOutline) -> u32 {
    let [first, later] = CONTACTS;
    if outline.ground_contacts <= first { first } else { later }
}
