//! What is said and when: the voice lines of section 6 filled in for a cue.

use crate::domain::{
    body::Side,
    catalogue::Catalogue,
    cue::{Cue, CueKind},
    dose::{Protocol, Resistance},
    plan::Plan,
    settings::Voice,
    text::Language,
    time::Seconds,
    timeline::{Phase, PhaseKind},
};

/// Half of this is the minute that the voice counts.
const TWO_MINUTES: Seconds = Seconds(120);

/// One speaker of one language, as talkative as the person wants.
#[derive(Clone, Copy, Debug)]
pub struct Speaker<'a> {
    pub catalogue: &'a Catalogue,
    pub plan: &'a Plan,
    pub language: Language,
}

impl Speaker<'_> {
    /// What the voice says at a cue; none when it keeps quiet.
    pub fn spoken(&self, cue: Cue, voice: Voice) -> Option<String> {
        match voice {
            Voice::Off => None,
            Voice::KeyMoments if !self.is_key_moment(cue) => None,
            Voice::KeyMoments | Voice::Full => self.line(cue),
        }
    }

    /// What a screen reader announces: the starts of phases that last, half way, the last five
    /// seconds, a change of sides and the end. Never every second.
    pub fn announced(&self, cue: Cue) -> Option<String> {
        match cue.kind {
            CueKind::Count(_) => None,
            CueKind::Start(kind) if kind.is_paced() && !self.starts_set(cue) => None,
            CueKind::Start(_) | CueKind::Half | CueKind::LastFive | CueKind::End => self.line(cue),
        }
    }

    fn is_key_moment(&self, cue: Cue) -> bool {
        use PhaseKind as Kind;
        match cue.kind {
            CueKind::Half | CueKind::Count(_) => false,
            // Press and relax must be told apart with the eyes closed.
            CueKind::LastFive
            | CueKind::End
            | CueKind::Start(
                Kind::Transition
                | Kind::Ready
                | Kind::SwitchSides
                | Kind::Contract(_)
                | Kind::Relax
                | Kind::EffortA
                | Kind::EffortB
                | Kind::Settle,
            ) => true,
            CueKind::Start(_) => self.starts_set(cue),
        }
    }

    fn starts_set(&self, cue: Cue) -> bool {
        let phases = self.plan.phases();
        phases.get(cue.phase).is_some_and(|phase| {
            let before = cue.phase.checked_sub(1).and_then(|index| phases.get(index));
            phase.kind.is_work() && before.is_none_or(|before| before.station != phase.station)
        })
    }

    fn line(&self, cue: Cue) -> Option<String> {
        match cue.kind {
            CueKind::End => self.say("session-end", &[]),
            CueKind::LastFive => self.say("static-last5", &[]),
            CueKind::Count(_) => None,
            CueKind::Half => {
                let phase = self.plan.phases().get(cue.phase)?;
                let key = if phase.kind == PhaseKind::PassiveStretch && phase.lasts == TWO_MINUTES {
                    "iso-minute"
                } else {
                    "static-half"
                };
                self.say(key, &[])
            }
            CueKind::Start(kind) => self.at_start(kind, cue),
        }
    }

    fn at_start(&self, kind: PhaseKind, cue: Cue) -> Option<String> {
        use PhaseKind as Kind;
        let phase = self.plan.phases().get(cue.phase)?;
        let paced = self.protocol(phase).is_some_and(Protocol::is_paced);
        match kind {
            Kind::Transition => self.say("next", &[("exercise", &self.name(phase))]),
            Kind::Ready => {
                let side = phase.side.and_then(|side| self.side(side)).unwrap_or_default();
                let line =
                    self.say("get-ready", &[("exercise", &self.name(phase)), ("side", &side)])?;
                // Without a side the line would end in a lone full stop.
                Some(line.trim_end_matches([' ', '.']).to_owned() + ".")
            }
            Kind::EaseIn => self.say("static-ease-in", &[]),
            Kind::Hold if !paced => self.say("static-hold", &[]),
            Kind::Hold => self.say("reps-hold", &[]),
            Kind::Release | Kind::Exit => self.say("static-release", &[]),
            Kind::Rest => self.say("rest", &[]),
            Kind::FindStretch => self.say("pnf-find", &[]),
            Kind::Contract(Resistance::Own) => self.pushes("pnf-contract-self", phase),
            Kind::Contract(Resistance::Partner) => self.pushes("pnf-contract-partner", phase),
            Kind::Relax => self.say("pnf-relax", &[]),
            Kind::PassiveStretch => self.say("iso-settle", &[("s", &phase.lasts.0.to_string())]),
            Kind::Ramp => self.pushes("iso-ramp", phase),
            Kind::EffortA => self.say("iso-a", &[("cue", &self.first_cue(phase))]),
            Kind::EffortB => self.say("iso-b", &[("cue", &self.first_cue(phase))]),
            Kind::Settle => self.say("iso-rest", &[]),
            Kind::Circle(1) => self.say("cars-dir1", &[]),
            Kind::Circle(_) => self.say("cars-dir2", &[]),
            Kind::SwitchSides => {
                let side = phase.side.and_then(|side| self.side(side)).unwrap_or_default();
                Some(format!("{} {side}.", self.say("switch-side", &[])?))
            }
            Kind::SetRest => self.say("set-rest", &[("s", &phase.lasts.0.to_string())]),
            Kind::Out | Kind::Lift | Kind::Move if self.starts_set(cue) => {
                let count = self.protocol(phase)?.count();
                self.say("reps-start", &[("n", &count.reps.to_string())])
            }
            Kind::Move if phase.rep == 2 => self.say("dynamic-land", &[]),
            Kind::Out | Kind::Lift | Kind::Move if self.is_last_rep(phase) => {
                self.say("reps-last", &[])
            }
            Kind::Out
            | Kind::Lift
            | Kind::Move
            | Kind::EndHold
            | Kind::Back
            | Kind::Lower
            | Kind::Keep
            | Kind::StartHold
            | Kind::Pause => None,
        }
    }

    /// In the first round with how hard at most (X3, X4, X22).
    fn pushes(&self, key: &str, phase: &Phase) -> Option<String> {
        let line = self.say(key, &[])?;
        let effort = self.plan.prescription(phase.block).and_then(|one| one.effort_most);
        let Some(effort) = effort.filter(|_| phase.rep <= 1) else { return Some(line) };
        let most = self.say("effort-most", &[("n", &effort.to_string())])?;
        Some(format!("{line} {most}"))
    }

    fn is_last_rep(&self, phase: &Phase) -> bool {
        self.protocol(phase).is_some_and(|protocol| phase.rep == protocol.count().reps)
    }

    fn protocol(&self, phase: &Phase) -> Option<&Protocol> {
        self.plan.prescription(phase.block).map(|prescription| &prescription.protocol)
    }

    fn name(&self, phase: &Phase) -> String {
        let prescription = self.plan.prescription(phase.block);
        let exercise =
            prescription.and_then(|prescription| self.catalogue.exercise(&prescription.exercise));
        exercise
            .map_or_else(String::new, |exercise| exercise.plain_name.read(self.language).to_owned())
    }

    fn first_cue(&self, phase: &Phase) -> String {
        let prescription = self.plan.prescription(phase.block);
        let exercise =
            prescription.and_then(|prescription| self.catalogue.exercise(&prescription.exercise));
        let cue = exercise.and_then(|exercise| exercise.cues.first());
        cue.map_or_else(String::new, |cue| {
            format!("{}.", cue.read(self.language).trim_end_matches('.'))
        })
    }

    fn side(&self, side: Side) -> Option<String> {
        self.say(if side == Side::Left { "side-left" } else { "side-right" }, &[])
    }

    fn say(&self, key: &str, parts: &[(&str, &str)]) -> Option<String> {
        let mut line = self.catalogue.voice.get(key)?.read(self.language).to_owned();
        for (name, part) in parts {
            line = line.replace(&format!("{{{name}}}"), part);
        }
        Some(line.trim().to_owned())
    }
}
