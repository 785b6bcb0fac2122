//! The pictures of a movement: mirror, frame, order, stripes.

use soepel::domain::{
    body::{Muscle, Side},
    figure::{
        course::{FIRST_DEPTH, Force, Scene},
        drawing::{Drawing, Role, mirrored},
        film::Path,
        hull::Disc,
        moving::Moving,
    },
};

use super::{Way, frames, way, ways};

#[test]
fn the_left_movement_is_the_right_one_in_a_mirror() {
    for Way { name, moving, exercise, .. } in ways() {
        let swaps = matches!(moving.way().path, Path::InTurn | Path::Walk);
        for u in places(moving).filter(|_| exercise.unilateral && !swaps) {
            let scene = Scene { u, ..Scene::default() };
            let right = moving.draw(&scene, Some(Side::Right));
            assert_eq!(moving.draw(&scene, Some(Side::Left)), mirrored(right), "{name} at {u}");
        }
    }
}

#[test]
fn every_frame_lies_inside_its_picture_and_has_the_same_size() {
    for Way { name, moving, .. } in ways() {
        let size = |drawing: &Drawing| (drawing.width, drawing.height, drawing.floor);
        let first = size(&moving.draw(&Scene::default(), None));
        let end = moving.way().end;
        let arrows = [Force::Press, Force::Pull]
            .into_iter()
            .flat_map(|force| [FIRST_DEPTH, 1.0].map(|depth| (Some(force), depth * end)));
        for (force, u) in places(moving).map(|u| (None, u)).chain(arrows) {
            let drawing = moving.draw(&Scene { u, force, ..Scene::default() }, None);
            assert_eq!(size(&drawing), first, "{name}");
            assert!(drawing.shapes.len() <= moving.shapes(), "{name}");
            for disc in drawing.shapes.iter().flat_map(|shape| shape.bands.iter().flatten()) {
                let inside = disc.x - disc.radius >= 0
                    && disc.y - disc.radius >= 0
                    && disc.x + disc.radius <= drawing.width
                    && disc.y + disc.radius <= drawing.height;
                assert!(inside, "{name}: {disc:?} at {u}");
            }
        }
    }
}

/// Two limbs may pass each other once on a leg of the way, and never pass back.
#[test]
fn the_order_of_limbs_does_not_flicker() {
    const BODY: [Role; 5] = [Role::Working, Role::Resting, Role::Trunk, Role::Pelvis, Role::Head];
    for Way { name, moving, film, .. } in ways() {
        for leg in 0..film.legs() {
            let mut seen: Vec<Vec<Role>> = Vec::new();
            for u in frames(leg) {
                let shapes =
                    moving.draw(&Scene { u, ..Scene::default() }, Some(Side::Right)).shapes;
                let roles = shapes.iter().map(|shape| shape.role);
                let order: Vec<Role> = roles.filter(|role| BODY.contains(role)).collect();
                if seen.last() != Some(&order) {
                    assert!(!seen.contains(&order), "{name}: back and forth on leg {leg}");
                    seen.push(order);
                }
            }
            assert!(seen.len() <= 5, "{name}: {} orders on leg {leg}", seen.len());
        }
    }
}

/// A variant may be seen from where its muscles do not show; the exercise itself never is.
#[test]
fn the_target_muscles_are_striped_and_stripes_need_no_colour() {
    for Way { name, moving, exercise, .. } in ways().iter().filter(|way| !way.name.contains('/')) {
        let striped = places(moving).any(|u| {
            let shapes = moving.draw(&Scene { u, ..Scene::default() }, Some(Side::Right)).shapes;
            shapes.iter().any(|shape| shape.role == Role::Muscle && !shape.bands.is_empty())
        });
        let anywhere = exercise.muscles.iter().any(|muscle| *muscle != Muscle::WholeBody);
        assert_eq!(striped, anywhere, "{name}");
    }
}

/// What somebody holds or wears is there in every frame, on the side that works.
#[test]
fn bands_and_weights_go_along_with_the_body() {
    let rows = [
        ("quad-stretch-prone/quad-prone-strap", 3),
        ("quad-iliopsoas-combo/combo-strap", 3),
        ("iso-flexion-knee-to-chest/flex-strap", 6),
        ("fire-hydrant/fh-band", 3),
        ("single-leg-rdl/rdl-weight", 3),
        ("split-squat/ss-weight", 6),
        ("step-up/su-weight", 6),
        ("hip-thrust-bench/thrust-weight", 2),
    ];
    for (name, pieces) in rows {
        let Way { moving, film, .. } = way(name);
        assert!(!film.pose(0).gear.is_empty(), "{name}");
        for u in places(moving) {
            let shapes = moving.draw(&Scene { u, ..Scene::default() }, Some(Side::Right)).shapes;
            let gear = shapes.iter().filter(|shape| shape.role == Role::Gear);
            let shown = gear.filter(|shape| !shape.bands.is_empty()).count();
            assert_eq!(shown, pieces, "{name} at {u}");
        }
    }
}

/// Stripes lie on the body: each is within the outline of some part of it, or in the crease of a
/// bent back.
#[test]
fn no_stripe_floats_beside_the_body() {
    const SLACK: f32 = 24.0;
    for Way { name, moving, .. } in ways() {
        for u in places(moving).step_by(6) {
            let shapes = moving.draw(&Scene { u, ..Scene::default() }, Some(Side::Right)).shapes;
            let is_body = |role| {
                !matches!(role, Role::Floor | Role::Mat | Role::Prop | Role::Gear | Role::Muscle)
            };
            let (body, rest): (Vec<_>, Vec<_>) =
                shapes.iter().partition(|shape| is_body(shape.role));
            let parts: Vec<_> = body.iter().flat_map(|shape| &shape.bands).collect();
            let stripes = rest.iter().filter(|shape| shape.role == Role::Muscle);
            for disc in stripes.flat_map(|shape| shape.bands.iter().flatten()) {
                let off = parts.iter().map(|part| outside(part, disc)).fold(f32::MAX, f32::min);
                assert!(off < SLACK, "{name}: a stripe is {off} beside the body at {u}");
            }
        }
    }
}

/// How far the middle of a disc lies outside a rubber band round others.
fn outside(band: &[Disc], disc: &Disc) -> f32 {
    let beyond = |degrees: u16| {
        let (sin, cos) = f32::from(degrees).to_radians().sin_cos();
        let along = |disc: &Disc| whole_number(disc.x) * cos + whole_number(disc.y) * sin;
        let reach = band.iter().map(|one| along(one) + whole_number(one.radius));
        along(disc) - reach.fold(f32::MIN, f32::max)
    };
    (0..360).step_by(15).map(beyond).fold(f32::MIN, f32::max)
}

fn whole_number(number: i32) -> f32 {
    f32::from(i16::try_from(number).unwrap())
}

#[test]
fn the_working_side_is_marked_in_every_frame() {
    for Way { name, moving, exercise, .. } in ways() {
        for u in places(moving) {
            let shapes = moving.draw(&Scene { u, ..Scene::default() }, Some(Side::Right)).shapes;
            let count = |role| shapes.iter().filter(|shape| shape.role == role).count();
            let expected = if exercise.unilateral { (1, 1) } else { (2, 0) };
            assert_eq!((count(Role::Working), count(Role::Marker)), expected, "{name} at {u}");
        }
    }
}

/// A few places on the way, poses among them.
fn places(moving: &Moving) -> impl Iterator<Item = f32> + use<> {
    let legs = moving.way().legs;
    (0..=24_u8).map(move |step| legs * f32::from(step) / 24.0)
}
