//! Whether the poses of each exercise and of its variants can be drawn, told apart and read aloud.

use super::super::problem::Review;
use crate::domain::{
    exercise::Exercise,
    figure::{
        Pose, PropKind,
        gear::{BANDED, Gear, PHONED, WEIGHED},
    },
};

/// The points of the body that can rest on something; those in pairs carry `r-` or `l-`.
const MIDLINE: &[&str] = &["pelvis", "mid", "chest", "neck", "head"];
const PAIRED: &[&str] =
    &["hip", "knee", "ankle", "toe", "heel", "shoulder", "elbow", "wrist", "hand"];
/// The picture of an exercise with sides is turned round for the left, its words are not.
const SIDES: &[&str] = &["left", "links", "right", "rechts"];
const SIDED: &[&str] = &["linker", "rechter"];
/// A label is read aloud while somebody moves: our choice of what can still be followed.
const LONGEST_LABEL: usize = 100;

pub(super) fn check(exercise: &Exercise, review: &mut Review) {
    check_set("", &exercise.poses, review);
    for variant in exercise.variants().filter(|variant| !variant.poses.is_empty()) {
        check_set(&format!(" of {}", variant.id), &variant.poses, review);
    }
    if exercise.unilateral {
        let varied = exercise.variants().flat_map(|variant| &variant.poses);
        exercise.poses.iter().chain(varied).for_each(|pose| check_sideless(pose, review));
    }
}

fn check_sideless(pose: &Pose, review: &mut Review) {
    for said in [&pose.label.dutch, &pose.label.english] {
        let words = said.split(|letter: char| !letter.is_alphabetic());
        let sided = words.map(str::to_lowercase).find(|word| {
            SIDES.contains(&word.as_str()) || SIDED.iter().any(|start| word.starts_with(start))
        });
        if let Some(word) = sided {
            review.object(format!(
                "`{said}` is shown for either side; say \"one\" and \"the other\", not \"{word}\"."
            ));
        }
    }
}

/// The poses of one way to do it; `whose` names a variant.
fn check_set(whose: &str, poses: &[Pose], review: &mut Review) {
    for id in ["start", "end"] {
        let drawn = poses.iter().any(|pose| pose.id == id);
        review.demand(drawn, || format!("There is no pose \"{id}\"{whose}; draw it."));
    }
    // The moving figure goes through them as they stand in the file.
    let last = poses.len().saturating_sub(1);
    for (index, pose) in poses.iter().enumerate() {
        let due = match index {
            0 => "start".to_owned(),
            _ if index == last => "end".to_owned(),
            _ => format!("phase-{index}"),
        };
        review.demand(pose.id == due, || {
            format!("Pose {}{whose} is called \"{}\"; call it \"{due}\".", index + 1, pose.id)
        });
        check_pose(whose, pose, review);
    }
    let gear = poses.first().map(|pose| &pose.gear);
    review.demand(poses.iter().all(|pose| Some(&pose.gear) == gear), || {
        format!("The poses{whose} have different bands or weights; give each the same.")
    });
    let view = poses.first().map(|pose| pose.view);
    review.demand(poses.iter().all(|pose| Some(pose.view) == view), || {
        format!("The poses{whose} are seen from different places; give them one `view`.")
    });
}

fn check_pose(whose: &str, pose: &Pose, review: &mut Review) {
    let Pose { id, label, contacts, props, gear, .. } = pose;
    for gear in gear {
        let (thing, known, points) = match gear {
            Gear::Band(ends) => ("band", &BANDED[..], &ends[..]),
            Gear::Weight(at) => ("weight", &WEIGHED[..], std::slice::from_ref(at)),
            Gear::Phone(at) => ("phone", &PHONED[..], std::slice::from_ref(at)),
        };
        for point in points {
            review.demand(known.contains(&point.as_str()), || {
                format!("A {thing} cannot be at `{point}`; choose one of {}.", known.join(", "))
            });
        }
    }
    for contact in contacts {
        let side = contact.strip_prefix("r-").or_else(|| contact.strip_prefix("l-"));
        let known = MIDLINE.contains(&contact.as_str())
            || side.is_some_and(|point| PAIRED.contains(&point));
        review.demand(known, || format!("The body has no point `{contact}`; correct its name."));
    }
    for said in [&label.dutch, &label.english] {
        let length = said.chars().count();
        review.demand(length <= LONGEST_LABEL, || {
            format!("`{said}` has {length} letters; say it in {LONGEST_LABEL}.")
        });
        review.demand(!said.ends_with('.'), || {
            format!("`{said}` is read with a pause anyway; leave out the full stop.")
        });
    }
    for prop in props {
        let size = prop.width > 0.0 && prop.height > 0.0 && prop.y >= 0.0;
        review.demand(size, || {
            format!("The {} in \"{id}\"{whose} has no size or lies too low.", prop.kind.slug())
        });
        let stands = prop.y == 0.0 || matches!(prop.kind, PropKind::Stick | PropKind::Cushion);
        review.demand(stands, || {
            format!("The {} in \"{id}\"{whose} hangs in the air; let `y` be 0.", prop.kind.slug())
        });
    }
}
