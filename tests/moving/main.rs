//! Figures that move: hands and feet keep their place, joints their range, the floor its solidity,
//! and the picture its calm. For every exercise, and every way to do it that looks different.

#![expect(clippy::unwrap_used, reason = "what is made up for a test is known to be right")]

mod course;
mod film;
mod pictures;

use std::sync::OnceLock;

use soepel::{
    content,
    domain::{
        exercise::Exercise,
        figure::{
            Pose,
            film::Film,
            moving::{Manner, Moving},
        },
    },
};

const FRAMES: u16 = 60;

/// A movement as it is looked at here.
struct Way {
    name: String,
    exercise: &'static Exercise,
    film: Film,
    moving: Moving,
}

/// Every exercise, and every variant with poses of its own.
fn ways() -> &'static [Way] {
    static WAYS: OnceLock<Vec<Way>> = OnceLock::new();
    WAYS.get_or_init(|| content::catalogue().exercises.iter().flat_map(ways_of).collect())
}

fn ways_of(exercise: &'static Exercise) -> Vec<Way> {
    let name = exercise.id.as_str();
    let own = std::iter::once((name.to_owned(), exercise.poses.as_slice()));
    let variants = exercise
        .variants()
        .filter(|variant| !variant.poses.is_empty())
        .map(|variant| (format!("{name}/{}", variant.id), variant.poses.as_slice()));
    own.chain(variants).map(|(name, poses)| made(name, exercise, poses)).collect()
}

fn made(name: String, exercise: &'static Exercise, poses: &[Pose]) -> Way {
    let dose = &exercise.doses[0];
    let manner = Manner::new(poses, dose.protocol.mode(), dose.sides);
    let film = Film::new(poses, manner.path);
    let moving = Moving::new(poses, &exercise.muscles, manner).unwrap();
    Way { name, exercise, film, moving }
}

fn way(name: &str) -> &'static Way {
    ways().iter().find(|way| way.name == name).unwrap()
}

/// The places of 60 frames on one leg of the way.
fn frames(leg: usize) -> impl Iterator<Item = f32> {
    (0..=FRAMES).map(move |frame| whole(leg) + f32::from(frame) / f32::from(FRAMES))
}

#[expect(clippy::cast_precision_loss, reason = "a handful of poses")]
fn whole(number: usize) -> f32 {
    number as f32
}
