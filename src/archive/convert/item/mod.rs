//! Kept things besides sessions, from and to the first form: one file per kind.

pub(in crate::archive) mod advice;
mod begun_test;
mod breaks;
mod decision;
mod marks;
mod plan;
mod red_day;
mod review;
mod routine;
mod spell;
mod test;
mod workday;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Check;
use crate::{
    archive::{
        payload::{extra_of, spell},
        problem::Problem,
        v1::{
            self, advice as advice_shape, item as shapes, plan as plan_shape, progress,
            spell as spell_shape,
        },
    },
    domain::item::{Body, Item},
};

/// The kind under which a thing is kept.
pub fn kind(body: &Body) -> &'static str {
    match body {
        Body::Breaks(_) => shapes::BREAKS,
        Body::Workday(_) => shapes::WORKDAY,
        Body::Test(_) => shapes::TEST,
        Body::BegunTest(_) => shapes::BEGUN_TEST,
        Body::Plan(_) => plan_shape::PLAN,
        Body::RedDay(_) => shapes::RED_DAY,
        Body::Routine(_) => shapes::ROUTINE,
        Body::Decision(_) => progress::DECISION,
        Body::Review(_) => progress::REVIEW,
        Body::Spell(_) => spell_shape::SPELL,
        Body::Advice(_) => advice_shape::ADVICE,
    }
}

/// The canonical text of a thing. `before` is the text of its last revision, whose fields of a
/// newer version stay.
pub fn write(kind: &str, item: &Item, before: Option<&str>) -> String {
    match &item.body {
        None => text::<()>(kind, item, before, None),
        Some(Body::Breaks(day)) => text(
            kind,
            item,
            before,
            Some(breaks::write(*day, kept(before, |body: shapes::Breaks| body.extra))),
        ),
        Some(Body::Workday(workday)) => text(
            kind,
            item,
            before,
            Some(workday::write(workday, kept(before, |body: shapes::Workday| body.extra))),
        ),
        Some(Body::Test(taken)) => text(
            kind,
            item,
            before,
            Some(test::write(taken, kept(before, |body: shapes::Test| body.extra))),
        ),
        Some(Body::BegunTest(begun)) => text(
            kind,
            item,
            before,
            Some(begun_test::write(begun, kept(before, |body: shapes::BegunTest| body.extra))),
        ),
        Some(Body::Decision(made)) => text(
            kind,
            item,
            before,
            Some(decision::write(made, kept(before, |body: progress::Decision| body.extra))),
        ),
        Some(Body::Review(answer)) => text(
            kind,
            item,
            before,
            Some(review::write(*answer, kept(before, |body: progress::Review| body.extra))),
        ),
        Some(Body::Advice(accepted)) => text(
            kind,
            item,
            before,
            Some(advice::write(accepted, kept(before, |body: advice_shape::Advice| body.extra))),
        ),
        Some(Body::Plan(choices)) => text(
            kind,
            item,
            before,
            Some(plan::write(choices, kept(before, |body: plan_shape::Plan| body.extra))),
        ),
        Some(Body::RedDay(red)) => text(
            kind,
            item,
            before,
            Some(red_day::write(*red, kept(before, |body: shapes::RedDay| body.extra))),
        ),
        Some(Body::Spell(spell)) => text(
            kind,
            item,
            before,
            Some(spell::write(*spell, kept(before, |body: spell_shape::Spell| body.extra))),
        ),
        Some(Body::Routine(own)) => text(
            kind,
            item,
            before,
            Some(routine::write(own, kept(before, |body: shapes::Routine| body.extra))),
        ),
    }
}

pub fn read(shape: &shapes::Item<Value>) -> Result<Item, Vec<Problem>> {
    let mut check = Check::default();
    let id = check.id(&shape.id);
    let revision = check.revision(shape.rev);
    let updated = check.moment("updated", shape.updated);
    let body = match &shape.body {
        None => None,
        Some(body) => match read_body(&shape.kind, body) {
            Ok(body) => Some(body),
            Err(problems) => {
                check.problems.extend(problems);
                None
            }
        },
    };
    check.finish(id.map(|id| Item { id, revision, updated, body }))
}

fn read_body(kind: &str, body: &Value) -> Result<Body, Vec<Problem>> {
    match kind {
        shapes::BREAKS => breaks::read(&shaped(body)?).map(Body::Breaks),
        shapes::WORKDAY => workday::read(&shaped(body)?).map(Body::Workday),
        shapes::TEST => test::read(&shaped(body)?).map(|taken| Body::Test(Box::new(taken))),
        shapes::BEGUN_TEST => {
            begun_test::read(&shaped(body)?).map(|begun| Body::BegunTest(Box::new(begun)))
        }
        plan_shape::PLAN => plan::read(&shaped(body)?).map(|choices| Body::Plan(Box::new(choices))),
        shapes::RED_DAY => red_day::read(&shaped(body)?).map(Body::RedDay),
        shapes::ROUTINE => routine::read(&shaped(body)?).map(Body::Routine),
        progress::DECISION => {
            decision::read(&shaped(body)?).map(|made| Body::Decision(Box::new(made)))
        }
        progress::REVIEW => review::read(&shaped(body)?).map(Body::Review),
        spell_shape::SPELL => spell::read(&shaped(body)?).map(Body::Spell),
        advice_shape::ADVICE => {
            advice::read(&shaped(body)?).map(|accepted| Body::Advice(Box::new(accepted)))
        }
        _ => Err(vec![Problem::OutOfRange("kind")]),
    }
}

fn shaped<T: DeserializeOwned>(body: &Value) -> Result<T, Vec<Problem>> {
    serde_json::from_value(body.clone())
        .map_err(|error| vec![Problem::WrongType(error.to_string())])
}

fn text<B: serde::Serialize>(
    kind: &str,
    item: &Item,
    before: Option<&str>,
    body: Option<B>,
) -> String {
    let extra = before.map_or_else(v1::Extra::new, |before| {
        extra_of(before, |shape: shapes::Item<Value>| shape.extra)
    });
    spell(&shapes::Item {
        v: v1::VERSION,
        kind: kind.to_owned(),
        id: item.id.to_string(),
        rev: item.revision,
        updated: item.updated,
        body,
        extra,
    })
}

/// The fields of the last body that this version does not know.
fn kept<B: DeserializeOwned>(before: Option<&str>, take: impl FnOnce(B) -> v1::Extra) -> v1::Extra {
    before.map_or_else(v1::Extra::new, |before| {
        extra_of(before, |shape: shapes::Item<B>| shape.body.map(take).unwrap_or_default())
    })
}
