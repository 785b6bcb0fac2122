//! What one finished session says about each exercise in it.

use crate::domain::{
    body::{BodyPart, Change, Score, Side},
    catalogue::Catalogue,
    dose::{AgeGroup, Mode, Protocol, Sides},
    exercise::ExerciseId,
    programme::SessionId,
    record::{DoneMode, DoneRow, Ending, Felt, Form, Outcome, SessionRecord, StopReason},
    time::{Day, Seconds},
    timeline::{Pacing, Phase, lay_out},
};

use super::{Blame, Decision, Standing, blame, feel::judge};

/// One finished session; an answer not given stays missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// When it began, in epoch milliseconds UTC: what comes before and after a decision.
    pub at: i64,
    pub day: Day,
    pub session: SessionId,
    /// To its last phase, or added afterwards.
    pub completed: bool,
    /// Pain before (D1), and where.
    pub before: Option<Score>,
    pub place: Option<BodyPart>,
    /// Soreness of the time before (D5).
    pub soreness: Option<Score>,
    pub after: Option<Score>,
    pub change: Option<Change>,
    pub effort: Option<Score>,
    pub form: Option<Form>,
    pub felt: Option<Felt>,
    /// The same, told about one exercise in the middle of the session.
    pub felt_in: Vec<(ExerciseId, Felt)>,
    /// Pain or stiffness on the morning after (X16).
    pub morning: Option<Score>,
    pub exercises: Vec<Exercised>,
    pub stops: Vec<Stop>,
    /// What its bad signs are about, as far as that can be known.
    pub blame: Blame,
}

/// One exercise on one side, as it was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exercised {
    pub exercise: ExerciseId,
    pub mode: Mode,
    pub side: Option<Side>,
    /// Everything that was asked for was done.
    pub done: bool,
    /// Repetitions, sets multiplied in.
    pub count: u32,
    /// The session asked for the whole step, and no lighter or shorter version of it.
    pub full: bool,
    /// Pain during this exercise, where it was asked.
    pub pain: Option<Score>,
}

/// Why somebody stopped, and in what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    pub exercise: ExerciseId,
    pub side: Option<Side>,
    pub reason: StopReason,
}

impl Evidence {
    /// The rows of one exercise in one mode: two of them where it has sides.
    pub fn rows(&self, exercise: &ExerciseId, mode: Mode) -> impl Iterator<Item = &Exercised> {
        self.exercises.iter().filter(move |row| row.exercise == *exercise && row.mode == mode)
    }

    pub fn has(&self, exercise: &ExerciseId, mode: Mode) -> bool {
        self.rows(exercise, mode).next().is_some()
    }

    /// Where an exercise was felt: what was said of it alone, or else of the whole session.
    pub fn felt_at(&self, exercise: &ExerciseId) -> Option<Felt> {
        let own = self.felt_in.iter().find(|(about, _)| about == exercise);
        own.map(|(_, felt)| *felt).or(self.felt)
    }

    /// Told, and nowhere in the wrong place.
    pub fn felt_right(&self) -> bool {
        let mut told = self.felt_in.iter().map(|(_, felt)| *felt).chain(self.felt).peekable();
        told.peek().is_some() && told.all(|felt| !felt.is_wrong())
    }

    /// The worst pain that was told, in this exercise or after the session.
    pub fn worst_pain(&self, exercise: &ExerciseId, mode: Mode) -> Option<Score> {
        self.rows(exercise, mode).filter_map(|row| row.pain).chain(self.after).max()
    }

    /// How much worse the next morning was than before the session; negative when better.
    pub fn overnight(&self) -> Option<i16> {
        let (morning, before) = (self.morning?, self.before?);
        Some(i16::from(morning.value()) - i16::from(before.value()))
    }

    /// The 24-hour rule: at most one point worse than before (X16). None while nobody answered.
    pub fn settled_overnight(&self) -> Option<bool> {
        self.overnight().map(|worse| worse <= 1)
    }
}

/// What every kept session says, the oldest first. Each is held against the steps that held when
/// it was done.
pub fn evidence_of<'a>(
    records: impl Iterator<Item = &'a SessionRecord>,
    decisions: &[Decision],
    catalogue: &Catalogue,
    age: AgeGroup,
) -> Vec<Evidence> {
    let mut asked = Asked::default();
    let mut then: Option<(usize, Standing)> = None;
    let mut all: Vec<Evidence> = records
        .map(|record| {
            let made = decisions.partition_point(|decision| decision.at <= record.started_wall);
            // Only the steps are asked for here, and they change with a decision alone.
            if then.as_ref().is_none_or(|(before, _)| *before != made) {
                then = Some((made, Standing::new(&[], &decisions[..made], record.day)));
            }
            let (_, standing) = then.get_or_insert_default();
            one(record, standing, catalogue, age, &mut asked)
        })
        .collect();
    blame::lay(&mut all, decisions, catalogue);
    all
}

/// What doses ask for, reckoned once each: a year of sessions holds few different ones.
#[derive(Default)]
struct Asked(Vec<(Protocol, Sides, (u32, Seconds))>);

impl Asked {
    /// Repetitions and seconds of work on one side.
    fn of(&mut self, protocol: &Protocol, sides: Sides) -> (u32, Seconds) {
        let known = self.0.iter().find(|(known, on, _)| known == protocol && *on == sides);
        if let Some((.., asked)) = known {
            return *asked;
        }
        let phases = lay_out(protocol, sides, Side::Left, Pacing::default(), 0, 0);
        let side = |phase: &&Phase| sides == Sides::Together || phase.side == Some(Side::Left);
        let count = phases.iter().filter(side).filter(|phase| phase.completes).count();
        let work = phases.iter().filter(side).filter(|phase| phase.kind.is_work());
        let asked = (u32::try_from(count).unwrap_or(u32::MAX), work.map(|phase| phase.lasts).sum());
        self.0.push((*protocol, sides, asked));
        asked
    }
}

fn one(
    record: &SessionRecord,
    standing: &Standing,
    catalogue: &Catalogue,
    age: AgeGroup,
    asked: &mut Asked,
) -> Evidence {
    let exercised = |row: &DoneRow| {
        let DoneMode::Known(mode) = row.mode else { return None };
        let exercise = ExerciseId::new(&row.exercise)?;
        let known = catalogue.exercise(&exercise);
        let whole = known.and_then(|known| {
            let protocol = standing.whole(catalogue, known, mode, age)?;
            Some(asked.of(&protocol, known.dose(mode)?.sides))
        });
        let enough =
            |(count, work): (u32, Seconds)| row.done.value() >= count && row.held.seconds() >= work;
        Some(Exercised {
            mode,
            side: row.side,
            done: row.outcome == Outcome::Done,
            count: row.done.value(),
            full: whole.is_none_or(enough) && !record.was_eased(&row.exercise, row.side),
            pain: None,
            exercise,
        })
    };
    let stop = |mark: &crate::domain::record::StopMark| {
        let exercise = ExerciseId::new(&mark.exercise)?;
        Some(Stop { exercise, side: mark.side, reason: mark.reason })
    };
    let felt_in = |mark: &crate::domain::record::FeltMark| {
        let known = catalogue.exercise(&ExerciseId::new(&mark.exercise)?)?;
        Some((known.id.clone(), judge(known, mark.at)?))
    };
    Evidence {
        at: record.started_wall,
        day: record.day,
        session: record.session.clone(),
        completed: matches!(record.ending, Ending::Completed | Ending::AddedAfterwards),
        before: record.before.pain,
        place: record.before.place,
        soreness: record.before.soreness,
        after: record.after.pain,
        change: record.after.change,
        effort: record.after.effort,
        form: record.after.form,
        felt: record.after.felt,
        felt_in: record.felt_in.iter().filter_map(felt_in).collect(),
        morning: record.after.morning,
        exercises: record.done.iter().filter_map(exercised).collect(),
        stops: record.stops.iter().filter_map(stop).collect(),
        blame: Blame::default(),
    }
}
