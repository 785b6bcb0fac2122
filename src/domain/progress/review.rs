//! When somebody should look along: what a person answers (X37), and what the log itself shows
//! (R0.9 to R0.12), with the days that say so.

use super::{
    Who,
    decision::{Decision, Proposed, ReviewAnswer, ReviewWord},
    evidence::Evidence,
    limits::{Painful, painful_stops},
    occasion::{Occasion, occasions},
};
use crate::domain::{
    body::{Score, named},
    time::Day,
};

named! {
    /// What asks for a physiotherapist, the most pressing first.
    Finding {
        /// R0.10.
        Worse = "worse",
        /// Stopped for pain three times in one exercise (X40).
        Stops = "stops",
        /// Back twice again after a pause (X16).
        Setbacks = "setbacks",
        /// R0.11.
        ComesBack = "comes-back",
        /// R0.9.
        NoDifference = "no-difference",
    }
}

/// A finding with the days that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referral {
    pub finding: Finding,
    pub days: Vec<Day>,
    /// The person said it; else the log shows it.
    pub told: bool,
}

/// The review question comes after so many sessions or days (X37).
const SESSIONS: usize = 6;
const DAYS: i64 = 14;
/// The log is read this far back; our choice.
const WINDOW: i64 = 56;
/// The same finding is not shown again for so long after a decision, and after the second time
/// only with the next health questions; our choice.
const QUIET: [i64; 2] = [28, 84];
/// Below this pain what the log shows is noise: people do not tell one from two twice the same.
/// About a smaller complaint their own words decide. Our choice, after Farrar 2001.
const CLEAR: f64 = 2.0;

/// Six sessions, or fourteen days with a session in them, since the last answer. Nobody without
/// a complaint is asked how it goes.
pub fn review_is_due(evidence: &[Evidence], answers: &[ReviewAnswer], today: Day) -> bool {
    let hurt = |mark: Option<Score>| mark.is_some_and(|mark| mark.value() > 0);
    let complaint = evidence
        .iter()
        .any(|session| hurt(session.before) || hurt(session.after) || hurt(session.morning));
    let answered = answers.last();
    let since = |session: &&Evidence| answered.is_none_or(|answer| session.at > answer.at);
    let mut sessions = evidence.iter().filter(since).peekable();
    let Some(first) = sessions.peek() else { return false };
    let from = answered.map_or(first.day, |answer| answer.day);
    complaint && (today.days_since(from) >= DAYS || sessions.count() >= SESSIONS)
}

/// What the answers and the log show, the most pressing first.
pub fn findings(
    evidence: &[Evidence],
    answers: &[ReviewAnswer],
    decisions: &[Decision],
    who: &Who,
    today: Day,
) -> Vec<Referral> {
    let recent = |day: Day| today.days_since(day) < WINDOW;
    let answers: Vec<&ReviewAnswer> = answers.iter().filter(|answer| recent(answer.day)).collect();
    let pains: Vec<(Day, f64)> = evidence
        .iter()
        .filter(|session| recent(session.day))
        .filter_map(|session| Some((session.day, f64::from(session.before?.value()))))
        .collect();
    let log =
        |finding, days: Option<Vec<Day>>| days.map(|days| Referral { finding, days, told: false });
    let mut all: Vec<Referral> = told(&answers).collect();
    all.extend(log(Finding::Worse, rises(&pains, today)));
    all.extend(log(Finding::Stops, stopped_thrice(evidence)));
    all.extend(log(Finding::Setbacks, setbacks_again(evidence, decisions, who)));
    all.extend(log(Finding::ComesBack, comes_back(&pains)));
    all.extend(log(Finding::NoDifference, no_difference(&pains)));
    all.sort_by_key(|referral| referral.finding);
    all.dedup_by_key(|referral| referral.finding);
    all
}

/// The most pressing finding that was not decided about lately.
pub fn referral(findings: Vec<Referral>, decisions: &[Decision], today: Day) -> Option<Referral> {
    let decided = |finding: Finding| {
        let about =
            || decisions.iter().filter(|decision| decision.proposed == Proposed::Referral(finding));
        let [first, later] = QUIET;
        let quiet = if about().count() > 1 { later } else { first };
        about().any(|decision| today.days_since(decision.day) < quiet)
    };
    findings.into_iter().find(|referral| !decided(referral.finding))
}

/// "More" once, "the same" twice in a row, "less but it comes back" twice (X37).
fn told(answers: &[&ReviewAnswer]) -> impl Iterator<Item = Referral> + use<> {
    let of = |word: ReviewWord| -> Vec<Day> {
        answers.iter().filter(|answer| answer.word == word).map(|answer| answer.day).collect()
    };
    let latest = |days: Vec<Day>, count: usize| {
        let from = days.len().checked_sub(count)?;
        Some(days[from..].to_vec())
    };
    let more = answers
        .last()
        .filter(|answer| answer.word == ReviewWord::More)
        .map(|answer| vec![answer.day]);
    let same = match answers {
        [.., one, two] if one.word == ReviewWord::Same && two.word == ReviewWord::Same => {
            Some(vec![one.day, two.day])
        }
        _ => None,
    };
    let returns = latest(of(ReviewWord::Returns), 2);
    [(Finding::Worse, more), (Finding::NoDifference, same), (Finding::ComesBack, returns)]
        .into_iter()
        .filter_map(|(finding, days)| Some(Referral { finding, days: days?, told: true }))
}

/// Pain before the sessions, by day.
type Pains = [(Day, f64)];

fn mean(pains: &Pains) -> Option<f64> {
    let count = u32::try_from(pains.len()).ok().filter(|count| *count > 0)?;
    Some(pains.iter().map(|(_, pain)| pain).sum::<f64>() / f64::from(count))
}

/// Pain before the sessions rose for two weeks, by a point or more (5.8, X16), or the last three
/// are two points over the first three (R0.10).
fn rises(pains: &Pains, today: Day) -> Option<Vec<Day>> {
    let week = |back: i64| -> Vec<(Day, f64)> {
        let here =
            |(day, _): &&(Day, f64)| (7 * back..7 * back + 7).contains(&today.days_since(*day));
        pains.iter().filter(here).copied().collect()
    };
    let weeks = [week(2), week(1), week(0)];
    let means: Option<Vec<f64>> = weeks.iter().map(|week| mean(week)).collect();
    let rising = means.is_some_and(|means| {
        means.windows(2).all(|pair| pair[1] > pair[0])
            && means[2] - means[0] >= 1.0
            && means[2] >= CLEAR
    });
    if rising {
        return Some(weeks.concat().iter().map(|(day, _)| *day).collect());
    }
    let (first, last) = ends(pains)?;
    let higher = mean(last)? - mean(first)? >= 2.0;
    higher.then(|| last.iter().map(|(day, _)| *day).collect())
}

/// The first three and the last three, of at least six.
fn ends(pains: &Pains) -> Option<(&Pains, &Pains)> {
    if pains.len() < SESSIONS {
        return None;
    }
    Some((&pains[..3], &pains[pains.len() - 3..]))
}

/// Six sessions over two weeks, with pain at the start, and now not a point less (R0.9); after
/// six weeks two points or 30 % less is asked (5.8).
fn no_difference(pains: &Pains) -> Option<Vec<Day>> {
    let (first, last) = ends(pains)?;
    let (before, now) = (mean(first)?, mean(last)?);
    let days = last.last()?.0.days_since(first.first()?.0);
    let asked = if days >= 42 { f64::min(2.0, before * 0.3) } else { 1.0 };
    let unchanged = before >= CLEAR && before - now < asked;
    (days >= DAYS && unchanged).then(|| last.iter().map(|(day, _)| *day).collect())
}

/// Relief of two points, and then nearly as much pain as before it: twice (R0.11).
fn comes_back(pains: &Pains) -> Option<Vec<Day>> {
    let mut peak = 0.0_f64;
    let mut low: Option<f64> = None;
    let mut relapses = Vec::new();
    for (day, pain) in pains {
        match low {
            None if *pain <= peak - 2.0 && peak > CLEAR => low = Some(*pain),
            None => peak = peak.max(*pain),
            Some(least) if *pain >= least + 2.0 && *pain >= peak - 1.0 => {
                relapses.push(*day);
                (peak, low) = (*pain, None);
            }
            Some(least) => low = Some(least.min(*pain)),
        }
    }
    (relapses.len() >= 2).then_some(relapses)
}

fn stopped_thrice(evidence: &[Evidence]) -> Option<Vec<Day>> {
    let stops = evidence.iter().flat_map(|session| &session.stops);
    let days = stops.map(|stop| painful_stops(evidence, &stop.exercise));
    days.into_iter().find(|days| Painful::of(days.len()) == Painful::Refer)
}

/// Twice back in a row after a pause that was for the same.
fn setbacks_again(evidence: &[Evidence], decisions: &[Decision], who: &Who) -> Option<Vec<Day>> {
    decisions.iter().filter(|decision| decision.accepted).find_map(|decision| {
        let Proposed::Pause { exercise, mode, .. } = &decision.proposed else { return None };
        let after: Vec<_> = occasions(evidence, exercise, *mode, who)
            .into_iter()
            .filter(|(session, _)| session.at > decision.at)
            .collect();
        after.windows(2).find_map(|pair| {
            let back = pair.iter().all(|(_, outcome)| matches!(outcome, Occasion::Back(_)));
            back.then(|| pair.iter().map(|(session, _)| session.day).collect())
        })
    })
}
