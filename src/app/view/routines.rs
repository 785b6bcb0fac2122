//! What the list of one's own routines and the page that makes one show, as values.

use std::collections::{BTreeMap, BTreeSet};

use super::exercise::{DoseNumber, Source, dose_lines};
use crate::{
    app::model::Model,
    domain::{
        advice::Advised,
        body::{HipMovement, Muscle},
        clearance::{DailyCheck, Permit},
        dose::{AgeGroup, Bounds, Dose, Mode, Protocol, Sides, Working},
        exercise::{Exercise, ExerciseId},
        planning::load::Load,
        prescribing::{length, prescribe_at},
        programme::{SessionId, SessionOutline},
        progress,
        record::RecordId,
        routine::{
            Routine, RoutineBlock,
            amount::{Amount, Limits, Said, limits},
            draft::Draft,
            outline, own_session, permitted,
            review::{Caution, cautions, covered, long_week},
        },
        time::{Day, Moment, Seconds},
        timeline::Pacing,
    },
};

/// One routine as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct RoutineCard {
    pub id: RecordId,
    pub session: SessionId,
    pub name: String,
    pub exercises: usize,
    pub lasts: Seconds,
    pub last_done: Option<Day>,
    pub standing: Standing,
}

/// Whether a routine may be played now.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    Open {
        without: Vec<(&'static Exercise, WhyOut)>,
    },
    /// Nothing of it may be done.
    Locked {
        without: Vec<(&'static Exercise, WhyOut)>,
    },
    /// There is nothing in it that this version knows.
    Hollow,
}

/// Why an exercise is left out of a routine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyOut {
    /// The answers to the safety questions do not allow it.
    Answers,
    /// Its movement hurt in the hip check (4.2).
    Pain,
    /// A jump, before level 3 was reached (X27).
    Level,
    /// A jump within two days of others (X14).
    Jumped,
    /// A jump over the most of one session (X14).
    Landings,
    /// Before the side plank is held for 20 seconds (C17).
    Plank,
    /// A physiotherapist says so.
    Advised,
}

impl WhyOut {
    pub(super) fn of(exercise: &Exercise, permit: &Permit) -> Self {
        if !permit.trims_sessions() || permit.skips(exercise) {
            Self::Answers
        } else if permit.pain_in(exercise).is_some() {
            Self::Pain
        } else if permit.waits_for_level(exercise) {
            Self::Level
        } else if permit.rests_from_jumps(exercise) {
            Self::Jumped
        } else if permit.waits_for_side_plank(exercise) {
            Self::Plank
        } else if permit.allows(exercise) {
            Self::Landings
        } else {
            Self::Answers
        }
    }
}

/// A draft as its page shows it, apart from its blocks.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftView {
    pub lasts: Seconds,
    pub muscles: BTreeSet<Muscle>,
    pub movements: BTreeSet<HipMovement>,
    pub cautions: Vec<Caution>,
    pub standing: Standing,
}

/// One block of a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct BlockView {
    /// From 0, of how many.
    pub place: usize,
    pub of: usize,
    pub known: Option<KnownBlock>,
    /// What to call it when it is not known.
    pub exercise: ExerciseId,
}

#[derive(Clone, Debug, PartialEq)]
pub struct KnownBlock {
    pub exercise: &'static Exercise,
    pub mode: Mode,
    pub protocol: Protocol,
    pub per_side: bool,
    /// None where the exercise has no sides.
    pub working: Option<Working>,
    pub numbers: Vec<NumberView>,
}

/// A number with how far it may go, and who says so.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberView {
    pub amount: Amount,
    pub number: DoseNumber,
    pub value: u32,
    pub bounds: Bounds,
    pub source: Source,
}

impl Model {
    pub fn routine_cards(&self, now: Moment) -> Vec<RoutineCard> {
        self.routines().map(|(id, routine)| self.routine_card(id, routine, now)).collect()
    }

    pub(super) fn routine_card(&self, id: RecordId, routine: &Routine, now: Moment) -> RoutineCard {
        let session = own_session(id);
        let last = self.history.newest_first().find(|record| record.session == session);
        RoutineCard {
            id,
            name: routine.name.as_str().to_owned(),
            exercises: routine.blocks.len(),
            lasts: self.lasts(&session, now).unwrap_or_default(),
            last_done: last.map(|record| record.day),
            standing: self.may_play(routine.outline(id, self.catalogue, self.age(now)), now),
            session,
        }
    }

    pub fn draft_view(&self, draft: &Draft, now: Moment) -> DraftView {
        let age = self.age(now);
        let blocks = draft.routine_blocks();
        let outline = self.outline_of_blocks(&blocks, now);
        let pacing = Pacing { transition: draft.between.seconds(), ..self.pacing() };
        let lasts = length(self.catalogue, &outline, age, pacing).unwrap_or_default();
        let (muscles, movements) = covered(&blocks, self.catalogue);
        let mut cautions = cautions(&blocks, self.catalogue, age);
        cautions.extend(long_week(&blocks, self.catalogue, age, &self.stretched_lately(now)));
        DraftView { lasts, muscles, movements, cautions, standing: self.may_play(outline, now) }
    }

    /// Seconds that each muscle was stretched today and in the six days before, on one side.
    fn stretched_lately(&self, now: Moment) -> BTreeMap<Muscle, Seconds> {
        let week = self
            .history
            .oldest_first()
            .filter(|record| (0..7).contains(&now.day().days_since(record.day)));
        let mut held: BTreeMap<Muscle, Seconds> = BTreeMap::new();
        for one in Load::all_done(self.catalogue, week, self.age(now)) {
            for (muscle, seconds) in one.load.stretch {
                let sum = held.entry(muscle).or_default();
                *sum = *sum + seconds;
            }
        }
        held
    }

    pub fn block_view(&self, draft: &Draft, key: u32, now: Moment) -> Option<BlockView> {
        let place = draft.place(key)?;
        let block = draft.block(key)?;
        let known = block.known(self.catalogue).map(|(exercise, dose)| {
            let age = self.age(now);
            let sided = dose.sides != Sides::Together;
            let protocol = dose.resolve(age, block.change);
            KnownBlock {
                exercise,
                mode: dose.protocol.mode(),
                protocol,
                per_side: dose.sides.narrowed(block.working).is_per_side(),
                working: sided.then_some(block.working),
                numbers: self.numbers(exercise, dose, &protocol, age),
            }
        });
        Some(BlockView { place, of: draft.blocks.len(), known, exercise: block.exercise.clone() })
    }

    pub fn age(&self, now: Moment) -> AgeGroup {
        self.settings.age_group(now.day().year())
    }

    fn outline_of_blocks(&self, blocks: &[RoutineBlock], now: Moment) -> SessionOutline {
        let nameless = SessionId(String::new());
        outline(nameless, String::new(), blocks, self.catalogue, self.age(now))
    }

    /// On a day without pain: the daily check comes when it starts.
    fn may_play(&self, outline: SessionOutline, now: Moment) -> Standing {
        if outline.blocks.is_empty() {
            return Standing::Hollow;
        }
        let permit: Permit = self.permit(None::<DailyCheck>, now);
        let (outline, left_out) = permitted(outline, self.catalogue, &permit);
        let without = left_out.iter().filter_map(|id| self.catalogue.exercise(id));
        let mut without: Vec<_> = without.map(|one| (one, WhyOut::of(one, &permit))).collect();
        let advised = self.accepted().map(Advised::of).unwrap_or_default();
        let left = outline.blocks.iter().filter(|block| advised.leaves(&block.exercise));
        let left = left.filter_map(|block| self.catalogue.exercise(&block.exercise));
        without.extend(left.map(|one| (one, WhyOut::Advised)));
        let standing = progress::Standing::leaving_out(advised);
        match prescribe_at(self.catalogue, &outline, self.age(now), &permit, &standing) {
            Ok(_) => Standing::Open { without },
            Err(_) => Standing::Locked { without },
        }
    }

    fn numbers(
        &self,
        exercise: &Exercise,
        dose: &Dose,
        protocol: &Protocol,
        age: AgeGroup,
    ) -> Vec<NumberView> {
        let views = Amount::ALL.into_iter().filter_map(|amount| {
            let value = amount.of(protocol)?;
            let limits = limits(self.catalogue, exercise, dose, age, amount)?;
            let number = number_of(amount, protocol);
            Some(NumberView {
                amount,
                number,
                value,
                bounds: limits.bounds,
                source: source_of(number, limits, dose),
            })
        });
        views.collect()
    }
}

/// What a number is called in the way this dose is done.
fn number_of(amount: Amount, protocol: &Protocol) -> DoseNumber {
    match (amount, protocol) {
        (Amount::Sets, _) => DoseNumber::Sets,
        (Amount::Reps, Protocol::Pnf { .. }) => DoseNumber::Cycles,
        (Amount::Reps, Protocol::IsometricEndRange { .. }) => DoseNumber::Rounds,
        (Amount::Reps, Protocol::ControlledRotation { .. }) => DoseNumber::Circles,
        (Amount::Reps, _) => DoseNumber::Reps,
        (Amount::Hold, _) => DoseNumber::Hold,
        (Amount::Passive, _) => DoseNumber::Passive,
        (Amount::Duration, _) => DoseNumber::Duration,
    }
}

fn source_of(number: DoseNumber, limits: Limits, dose: &Dose) -> Source {
    let number = match limits.said {
        Said::Ours => return Source::Ours,
        Said::Senior => DoseNumber::SeniorHold,
        Said::Dose => number,
    };
    let line = dose_lines(dose).into_iter().find(|line| line.number == number);
    line.and_then(|line| line.bounds).map_or(Source::Ours, |bounds| bounds.source)
}
