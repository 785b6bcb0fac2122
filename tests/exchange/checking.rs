//! A plan is held to the catalogue, line by line and number by number.

use soepel::{
    content::catalogue,
    domain::{
        advice::{
            Change, Checked, Fault, Line, Load, NowLine, Numbers, Offered, OfferedWhat, What,
            Words, check, compare, is_hidden,
        },
        body::Side,
        dose::{Adjustment, AgeGroup, Mode, Sides, Working},
        routine::amount::Amount,
        time::Seconds,
    },
};

use crate::made::{doing, exercise, full_plan, id, leave, plan, sets_reps};

fn checked(lines: Vec<Line>) -> Checked {
    check(&Offered::from(&plan(lines)), catalogue(), AgeGroup::Adult)
}

#[test]
fn a_number_beyond_its_bounds_is_left_out_by_itself_with_its_reason() {
    let found = checked(vec![doing("glute-bridge", Mode::Reps, sets_reps(2, 900))]);
    let Line { what: What::Do(left), .. } = &found.advice.lines[0] else { panic!() };
    assert_eq!((left.change.sets, left.change.reps), (Some(2), None));
    assert!(
        matches!(found.left_out[0][..], [Fault::Beyond { amount: Amount::Reps, value: 900, .. }]),
        "{:?}",
        found.left_out
    );
    let hold = Adjustment { hold: Some(Seconds(20)), ..Adjustment::default() };
    let found = checked(vec![doing("glute-bridge", Mode::Reps, hold)]);
    assert_eq!(found.left_out, [[Fault::NoSuchNumber(Amount::Hold)]]);
}

/// R0.18: at 65 a stretch has bounds of its own, whoever made the plan.
#[test]
fn the_bounds_are_those_of_the_age_of_whoever_gets_it() {
    let hold = Adjustment { hold: Some(Seconds(15)), ..Adjustment::default() };
    let lines = vec![doing("quad-stretch-prone", Mode::Static, hold)];
    let offered = Offered::from(&plan(lines));
    assert!(check(&offered, catalogue(), AgeGroup::Adult).is_whole());
    let senior = check(&offered, catalogue(), AgeGroup::Senior);
    assert!(matches!(senior.left_out[0][..], [Fault::Beyond { amount: Amount::Hold, .. }]));
}

#[test]
fn what_the_catalogue_does_not_have_is_refused_line_by_line() {
    let mut offered = Offered::from(&full_plan());
    offered.lines[0].exercise = "moon-walk".to_owned();
    if let OfferedWhat::Do(doing) = &mut offered.lines[1].what {
        doing.mode = "weightless".to_owned();
    }
    let found = check(&offered, catalogue(), AgeGroup::Adult);
    let refused: Vec<_> = found.refused.iter().map(|one| one.fault.clone()).collect();
    assert_eq!(refused, [Fault::UnknownExercise, Fault::UnknownMode]);
    assert_eq!(found.advice.lines, [leave("superman")], "the rest is read");
}

#[test]
fn an_exercise_stands_once_in_a_plan_and_is_not_both_done_and_left() {
    let bridge = || doing("glute-bridge", Mode::Reps, sets_reps(2, 10));
    for lines in [
        vec![bridge(), bridge()],
        vec![bridge(), leave("glute-bridge")],
        vec![leave("glute-bridge"), bridge()],
        vec![leave("glute-bridge"), leave("glute-bridge")],
    ] {
        let found = checked(lines);
        assert_eq!(found.advice.lines.len(), 1);
        assert_eq!(found.refused[0].fault, Fault::Twice);
    }
}

#[test]
fn a_side_and_a_load_are_taken_only_where_the_exercise_has_them() {
    let mut line = doing("glute-bridge", Mode::Reps, Adjustment::default());
    if let What::Do(doing) = &mut line.what {
        doing.working = Working::Only(Side::Left);
        doing.load = Load::With("sp-hiplift".to_owned());
    }
    let found = checked(vec![line]);
    assert_eq!(found.left_out, [[Fault::NoSides, Fault::UnknownLoad]]);
    let What::Do(doing) = &found.advice.lines[0].what else { panic!() };
    assert_eq!((doing.working, &doing.load), (Working::Both, &Load::AsItIs));
}

#[test]
fn words_hold_nothing_that_hides() {
    type Short = Words<20>;
    for text in ["", " a", "a ", "a\nb", "a\u{202e}b", "a\u{200b}b", "a\u{7}b", "\u{feff}a"] {
        assert_eq!(Short::new(text), None, "{text:?}");
    }
    assert_eq!(Short::new(&"é".repeat(21)), None);
    assert_eq!(Short::new("<script>alert</script>").map(|_| ()), None, "too long");
    assert_eq!(Short::new("<b>é</b>").unwrap().as_str(), "<b>é</b>");
    assert_eq!(Short::cleaned(" a\u{202e}b\nc ").unwrap().as_str(), "ab c");
    assert_eq!(Short::cleaned("\u{200b}\n"), None);
    assert!(!"Björn, 3 × 10 – ‘rustig’ (50%)".chars().any(is_hidden));
}

#[test]
fn beside_what_somebody_does_a_plan_is_new_different_the_same_or_no_more() {
    let dose = exercise("glute-bridge").dose(Mode::Reps).unwrap();
    let now = [NowLine {
        exercise: id("glute-bridge"),
        numbers: Numbers {
            protocol: dose.resolve(AgeGroup::Adult, sets_reps(2, 10)),
            sides: Sides::Together,
            way: None,
            weekly: None,
        },
    }];
    let change = |line: Line| {
        let plan = plan(vec![line]);
        compare(catalogue(), &plan, &now, AgeGroup::Adult).remove(0).change
    };
    let bridge = |sets, reps| doing("glute-bridge", Mode::Reps, sets_reps(sets, reps));
    assert!(matches!(change(bridge(2, 10)), Change::Same(_)));
    assert!(matches!(change(bridge(3, 12)), Change::Changed { .. }));
    assert!(matches!(change(leave("glute-bridge")), Change::NoMore(_)));
    assert!(matches!(change(leave("superman")), Change::Never));
    let other = doing("superman", Mode::Reps, Adjustment::default());
    assert!(matches!(change(other), Change::New(_)));
}
