//! The answers to the screening questions, from and to the first form.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Check, LONGEST_NAME};
use crate::{
    archive::{problem::Problem, v1},
    domain::{
        record::{Answer, Cleared, ScreeningRecord},
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
    v1::Screening {
        v: v1::VERSION,
        kind: v1::SCREENING.to_owned(),
        rev: Some(rev),
        updated: record.wall,
        day: record.day.iso(),
        answers: answers.collect(),
        cleared: record.cleared.map(|cleared| cleared.wall),
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
    check.finish(day.map(|day| ScreeningRecord { day, wall, answers, cleared }))
}
