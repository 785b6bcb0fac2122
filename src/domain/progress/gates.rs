//! Gates between the stages and levels of the programmes (section 5, X27).

mod needs;
mod opened;

pub(super) use needs::is_clean;
pub use opened::{Opened, is_closed_stage, may_jump};

use super::{
    Who,
    decision::{Decision, Proposed},
    evidence::Evidence,
};
use crate::domain::{
    programme::SessionId,
    selftest::{Gates, TestId},
    time::Day,
};

/// The newest results of the self-tests (section 4), as the gates ask them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TestResults {
    /// T3, T4, T5, T6, T7 and T8.
    pub shown: Gates,
    /// T2: rotation is sufficient on both sides (R1.11).
    pub rotation_sufficient: bool,
    /// T2: the better rotation is at least fair.
    pub rotation_fair: bool,
    /// T2: the focus movement is at least fair when moved passively (R1.24).
    pub focus_space: bool,
}

/// One measure of a gate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Sessions(usize),
    /// Since the first session of the stage.
    Weeks(u32),
    SidePlank,
    /// Three sets of fifteen, neatly.
    FireHydrant,
    OneLegStand,
    SingleLegSquat,
    StepDowns,
    /// Three sets of twelve.
    SplitSquat,
    Landing,
    PainAtMost(u8),
    /// The 24-hour rule, twice (X16).
    SettledTwice,
    /// None of the conditions that forbid jumps.
    MayJump,
    /// Landings neat, also when tired.
    CleanLandings,
    HeelToButtock,
    /// The kneeling lunge went well in three sessions (R0.38).
    LungeThreeTimes,
    Rotation,
    FocusSpace,
    /// Two clean sessions (R2.26).
    CleanTwice,
    /// Two sets of fifteen bridges before the bench.
    Bridge,
    /// What the session is done with; asked beside the measures of the gate.
    Things,
}

impl Need {
    /// The self-test that shows it.
    pub fn test(self) -> Option<TestId> {
        match self {
            Self::SidePlank => Some(TestId::SidePlank),
            Self::OneLegStand => Some(TestId::OneLegStand),
            Self::SingleLegSquat => Some(TestId::SingleLegSquat),
            Self::StepDowns => Some(TestId::StepDown),
            Self::Landing => Some(TestId::Landing),
            Self::HeelToButtock => Some(TestId::HeelToButtock),
            Self::Rotation | Self::FocusSpace => Some(TestId::HipCheck),
            _ => None,
        }
    }
}

/// The tests that alone keep a gate shut: they are asked for there (X24).
pub fn tests_in_the_way(needs: &[(Need, bool)]) -> Vec<TestId> {
    let unmet = || needs.iter().filter(|(_, met)| !met).map(|(need, _)| need.test());
    if unmet().any(|test| test.is_none()) { Vec::new() } else { unmet().flatten().collect() }
}

/// A step from one session to the next of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stage {
    pub programme: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub needs: &'static [Need],
    pub rules: &'static [&'static str],
}

/// Every gate. P4 has none: its three days rotate. P6 has none either, and P7 alternates by itself
/// from its third week.
pub const STAGES: [Stage; 12] = {
    use Need::{
        Bridge, CleanLandings, CleanTwice, FireHydrant, FocusSpace, HeelToButtock, Landing,
        LungeThreeTimes, MayJump, OneLegStand, PainAtMost, Rotation, Sessions, SettledTwice,
        SidePlank, SingleLegSquat, SplitSquat, StepDowns, Weeks,
    };
    const fn stage(
        programme: &'static str,
        [from, to]: [&'static str; 2],
        needs: &'static [Need],
        rules: &'static [&'static str],
    ) -> Stage {
        Stage { programme, from, to, needs, rules }
    }
    [
        stage("P1", ["P1-A", "P1-B"], &[HeelToButtock], &["R0.29"]),
        stage("P1", ["P1-B", "P1-C"], &[LungeThreeTimes], &["R0.38"]),
        stage("P2", ["P2-A", "P2-B"], &[Weeks(2), Rotation], &["R1.11", "R1.18"]),
        stage("P2", ["P2-B", "P2-C"], &[Weeks(2), FocusSpace], &["R1.24", "R1.25"]),
        stage("P2", ["P2-C", "P2-M"], &[Weeks(4)], &["R1.26"]),
        stage("P3", ["P3-1", "P3-2"], &[CleanTwice], &["R2.26"]),
        stage("P3", ["P3-2", "P3-3"], &[CleanTwice], &["R2.26"]),
        stage("P3", ["P3-3", "P3-4"], &[Weeks(4), CleanTwice, Bridge], &["R2.26", "X10"]),
        stage(
            "P5",
            ["P5-L1", "P5-L2"],
            &[
                Sessions(4),
                Weeks(2),
                SidePlank,
                FireHydrant,
                OneLegStand,
                PainAtMost(3),
                SettledTwice,
            ],
            &["X27"],
        ),
        stage(
            "P5",
            ["P5-L2", "P5-L3a"],
            &[
                Sessions(8),
                Weeks(4),
                SingleLegSquat,
                StepDowns,
                SplitSquat,
                OneLegStand,
                PainAtMost(2),
                Landing,
                MayJump,
            ],
            &["X27"],
        ),
        stage("P5", ["P5-L3a", "P5-L3b"], &[Weeks(2), CleanLandings, MayJump], &["X14"]),
        stage("P5", ["P5-L3b", "P5-M"], &[Weeks(6), CleanLandings], &["R4.26"]),
    ]
};

/// Each measure of a gate, and whether it is met.
pub fn gate(
    stage: &Stage,
    evidence: &[Evidence],
    tests: &TestResults,
    who: &Who,
    today: Day,
) -> Vec<(Need, bool)> {
    let met = |need: &Need| needs::is_met(*need, stage, evidence, tests, who, today);
    stage.needs.iter().map(|need| (*need, met(need))).collect()
}

/// The stage that leads to this session; none for the first of a programme.
pub fn stage_before(session: &SessionId) -> Option<&'static Stage> {
    STAGES.iter().find(|stage| is_of(session, stage.to))
}

/// Whether the accepted decisions lead to this stage or past it.
pub fn is_reached(stage: &Stage, decisions: &[Decision]) -> bool {
    let own = || STAGES.iter().filter(|other| other.programme == stage.programme);
    let place = |name: &str| own().position(|other| other.to == name);
    let there = reached(stage.programme, &[], decisions).and_then(place);
    there.is_some_and(|there| Some(there) >= place(stage.to))
}

/// Whether a session is of this stage: its PNF mirror and its gentle start are.
pub(super) fn is_of(session: &SessionId, stage: &str) -> bool {
    let name = session.0.as_str();
    let plain = name.strip_suffix("-pnf").or_else(|| name.strip_suffix("-start")).unwrap_or(name);
    plain == stage
}

/// The stages that somebody stands at: the last of each programme that they did a session of or
/// accepted, with the gate to the next.
pub fn next_stages(evidence: &[Evidence], decisions: &[Decision]) -> Vec<&'static Stage> {
    let mut programmes: Vec<&str> = STAGES.iter().map(|stage| stage.programme).collect();
    programmes.dedup();
    programmes
        .into_iter()
        .filter_map(|programme| {
            let here = reached(programme, evidence, decisions)?;
            STAGES.iter().find(|stage| stage.programme == programme && stage.from == here)
        })
        .collect()
}

/// The sessions that count at a gate: after more than four weeks away a level begins at its first
/// week (X18).
pub fn since_restart<'a>(evidence: &'a [Evidence], decisions: &[Decision]) -> &'a [Evidence] {
    let restart = restarted(decisions).map_or(i64::MIN, |made| made.at);
    &evidence[evidence.partition_point(|session| session.at <= restart)..]
}

fn restarted(decisions: &[Decision]) -> Option<&Decision> {
    let is = |made: &&Decision| made.accepted && matches!(made.proposed, Proposed::Restart { .. });
    decisions.iter().rev().find(is)
}

/// The programme whose safe order is walked again from its first session after a restart (R2.26).
const IN_ORDER: &str = "P3";

/// The stage of a programme that was accepted last, or done last while none was. An easier session
/// afterwards, for want of a step or of time, takes nothing back.
pub fn reached(
    programme: &str,
    evidence: &[Evidence],
    decisions: &[Decision],
) -> Option<&'static str> {
    let names = || {
        let of = STAGES.iter().filter(|stage| stage.programme == programme);
        of.flat_map(|stage| [stage.from, stage.to])
    };
    let anew = if programme == IN_ORDER { restarted(decisions) } else { None };
    let anew = anew.map_or(i64::MIN, |made| made.at);
    let accepted = decisions.iter().rev().filter(|made| made.accepted && made.at > anew);
    let decided = accepted.filter_map(|decision| match &decision.proposed {
        Proposed::Stage { to, .. } => names().find(|name| is_of(to, name)),
        _ => None,
    });
    let done = evidence.iter().rev().filter(|session| session.at > anew);
    let done = done.filter_map(|session| names().find(|name| is_of(&session.session, name)));
    decided.chain(done).next()
}
