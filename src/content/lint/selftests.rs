//! Whether every self-test is there, asks all that its result needs, and has words for each class.

use super::{
    super::problem::{Problem, Review},
    repeated, rules, selftest_path,
};
use crate::domain::{
    catalogue::Catalogue,
    selftest::{HIP_ORDER, Picture, SelfTest, TestId},
};

/// What a result is made of, and the classes that it can have.
fn parts(test: TestId) -> (&'static [&'static str], &'static [&'static str]) {
    match test {
        TestId::RunnerCheck => {
            (&["pelvis", "knee", "complaints", "kilometres", "hills"], &["none", "one", "several"])
        }
        TestId::HipCheck => (&[], &["limited", "fair", "good"]),
        TestId::OneLegStand => (&["held", "pelvis", "lean"], &["fail", "borderline", "pass"]),
        TestId::SingleLegSquat => {
            (&["pelvis", "knee", "trunk", "balance"], &["poor", "fair", "good"])
        }
        TestId::HeelToButtock => (&["fingers", "pain"], &["tight", "fair", "easy"]),
        TestId::SidePlank => (&["held"], &["short", "hip-lift", "level-two"]),
        TestId::StepDown => (&["clean"], &["not-yet", "pass"]),
        TestId::Landing => (&["quiet", "knees", "painless"], &["not-yet", "pass"]),
    }
}

pub(super) fn check(catalogue: &Catalogue, problems: &mut Vec<Problem>) {
    for id in TestId::ALL {
        let path = selftest_path(*id);
        let mut review = Review::new(&path, problems);
        match catalogue.selftests.iter().find(|test| test.id == *id) {
            None => review.object("This self-test is missing; write it."),
            Some(test) => check_one(test, catalogue, &mut review),
        }
    }
}

fn check_one(test: &SelfTest, catalogue: &Catalogue, review: &mut Review) {
    rules::demand_rules(&test.rules, "rules", review);
    review.demand(test.minutes > 0, || "It takes no time; say how many `minutes`.".to_owned());
    review.demand(!test.steps.is_empty(), || "It has no [[step]]; say how it goes.".to_owned());
    let (questions, classes) = parts(test.id);
    demand_keys("question", questions, test.questions.iter().map(|one| one.key.as_str()), review);
    demand_keys("outcome", classes, test.outcomes.iter().map(|one| one.key.as_str()), review);
    let picture = |place: &str, picture: Option<&Picture>, review: &mut Review| match picture {
        None => {
            review.object(format!("{place} has no figure; name a `picture` or draw a [[pose]]."));
        }
        Some(Picture::Exercise(id)) => review.demand(catalogue.exercise(id).is_some(), || {
            format!("The picture {} is of no exercise we have; name another.", id.as_str())
        }),
        Some(Picture::Test(id)) => {
            let other = catalogue.selftest(*id).and_then(|other| other.picture.as_ref());
            let leads_on = *id == test.id || matches!(other, Some(Picture::Test(_)));
            review.demand(!leads_on, || {
                let slug = id.slug();
                format!("The picture {slug} leads to yet another test; name one with its own.")
            });
        }
        Some(Picture::Own { .. }) => {}
    };
    picture("The test", test.picture.as_ref(), review);
    for question in test.questions.iter().filter(|question| question.picture.is_some()) {
        picture(&format!("The question `{}`", question.key), question.picture.as_ref(), review);
    }
    for text in &test.movements {
        for attempt in [Some(&text.active), text.passive.as_ref()].into_iter().flatten() {
            let place = text.movement.slug();
            picture(&format!("An attempt of {place}"), attempt.picture.as_ref(), review);
            review.demand(!attempt.steps.is_empty(), || {
                format!("An attempt of {place} has no step; say how it goes.")
            });
        }
    }
    let wanted: &[_] = if test.id == TestId::HipCheck { &HIP_ORDER } else { &[] };
    let there: Vec<_> = test.movements.iter().map(|text| text.movement).collect();
    review.demand(there == wanted, || {
        "The movements are not the six of R1.7 in the order of the check; mend that.".to_owned()
    });
}

fn demand_keys<'a>(
    what: &str,
    wanted: &[&str],
    there: impl Iterator<Item = &'a str> + Clone,
    review: &mut Review,
) {
    for key in wanted {
        review.demand(there.clone().any(|one| one == *key), || {
            format!("The {what} `{key}` is missing; write it.")
        });
    }
    for key in there.clone().filter(|key| !wanted.contains(key)) {
        review.object(format!("Nobody looks for the {what} `{key}`; remove it."));
    }
    for key in repeated(there) {
        review.object(format!("There are two [[{what}]] `{key}`; keep one."));
    }
}
