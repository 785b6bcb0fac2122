//! The geometry of charts: where ticks, bars, dots and lines stand, in tenths of a unit and whole.
//!
//! However much there is to show, a chart is a handful of paths: what lies on the same spot is drawn
//! once, and nothing that can be seen apart falls away.

mod path;
mod plots;

pub use plots::{classes, columns, rows, scores, squares};

use crate::domain::time::Day;

/// A drawing of `width` by `height` units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plot {
    pub width: u32,
    pub height: u32,
    pub shapes: Vec<Shape>,
    pub across: Vec<DayTick>,
    pub up: Vec<Tick>,
}

/// Everything of one kind, as one path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    pub mark: Mark,
    pub path: String,
}

/// What a shape stands for; each has a form of its own, so that nobody needs its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    Grid,
    Axis,
    Bar,
    /// The height of the week's goal.
    Goal,
    /// A tick above what reached the goal.
    Reached,
    Line,
    /// Discs: one answer, or the left side.
    Dot,
    /// Open squares: the right side.
    Square,
    /// Crosses: it hurt.
    Cross,
    /// A day with a full session, one with a short one, and one without.
    Full,
    Short,
    Blank,
}

/// A number or a class beside the upright axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tick {
    pub x: i64,
    pub y: i64,
    pub value: u32,
    pub anchor: Anchor,
}

/// A day under the level axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayTick {
    pub x: i64,
    pub y: i64,
    pub day: Day,
    pub anchor: Anchor,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}
