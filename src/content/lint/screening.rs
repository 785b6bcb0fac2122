//! Whether nothing is missing from the questions, the lights and the conditions.

use super::{
    super::problem::{Problem, Review},
    repeated,
};
use crate::domain::{
    catalogue::{Asked, Catalogue},
    exercise::Condition,
    screening::{Light, Narrowing, ScreeningQuestion},
};

/// The lines that are spoken whatever the mode; the others belong to one mode each.
const SPOKEN: &[&str] = &[
    "session-start",
    "get-ready",
    "side-left",
    "side-right",
    "rest",
    "switch-side",
    "session-end",
    "test-same",
    "test-ready",
    "test-go",
    "test-over",
    "test-stopped",
];

pub(super) fn check(catalogue: &Catalogue, problems: &mut Vec<Problem>) {
    check_screening(catalogue, &mut Review::new("screening", problems));
    check_conditions(catalogue, &mut Review::new("conditions", problems));
    let mut review = Review::new("voice", problems);
    for line in SPOKEN {
        review.demand(catalogue.voice.contains_key(*line), || {
            format!("The voice has no line `{line}`; write it.")
        });
    }
}

fn check_screening(catalogue: &Catalogue, review: &mut Review) {
    let numbered = |letter: char, last: u32| (1..=last).map(move |n| format!("{letter}{n}"));
    for id in numbered('S', 16).chain(numbered('A', 12)) {
        let asked = catalogue.questions.iter().any(|question| question.id == id);
        review.demand(asked, || format!("Question {id} is missing; write it."));
    }
    for id in numbered('D', 6) {
        let asked = catalogue.daily_questions.iter().any(|question| question.id == id);
        review.demand(asked, || format!("Daily question {id} is missing; write it."));
    }
    let questions = catalogue.questions.iter().map(|question| question.id.as_str());
    let daily = catalogue.daily_questions.iter().map(|question| question.id.as_str());
    for id in repeated(questions.chain(daily)) {
        review.object(format!("There are two questions {id}; renumber one."));
    }
    for question in &catalogue.questions {
        let Some(Narrowing { all_of, one_of, otherwise }) = &question.narrowing else { continue };
        let id = &question.id;
        review.demand(*otherwise < question.level, || {
            format!("{id} narrowed is as serious as {id} itself; let `otherwise` be milder.")
        });
        review.demand(!all_of.is_empty() && !one_of.is_empty(), || {
            format!("{id} asks on without a question; fill `all_of` and `one_of`.")
        });
    }
    for light in Light::ALL {
        let said = catalogue.lights.iter().filter(|text| text.light == *light).count();
        review.demand(said == 1, || {
            format!("The light {} has {said} texts; give it one.", light.slug())
        });
    }
}

fn check_conditions(catalogue: &Catalogue, review: &mut Review) {
    for condition in Condition::ALL {
        let said = catalogue.conditions.iter().filter(|text| text.condition == *condition).count();
        review.demand(said == 1, || {
            format!("The condition {} has {said} texts; give it one.", condition.slug())
        });
        review.demand(is_learnt(catalogue, *condition), || {
            let slug = condition.slug();
            format!("Nobody is asked for {slug}; name it in `asks` or `sets` of a question, or say `anyone`.")
        });
    }
}

/// Whether some answer, or what follows from one, makes the condition hold.
fn is_learnt(catalogue: &Catalogue, condition: Condition) -> bool {
    let texts = &catalogue.conditions;
    let own = texts.iter().find(|text| text.condition == condition);
    let elsewhere = own.is_some_and(|text| text.anyone || text.asked != Asked::Profile);
    let asked = |question: &ScreeningQuestion| {
        question.sets.contains(&condition) || question.asks.contains(&condition)
    };
    elsewhere
        || catalogue.questions.iter().any(asked)
        || catalogue.labels.iter().any(|label| label.conditions.contains(&condition))
        || texts.iter().any(|text| text.implies.contains(&condition))
}
