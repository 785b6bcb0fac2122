//! X37 and R0.9 to R0.12: what a person answers, and what the log shows with its days.

use soepel::domain::{
    progress::{
        Evidence, Finding, Proposed, Referral, ReviewAnswer, ReviewWord, findings, referral,
        review_is_due,
    },
    time::Day,
};

use crate::made::{adult, at, day, decided, good, score};

fn answer(number: u64, word: ReviewWord) -> ReviewAnswer {
    ReviewAnswer { at: at(number), day: day(number), word }
}

/// One session a number of days apart, with this pain before each.
fn pains(every: u64, marks: &[u8]) -> Vec<Evidence> {
    (0..)
        .zip(marks)
        .map(|(place, mark)| Evidence {
            before: score(*mark),
            after: score(*mark),
            morning: score(*mark),
            ..good(place * every, "P3-alt")
        })
        .collect()
}

fn found(evidence: &[Evidence], answers: &[ReviewAnswer], today: u64) -> Vec<Referral> {
    findings(evidence, answers, &[], &adult(), day(today))
}

fn kinds(evidence: &[Evidence], answers: &[ReviewAnswer], today: u64) -> Vec<Finding> {
    found(evidence, answers, today).into_iter().map(|referral| referral.finding).collect()
}

/// X37.
#[test]
fn the_question_comes_after_six_sessions_or_fourteen_days_and_not_to_people_without_a_complaint() {
    let often = pains(1, &[3; 6]);
    assert!(!review_is_due(&often[..5], &[], day(5)));
    assert!(review_is_due(&often, &[], day(5)));
    let seldom = pains(7, &[3, 3]);
    assert!(!review_is_due(&seldom, &[], day(13)));
    assert!(review_is_due(&seldom, &[], day(14)));
    assert!(!review_is_due(&pains(1, &[0; 8]), &[], day(20)));
    let answered = [answer(5, ReviewWord::Same)];
    assert!(!review_is_due(&often, &answered, day(30)), "nothing was done since");
    let more = pains(1, &[3; 12]);
    assert!(!review_is_due(&more[..11], &answered, day(10)));
    assert!(review_is_due(&more, &answered, day(11)));
}

/// X37: "same" twice, "more" once, "comes back" twice.
#[test]
fn answers_ask_for_a_physiotherapist_when_they_repeat() {
    use ReviewWord::{Less, More, Returns, Same};
    for (words, expected) in [
        (vec![Same], vec![]),
        (vec![Same, Same], vec![Finding::NoDifference]),
        (vec![Same, Less, Same], vec![]),
        (vec![More], vec![Finding::Worse]),
        (vec![More, Less], vec![]),
        (vec![Returns], vec![]),
        (vec![Returns, Less, Returns], vec![Finding::ComesBack]),
        (vec![Less, Less, Less], vec![]),
    ] {
        let answers: Vec<_> =
            (0..).zip(&words).map(|(place, word)| answer(place * 14, *word)).collect();
        assert_eq!(kinds(&[], &answers, 43), expected, "{words:?}");
    }
    let told = found(&[], &[answer(0, Same), answer(14, Same)], 15);
    assert_eq!((told[0].told, &told[0].days), (true, &vec![day(0), day(14)]));
}

/// R0.9.
#[test]
fn no_difference_shows_after_six_sessions_over_two_weeks() {
    let flat = pains(3, &[4, 4, 5, 4, 4, 4]);
    let shown = found(&flat, &[], 15);
    let days: Vec<Day> = vec![day(9), day(12), day(15)];
    let expected = Referral { finding: Finding::NoDifference, days, told: false };
    assert_eq!(shown, [expected]);
    assert_eq!(kinds(&flat[..5], &[], 15), [], "five sessions are too few");
    assert_eq!(kinds(&pains(2, &[4; 6]), &[], 10), [], "ten days are too few");
    assert_eq!(kinds(&pains(3, &[4, 4, 5, 3, 3, 3]), &[], 15), [], "a point less");
    assert_eq!(kinds(&pains(3, &[0; 6]), &[], 15), [], "no pain, nothing to lessen");
    // After six weeks 30 % or two points are asked.
    assert_eq!(kinds(&pains(9, &[6, 6, 6, 5, 5, 5]), &[], 45), [Finding::NoDifference]);
    assert_eq!(kinds(&pains(9, &[6, 6, 6, 4, 4, 4]), &[], 45), []);
}

/// R0.10, X16: worse.
#[test]
fn pain_that_rises_for_two_weeks_shows_the_days() {
    let rising = pains(3, &[2, 2, 3, 3, 4, 4]);
    let shown = found(&rising, &[], 15);
    assert_eq!(shown[0].finding, Finding::Worse);
    assert!(shown[0].days.contains(&day(15)) && !shown[0].told);
    assert!(!kinds(&pains(3, &[2, 2, 3, 3, 2, 2]), &[], 15).contains(&Finding::Worse));
}

/// R0.11: relief and then back, twice.
#[test]
fn relief_that_keeps_going_back_shows_the_days_on_which_it_came_back() {
    let shown = found(&pains(3, &[5, 2, 5, 2, 5]), &[], 12);
    assert_eq!(shown[0].finding, Finding::ComesBack);
    assert_eq!(shown[0].days, [day(6), day(12)]);
    assert_eq!(kinds(&pains(3, &[5, 2, 5, 2, 2]), &[], 12), []);
    assert_eq!(kinds(&pains(3, &[5, 4, 5, 4, 5]), &[], 12), [], "a point is noise");
}

/// X16: a pause that did not help.
#[test]
fn twice_back_again_after_a_pause_asks_for_somebody_to_look_along() {
    let bad = |number| Evidence { morning: score(5), ..good(number, "P3-3") };
    let pause = Proposed::Pause {
        exercise: crate::made::exercise("glute-bridge"),
        mode: soepel::domain::dose::Mode::Reps,
        from: 1,
        to: 0,
        until: day(5),
    };
    let decisions = [decided(3, pause, true)];
    let log = [bad(0), bad(2), bad(6), bad(8)];
    let shown = |log: &[Evidence]| findings(log, &[], &decisions, &adult(), day(9));
    assert!(!shown(&log[..3]).iter().any(|found| found.finding == Finding::Setbacks));
    let found = shown(&log);
    let again = found.iter().find(|found| found.finding == Finding::Setbacks).unwrap();
    assert_eq!(again.days, [day(6), day(8)]);
}

/// R0.12: once decided, it is quiet for four weeks.
#[test]
fn a_referral_is_shown_until_it_is_answered() {
    let log = pains(3, &[4, 4, 5, 4, 4, 4]);
    let due = |decisions: &[_], today| referral(found(&log, &[], today), decisions, day(today));
    assert!(due(&[], 15).is_some());
    let answered = [decided(15, Proposed::Referral(Finding::NoDifference), false)];
    assert!(due(&answered, 42).is_none());
    assert!(due(&answered, 43).is_some());
}
