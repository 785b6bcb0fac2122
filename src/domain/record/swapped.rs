//! An exercise that was done in another way from some moment of its session on.

use crate::domain::{
    body::{Side, named},
    exercise::{Exercise, Variant},
};

named! {
    /// How a way compares with the exercise as it is written.
    Degree {
        Easier = "easier",
        Plain = "plain",
        Harder = "harder",
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swapped {
    /// The slug in the catalogue of the day.
    pub exercise: String,
    /// The side that was working; none where both were.
    pub side: Option<Side>,
    pub degree: Degree,
    /// The easier or harder way; none for the exercise as it is written.
    pub variant: Option<String>,
}

impl Swapped {
    pub fn to(exercise: &Exercise, side: Option<Side>, way: Option<&Variant>) -> Self {
        let degree = match way {
            None => Degree::Plain,
            Some(way) if exercise.easier.contains(way) => Degree::Easier,
            Some(_) => Degree::Harder,
        };
        let variant = way.map(|way| way.id.clone());
        Self { exercise: exercise.id.as_str().to_owned(), side, degree, variant }
    }
}
