//! Laws for any history and any decisions.

use std::collections::BTreeSet;

use proptest::prelude::*;
use soepel::{
    content,
    domain::{
        body::Score,
        dose::{Adjustment, AgeGroup, Dose, Mode, Protocol},
        programme::SessionOutline,
        progress::{
            Decision, Evidence, Known, Proposed, Standing, TestResults, Who, proposals, rungs,
        },
        record::{Felt, Form, StopReason},
    },
};

use crate::made::{day, decided, good, stopped};

fn sessions() -> Vec<&'static SessionOutline> {
    content::catalogue().programmes.iter().flat_map(|programme| &programme.sessions).collect()
}

fn mark() -> impl Strategy<Value = Option<Score>> {
    prop::option::weighted(0.9, (0_u8..=7).prop_map(|mark| Score::new(mark).unwrap()))
}

fn evidence() -> impl Strategy<Value = Vec<Evidence>> {
    let one = (
        1_u64..12,
        prop::sample::select(sessions()),
        (mark(), mark(), mark(), mark(), mark()),
        prop::option::of(prop::sample::select(Form::ALL)),
        prop::option::of(prop::sample::select(Felt::ALL)),
        prop::option::weighted(0.2, prop::sample::select(StopReason::ALL)),
        any::<bool>(),
    );
    prop::collection::vec(one, 0..14).prop_map(|all| {
        let mut today = 0;
        all.into_iter()
            .map(
                |(
                    gap,
                    outline,
                    (before, after, effort, morning, soreness),
                    form,
                    felt,
                    stop,
                    done,
                )| {
                    today += gap;
                    let name = outline.id.0.as_str();
                    let last = outline.blocks.last().unwrap().exercise.as_str();
                    let base = match stop {
                        Some(reason) => stopped(today, name, last, reason),
                        None => good(today, name),
                    };
                    let completed = done;
                    Evidence {
                        before,
                        after,
                        effort,
                        morning,
                        soreness,
                        form,
                        felt,
                        completed,
                        ..base
                    }
                },
            )
            .collect()
    })
}

/// Anything that a file may hold: also steps that no rule would have proposed.
fn decisions() -> impl Strategy<Value = Vec<Decision>> {
    let blocks = sessions().into_iter().flat_map(|outline| &outline.blocks);
    let mut subjects: Vec<_> = blocks.map(|block| (block.exercise.clone(), block.mode)).collect();
    subjects.sort();
    subjects.dedup();
    let a_step = (prop::sample::select(subjects), 0_usize..9, 0_usize..9, 0_u8..4).prop_map(
        |((exercise, mode), from, to, kind)| match kind {
            0 => Proposed::Pause { exercise, mode, from, to, until: day(30) },
            1 => Proposed::Variant { exercise, mode, variant: None, harder: true, to },
            2 => Proposed::Substitute { exercise, variant: None },
            _ => Proposed::Step { exercise, mode, from, to },
        },
    );
    let a_week = (0_u64..60, any::<bool>()).prop_map(|(number, deload)| {
        if deload {
            Proposed::Deload { until: day(number) }
        } else {
            Proposed::Return { since: day(number), until: day(number + 20) }
        }
    });
    let any = prop_oneof![4 => a_step, 1 => a_week, 1 => Just(Proposed::Restart { since: day(3) })];
    prop::collection::vec((0_u64..60, any, prop::bool::weighted(0.8)), 0..12).prop_map(|mut all| {
        all.sort_by_key(|(number, ..)| *number);
        all.into_iter().map(|(number, what, accepted)| decided(number, what, accepted)).collect()
    })
}

/// Sets, repetitions and hold, where the mode has them.
fn numbers(protocol: &Protocol) -> [Option<u32>; 3] {
    match *protocol {
        Protocol::Static { reps, hold, .. } | Protocol::Hold { reps, hold, .. } => {
            [None, Some(reps), Some(hold.0)]
        }
        Protocol::Pnf { cycles, .. } => [None, Some(cycles), None],
        Protocol::IsometricEndRange { rounds, .. } => [None, Some(rounds), None],
        Protocol::ControlledRotation { circles, .. } => [None, Some(circles), None],
        Protocol::EndRangeLift { sets, reps, hold, .. } => [Some(sets), Some(reps), Some(hold.0)],
        Protocol::Reps { sets, reps, .. } | Protocol::Dynamic { sets, reps, .. } => {
            [Some(sets), Some(reps), None]
        }
        Protocol::Timed { .. } => [None, None, None],
    }
}

fn bounds(dose: &Dose, age: AgeGroup) -> [Option<(u32, u32)>; 3] {
    let hold = match (age, dose.senior) {
        (AgeGroup::Senior, Some(senior)) => Some((senior.shortest_hold.0, senior.longest_hold.0)),
        _ => dose.hold.map(|bounds| (bounds.least, bounds.most)),
    };
    [
        dose.sets.map(|bounds| (bounds.least, bounds.most)),
        dose.reps.map(|bounds| (bounds.least, bounds.most)),
        hold,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// R0.16, R0.17, R0.18, X1, X14, 5.9: bounds, the ladder's top and the landings always hold;
    /// a session that itself asks for less keeps its less.
    #[test]
    fn every_dose_stays_within_its_bounds_its_ladder_and_what_the_session_asks(
        evidence in evidence(),
        decisions in decisions(),
        today in 0_u64..120,
        senior in any::<bool>(),
    ) {
        let catalogue = content::catalogue();
        let age = if senior { AgeGroup::Senior } else { AgeGroup::Adult };
        let standing = Standing::new(&evidence, &decisions, day(today));
        for outline in sessions() {
            let mut landings = 0;
            for block in &outline.blocks {
                let exercise = catalogue.exercise(&block.exercise).unwrap();
                let dose = exercise.dose(block.mode).unwrap();
                let Some(protocol) =
                    standing.protocol(catalogue, outline, exercise, block.mode, block.change, age)
                else { continue };
                let written = dose.resolve(age, block.change);
                prop_assert_eq!(protocol.mode(), block.mode);
                let ladder = rungs(catalogue, &block.exercise, block.mode, age);
                let steps = ladder.map(|ladder| ladder.steps.as_slice()).unwrap_or_default();
                let tops = steps.iter().map(|step| numbers(&dose.resolve(age, step.change)));
                let most = tops.reduce(|one, two| [0, 1, 2].map(|place| one[place].max(two[place])));
                let most = most.unwrap_or_default();
                let all = numbers(&protocol).into_iter().zip(numbers(&written));
                for (place, (now, written)) in all.enumerate() {
                    let (Some(now), Some(written)) = (now, written) else { continue };
                    let said = format!("{} {} {now}", outline.id.0, block.exercise.as_str());
                    if let Some((least, bound)) = bounds(dose, age)[place] {
                        prop_assert!(now >= least.min(written), "{} under {}", said, least);
                        prop_assert!(now <= bound.max(written), "{} over {}", said, bound);
                    }
                    let ladder = most[place].unwrap_or(written);
                    prop_assert!(now <= ladder.max(written), "{} over its ladder", said);
                    let asked = [block.change.sets, block.change.reps, block.change.hold.map(|hold| hold.0)];
                    if let Some(asked) = asked[place].filter(|_| !senior) {
                        prop_assert!(now <= asked, "{} over what the session asks", said);
                    }
                }
                if exercise.category == soepel::domain::exercise::Category::RunnerDynamic
                    && let [Some(sets), Some(reps), _] = numbers(&protocol)
                {
                    let both = dose.sides != soepel::domain::dose::Sides::Together;
                    landings += sets * reps * if both { 2 } else { 1 };
                }
            }
            let most = if outline.ground_contacts <= 40 { 40 } else { 60 };
            prop_assert!(landings <= most, "{} landings in {}", landings, outline.id.0);
        }
    }

    /// Without a decision and without a gap every session is as it is written.
    #[test]
    fn without_a_decision_everything_is_as_it_is_written(senior in any::<bool>()) {
        let catalogue = content::catalogue();
        let age = if senior { AgeGroup::Senior } else { AgeGroup::Adult };
        for outline in sessions() {
            for block in &outline.blocks {
                let exercise = catalogue.exercise(&block.exercise).unwrap();
                let written = exercise.dose(block.mode).unwrap().resolve(age, block.change);
                let (mode, change): (Mode, Adjustment) = (block.mode, block.change);
                let now = Standing::default().protocol(catalogue, outline, exercise, mode, change, age);
                prop_assert_eq!(now, Some(written));
            }
        }
    }

    /// X17: every proposal has a change, a reason and a rule; at most one asks for a further step,
    /// and none while another asks for less.
    #[test]
    fn every_proposal_has_its_rule_and_at_most_one_step_up_is_among_them(
        evidence in evidence(),
        decisions in decisions(),
        today in 0_u64..120,
        senior in any::<bool>(),
    ) {
        let who = Who::new(if senior { AgeGroup::Senior } else { AgeGroup::Adult });
        let all = proposals(&Known {
            catalogue: content::catalogue(),
            evidence: &evidence,
            decisions: &decisions,
            answers: &[],
            tests: &TestResults::default(),
            limits: &[],
            who: &who,
            lacks: &BTreeSet::new(),
            onward: &[],
            careful: false,
        advised: &BTreeSet::new(),
            today: day(today),
        });
        let changes = || all.iter().flat_map(|proposal| &proposal.changes);
        for proposal in &all {
            prop_assert!(!proposal.changes.is_empty() && !proposal.rules.is_empty());
        }
        let up = |change: &&Proposed| match change {
            Proposed::Step { from, to, .. } => to > from,
            Proposed::Variant { harder, .. } => *harder,
            Proposed::Load { .. } => true,
            _ => false,
        };
        let down = |change: &Proposed| match change {
            Proposed::Step { from, to, .. } => to < from,
            Proposed::Pause { .. } | Proposed::Substitute { .. } | Proposed::Referral(_) => true,
            _ => false,
        };
        prop_assert!(changes().filter(up).count() <= 1);
        prop_assert!(!changes().any(down) || !changes().any(Proposed::asks_more));
        for change in changes() {
            if let Proposed::Step { exercise, mode, from, to } = change {
                let ladder = rungs(content::catalogue(), exercise, *mode, who.age).unwrap();
                prop_assert!(*to < ladder.steps.len() && from != to);
            }
        }
    }
}
