//! The way from pose to pose: contacts, floor, joints, no jumps.

use std::collections::BTreeSet;

use proptest::prelude::*;
use soepel::domain::figure::{
    Angles,
    film::Path,
    limits::{beyond, joint},
    motion::through,
};

use super::{Way, frames, ways, whole};

/// How far a contact may move while it stays, in body heights.
const CONTACT: f32 = 0.01;
/// How deep flesh may be pressed into the floor between two poses: what no eye sees.
const PRESSED: f32 = 0.006;

/// What does travel over the floor from one pose to the next, and why. Everything else stays.
const TRAVELS: &[(&str, &[&str], &str)] = &[
    ("iliopsoas-half-kneeling", &HIND, "its step says: slide your rear knee back"),
    ("iliopsoas-half-kneeling/shooter-cushion", &HIND, "its step says: slide your rear knee back"),
    ("iliopsoas-standing-lunge", &["r-toe"], "a big step back"),
    ("iliopsoas-standing-lunge/standing-chair", &["r-toe"], "a big step back"),
    ("iliopsoas-standing-lunge/standing-arm-up", &["r-toe"], "a big step back"),
    ("iso-abduction-frog/abd-halffrog", &["r-toe"], "one leg goes aside"),
    ("iso-exorotation-9090", &HANDS, "the hands go along with the leaning trunk"),
    ("iso-exorotation-9090/exo-cushion", &HANDS, "the hands go along with the leaning trunk"),
    ("iso-endorotation-9090", &["r-hand"], "the hand goes along with the turning trunk"),
    ("ninety-ninety-switch", &ANKLES, "the foot behind steps out before the knees come up"),
    ("ninety-ninety-switch/switch-no-hands", &ANKLES, "as with hands"),
    ("ninety-ninety-switch/switch-cushion", &ANKLES, "as without a cushion"),
    ("box-jump", &FEET, "stepping down from the box"),
    ("box-jump/bj-higher", &FEET, "stepping down from the box"),
    ("box-jump/bj-single", &["r-ankle", "r-heel", "r-toe"], "stepping down from the box"),
    ("movement-break-walk", &["l-toe"], "walking"),
    ("movement-break-walk/break-stretch", &["r-toe"], "a big step back"),
];
const HIND: [&str; 4] = ["r-ankle", "r-heel", "r-knee", "r-toe"];
const HANDS: [&str; 2] = ["l-hand", "r-hand"];
const ANKLES: [&str; 2] = ["l-ankle", "r-ankle"];
const FEET: [&str; 6] = ["l-ankle", "l-heel", "l-toe", "r-ankle", "r-heel", "r-toe"];

/// Shows 2 of issue 4: each contact within 1 % of body height over 60 frames.
#[test]
fn what_rests_in_two_poses_in_a_row_stays_in_between() {
    for Way { name, film, .. } in ways() {
        for leg in 0..film.legs() {
            for (contact, place) in film.held(leg) {
                for u in frames(leg) {
                    let away = (film.posture(u).point(contact).unwrap() - *place).length();
                    assert!(away < CONTACT, "{name}: {contact} is {away} away at {u}");
                }
            }
        }
    }
}

/// The list of what travels holds nothing that stays by now.
#[test]
fn what_rests_travels_only_with_a_reason_and_every_reason_is_needed() {
    let mut travelling = BTreeSet::new();
    for Way { name, film, .. } in ways() {
        for leg in 0..film.legs() {
            let (one, other) = (film.pose(leg), film.pose(leg + 1));
            let held = |contact: &&String| film.held(leg).iter().any(|(held, _)| held == *contact);
            let shared = one.contacts.iter().filter(|one| other.contacts.contains(one));
            // A hip goes along with the pelvis as it rolls.
            let firm = shared.filter(|contact| !contact.ends_with("-hip"));
            let loose = firm.filter(|contact| !held(contact));
            travelling.extend(loose.map(|contact| (name.as_str(), contact.as_str())));
        }
    }
    let known = TRAVELS.iter();
    let known = known.flat_map(|(name, all, _)| all.iter().map(move |contact| (*name, *contact)));
    assert_eq!(travelling, known.collect());
}

#[test]
fn no_limb_passes_through_the_floor_on_the_way() {
    for Way { name, film, .. } in ways() {
        for u in (0..film.legs()).flat_map(frames) {
            let stance = film.stance(u);
            let low = stance.balls().map(|ball| ball.at.y - ball.radius).fold(9.0, f32::min);
            assert!(low > -PRESSED, "{name}: {low} below the floor at {u}");
        }
    }
}

#[test]
fn no_joint_goes_beyond_its_range_on_the_way() {
    for Way { name, film, .. } in ways() {
        for u in (0..film.legs()).flat_map(frames) {
            let beyond = beyond(&film.posture(u).angles);
            assert!(beyond.is_empty(), "{name} at {u}: {beyond:?}");
        }
    }
}

#[test]
fn one_movement_is_seen_from_one_place() {
    for Way { name, film, .. } in ways() {
        for leg in 0..=film.legs() {
            assert_eq!(film.pose(leg).view, film.pose(0).view, "{name}");
        }
    }
}

/// A limb that jumps from one frame to the next would be a mistake in the way, not a movement.
#[test]
fn nothing_jumps_from_frame_to_frame() {
    const POINTS: [&str; 8] =
        ["pelvis", "head", "r-knee", "r-toe", "l-knee", "l-toe", "r-hand", "l-hand"];
    for Way { name, film, .. } in ways() {
        let places: Vec<f32> = (0..film.legs()).flat_map(frames).collect();
        for pair in places.windows(2) {
            let [one, other] = [pair[0], pair[1]].map(|u| film.posture(u));
            for point in POINTS {
                let step = (other.point(point).unwrap() - one.point(point).unwrap()).length();
                assert!(step < 0.08, "{name}: {point} jumps {step} at {}", pair[0]);
            }
        }
    }
}

#[test]
fn a_closed_way_ends_where_it_begins() {
    for Way { name, film, .. } in ways() {
        let (begin, end) = (film.posture(0.0), film.posture(whole(film.legs())));
        match film.way().path {
            Path::Round => {
                assert_eq!(begin.angles, end.angles, "{name}");
                assert!((begin.root - end.root).length() < 1e-5, "{name}");
            }
            // The other side goes on in the mirror.
            Path::InTurn => {
                for (one, other) in begin.angles.mirrored().row().iter().zip(end.angles.row()) {
                    assert!((one - other).abs() < 1.5, "{name}: {one} {other}");
                }
                let off = (begin.root.x - end.root.x).abs() + (begin.root.z + end.root.z).abs();
                assert!(off < 0.01, "{name}: {off}");
            }
            Path::There | Path::Walk => {}
        }
    }
}

#[test]
fn every_joint_has_a_range_and_a_name() {
    for place in 0..Angles::COUNT {
        let (name, [low, high]) = joint(place);
        assert!(!name.is_empty() && low < high);
    }
}

proptest! {
    #[test]
    fn a_number_on_its_way_stays_between_its_neighbours(
        values in prop::collection::vec(-180.0_f32..180.0, 2..6),
        closed: bool,
        share in 0.0_f32..1.0,
    ) {
        let legs = if closed { values.len() } else { values.len() - 1 };
        let u = share * whole(legs);
        let leg = (0..legs).rev().find(|leg| whole(*leg) <= u).unwrap();
        let (one, other) = (values[leg], values[(leg + 1) % values.len()]);
        let now = through(&values, closed, u);
        prop_assert!(now >= one.min(other) - 0.01 && now <= one.max(other) + 0.01);
    }

    #[test]
    fn a_number_on_its_way_passes_through_its_values(
        values in prop::collection::vec(-180.0_f32..180.0, 2..6), closed: bool,
    ) {
        for (place, value) in values.iter().enumerate() {
            prop_assert!((through(&values, closed, whole(place)) - value).abs() < 0.01);
        }
    }
}
