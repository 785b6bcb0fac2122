//! A plan as it arrived, held to the catalogue line by line: what is left of it, and why the rest
//! is not.

use std::collections::BTreeSet;

use super::{
    Advice, Discussed, Doing, Line, LineNote, Load, MOST_LINES, Name, PlanNote, Weekly, What, loads,
};
use crate::domain::{
    catalogue::Catalogue,
    dose::{Adjustment, AgeGroup, Bounds, Dose, Mode, Sides, Working},
    exercise::{Exercise, ExerciseId},
    routine::amount::{Amount, limits},
};

/// Well-formed, and nothing more: names may be of nothing, numbers may be any.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offered {
    pub whose: Option<Name>,
    pub note: Option<PlanNote>,
    pub discussed: Option<Discussed>,
    pub lines: Vec<OfferedLine>,
    /// What is wrong beside the lines.
    pub faults: Vec<Fault>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedLine {
    /// As it is spelled, cut and without what nobody sees.
    pub exercise: String,
    pub what: OfferedWhat,
    pub note: Option<LineNote>,
    pub faults: Vec<Fault>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfferedWhat {
    Do(OfferedDo),
    Leave,
    /// Not of the form of a line.
    Nothing,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferedDo {
    pub mode: String,
    pub change: Adjustment,
    pub working: Working,
    pub load: Load,
    pub weekly: Option<Weekly>,
}

/// What is wrong with a line or with a value of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The line is no line.
    NoLine,
    UnknownExercise,
    UnknownMode,
    /// The exercise stands in an earlier line already.
    Twice,
    /// More than [`MOST_LINES`].
    TooMany,
    /// A value has another type, or a word of it is none.
    WrongValue(&'static str),
    Beyond {
        amount: Amount,
        value: u32,
        bounds: Bounds,
    },
    /// The mode has no such number.
    NoSuchNumber(Amount),
    /// One side of an exercise that has none.
    NoSides,
    UnknownLoad,
    /// Too long, or with characters in it that nobody sees.
    Text,
    /// A field that this version does not know.
    UnknownField,
}

/// A line that is left out whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    pub exercise: String,
    pub fault: Fault,
}

/// What is left of an offered plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    pub advice: Advice,
    /// For each line of the plan, the values of it that are left out.
    pub left_out: Vec<Vec<Fault>>,
    pub refused: Vec<Refused>,
    /// Beside the lines.
    pub faults: Vec<Fault>,
}

impl Checked {
    /// Nothing of it was refused.
    pub fn is_whole(&self) -> bool {
        self.refused.is_empty() && self.faults.is_empty() && self.left_out.iter().all(Vec::is_empty)
    }
}

/// Every number within the bounds that hold for this age; what is not is left out by itself.
pub fn check(offered: &Offered, catalogue: &Catalogue, age: AgeGroup) -> Checked {
    let mut checked = Checked {
        advice: Advice {
            whose: offered.whose.clone(),
            note: offered.note.clone(),
            discussed: offered.discussed.clone(),
            lines: Vec::new(),
        },
        faults: offered.faults.clone(),
        ..Checked::default()
    };
    let mut left = BTreeSet::new();
    let mut done = BTreeSet::new();
    for (place, line) in offered.lines.iter().enumerate() {
        let read =
            if place < MOST_LINES { read_line(line, catalogue, age) } else { Err(Fault::TooMany) };
        let read = read.and_then(|(line, faults)| {
            let id = &line.exercise;
            let twice = left.contains(id)
                || match &line.what {
                    What::Leave => done.iter().any(|(other, _)| other == id),
                    What::Do(doing) => done.contains(&(id.clone(), doing.mode)),
                };
            if twice { Err(Fault::Twice) } else { Ok((line, faults)) }
        });
        match read {
            Ok((line, faults)) => {
                match &line.what {
                    What::Leave => {
                        left.insert(line.exercise.clone());
                    }
                    What::Do(doing) => {
                        done.insert((line.exercise.clone(), doing.mode));
                    }
                }
                checked.advice.lines.push(line);
                checked.left_out.push(faults);
            }
            Err(fault) => {
                checked.refused.push(Refused { exercise: line.exercise.clone(), fault });
            }
        }
    }
    checked
}

fn read_line(
    line: &OfferedLine,
    catalogue: &Catalogue,
    age: AgeGroup,
) -> Result<(Line, Vec<Fault>), Fault> {
    let known = || catalogue.exercise(&ExerciseId::new(&line.exercise)?);
    let mut faults = line.faults.clone();
    let (exercise, what) = match &line.what {
        OfferedWhat::Nothing => return Err(Fault::NoLine),
        OfferedWhat::Leave => (known().ok_or(Fault::UnknownExercise)?, What::Leave),
        OfferedWhat::Do(doing) => {
            let exercise = known().ok_or(Fault::UnknownExercise)?;
            let mode = Mode::parse(&doing.mode);
            let dose = mode.and_then(|mode| exercise.dose(mode)).ok_or(Fault::UnknownMode)?;
            let doing = read_doing(doing, exercise, dose, catalogue, age, &mut faults);
            (exercise, What::Do(doing))
        }
    };
    Ok((Line { exercise: exercise.id.clone(), what, note: line.note.clone() }, faults))
}

fn read_doing(
    doing: &OfferedDo,
    exercise: &Exercise,
    dose: &Dose,
    catalogue: &Catalogue,
    age: AgeGroup,
    faults: &mut Vec<Fault>,
) -> Doing {
    let mut change = Adjustment::default();
    for amount in Amount::ALL {
        let Some(value) = amount.in_change(&doing.change) else { continue };
        match limits(catalogue, exercise, dose, age, amount) {
            None => faults.push(Fault::NoSuchNumber(amount)),
            Some(limits) if limits.bounds.hold(value) => amount.set(&mut change, Some(value)),
            Some(limits) => {
                faults.push(Fault::Beyond { amount, value, bounds: limits.bounds });
            }
        }
    }
    let sided = dose.sides != Sides::Together;
    let working = if sided { doing.working } else { Working::Both };
    if working != doing.working {
        faults.push(Fault::NoSides);
    }
    let load = match &doing.load {
        Load::With(id) if !loads(exercise).any(|way| way.id == *id) => {
            faults.push(Fault::UnknownLoad);
            Load::AsItIs
        }
        load => load.clone(),
    };
    Doing { mode: dose.protocol.mode(), change, working, load, weekly: doing.weekly }
}

impl From<&Advice> for Offered {
    fn from(advice: &Advice) -> Self {
        let line = |line: &Line| OfferedLine {
            exercise: line.exercise.as_str().to_owned(),
            what: match &line.what {
                What::Leave => OfferedWhat::Leave,
                What::Do(doing) => OfferedWhat::Do(OfferedDo {
                    mode: doing.mode.slug().to_owned(),
                    change: doing.change,
                    working: doing.working,
                    load: doing.load.clone(),
                    weekly: doing.weekly,
                }),
            },
            note: line.note.clone(),
            faults: Vec::new(),
        };
        Self {
            whose: advice.whose.clone(),
            note: advice.note.clone(),
            discussed: advice.discussed.clone(),
            lines: advice.lines.iter().map(line).collect(),
            faults: Vec::new(),
        }
    }
}
