//! Where a comparison stands: shown, chosen, and asked again (7.2, R0.26, R0.40).

use std::collections::BTreeSet;

use soepel::{
    content::catalogue,
    domain::{
        comparing::{Answer, Comparing, State, compare},
        planning::{
            choices::{Choices, Comparison},
            method::Method,
        },
    },
};

use crate::made::{day, pairs};

fn compared(differences: &[i8], choices: &Choices, today: i64) -> Comparing {
    compare(&pairs(differences), catalogue(), choices, &BTreeSet::new(), day(today))
}

#[test]
fn the_pairs_of_the_history_show_their_state_with_the_mean_of_each_method() {
    let shown = compared(&[1, 1, 2, 0, 1, 1, 1], &Choices::default(), 14);
    assert_eq!(shown.answer, Answer::Shown(State::Preference(Method::Pnf)));
    assert_eq!(shown.means(), Some((0.0, 1.0)));
    assert!(!shown.asks_again);
    let nothing = compared(&[], &Choices::default(), 0);
    assert_eq!(nothing.answer, Answer::Shown(State::NotEnough));
    assert_eq!(nothing.means(), None);
}

/// R0.26: the person decides, at any time and against any pairs.
#[test]
fn who_chooses_is_asked_nothing_more_for_twelve_weeks() {
    let mut choices = Choices::default();
    choices.keep_method(Method::Static, day(2));
    let on = Some(day(2));
    let chosen = Answer::ChosenByUser { keep: Method::Static, on };
    for (today, asks) in [(2, false), (2 + 83, false), (2 + 84, true)] {
        let all = compared(&[3], &choices, today);
        assert_eq!((all.answer, all.asks_again), (chosen, asks), "{today}");
    }
    // The same once more is a new answer, and the question rests again.
    choices.keep_method(Method::Static, day(90));
    assert!(!compared(&[3], &choices, 90).asks_again);
}

/// R0.40: what works may change.
#[test]
fn a_preference_is_asked_again_after_twelve_weeks_and_a_new_comparison_begins_empty() {
    let mut choices = Choices::default();
    let row = [2; 6];
    // The sixth pair was whole on day 11.
    assert!(!compared(&row, &choices, 11 + 83).asks_again);
    assert!(compared(&row, &choices, 11 + 84).asks_again);
    choices.compare_anew(day(95));
    let anew = compared(&row, &choices, 95);
    assert_eq!(anew.answer, Answer::Shown(State::NotEnough));
    assert_eq!((anew.judged.untied(), anew.asks_again), (0, false));
}

#[test]
fn going_on_after_a_choice_begins_anew_and_another_order_in_between_does_not() {
    let mut choices = Choices::default();
    choices.compare_by(Comparison::Fairer { seed: 1 }, day(3));
    assert_eq!(choices.compared_since, None);
    choices.keep_method(Method::Pnf, day(4));
    // Taken back on the same day it was no choice.
    choices.compare_by(Comparison::ByDay, day(4));
    assert_eq!((choices.compared_since, choices.chosen_on), (None, None));
    choices.keep_method(Method::Pnf, day(4));
    choices.compare_by(Comparison::ByDay, day(9));
    assert_eq!((choices.compared_since, choices.chosen_on), (Some(day(9)), None));
}
