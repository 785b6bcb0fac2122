//! Pain and stiffness over time (section 7, R0.41): every answer, and the median of seven days.

use std::collections::BTreeMap;

use super::{Bucket, Mean, Step, Window};
use crate::domain::{
    body::{Score, named},
    record::SessionRecord,
    time::Day,
};

named! {
    /// The moments of R0.41, and what is asked at each.
    Measure {
        PainBefore = "pain-before",
        PainAfter = "pain-after",
        /// Pain or stiffness, the morning after the session of a day (X16).
        Morning = "morning",
        StiffnessBefore = "stiffness-before",
    }
}

impl Measure {
    /// An answer that was not given is no answer, and never 0.
    pub fn of(self, record: &SessionRecord) -> Option<Score> {
        match self {
            Self::PainBefore => record.before.pain,
            Self::PainAfter => record.after.pain,
            Self::Morning => record.after.morning,
            Self::StiffnessBefore => record.before.stiffness,
        }
    }
}

/// A median of whole numbers, which may lie halfway between two of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Half {
    pub twice: u32,
}

/// How often each of 0 to 10 was said.
type Counts = [u32; 11];

/// The answers of one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayScores {
    pub day: Day,
    counts: Counts,
    /// Of all answers in the seven days that end on this day (section 7).
    pub median: Half,
}

impl DayScores {
    /// Each answer, the lowest first.
    pub fn scores(&self) -> impl Iterator<Item = u32> + '_ {
        each(&self.counts)
    }

    /// Each answer once.
    pub fn different(&self) -> impl Iterator<Item = u32> + '_ {
        (0..).zip(self.counts).filter(|(_, times)| *times > 0).map(|(score, _)| score)
    }
}

/// What a week, a month or a year of answers came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CourseTotal {
    pub bucket: Bucket,
    pub entries: u32,
    pub lowest: u32,
    pub median: Half,
    pub highest: u32,
}

/// The answers to one question, by day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course {
    /// The oldest first; only days with an answer.
    pub days: Vec<DayScores>,
}

/// All four in one pass, each with the medians of all that went before and then cut to the window.
pub fn courses<'a>(
    records: impl Iterator<Item = &'a SessionRecord>,
    window: Window,
) -> Vec<(Measure, Course)> {
    let mut found: Vec<BTreeMap<Day, Counts>> = vec![BTreeMap::new(); Measure::ALL.len()];
    for record in records {
        for (measure, days) in Measure::ALL.iter().zip(&mut found) {
            if let Some(score) = measure.of(record) {
                let counts = days.entry(record.day).or_default();
                counts[usize::from(score.value())] += 1;
            }
        }
    }
    let course = |days| Course::of(days).within(window);
    Measure::ALL.iter().copied().zip(found.into_iter().map(course)).collect()
}

impl Course {
    fn of(days: BTreeMap<Day, Counts>) -> Self {
        let all: Vec<(Day, Counts)> = days.into_iter().collect();
        let mut lately = Counts::default();
        let mut oldest = 0;
        let days = all.iter().map(|(day, counts)| {
            add(&mut lately, counts);
            while day.days_since(all[oldest].0) >= 7 {
                for (sum, gone) in lately.iter_mut().zip(&all[oldest].1) {
                    *sum -= gone;
                }
                oldest += 1;
            }
            DayScores { day: *day, counts: *counts, median: median(&lately) }
        });
        Self { days: days.collect() }
    }

    fn within(mut self, window: Window) -> Self {
        self.days.retain(|one| window.holds(one.day));
        self
    }

    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// The whole of it in one line; none without answers.
    pub fn whole(&self, window: Window) -> Option<CourseTotal> {
        total(Bucket { first: window.first, last: window.last }, &self.days)
    }

    /// By week, month or year; only those with answers.
    pub fn totals(&self, step: Step) -> Vec<CourseTotal> {
        self.days
            .chunk_by(|one, other| step.of(one.day) == step.of(other.day))
            .filter_map(|days| {
                let (first, last) = (days.first()?.day, days.last()?.day);
                total(Bucket { first, last }, days)
            })
            .collect()
    }

    /// The mean before this day, and that from it on.
    pub fn halves(&self, middle: Day) -> (Mean, Mean) {
        let half = |second: bool| {
            let days = self.days.iter().filter(|one| (one.day >= middle) == second);
            days.flat_map(DayScores::scores).collect()
        };
        (half(false), half(true))
    }
}

fn total(bucket: Bucket, days: &[DayScores]) -> Option<CourseTotal> {
    let mut counts = Counts::default();
    for day in days {
        add(&mut counts, &day.counts);
    }
    let score = |place: Option<usize>| u32::try_from(place?).ok();
    Some(CourseTotal {
        bucket,
        entries: counts.iter().sum(),
        lowest: score(counts.iter().position(|times| *times > 0))?,
        median: median(&counts),
        highest: score(counts.iter().rposition(|times| *times > 0))?,
    })
}

fn add(sum: &mut Counts, more: &Counts) {
    for (sum, more) in sum.iter_mut().zip(more) {
        *sum += more;
    }
}

fn each(counts: &Counts) -> impl Iterator<Item = u32> + '_ {
    let times = |times: u32| usize::try_from(times).unwrap_or_default();
    (0..).zip(counts).flat_map(move |(score, many)| std::iter::repeat_n(score, times(*many)))
}

/// The middle answer, or what lies halfway between the two in the middle.
fn median(counts: &Counts) -> Half {
    let entries: u32 = counts.iter().sum();
    let at = |place: u32| {
        let mut seen = 0;
        let found = (0..).zip(counts).find(|(_, times)| {
            seen += **times;
            seen > place
        });
        found.map_or(0, |(score, _)| score)
    };
    Half { twice: at(entries.saturating_sub(1) / 2) + at(entries / 2) }
}
