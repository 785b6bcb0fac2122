//! A plan while somebody changes it: the exercises as a routine has them while it is made, and
//! what a plan says beside their numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Advice, Discussed, Doing, Line, LineNote, Load, MOST_LINES, Name, PlanNote, Weekly, What,
};
use crate::domain::{
    catalogue::Catalogue,
    dose::{Adjustment, AgeGroup, Mode, Sides, Working},
    exercise::ExerciseId,
    record::DoneMode,
    routine::{
        Between, RoutineBlock,
        amount::fitted,
        draft::{Draft, DraftBlock, Step},
    },
    time::Day,
};

/// Everything but the blocks. Texts may still be anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    pub whose: String,
    pub note: String,
    /// None while it is not said that it was talked over.
    pub talk: Option<Talk>,
    /// By the key of the block.
    pub lines: BTreeMap<u32, Extra>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Talk {
    pub name: String,
    pub day: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extra {
    pub leave: bool,
    pub load: Load,
    pub weekly: Option<Weekly>,
    pub note: String,
}

/// What keeps a draft from being a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    Empty,
    TooMany,
    Twice(ExerciseId),
    /// Talked over, but with whom?
    NoName,
    /// Or when? A day to come is none.
    NoDay,
}

impl Beside {
    pub fn extra(&self, key: u32) -> Extra {
        self.lines.get(&key).cloned().unwrap_or_default()
    }

    /// From "not said" to seven times, and back.
    pub fn press_weekly(&mut self, key: u32, step: Step) {
        let extra = self.lines.entry(key).or_default();
        let now = extra.weekly.map_or(0, Weekly::times);
        extra.weekly = match step {
            Step::Less => Weekly::new(now.saturating_sub(1)),
            Step::More => Weekly::new((now + 1).min(Weekly::MOST)),
        };
    }
}

/// A plan to be changed.
pub fn opened(
    advice: &Advice,
    catalogue: &Catalogue,
    age: AgeGroup,
    between: Between,
) -> (Draft, Beside) {
    let mut draft = Draft::new(between);
    let text = |words: Option<&str>| words.unwrap_or_default().to_owned();
    let mut beside = Beside {
        whose: text(advice.whose.as_ref().map(Name::as_str)),
        note: text(advice.note.as_ref().map(PlanNote::as_str)),
        talk: advice
            .discussed
            .as_ref()
            .map(|talk| Talk { name: talk.name.as_str().to_owned(), day: talk.day.iso() }),
        lines: BTreeMap::new(),
    };
    for (key, line) in (0..).zip(&advice.lines) {
        let Some(exercise) = catalogue.exercise(&line.exercise) else { continue };
        let usual = exercise.doses.first().map_or(Mode::Reps, |dose| dose.protocol.mode());
        let mut extra =
            Extra { note: text(line.note.as_ref().map(LineNote::as_str)), ..Extra::default() };
        let (mode, change, working) = match &line.what {
            What::Leave => {
                extra.leave = true;
                (usual, Adjustment::default(), Working::Both)
            }
            What::Do(doing) => {
                (extra.load, extra.weekly) = (doing.load.clone(), doing.weekly);
                (doing.mode, doing.change, doing.working)
            }
        };
        let Some(dose) = exercise.dose(mode) else { continue };
        let block = RoutineBlock {
            exercise: exercise.id.clone(),
            mode: DoneMode::Known(mode),
            change: fitted(catalogue, exercise, dose, age, change),
            working: if dose.sides == Sides::Together { Working::Both } else { working },
        };
        draft.blocks.push(DraftBlock { key, block });
        beside.lines.insert(key, extra);
    }
    (draft, beside)
}

/// The plan, or everything that keeps it from being one. What nobody sees in a text goes, and what
/// is too long is cut: the fields say how long it may be.
pub fn finished(draft: &Draft, beside: &Beside, today: Day) -> Result<Advice, Vec<Problem>> {
    let mut problems = Vec::new();
    let discussed = beside.talk.as_ref().and_then(|talk| {
        let name = Name::cleaned(&talk.name);
        let day = Day::parse(&talk.day).filter(|day| *day <= today);
        if name.is_none() {
            problems.push(Problem::NoName);
        }
        if day.is_none() {
            problems.push(Problem::NoDay);
        }
        Some(Discussed { name: name?, day: day? })
    });
    let lines: Vec<Line> = draft
        .blocks
        .iter()
        .filter_map(|DraftBlock { key, block }| {
            let Extra { leave, load, weekly, note } = beside.extra(*key);
            let DoneMode::Known(mode) = block.mode else { return None };
            let (change, working) = (block.change, block.working);
            let doing = Doing { mode, change, working, load, weekly };
            Some(Line {
                exercise: block.exercise.clone(),
                what: if leave { What::Leave } else { What::Do(doing) },
                note: LineNote::cleaned(&note),
            })
        })
        .collect();
    let mut seen = BTreeSet::new();
    let mut left = BTreeSet::new();
    for line in &lines {
        let id = &line.exercise;
        let twice = left.contains(id)
            || match &line.what {
                What::Leave => {
                    left.insert(id.clone());
                    seen.iter().any(|(other, _)| other == id)
                }
                What::Do(doing) => !seen.insert((id.clone(), doing.mode)),
            };
        if twice && !problems.contains(&Problem::Twice(id.clone())) {
            problems.push(Problem::Twice(id.clone()));
        }
    }
    if lines.is_empty() {
        problems.push(Problem::Empty);
    }
    if lines.len() > MOST_LINES {
        problems.push(Problem::TooMany);
    }
    let advice = Advice {
        whose: Name::cleaned(&beside.whose),
        note: PlanNote::cleaned(&beside.note),
        discussed,
        lines,
    };
    if problems.is_empty() { Ok(advice) } else { Err(problems) }
}
