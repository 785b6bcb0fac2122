//! Looking at the body: parallel projection, so that a limb keeps its length wherever it is.

use super::{View, space::Point};

/// A point on the picture, in body heights: right, up, and how near to the onlooker.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    pub x: f32,
    pub y: f32,
    pub near: f32,
}

/// The picture's axes, laid in the room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    right: Point,
    up: Point,
    towards: Point,
}

impl View {
    /// How far the onlooker has walked round the person, and how high they look down, in degrees
    /// (`meta.views` of the fact sheet).
    pub fn yaw_and_pitch(self) -> (f32, f32) {
        match self {
            Self::Side => (0.0, 0.0),
            Self::Front => (90.0, 0.0),
            Self::FrontHigh => (90.0, 34.0),
            Self::Rear => (-90.0, 0.0),
            Self::ObliqueFront => (62.0, 18.0),
            Self::ObliqueRear => (-42.0, 20.0),
            Self::RearQuarter => (-64.0, 22.0),
            Self::RearHigh => (-90.0, 30.0),
            Self::Top => (0.0, 88.0),
        }
    }

    /// Whether the floor shows as a line, because the onlooker's eye is level.
    pub fn is_level(self) -> bool {
        self.yaw_and_pitch().1 == 0.0
    }

    pub fn camera(self) -> Camera {
        let (yaw, pitch) = self.yaw_and_pitch();
        let (sin_yaw, cos_yaw) = yaw.to_radians().sin_cos();
        let (sin_pitch, cos_pitch) = pitch.to_radians().sin_cos();
        Camera {
            right: Point::new(cos_yaw, 0.0, -sin_yaw),
            up: Point::new(-sin_pitch * sin_yaw, cos_pitch, -sin_pitch * cos_yaw),
            towards: Point::new(sin_yaw * cos_pitch, sin_pitch, cos_yaw * cos_pitch),
        }
    }
}

impl Camera {
    /// The way to the onlooker.
    pub(super) fn towards(&self) -> Point {
        self.towards
    }

    pub fn see(&self, point: Point) -> Seen {
        Seen { x: point.dot(self.right), y: point.dot(self.up), near: point.dot(self.towards) }
    }
}
