//! From one pose to the next: feet that step, knees that bend clear of the floor, hands that stay.

use super::{
    film::{KEYS, ROLLED, SAME_PLACE, held, mixed, pins_of, steps},
    footing::{Place, is_arm},
    reach::{Pin, Posture, reach},
    space::Point,
    stance::stand_at,
};

/// Less than this nobody sees, in body heights.
const UNSEEN: f32 = 0.009;
/// How much further a knee is bent at a time so that its foot clears the floor, and at most.
const BENT_MORE: f32 = 10.0;
const MOST_BENT: f32 = 50.0;
/// How often a body that has sunk into the floor is lifted out of it.
const LIFTS: usize = 6;
/// How high a foot is lifted on its way to another place. Our choice.
const STEP_HEIGHT: f32 = 0.035;

/// The keys of one leg of the way. A free foot that would graze the floor is bent up on its way, a
/// little more until it clears.
pub(super) fn swung(
    from: Posture,
    wanted: &impl Fn(f32) -> Posture,
    ends: [&[Place]; 2],
) -> [Posture; KEYS] {
    let shared = |name: &str| pins_of(ends[0], ends[1]).any(|one| one == name);
    let free = ['r', 'l'].map(|side| {
        !["knee", "ankle", "heel", "toe"].iter().any(|joint| shared(&format!("{side}-{joint}")))
    });
    let mut bends = [0.0; 2];
    loop {
        let skipped = [0, 1].map(|side| free[side] && bends[side] < MOST_BENT);
        let mut keys = bent(from, wanted, ends, bends, skipped, false);
        // An arm that cannot stay where it is while the body passes lets go.
        let slips = |(name, at): &(String, Point)| is_arm(name) && !stays_put(&keys, name, *at);
        if held(ends[0], ends[1]).iter().any(slips) {
            keys = bent(from, wanted, ends, bends, skipped, true);
        }
        let grazes = |side: usize| {
            let middles = keys.windows(2).map(|pair| mixed(&pair[0], &pair[1], 0.5));
            keys[1..].iter().copied().chain(middles).any(|key| {
                let sunk = stand_at(&key.angles, key.root).sunk();
                sunk.iter().any(|(name, _)| is_leg(name, side))
            })
        };
        let low = [0, 1].map(|side| skipped[side] && grazes(side));
        if low == [false; 2] {
            return keys;
        }
        for side in [0, 1] {
            bends[side] += if low[side] { BENT_MORE } else { 0.0 };
        }
    }
}

/// Whether a contact stays within what nobody sees over a stretch of the way.
pub(super) fn stays_put(keys: &[Posture], name: &str, at: Point) -> bool {
    keys.iter().all(|key| key.point(name).is_some_and(|now| (now - at).length() < UNSEEN))
}

fn is_leg(name: &str, side: usize) -> bool {
    let leg = ["knee", "ankle", "heel", "toe"].iter().any(|joint| name.ends_with(joint));
    leg && name.starts_with(['r', 'l'][side])
}

/// The keys of one leg of the way, with the knees bent so much further in between.
fn bent(
    from: Posture,
    wanted: &impl Fn(f32) -> Posture,
    ends: [&[Place]; 2],
    [right, left]: [f32; 2],
    skipped: [bool; 2],
    loose: bool,
) -> [Posture; KEYS] {
    let mut keys = [from; KEYS];
    for key in 1..KEYS {
        let t = steps(key) / steps(KEYS);
        let mut wanted = wanted(t);
        let arch = (std::f32::consts::PI * t).sin();
        for (limb, bend) in [(&mut wanted.angles.right, right), (&mut wanted.angles.left, left)] {
            limb.knee += bend * arch;
            limb.hip_flex += 0.5 * bend * arch;
        }
        let pins = ends[0]
            .iter()
            .filter_map(|from| {
                let to = ends[1].iter().find(|to| to.name == from.name)?;
                // A hand that goes elsewhere is lifted, and swings there as its arm likes.
                let travels = (to.at - from.at).length() > 2.5 * ROLLED;
                let height_only = is_arm(&from.name) && (travels || loose);
                let knee = format!("{}-knee", &from.name[..1]);
                let kneels = pins_of(ends[0], ends[1]).any(|name| *name == knee);
                let at = on_the_way(&from.name, from.at, to.at, t, !kneels);
                Some(Pin { name: from.name.clone(), at, height_only })
            })
            .collect();
        keys[key] = clear(&wanted, keys[key - 1], pins, skipped);
    }
    keys
}

/// Where a contact is between its places: where it stays, or on its way there: a hand, and a foot
/// that `steps`, off the floor, and anything else along it. From one height to another the left
/// foot goes first.
fn on_the_way(name: &str, from: Point, to: Point, t: f32, steps: bool) -> Point {
    let foot = matches!(name.split_once('-'), Some((_, "ankle" | "heel" | "toe")));
    let climb = (from.y - to.y).abs();
    let t = match name.split_once('-') {
        Some(("l", _)) if foot && climb > SAME_PLACE => (2.0 * t).min(1.0),
        Some(_) if foot && climb > SAME_PLACE => (2.0 * t - 1.0).max(0.0),
        _ => t,
    };
    let t = t * t * (3.0 - 2.0 * t);
    let moves = (from - to).length() > 2.5 * ROLLED;
    let high = STEP_HEIGHT + 0.6 * climb;
    let lift = if moves && (foot && steps || is_arm(name)) {
        high * (std::f32::consts::PI * t).sin()
    } else {
        0.0
    };
    from + (to - from) * t + Point::new(0.0, lift, 0.0)
}

/// The posture with its pins kept and nothing below the floor, but for a leg that is skipped.
pub(super) fn clear(
    wanted: &Posture,
    before: Posture,
    mut pins: Vec<Pin>,
    skipped: [bool; 2],
) -> Posture {
    let held = pins.len();
    let mut found = reach(wanted, &before, &pins);
    for _ in 0..LIFTS {
        let stance = stand_at(&found.angles, found.root);
        let mut sunk = stance.sunk();
        sunk.retain(|(name, _)| !(0..2).any(|side| skipped[side] && is_leg(name, side)));
        if sunk.is_empty() {
            break;
        }
        for (name, deep) in sunk {
            let Some(at) = found.point(name) else { continue };
            let up = at + Point::new(0.0, deep + ROLLED, 0.0);
            if let Some(earlier) = pins[held..].iter_mut().find(|pin| pin.name == name) {
                earlier.at = up;
            } else {
                pins.push(Pin { name: name.to_owned(), at: up, height_only: true });
            }
        }
        found = reach(wanted, &found, &pins);
    }
    found
}
