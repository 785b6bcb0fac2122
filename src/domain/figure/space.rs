//! Points and rotations in the room: X forward, Y up, Z to the person's right; right-handed.

use std::ops::{Add, Mul, Sub};

/// A place or a step, in body heights.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f32,
    pub y: f32,
    pub z: f32,
}

impl Point {
    pub const fn new(x: f32, y: f32, z: f32) -> Self {
        Self { x, y, z }
    }

    pub fn dot(self, other: Self) -> f32 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    #[must_use]
    pub fn cross(self, other: Self) -> Self {
        Self::new(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )
    }

    pub fn length(self) -> f32 {
        self.dot(self).sqrt()
    }
}

impl Add for Point {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::new(self.x + other.x, self.y + other.y, self.z + other.z)
    }
}

impl Sub for Point {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self::new(self.x - other.x, self.y - other.y, self.z - other.z)
    }
}

impl Mul<f32> for Point {
    type Output = Self;

    fn mul(self, factor: f32) -> Self {
        Self::new(self.x * factor, self.y * factor, self.z * factor)
    }
}

/// A rotation: where the three axes of a bone point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Turn {
    x: Point,
    y: Point,
    z: Point,
}

impl Turn {
    pub const NONE: Self = Self {
        x: Point::new(1.0, 0.0, 0.0),
        y: Point::new(0.0, 1.0, 0.0),
        z: Point::new(0.0, 0.0, 1.0),
    };

    pub fn x(self) -> Point {
        self.x
    }

    pub fn y(self) -> Point {
        self.y
    }

    pub fn z(self) -> Point {
        self.z
    }

    /// A further turn about the bone's own X axis, in degrees.
    #[must_use]
    pub fn about_x(self, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self { y: self.y * cos + self.z * sin, z: self.z * cos - self.y * sin, ..self }
    }

    /// A further turn about the bone's own Y axis, in degrees.
    #[must_use]
    pub fn about_y(self, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self { z: self.z * cos + self.x * sin, x: self.x * cos - self.z * sin, ..self }
    }

    /// A further turn about the bone's own Z axis, in degrees.
    #[must_use]
    pub fn about_z(self, degrees: f32) -> Self {
        let (sin, cos) = degrees.to_radians().sin_cos();
        Self { x: self.x * cos + self.y * sin, y: self.y * cos - self.x * sin, ..self }
    }

    /// Where a step in the bone's own axes leads in the room.
    pub fn apply(self, step: Point) -> Point {
        self.x * step.x + self.y * step.y + self.z * step.z
    }
}
