//! What each phase would like to say, the longest wording first.

use super::Speaker;
use crate::domain::{
    cue::{CueKind, cues},
    dose::{Protocol, Resistance},
    exercise::Direction,
    settings::Voice,
    time::{Millis, Seconds},
    timeline::{Phase, PhaseKind},
};

/// Half of this is the minute that the voice counts.
const TWO_MINUTES: Seconds = Seconds(120);
/// From so many repetitions on the voice says when five are left. Our choice.
const MANY: u32 = 8;
pub(super) const LEFT: u32 = 5;

/// Something to say in a phase: the first wording that fits. An empty list says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub when: When,
    pub lines: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// As soon as the phase has begun and nothing else is said.
    Soon,
    /// As soon as may be, and in a later phase of the exercise when there is no room here.
    SoonOrLater,
    /// At this moment or not at all.
    At(Millis),
    /// So that it ends with the phase: what follows is done to a beat.
    Before,
    /// The same, but only where everything else has been said: its own phase has a shorter wording.
    Early,
    /// The plan's time stands still here: there is all the time there is.
    Still,
}

fn soon(lines: Vec<Option<String>>) -> Wish {
    wish(When::Soon, lines)
}

fn wish(when: When, lines: Vec<Option<String>>) -> Wish {
    Wish { when, lines: lines.into_iter().flatten().collect() }
}

impl Speaker<'_> {
    /// In the order in which they matter.
    pub(super) fn wishes(&self, index: usize) -> Vec<Wish> {
        let Some(&phase) = self.phase(index) else { return Vec::new() };
        if self.voice == Voice::Off {
            return Vec::new();
        }
        let mut wishes = self.at_start(index, &phase);
        if self.leads_up_to_set(index) && !self.waits_at(index + 1) {
            wishes.push(wish(When::Before, self.set_lines(index + 1)));
        }
        wishes.extend(self.at_moments(index, &phase));
        wishes
    }

    fn at_start(&self, index: usize, phase: &Phase) -> Vec<Wish> {
        use PhaseKind as Kind;
        let paced = self.in_set(phase);
        let say = |key: &str| self.say(key, &[]);
        let one = |key: &str| vec![soon(vec![say(key)])];
        match phase.kind {
            _ if self.waits_at(index) => {
                let reps = self.reps(phase);
                vec![wish(When::Still, vec![self.say("reps-own", &[("n", &reps)])])]
            }
            Kind::Transition | Kind::Ready if self.begins_exercise(index) => {
                self.announcing(index, phase)
            }
            Kind::Transition => Vec::new(),
            Kind::Ready => vec![soon(self.ready_lines(phase))],
            Kind::SwitchSides => {
                let side = self.side(phase);
                let change = say("switch-side").map(|line| format!("{line} {side}."));
                vec![soon(vec![change, Some(format!("{side}."))])]
            }
            Kind::EaseIn => one("static-ease-in"),
            Kind::FindStretch => {
                let plan = self.say("pnf-plan", &[("n", &self.reps(phase))]);
                vec![soon(vec![say("pnf-find")]), soon(vec![plan])]
            }
            Kind::Contract(by) => {
                let line = if by == Resistance::Own {
                    "pnf-contract-self"
                } else {
                    "pnf-contract-partner"
                };
                let again = say("pnf-again").filter(|_| phase.rep > 1);
                let again = again.zip(say(line)).map(|(again, line)| format!("{again} {line}"));
                vec![soon(vec![again, say(line), say("press")])]
            }
            Kind::Relax => vec![soon(vec![say("pnf-relax"), say("let-go")])],
            Kind::PassiveStretch => {
                let lasts = phase.lasts.0.to_string();
                vec![soon(vec![self.say("iso-settle", &[("s", &lasts)])])]
            }
            Kind::Ramp => one("iso-ramp"),
            Kind::EffortA | Kind::EffortB => {
                let line = if phase.kind == Kind::EffortA { "iso-a" } else { "iso-b" };
                let cue = self.first_cue(phase);
                vec![soon(vec![self.say(line, &[("cue", &cue)]), self.say(line, &[("cue", "")])])]
            }
            Kind::Settle => one("iso-rest"),
            Kind::Keep => {
                let (lasts, minutes) =
                    (phase.lasts.0.to_string(), (phase.lasts.0 / 60).to_string());
                let whole = phase.lasts.0 >= 120 && phase.lasts.0.is_multiple_of(60);
                let line = if whole { "keep-minutes" } else { "keep" };
                vec![soon(vec![self.say(line, &[("s", &lasts), ("n", &minutes)])])]
            }
            _ if self.voice == Voice::KeyMoments && !self.begins_station(index, phase) => {
                Vec::new()
            }
            Kind::Hold if !paced => {
                let stretches = matches!(self.protocol(phase), Some(Protocol::Static { .. }));
                let line = if stretches { "static-hold" } else { "hold" };
                vec![soon(vec![say(line), say("reps-hold")])]
            }
            Kind::Circle(1) => one("cars-dir1"),
            Kind::Circle(_) => one("cars-dir2"),
            _ if self.voice == Voice::KeyMoments => Vec::new(),
            Kind::Release | Kind::Exit => one("static-release"),
            Kind::Rest => vec![soon(vec![say("rest")]), self.feeling(phase)],
            Kind::SetRest => {
                let lasts = phase.lasts.0.to_string();
                vec![soon(vec![self.say("set-rest", &[("s", &lasts)])]), self.feeling(phase)]
            }
            _ => vec![soon(self.within_set(index, phase))],
        }
    }

    /// The circles of one direction are one; each hold is.
    pub(super) fn begins_station(&self, index: usize, phase: &Phase) -> bool {
        let before = self.before(index);
        before.is_none_or(|before| before.station != phase.station || before.kind != phase.kind)
    }

    /// Which exercise comes, what is different for this person, how hard, and where to go.
    fn announcing(&self, index: usize, phase: &Phase) -> Vec<Wish> {
        let name = self.name(phase);
        let mut wishes = Vec::new();
        let mut first = if phase.kind == PhaseKind::Transition {
            vec![self.say("next", &[("exercise", name)]), Some(format!("{name}."))]
        } else {
            self.ready_lines(phase)
        };
        if index == 0
            && let (Some(start), Some(Some(line))) = (self.say("session-start", &[]), first.first())
        {
            first.insert(0, Some(format!("{start} {line}")));
        }
        wishes.push(wish(When::SoonOrLater, first));
        let for_you = self.for_you(phase).into_iter();
        wishes.extend(for_you.map(|line| wish(When::SoonOrLater, vec![Some(line)])));
        wishes.push(wish(When::SoonOrLater, vec![self.effort(phase)]));
        if self.voice == Voice::Full {
            wishes.push(soon(vec![self.step(phase, 0)]));
            let hint = self.say("stop-hint", &[]).filter(|_| phase.block == 1);
            wishes.push(soon(vec![hint]));
        }
        wishes
    }

    fn ready_lines(&self, phase: &Phase) -> Vec<Option<String>> {
        let (name, side) = (self.name(phase), self.side(phase));
        let whole = self.say("get-ready", &[("exercise", name), ("side", &side)]);
        let short = self.say("get-ready-short", &[("exercise", name), ("side", &side)]);
        // Without a side the line would end in a lone full stop.
        let tidy = |line: String| line.trim_end_matches([' ', '.']).to_owned() + ".";
        let side = (!side.is_empty()).then(|| format!("{side}."));
        vec![whole.map(tidy), short.map(tidy), side]
    }

    fn feeling(&self, phase: &Phase) -> Wish {
        let first = phase.set == 1 && phase.rep <= 1;
        let feel = self.exercise(phase).map(|exercise| exercise.feel.read(self.language));
        let line = feel.and_then(|feel| self.say("feel-check", &[("where", feel)]));
        soon(vec![line.filter(|_| first)])
    }

    pub(super) fn set_lines(&self, index: usize) -> Vec<Option<String>> {
        let Some(phase) = self.phase(index) else { return Vec::new() };
        let reps = self.reps(phase);
        let say = |key: &str| self.say(key, &[("n", &reps)]);
        vec![say("reps-start"), say("reps-short")]
    }

    pub(super) fn reps(&self, phase: &Phase) -> String {
        self.protocol(phase).map_or_else(String::new, |protocol| protocol.count().reps.to_string())
    }

    /// With the one under way.
    pub(super) fn reps_left(&self, phase: &Phase) -> u32 {
        let reps = self.protocol(phase).map_or(0, |protocol| protocol.count().reps);
        (reps + 1).saturating_sub(phase.rep)
    }

    /// A repetition in tempo: the last ones counted, the others told apart.
    pub(super) fn within_set(&self, index: usize, phase: &Phase) -> Vec<Option<String>> {
        use PhaseKind as Kind;
        let say = |key: &str| self.say(key, &[]);
        let up = self.exercise(phase).and_then(|exercise| exercise.out_goes) == Some(Direction::Up);
        let begins = self.before(index).is_some_and(|before| {
            before.station != phase.station || before.rep != phase.rep || before.side != phase.side
        });
        let reps = self.protocol(phase).map_or(0, |protocol| protocol.count().reps);
        let left = self.reps_left(phase);
        let counted = if !begins || reps < 2 {
            None
        } else if self.is_last_rep(phase) {
            say("reps-last")
        } else if left == LEFT && reps >= MANY {
            self.say("reps-left", &[("n", &left.to_string())])
        } else if phase.kind == Kind::Move && phase.rep == 2 {
            say("dynamic-land")
        } else {
            None
        };
        let way = match phase.kind {
            Kind::Out | Kind::Lift => say(if up { "reps-out-up" } else { "reps-out-down" }),
            Kind::Back | Kind::Lower => say(if up { "reps-back-down" } else { "reps-back-up" }),
            Kind::Hold | Kind::EndHold => say("reps-hold"),
            _ => None,
        };
        vec![counted, way]
    }

    /// Half way, the last five seconds, the last three.
    fn at_moments(&self, index: usize, phase: &Phase) -> Vec<Wish> {
        let start = self.plan.starts_at(index);
        let key = |kind: CueKind| match kind {
            CueKind::LastFive => Some("static-last5"),
            CueKind::Half if self.voice != Voice::Full => None,
            CueKind::Half
                if phase.kind == PhaseKind::PassiveStretch && phase.lasts == TWO_MINUTES =>
            {
                Some("iso-minute")
            }
            CueKind::Half => Some("static-half"),
            CueKind::Count(3) if self.voice == Voice::Full && phase.kind.is_work() => {
                Some("countdown-3")
            }
            _ => None,
        };
        let end = start + phase.lasts.millis();
        let of_phase = cues(self.plan, start, end).into_iter();
        of_phase
            .filter_map(|cue| Some(wish(When::At(cue.at), vec![self.say(key(cue.kind)?, &[])])))
            .collect()
    }

    /// The last thing of all; nothing follows that it could run into.
    pub(super) fn at_end(&self) -> Option<String> {
        (self.voice != Voice::Off).then(|| self.say("session-end", &[])).flatten()
    }
}
