//! From what somebody chose to programmes, each with its reason, and to those that wait.

use crate::domain::{
    body::Side,
    dose::AgeGroup,
    exercise::ExerciseId,
    programme::{Programme, ProgrammeId},
    time::Day,
};

use super::{
    choices::{Choices, Goal, Situation},
    load::Placed,
    why::Why,
};

/// What the hip check came to (4.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Hips {
    #[default]
    Untested,
    /// Rotation is limited: it comes first, and the other directions wait (R1.11).
    RotationFirst {
        focus: Vec<ExerciseId>,
        weaker: Option<Side>,
    },
    Open {
        focus: Vec<ExerciseId>,
        weaker: Option<Side>,
    },
}

impl Hips {
    /// The side that begins (X28): both sides get the same, and the stiffer one gets it fresh.
    pub fn weaker(&self) -> Option<Side> {
        match self {
            Self::Untested => None,
            Self::RotationFirst { weaker, .. } | Self::Open { weaker, .. } => *weaker,
        }
    }

    pub fn rotation_waits(&self) -> bool {
        matches!(self, Self::RotationFirst { .. })
    }
}

/// A programme and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reasoned {
    pub programme: ProgrammeId,
    pub why: Why,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen {
    /// The first is the main one.
    pub programmes: Vec<Reasoned>,
    /// What fits as well, and why it comes later.
    pub waiting: Vec<Reasoned>,
}

impl Chosen {
    pub fn has(&self, id: &str) -> bool {
        self.programmes.iter().any(|one| one.programme.0 == id)
    }
}

/// The daily minutes, which go with everything.
const DAILY: &str = "P6";

/// The minutes that go with everything.
pub fn is_daily(programme: &ProgrammeId) -> bool {
    programme.0 == DAILY
}

/// 5.8: P6 goes with any; P1 or P4 with P3 or P5; P2 with P5.
pub fn go_together(one: &ProgrammeId, other: &ProgrammeId) -> bool {
    if one == other || one.0 == DAILY || other.0 == DAILY {
        return true;
    }
    let pair = [one.0.as_str(), other.0.as_str()];
    let pairs = [["P1", "P3"], ["P1", "P5"], ["P4", "P3"], ["P4", "P5"], ["P2", "P5"]];
    pairs.iter().any(|[a, b]| pair == [*a, *b] || pair == [*b, *a])
}

/// The programmes that these choices lead to. Those that the catalogue does not have are passed
/// over, and what somebody chose themselves stands before what we would choose.
pub fn choose(programmes: &[Programme], choices: &Choices, hips: &Hips, age: AgeGroup) -> Chosen {
    let mut chosen = Chosen::default();
    for (id, why) in wishes(choices, hips, age) {
        let known = programmes.iter().find(|programme| programme.id.0 == id);
        let Some(programme) = known.map(|programme| programme.id.clone()) else { continue };
        let met = |list: &[Reasoned]| list.iter().any(|one| one.programme == programme);
        if met(&chosen.programmes) || met(&chosen.waiting) {
            continue;
        }
        let blocked = hips.rotation_waits() && !["P2", "P5", DAILY].contains(&id.as_str());
        let fits = chosen.programmes.iter().all(|there| go_together(&there.programme, &programme));
        let (list, why) = if blocked {
            (&mut chosen.waiting, Why::WaitsForRotation)
        } else if fits {
            (&mut chosen.programmes, why)
        } else {
            (&mut chosen.waiting, Why::WaitsForTheFirst)
        };
        list.push(Reasoned { programme, why });
    }
    chosen
}

/// Every programme that something speaks for, what speaks loudest first.
fn wishes(choices: &Choices, hips: &Hips, age: AgeGroup) -> Vec<(String, Why)> {
    let mut wishes: Vec<(&str, Why)> = Vec::new();
    if hips.rotation_waits() {
        wishes.push(("P2", Why::RotationFirst));
    }
    let own = choices.programmes.iter().map(|id| (id.0.clone(), Why::OwnChoice));
    let is = |situation| choices.situations.contains(&situation);
    if choices.programmes.is_empty() {
        let gentle = [
            (is(Situation::Restart), "P7", Why::Restarts),
            (age == AgeGroup::Senior, "P7", Why::Senior),
        ];
        let goal = choices.goal.map(|goal| match goal {
            Goal::HipFront => ("P1", Why::GoalHipFront),
            Goal::Supple => ("P2", Why::GoalSupple),
            Goal::Strong => ("P3", Why::GoalStrong),
            Goal::Habit => (DAILY, Why::GoalHabit),
        });
        let situations = [
            (is(Situation::LowBack), "P3", Why::LowBack),
            (is(Situation::Running), "P5", Why::Runs),
            (is(Situation::Sitting), "P4", Why::Sits),
            (is(Situation::Stiff), "P2", Why::IsStiff),
            (is(Situation::Dance), "P2", Why::Dances),
        ];
        let said = |(holds, id, why)| if holds { Some((id, why)) } else { None };
        wishes.extend(gentle.into_iter().filter_map(said));
        wishes.extend(goal);
        wishes.extend(situations.into_iter().filter_map(said));
        if matches!(hips, Hips::Open { focus, .. } if !focus.is_empty()) {
            wishes.push(("P2", Why::HipCheck));
        }
        let nothing_said = wishes.is_empty();
        wishes.push((DAILY, if nothing_said { Why::Everybody } else { Why::EveryDay }));
    }
    let wishes = wishes.into_iter().map(|(id, why)| (id.to_owned(), why));
    wishes.chain(own).collect()
}

/// What would take the place of a programme whose last stage is done: what waited for it, else what
/// its section names next. None where it is best kept up as it is.
pub fn after(
    chosen: &Chosen,
    done: &ProgrammeId,
    choices: &Choices,
    hips: &Hips,
) -> Option<ProgrammeId> {
    let rest = || chosen.programmes.iter().map(|one| &one.programme).filter(|id| *id != done);
    let fits = |id: &ProgrammeId| rest().all(|other| go_together(other, id));
    let strong = rest().any(|id| ["P3", "P5"].contains(&id.0.as_str()));
    let runs = choices.situations.contains(&Situation::Running);
    // Mobility is for who the hip check found something.
    let stiff = matches!(hips, Hips::Open { focus, .. } if !focus.is_empty());
    let next = match done.0.as_str() {
        // With strength beside it, the daily minutes keep what was won.
        "P1" if strong => DAILY,
        "P1" | "P7" => "P3",
        "P2" if !strong => {
            if runs {
                "P5"
            } else {
                "P3"
            }
        }
        "P3" if runs => "P5",
        "P3" if stiff => "P2",
        _ => return None,
    };
    let waits = chosen.waiting.iter().filter(|one| one.why == Why::WaitsForTheFirst);
    let waited = waits.map(|one| one.programme.clone()).find(|id| id != done && fits(id));
    let named = || Some(ProgrammeId(next.to_owned())).filter(|id| id.0 == DAILY || fits(id));
    waited.or_else(named).filter(|id| id.0 == DAILY || !chosen.has(&id.0))
}

/// R0.8, C9: who has stretched for two weeks is offered strength beside it.
pub fn offers_strength(chosen: &Chosen, past: &[Placed], today: Day) -> bool {
    let stretches = chosen.has("P1") || chosen.has("P4");
    let strengthens = chosen.has("P3") || chosen.has("P5");
    let since = past
        .iter()
        .filter(|placed| ["P1", "P4"].contains(&placed.load.programme.0.as_str()))
        .map(|placed| today.days_since(placed.day))
        .max();
    stretches && !strengthens && since.is_some_and(|days| days >= 14)
}
