//! Which measurements are asked about instead of believed, and where a phone lies.

use soepel::domain::{
    body::HipMovement,
    selftest::How,
    tilt::{Found, Strange, Try, found, has_shifted, site},
};

use crate::made::{direction, turned};

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
