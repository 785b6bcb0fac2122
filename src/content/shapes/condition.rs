//! `conditions.toml`: what leaves out or changes an exercise, in words somebody can recognise.

use serde::Deserialize;

use super::{Both, word, words};
use crate::{
    content::problem::Review,
    domain::{
        catalogue::{Asked, ConditionText, Label},
        exercise::Condition,
        text::Bilingual,
    },
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ConditionsShape {
    condition: Vec<ConditionShape>,
    label: Vec<LabelShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConditionShape {
    id: String,
    asked: String,
    nl: String,
    en: String,
    #[serde(default)]
    implies: Vec<String>,
    #[serde(default)]
    anyone: bool,
    advice: Option<Both>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelShape {
    id: String,
    conditions: Vec<String>,
    name: Both,
    effect: Both,
}

pub(super) fn convert(
    shape: ConditionsShape,
    review: &mut Review,
) -> (Vec<ConditionText>, Vec<Label>) {
    let conditions = shape.condition.into_iter().filter_map(|shape| condition(shape, review));
    let conditions = conditions.collect();
    let labels = shape.label.into_iter().map(|shape| label(shape, review)).collect();
    (conditions, labels)
}

fn condition(shape: ConditionShape, review: &mut Review) -> Option<ConditionText> {
    let condition = word("condition", &shape.id, Condition::parse, review);
    let asked = word("place to ask", &shape.asked, Asked::parse, review);
    let implies = words("condition", &shape.implies, Condition::parse, review);
    Some(ConditionText {
        condition: condition?,
        asked: asked?,
        text: Bilingual { dutch: shape.nl, english: shape.en },
        implies,
        anyone: shape.anyone,
        advice: shape.advice.map(Bilingual::from),
        source: shape.source,
    })
}

fn label(shape: LabelShape, review: &mut Review) -> Label {
    Label {
        id: shape.id,
        name: shape.name.into(),
        conditions: words("condition", &shape.conditions, Condition::parse, review),
        effect: shape.effect.into(),
    }
}
