//! The sentences about exercises, movements, muscles and breaks, in both languages.

use super::{
    BreaksPicture, ExerciseName, TrainedPicture,
    words::{days, half, many, when},
};
use crate::{
    content::phrases::{Phrase, insight_breaks as of_breaks, insight_trained as words},
    domain::{body::HipMovement, insight::Done, text::Language},
};

impl ExerciseName {
    pub fn read(&self, language: Language) -> String {
        match self {
            Self::Known(exercise) => exercise.plain_name.read(language).to_owned(),
            Self::Unknown(slug) => slug.clone(),
        }
    }
}

impl TrainedPicture {
    pub fn of_exercises(&self, language: Language) -> String {
        let Some(first) = self.exercises.first() else {
            return words::NONE.read(language).to_owned();
        };
        let name = first.of.read(language);
        let phrase = match self.exercises.len() {
            1 => words::ONE_EXERCISE_SAID,
            _ => words::EXERCISES_SAID,
        };
        self.most(phrase, &self.exercises, &name, language)
    }

    /// `name` is what the first of them is called.
    pub fn of_movements(&self, name: &str, language: Language) -> String {
        match self.movements.len() {
            0 => words::NOTHING_KNOWN.read(language).to_owned(),
            _ => self.most(words::MOVEMENTS_SAID, &self.movements, name, language),
        }
    }

    /// `name` is what the first of them is called.
    pub fn of_muscles(&self, name: &str, language: Language) -> String {
        let phrase = match self.muscles.len() {
            0 => return words::NOTHING_KNOWN.read(language).to_owned(),
            1 => words::ONE_MUSCLE_SAID,
            _ => words::MUSCLES_SAID,
        };
        self.most(phrase, &self.muscles, name, language)
    }

    fn most<T>(&self, phrase: Phrase, list: &[Done<T>], name: &str, language: Language) -> String {
        let sessions = list.first().map_or(0, |done| done.sessions);
        phrase.fill(
            language,
            &[
                ("when", &when(self.window, language)),
                ("n", &list.len().to_string()),
                ("of", &HipMovement::ALL.len().to_string()),
                ("name", name),
                ("times", &many(sessions, words::ONCE, words::TIMES, language)),
            ],
        )
    }
}

impl BreaksPicture {
    pub fn sentence(&self, language: Language) -> String {
        let when = when(self.window, language);
        let Some(median) = self.median else {
            return of_breaks::NONE.fill(language, &[("when", &when)]);
        };
        let breaks = many(self.breaks, of_breaks::ONE_BREAK, of_breaks::BREAKS, language);
        of_breaks::SAID.fill(
            language,
            &[
                ("when", &when),
                ("breaks", &breaks),
                ("days", &days(self.days, language)),
                ("median", &half(median, language)),
            ],
        )
    }
}
