//! A self-test in words: what it is for, how to do it, and what each class means.

use super::{Class, How, TestId};
use crate::domain::{body::HipMovement, exercise::ExerciseId, figure::Pose, text::Bilingual};

/// A figure that shows how it goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// That of an exercise which goes the same way.
    Exercise(ExerciseId),
    /// That of another test.
    Test(TestId),
    /// Drawn for this, with the right side working; in a test without sides both do.
    Own { poses: Vec<Pose>, sided: bool },
}

/// One of T1 to T8.
#[derive(Clone, Debug, PartialEq)]
pub struct SelfTest {
    pub id: TestId,
    /// At most four plain words (Decision 13).
    pub plain_name: Bilingual,
    pub technical_name: Bilingual,
    pub why: Bilingual,
    pub minutes: u32,
    pub needs: Bilingual,
    pub steps: Vec<Bilingual>,
    /// What it cannot tell.
    pub caution: Bilingual,
    pub picture: Option<Picture>,
    pub rules: Vec<String>,
    /// What is asked; the hip check has `movements` instead.
    pub questions: Vec<TestQuestion>,
    pub movements: Vec<MovementText>,
    /// What each class means, by its spelling.
    pub outcomes: Vec<TestOutcome>,
}

/// Something asked on the screen, answered by one of the choices, or by a number.
#[derive(Clone, Debug, PartialEq)]
pub struct TestQuestion {
    pub key: String,
    pub text: Bilingual,
    /// Where it stands alone on the screen; without one that of the test stands there.
    pub picture: Option<Picture>,
    /// Empty: yes, no, or a number.
    pub choices: Vec<TestChoice>,
}

/// One class in a word or two, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestOutcome {
    pub key: String,
    pub label: Bilingual,
    pub text: Bilingual,
}

/// One answer in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestChoice {
    pub key: String,
    pub text: Bilingual,
}

/// One movement of the hip check.
#[derive(Clone, Debug, PartialEq)]
pub struct MovementText {
    pub movement: HipMovement,
    pub plain_name: Bilingual,
    pub technical_name: Bilingual,
    pub active: AttemptText,
    pub passive: Option<AttemptText>,
    /// The helped attempt comes first.
    pub passive_first: bool,
    pub note: Option<Bilingual>,
}

/// How one attempt goes, and its classes to recognise.
#[derive(Clone, Debug, PartialEq)]
pub struct AttemptText {
    pub picture: Option<Picture>,
    pub steps: Vec<Bilingual>,
    pub question: Bilingual,
    pub limited: Bilingual,
    pub fair: Bilingual,
    pub good: Bilingual,
    /// What to measure, for somebody who wants to.
    pub measure: Option<Bilingual>,
}

impl AttemptText {
    pub fn class(&self, class: Class) -> &Bilingual {
        match class {
            Class::Limited => &self.limited,
            Class::Fair => &self.fair,
            Class::Good => &self.good,
        }
    }
}

impl MovementText {
    pub fn attempt(&self, how: How) -> Option<&AttemptText> {
        match how {
            How::Active => Some(&self.active),
            How::Passive => self.passive.as_ref(),
        }
    }
}

impl SelfTest {
    pub fn question(&self, key: &str) -> Option<&TestQuestion> {
        self.questions.iter().find(|question| question.key == key)
    }

    pub fn outcome(&self, key: &str) -> Option<&TestOutcome> {
        self.outcomes.iter().find(|outcome| outcome.key == key)
    }

    pub fn movement(&self, movement: HipMovement) -> Option<&MovementText> {
        self.movements.iter().find(|text| text.movement == movement)
    }
}
