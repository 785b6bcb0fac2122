//! How somebody said it goes.

use super::super::Check;
use crate::{
    archive::{
        problem::Problem,
        v1::{Extra, progress as shapes},
    },
    domain::{
        progress::{ReviewAnswer, ReviewWord},
        time::Day,
    },
};

pub(super) fn write(answer: ReviewAnswer, extra: Extra) -> shapes::Review {
    let ReviewAnswer { at, day, word } = answer;
    shapes::Review { at, day: day.iso(), answer: word.slug().to_owned(), extra }
}

pub(super) fn read(shape: &shapes::Review) -> Result<ReviewAnswer, Vec<Problem>> {
    let mut check = Check::default();
    let at = check.moment("at", shape.at);
    let day = check.need("day", Day::parse(&shape.day));
    let word = check.need("answer", ReviewWord::parse(&shape.answer));
    check.finish((|| Some(ReviewAnswer { at, day: day?, word: word? }))())
}
