//! The figures of an exercise: its first and its last pose.

use leptos::prelude::*;

use super::{components::figure::Figure, words::read};
use crate::domain::{
    body::Side,
    exercise::Exercise,
    figure::drawing::{draw, frame},
};

/// Which of an exercise's poses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Start,
    End,
}

/// One pose alone.
#[component]
pub(super) fn PosePicture(
    exercise: &'static Exercise,
    which: Which,
    side: Option<Side>,
) -> impl IntoView {
    let pose = match which {
        Which::Start => exercise.poses.first(),
        Which::End => exercise.poses.last(),
    };
    pose.map(|pose| {
        let drawing = draw(pose, drawn(exercise, side));
        view! { <Figure drawing label=read(&pose.label) /> }
    })
}

/// Start and end beside each other, or under each other where the body lies, at one scale.
#[component]
pub(super) fn PosePair(
    exercise: &'static Exercise,
    #[prop(optional_no_strip)] side: Option<Side>,
) -> impl IntoView {
    let mut drawings = frame(&exercise.poses, drawn(exercise, side));
    let last = (drawings.len() > 1).then(|| drawings.pop()).flatten();
    let first = (!drawings.is_empty()).then(|| drawings.swap_remove(0));
    let wide = first.as_ref().is_some_and(|drawing| drawing.width * 2 > drawing.height * 3);
    let pictures = [(first, exercise.poses.first()), (last, exercise.poses.last())]
        .into_iter()
        .filter_map(|(drawing, pose)| Some((drawing?, read(&pose?.label))))
        .map(|(drawing, label)| {
            view! { <div class="poses__pose"><Figure drawing label /></div> }
        })
        .collect_view();
    view! { <div class="poses" class:poses--wide=wide>{pictures}</div> }
}

/// An exercise with sides is drawn with its right side working until one is chosen.
fn drawn(exercise: &Exercise, side: Option<Side>) -> Option<Side> {
    if exercise.unilateral { side.or(Some(Side::Right)) } else { None }
}
