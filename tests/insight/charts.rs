//! The geometry of charts: everything on its sheet, few paths however much there is, 0 to 10 always.

use proptest::prelude::*;
use soepel::{
    app::view::chart::{Mark, Plot, classes, columns, rows, scores, squares},
    content::catalogue,
    domain::{
        body::Side,
        insight::{Measure, Period, Step, TestMark, Window, courses, days_done},
        planning::load::Worker,
        selftest::{Grade, GradedItem, Item, ReadBy},
    },
};

use crate::made::{felt, monday, records};

/// Every number that a path names as a place.
fn places(plot: &Plot, mark: Mark) -> Vec<(f64, f64)> {
    let shapes = plot.shapes.iter().filter(|shape| shape.mark == mark);
    let words = shapes.flat_map(|shape| shape.path.split(['M', 'L', 'Z']));
    words
        .filter_map(|word| {
            let mut numbers = word.split('a').next()?.split_whitespace();
            Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
        })
        .collect()
}

fn window(weeks: u64) -> Window {
    Window { first: monday(), last: monday().plus(7 * weeks - 1) }
}

#[test]
fn the_axis_of_pain_is_zero_to_ten_whatever_was_said() {
    for pain in [0, 3, 10] {
        let records = [felt(monday(), Some(pain), None)];
        let (_, course) = courses(records.iter(), window(6)).remove(0);
        let values: Vec<u32> =
            scores(&course, window(6)).up.iter().map(|tick| tick.value).collect();
        assert_eq!(values, [0, 2, 4, 6, 8, 10]);
    }
}

/// Nothing smoothed away: a bad day among good ones keeps its dot.
#[test]
fn one_bad_day_among_many_good_ones_keeps_its_dot() {
    let on = |after, pain| felt(monday().plus(after), Some(pain), None);
    let mut records: Vec<_> = (0..400).map(|after| on(after, 1)).collect();
    records.push(on(200, 10));
    let whole = window(58);
    let (_, course) = courses(records.iter(), whole).remove(0);
    let plot = scores(&course, whole);
    let top = places(&plot, Mark::Dot).into_iter().filter(|(_, y)| *y < 20.0).count();
    assert_eq!(top, 1, "the dot of 10");
}

#[test]
fn after_a_week_without_answers_the_line_begins_anew() {
    let on = |after| felt(monday().plus(after), Some(2), None);
    let records = [on(0), on(7), on(15), on(16)];
    let (_, course) = courses(records.iter(), window(6)).remove(0);
    let plot = scores(&course, window(6));
    let line = plot.shapes.iter().find(|shape| shape.mark == Mark::Line).unwrap();
    assert_eq!(line.path.matches('M').count(), 2);
    assert_eq!(line.path.matches('L').count(), 2);
}

#[test]
fn columns_reach_their_numbers_and_what_reached_the_goal_has_a_tick() {
    let numbers: Vec<_> = window(3)
        .buckets(Step::Week)
        .into_iter()
        .zip([(0, false), (3, true), (1, false)])
        .map(|(bucket, (number, reached))| (bucket, number, reached))
        .collect();
    let plot = columns(&numbers, Some(3));
    assert_eq!(places(&plot, Mark::Bar).len(), 8, "two bars of four corners; nothing for 0");
    assert_eq!(places(&plot, Mark::Reached).len(), 3, "one tick");
    let highest = places(&plot, Mark::Bar).into_iter().map(|(_, y)| y).fold(f64::MAX, f64::min);
    assert!((highest - places(&plot, Mark::Goal)[0].1).abs() < 0.05, "the bar ends at the goal");
    let values: Vec<u32> = plot.up.iter().map(|tick| tick.value).collect();
    assert_eq!(values, [0, 1, 2, 3]);
    assert_eq!(plot.across.len(), 3);
}

/// Left and right have a form of their own, and pain has a line below every class.
#[test]
fn classes_stand_on_their_lines_left_and_right_apart_and_pain_below() {
    let mark = |side, grade| TestMark {
        day: monday(),
        taking: 0,
        graded: GradedItem {
            item: Item::Whole,
            side: Some(side),
            grade,
            degrees: None,
            read_by: ReadBy::Hand,
        },
    };
    let class = |rank| Grade::Class { slug: "", rank };
    let seen = [mark(Side::Left, class(2)), mark(Side::Right, class(0))];
    let plot = classes(&seen, 3, window(6));
    assert_eq!(plot.up.iter().map(|tick| tick.value).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!((places(&plot, Mark::Dot).len(), places(&plot, Mark::Square).len()), (1, 4));
    assert!(places(&plot, Mark::Dot)[0].1 < places(&plot, Mark::Square)[0].1, "better is higher");
    assert!(places(&plot, Mark::Cross).is_empty());

    let painful = [mark(Side::Left, Grade::Painful)];
    let plot = classes(&painful, 3, window(6));
    assert_eq!(plot.up[0].value, 0);
    assert!(places(&plot, Mark::Dot).is_empty());
    assert_eq!(places(&plot, Mark::Cross).len(), 4);
}

#[test]
fn a_month_of_squares_has_each_of_its_days_once() {
    let record = felt(monday(), None, None);
    let days = days_done([&record].into_iter(), catalogue(), Worker::default());
    let plot = squares(monday().first_of_month(), &days);
    let count = |mark| places(&plot, mark).len();
    assert_eq!((count(Mark::Full), count(Mark::Blank)), (4, 30));
}

#[test]
fn a_list_has_a_bar_for_each_and_room_for_its_name() {
    let plot = rows(&[9, 3, 0]);
    assert_eq!((plot.up.len(), plot.height), (3, 132));
    assert_eq!(places(&plot, Mark::Bar).len(), 12);
}

proptest! {
    #[test]
    fn everything_stands_on_its_sheet_and_a_chart_stays_a_handful_of_shapes(records in records()) {
        let days: Vec<_> = records.iter().map(|record| record.day).collect();
        let (first, last) = (*days.iter().min().unwrap(), *days.iter().max().unwrap());
        for period in Period::ALL {
            let window = period.window(first, last, last);
            for (measure, course) in courses(records.iter(), window) {
                prop_assert!(measure == Measure::PainBefore || course.is_empty());
                let plot = scores(&course, window);
                prop_assert!(plot.shapes.len() <= 4);
                for mark in [Mark::Dot, Mark::Line, Mark::Grid] {
                    for (x, y) in places(&plot, mark) {
                        prop_assert!((0.0..=f64::from(plot.width)).contains(&x), "{x}");
                        prop_assert!((0.0..=f64::from(plot.height)).contains(&y), "{y}");
                    }
                }
            }
        }
    }
}
