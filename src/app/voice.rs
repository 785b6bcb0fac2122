//! What is said during a session: the voice lines of section 6 filled in.
//!
//! `lines` says what each phase would like to say, `reckon` how long that takes, `script` gives it
//! its moment or leaves it out, and `announced` is what a screen reader hears.

mod announced;
mod lines;
mod reckon;
mod script;

pub use lines::{When, Wish};
pub use reckon::reckon;
pub use script::{Script, Utterance, place};

use super::hints::Hint;
use crate::domain::{
    body::Side,
    catalogue::Catalogue,
    dose::Protocol,
    exercise::Exercise,
    plan::Plan,
    settings::{Pace, Voice},
    text::Language,
    timeline::Phase,
};

/// One speaker of one language, as talkative as the person wants.
#[derive(Clone, Copy, Debug)]
pub struct Speaker<'a> {
    pub catalogue: &'a Catalogue,
    pub plan: &'a Plan,
    pub language: Language,
    pub voice: Voice,
    pub pace: Pace,
    /// "Voor jou", for each exercise of the plan.
    pub hints: &'a [Vec<Hint>],
}

impl Speaker<'_> {
    fn phase(&self, index: usize) -> Option<&Phase> {
        self.plan.phases().get(index)
    }

    fn before(&self, index: usize) -> Option<&Phase> {
        self.phase(index.checked_sub(1)?)
    }

    /// The first phase of its exercise.
    fn begins_exercise(&self, index: usize) -> bool {
        let block = self.phase(index).map(|phase| phase.block);
        self.before(index).map(|before| before.block) != block
    }

    /// The first phase of a set of repetitions.
    fn begins_set(&self, index: usize) -> bool {
        let Some(phase) = self.phase(index) else { return false };
        let first = self.before(index).is_none_or(|before| before.station != phase.station);
        first && self.in_set(phase)
    }

    fn in_set(&self, phase: &Phase) -> bool {
        phase.kind.is_work() && self.protocol(phase).is_some_and(Protocol::is_paced)
    }

    /// A set that the session waits for.
    fn waits_at(&self, index: usize) -> bool {
        self.pace == Pace::OwnPace && self.begins_set(index)
    }

    fn protocol(&self, phase: &Phase) -> Option<&Protocol> {
        self.plan.prescription(phase.block).map(|prescription| &prescription.protocol)
    }

    fn exercise(&self, phase: &Phase) -> Option<&Exercise> {
        self.catalogue.exercise(&self.plan.prescription(phase.block)?.exercise)
    }

    fn name(&self, phase: &Phase) -> &str {
        self.exercise(phase).map_or("", |exercise| exercise.plain_name.read(self.language))
    }

    /// As a sentence of its own.
    fn first_cue(&self, phase: &Phase) -> String {
        let cue = self.exercise(phase).and_then(|exercise| exercise.cues.first());
        cue.map_or_else(String::new, |cue| {
            format!("{}.", cue.read(self.language).trim_end_matches('.'))
        })
    }

    /// From 0; where to go comes first.
    fn step(&self, phase: &Phase, place: usize) -> Option<String> {
        let step = self.exercise(phase)?.steps.get(place)?;
        Some(step.read(self.language).to_owned())
    }

    /// "Linkerkant", where one side works at a time.
    fn side(&self, phase: &Phase) -> String {
        let key = match phase.side {
            None => return String::new(),
            Some(Side::Left) => "side-left",
            Some(Side::Right) => "side-right",
        };
        self.say(key, &[]).unwrap_or_default()
    }

    /// How hard to push, where the exercise is about pushing: what this person may do at most when
    /// that is less than the exercise allows (X3, X4, X22). A hint that says so already is enough.
    fn effort(&self, phase: &Phase) -> Option<String> {
        let prescription = self.plan.prescription(phase.block)?;
        let protocol = &prescription.protocol;
        let pushes = matches!(protocol, Protocol::Pnf { .. } | Protocol::IsometricEndRange { .. });
        if !pushes || self.hints_of(phase).iter().any(Hint::limits_effort) {
            return None;
        }
        let bounds = self.exercise(phase)?.dose(protocol.mode())?.effort?;
        let most = prescription.effort_most.unwrap_or(bounds.most);
        if most < bounds.most {
            return self.say("effort-most", &[("n", &most.to_string())]);
        }
        let (least, most) = (bounds.least.to_string(), most.to_string());
        self.say("effort", &[("n", &least), ("all", &most)])
    }

    fn hints_of(&self, phase: &Phase) -> &[Hint] {
        self.hints.get(phase.block).map_or(&[], Vec::as_slice)
    }

    /// "Voor jou: …", one sentence each.
    fn for_you(&self, phase: &Phase) -> Vec<String> {
        let hints = self.hints_of(phase).iter();
        let said = hints.filter_map(|hint| {
            let text = hint.text().read(self.language);
            self.say("for-you", &[("cue", text)])
        });
        said.collect()
    }

    /// Whether this is the last repetition of a set.
    fn is_last_rep(&self, phase: &Phase) -> bool {
        self.protocol(phase).is_some_and(|protocol| phase.rep == protocol.count().reps)
    }

    fn leads_up_to_set(&self, index: usize) -> bool {
        !self.phase(index).is_some_and(|phase| self.in_set(phase)) && self.begins_set(index + 1)
    }

    /// A line with its parts filled in; one that ends in an empty part loses what led up to it.
    fn say(&self, key: &str, parts: &[(&str, &str)]) -> Option<String> {
        let mut line = self.catalogue.voice.get(key)?.read(self.language).to_owned();
        for (name, part) in parts {
            line = line.replace(&format!("{{{name}}}"), part);
        }
        let line = line.replace(". .", ".").replace("..", ".");
        Some(line.trim().to_owned())
    }

    fn is_work(&self, index: usize) -> bool {
        self.phase(index).is_some_and(|phase| phase.kind.is_work())
    }
}
