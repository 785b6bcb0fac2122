//! The answers to the screening questions, from and to the first form.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Check, LONGEST_NAME};
use crate::{
    archive::{problem::Problem, v1},
    domain::{
        record::{Answer, Cleared, Consultation, Note, ScreeningRecord},
        time::Day,
    },
};

/// More questions than any version asks.
const MOST_ANSWERS: usize = 200;

pub fn write(record: &ScreeningRecord, rev: u32, extra: v1::Extra) -> v1::Screening {
    let answers = record
        .answers
        .iter()
        .map(|(question, answer)| (question.clone(), Value::from(answer.slug())));
    let (consulted, consulted_note, gentle_since) = match &record.consultation {
        None => (None, String::new(), None),
        Some(Consultation::Planned { since }) => (None, String::new(), Some(since.iso())),
        Some(Consultation::Held { day, note }) => (Some(day.iso()), note.as_str().to_owned(), None),
    };
    v1::Screening {
        v: v1::VERSION,
        kind: v1::SCREENING.to_owned(),
        rev: Some(rev),
        updated: record.wall,
        day: record.day.iso(),
        answers: answers.collect(),
        cleared: record.cleared.map(|cleared| cleared.wall),
        consulted,
        consulted_note,
        gentle_since,
        extra,
    }
}

pub fn read(shape: &v1::Screening) -> Result<ScreeningRecord, Vec<Problem>> {
    let mut check = Check::default();
    let wall = check.moment("updated", shape.updated);
    let day = check.need("day", Day::parse(&shape.day));
    check.hold("answers", shape.answers.len() <= MOST_ANSWERS);
    let mut answers = BTreeMap::new();
    for (question, answer) in &shape.answers {
        check.hold("answers", question.chars().count() <= LONGEST_NAME);
        if let Some(answer) = check.need("answers", answer.as_str().and_then(Answer::parse)) {
            answers.insert(question.clone(), answer);
        }
    }
    let cleared = shape.cleared.map(|wall| Cleared { wall: check.moment("cleared", wall) });
    let consultation = read_consultation(shape, &mut check);
    check.finish(day.map(|day| ScreeningRecord { day, wall, answers, cleared, consultation }))
}

fn read_consultation(shape: &v1::Screening, check: &mut Check) -> Option<Consultation> {
    check.hold("gentle_since", shape.consulted.is_none() || shape.gentle_since.is_none());
    check.hold("consulted_note", shape.consulted.is_some() || shape.consulted_note.is_empty());
    let note = check.need("consulted_note", Note::new(&shape.consulted_note));
    let held = check.maybe("consulted", shape.consulted.as_deref(), Day::parse);
    let since = check.maybe("gentle_since", shape.gentle_since.as_deref(), Day::parse);
    match (held, since) {
        (Some(day), _) => Some(Consultation::Held { day, note: note? }),
        (None, Some(since)) => Some(Consultation::Planned { since }),
        (None, None) => None,
    }
}
