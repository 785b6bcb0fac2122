//! What comes after a programme whose last stage is done (section 5): proposed, never taken.

use super::{Known, Proposal, Proposed, Reason, one};
use crate::domain::{
    body::Score,
    planning::load::is_extra,
    progress::{
        Evidence,
        gaps::{Gap, gap},
        gates::{is_clean, is_of, reached},
    },
    record::Felt,
    time::Day,
};

/// Who wants to go on as they are is not asked again for so long; our choice.
const QUIET: i64 = 56;

/// The first programme of the plan that has nothing more to grow into, with what could come next.
pub(super) fn onward(known: &Known) -> Option<Proposal> {
    known.onward.iter().find_map(|(from, to)| {
        let about = |proposed: &Proposed| matches!(proposed, Proposed::Onward { from: of, .. } if of == from);
        let asked = known.answer(about).map(|made| known.today.days_since(made.day));
        if asked.is_some_and(|days| days < QUIET) || known.lacks_things_for(first_of(&to.0)) {
            return None;
        }
        let left = |proposed: &Proposed| matches!(proposed, Proposed::Onward { from: of, .. } if of == to);
        if known.decisions.iter().any(|made| made.accepted && left(&made.proposed)) {
            // Nobody is sent back to what they went on from.
            return None;
        }
        let days = is_done(known, &from.0)?;
        let change = Proposed::Onward { from: from.clone(), to: to.clone() };
        Some(one(change, Reason::ProgrammeDone, rules(&from.0), days))
    })
}

/// The session that a programme begins with, for the things that it needs.
fn first_of(programme: &str) -> &'static str {
    match programme {
        "P2" => "P2-A",
        "P3" => "P3-1",
        "P5" => "P5-L1",
        _ => "P6-2min",
    }
}

fn rules(programme: &str) -> &'static [&'static str] {
    match programme {
        "P1" => &["R0.42", "R0.8", "C9"],
        "P2" => &["R1.27", "R1.6"],
        "P3" => &["R2.27", "R1.27"],
        _ => &["R1.26", "R1.6"],
    }
}

/// The days that say so; none while a programme still has something to give.
fn is_done(known: &Known, programme: &str) -> Option<Vec<Day>> {
    let came = known.decisions.iter().rev().find(|made| {
        let here = matches!(&made.proposed, Proposed::Onward { to, .. } if to.0 == programme);
        made.accepted && here
    });
    let since = came.map_or(i64::MIN, |made| made.at);
    let lately = known.evidence.partition_point(|session| session.at <= since);
    let run = run(&known.evidence[lately..], programme);
    let stage = reached(programme, known.evidence, known.decisions);
    let (own, weeks, fewest): (Vec<&Evidence>, i64, usize) = match programme {
        "P1" if stage == Some("P1-C") => (only(&run, &["P1-C"]), 2, 3),
        "P2" if stage == Some("P2-M") => (only(&run, &["P2-M"]), 2, 2),
        "P3" => (only(&run, &["P3-3", "P3-4"]), 8, 2),
        "P7" => (run, 8, 12),
        _ => return None,
    };
    let first = own.first()?;
    if own.len() < fewest || known.today.days_since(first.day) < weeks * 7 {
        return None;
    }
    // The morning after the latest is told before the next one.
    let told = match own.split_last() {
        Some((last, before)) if programme == "P3" && last.morning.is_none() => before,
        _ => &own[..],
    };
    let recent: Vec<&Evidence> = told.iter().rev().take(3).copied().collect();
    let well = |session: &Evidence| match programme {
        "P1" => is_comfortable(session),
        "P3" => is_clean(session),
        "P7" => is_calm(session),
        _ => session.completed,
    };
    let enough = recent.len() >= fewest.min(3) && recent.iter().all(|session| well(session));
    enough.then(|| recent.iter().rev().map(|session| session.day).collect())
}

/// The sessions of a programme since it was last left for four weeks (X18).
fn run<'a>(evidence: &'a [Evidence], programme: &str) -> Vec<&'a Evidence> {
    let mut run: Vec<&Evidence> = Vec::new();
    let own = evidence.iter().filter(|session| {
        let of = session.session.0.split_once('-').is_some_and(|(of, _)| of == programme);
        of && !is_extra(&session.session)
    });
    for session in own {
        let away = run.last().map_or(0, |last| session.day.days_since(last.day));
        if gap(away) == Gap::Restart {
            run.clear();
        }
        run.push(session);
    }
    run
}

fn only<'a>(run: &[&'a Evidence], stages: &[&str]) -> Vec<&'a Evidence> {
    let of = |session: &&&Evidence| stages.iter().any(|stage| is_of(&session.session, stage));
    run.iter().filter(of).copied().collect()
}

fn at_most(score: Option<Score>, most: u8) -> bool {
    score.is_some_and(|score| score.value() <= most)
}

/// Section P1: the third stage is comfortable.
fn is_comfortable(session: &Evidence) -> bool {
    let mut told = session.felt_in.iter().map(|(_, felt)| *felt).chain(session.felt);
    let wrong = told.any(Felt::is_wrong);
    session.completed && at_most(session.after, 2) && !wrong
}

/// Sessions of the gentle programme that cost little and settled.
fn is_calm(session: &Evidence) -> bool {
    session.completed
        && at_most(session.after, 3)
        && at_most(session.effort, 7)
        && session.settled_overnight() != Some(false)
}
