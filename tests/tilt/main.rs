//! The angle of a limb from what a phone on it feels, by streams made by chance.

mod made;
mod still;
mod strange;

use proptest::prelude::*;
use soepel::domain::{
    body::HipMovement,
    tilt::{Direction, Strange, Try, found},
};

use crate::made::{Chance, Stream, direction, make, seat, turned};

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
