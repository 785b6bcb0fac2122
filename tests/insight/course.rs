//! Pain over time: every answer stays, the median is that of seven days, and "noticeable" is rare.

use proptest::prelude::*;
use soepel::domain::{
    body::Score,
    insight::{Course, Half, Mean, Measure, Noticed, Step, Window, courses, noticed},
    record::SessionRecord,
};

use crate::made::{felt, monday, records};

fn window(days: u64) -> Window {
    Window { first: monday(), last: monday().plus(days - 1) }
}

fn pain_before(records: &[SessionRecord], window: Window) -> Course {
    let all = courses(records.iter(), window);
    all.into_iter().find(|(measure, _)| *measure == Measure::PainBefore).unwrap().1
}

fn medians(course: &Course) -> Vec<u32> {
    course.days.iter().map(|one| one.median.twice).collect()
}

/// Section 7: dots and a line of the median of seven days.
#[test]
fn the_median_is_of_the_answers_in_the_seven_days_that_end_on_a_day() {
    let at = |after, pain| felt(monday().plus(after), Some(pain), None);
    let records = [at(0, 2), at(0, 8), at(1, 3), at(6, 7), at(7, 0), at(30, 10)];
    let course = pain_before(&records, window(35));
    // 2 8 → 5; 2 3 8 → 3; 2 3 7 8 → 5; Monday is gone: 0 3 7 → 3; alone → 10.
    assert_eq!(medians(&course), [10, 6, 10, 6, 20]);
    let of_day: Vec<Vec<u32>> = course.days.iter().map(|one| one.scores().collect()).collect();
    assert_eq!(of_day[0], [2, 8], "both answers of a day stay");
    assert_eq!(medians(&course)[0], Half { twice: 10 }.twice);
}

#[test]
fn a_window_looks_back_for_its_first_medians_and_shows_only_its_own_days() {
    let at = |after, pain| felt(monday().plus(after), Some(pain), None);
    let records = [at(5, 9), at(7, 1)];
    let later = Window { first: monday().plus(7), last: monday().plus(13) };
    let course = pain_before(&records, later);
    assert_eq!((course.days.len(), medians(&course)[0]), (1, 10));
}

/// Section 7: a missing answer is never 0.
#[test]
fn an_answer_that_was_not_given_is_not_there() {
    let records = [felt(monday(), None, Some(4)), felt(monday().plus(1), None, None)];
    let all = courses(records.iter(), window(7));
    let counts: Vec<usize> = all.iter().map(|(_, course)| course.days.len()).collect();
    assert_eq!(counts, [0, 1, 0, 0]);
    assert_eq!(all[0].1.whole(window(7)), None);
}

#[test]
fn longer_stretches_keep_the_worst_and_the_best_answer_beside_the_middle_one() {
    let at = |after, pain| felt(monday().plus(after), Some(pain), None);
    let records = [at(0, 1), at(1, 9), at(2, 2), at(3, 2), at(21, 5)];
    let totals = pain_before(&records, window(28)).totals(Step::Week);
    let told: Vec<_> =
        totals.iter().map(|one| (one.entries, one.lowest, one.median.twice, one.highest)).collect();
    assert_eq!(told, [(4, 1, 4, 9), (1, 5, 10, 5)]);
}

fn mean(scores: &[u32]) -> Mean {
    scores.iter().copied().collect()
}

/// Section 7, Farrar 2001: two points or 30 %, with five answers on both sides.
#[test]
fn a_change_is_noticeable_from_two_points_or_thirty_percent_with_five_answers_on_both_sides() {
    let same = |score: u32| mean(&[score; 5]);
    assert_eq!(noticed(same(4), same(2)), Noticed::Lower, "two points");
    assert_eq!(noticed(same(2), same(4)), Noticed::Higher, "two points");
    assert_eq!(noticed(same(8), same(7)), Noticed::No, "one point of eight");
    assert_eq!(noticed(same(3), same(2)), Noticed::Lower, "a third of three");
    assert_eq!(noticed(mean(&[10; 10]), mean(&[8, 8, 8, 8, 9])), Noticed::No, "18 %, 1.8 points");
    assert_eq!(noticed(mean(&[2, 2, 2, 2, 2]), mean(&[1, 1, 1, 2, 2])), Noticed::Lower, "30 %");
    assert_eq!(noticed(mean(&[5; 10]), mean(&[4, 4, 4, 4, 3, 3, 3, 3, 4, 4])), Noticed::No, "28 %");
    assert_eq!(noticed(same(0), same(0)), Noticed::No);
    assert_eq!(noticed(same(0), same(1)), Noticed::No, "no share of nothing; one point");
    assert_eq!(noticed(mean(&[10; 4]), same(0)), Noticed::TooFew);
    assert_eq!(noticed(same(10), mean(&[0; 4])), Noticed::TooFew);
    assert_eq!(mean(&[1, 2, 2]).tenths(), Some(17));
    assert_eq!(mean(&[]).tenths(), None);
}

proptest! {
    /// Against the plainest way to reckon it.
    #[test]
    fn every_median_is_the_middle_of_its_seven_days(records in records()) {
        let course = pain_before(&records, window(150));
        for one in &course.days {
            let mut lately: Vec<u32> = records
                .iter()
                .filter(|record| (0..7).contains(&one.day.days_since(record.day)))
                .filter_map(|record| record.before.pain.map(Score::value).map(u32::from))
                .collect();
            lately.sort_unstable();
            let (low, high) = (lately[(lately.len() - 1) / 2], lately[lately.len() / 2]);
            prop_assert_eq!(one.median.twice, low + high);
        }
        let told: usize = course.days.iter().map(|one| one.scores().count()).sum();
        let said = records.iter().filter(|record| record.before.pain.is_some()).count();
        prop_assert_eq!(told, said, "no answer is lost");
    }

    /// In floats, away from the edges where a float cannot be trusted.
    #[test]
    fn noticing_is_the_rule_of_section_7(
        before in prop::collection::vec(0..=10_u32, 0..12),
        after in prop::collection::vec(0..=10_u32, 0..12),
    ) {
        let found = noticed(mean(&before), mean(&after));
        if before.len() < 5 || after.len() < 5 {
            prop_assert_eq!(found, Noticed::TooFew);
            return Ok(());
        }
        let of = |all: &[u32]| {
            f64::from(all.iter().sum::<u32>()) / f64::from(u32::try_from(all.len()).unwrap())
        };
        let (was, is) = (of(&before), of(&after));
        let far = (is - was).abs();
        let share = if was > 0.0 { far / was } else { 0.0 };
        prop_assume!((far - 2.0).abs() > 1e-9 && (share - 0.3).abs() > 1e-9);
        let expected = match far >= 2.0 || share >= 0.3 {
            false => Noticed::No,
            true if is < was => Noticed::Lower,
            true => Noticed::Higher,
        };
        prop_assert_eq!(found, expected);
    }
}
