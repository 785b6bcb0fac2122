//! The five kinds of chart: columns over time, scores from 0 to 10, classes, rows, and a month.

use std::collections::{BTreeMap, BTreeSet};

use super::{Anchor, DayTick, Mark, Plot, Shape, Tick, path::Path};
use crate::domain::{
    body::Side,
    insight::{Bucket, Course, DayDone, DayKind, Half, TestMark, Window},
    selftest::Grade,
    time::Day,
};

/// All charts over time are this large; what is above and below the lines is for marks and words.
const WIDTH: i64 = 3_200;
const HEIGHT: i64 = 2_000;
const TOP: i64 = 160;
const BOTTOM: i64 = 1_700;
const LEFT: i64 = 300;
const RIGHT: i64 = 3_160;
/// So many days stand under a chart at most; more would run into each other in large letters.
const TICKS: usize = 3;

/// Numbers over time as bars that stand on nothing; `goal` draws a line, and what `reached` it a
/// tick above its bar.
pub fn columns(numbers: &[(Bucket, u32, bool)], goal: Option<u32>) -> Plot {
    let most = numbers.iter().map(|(_, number, _)| *number).max().unwrap_or_default();
    let most = most.max(goal.unwrap_or_default());
    let step = tick_step(most);
    let top = most.div_ceil(step).max(1) * step;
    let up = |number: u32| BOTTOM - (BOTTOM - TOP) * i64::from(number) / i64::from(top);
    let count = i64::try_from(numbers.len()).unwrap_or(1).max(1);
    let across = |place: i64, part: i64| LEFT + (RIGHT - LEFT) * (place * 10 + part) / (count * 10);

    let (mut bars, mut ticks) = (Path::default(), Path::default());
    for (place, (_, number, reached)) in (0..).zip(numbers) {
        if *number > 0 {
            bars.block((across(place, 2), up(*number)), (across(place, 8), BOTTOM));
        }
        if *reached {
            // A tick as wide as its bar, and no wider than a letter.
            let half = ((across(place, 8) - across(place, 2)) / 2).clamp(8, 45);
            let (x, y) = (across(place, 5), up(*number) - 40);
            ticks.go('M', (x - half, y - half)).go('L', (x, y)).go('L', (x + half, y - 2 * half));
        }
    }
    let mut plot = upright((0..=top / step).map(|place| place * step), up, LEFT);
    plot.push(Mark::Bar, bars);
    if let Some(goal) = goal {
        let mut line = Path::default();
        line.line((LEFT, up(goal)), (RIGHT, up(goal)));
        plot.push(Mark::Goal, line);
    }
    plot.push(Mark::Reached, ticks);
    let days: Vec<(i64, Day)> =
        (0..).zip(numbers).map(|(place, (bucket, ..))| (across(place, 5), bucket.first)).collect();
    plot.across = day_ticks(&days);
    plot
}

/// Every answer as a dot, and the median of seven days as a line; the axis is 0 to 10, always.
pub fn scores(course: &Course, window: Window) -> Plot {
    let up = |twice: u32| BOTTOM - (BOTTOM - TOP) * i64::from(twice) / 20;
    let across = scale(window, LEFT + 40, RIGHT - 40);
    let mut seen = BTreeSet::new();
    let (mut dots, mut line) = (Path::default(), Path::default());
    for one in &course.days {
        let x = across(one.day);
        for score in one.different().filter(|score| seen.insert((x / 10, *score))) {
            dots.disc((x, up(score * 2)), 34);
        }
    }
    let points = course.days.iter().map(|one| (one.day, one.median));
    for run in runs(points) {
        let mut drawn = None;
        for (day, median) in &run {
            let at = (across(*day), up(median.twice));
            // A line has one point on each spot that can be seen apart, the first of its days.
            if drawn != Some(at.0 / 10) {
                line.go(if drawn.is_none() { 'M' } else { 'L' }, at);
                drawn = Some(at.0 / 10);
            }
        }
    }
    let mut plot = upright((0..=5).map(|place| place * 2), |score| up(score * 2), LEFT);
    plot.push(Mark::Dot, dots);
    plot.push(Mark::Line, line);
    plot.across = ends(window, &across);
    plot
}

/// After a week without an answer the line begins anew: nobody knows what lay between.
fn runs(points: impl Iterator<Item = (Day, Half)>) -> Vec<Vec<(Day, Half)>> {
    let mut runs: Vec<Vec<(Day, Half)>> = Vec::new();
    for (day, median) in points {
        match runs.last_mut() {
            Some(run) if run.last().is_some_and(|(last, _)| day.days_since(*last) <= 7) => {
                run.push((day, median));
            }
            _ => runs.push(vec![(day, median)]),
        }
    }
    runs
}

/// Classes over time: left as discs, right as open squares a little beside them, pain as crosses on
/// the line below all classes. The value of a tick is the place of a class, from 1; 0 is pain.
pub fn classes(marks: &[TestMark], levels: usize, window: Window) -> Plot {
    let count = i64::try_from(levels).unwrap_or(1).max(1);
    let up = |place: i64| BOTTOM - (BOTTOM - TOP) * place / count;
    let across = scale(window, 100, RIGHT - 100);
    let (mut discs, mut squares, mut crosses) = (Path::default(), Path::default(), Path::default());
    for TestMark { day, graded, .. } in marks {
        let aside = match graded.side {
            Some(Side::Left) => -50,
            Some(Side::Right) => 50,
            None => 0,
        };
        let x = across(*day) + aside;
        match graded.grade {
            Grade::Painful => crosses.cross((x, up(0)), 40),
            Grade::Class { rank, .. } => {
                let y = up(i64::try_from(rank).unwrap_or_default() + 1);
                match graded.side {
                    Some(Side::Right) => squares.block((x - 40, y - 40), (x + 40, y + 40)),
                    Some(Side::Left) | None => discs.disc((x, y), 44),
                }
            }
        };
    }
    let best = u32::try_from(levels).unwrap_or_default();
    let least = u32::from(crosses.is_empty());
    // The names of classes are long: each stands on its own line.
    let mut plot = upright(least..=best, |place| up(place.into()), 0);
    plot.push(Mark::Dot, discs);
    plot.push(Mark::Square, squares);
    plot.push(Mark::Cross, crosses);
    plot.across = ends(window, &across);
    plot
}

/// One lying bar per number, each under the room for its name; the value of a tick is its place.
pub fn rows(numbers: &[u32]) -> Plot {
    const ROW: i64 = 440;
    let most = i64::from(numbers.iter().copied().max().unwrap_or_default().max(1));
    let mut bars = Path::default();
    let mut up = Vec::new();
    for (place, number) in (0..).zip(numbers) {
        let y = ROW * i64::from(place);
        let end = (WIDTH - 20) * i64::from(*number) / most;
        bars.block((0, y + 250), (end.max(10), y + 370));
        up.push(Tick { x: 0, y: y + 200, value: place, anchor: Anchor::Start });
    }
    let height = u32::try_from(numbers.len()).unwrap_or_default() * 44;
    let mut plot = Plot { width: 320, height, up, ..Plot::default() };
    plot.push(Mark::Bar, bars);
    plot
}

/// A month of small squares, a row per week: filled for a full session, open for a short one, a
/// point for a day without.
pub fn squares(first: Day, days: &BTreeMap<Day, DayDone>) -> Plot {
    let next = first.first_of_next_month();
    let (mut full, mut short, mut blank) = (Path::default(), Path::default(), Path::default());
    let mut day = first;
    while day < next {
        let column = i64::from(day.weekday().num_days_from_monday());
        let row = day.monday().days_since(first.monday()) / 7;
        let (x, y) = (column * 140 + 70, row * 140 + 70);
        match days.get(&day).map(|done| done.kind) {
            Some(DayKind::Full) => full.block((x - 55, y - 55), (x + 55, y + 55)),
            Some(DayKind::Short) => short.block((x - 40, y - 40), (x + 40, y + 40)),
            None => blank.disc((x, y), 12),
        };
        day = day.plus(1);
    }
    let mut plot = Plot { width: 98, height: 84, ..Plot::default() };
    plot.push(Mark::Full, full);
    plot.push(Mark::Short, short);
    plot.push(Mark::Blank, blank);
    plot
}

impl Plot {
    fn push(&mut self, mark: Mark, path: Path) {
        if !path.is_empty() {
            self.shapes.push(Shape { mark, path: path.text() });
        }
    }
}

/// Lines across, each with its number beside it or, where it begins at the edge, on it; and the line
/// that everything stands on.
fn upright(values: impl Iterator<Item = u32>, up: impl Fn(u32) -> i64, left: i64) -> Plot {
    let (mut grid, mut axis) = (Path::default(), Path::default());
    let mut ticks = Vec::new();
    for value in values {
        let y = up(value);
        grid.line((left, y), (RIGHT, y));
        ticks.push(match left {
            0 => Tick { x: 0, y: y - 70, value, anchor: Anchor::Start },
            _ => Tick { x: left - 60, y: y + 40, value, anchor: Anchor::End },
        });
    }
    axis.line((left, BOTTOM), (RIGHT, BOTTOM));
    let mut plot = Plot { width: 320, height: 200, up: ticks, ..Plot::default() };
    debug_assert_eq!(i64::from(plot.height) * 10, HEIGHT);
    plot.push(Mark::Grid, grid);
    plot.push(Mark::Axis, axis);
    plot
}

/// From a day to its place; a window of one day stands in the middle.
fn scale(window: Window, left: i64, right: i64) -> impl Fn(Day) -> i64 {
    move |day| {
        let days = (window.days() - 1).max(1);
        left + (right - left) * day.days_since(window.first).clamp(0, days) / days
    }
}

/// The first and the last day, and one between.
fn ends(window: Window, across: &impl Fn(Day) -> i64) -> Vec<DayTick> {
    let days = [window.first, window.middle(), window.last];
    day_ticks(&days.map(|day| (across(day), day)))
}

fn day_ticks(days: &[(i64, Day)]) -> Vec<DayTick> {
    let y = BOTTOM + 200;
    let tick = |place: usize, anchor| {
        days.get(place).map(|(x, day)| DayTick { x: *x, y, day: *day, anchor })
    };
    match days.len() {
        0 => Vec::new(),
        1 => tick(0, Anchor::Middle).into_iter().collect(),
        few if few < TICKS => {
            [tick(0, Anchor::Middle), tick(few - 1, Anchor::Middle)].into_iter().flatten().collect()
        }
        count => {
            let anchors =
                [(0, Anchor::Start), (count / 2, Anchor::Middle), (count - 1, Anchor::End)];
            anchors.into_iter().filter_map(|(place, anchor)| tick(place, anchor)).collect()
        }
    }
}

/// Round numbers, at most five of them.
fn tick_step(most: u32) -> u32 {
    let mut steps = (0..7).flat_map(|power| [1, 2, 5].map(|step| step * 10_u32.pow(power)));
    steps.find(|step| most.div_ceil(*step) <= 4).unwrap_or(10_000_000)
}
