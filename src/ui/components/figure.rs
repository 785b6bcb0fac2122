//! A picture of a pose: inline SVG from shapes that are already drawn.

use leptos::prelude::*;

use crate::domain::figure::drawing::{Depth, Drawing, Shape};

/// `label` says in words what the picture shows; beside text that says the same it may be empty,
/// and then screen readers pass the picture by.
#[component]
pub fn Figure(drawing: Drawing, label: String) -> impl IntoView {
    let Drawing { width, height, shapes, .. } = drawing;
    let silent = label.is_empty();
    view! {
        <svg
            class="figure"
            viewBox=format!("0 0 {width} {height}")
            role=(!silent).then_some("img")
            aria-label=(!silent).then_some(label)
            aria-hidden=silent.then_some("true")
        >
            {shapes.iter().map(|shape| view! { <path class=class(shape) d=shape.path() /> }).collect_view()}
        </svg>
    }
}

/// The same picture from frame to frame: outlines change, and nothing else. `shapes` is the most
/// that it ever has.
#[component]
pub fn MovingFigure(
    #[prop(into)] drawing: Signal<Drawing>,
    shapes: usize,
    #[prop(into)] label: Signal<String>,
) -> impl IntoView {
    let size =
        drawing.with_untracked(|drawing| format!("0 0 {} {}", drawing.width, drawing.height));
    let paths = (0..shapes)
        .map(|index| {
            let of = move |read: fn(&Shape) -> String| {
                move || drawing.with(|now| now.shapes.get(index).map(read).unwrap_or_default())
            };
            view! { <path class=of(class) d=of(Shape::path) /> }
        })
        .collect_view();
    view! {
        <svg class="figure figure--moving" viewBox=size role="img" aria-label=label>
            {paths}
        </svg>
    }
}

fn class(shape: &Shape) -> String {
    let far = if shape.depth == Depth::Far { " figure__shape--far" } else { "" };
    format!("figure__shape figure__shape--{}{far}", shape.role.name())
}
