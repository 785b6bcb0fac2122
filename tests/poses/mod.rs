//! The poses of the content, read without the rest of an exercise.

#![expect(clippy::unwrap_used, reason = "a test may panic; the linter does not see this as one")]

use std::collections::BTreeMap;

use serde_json::Value;
use soepel::domain::{
    figure::{Angles, Limb, Pose, Prop, PropKind, View},
    text::Bilingual,
};

/// The poses of every exercise, read straight from the content.
pub fn exercises() -> BTreeMap<String, Vec<Pose>> {
    let catalogue: BTreeMap<String, Value> =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/catalogue.json"))).unwrap();
    let exercises: BTreeMap<String, Vec<Pose>> = catalogue
        .into_iter()
        .filter(|(path, _)| path.starts_with("exercises/"))
        .map(|(path, file)| (path, file["pose"].as_array().unwrap().iter().map(pose).collect()))
        .collect();
    assert!(exercises.len() > 40);
    exercises
}

fn pose(value: &Value) -> Pose {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let list = |name: &str| value[name].as_array().cloned().unwrap_or_default();
    let prop = |prop: &Value| Prop {
        kind: PropKind::parse(prop["kind"].as_str().unwrap()).unwrap(),
        x: number(&prop["x"]),
        y: number(&prop["y"]),
        width: number(&prop["width"]),
        height: number(&prop["height"]),
    };
    Pose {
        id: text(&value["id"]),
        label: Bilingual {
            dutch: text(&value["label"]["nl"]),
            english: text(&value["label"]["en"]),
        },
        view: View::parse(value["view"].as_str().unwrap()).unwrap(),
        angles: angles(&value["angles"]),
        contacts: list("contacts").iter().map(text).collect(),
        props: list("props").iter().map(prop).collect(),
    }
}

pub fn angles(value: &Value) -> Angles {
    let angle = |name: &str| value.get(name).map(number).unwrap_or_default();
    let limb = |side: &str| {
        let angle = |joint: &str| angle(&format!("{side}_{joint}"));
        Limb {
            hip_flex: angle("hip_flex"),
            hip_abd: angle("hip_abd"),
            hip_rot: angle("hip_rot"),
            knee: angle("knee"),
            ankle: angle("ankle"),
            shoulder_flex: angle("shoulder_flex"),
            shoulder_abd: angle("shoulder_abd"),
            shoulder_rot: angle("shoulder_rot"),
            elbow: angle("elbow"),
            wrist_ext: angle("wrist_ext"),
        }
    };
    Angles {
        trunk_lean: angle("trunk_lean"),
        trunk_side: angle("trunk_side"),
        trunk_turn: angle("trunk_turn"),
        spine: angle("spine"),
        spine_side: angle("spine_side"),
        neck: angle("neck"),
        right: limb("r"),
        left: limb("l"),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "content has three digits")]
pub fn number(value: &Value) -> f32 {
    value.as_f64().unwrap() as f32
}
