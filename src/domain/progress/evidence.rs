//! What one finished session says about each exercise in it.

use crate::domain::{
    body::{BodyPart, Change, Score, Side, named},
    dose::Mode,
    exercise::ExerciseId,
    programme::SessionId,
    record::StopReason,
    time::Day,
};

named! {
    /// How the movement went, as the person judges it (X17).
    Form {
        Good = "good",
        Faults = "faults",
    }
}

named! {
    /// Where it was felt (R3.12).
    Felt {
        RightPlace = "right-place",
        WrongPlace = "wrong-place",
    }
}

/// One finished session; an answer not given stays missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// When it began, in epoch milliseconds UTC: what comes before and after a decision.
    pub at: i64,
    pub day: Day,
    pub session: SessionId,
    /// To its last phase, or added afterwards.
    pub completed: bool,
    /// Pain before (D1), and where.
    pub before: Option<Score>,
    pub place: Option<BodyPart>,
    /// Soreness of the time before (D5).
    pub soreness: Option<Score>,
    pub after: Option<Score>,
    pub change: Option<Change>,
    pub effort: Option<Score>,
    pub form: Option<Form>,
    pub felt: Option<Felt>,
    /// Pain or stiffness on the morning after (X16).
    pub morning: Option<Score>,
    pub exercises: Vec<Exercised>,
    pub stops: Vec<Stop>,
}

/// One exercise on one side, as it was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercised {
    pub exercise: ExerciseId,
    pub mode: Mode,
    pub side: Option<Side>,
    /// Everything that was asked for was done.
    pub done: bool,
    /// Repetitions, sets multiplied in.
    pub count: u32,
    /// The session asked for the whole step, and no lighter or shorter version of it.
    pub full: bool,
    /// Pain during this exercise, where it was asked.
    pub pain: Option<Score>,
}

/// Why somebody stopped, and in what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    pub exercise: ExerciseId,
    pub side: Option<Side>,
    pub reason: StopReason,
}

impl Evidence {
    /// The rows of one exercise in one mode: two of them where it has sides.
    pub fn rows(&self, exercise: &ExerciseId, mode: Mode) -> impl Iterator<Item = &Exercised> {
        self.exercises.iter().filter(move |row| row.exercise == *exercise && row.mode == mode)
    }

    pub fn has(&self, exercise: &ExerciseId, mode: Mode) -> bool {
        self.rows(exercise, mode).next().is_some()
    }

    /// The worst pain that was told, in this exercise or after the session.
    pub fn worst_pain(&self, exercise: &ExerciseId, mode: Mode) -> Option<Score> {
        self.rows(exercise, mode).filter_map(|row| row.pain).chain(self.after).max()
    }

    /// How much worse the next morning was than before the session; negative when better.
    pub fn overnight(&self) -> Option<i16> {
        let (morning, before) = (self.morning?, self.before?);
        Some(i16::from(morning.value()) - i16::from(before.value()))
    }

    /// The 24-hour rule: at most one point worse than before (X16). None while nobody answered.
    pub fn settled_overnight(&self) -> Option<bool> {
        self.overnight().map(|worse| worse <= 1)
    }
}
