//! A self-test that was begun: marks of what was seen, as in a finished one, and the next screen.

use super::{
    super::Check,
    marks::Marks,
    test::{RECOGNISED, marks_of, recognised},
};
use crate::{
    archive::{
        problem::Problem,
        v1::{
            Extra,
            item::{BegunTest, Mark},
        },
    },
    domain::{
        selftest::{Answered, Begun, TestId, result_of, steps},
        time::Day,
    },
};

pub(super) fn write(begun: &Begun, extra: Extra) -> BegunTest {
    let marks = match begun.test {
        // A finished mini-check takes what was skipped for "I don't know"; here it is still open.
        TestId::RunnerCheck => RECOGNISED
            .iter()
            .zip(&begun.answers)
            .filter_map(|(of, answer)| match answer {
                Some(Answered::Recognised(answer)) => Some(recognised(of, *answer)),
                _ => None,
            })
            .collect(),
        test => result_of(test, &begun.answers).map(|result| marks_of(&result)).unwrap_or_default(),
    };
    let at = u32::try_from(begun.at).unwrap_or(u32::MAX);
    BegunTest { day: begun.day.iso(), test: begun.test.slug().to_owned(), at, marks, extra }
}

pub(super) fn read(shape: &BegunTest) -> Result<Begun, Vec<Problem>> {
    let mut check = Check::default();
    let day = check.need("day", Day::parse(&shape.day));
    let test = check.need("test", TestId::parse(&shape.test));
    let begun = day.zip(test).and_then(|(day, test)| {
        let screens = steps(test).len();
        let at = usize::try_from(shape.at).ok().filter(|at| *at < screens);
        let at = check.need("at", at);
        let answers = check.need("marks", answers(test, &shape.marks));
        at.zip(answers).map(|(at, answers)| Begun { test, day, at, answers })
    });
    check.finish(begun)
}

fn answers(test: TestId, marks: &[Mark]) -> Option<Vec<Option<Answered>>> {
    let all = Marks::new(marks)?;
    match test {
        TestId::RunnerCheck => all.recognised(),
        _ => Some(all.result(test)?.answers()),
    }
}
