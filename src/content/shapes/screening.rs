//! `screening.toml`: the questions beforehand, the daily check, the words of the light.

use serde::Deserialize;

use super::{Both, word, words};
use crate::{
    content::problem::Review,
    domain::{
        catalogue::Catalogue,
        exercise::Condition,
        screening::{
            DailyQuestion, FollowUp, Light, LightText, Narrowing, QuestionLevel, ScreeningQuestion,
        },
        text::Bilingual,
    },
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScreeningShape {
    question: Vec<QuestionShape>,
    daily: Vec<AskedShape>,
    light: Vec<LightShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionShape {
    id: String,
    level: String,
    nl: String,
    en: String,
    help: Option<Both>,
    narrowing: Option<NarrowingShape>,
    #[serde(default)]
    sets: Vec<String>,
    #[serde(default)]
    asks: Vec<String>,
    #[serde(default)]
    asks_labels: bool,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NarrowingShape {
    otherwise: String,
    all_of: Vec<AskedShape>,
    one_of: Vec<AskedShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AskedShape {
    id: String,
    nl: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LightShape {
    light: String,
    title: Both,
    text: Both,
}

pub(super) fn convert(shape: ScreeningShape, catalogue: &mut Catalogue, review: &mut Review) {
    catalogue.questions =
        shape.question.into_iter().filter_map(|shape| question(shape, review)).collect();
    catalogue.daily_questions = shape
        .daily
        .into_iter()
        .map(|AskedShape { id, nl, en }| DailyQuestion {
            id,
            text: Bilingual { dutch: nl, english: en },
        })
        .collect();
    catalogue.lights = shape.light.into_iter().filter_map(|shape| light(shape, review)).collect();
}

fn question(shape: QuestionShape, review: &mut Review) -> Option<ScreeningQuestion> {
    let level = word("level", &shape.level, QuestionLevel::parse, review);
    let narrowing = shape.narrowing.and_then(|shape| narrowing(shape, review));
    Some(ScreeningQuestion {
        id: shape.id,
        level: level?,
        text: Bilingual { dutch: shape.nl, english: shape.en },
        help: shape.help.map(Bilingual::from),
        narrowing,
        sets: words("condition", &shape.sets, Condition::parse, review),
        asks: words("condition", &shape.asks, Condition::parse, review),
        asks_labels: shape.asks_labels,
        source: shape.source,
    })
}

fn narrowing(shape: NarrowingShape, review: &mut Review) -> Option<Narrowing> {
    let otherwise = word("level", &shape.otherwise, QuestionLevel::parse, review)?;
    Some(Narrowing {
        all_of: shape.all_of.into_iter().map(follow_up).collect(),
        one_of: shape.one_of.into_iter().map(follow_up).collect(),
        otherwise,
    })
}

fn follow_up(shape: AskedShape) -> FollowUp {
    FollowUp { id: shape.id, text: Bilingual { dutch: shape.nl, english: shape.en } }
}

fn light(shape: LightShape, review: &mut Review) -> Option<LightText> {
    let light = word("light", &shape.light, Light::parse, review)?;
    Some(LightText { light, title: shape.title.into(), text: shape.text.into() })
}
