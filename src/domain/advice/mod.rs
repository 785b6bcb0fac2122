//! What a plan says that goes to a physiotherapist and back: lines per exercise, and whether it
//! was talked over. It comes from somebody else, so it is held to the catalogue and opens no lock.

mod comparing;
pub mod draft;
mod held;
mod offered;
mod words;

pub use comparing::{Change, Compared, Now, NowLine, Numbers, compare};
pub use held::{Advised, Dosed};
pub use offered::{Checked, Fault, Offered, OfferedDo, OfferedLine, OfferedWhat, Refused, check};
pub use words::{Words, is_hidden};

use super::{
    catalogue::Catalogue,
    dose::{Adjustment, Mode, Working},
    exercise::{Exercise, ExerciseId, Variant},
    progress::asks_two_keys,
    record::DoneMode,
    routine::{Between, MOST_BLOCKS, Routine, RoutineBlock, RoutineName},
    time::Day,
};

/// The most lines; our choice, far above any week of a plan.
pub const MOST_LINES: usize = 40;

/// A word with a physiotherapist counts for as long as the answers to the questions do (X24).
pub const TALK_HOLDS: i64 = super::clearance::ANSWERS_HOLD;

pub type Name = Words<60>;
pub type LineNote = Words<200>;
pub type PlanNote = Words<500>;

/// A plan as it goes from one to the other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Advice {
    /// Whose plan it is, where they wrote that themselves.
    pub whose: Option<Name>,
    pub note: Option<PlanNote>,
    pub discussed: Option<Discussed>,
    /// No exercise twice in one mode, and none that is both done and left.
    pub lines: Vec<Line>,
}

/// With whom it was talked over, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discussed {
    pub name: Name,
    pub day: Day,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub exercise: ExerciseId,
    pub what: What,
    pub note: Option<LineNote>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    Do(Doing),
    /// "Niet doen."
    Leave,
}

/// How an exercise is done. A number that is not there stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doing {
    pub mode: Mode,
    pub change: Adjustment,
    pub working: Working,
    pub load: Load,
    pub weekly: Option<Weekly>,
}

/// Weight or a band beside the body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Load {
    #[default]
    AsItIs,
    Without,
    /// One of the exercise's own harder ways, by its name.
    With(String),
}

/// How often a week, 1 to 7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Weekly(u8);

impl Weekly {
    pub const MOST: u32 = 7;

    pub fn new(times: u32) -> Option<Self> {
        u8::try_from(times).ok().filter(|times| (1..=7).contains(times)).map(Self)
    }

    pub fn times(self) -> u32 {
        self.0.into()
    }
}

/// A plan that somebody took over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    pub day: Day,
    pub advice: Advice,
    /// They said themselves that they talked it over: the second key of R2.19.
    talked: bool,
}

impl Accepted {
    /// Only what names with whom and when can have been talked over.
    pub fn new(advice: Advice, day: Day, talked: bool) -> Self {
        let talked = talked && advice.discussed.is_some();
        Self { day, advice, talked }
    }

    pub fn is_talked_over(&self) -> bool {
        self.talked
    }
}

impl Discussed {
    /// Not in the days to come, and not longer ago than answers hold (X24).
    pub fn counts_on(&self, today: Day) -> bool {
        (0..TALK_HOLDS).contains(&today.days_since(self.day))
    }
}

impl Advice {
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// What is to be done.
    pub fn doings(&self) -> impl Iterator<Item = (&ExerciseId, &Doing)> {
        self.lines.iter().filter_map(|line| match &line.what {
            What::Do(doing) => Some((&line.exercise, doing)),
            What::Leave => None,
        })
    }

    /// One session with what stands in none of the plan's own; none when nothing is left for it.
    pub fn session_beside(
        &self,
        name: &str,
        between: Between,
        in_plan: impl Fn(&ExerciseId) -> bool,
    ) -> Option<Routine> {
        let blocks: Vec<RoutineBlock> = self
            .doings()
            .filter(|(exercise, _)| !in_plan(exercise))
            .take(MOST_BLOCKS)
            .map(|(exercise, doing)| RoutineBlock {
                exercise: exercise.clone(),
                mode: DoneMode::Known(doing.mode),
                change: doing.change,
                working: doing.working,
            })
            .collect();
        let name = RoutineName::new(name)?;
        (!blocks.is_empty()).then_some(Routine { name, between, blocks })
    }
}

/// The ways of an exercise that add weight or a band.
pub fn loads(exercise: &Exercise) -> impl Iterator<Item = &Variant> {
    exercise.harder.iter().filter(|way| {
        let named = ["-weight", "-band"].iter().any(|ending| way.id.ends_with(ending));
        named || asks_two_keys(way)
    })
}

/// The way that a line asks for, where the catalogue has it.
pub fn load_of<'a>(catalogue: &'a Catalogue, line: &Line) -> Option<&'a Variant> {
    let What::Do(Doing { load: Load::With(id), .. }) = &line.what else { return None };
    loads(catalogue.exercise(&line.exercise)?).find(|way| way.id == *id)
}
