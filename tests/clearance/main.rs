//! Who may do what today, over the shipped content: the light, the table of 3.3, the conditions, the
//! form, and the laws that hold for any answers.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets what it does not expect should stop there"
)]

mod body;
mod form;
mod found;
mod laws;
mod light;
mod permit;
mod prescribed;
mod ways;

use soepel::{
    content,
    domain::{
        catalogue::Catalogue,
        clearance::{Answers, Level, Permit, Profile, Readiness, Verdict},
        progress::Opened,
        record::{
            Answer::{self, No},
            Consultation, Note,
        },
        screening::{QuestionLevel, ScreeningQuestion},
        time::Day,
    },
};

/// Some answers other than no.
type Given = [(&'static str, Answer)];

fn catalogue() -> &'static Catalogue {
    content::catalogue()
}

fn red() -> impl Iterator<Item = &'static ScreeningQuestion> {
    catalogue().questions.iter().filter(|question| question.level != QuestionLevel::Amber)
}

/// The ambers that are asked; A12 follows from the age.
fn amber() -> impl Iterator<Item = &'static ScreeningQuestion> {
    let ambers = catalogue().questions.iter();
    ambers.filter(|question| question.level == QuestionLevel::Amber && question.id != "A12")
}

/// No to every question, and then these.
fn answers(other: &[(&str, Answer)]) -> Answers {
    let mut answers: Answers =
        red().chain(amber()).map(|question| (question.id.clone(), No)).collect();
    answers.extend(other.iter().map(|(id, answer)| ((*id).to_owned(), *answer)));
    answers
}

fn profile(other: &[(&str, Answer)]) -> Profile {
    Profile { answers: answers(other), opened: Opened::up_to("P5-M"), ..Profile::default() }
}

/// The same, talked over.
fn treated(other: &[(&str, Answer)]) -> Profile {
    let day = Day::parse("2026-11-22").unwrap();
    let held = Consultation::Held { day, note: Note::default() };
    Profile { consultation: Some(held), ..profile(other) }
}

fn verdict(other: &[(&str, Answer)]) -> Option<Verdict> {
    profile(other).verdict(catalogue())
}

fn level(other: &[(&str, Answer)]) -> Option<Level> {
    verdict(other).map(|verdict| verdict.level)
}

fn permit(profile: &Profile) -> Permit {
    Permit::grant(catalogue(), profile, Readiness::Normal)
}

/// What a permit opens, in the order of the content.
fn allowed(permit: &Permit) -> Vec<&'static str> {
    catalogue()
        .exercises
        .iter()
        .filter(|exercise| permit.allows(exercise))
        .map(|exercise| exercise.id.as_str())
        .collect()
}

fn granted(other: &[(&str, Answer)]) -> Vec<&'static str> {
    allowed(&permit(&profile(other)))
}
