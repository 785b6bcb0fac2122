//! A plan beside what somebody does now: what is new, what changes, what they do not do any more.

use super::{Advice, Doing, Load, Weekly, What};
use crate::domain::{
    catalogue::Catalogue,
    dose::{AgeGroup, Mode, Protocol, Sides},
    exercise::ExerciseId,
    routine::amount::fitted,
};

/// How an exercise is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbers {
    pub protocol: Protocol,
    pub sides: Sides,
    /// The easier or harder way, by its name.
    pub way: Option<String>,
    pub weekly: Option<Weekly>,
}

/// What somebody does now, per exercise and mode.
pub type Now = [NowLine];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NowLine {
    pub exercise: ExerciseId,
    pub numbers: Numbers,
}

impl NowLine {
    fn is(&self, exercise: &ExerciseId, mode: Mode) -> bool {
        self.exercise == *exercise && self.numbers.protocol.mode() == mode
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    New(Numbers),
    Changed {
        from: Numbers,
        to: Numbers,
    },
    Same(Numbers),
    /// "Niet doen", of what is done now.
    NoMore(Numbers),
    /// "Niet doen", of what is not done now either.
    Never,
}

/// One line of a plan, by its place, with what it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    pub line: usize,
    pub exercise: ExerciseId,
    pub change: Change,
}

/// One for each line that the catalogue knows, in their order.
pub fn compare(catalogue: &Catalogue, advice: &Advice, now: &Now, age: AgeGroup) -> Vec<Compared> {
    let lines = advice.lines.iter().enumerate().filter_map(|(place, line)| {
        let change = match &line.what {
            What::Leave => {
                let there = now.iter().find(|it| it.exercise == line.exercise);
                there.map_or(Change::Never, |there| Change::NoMore(there.numbers.clone()))
            }
            What::Do(doing) => {
                let there = now.iter().find(|it| it.is(&line.exercise, doing.mode));
                let from = there.map(|there| there.numbers.clone());
                let to = numbers(catalogue, &line.exercise, doing, from.as_ref(), age)?;
                match from {
                    None => Change::New(to),
                    Some(from) if from == to => Change::Same(to),
                    Some(from) => Change::Changed { from, to },
                }
            }
        };
        Some(Compared { line: place, exercise: line.exercise.clone(), change })
    });
    lines.collect()
}

fn numbers(
    catalogue: &Catalogue,
    exercise: &ExerciseId,
    doing: &Doing,
    from: Option<&Numbers>,
    age: AgeGroup,
) -> Option<Numbers> {
    let exercise = catalogue.exercise(exercise)?;
    let dose = exercise.dose(doing.mode)?;
    let change = fitted(catalogue, exercise, dose, age, doing.change);
    let now = from.and_then(|from| from.way.clone());
    Some(Numbers {
        protocol: from.map_or_else(|| dose.resolve(age, change), |from| from.protocol.with(change)),
        sides: dose.sides.narrowed(doing.working),
        way: match &doing.load {
            Load::AsItIs => now,
            Load::Without => now.filter(|now| super::loads(exercise).all(|load| load.id != *now)),
            Load::With(way) => Some(way.clone()),
        },
        weekly: doing.weekly.or(from.and_then(|from| from.weekly)),
    })
}
