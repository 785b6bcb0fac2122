//! What a screen reader announces: the text alone is enough to do the session. It never counts
//! every second.

use super::{Speaker, lines::LEFT};
use crate::domain::{
    cue::{Cue, CueKind},
    settings::Voice,
    time::Millis,
    timeline::{Phase, PhaseKind},
};

impl Speaker<'_> {
    /// The starts of phases that last, half way, the last five or three, and the end.
    pub fn announced(&self, cue: Cue) -> Option<String> {
        let whole = Speaker { voice: Voice::Full, ..*self };
        match cue.kind {
            CueKind::End => self.say("session-end", &[]),
            CueKind::LastFive => self.say("static-last5", &[]),
            CueKind::Half => self.say("static-half", &[]),
            CueKind::Count(3) => {
                let phase = self.phase(cue.phase)?;
                self.say("countdown-3", &[]).filter(|_| counts_down(phase))
            }
            CueKind::Count(_) => None,
            CueKind::Start(_) => whole.begun(cue.phase),
        }
    }

    fn begun(&self, index: usize) -> Option<String> {
        use PhaseKind as Kind;
        let phase = *self.phase(index)?;
        match phase.kind {
            Kind::Transition | Kind::Ready if self.begins_exercise(index) => {
                Some(self.introduced(&phase))
            }
            _ if self.waits_at(index) => self.own(index),
            _ if self.begins_set(index) => joined(vec![
                self.set_lines(index).into_iter().flatten().next(),
                self.set_of(&phase),
            ]),
            _ if self.in_set(&phase) => {
                let begins = self.before(index).is_some_and(|before| before.rep != phase.rep);
                let counted = self.within_set(index, &phase).into_iter().next().flatten();
                let left = self.reps_left(&phase);
                counted.filter(|_| begins && (left == LEFT || left == 1))
            }
            Kind::Circle(_) if !self.begins_station(index, &phase) => None,
            Kind::Ready => joined(vec![self.own(index), self.step_for_first(&phase, 1)]),
            Kind::EaseIn | Kind::FindStretch => {
                joined(vec![self.own(index), self.step_for_first(&phase, 2)])
            }
            _ => joined(vec![self.own(index), self.rep_of(&phase)]),
        }
    }

    /// The next step of the explanation, the first time round: one for each phase that prepares.
    fn step_for_first(&self, phase: &Phase, place: usize) -> Option<String> {
        let phases = self.plan.phases();
        let first = phases.iter().find(|other| other.block == phase.block && other.side.is_some());
        let first_side = first.is_none_or(|first| first.side == phase.side);
        let first_time = phase.set == 1 && phase.rep <= 1 && first_side;
        self.step(phase, place).filter(|_| first_time)
    }

    /// The whole of how the exercise is done, and what is different for this person.
    pub fn explained(&self, index: usize) -> Option<String> {
        let phase = *self.phase(index)?;
        let steps = (0..self.exercise(&phase)?.steps.len()).map(|place| self.step(&phase, place));
        let name = Some(format!("{}.", self.name(&phase)));
        joined(
            [name]
                .into_iter()
                .chain(steps)
                .chain(self.for_you(&phase).into_iter().map(Some))
                .collect(),
        )
    }

    /// What the phase itself would say first, in full.
    fn own(&self, index: usize) -> Option<String> {
        let first = self.wishes(index).into_iter().next()?;
        first.lines.into_iter().next()
    }

    /// Which exercise, which side, how often, what is different for this person, how hard, and
    /// where to go.
    fn introduced(&self, phase: &Phase) -> String {
        let mut said = Vec::new();
        let key = if phase.kind == PhaseKind::Transition { "next" } else { "get-ready-short" };
        said.push(self.say(key, &[("exercise", self.name(phase)), ("side", "")]));
        let blocks = self.plan.order().prescriptions.len();
        let (n, all) = ((phase.block + 1).to_string(), blocks.to_string());
        said.push(self.say("exercise-of", &[("n", &n), ("all", &all)]));
        let side = self.side(phase);
        said.push((!side.is_empty()).then(|| format!("{side}.")));
        said.push(self.how_often(phase));
        said.extend(self.for_you(phase).into_iter().map(Some));
        said.push(self.effort(phase));
        said.push(self.step(phase, 0));
        said.push(self.say("keys-hint", &[]).filter(|_| phase.block == 0));
        joined(said).unwrap_or_default()
    }

    fn how_often(&self, phase: &Phase) -> Option<String> {
        let count = self.protocol(phase)?.count();
        let times = self.say("reps-short", &[("n", &count.reps.to_string())]);
        let sets = (count.sets > 1).then(|| self.say("sets", &[("n", &count.sets.to_string())]));
        joined(vec![sets.flatten(), times.filter(|_| count.reps > 1)])
    }

    fn rep_of(&self, phase: &Phase) -> Option<String> {
        let all = self.protocol(phase)?.count().reps;
        let counts = phase.kind.is_work() && all > 1 && phase.rep > 0;
        let (n, all) = (phase.rep.to_string(), all.to_string());
        let first = !matches!(phase.kind, PhaseKind::Relax | PhaseKind::EffortB);
        (counts && first).then(|| self.say("count-of", &[("n", &n), ("all", &all)])).flatten()
    }

    fn set_of(&self, phase: &Phase) -> Option<String> {
        let all = self.protocol(phase)?.count().sets;
        let (n, all_said) = (phase.set.to_string(), all.to_string());
        (all > 1).then(|| self.say("set-of", &[("n", &n), ("all", &all_said)])).flatten()
    }

    /// Where the session is: when it pauses, goes on, or somebody asks.
    pub fn whereabouts(&self, index: usize, left: Millis, paused: bool) -> Option<String> {
        let phase = *self.phase(index)?;
        let whole = Speaker { voice: Voice::Full, ..*self };
        let side = self.side(&phase);
        let waits = self.waits_at(index);
        let left = left.seconds_up().0.to_string();
        let name = self.say("get-ready-short", &[("exercise", self.name(&phase)), ("side", &side)]);
        let own = match phase.kind {
            PhaseKind::Transition | PhaseKind::Ready => self.step(&phase, 0),
            _ if self.in_set(&phase) && !waits => {
                whole.set_lines(index).into_iter().next().flatten()
            }
            _ => whole.own(index),
        };
        joined(vec![
            paused.then(|| self.say("paused", &[])).flatten(),
            name,
            own,
            whole.rep_of(&phase),
            (!waits).then(|| self.say("seconds-left", &[("s", &left)])).flatten(),
        ])
    }
}

/// Pressing and the like have no "five more counts", and somebody with their eyes closed wants to
/// know when to let go.
fn counts_down(phase: &Phase) -> bool {
    use PhaseKind as Kind;
    let holds =
        matches!(phase.kind, Kind::Contract(_) | Kind::EffortA | Kind::EffortB | Kind::Hold);
    holds && phase.lasts.0 < 15
}

/// None when nothing is left to say.
fn joined(parts: Vec<Option<String>>) -> Option<String> {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
