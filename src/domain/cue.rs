//! What is heard and when: a pure function of the plan, so that sound can be scheduled ahead.

use super::{
    plan::Plan,
    time::{Millis, Seconds},
    timeline::{Phase, PhaseKind},
};

/// One thing to hear or announce, at a moment on the plan's own time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    pub at: Millis,
    /// The phase it belongs to; the number of phases for the end.
    pub phase: usize,
    pub kind: CueKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueKind {
    /// A phase begins.
    Start(PhaseKind),
    /// Half of a long hold is over.
    Half,
    /// Five seconds left of a long hold.
    LastFive,
    /// 3, 2, 1 before a phase ends.
    Count(u8),
    /// The session is over.
    End,
}

/// Phases at least this long get a half-way cue. Our choice.
const LONG_ENOUGH_FOR_HALF: Seconds = Seconds(20);
/// Phases at least this long get "five more counts". Our choice.
const LONG_ENOUGH_FOR_FIVE: Seconds = Seconds(15);
/// Shorter phases would be all ticks; section 6 ticks the last three seconds. Our choice.
const LONG_ENOUGH_FOR_COUNT: Seconds = Seconds(5);

/// The cues from `from` up to, not including, `to`, in order. Cutting a span in two and joining
/// the halves gives the same cues.
pub fn cues(plan: &Plan, from: Millis, to: Millis) -> Vec<Cue> {
    let mut found = Vec::new();
    for (index, phase) in plan.phases().iter().enumerate() {
        let start = plan.starts_at(index);
        if start >= to {
            break;
        }
        if start + phase.lasts.millis() > from {
            of_phase(index, phase, start, &mut found);
        }
    }
    found.push(Cue { at: plan.lasts().millis(), phase: plan.phases().len(), kind: CueKind::End });
    found.retain(|cue| cue.at >= from && cue.at < to);
    found
}

fn of_phase(index: usize, phase: &Phase, start: Millis, found: &mut Vec<Cue>) {
    let lasts = phase.lasts;
    let mut add = |at: Millis, kind| found.push(Cue { at, phase: index, kind });
    let before_end = |seconds: u32| start + lasts.millis() - Seconds(seconds).millis();
    add(start, CueKind::Start(phase.kind));
    if phase.kind.is_work() && lasts >= LONG_ENOUGH_FOR_HALF {
        add(start + Millis(lasts.millis().0 / 2), CueKind::Half);
    }
    if phase.kind.is_work() && lasts >= LONG_ENOUGH_FOR_FIVE {
        add(before_end(5), CueKind::LastFive);
    }
    if lasts >= LONG_ENOUGH_FOR_COUNT {
        for count in [3, 2, 1] {
            add(before_end(u32::from(count)), CueKind::Count(count));
        }
    }
}

/// How a cue sounds. Each has its own pitch and pattern; the screen shows the same by shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Prepare,
    Hold,
    Press,
    Relax,
    Rest,
    ChangeSides,
    /// One part of a repetition in tempo.
    Beat,
    Half,
    Tick,
    End,
}

impl CueKind {
    /// None for what is only said, not sounded.
    pub fn tone(self) -> Option<Tone> {
        use PhaseKind as Kind;
        Some(match self {
            Self::Start(kind) => match kind {
                Kind::Transition | Kind::Ready | Kind::EaseIn | Kind::FindStretch | Kind::Ramp => {
                    Tone::Prepare
                }
                Kind::Hold | Kind::PassiveStretch | Kind::Keep | Kind::Circle(_) => Tone::Hold,
                Kind::Contract(_) | Kind::EffortA | Kind::EffortB => Tone::Press,
                Kind::Relax | Kind::Settle | Kind::Release | Kind::Exit => Tone::Relax,
                Kind::Rest | Kind::SetRest => Tone::Rest,
                Kind::SwitchSides => Tone::ChangeSides,
                Kind::Lift | Kind::Lower | Kind::Out | Kind::EndHold | Kind::Back | Kind::Move => {
                    Tone::Beat
                }
                Kind::Pause | Kind::StartHold => return None,
            },
            Self::Half => Tone::Half,
            Self::LastFive => return None,
            Self::Count(_) => Tone::Tick,
            Self::End => Tone::End,
        })
    }
}
