//! What is proposed today, the review question, and what was decided when.

use std::collections::BTreeSet;

use crate::{
    app::{
        model::{Log, Model},
        outline::Maker,
    },
    domain::{
        advice::Advised,
        body::{HipMovement, Side},
        dose::{Adjustment, Mode, Protocol},
        exercise::{Exercise, ExerciseId, Variant},
        planning::{choices::Choices, choosing::after},
        programme::ProgrammeId,
        progress::{
            Decision, Known, Proposal, Reason, ReviewAnswer, Standing, TestResults, Who, gate,
            next_stages, proposals, review_is_due, rungs, since_restart, tests_in_the_way,
        },
        selftest::{Class, Focus, How, RotationGate, SIDES, TestId},
        spell::SpellKind,
        text::Bilingual,
        time::Moment,
    },
};

/// No more cards than this at once: nobody decides about everything in one go. Our choice.
const CARDS: usize = 3;

/// Where an exercise stands on its ladder.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    pub exercise: &'static Exercise,
    pub mode: Mode,
    /// From 0.
    pub place: usize,
    pub most: usize,
    /// What comes after, once this is the last.
    pub after: Option<&'static Bilingual>,
    pub variant: Option<&'static Variant>,
    /// A physiotherapist sets its numbers now, and no step holds.
    pub advised: bool,
}

/// Something that somebody decided or answered.
#[derive(Clone, Debug, PartialEq)]
pub enum Made {
    Decision(Decision),
    Review(ReviewAnswer),
}

impl Made {
    fn at(&self) -> i64 {
        match self {
            Self::Decision(decision) => decision.at,
            Self::Review(answer) => answer.at,
        }
    }
}

impl Model {
    /// The steps, pauses and lighter weeks that hold now.
    pub fn standing(&self, now: Moment) -> Standing {
        let Log { evidence, decisions, .. } = &self.log;
        let own = Standing::new(evidence, decisions, now.day());
        match self.accepted().map(Advised::of) {
            Some(advised) => own.with_advice(advised, self.catalogue, decisions),
            None => own,
        }
    }

    /// Whoever set the numbers of a session themselves finds them as they were set.
    pub(in crate::app) fn standing_in(&self, maker: &Maker, now: Moment) -> Standing {
        match maker {
            Maker::Programme(_) => self.standing(now),
            Maker::Person { .. } => {
                self.accepted().map(Advised::of).map(Standing::leaving_out).unwrap_or_default()
            }
        }
    }

    pub(super) fn who(&self, now: Moment) -> Who {
        let age = self.settings.age_group(now.day().year());
        Who { age, conditions: self.profile(now).conditions(self.catalogue) }
    }

    /// The self-tests as the gates ask them.
    pub(super) fn test_results(&self) -> TestResults {
        let tests = self.tests();
        let shown = tests.gates();
        let (Some(decision), Some((_, check))) = (self.hip_decision(), tests.latest_hip_check())
        else {
            return TestResults { shown, ..TestResults::default() };
        };
        let fair = |class: Option<Class>| class >= Some(Class::Fair);
        let rotations = [HipMovement::InternalRotation, HipMovement::ExternalRotation];
        let space = |focus: &Focus| {
            let passive =
                |side: Side| check.get(focus.movement, side).class(focus.movement, How::Passive);
            focus.sides.iter().all(|side| fair(passive(*side)))
        };
        let open = decision.gate == RotationGate::Open;
        TestResults {
            shown,
            rotation_sufficient: open,
            rotation_fair: rotations.into_iter().all(|movement| {
                SIDES.into_iter().all(|side| fair(check.get(movement, side).best(movement)))
            }),
            focus_space: open && decision.focus.iter().all(space),
        }
    }

    /// The tests that a gate waits for (X24).
    pub(super) fn tests_at_gates(&self, now: Moment) -> Vec<TestId> {
        let (results, who) = (self.test_results(), self.who(now));
        let Log { evidence, decisions, .. } = &self.log;
        let lately = since_restart(evidence, decisions);
        next_stages(evidence, decisions)
            .into_iter()
            .flat_map(|stage| tests_in_the_way(&gate(stage, lately, &results, &who, now.day())))
            .collect()
    }

    /// The most pressing proposals.
    pub fn proposals(&self, now: Moment) -> Vec<Proposal> {
        let (tests, limits) = (self.test_results(), self.tests().limits());
        let mut all = proposals(&Known {
            catalogue: self.catalogue,
            evidence: &self.log.evidence,
            decisions: &self.log.decisions,
            answers: &self.log.answers,
            tests: &tests,
            limits: &limits,
            who: &self.who(now),
            lacks: &self.choices().map(Choices::lacks).unwrap_or_default(),
            onward: &self.onward(now),
            careful: self.is_careful(now),
            advised: &self.accepted().map(Advised::of).unwrap_or_default().set_by_it(),
            today: now.day(),
        });
        // Who is ill or away has nothing to decide but whether somebody should look along.
        let away =
            self.spell_now(now.day()).is_some_and(|(_, spell)| spell.kind != SpellKind::FlareUp);
        all.retain(|proposal| !away || matches!(proposal.reason, Reason::Found { .. }));
        all.truncate(CARDS);
        all
    }

    /// The programmes of the plan with what would come after each; none before anything was chosen.
    fn onward(&self, now: Moment) -> Vec<(ProgrammeId, ProgrammeId)> {
        let Some(choices) = self.choices() else { return Vec::new() };
        let chosen = self.chosen(choices, now);
        let hips = self.hips(now);
        let all = chosen.programmes.iter().map(|one| &one.programme);
        all.filter_map(|from| Some((from.clone(), after(&chosen, from, choices, &hips)?))).collect()
    }

    /// Whether it is time to ask how the complaint goes (X37).
    pub fn asks_review(&self, now: Moment) -> bool {
        review_is_due(&self.log.evidence, &self.log.answers, now.day())
    }

    /// Everything that was decided or answered, the newest first.
    pub fn made(&self) -> Vec<Made> {
        let decisions = self.log.decisions.iter().cloned().map(Made::Decision);
        let answers = self.log.answers.iter().copied().map(Made::Review);
        let mut all: Vec<Made> = decisions.chain(answers).collect();
        all.sort_by_key(|made| std::cmp::Reverse(made.at()));
        all
    }

    /// Where somebody stands on the ladder of each exercise that they did, in the order of lists.
    pub fn rungs(&self, now: Moment) -> Vec<Rung> {
        let age = self.settings.age_group(now.day().year());
        let standing = self.standing(now);
        let evidence = || self.log.evidence.iter().flat_map(|session| &session.exercises);
        let done: BTreeSet<(&ExerciseId, Mode)> =
            evidence().map(|row| (&row.exercise, row.mode)).collect();
        let mut all: Vec<Rung> = done
            .into_iter()
            .filter_map(|(id, mode)| {
                let exercise = self.catalogue.exercise(id)?;
                let ladder = rungs(self.catalogue, id, mode, age)?;
                let place = standing.steps.place(ladder, exercise.dose(mode)?, age);
                let last = place + 1 == ladder.steps.len();
                let chosen = standing.steps.variant(id);
                Some(Rung {
                    exercise,
                    mode,
                    place,
                    most: ladder.steps.len(),
                    after: last.then_some(&ladder.then),
                    variant: chosen.and_then(|chosen| exercise.variant(chosen)),
                    advised: standing.advised().sets(id, mode),
                })
            })
            .collect();
        all.sort_by_key(|rung| (rung.exercise.order, rung.mode));
        all
    }

    /// The numbers of one step of a ladder.
    pub fn step_numbers(
        &self,
        exercise: &ExerciseId,
        mode: Mode,
        place: usize,
        now: Moment,
    ) -> Option<(Protocol, Option<u32>)> {
        let age = self.settings.age_group(now.day().year());
        let dose = self.catalogue.exercise(exercise)?.dose(mode)?;
        let step = rungs(self.catalogue, exercise, mode, age)
            .and_then(|ladder| ladder.steps.get(place).copied());
        let change = step.map_or_else(Adjustment::default, |step| step.change);
        Some((dose.resolve(age, change), step.and_then(|step| step.effort_most)))
    }
}
