//! Poses by joint angles, and the pictures that are drawn from them.
//!
//! A pose is angles, and what it rests on. `skeleton` places the bones, `flesh` gives them volume,
//! `stance` sets the body on its floor and the props of `scenery`, `camera` looks at it, `sketch`
//! decides what stands before what, and `drawing` hands over shapes as plain numbers. `motion` goes
//! from one pose to the next.
//!
//! A figure that moves is the same, drawn for a moment: `course` says from the phase of a session
//! where the movement is, `film` knows the body there, and `reach` keeps its hands and feet where
//! they rest. `limits` says how far a joint goes, `muscles` where on the body the work is felt.

pub mod camera;
pub mod course;
pub mod direction;
pub mod drawing;
pub mod film;
pub mod flesh;
mod footing;
pub mod gear;
pub mod hull;
pub mod limits;
pub mod motion;
pub mod moving;
pub mod muscles;
pub mod order;
pub mod reach;
pub mod scenery;
pub mod showing;
pub mod skeleton;
mod sketch;
pub mod space;
pub mod stance;
mod swing;

use self::gear::Gear;
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
    /// How many joint angles there are.
    pub const COUNT: usize = 26;

    /// All angles in one row, as the fields stand: trunk, right, left.
    pub fn row(&self) -> [f32; Self::COUNT] {
        let mut row = [0.0; Self::COUNT];
        row[..6].copy_from_slice(&[
            self.trunk_lean,
            self.trunk_side,
            self.trunk_turn,
            self.spine,
            self.spine_side,
            self.neck,
        ]);
        row[6..16].copy_from_slice(&self.right.row());
        row[16..].copy_from_slice(&self.left.row());
        row
    }

    /// The reverse of `row`.
    pub fn from_row(row: &[f32; Self::COUNT]) -> Self {
        Self {
            trunk_lean: row[0],
            trunk_side: row[1],
            trunk_turn: row[2],
            spine: row[3],
            spine_side: row[4],
            neck: row[5],
            right: Limb::from_row(&row[6..16]),
            left: Limb::from_row(&row[16..]),
        }
    }

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

impl Limb {
    fn row(&self) -> [f32; 10] {
        [
            self.hip_flex,
            self.hip_abd,
            self.hip_rot,
            self.knee,
            self.ankle,
            self.shoulder_flex,
            self.shoulder_abd,
            self.shoulder_rot,
            self.elbow,
            self.wrist_ext,
        ]
    }

    fn from_row(row: &[f32]) -> Self {
        Self {
            hip_flex: row[0],
            hip_abd: row[1],
            hip_rot: row[2],
            knee: row[3],
            ankle: row[4],
            shoulder_flex: row[5],
            shoulder_abd: row[6],
            shoulder_rot: row[7],
            elbow: row[8],
            wrist_ext: row[9],
        }
    }
}

/// A thing in the picture: a rectangle in body heights. `x` runs across the picture, to the right,
/// from below the pelvis of this very pose; `y` up from the floor. How deep it is follows from what
/// it is, and its middle lies `away` from the person's, away from the onlooker.
#[derive(Clone, Debug, PartialEq)]
pub struct Prop {
    pub kind: PropKind,
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
    pub away: f32,
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
        Book = "book",
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
    /// What goes along with the body.
    pub gear: Vec<Gear>,
}
