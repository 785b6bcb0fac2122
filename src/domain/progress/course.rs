//! How the pain before sessions went, in the words that section 7 allows: "noticeable" from two
//! points or 30 %, with at least five marks on both sides.

use super::evidence::Evidence;
use crate::domain::time::Day;

/// Marks at each end (section 7).
const EACH: usize = 5;
/// [Farrar2001]
const POINTS: f64 = 2.0;
const SHARE: f64 = 0.3;
/// Where there is hardly any pain a share of it says nothing. Our choice, as for the findings.
const CLEAR: f64 = 2.0;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Less,
    /// Too small a difference to call it one.
    NotNoticeable,
    More,
}

/// The first five marks of pain before a session beside the last five.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Course {
    pub before: f64,
    pub now: f64,
    pub from: Day,
    pub to: Day,
    pub turn: Turn,
}

/// What can be said of the pain so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PainSoFar {
    /// Too few sessions with an answer; so many more are needed.
    TooFew {
        told: usize,
        missing: usize,
    },
    /// Never any pain: there is nothing to get less.
    None,
    Told(Course),
}

pub fn pain_so_far(evidence: &[Evidence]) -> PainSoFar {
    let marks: Vec<(Day, f64)> = evidence
        .iter()
        .filter_map(|session| Some((session.day, f64::from(session.before?.value()))))
        .collect();
    if marks.len() < 2 * EACH {
        return PainSoFar::TooFew { told: marks.len(), missing: 2 * EACH - marks.len() };
    }
    if marks.iter().all(|(_, pain)| *pain < 1.0) {
        return PainSoFar::None;
    }
    let (first, last) = (&marks[..EACH], &marks[marks.len() - EACH..]);
    let mean = |marks: &[(Day, f64)]| {
        let count = u32::try_from(marks.len()).unwrap_or(u32::MAX);
        marks.iter().map(|(_, pain)| pain).sum::<f64>() / f64::from(count)
    };
    let (before, now) = (mean(first), mean(last));
    let by = (now - before).abs();
    let share = before.max(now) >= CLEAR && before > 0.0 && by / before >= SHARE;
    let turn = match (by >= POINTS || share, now < before) {
        (false, _) => Turn::NotNoticeable,
        (true, true) => Turn::Less,
        (true, false) => Turn::More,
    };
    let (from, to) = (marks[0].0, marks[marks.len() - 1].0);
    PainSoFar::Told(Course { before, now, from, to, turn })
}
