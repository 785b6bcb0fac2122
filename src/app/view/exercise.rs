//! An exercise's page: every number of its doses with its source, and where the exercise is used.

use crate::domain::{
    body::named,
    catalogue::Catalogue,
    dose::{Bounds, Dose, Protocol},
    exercise::ExerciseId,
    programme::{Programme, SessionOutline},
};

named! {
    /// The numbers of a dose, by their names in the content files.
    DoseNumber {
        Sets = "sets",
        Reps = "reps",
        Cycles = "cycles",
        Rounds = "rounds",
        Circles = "circles",
        Directions = "directions",
        Hold = "hold_s",
        Passive = "passive_s",
        Contract = "contract_s",
        Relax = "relax_s",
        EffortA = "effort_a_s",
        EffortB = "effort_b_s",
        Effort = "effort_pct",
        Ramp = "ramp_s",
        Settle = "settle_s",
        Exit = "exit_s",
        Lift = "lift_s",
        Lower = "lower_s",
        Pause = "pause_s",
        Out = "out_s",
        EndHold = "end_hold_s",
        Back = "back_s",
        StartHold = "start_hold_s",
        Rep = "rep_s",
        Circle = "circle_s",
        Duration = "duration_s",
        EaseIn = "ease_in_s",
        Find = "find_s",
        Release = "release_s",
        Rest = "rest_s",
        SeniorReps = "senior_reps",
        SeniorHold = "senior_hold_s",
    }
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Times,
    Seconds,
    /// Of full effort.
    Percent,
}

impl DoseNumber {
    pub fn unit(self) -> Unit {
        match self {
            Self::Effort => Unit::Percent,
            _ if self.slug().ends_with("_s") => Unit::Seconds,
            _ => Unit::Times,
        }
    }
}

/// One number of a dose: what it is, how far it may go, and who says so. At least one of the two
/// is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoseLine {
    pub number: DoseNumber,
    pub value: Option<Sourced<u32>>,
    pub bounds: Option<Sourced<Bounds>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sourced<T> {
    pub value: T,
    pub source: Source,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// By its ID: R for an article, X for one of ours.
    Rule(String),
    /// Our choice, with no rule behind it.
    Ours,
    /// A plan of a physiotherapist that somebody took over.
    Advised,
}

/// Every number of a dose that has a source, what somebody does first; those for 65 and older last.
pub fn dose_lines(dose: &Dose) -> Vec<DoseLine> {
    let mut lines: Vec<DoseLine> = Vec::new();
    for (number, value) in numbers(&dose.protocol) {
        let bounds = match number {
            DoseNumber::Sets => dose.sets,
            DoseNumber::Hold => dose.hold,
            DoseNumber::Reps | DoseNumber::Cycles | DoseNumber::Rounds | DoseNumber::Circles => {
                dose.reps
            }
            _ => None,
        };
        lines.push(line(dose, number, Some(value), bounds));
    }
    if dose.effort.is_some() {
        let mut effort = line(dose, DoseNumber::Effort, None, None);
        effort.bounds = dose.effort.map(|value| sourced(dose, DoseNumber::Effort.slug(), value));
        lines.push(effort);
    }
    if let Some(senior) = dose.senior {
        let holds = Bounds { least: senior.shortest_hold.0, most: senior.longest_hold.0 };
        lines.push(line(dose, DoseNumber::SeniorReps, Some(senior.reps), None));
        lines.push(line(dose, DoseNumber::SeniorHold, Some(senior.hold.0), Some(holds)));
    }
    lines
}

/// Who says the numbers that a list shows: how often, and how long. A number that is neither the
/// dose's own nor the one for 65 and older was set by us.
pub fn shown_sources(dose: &Dose, protocol: &Protocol) -> Vec<Source> {
    let own = numbers(&dose.protocol);
    let mut sources = Vec::new();
    for (number, value) in numbers(protocol) {
        if !is_shown(number, protocol) {
            continue;
        }
        let senior = match (number, dose.senior) {
            (DoseNumber::Reps, Some(senior)) if senior.reps == value => DoseNumber::SeniorReps,
            (DoseNumber::Hold, Some(senior)) if senior.hold.0 == value => DoseNumber::SeniorHold,
            _ => number,
        };
        let source = if own.contains(&(number, value)) {
            sourced(dose, number.slug(), value).source
        } else if senior == number {
            Source::Ours
        } else {
            sourced(dose, senior.slug(), value).source
        };
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    sources
}

/// The numbers of "3 × 20 s", "4 rondes", "2 × 10".
fn is_shown(number: DoseNumber, protocol: &Protocol) -> bool {
    use DoseNumber as N;
    match number {
        N::Sets | N::Reps | N::Cycles | N::Rounds | N::Circles | N::Passive | N::Duration => true,
        N::Hold => matches!(protocol, Protocol::Static { .. } | Protocol::Hold { .. }),
        _ => false,
    }
}

/// The sessions that hold an exercise, with their programme.
pub fn sessions_with(
    catalogue: &'static Catalogue,
    id: &ExerciseId,
) -> Vec<(&'static Programme, &'static SessionOutline)> {
    catalogue
        .programmes
        .iter()
        .flat_map(|programme| programme.sessions.iter().map(move |session| (programme, session)))
        .filter(|(_, session)| session.blocks.iter().any(|block| block.exercise == *id))
        .collect()
}

fn line(dose: &Dose, number: DoseNumber, value: Option<u32>, bounds: Option<Bounds>) -> DoseLine {
    let bounds_name = format!("{}_bounds", number.slug());
    DoseLine {
        number,
        value: value.map(|value| sourced(dose, number.slug(), value)),
        bounds: bounds.map(|bounds| sourced(dose, &bounds_name, bounds)),
    }
}

fn sourced<T>(dose: &Dose, name: &str, value: T) -> Sourced<T> {
    let source = match dose.sources.get(name).map(String::as_str) {
        None | Some("ours") => Source::Ours,
        Some(rule) => Source::Rule(rule.to_owned()),
    };
    Sourced { value, source }
}

fn numbers(protocol: &Protocol) -> Vec<(DoseNumber, u32)> {
    use DoseNumber as N;
    match *protocol {
        Protocol::Static { reps, ease_in, hold, release, rest } => vec![
            (N::Reps, reps),
            (N::Hold, hold.0),
            (N::EaseIn, ease_in.0),
            (N::Release, release.0),
            (N::Rest, rest.0),
        ],
        Protocol::Pnf { cycles, find, contract, relax, release, .. } => vec![
            (N::Cycles, cycles),
            (N::Find, find.0),
            (N::Contract, contract.0),
            (N::Relax, relax.0),
            (N::Release, release.0),
        ],
        Protocol::IsometricEndRange {
            ease_in,
            passive,
            rounds,
            ramp,
            effort_a,
            effort_b,
            settle,
            exit,
        } => vec![
            (N::EaseIn, ease_in.0),
            (N::Passive, passive.0),
            (N::Rounds, rounds),
            (N::Ramp, ramp.0),
            (N::EffortA, effort_a.0),
            (N::EffortB, effort_b.0),
            (N::Settle, settle.0),
            (N::Exit, exit.0),
        ],
        Protocol::ControlledRotation { circles, circle, directions } => {
            vec![(N::Circles, circles), (N::Directions, directions), (N::Circle, circle.0)]
        }
        Protocol::EndRangeLift { sets, reps, lift, hold, lower, pause, rest } => vec![
            (N::Sets, sets),
            (N::Reps, reps),
            (N::Lift, lift.0),
            (N::Hold, hold.0),
            (N::Lower, lower.0),
            (N::Pause, pause.0),
            (N::Rest, rest.0),
        ],
        Protocol::Reps { sets, reps, tempo, rest } => vec![
            (N::Sets, sets),
            (N::Reps, reps),
            (N::Out, tempo.out.0),
            (N::EndHold, tempo.end_hold.0),
            (N::Back, tempo.back.0),
            (N::StartHold, tempo.start_hold.0),
            (N::Rest, rest.0),
        ],
        Protocol::Hold { reps, hold, rest } => {
            vec![(N::Reps, reps), (N::Hold, hold.0), (N::Rest, rest.0)]
        }
        Protocol::Dynamic { sets, reps, rep, rest } => {
            vec![(N::Sets, sets), (N::Reps, reps), (N::Rep, rep.0), (N::Rest, rest.0)]
        }
        Protocol::Timed { duration } => vec![(N::Duration, duration.0)],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::{
        content::catalogue,
        domain::dose::{Mode, Origin, origin_of},
    };

    #[test]
    fn every_number_of_every_dose_is_shown_with_its_own_source() {
        for exercise in &catalogue().exercises {
            for dose in &exercise.doses {
                assert_eq!(shown(dose), dose.sources, "{}", exercise.id.as_str());
            }
        }
    }

    #[test]
    fn a_stretch_shows_its_hold_its_bounds_and_the_dose_for_65_and_older() {
        let id = ExerciseId::new("quad-stretch-prone").unwrap();
        let dose = catalogue().exercise(&id).unwrap().dose(Mode::Static).unwrap();
        let lines = dose_lines(dose);
        let hold = lines.iter().find(|line| line.number == DoseNumber::Hold).unwrap();
        let rule = |id: &str| Source::Rule(id.to_owned());
        assert_eq!(hold.value, Some(Sourced { value: 20, source: rule("X1") }));
        let bounds = Bounds { least: 15, most: 30 };
        assert_eq!(hold.bounds, Some(Sourced { value: bounds, source: rule("R0.16") }));
        assert_eq!(hold.number.unit(), Unit::Seconds);
        let last = lines.last().unwrap();
        assert_eq!(last.number, DoseNumber::SeniorHold);
        assert_eq!(last.value, Some(Sourced { value: 30, source: rule("R0.18") }));
        assert_eq!(origin_of("R0.18"), Origin::Article);
    }

    #[test]
    fn the_sessions_of_an_exercise_hold_it() {
        let id = ExerciseId::new("glute-bridge").unwrap();
        let sessions = sessions_with(catalogue(), &id);
        assert!(sessions.iter().any(|(_, session)| session.id.0 == "P7-A"));
        for (_, session) in sessions {
            assert!(session.blocks.iter().any(|block| block.exercise == id));
        }
    }

    /// What the lines show, in the form of the content file.
    fn shown(dose: &Dose) -> BTreeMap<String, String> {
        let name = |source: &Source| match source {
            Source::Rule(id) => id.clone(),
            Source::Ours | Source::Advised => "ours".to_owned(),
        };
        let mut shown = BTreeMap::new();
        for DoseLine { number, value, bounds } in dose_lines(dose) {
            let slug = number.slug();
            if let Some(value) = value {
                shown.insert(slug.to_owned(), name(&value.source));
            }
            if let Some(bounds) = bounds {
                let slug = match number {
                    DoseNumber::Effort => slug.to_owned(),
                    _ => format!("{slug}_bounds"),
                };
                shown.insert(slug, name(&bounds.source));
            }
        }
        shown
    }
}
