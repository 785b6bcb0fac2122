//! A day on which pain kept somebody from their session.

use super::Check;
use crate::{
    archive::{
        problem::Problem,
        v1::{Extra, item as shapes},
    },
    domain::{body::BodyPart, day::RedDay, time::Day},
};

pub(super) fn write(red: RedDay, extra: Extra) -> shapes::RedDay {
    shapes::RedDay {
        day: red.day.iso(),
        wall: red.wall,
        pain: red.pain.value().into(),
        place: red.place.map(|place| place.slug().to_owned()),
        sharp: red.sharp,
        extra,
    }
}

pub(super) fn read(shape: &shapes::RedDay) -> Result<RedDay, Vec<Problem>> {
    let mut check = Check::default();
    let day = check.need("day", Day::parse(&shape.day));
    let wall = check.moment("wall", shape.wall);
    let pain = check.score("pain", Some(shape.pain));
    let place = check.maybe("place", shape.place.as_deref(), BodyPart::parse);
    let sharp = shape.sharp;
    let red = (|| Some(RedDay { day: day?, wall, pain: pain?, place, sharp }))();
    check.finish(red)
}
