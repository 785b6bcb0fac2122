//! What a row of differences shows, with the worked vectors of 7.2 (R0.25, R0.26, X25).

use proptest::prelude::*;
use soepel::domain::{
    comparing::{Judged, LOOKS, State, judge, wins_needed},
    planning::method::Method,
};

fn state(differences: &[i8]) -> State {
    judge(differences).state
}

/// 7.2, X25: the four worked vectors.
#[test]
fn the_worked_vectors_come_out_as_written() {
    let judged = judge(&[1, 1, 2, 0, 1, 1, 1]);
    assert_eq!((judged.untied(), judged.pnf_wins, judged.ties), (6, 6, 1));
    assert_eq!(judged.state, State::Preference(Method::Pnf));

    let judged = judge(&[1, -1, 1, 1, 1, 1]);
    assert_eq!((judged.untied(), judged.pnf_wins), (6, 5));
    assert_eq!(judged.state, State::Unclear);

    assert_eq!(state(&[1, 1, 1, 1, -1, -1, -1, 0, 0, 0]), State::NoDifference);
    assert_eq!(state(&[3, 3, 3, 3, 3]), State::FirstImpression);
}

/// In whatever order the ten pairs of the third vector come.
#[test]
fn no_difference_asks_for_ten_pairs_with_ties_and_a_mean_under_half_a_point() {
    let ten = [1, -1, 0, 1, -1, 0, 1, -1, 0, 1];
    assert_eq!(state(&ten), State::NoDifference);
    assert_eq!(state(&ten[..9]), State::Unclear);
    // Ties alone are enough to say so.
    assert_eq!(state(&[0; 10]), State::NoDifference);
    assert_eq!(state(&[0; 9]), State::NotEnough);
    // A mean of exactly a half is no small one: 8 wins of 2 pairs' worth.
    assert_eq!(state(&[1, 1, 1, 1, 1, 0, 0, 0, 0, 0]), State::FirstImpression);
    assert_eq!(state(&[1, 1, 1, 1, -1, 1, 0, 0, 0, 0]), State::NoDifference);
}

#[test]
fn up_to_two_it_is_not_enough_and_up_to_five_a_first_impression() {
    let row = |count: usize| vec![-2; count];
    let states: Vec<State> = (0..=6).map(|count| state(&row(count))).collect();
    assert_eq!(states[..3], [State::NotEnough; 3]);
    assert_eq!(states[3..6], [State::FirstImpression; 3]);
    assert_eq!(states[6], State::Preference(Method::Static));
    // Ties do not count towards six.
    assert_eq!(state(&[0, 0, 0, 0, 1, 1]), State::NotEnough);
}

/// X25: the wins that each look asks for, and no look in between.
#[test]
fn each_look_asks_for_its_wins_and_between_looks_nothing_is_decided() {
    assert_eq!(LOOKS, [(6, 6), (10, 9), (14, 12), (20, 15)]);
    assert_eq!([7, 8, 9, 11, 13, 15, 19, 21].map(wins_needed), [None; 8]);
    for (pairs, wins) in LOOKS {
        // The losses come first, so that no earlier look is met.
        let row = |wins: usize| {
            let mut row = vec![-1; pairs - wins];
            row.extend(vec![2; wins]);
            row
        };
        assert_eq!(state(&row(wins)), State::Preference(Method::Pnf), "{wins} of {pairs}");
        assert_ne!(state(&row(wins - 1)), State::Preference(Method::Pnf), "{wins} of {pairs}");
    }
    // Seven of seven after a lost pair would be a verdict at 8 of 9; there is no look there.
    assert_eq!(state(&[-1, 1, 1, 1, 1, 1, 1, 1, 1]), State::Unclear);
    assert_eq!(state(&[-1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), State::Preference(Method::Pnf));
}

#[test]
fn a_look_that_its_wins_reach_with_too_small_a_mean_is_no_preference() {
    // Six wins of one point between seven ties: the mean is under a half.
    let row = [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
    assert_eq!(state(&row), State::NoDifference);
    // Fifteen of twenty, but the five lost pairs weigh as much: the mean decides too.
    let mut row = vec![-3; 5];
    row.extend([1; 15]);
    assert_eq!(state(&row), State::NoDifference);
}

#[test]
fn a_preference_that_was_reached_stays_and_after_twenty_nothing_is_looked_at() {
    let mut row = vec![1; 6];
    row.extend([-1; 14]);
    let judged = judge(&row);
    assert_eq!((judged.state, judged.reached_at), (State::Preference(Method::Pnf), Some(5)));
    // Ten lost and ten won, and then thirty won: the last look is behind.
    let mut row = [1, -3].repeat(10);
    row.extend([3; 30]);
    let judged = judge(&row);
    assert_eq!(judged.state, State::Unclear);
    assert!(judged.is_at_the_end());
}

proptest! {
    /// No winner before six pairs that differ, whatever the numbers (Decision 6).
    #[test]
    fn nobody_wins_before_six_pairs_that_differ(row in proptest::collection::vec(-6_i8..=6, 0..40)) {
        let judged = judge(&row);
        if let State::Preference(_) = judged.state {
            prop_assert!(judged.untied() >= 6);
        }
        let ties = row.iter().filter(|one| **one == 0).count();
        prop_assert_eq!((judged.ties, judged.untied()), (ties, row.len() - ties));
    }

    /// The two methods are treated alike.
    #[test]
    fn the_mirror_image_shows_the_other_method(row in proptest::collection::vec(-6_i8..=6, 0..40)) {
        let mirrored: Vec<i8> = row.iter().map(|one| -one).collect();
        let (one, other): (Judged, Judged) = (judge(&row), judge(&mirrored));
        let turned = match one.state {
            State::Preference(method) => State::Preference(method.other()),
            state => state,
        };
        prop_assert_eq!(turned, other.state);
        prop_assert_eq!(one.ahead().map(|(_, wins)| wins), other.ahead().map(|(_, wins)| wins));
    }

    /// What comes later takes no preference away.
    #[test]
    fn a_preference_is_for_good(row in proptest::collection::vec(-6_i8..=6, 0..40), cut in 0_usize..40) {
        let state = state(&row[..cut.min(row.len())]);
        if let State::Preference(_) = state {
            prop_assert_eq!(judge(&row).state, state);
        }
    }
}
