//! The figures of an exercise: one of its poses, or the first and last beside each other.

use leptos::prelude::*;

use super::{components::figure::Figure, words::read};
use crate::domain::{
    body::Side,
    exercise::Exercise,
    figure::drawing::{Drawing, frame},
};

/// Which of an exercise's poses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    Start,
    End,
}

/// One pose, at the scale that all poses of the exercise share.
#[component]
pub(super) fn PosePicture(
    exercise: &'static Exercise,
    which: Which,
    side: Option<Side>,
) -> impl IntoView {
    let index = match which {
        Which::Start => 0,
        Which::End => exercise.poses.len().saturating_sub(1),
    };
    let drawing: Option<Drawing> = (!exercise.poses.is_empty())
        .then(|| frame(&exercise.poses, drawn(exercise, side)).remove(index));
    let label = exercise.poses.get(index).map(|pose| read(&pose.label)).unwrap_or_default();
    drawing.map(|drawing| view! { <Figure drawing label /> })
}

/// Start and end beside each other.
#[component]
pub(super) fn PosePair(
    exercise: &'static Exercise,
    #[prop(optional_no_strip)] side: Option<Side>,
) -> impl IntoView {
    let alone = exercise.poses.len() < 2;
    view! {
        <div class="pose-pair">
            <div class="pose-pair__pose">
                <PosePicture exercise which=Which::Start side />
            </div>
            {(!alone)
                .then(|| view! { <div class="pose-pair__pose"><PosePicture exercise which=Which::End side /></div> })}
        </div>
    }
}

/// An exercise with sides is drawn with its right side working until one is chosen.
fn drawn(exercise: &Exercise, side: Option<Side>) -> Option<Side> {
    if exercise.unilateral { side.or(Some(Side::Right)) } else { None }
}
