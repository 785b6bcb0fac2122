//! What is said while a test is taken: each step where it begins, and the calls of its clock.

use super::{Call, Step, Testing};
use crate::domain::{
    body::{HipMovement, Side},
    catalogue::Catalogue,
    selftest::{How, MovementText, SelfTest},
    settings::Voice,
    text::{Bilingual, Language},
};

/// Leads somebody through a test whose eyes are not on the screen.
#[derive(Clone, Copy, Debug)]
pub struct Guide<'a> {
    pub catalogue: &'a Catalogue,
    pub language: Language,
}

impl Guide<'_> {
    /// Where somebody is and how it goes. The other side goes the same way, and is told in full
    /// only to who wants to hear everything.
    pub fn step(&self, testing: &Testing, voice: Voice) -> Option<String> {
        let test = self.catalogue.selftest(testing.test())?;
        let again = testing.is_same_again() && voice != Voice::Full;
        let how = |steps: &[Bilingual]| {
            if again {
                self.line("test-same", "").into_iter().collect()
            } else {
                self.read_all(steps)
            }
        };
        let mut parts = Vec::new();
        match testing.step() {
            Step::Recognise(at) => parts.push(self.read(&test.questions.get(at)?.text)),
            Step::Movement(movement, side) => {
                let words = test.movement(movement)?;
                parts.extend([self.name(&words.plain_name), self.side(side)?]);
                parts.extend(how(&words.attempt(first(words))?.steps));
                parts.extend(words.note.as_ref().filter(|_| !again).map(|note| self.read(note)));
            }
            Step::OneSide(side) => {
                parts.extend([self.name(&test.plain_name), self.side(side)?]);
                parts.extend(how(&test.steps));
            }
            Step::Whole => parts.extend(how(&test.steps)),
        }
        Some(parts.join(" "))
    }

    /// How the other way to try a movement goes.
    pub fn attempt(&self, test: &SelfTest, movement: HipMovement, how: How) -> Option<String> {
        let attempt = test.movement(movement)?.attempt(how)?;
        Some(self.read_all(&attempt.steps).join(" "))
    }

    pub fn call(&self, call: Call) -> Option<String> {
        match call {
            Call::Ready(seconds) => self.line("test-ready", &seconds.0.to_string()),
            Call::Go => self.line("test-go", ""),
            Call::Half => self.line("static-half", ""),
            Call::LastFive => self.line("static-last5", ""),
            Call::Over => self.line("test-over", ""),
        }
    }

    /// What the clock read when somebody stopped it.
    pub fn stopped(&self, seconds: u32) -> Option<String> {
        self.line("test-stopped", &seconds.to_string())
    }

    fn side(&self, side: Side) -> Option<String> {
        let line = self.line(if side == Side::Left { "side-left" } else { "side-right" }, "")?;
        Some(format!("{line}."))
    }

    fn name(&self, name: &Bilingual) -> String {
        format!("{}.", self.read(name))
    }

    fn read(&self, text: &Bilingual) -> String {
        text.read(self.language).to_owned()
    }

    fn read_all(&self, texts: &[Bilingual]) -> Vec<String> {
        texts.iter().map(|text| self.read(text)).collect()
    }

    fn line(&self, key: &str, number: &str) -> Option<String> {
        let line = self.catalogue.voice.get(key)?.read(self.language);
        Some(line.replace("{s}", number).replace("{n}", number))
    }
}

/// The way in which a movement is tried first.
fn first(text: &MovementText) -> How {
    if text.passive_first && text.passive.is_some() { How::Passive } else { How::Active }
}
