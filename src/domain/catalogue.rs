//! The checked set of everything somebody can do: every ID in it resolves.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    body::named,
    exercise::{Condition, Equipment, Exercise, ExerciseId},
    programme::{Ladder, Programme, SessionId, SessionOutline},
    screening::{DailyQuestion, LightText, ScreeningQuestion},
    selftest::{SelfTest, TestId},
    text::Bilingual,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalogue {
    /// In the order of lists.
    pub exercises: Vec<Exercise>,
    pub programmes: Vec<Programme>,
    /// For amber without consultation (3.3). It stands apart: nobody plans it, and it fits itself
    /// to whoever does it. None only before the content was read.
    pub gentle_start: Option<Programme>,
    pub ladders: Vec<Ladder>,
    pub questions: Vec<ScreeningQuestion>,
    pub daily_questions: Vec<DailyQuestion>,
    pub lights: Vec<LightText>,
    pub conditions: Vec<ConditionText>,
    pub labels: Vec<Label>,
    /// T1 to T8, in that order.
    pub selftests: Vec<SelfTest>,
    /// What the voice says, by key, with `{exercise}` and the like in it.
    pub voice: BTreeMap<String, Bilingual>,
}

named! {
    /// Where we learn of a condition.
    Asked {
        Daily = "daily",
        Screening = "screening",
        Profile = "profile",
        /// It follows from other answers, such as the year of birth.
        Derived = "derived",
    }
}

/// A condition in words somebody can recognise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConditionText {
    pub condition: Condition,
    pub asked: Asked,
    pub text: Bilingual,
    /// Conditions that hold whenever this one does.
    pub implies: Vec<Condition>,
    /// Offered to everybody beside the questions, as it makes no light amber.
    pub anyone: bool,
    /// What to keep to in every session.
    pub advice: Option<Bilingual>,
    /// The question or rule it comes from.
    pub source: String,
}

/// What somebody may have been told about their hip (R1.3), and what it changes here (Decision 11).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    pub id: String,
    pub name: Bilingual,
    pub conditions: Vec<Condition>,
    pub effect: Bilingual,
}

impl Catalogue {
    pub fn exercise(&self, id: &ExerciseId) -> Option<&Exercise> {
        self.exercises.iter().find(|exercise| exercise.id == *id)
    }

    pub fn selftest(&self, id: TestId) -> Option<&SelfTest> {
        self.selftests.iter().find(|test| test.id == id)
    }

    pub fn session(&self, id: &SessionId) -> Option<(&Programme, &SessionOutline)> {
        self.programmes.iter().chain(&self.gentle_start).find_map(|programme| {
            let outline = programme.sessions.iter().find(|outline| outline.id == *id)?;
            Some((programme, outline))
        })
    }

    /// What a session is done with, as its programme has it.
    pub fn things_for(&self, outline: &SessionOutline) -> BTreeSet<Equipment> {
        let exercises = outline.blocks.iter().filter_map(|block| self.exercise(&block.exercise));
        exercises.flat_map(|exercise| exercise.equipment.iter().copied()).collect()
    }

    /// Whether this is a session of the gentle start.
    pub fn is_gentle_start(&self, id: &SessionId) -> bool {
        let gentle = self.gentle_start.iter().flat_map(|programme| &programme.sessions);
        gentle.into_iter().any(|outline| outline.id == *id)
    }

    pub fn condition(&self, condition: Condition) -> Option<&ConditionText> {
        self.conditions.iter().find(|text| text.condition == condition)
    }
}
