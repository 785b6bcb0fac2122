//! `exercises/<slug>.toml`: one exercise in full.

use serde::Deserialize;

use super::{
    Both,
    dose::{self, DoseShape},
    pose::{self, PoseShape},
    word, words,
};
use crate::{
    content::problem::{Problem, Review},
    domain::{
        body::{HipMovement, Muscle, Position},
        catalogue::Catalogue,
        dose::{Dose, Origin, Sides},
        exercise::{
            Adaptation, Category, Condition, Direction, Equipment, Exercise, ExerciseId,
            Prerequisite, PrerequisiteKind, Variant,
        },
        figure::Pose,
        text::Bilingual,
    },
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExerciseShape {
    plain: Both,
    name: Both,
    category: String,
    level: u8,
    order: u32,
    origin: String,
    position: String,
    movements: Vec<String>,
    muscles: Vec<String>,
    equipment: Vec<String>,
    optional_equipment: Vec<String>,
    rules: Vec<String>,
    similar_to: Vec<String>,
    skip_if: Vec<String>,
    out_goes: Option<String>,
    why: Both,
    feel: Both,
    not_feel: Both,
    breathing: Both,
    step: Vec<Both>,
    cue: Vec<Both>,
    mistake: Vec<Both>,
    #[serde(default)]
    easier: Vec<VariantShape>,
    #[serde(default)]
    harder: Vec<VariantShape>,
    #[serde(default)]
    prerequisite: Vec<PrerequisiteShape>,
    #[serde(default)]
    adapt: Vec<AdaptationShape>,
    dose: Vec<DoseShape>,
    pose: Vec<PoseShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VariantShape {
    id: String,
    name: Both,
    change: Both,
    rules: Vec<String>,
    /// The exercise whose poses it has; never together with poses of its own.
    poses_of: Option<String>,
    #[serde(default)]
    pose: Vec<PoseShape>,
}

/// A variant that looks like another exercise, which may stand in a file that is not read yet.
pub(in crate::content) struct Borrowed {
    exercise: ExerciseId,
    variant: String,
    from: ExerciseId,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PrerequisiteShape {
    kind: String,
    target: String,
    nl: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AdaptationShape {
    condition: String,
    swap: Option<String>,
    nl: String,
    en: String,
}

pub(super) fn convert(
    slug: &str,
    shape: ExerciseShape,
    borrowed: &mut Vec<Borrowed>,
    review: &mut Review,
) -> Option<Exercise> {
    let id = exercise_id(slug, review);
    for variant in shape.easier.iter().chain(&shape.harder) {
        borrowed.extend(id.as_ref().and_then(|id| borrow(id, variant, review)));
    }
    let category = word("category", &shape.category, Category::parse, review);
    let origin = word("origin", &shape.origin, Origin::parse, review);
    let position = word("position", &shape.position, Position::parse, review);
    let out_goes = shape
        .out_goes
        .and_then(|text| word("way for a repetition to go", &text, Direction::parse, review));
    let doses = doses(shape.dose, review);
    Some(Exercise {
        id: id?,
        plain_name: shape.plain.into(),
        technical_name: shape.name.into(),
        category: category?,
        level: shape.level,
        origin: origin?,
        rules: shape.rules,
        muscles: words("muscle", &shape.muscles, Muscle::parse, review),
        movements: words("hip movement", &shape.movements, HipMovement::parse, review),
        position: position?,
        equipment: words("piece of equipment", &shape.equipment, Equipment::parse, review),
        optional_equipment: words(
            "piece of equipment",
            &shape.optional_equipment,
            Equipment::parse,
            review,
        ),
        unilateral: doses.iter().any(|dose| dose.sides != Sides::Together),
        why: shape.why.into(),
        steps: all(shape.step),
        cues: all(shape.cue),
        mistakes: all(shape.mistake),
        feel: shape.feel.into(),
        not_feel: shape.not_feel.into(),
        breathing: shape.breathing.into(),
        easier: shape.easier.into_iter().map(|shape| variant(shape, review)).collect(),
        harder: shape.harder.into_iter().map(|shape| variant(shape, review)).collect(),
        prerequisites: shape
            .prerequisite
            .into_iter()
            .filter_map(|shape| prerequisite(shape, review))
            .collect(),
        skip_if: words("condition", &shape.skip_if, Condition::parse, review),
        adapt_if: shape.adapt.into_iter().filter_map(|shape| adaptation(shape, review)).collect(),
        similar_to: shape.similar_to.iter().filter_map(|slug| exercise_id(slug, review)).collect(),
        order: shape.order,
        out_goes,
        doses,
        poses: poses(shape.pose, review),
    })
}

fn poses(shapes: Vec<PoseShape>, review: &mut Review) -> Vec<Pose> {
    shapes.into_iter().filter_map(|shape| pose::convert(shape, review)).collect()
}

fn borrow(id: &ExerciseId, shape: &VariantShape, review: &mut Review) -> Option<Borrowed> {
    let from = exercise_id(shape.poses_of.as_ref()?, review)?;
    review.demand(shape.pose.is_empty(), || {
        format!("{} has poses and `poses_of`; keep one of them.", shape.id)
    });
    Some(Borrowed { exercise: id.clone(), variant: shape.id.clone(), from })
}

/// Gives each variant that looks like another exercise the poses of that one.
pub(in crate::content) fn lend(
    catalogue: &mut Catalogue,
    borrowed: Vec<Borrowed>,
    problems: &mut Vec<Problem>,
) {
    for Borrowed { exercise: id, variant, from } in borrowed {
        let Some(poses) = catalogue.exercise(&from).map(|lender| lender.poses.clone()) else {
            let path = format!("exercises/{}", id.as_str());
            let from = from.as_str();
            Review::new(&path, problems)
                .object(format!("{variant} has the poses of {from}, which does not exist."));
            continue;
        };
        let needs = catalogue.exercises.iter_mut().find(|exercise| exercise.id == id);
        let mut variants =
            needs.into_iter().flat_map(|one| one.easier.iter_mut().chain(&mut one.harder));
        if let Some(found) = variants.find(|one| one.id == variant) {
            found.poses = poses;
        }
    }
}

pub(super) fn exercise_id(slug: &str, review: &mut Review) -> Option<ExerciseId> {
    let id = ExerciseId::new(slug);
    review.demand(id.is_some(), || {
        format!("`{slug}` is no name for an exercise: use small letters, digits and dashes.")
    });
    id
}

/// The doses with the default first; exactly one is the default.
fn doses(mut shapes: Vec<DoseShape>, review: &mut Review) -> Vec<Dose> {
    let defaults = shapes.iter().filter(|shape| shape.default).count();
    review.demand(defaults == 1, || {
        format!("{defaults} doses say `default = true`; let one dose say it.")
    });
    shapes.sort_by_key(|shape| !shape.default);
    shapes.into_iter().filter_map(|shape| dose::convert(shape, review)).collect()
}

fn variant(shape: VariantShape, review: &mut Review) -> Variant {
    let VariantShape { id, name, change, rules, poses_of: _, pose } = shape;
    Variant { id, name: name.into(), change: change.into(), rules, poses: poses(pose, review) }
}

fn prerequisite(shape: PrerequisiteShape, review: &mut Review) -> Option<Prerequisite> {
    let kind = word("kind of prerequisite", &shape.kind, PrerequisiteKind::parse, review)?;
    let text = Bilingual { dutch: shape.nl, english: shape.en };
    Some(Prerequisite { kind, target: shape.target, text })
}

fn adaptation(shape: AdaptationShape, review: &mut Review) -> Option<Adaptation> {
    let swap = shape.swap.and_then(|slug| exercise_id(&slug, review));
    let condition = word("condition", &shape.condition, Condition::parse, review)?;
    Some(Adaptation { condition, swap, text: Bilingual { dutch: shape.nl, english: shape.en } })
}

fn all(texts: Vec<Both>) -> Vec<Bilingual> {
    texts.into_iter().map(Bilingual::from).collect()
}
