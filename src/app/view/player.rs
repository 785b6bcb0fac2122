//! What the player shows, as values.

use crate::{
    app::{
        light::Scene,
        live::Live,
        view::exercise::{Source, shown_sources},
    },
    domain::{
        body::Side,
        catalogue::Catalogue,
        dose::{Mode, Protocol, Sides},
        exercise::Exercise,
        session::State,
        time::{Millis, Moment, Seconds},
        timeline::{Phase, PhaseKind},
    },
};

/// After this long a paused player asks whether to go on or stop (section 6).
const LONG_PAUSE: Millis = Millis(120_000);

/// How a phase looks: its colour, shape and word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Getting ready, changing exercise or sides.
    Prepare,
    Hold,
    Press,
    Relax,
    /// A repetition in tempo, a circle, a march.
    Move,
    Rest,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    Running,
    /// A set at one's own pace, until somebody says "klaar".
    Waiting,
    Paused,
    /// Paused for so long that it is fair to ask.
    PausedLong,
    /// Away for this long, while work ran or not.
    Away {
        gap: Seconds,
        working: bool,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlayerView<'a> {
    pub exercise: &'a Exercise,
    pub side: Option<Side>,
    pub kind: PhaseKind,
    pub mode: Mode,
    pub look: Look,
    pub course: Course,
    /// The seconds on the ring: 1 until the phase is really over.
    pub left: Seconds,
    /// What is over of this phase, in thousandths.
    pub over: u32,
    /// How long the phase lasts.
    pub lasts: Seconds,
    pub set: u32,
    pub sets: u32,
    /// 0 outside of a repetition.
    pub rep: u32,
    pub reps: u32,
    /// How the sides share the repetitions.
    pub sides: Sides,
    /// Which exercise of how many.
    pub block: usize,
    pub blocks: usize,
    pub total_left: Seconds,
    pub next: Next<'a>,
    /// The end pose while working, the start pose while getting there.
    pub at_end_pose: bool,
    /// Which of the exercise's short cues stands on the screen.
    pub cue: usize,
    /// In tempo "next" says that the set is done.
    pub next_is_done: bool,
    pub can_add_time: bool,
    /// What is prescribed and who says so, to be read before it begins.
    pub dose: Option<(Protocol, bool, Option<u32>, Vec<Source>)>,
}

/// What follows.
#[derive(Clone, Debug, PartialEq)]
pub enum Next<'a> {
    SameExercise { kind: PhaseKind, side: Option<Side> },
    Exercise(&'a Exercise),
    End,
}

/// True during strength work, where some pain is allowed that no stretch, rotation or jump may
/// have (X15).
pub fn at_strength(live: &Live) -> bool {
    let block = live.session.phase().map(|phase| phase.block);
    let now = block.and_then(|block| live.session.plan().prescription(block));
    now.is_some_and(|now| matches!(now.protocol.mode(), Mode::Reps | Mode::Hold))
}

/// None when the session has ended or names an exercise that the catalogue does not have.
pub fn player<'a>(live: &Live, catalogue: &'a Catalogue, now: Moment) -> Option<PlayerView<'a>> {
    let session = &live.session;
    let plan = session.plan();
    let at = session.position()?;
    let phase = *session.phase()?;
    let prescription = plan.prescription(phase.block)?;
    let exercise = catalogue.exercise(&prescription.exercise)?;
    let course = match session.state() {
        State::Running { .. } => Course::Running,
        State::Waiting { .. } => Course::Waiting,
        State::Paused { since, .. }
            if Millis(now.mono.saturating_sub(since.mono)) >= LONG_PAUSE =>
        {
            Course::PausedLong
        }
        State::Paused { .. } => Course::Paused,
        State::Away { gap, .. } => {
            Course::Away { gap: gap.seconds_down(), working: phase.kind.is_work() }
        }
        State::Ended { .. } => return None,
    };
    let count = prescription.protocol.count();
    let cues = exercise.cues.len().max(1);
    let lasts = phase.lasts.millis();
    Some(PlayerView {
        side: phase.side,
        kind: phase.kind,
        mode: prescription.protocol.mode(),
        look: look(phase.kind),
        course,
        left: session.phase_left().seconds_up(),
        over: u32::try_from(at.into.0 * 1000 / lasts.0.max(1)).unwrap_or(1000).min(1000),
        lasts: phase.lasts,
        set: phase.set,
        sets: count.sets,
        rep: phase.rep,
        reps: count.reps,
        sides: prescription.sides,
        block: phase.block,
        blocks: plan.order().prescriptions.len(),
        total_left: session.total_left().seconds_up(),
        next: next(&phase, at.phase, live, catalogue),
        at_end_pose: shows_end_pose(phase.kind),
        cue: (phase.station as usize) % cues,
        next_is_done: prescription.protocol.is_paced() && phase.kind.is_work(),
        can_add_time: !phase.kind.is_paced(),
        dose: matches!(phase.kind, PhaseKind::Transition | PhaseKind::Ready).then(|| {
            let dose = exercise.dose(prescription.protocol.mode());
            let sources =
                dose.map(|dose| shown_sources(dose, &prescription.protocol)).unwrap_or_default();
            let sided = prescription.sides.is_per_side();
            (prescription.protocol, sided, prescription.effort_most, sources)
        }),
        exercise,
    })
}

fn next<'a>(phase: &Phase, index: usize, live: &Live, catalogue: &'a Catalogue) -> Next<'a> {
    let phases = live.session.plan().phases();
    let later = phases[index + 1..].iter().find(|later| later.station != phase.station);
    match later {
        None => Next::End,
        Some(later) if later.block == phase.block => {
            Next::SameExercise { kind: later.kind, side: later.side }
        }
        Some(later) => {
            let prescription = live.session.plan().prescription(later.block);
            let exercise =
                prescription.and_then(|prescription| catalogue.exercise(&prescription.exercise));
            exercise.map_or(Next::End, Next::Exercise)
        }
    }
}

/// What a change of is noticed by light and touch: another station, or another kind of work.
pub fn scene(phase: &Phase) -> Scene {
    (phase.station as usize, look(phase.kind) as u8)
}

fn look(kind: PhaseKind) -> Look {
    use PhaseKind as Kind;
    match kind {
        Kind::Transition
        | Kind::Ready
        | Kind::EaseIn
        | Kind::FindStretch
        | Kind::Ramp
        | Kind::SwitchSides => Look::Prepare,
        Kind::Hold | Kind::PassiveStretch | Kind::EndHold => Look::Hold,
        Kind::Contract(_) | Kind::EffortA | Kind::EffortB => Look::Press,
        Kind::Relax | Kind::Settle | Kind::Release | Kind::Exit => Look::Relax,
        Kind::Rest | Kind::SetRest => Look::Rest,
        Kind::Circle(_)
        | Kind::Lift
        | Kind::Lower
        | Kind::Pause
        | Kind::Out
        | Kind::Back
        | Kind::StartHold
        | Kind::Move
        | Kind::Keep => Look::Move,
    }
}

fn shows_end_pose(kind: PhaseKind) -> bool {
    use PhaseKind as Kind;
    matches!(
        kind,
        Kind::Hold
            | Kind::Contract(_)
            | Kind::Relax
            | Kind::PassiveStretch
            | Kind::Ramp
            | Kind::EffortA
            | Kind::EffortB
            | Kind::Settle
            | Kind::Lift
            | Kind::Out
            | Kind::EndHold
            | Kind::Circle(_)
            | Kind::Move
            | Kind::Keep
    )
}
