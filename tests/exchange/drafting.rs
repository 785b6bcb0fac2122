//! A plan changed by whoever has no history here.

use soepel::{
    content::catalogue,
    domain::{
        advice::{
            Weekly, What,
            draft::{Beside, Extra, Problem, Talk, finished, opened},
        },
        dose::AgeGroup,
        routine::{
            Between,
            amount::Amount,
            draft::{Draft, Step},
        },
        time::Seconds,
    },
};

use crate::made::{day, exercise, full_plan};

fn between() -> Between {
    Between::new(Seconds(15)).unwrap()
}

#[test]
fn a_plan_that_is_opened_and_not_changed_is_the_same_plan() {
    let plan = full_plan();
    let (draft, beside) = opened(&plan, catalogue(), AgeGroup::Adult, between());
    assert_eq!(finished(&draft, &beside, day("2026-11-26")), Ok(plan));
}

#[test]
fn a_plan_is_made_from_nothing_press_by_press() {
    let mut draft = Draft::new(between());
    let mut beside = Beside::default();
    let today = day("2026-11-26");
    assert_eq!(finished(&draft, &beside, today), Err(vec![Problem::Empty]));
    let bridge = draft.add(exercise("glute-bridge"));
    let superman = draft.add(exercise("superman"));
    draft.press(bridge, Amount::Sets, Step::More, catalogue(), AgeGroup::Adult);
    beside.press_weekly(bridge, Step::More);
    beside.press_weekly(bridge, Step::More);
    beside.lines.insert(superman, Extra { leave: true, ..Extra::default() });
    beside.talk = Some(Talk { name: " Fysio\u{202e} ".to_owned(), day: "2026-11-26".to_owned() });
    let plan = finished(&draft, &beside, today).unwrap();
    let What::Do(doing) = &plan.lines[0].what else { panic!() };
    assert_eq!(doing.weekly, Weekly::new(2));
    assert_eq!(plan.lines[1].what, What::Leave);
    assert_eq!(plan.discussed.unwrap().name.as_str(), "Fysio");
    for _ in 0..9 {
        beside.press_weekly(bridge, Step::More);
    }
    assert_eq!(beside.extra(bridge).weekly, Weekly::new(7));
    for _ in 0..9 {
        beside.press_weekly(bridge, Step::Less);
    }
    assert_eq!(beside.extra(bridge).weekly, None);
}

#[test]
fn what_keeps_a_draft_from_being_a_plan_is_told() {
    let mut draft = Draft::new(between());
    draft.add(exercise("glute-bridge"));
    draft.add(exercise("glute-bridge"));
    let talk = Talk { name: "\u{200b}".to_owned(), day: "2026-11-27".to_owned() };
    let beside = Beside { talk: Some(talk), ..Beside::default() };
    let found = finished(&draft, &beside, day("2026-11-26")).unwrap_err();
    let twice = Problem::Twice(exercise("glute-bridge").id.clone());
    assert_eq!(found, [Problem::NoName, Problem::NoDay, twice]);
}
