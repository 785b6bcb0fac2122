//! Phones on limbs, made by chance: what they do to the truth, and the stream they tell.

use proptest::prelude::*;
use soepel::domain::tilt::{Direction, Sample, Told, Window};

/// A vector, and the turns that a phone or a limb makes.
pub(crate) type Vector = [f64; 3];

/// Turned about an axis, after Rodrigues.
pub(crate) fn turned(vector: Vector, axis: Vector, degrees: f64) -> Vector {
    let length = axis.iter().map(|one| one * one).sum::<f64>().sqrt();
    let axis = axis.map(|one| one / length);
    let (sin, cos) = degrees.to_radians().sin_cos();
    let along: f64 = axis.iter().zip(vector).map(|(one, other)| one * other).sum();
    [0, 1, 2].map(|at: usize| {
        let (next, last) = ((at + 1) % 3, (at + 2) % 3);
        let across = axis[next] * vector[last] - axis[last] * vector[next];
        vector[at] * cos + across * sin + axis[at] * along * (1.0 - cos)
    })
}

pub(crate) fn direction([x, y, z]: Vector) -> Direction {
    Direction::new(x, y, z).expect("a direction")
}

/// Where the phone sits on the limb: any turn at all.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Seat {
    axis: Vector,
    degrees: f64,
}

impl Seat {
    /// Gravity as the phone feels it on a limb that has turned this far about a level axis.
    pub(crate) fn feels(self, limb: f64) -> Vector {
        let upright = turned([0.0, 0.0, 9.81], [1.0, 0.0, 0.0], limb);
        turned(upright, self.axis, self.degrees)
    }
}

pub(crate) fn seat() -> impl Strategy<Value = Seat> {
    let axis = prop::array::uniform3(-1.0..1.0_f64)
        .prop_filter("a direction", |axis| axis.iter().map(|one| one * one).sum::<f64>() > 0.01);
    (axis, -180.0..180.0_f64).prop_map(|(axis, degrees)| Seat { axis, degrees })
}

/// Numbers that look like chance and come out the same every time.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 33).expect("31 bits")) / f64::from(1_u32 << 31)
    }

    /// About 0, with a spread of 1.
    fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.next()).sum::<f64>() - 6.0
    }
}

/// What a phone of one make does to the truth.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Make {
    hertz: f64,
    /// Degrees, in each direction.
    noise: f64,
    /// Metres per second squared, along each axis.
    bias: Vector,
    /// Degrees per minute.
    drift: f64,
    /// One in so many samples never comes.
    lost: f64,
    /// One in so many has no numbers.
    empty: f64,
}

pub(crate) fn make() -> impl Strategy<Value = Make> {
    let bias = prop::array::uniform3(-0.04..0.04_f64);
    (10.0..100.0_f64, bias, -3.0..3.0_f64, 0.0..0.1_f64, 0.0..0.1_f64).prop_map(
        |(hertz, bias, drift, lost, empty)| Make { hertz, noise: 0.5, bias, drift, lost, empty },
    )
}

/// A stream with a limb on it, in time.
pub(crate) struct Stream {
    pub(crate) make: Make,
    pub(crate) seat: Seat,
    pub(crate) chance: Chance,
    pub(crate) now: f64,
}

impl Stream {
    /// One event, whichever it is; none where it was lost on the way.
    fn event(&mut self, limb: f64) -> Option<(f64, Told)> {
        self.now += 1000.0 / self.make.hertz;
        if self.chance.next() < self.make.lost {
            return None;
        }
        if self.chance.next() < self.make.empty {
            return Some((self.now, Told::Acceleration { x: f64::NAN, y: f64::NAN, z: f64::NAN }));
        }
        let drifted = limb + self.make.drift * self.now / 60_000.0;
        let mut felt = self.seat.feels(drifted);
        for axis in [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]] {
            felt = turned(felt, axis, self.chance.bell() * self.make.noise);
        }
        let [x, y, z] = [0, 1, 2].map(|axis: usize| felt[axis] + self.make.bias[axis]);
        Some((self.now, Told::Acceleration { x, y, z }))
    }

    /// Held until a second was still, within ten.
    pub(crate) fn hold(&mut self, limb: f64) -> Direction {
        let mut window = Window::default();
        let until = self.now + 10_000.0;
        while self.now < until {
            let Some((at, told)) = self.event(limb) else { continue };
            let Some(sample) = Sample::read(at, told) else { continue };
            window.take(sample);
            if let Some(still) = window.still() {
                return still;
            }
        }
        panic!("{:?} is never still", self.make);
    }
}
