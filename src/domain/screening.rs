//! Is it safe? The red questions, the daily check, and the permit that a session needs.

use super::{body::named, exercise::Condition, text::Bilingual};

named! {
    /// How serious a yes is (3.1 of the fact sheet).
    QuestionLevel {
        Amber = "amber",
        RedUrgent = "red-urgent",
        RedEmergency = "red-emergency",
    }
}

/// `S1`–`S16` and `A1`–`A12`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreeningQuestion {
    pub id: String,
    pub level: QuestionLevel,
    pub text: Bilingual,
    /// Longer words behind "weet ik niet".
    pub help: Option<Bilingual>,
    /// Set where a yes alone does not give the level yet.
    pub narrowing: Option<Narrowing>,
    /// Conditions that hold with a yes, without another question.
    pub sets: Vec<Condition>,
    /// Conditions that are asked for only after a yes (3.2).
    pub asks: Vec<Condition>,
    /// After a yes it also asks what somebody was told about their hip (R1.3).
    pub asks_labels: bool,
    pub source: String,
}

/// A yes counts at the question's own level only with a yes to everything in `all_of` and to at
/// least one of `one_of`; else it counts as `otherwise` (Decision 10, on S12).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowing {
    pub all_of: Vec<FollowUp>,
    pub one_of: Vec<FollowUp>,
    pub otherwise: QuestionLevel,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// `S12-new`, …
    pub id: String,
    pub text: Bilingual,
}

/// `D1`–`D6`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DailyQuestion {
    pub id: String,
    pub text: Bilingual,
}

named! {
    /// What the questions come to (3.3), and what the daily check comes to (3.4).
    Light {
        RedEmergency = "red-emergency",
        RedUrgent = "red-urgent",
        Amber = "amber",
        Green = "green",
        /// Sudden sharp pain (D2).
        RedToday = "red-today",
        /// Pain of 6 or more (D1): the same, without the word "sharp".
        RedTodayPain = "red-today-pain",
        AmberToday = "amber-today",
        /// "I don't know" stood among the answers.
        Unsure = "unsure",
    }
}

/// What the traffic light says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LightText {
    pub light: Light,
    pub title: Bilingual,
    pub text: Bilingual,
}
