//! What the self-tests and the gates bring to the plan.

use crate::{
    app::model::Model,
    domain::{
        exercise::{Condition, ExerciseId},
        planning::{
            choices::{Choices, Situation},
            choosing::Hips,
        },
        programme::SessionId,
        progress::{STAGES, reached},
        selftest::{Given, Goal, RotationGate, decide},
        time::Moment,
    },
};

impl Model {
    /// What the last hip check came to, for what this person wants and may do.
    pub fn hips(&self, now: Moment) -> Hips {
        let tests = self.tests();
        let Some((_, check)) = tests.latest_hip_check() else { return Hips::Untested };
        let conditions = self.profile(now).conditions(self.catalogue);
        let decision = decide(
            check,
            &Given {
                goals: self.choices().map(movement_goals).unwrap_or_default(),
                lateral_hip_pain: conditions.contains(&Condition::LateralHipPain),
                limits: tests.limits(),
            },
        );
        let weaker = decision.focus.iter().find_map(|focus| focus.weaker);
        let focus: Vec<ExerciseId> =
            decision.focus.into_iter().map(|focus| focus.exercise).collect();
        match decision.gate {
            RotationGate::Open => Hips::Open { focus, weaker },
            RotationGate::Closed => Hips::RotationFirst { focus, weaker },
            RotationGate::Untested => Hips::Untested,
        }
    }

    /// The later stages that somebody passed the gate of and said yes to.
    pub(super) fn stages_passed(&self) -> Vec<SessionId> {
        let mut programmes: Vec<&str> = STAGES.iter().map(|stage| stage.programme).collect();
        programmes.dedup();
        programmes
            .into_iter()
            .filter_map(|programme| reached(programme, &[], &self.log.decisions))
            .map(|stage| SessionId(stage.to_owned()))
            .collect()
    }
}

/// What somebody wants, in the words of the hip check's decision (4.2).
fn movement_goals(choices: &Choices) -> Vec<Goal> {
    let has = |situation: &Situation| choices.situations.contains(situation);
    let goals = [
        (Situation::Running, Goal::Running),
        (Situation::Sitting, Goal::Sitting),
        (Situation::Dance, Goal::DancingOrMartialArts),
    ];
    goals.into_iter().filter(|(situation, _)| has(situation)).map(|(_, goal)| goal).collect()
}
