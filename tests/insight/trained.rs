//! What was trained: how often, how long, by exercise, movement and muscle; and movement breaks.

use soepel::{
    content::catalogue,
    domain::{
        body::{HipMovement, Muscle, Side},
        exercise::ExerciseId,
        insight::{Done, Half, Step, Window, break_days, break_totals, trained},
        item::BreakDay,
        record::Outcome,
        time::Seconds,
    },
};

use crate::made::{monday, row, session};

const LEFT: Option<Side> = Some(Side::Left);
const RIGHT: Option<Side> = Some(Side::Right);

#[test]
fn an_exercise_counts_once_a_session_and_its_time_is_of_both_sides() {
    let mut one = session(monday(), "P1-A", 600);
    one.done = vec![
        row("quad-stretch-prone", LEFT, 60, Outcome::Done),
        row("quad-stretch-prone", RIGHT, 40, Outcome::Partly),
        row("superman", None, 30, Outcome::Skipped),
    ];
    let mut other = session(monday(), "P1-A", 600);
    other.done = vec![
        row("quad-stretch-prone", LEFT, 60, Outcome::Done),
        row("of-a-later-version", None, 500, Outcome::Done),
    ];
    let found = trained([&one, &other].into_iter(), catalogue());
    let done = |of: &str, sessions, held| Done { of: of.to_owned(), sessions, held: Seconds(held) };
    let expected = [done("quad-stretch-prone", 2, 160), done("of-a-later-version", 1, 500)];
    assert_eq!(found.exercises, expected, "what was skipped was not trained");

    let known = catalogue().exercise(&ExerciseId::new("quad-stretch-prone").unwrap()).unwrap();
    let muscles: Vec<Muscle> = found.muscles.iter().map(|done| done.of).collect();
    assert_eq!(muscles.len(), known.muscles.len());
    assert!(known.muscles.iter().all(|muscle| muscles.contains(muscle)));
    let all = found.muscles.iter().all(|done| (done.sessions, done.held) == (2, Seconds(160)));
    assert!(all, "{:?}", found.muscles);
}

#[test]
fn a_movement_that_two_exercises_of_a_session_train_counts_once_with_the_time_of_both() {
    let trains = |movement: HipMovement| {
        let all = catalogue().exercises.iter();
        let mut found = all.filter(move |one| one.movements.contains(&movement));
        [found.next().unwrap(), found.next().unwrap()]
    };
    let [one, other] = trains(HipMovement::Extension);
    let mut record = session(monday(), "P1-A", 600);
    record.done = vec![
        row(one.id.as_str(), None, 60, Outcome::Done),
        row(other.id.as_str(), None, 30, Outcome::Done),
    ];
    let found = trained([&record].into_iter(), catalogue());
    let extension = found.movements.iter().find(|done| done.of == HipMovement::Extension).unwrap();
    assert_eq!((extension.sessions, extension.held), (1, Seconds(90)));
}

/// R3.13: breaks per working day; a day without one is nobody's failure and is not counted.
#[test]
fn breaks_are_told_by_the_days_that_had_one() {
    let on = |after, done| BreakDay { day: monday().plus(after), done };
    let days = break_days([on(0, 4), on(1, 0), on(2, 7), on(8, 2)].into_iter());
    let window = Window { first: monday(), last: monday().plus(13) };
    let (totals, median) = break_totals(&days, window, Step::Week);
    let told: Vec<_> = totals.iter().map(|total| (total.days, total.breaks)).collect();
    assert_eq!((told, median), (vec![(2, 11), (1, 2)], Some(Half { twice: 8 })));
    let none = Window { first: monday().plus(70), last: monday().plus(76) };
    assert_eq!(break_totals(&days, none, Step::Day).1, None);
}
