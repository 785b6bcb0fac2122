//! `selftests/<test>.toml`: one self-test in words.

use serde::Deserialize;

use super::{
    Both,
    pose::{self, PoseShape},
    word,
};
use crate::{
    content::problem::Review,
    domain::{
        body::HipMovement,
        exercise::ExerciseId,
        selftest::{
            AttemptText, MovementText, Picture, SelfTest, TestChoice, TestId, TestOutcome,
            TestQuestion,
        },
        text::Bilingual,
    },
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SelfTestShape {
    plain: Both,
    name: Both,
    why: Both,
    needs: Both,
    caution: Both,
    minutes: u32,
    picture: Option<String>,
    #[serde(default)]
    pose: Vec<PoseShape>,
    rules: Vec<String>,
    step: Vec<Both>,
    #[serde(default)]
    question: Vec<QuestionShape>,
    #[serde(default)]
    movement: Vec<MovementShape>,
    outcome: Vec<OutcomeShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionShape {
    key: String,
    nl: String,
    en: String,
    picture: Option<String>,
    #[serde(default)]
    choice: Vec<ChoiceShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ChoiceShape {
    key: String,
    nl: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OutcomeShape {
    key: String,
    label: Both,
    nl: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MovementShape {
    id: String,
    plain: Both,
    name: Both,
    active: AttemptShape,
    passive: Option<AttemptShape>,
    #[serde(default)]
    passive_first: bool,
    note: Option<Both>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AttemptShape {
    picture: Option<String>,
    #[serde(default)]
    pose: Vec<PoseShape>,
    step: Vec<Both>,
    question: Both,
    limited: Both,
    fair: Both,
    good: Both,
    measure: Option<Both>,
}

pub(super) fn convert(slug: &str, shape: SelfTestShape, review: &mut Review) -> Option<SelfTest> {
    let id = word("self-test", slug, TestId::parse, review)?;
    let movements = shape.movement.into_iter().filter_map(|shape| movement(shape, review));
    let movements = movements.collect();
    Some(SelfTest {
        id,
        plain_name: shape.plain.into(),
        technical_name: shape.name.into(),
        why: shape.why.into(),
        minutes: shape.minutes,
        needs: shape.needs.into(),
        steps: shape.step.into_iter().map(Bilingual::from).collect(),
        caution: shape.caution.into(),
        picture: picture(shape.picture, shape.pose, id != TestId::Landing, review),
        rules: shape.rules,
        questions: shape.question.into_iter().map(|shape| question(shape, review)).collect(),
        movements,
        outcomes: shape.outcome.into_iter().map(outcome).collect(),
    })
}

fn question(shape: QuestionShape, review: &mut Review) -> TestQuestion {
    let QuestionShape { key, nl, en, picture: named, choice } = shape;
    let choices = choice.into_iter().map(|ChoiceShape { key, nl, en }| TestChoice {
        key,
        text: Bilingual { dutch: nl, english: en },
    });
    TestQuestion {
        key,
        text: Bilingual { dutch: nl, english: en },
        picture: picture(named, Vec::new(), true, review),
        choices: choices.collect(),
    }
}

fn outcome(OutcomeShape { key, label, nl, en }: OutcomeShape) -> TestOutcome {
    TestOutcome { key, label: label.into(), text: Bilingual { dutch: nl, english: en } }
}

fn movement(shape: MovementShape, review: &mut Review) -> Option<MovementText> {
    let movement = word("hip movement", &shape.id, HipMovement::parse, review)?;
    Some(MovementText {
        movement,
        plain_name: shape.plain.into(),
        technical_name: shape.name.into(),
        active: attempt(shape.active, review),
        passive: shape.passive.map(|shape| attempt(shape, review)),
        passive_first: shape.passive_first,
        note: shape.note.map(Bilingual::from),
    })
}

fn attempt(shape: AttemptShape, review: &mut Review) -> AttemptText {
    AttemptText {
        picture: picture(shape.picture, shape.pose, true, review),
        steps: shape.step.into_iter().map(Bilingual::from).collect(),
        question: shape.question.into(),
        limited: shape.limited.into(),
        fair: shape.fair.into(),
        good: shape.good.into(),
        measure: shape.measure.map(Bilingual::from),
    }
}

/// One of both: a name, or poses of its own.
fn picture(
    slug: Option<String>,
    poses: Vec<PoseShape>,
    sided: bool,
    review: &mut Review,
) -> Option<Picture> {
    let poses: Vec<_> =
        poses.into_iter().filter_map(|shape| pose::convert(shape, review)).collect();
    review.demand(slug.is_none() || poses.is_empty(), || {
        "It has a `picture` and a [[pose]] of its own; keep one.".to_owned()
    });
    match slug {
        None => (!poses.is_empty()).then_some(Picture::Own { poses, sided }),
        // T1 to T8, because an exercise and a test may share their slug.
        Some(name) => {
            let test = TestId::ALL.iter().find(|test| test.code() == name);
            test.map(|test| Picture::Test(*test)).or_else(|| {
                word("exercise or self-test", &name, ExerciseId::new, review).map(Picture::Exercise)
            })
        }
    }
}
