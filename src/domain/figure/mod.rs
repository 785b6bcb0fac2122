//! Poses by joint angles, and the pictures that are drawn from them.
//!
//! A pose is angles, and what it rests on. `skeleton` places the bones, `flesh` gives them volume,
//! `stance` sets the body on its floor and the props of `scenery`, `camera` looks at it, `sketch`
//! decides what stands before what, and `drawing` hands over shapes as plain numbers. `motion` goes
//! from one pose to the next.

pub mod camera;
pub mod direction;
pub mod drawing;
pub mod flesh;
pub mod hull;
pub mod motion;
pub mod scenery;
pub mod skeleton;
mod sketch;
pub mod space;
pub mod stance;

use super::{body::named, text::Bilingual};

named! {
    /// Where the onlooker stands.
    View {
        Side = "side",
        Front = "front",
        /// Before the person and above them: our choice for legs that lie spread on the floor.
        FrontHigh = "front-high",
        Rear = "rear",
        ObliqueFront = "oblique-front",
        ObliqueRear = "oblique-rear",
        /// Behind the right hip: not in the fact sheet; our choice for a thigh that lifts sideways.
        RearQuarter = "rear-quarter",
        RearHigh = "rear-high",
        Top = "top",
    }
}

/// Angles in degrees; 0 everywhere is standing straight, arms down (2.1 of the fact sheet).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Limb {
    pub hip_flex: f32,
    pub hip_abd: f32,
    pub hip_rot: f32,
    pub knee: f32,
    pub ankle: f32,
    pub shoulder_flex: f32,
    pub shoulder_abd: f32,
    pub shoulder_rot: f32,
    pub elbow: f32,
    pub wrist_ext: f32,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Angles {
    pub trunk_lean: f32,
    pub trunk_side: f32,
    pub trunk_turn: f32,
    pub spine: f32,
    pub spine_side: f32,
    pub neck: f32,
    pub right: Limb,
    pub left: Limb,
}

impl Angles {
    /// The same pose with left and right exchanged.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        Self {
            trunk_side: -self.trunk_side,
            trunk_turn: -self.trunk_turn,
            spine_side: -self.spine_side,
            right: self.left,
            left: self.right,
            ..*self
        }
    }
}

/// A thing in the picture: a rectangle in body heights. `x` runs across the picture, to the right,
/// from below the pelvis of this very pose; `y` up from the floor. How deep it is follows from what
/// it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Prop {
    pub kind: PropKind,
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

named! {
    PropKind {
        Cushion = "cushion",
        Chair = "chair",
        Bench = "bench",
        Step = "step",
        Box = "box",
        Wall = "wall",
        Mat = "mat",
        Stick = "stick",
    }
}

/// One drawn position, with the right side working.
#[derive(Clone, Debug, PartialEq)]
pub struct Pose {
    /// `start`, `end`, `phase-1` …
    pub id: String,
    pub label: Bilingual,
    pub view: View,
    pub angles: Angles,
    /// The points that rest on the floor or a prop: `r-knee`, `l-toe`, … None of them: a jump.
    pub contacts: Vec<String>,
    pub props: Vec<Prop>,
}
