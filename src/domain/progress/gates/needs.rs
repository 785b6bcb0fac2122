//! When each measure of a gate is met.

use super::{Need, STAGES, Stage, TestResults, is_of, may_jump};
use crate::domain::{
    body::{BodyPart, Score},
    dose::Mode,
    exercise::ExerciseId,
    progress::{Evidence, Who},
    record::{Felt, Form},
    time::Day,
};

/// Seconds of side plank on each side (X27).
const SIDE_PLANK: u32 = 30;

pub(super) fn is_met(
    need: Need,
    stage: &Stage,
    evidence: &[Evidence],
    tests: &TestResults,
    who: &Who,
    today: Day,
) -> bool {
    let here: Vec<&Evidence> =
        evidence.iter().filter(|session| is_of(&session.session, stage.from)).collect();
    let last = |count: usize| here.iter().rev().take(count).copied();
    let all_of_last = |count: usize, holds: &dyn Fn(&Evidence) -> bool| {
        here.len() >= count && last(count).all(holds)
    };
    // The morning after the latest session is told before the next one; until then those before it
    // speak, so that nobody waits at a gate that is met.
    let told = match here.split_last() {
        Some((last, before)) if last.morning.is_none() => before,
        _ => &here[..],
    };
    let of_the_told = |holds: &dyn Fn(&Evidence) -> bool| {
        told.len() >= 2 && told.iter().rev().take(2).all(|session| holds(session))
    };
    match need {
        Need::Sessions(count) => here.iter().filter(|session| session.completed).count() >= count,
        Need::Weeks(weeks) => weeks_since_first(stage, evidence, today) >= i64::from(weeks),
        Need::SidePlank => tests.shown.holds_plank_for(SIDE_PLANK),
        Need::StepDowns => tests.shown.passes_step_down(),
        Need::OneLegStand => tests.shown.passes_stand(),
        Need::SingleLegSquat => tests.shown.passes_squat(),
        Need::HeelToButtock => tests.shown.heel_to_buttock,
        Need::Landing => tests.shown.passes_landing(),
        Need::FireHydrant => did(&here, "fire-hydrant", 45, true),
        Need::SplitSquat => did(&here, "split-squat", 36, false),
        Need::Bridge => did(&here, "glute-bridge", 30, false),
        Need::PainAtMost(most) => all_of_last(2, &|session| at_most(session.after, most)),
        Need::SettledTwice => of_the_told(&|session| session.settled_overnight() == Some(true)),
        Need::MayJump => may_jump(&who.conditions),
        Need::CleanLandings => all_of_last(2, &|session| session.form == Some(Form::Good)),
        Need::LungeThreeTimes => lunge_went_well(evidence) >= 3,
        Need::Rotation => {
            let two_weeks = weeks_since_first(stage, evidence, today) >= 2;
            tests.rotation_sufficient || (two_weeks && tests.rotation_fair)
        }
        Need::FocusSpace => tests.focus_space,
        Need::CleanTwice => of_the_told(&is_clean),
        // No stage asks for things itself: what is at hand is no progress.
        Need::Things => true,
    }
}

/// Whole weeks since the first session of the stage. The first sessions of level 3 count for all
/// of it, and the fifth week of P3 counts from its first session.
fn weeks_since_first(stage: &Stage, evidence: &[Evidence], today: Day) -> i64 {
    let whole = ["P3-3", "P5-L3b"].contains(&stage.from);
    let counts = |session: &&Evidence| {
        let level = |name: &str| is_of(&session.session, name);
        match stage.from {
            "P5-L3b" => level("P5-L3a") || level("P5-L3b"),
            _ if whole => STAGES
                .iter()
                .filter(|other| other.programme == stage.programme)
                .any(|other| level(other.from)),
            from => level(from),
        }
    };
    let first = evidence.iter().find(counts);
    first.map_or(0, |first| today.days_since(first.day) / 7)
}

fn at_most(pain: Option<Score>, most: u8) -> bool {
    pain.is_some_and(|pain| pain.value() <= most)
}

/// In one session at least so many repetitions, on each side where there are two.
fn did(sessions: &[&Evidence], slug: &str, count: u32, neatly: bool) -> bool {
    let Some(exercise) = ExerciseId::new(slug) else { return false };
    sessions.iter().any(|session| {
        let rows: Vec<_> = session.rows(&exercise, Mode::Reps).collect();
        let form = !neatly || session.form == Some(Form::Good);
        form && !rows.is_empty() && rows.iter().all(|row| row.done && row.count >= count)
    })
}

/// Sessions with the kneeling lunge in which discomfort stayed at 2 or less, and not in the back.
fn lunge_went_well(evidence: &[Evidence]) -> usize {
    let Some(lunge) = ExerciseId::new("iliopsoas-lunge-kneeling") else { return 0 };
    let well = |session: &&Evidence| {
        let rows = session.exercises.iter().filter(|row| row.exercise == lunge);
        let done = rows.clone().next().is_some() && rows.into_iter().all(|row| row.done);
        let back = session.felt_at(&lunge) == Some(Felt::LowBack);
        done && !back && at_most(session.after, 2)
    };
    evidence.iter().filter(well).count()
}

/// P3: everything done, pain at most 3 (in the low back 2), felt in the right place, and settled
/// the next morning.
pub(in crate::domain::progress) fn is_clean(session: &Evidence) -> bool {
    let most = if session.place == Some(BodyPart::LowBack) { 2 } else { 3 };
    session.completed
        && session.exercises.iter().all(|row| row.done)
        && at_most(session.after, most)
        && session.felt_right()
        && session.settled_overnight() == Some(true)
}
