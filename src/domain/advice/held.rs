//! What a plan that was taken over says about each exercise, laid over what would hold without it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Accepted, Doing, Load, What};
use crate::domain::{
    catalogue::Catalogue,
    dose::{Adjustment, AgeGroup, Dose, Mode, Protocol, Working},
    exercise::{Exercise, ExerciseId},
    programme::SessionOutline,
    routine::amount::{Amount, fitted},
};

/// Sessions of a few minutes: where they ask for less, less it stays. Our choice, so that two
/// minutes remain two minutes.
const SHORT: [&str; 2] = ["P6-", "P4-break"];

/// An exercise in one mode, for somebody of this age.
#[derive(Clone, Copy, Debug)]
pub struct Dosed<'a> {
    pub catalogue: &'a Catalogue,
    pub exercise: &'a Exercise,
    pub dose: &'a Dose,
    pub age: AgeGroup,
}

/// Empty for whoever follows no plan of somebody else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advised {
    leaves: BTreeSet<ExerciseId>,
    doings: BTreeMap<(ExerciseId, Mode), Doing>,
    talked: bool,
}

impl Advised {
    pub fn of(accepted: &Accepted) -> Self {
        let mut advised = Self { talked: accepted.is_talked_over(), ..Self::default() };
        for line in &accepted.advice.lines {
            match &line.what {
                What::Leave => {
                    advised.leaves.insert(line.exercise.clone());
                }
                What::Do(doing) => {
                    let key = (line.exercise.clone(), doing.mode);
                    advised.doings.insert(key, doing.clone());
                }
            }
        }
        advised
    }

    /// For sessions that set their own numbers: what is left out there too.
    #[must_use]
    pub fn leaving_only(self) -> Self {
        Self { doings: BTreeMap::new(), ..self }
    }

    pub fn leaves(&self, exercise: &ExerciseId) -> bool {
        self.leaves.contains(exercise)
    }

    fn doing(&self, exercise: &ExerciseId, mode: Mode) -> Option<&Doing> {
        self.doings.get(&(exercise.clone(), mode))
    }

    /// Whether a number of this exercise is set here, so that no step along the ladder sets it.
    pub fn sets(&self, exercise: &ExerciseId, mode: Mode) -> bool {
        self.doing(exercise, mode).is_some_and(|doing| doing.change != Adjustment::default())
    }

    /// Everything of which a number is set.
    pub fn set_by_it(&self) -> BTreeSet<(ExerciseId, Mode)> {
        let set = self.doings.iter().filter(|(_, doing)| doing.change != Adjustment::default());
        set.map(|(key, _)| key.clone()).collect()
    }

    /// The sides that work; a session that leaves one out itself keeps to that.
    pub fn working(&self, exercise: &ExerciseId, mode: Mode, own: Working) -> Working {
        match (own, self.doing(exercise, mode)) {
            (Working::Both, Some(doing)) => doing.working,
            _ => own,
        }
    }

    /// The load that each line asks for.
    pub fn loads(&self) -> impl Iterator<Item = (&ExerciseId, &Load)> {
        self.doings.iter().map(|((exercise, _), doing)| (exercise, &doing.load))
    }

    /// The second key of R2.19 is there.
    pub fn is_talked_over(&self) -> bool {
        self.talked
    }

    /// The numbers of a line in the place of those that would hold, within their bounds. `asked`
    /// is what the session itself asks differently.
    pub fn over(
        &self,
        of: Dosed,
        outline: &SessionOutline,
        asked: Adjustment,
        protocol: Protocol,
    ) -> Protocol {
        let Some(mut change) = self.change(of) else { return protocol };
        if SHORT.iter().any(|short| outline.id.0.starts_with(short)) {
            change = lower(change, |amount| amount.in_change(&asked));
        }
        protocol.with(change)
    }

    /// The same, but never more than these numbers.
    pub fn at_most(&self, of: Dosed, most: Protocol) -> Protocol {
        let Some(change) = self.change(of) else { return most };
        most.with(lower(change, |amount| amount.of(&most)))
    }

    fn change(&self, of: Dosed) -> Option<Adjustment> {
        let Dosed { catalogue, exercise, dose, age } = of;
        let doing = self.doing(&exercise.id, dose.protocol.mode())?;
        Some(fitted(catalogue, exercise, dose, age, doing.change))
    }
}

fn lower(mut change: Adjustment, most: impl Fn(Amount) -> Option<u32>) -> Adjustment {
    for amount in Amount::ALL {
        if let (Some(value), Some(most)) = (amount.in_change(&change), most(amount)) {
            amount.set(&mut change, Some(value.min(most)));
        }
    }
    change
}
