//! `[[pose]]`: a drawn position by its joint angles.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Both, word};
use crate::{
    content::problem::Review,
    domain::figure::{Angles, Limb, Pose, Prop, PropKind, View, gear::Gear},
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PoseShape {
    id: String,
    label: Both,
    view: String,
    angles: BTreeMap<String, f32>,
    contacts: Vec<String>,
    #[serde(default)]
    props: Vec<PropShape>,
    /// From where to where a strap or elastic goes.
    #[serde(default)]
    bands: Vec<[String; 2]>,
    /// Which hand holds a weight.
    #[serde(default)]
    weights: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PropShape {
    kind: String,
    x: f32,
    y: f32,
    width: f32,
    height: f32,
    #[serde(default)]
    away: f32,
}

pub(super) fn convert(shape: PoseShape, review: &mut Review) -> Option<Pose> {
    let view = word("view", &shape.view, View::parse, review);
    let angles = angles(&shape.angles, review);
    let props = shape.props.into_iter().filter_map(|shape| prop(&shape, review)).collect();
    let bands = shape.bands.into_iter().map(Gear::Band);
    let weights = shape.weights.into_iter().map(Gear::Weight);
    Some(Pose {
        id: shape.id,
        label: shape.label.into(),
        view: view?,
        angles,
        contacts: shape.contacts,
        props,
        gear: bands.chain(weights).collect(),
    })
}

fn prop(shape: &PropShape, review: &mut Review) -> Option<Prop> {
    let PropShape { x, y, width, height, away, .. } = *shape;
    let kind = word("thing in a picture", &shape.kind, PropKind::parse, review)?;
    Some(Prop { kind, x, y, width, height, away })
}

fn angles(named: &BTreeMap<String, f32>, review: &mut Review) -> Angles {
    let mut angles = Angles::default();
    for (name, &degrees) in named {
        match place(&mut angles, name) {
            Some(place) => *place = degrees,
            None => review.object(format!("A pose has no angle `{name}`; correct its name.")),
        }
    }
    angles
}

fn place<'a>(angles: &'a mut Angles, name: &str) -> Option<&'a mut f32> {
    Some(match name {
        "trunk_lean" => &mut angles.trunk_lean,
        "trunk_side" => &mut angles.trunk_side,
        "trunk_turn" => &mut angles.trunk_turn,
        "spine" => &mut angles.spine,
        "spine_side" => &mut angles.spine_side,
        "neck" => &mut angles.neck,
        _ => match name.split_once('_')? {
            ("r", joint) => joint_of(&mut angles.right, joint)?,
            ("l", joint) => joint_of(&mut angles.left, joint)?,
            _ => return None,
        },
    })
}

fn joint_of<'a>(limb: &'a mut Limb, joint: &str) -> Option<&'a mut f32> {
    Some(match joint {
        "hip_flex" => &mut limb.hip_flex,
        "hip_abd" => &mut limb.hip_abd,
        "hip_rot" => &mut limb.hip_rot,
        "knee" => &mut limb.knee,
        "ankle" => &mut limb.ankle,
        "shoulder_flex" => &mut limb.shoulder_flex,
        "shoulder_abd" => &mut limb.shoulder_abd,
        "shoulder_rot" => &mut limb.shoulder_rot,
        "elbow" => &mut limb.elbow,
        "wrist_ext" => &mut limb.wrist_ext,
        _ => return None,
    })
}
