//! Is it safe? The red questions, the daily check, and the permit that a session needs.

use super::text::Bilingual;

/// How serious a yes is (3.1 of the fact sheet).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuestionLevel {
    Amber,
    RedUrgent,
    RedEmergency,
}

/// `S1`–`S16` and `A1`–`A12`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreeningQuestion {
    pub id: String,
    pub level: QuestionLevel,
    pub text: Bilingual,
    /// Longer words behind "weet ik niet".
    pub help: Option<Bilingual>,
    pub source: String,
}

/// `D1`–`D6`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DailyQuestion {
    pub id: String,
    pub text: Bilingual,
}

/// What the traffic light says (3.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LightText {
    /// `red-emergency`, `red-urgent`, `amber`, `green`, `red-today`, `amber-today`.
    pub light: String,
    pub title: Bilingual,
    pub text: Bilingual,
}
