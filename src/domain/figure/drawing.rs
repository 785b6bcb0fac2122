//! Pictures as values: a box, a floor, and shapes from back to front, all in whole numbers.

use super::{
    super::body::Side,
    Pose, View,
    camera::Seen,
    hull::{Disc, contour, round},
    sketch::{Sketch, sketch},
};

/// A body height on the picture.
const SCALE: f32 = 1000.0;
/// Empty room round the figure.
const MARGIN: i32 = 50;
/// Half as thick as the floor is drawn.
const FLOOR_EDGE: i32 = 3;

/// What a shape stands for; the style sheet gives each its colour and contour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Floor,
    Mat,
    Prop,
    /// What somebody holds or wears: it has to show upon the body.
    Gear,
    /// The leg that does the exercise: also marked by a thicker contour.
    Working,
    Resting,
    Arm,
    Trunk,
    Pelvis,
    Head,
    Face,
    /// A dot on the working hip, so that the working side shows without colour.
    Marker,
    /// Hatching over the muscles that the exercise is for.
    Muscle,
    /// An arrow: which way somebody presses or pulls.
    Force,
}

impl Role {
    /// The word for it in the style sheet.
    pub fn name(self) -> &'static str {
        match self {
            Self::Floor => "floor",
            Self::Mat => "mat",
            Self::Prop => "prop",
            Self::Gear => "gear",
            Self::Working => "working",
            Self::Resting => "resting",
            Self::Arm => "arm",
            Self::Trunk => "trunk",
            Self::Pelvis => "pelvis",
            Self::Head => "head",
            Self::Face => "face",
            Self::Marker => "marker",
            Self::Muscle => "muscle",
            Self::Force => "force",
        }
    }
}

/// Before or behind the middle of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    Far,
    Near,
}

/// A shape: one or more rubber bands round discs that melt together.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    pub role: Role,
    pub depth: Depth,
    pub bands: Vec<Vec<Disc>>,
}

impl Shape {
    /// The outline as SVG path data.
    pub fn path(&self) -> String {
        self.bands.iter().map(|band| contour(band)).collect()
    }
}

/// A picture; the shapes are drawn in order, the first at the back.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    pub width: i32,
    pub height: i32,
    /// How far below the top edge the floor lies, under the middle of the body.
    pub floor: i32,
    pub shapes: Vec<Shape>,
}

/// Draws one pose; without a side both legs work.
pub fn draw(pose: &Pose, side: Option<Side>) -> Drawing {
    frame(std::slice::from_ref(pose), side).remove(0)
}

/// Draws poses that belong together in boxes of one size, at one scale and with one floor.
///
/// Poses are given with the right side working; the left is the same picture in a mirror.
pub fn frame(poses: &[Pose], side: Option<Side>) -> Vec<Drawing> {
    let sketches = sketch(poses, side.is_some());
    let paper = Paper::round(&sketches);
    sketches
        .into_iter()
        .zip(poses)
        .map(|(sketches, pose)| {
            let mut drawing = paper.draw(sketches, pose.view);
            // Only a figure that moves keeps room for what does not show at this moment.
            drawing.shapes.retain(|shape| !shape.bands.is_empty());
            if side == Some(Side::Left) { mirrored(drawing) } else { drawing }
        })
        .collect()
}

/// The same picture in a mirror.
#[must_use]
pub fn mirrored(mut drawing: Drawing) -> Drawing {
    for disc in drawing.shapes.iter_mut().flat_map(|shape| shape.bands.iter_mut().flatten()) {
        disc.x = drawing.width - disc.x;
    }
    drawing
}

/// The box that holds every sketch, in body heights.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Paper {
    left: f32,
    top: f32,
    width: i32,
    height: i32,
}

impl Paper {
    fn round(sketches: &[Vec<Sketch>]) -> Self {
        Self::of(
            sketches.iter().flatten().flat_map(|sketch| sketch.bands.iter().flatten().copied()),
        )
    }

    /// The box round discs.
    pub(super) fn of(discs: impl Iterator<Item = (Seen, f32)>) -> Self {
        let (mut left, mut right) = (f32::INFINITY, f32::NEG_INFINITY);
        let (mut bottom, mut top) = (0.0_f32, f32::NEG_INFINITY);
        for (seen, radius) in discs {
            left = left.min(seen.x - radius);
            right = right.max(seen.x + radius);
            bottom = bottom.min(seen.y - radius);
            top = top.max(seen.y + radius);
        }
        // A box much longer than wide, or the reverse, makes the figure tiny in a list.
        let width = (right - left).max((top - bottom) * 0.6);
        let height = (top - bottom).max(width * 0.4);
        let left = (left + right - width) / 2.0;
        let top = bottom + height;
        let size = |length: f32| round(length * SCALE) + 2 * MARGIN;
        Self { left, top, width: size(width), height: size(height) }
    }

    pub(super) fn draw(&self, sketches: Vec<Sketch>, view: View) -> Drawing {
        let floor = self.down(0.0);
        let mut shapes = Vec::with_capacity(sketches.len() + 1);
        if view.is_level() {
            let edge = |x| Disc { x, y: floor + FLOOR_EDGE, radius: FLOOR_EDGE };
            let bands = vec![vec![edge(FLOOR_EDGE), edge(self.width - FLOOR_EDGE)]];
            shapes.push(Shape { role: Role::Floor, depth: Depth::Near, bands });
        }
        for Sketch { role, depth, bands } in sketches {
            let bands = bands
                .iter()
                .map(|band| band.iter().map(|(seen, radius)| self.disc(*seen, *radius)).collect())
                .collect();
            shapes.push(Shape { role, depth, bands });
        }
        Drawing { width: self.width, height: self.height, floor, shapes }
    }

    fn disc(&self, seen: Seen, radius: f32) -> Disc {
        let x = MARGIN + round((seen.x - self.left) * SCALE);
        Disc { x, y: self.down(seen.y), radius: round(radius * SCALE) }
    }

    fn down(&self, up: f32) -> i32 {
        MARGIN + round((self.top - up) * SCALE)
    }
}
