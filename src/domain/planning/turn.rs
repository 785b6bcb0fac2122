//! Whose turn it is inside a programme: the session that its weeks have reached, then what can
//! stand in for it.

use crate::domain::{
    dose::AgeGroup,
    programme::{ProgrammeId, SessionId},
    time::Day,
};

use super::{
    choices::Choices,
    choosing::Hips,
    load::{Placed, is_extra},
    method::{Stretched, done_by, due, method_of},
};

/// X18: after more than this many days a programme begins anew.
pub const FORGOTTEN_AFTER: i64 = 28;
/// Sections P2 and P7: the first two weeks.
const FIRST_WEEKS: i64 = 14;

/// What the turn depends on besides the days.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    pub choices: &'a Choices,
    pub hips: &'a Hips,
    pub age: AgeGroup,
    /// Sessions of later stages whose gates were passed.
    pub passed: &'a [SessionId],
}

/// The sessions of this programme for `day`, the one that is due first. Nothing here asks whether
/// they may be done.
pub fn sessions(
    standing: Standing<'_>,
    programme: &ProgrammeId,
    placed: &[Placed],
    stretched: &[Stretched],
    day: Day,
) -> Vec<SessionId> {
    let run = run(programme, placed, day);
    let days = run.first().map_or(0, |first| day.days_since(first.day));
    let last = run.last().map(|one| one.load.session.0.as_str());
    let passed = |ladder: &[&'static str], start: &'static str| {
        let there = |id: &&&str| standing.passed.iter().any(|one| one.0 == **id);
        ladder.iter().find(there).copied().unwrap_or(start)
    };
    let names: Vec<&str> = match programme.0.as_str() {
        "P1" => {
            let stage = SessionId(passed(&["P1-C", "P1-B"], "P1-A").to_owned());
            let set = method_of(&stage).map_or("P1-A", |(set, _)| set);
            let method = due(standing.choices.comparison, stretched, set, day);
            let first = done_by(&stage, method);
            let mirror = done_by(&stage, method.other());
            return [first, mirror, SessionId("P1-mini".to_owned())].into();
        }
        "P2" => {
            let begun = run.iter().filter(|one| one.load.session.0.starts_with("P2-A")).count();
            let gentle = begun < 2 || standing.age == AgeGroup::Senior;
            let start = if gentle { "P2-A-start" } else { "P2-A" };
            // While rotation is limited or not looked at, the first weeks are where it comes back.
            let open = matches!(standing.hips, Hips::Open { .. });
            let due = if open { passed(&["P2-M", "P2-C", "P2-B"], start) } else { start };
            vec![due, "P2-A", "P2-A-start", "P2-daily"]
        }
        // One exercise more after two clean sessions and a yes (R2.26). Without a bench, what was
        // done before it, and only then the one for a sensitive back.
        "P3" if run.is_empty() => vec!["P3-1", "P3-alt"],
        "P3" => match passed(&["P3-4", "P3-3", "P3-2"], "P3-1") {
            "P3-4" => vec!["P3-4", "P3-3", "P3-alt"],
            due => vec![due, "P3-alt"],
        },
        "P4" => match last {
            Some("P4-A") => vec!["P4-B", "P4-A"],
            Some("P4-B") => vec!["P4-C", "P4-A"],
            _ => vec!["P4-A"],
        },
        "P5" => {
            let due = passed(&["P5-M", "P5-L3b", "P5-L3a", "P5-L2"], "P5-L1");
            // A level that is closed today falls back by one, not to the first; and to keep what
            // was won, both sessions take turns (section P5).
            let before = if due == "P5-L1" { "P5-L1" } else { "P5-L2" };
            let first = if due == "P5-M" && last == Some("P5-M") { before } else { due };
            vec![first, before, "P5-L1"]
        }
        "P6" => vec!["P6-5min", "P6-2min"],
        "P7" if days >= FIRST_WEEKS && last == Some("P7-A") => vec!["P7-B", "P7-A"],
        "P7" => vec!["P7-A"],
        _ => Vec::new(),
    };
    names.into_iter().map(|name| SessionId(name.to_owned())).collect()
}

/// The sessions of a programme, without the extra minutes, since it was last forgotten, oldest first.
fn run<'a>(programme: &ProgrammeId, placed: &'a [Placed], day: Day) -> Vec<&'a Placed> {
    let mut run: Vec<&Placed> = Vec::new();
    let own = placed.iter().filter(|one| one.load.programme == *programme);
    for one in own.filter(|one| !is_extra(&one.load.session)) {
        if run.last().is_some_and(|last| one.day.days_since(last.day) > FORGOTTEN_AFTER) {
            run.clear();
        }
        run.push(one);
    }
    if run.last().is_some_and(|last| day.days_since(last.day) > FORGOTTEN_AFTER) {
        run.clear();
    }
    run
}
