//! The angle of a limb from what a phone on it feels, by streams made by chance.

use proptest::prelude::*;
use soepel::domain::{
    body::HipMovement,
    selftest::How,
    tilt::{
        Direction, Found, Sample, Source, Strange, Told, Try, Window, found, has_shifted, site,
    },
    time::Millis,
};

/// A vector, and the turns that a phone or a limb makes.
type Vector = [f64; 3];

fn turned([x, y, z]: Vector, [a, b, c]: Vector, degrees: f64) -> Vector {
    let length = (a * a + b * b + c * c).sqrt();
    let (a, b, c) = (a / length, b / length, c / length);
    let (sin, cos) = degrees.to_radians().sin_cos();
    let along = (a * x + b * y + c * z) * (1.0 - cos);
    [
        x * cos + (b * z - c * y) * sin + a * along,
        y * cos + (c * x - a * z) * sin + b * along,
        z * cos + (a * y - b * x) * sin + c * along,
    ]
}

fn direction([x, y, z]: Vector) -> Direction {
    Direction::new(x, y, z).unwrap()
}

/// Where the phone sits on the limb: any turn at all.
#[derive(Clone, Copy, Debug)]
struct Seat {
    axis: Vector,
    degrees: f64,
}

impl Seat {
    /// Gravity as the phone feels it on a limb that has turned this far about a level axis.
    fn feels(self, limb: f64) -> Vector {
        let upright = turned([0.0, 0.0, 9.81], [1.0, 0.0, 0.0], limb);
        turned(upright, self.axis, self.degrees)
    }
}

fn seat() -> impl Strategy<Value = Seat> {
    let axis = prop::array::uniform3(-1.0..1.0_f64)
        .prop_filter("a direction", |axis| axis.iter().map(|one| one * one).sum::<f64>() > 0.01);
    (axis, -180.0..180.0_f64).prop_map(|(axis, degrees)| Seat { axis, degrees })
}

/// Numbers that look like chance and come out the same every time.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 33).unwrap()) / f64::from(1_u32 << 31)
    }

    /// About 0, with a spread of 1.
    fn bell(&mut self) -> f64 {
        (0..12).map(|_| self.next()).sum::<f64>() - 6.0
    }
}

/// What a phone of one make does to the truth.
#[derive(Clone, Copy, Debug)]
struct Make {
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

fn make() -> impl Strategy<Value = Make> {
    let bias = prop::array::uniform3(-0.04..0.04_f64);
    (10.0..100.0_f64, bias, -3.0..3.0_f64, 0.0..0.1_f64, 0.0..0.1_f64).prop_map(
        |(hertz, bias, drift, lost, empty)| Make { hertz, noise: 0.5, bias, drift, lost, empty },
    )
}

/// A stream with a limb on it, in time.
struct Stream {
    make: Make,
    seat: Seat,
    chance: Chance,
    now: f64,
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
        let [x, y, z] = felt;
        let [a, b, c] = self.make.bias;
        Some((self.now, Told::Acceleration { x: x + a, y: y + b, z: z + c }))
    }

    /// Held until a second was still, within ten.
    fn hold(&mut self, limb: f64) -> Direction {
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

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// X23, and the fourth show of the meter: half a degree of noise, an offset, drift, 10 to 100
    /// events a second with some lost and some empty, and the phone in any way on the limb.
    #[test]
    fn the_median_of_three_tries_is_within_a_degree_of_the_truth(
        make in make(),
        seat in seat(),
        limb in 30.0..150.0_f64,
        seed in any::<u64>(),
    ) {
        let mut stream = Stream { make, seat, chance: Chance(seed), now: 0.0 };
        let tries: Vec<Try> = (0..3)
            .map(|_| Try { start: stream.hold(0.0), end: stream.hold(limb) })
            .collect();
        let mut angles: Vec<f64> = tries.iter().map(Try::degrees).collect();
        angles.sort_by(f64::total_cmp);
        prop_assert!((angles[1] - limb).abs() < 1.0, "{angles:?} for {limb}");
    }

    /// The formula itself: a limb that turns about a level axis, whatever holds the phone to it,
    /// whatever it lay like before, with either sign of gravity, and however the screen is turned.
    #[test]
    fn the_angle_between_two_gravities_is_that_of_the_limb(
        seat in seat(),
        from in -180.0..180.0_f64,
        by in 0.0..180.0_f64,
        screen in 0..4_i32,
    ) {
        let screen = f64::from(screen) * 90.0;
        for sign in [1.0, -1.0] {
            let felt = |limb: f64| {
                let seen = turned(seat.feels(limb), [0.0, 0.0, 1.0], screen);
                direction(seen.map(|one| one * sign))
            };
            prop_assert!((felt(from).angle_to(felt(from + by)) - by).abs() < 1e-6);
        }
    }

    /// A shin that hangs may roll with its phone as it swings: its start stands along the phone.
    #[test]
    fn on_a_hanging_shin_the_phone_may_roll_about_its_long_side(
        swing in 0.0..80.0_f64,
        roll in -180.0..180.0_f64,
        aside in -180.0..180.0_f64,
    ) {
        let long = [0.0, 1.0, 0.0];
        let start = [0.0, 9.81, 0.0];
        let end = turned(turned(start, turned([1.0, 0.0, 0.0], long, aside), swing), long, roll);
        let one = Try { start: direction(start), end: direction(end) };
        prop_assert!((one.degrees() - swing).abs() < 1e-6);
        let found = found(HipMovement::InternalRotation, &[one]).unwrap();
        prop_assert!(found.strange != Some(Strange::Rolled));
    }

    /// The angles of the orientation event say the same as the acceleration, at their poles too.
    #[test]
    fn both_events_tell_the_same_angle(
        one in (-180.0..180.0_f64, -90.0..90.0_f64),
        other in (-180.0..180.0_f64, -90.0..90.0_f64),
    ) {
        // As the specification turns the phone: about z, then its own x, then its own y.
        let felt = |(beta, gamma): (f64, f64)| {
            let up = turned([0.0, 0.0, 1.0], [1.0, 0.0, 0.0], -beta);
            turned(up, [0.0, 1.0, 0.0], -gamma)
        };
        let up = |(beta, gamma)| Direction::up(beta, gamma).unwrap();
        prop_assert!(up(one).angle_to(direction(felt(one))) < 1e-6);
        let same = direction(felt(one)).angle_to(direction(felt(other)));
        prop_assert!((up(one).angle_to(up(other)) - same).abs() < 1e-6);
    }
}

/// A second of samples that stand where `place` says, from 0 to `lasts`, `every` so many apart.
fn seconds(lasts: u64, every: u64, place: impl Fn(u64) -> f64) -> Window {
    let mut window = Window::default();
    for at in (0..=lasts).step_by(usize::try_from(every).unwrap()) {
        window.take(sample(at, place(at)));
    }
    window
}

fn sample(at: u64, limb: f64) -> Sample {
    let [x, y, z] = turned([0.0, 0.0, 9.81], [1.0, 0.0, 0.0], limb);
    Sample::read(f64::from(u32::try_from(at).unwrap()), Told::Acceleration { x, y, z }).unwrap()
}

#[test]
fn a_second_is_a_whole_second() {
    assert!(seconds(999, 37, |_| 20.0).still().is_none());
    assert!(seconds(1000, 100, |_| 20.0).still().is_some());
    assert!(seconds(990, 10, |_| 20.0).still().is_none());
    assert!(seconds(1000, 10, |_| 20.0).still().is_some());
}

#[test]
fn too_few_samples_are_no_second() {
    assert!(seconds(1002, 167, |_| 20.0).still().is_none(), "seven");
    assert!(seconds(1008, 144, |_| 20.0).still().is_some(), "eight");
    let mut gap = seconds(900, 100, |_| 20.0);
    gap.take(sample(1201, 20.0));
    assert!(gap.still().is_none(), "nobody knows what happened in 301 ms");
    let mut bridged = seconds(900, 100, |_| 20.0);
    bridged.take(sample(1200, 20.0));
    assert!(bridged.still().is_some(), "300 ms are three lost samples");
}

#[test]
fn a_trembling_or_creeping_limb_is_not_still() {
    let trembling = |by: f64| {
        seconds(1000, 20, move |at| if at / 20 % 2 == 0 { by } else { -by }).still().is_some()
    };
    assert!(trembling(1.4));
    assert!(!trembling(1.6));
    let creeping = |by: f64| {
        seconds(1000, 20, move |at| by * f64::from(u16::try_from(at).unwrap()) / 1000.0)
            .still()
            .is_some()
    };
    assert!(creeping(1.8));
    assert!(!creeping(2.2), "slow is not still");
}

#[test]
fn one_wild_sample_moves_nothing() {
    let calm = seconds(1000, 20, |_| 20.0).still().unwrap();
    let wild = seconds(1000, 20, |at| if at == 500 { 28.0 } else { 20.0 }).still().unwrap();
    assert!(calm.angle_to(wild) < 0.01);
}

#[test]
fn what_comes_twice_late_from_elsewhere_or_shaken_is_no_part_of_a_second() {
    let mut window = seconds(1000, 100, |_| 20.0);
    window.take(sample(1000, 80.0));
    window.take(sample(400, 80.0));
    assert!(window.still().is_some(), "twice, and late");
    let other = Sample::read(1050.0, Told::Orientation { beta: 0.0, gamma: 0.0 }).unwrap();
    assert_eq!(other.source, Source::Orientation);
    window.take(other);
    assert!(window.still().is_none(), "two kinds of event are never mixed");
    let mut shaken = seconds(1000, 100, |_| 20.0);
    shaken.take(Sample::read(1050.0, Told::Acceleration { x: 0.0, y: 0.0, z: 13.0 }).unwrap());
    assert!(shaken.still().is_none(), "more than gravity is a movement");
}

#[test]
fn events_without_numbers_are_refused() {
    let none = f64::NAN;
    for told in [
        Told::Acceleration { x: none, y: 0.0, z: 9.8 },
        Told::Acceleration { x: none, y: none, z: none },
        Told::Acceleration { x: 0.0, y: 0.0, z: 0.0 },
        Told::Acceleration { x: f64::INFINITY, y: 0.0, z: 0.0 },
        Told::Orientation { beta: none, gamma: 0.0 },
        Told::Orientation { beta: 0.0, gamma: none },
    ] {
        assert_eq!(Sample::read(5.0, told), None, "{told:?}");
    }
    let fine = Told::Orientation { beta: 0.0, gamma: 0.0 };
    assert_eq!(Sample::read(none, fine), None);
    assert_eq!(Sample::read(-1.0, fine), None);
    assert_eq!(Sample::read(5.9, fine).unwrap().at, Millis(5));
}

/// A phone along the limb, with its screen up, on a limb that lies at the start.
fn lying(degrees: f64) -> Try {
    let end = turned([0.0, 0.0, 9.81], [1.0, 0.0, 0.0], degrees);
    Try { start: direction([0.0, 0.0, 9.81]), end: direction(end) }
}

/// X23: ten degrees count; a try further off than that is asked about, not believed.
#[test]
fn a_strange_measurement_is_asked_about() {
    let of = |movement, angles: &[f64]| {
        let tries: Vec<Try> = angles.iter().map(|angle| lying(*angle)).collect();
        let Found { degrees, strange } = found(movement, &tries).unwrap();
        (degrees, strange)
    };
    let turning = HipMovement::InternalRotation;
    assert_eq!(of(turning, &[31.0, 29.0, 33.4]), (31, None));
    assert_eq!(of(turning, &[31.0, 45.9, 31.0]), (31, None), "within fifteen");
    assert_eq!(of(turning, &[31.0, 46.1, 31.0]), (31, Some(Strange::Apart)));
    assert_eq!(of(turning, &[80.0, 81.0, 82.0]), (81, Some(Strange::Beyond)));
    assert_eq!(of(turning, &[0.2, 0.3, 0.4]), (0, Some(Strange::Beyond)));
    assert_eq!(of(HipMovement::Flexion, &[118.0, 120.0, 122.0]), (120, None));
    assert_eq!(of(HipMovement::Flexion, &[10.0, 11.0, 12.0]), (11, Some(Strange::Beyond)));
    assert_eq!(of(HipMovement::Extension, &[12.0, 11.0, 13.0]), (12, None));
    assert_eq!(found(turning, &[]), None);
}

#[test]
fn a_phone_that_rolls_over_on_a_lying_limb_is_asked_about() {
    let rolled = |roll: f64| {
        let Try { start, .. } = lying(0.0);
        let end = turned([0.0, 0.0, 9.81], [1.0, 0.0, 0.0], 100.0);
        let end = direction(turned(end, [0.0, 1.0, 0.0], roll));
        found(HipMovement::Flexion, &[Try { start, end }; 3]).unwrap()
    };
    assert_eq!(rolled(0.0), Found { degrees: 100, strange: None });
    assert_eq!(rolled(10.0).strange, None);
    let over = Try {
        start: direction([0.0, 0.0, 9.81]),
        end: direction(turned([0.0, 0.0, 9.81], [0.0, 1.0, 0.0], 100.0)),
    };
    assert_eq!(found(HipMovement::Flexion, &[over; 3]).unwrap().strange, Some(Strange::Rolled));
}

#[test]
fn a_start_that_is_not_the_first_start_is_seen() {
    let Try { start, end } = lying(9.9);
    assert!(!has_shifted(start, end));
    let Try { start, end } = lying(10.1);
    assert!(has_shifted(start, end));
}

/// 4.2: an angle belongs to the rotations, to flexion and to the prone lift.
#[test]
fn a_phone_lies_where_an_angle_belongs_to_the_movement() {
    let mut places = Vec::new();
    for movement in HipMovement::ALL {
        for how in How::ALL {
            places.extend(site(*movement, *how).map(|_| (*movement, *how)));
        }
    }
    assert_eq!(places.len(), 7, "{places:?}");
}
