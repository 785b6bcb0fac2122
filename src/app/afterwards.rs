//! A session done without the app, written down later: from what somebody remembers to a record.

use super::{
    live::{Live, first_side},
    model::Model,
    outline::Outline,
};
use crate::domain::{
    dose::AgeGroup,
    plan::{Order, Plan, Prescription},
    prescribing::prescribe_at,
    programme::{SessionId, SessionOutline},
    record::{After, Before, Ending, RecordId, SessionRecord, Span},
    session::{Mark, Marked, Position, Session},
    time::{Day, Millis, Moment, Seconds},
};

/// Nobody exercises for longer in one go; our choice.
pub const MOST_MINUTES: u32 = 300;

/// The version that records say they were made by.
const APP: &str = env!("CARGO_PKG_VERSION");

/// A form as it was filled in: its fields are texts that may be anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recollection {
    pub session: Option<SessionId>,
    /// `2026-11-22`, as a date field gives it.
    pub day: String,
    pub minutes: String,
    pub after: After,
}

/// What is wrong with the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mistake {
    NoSession,
    NoDay,
    DayInFuture,
    /// No whole number of minutes from 1 to [`MOST_MINUTES`].
    NoMinutes,
}

impl Model {
    /// The record, with everything the session asks for marked as done, or every mistake in the
    /// form. `chance` are random bits for the record's ID.
    pub fn recollect(
        &self,
        told: &Recollection,
        chance: [u8; 10],
        now: Moment,
    ) -> Result<SessionRecord, Vec<Mistake>> {
        let chosen = told.session.as_ref().and_then(|id| self.outline_of(id, now));
        let plan = chosen.and_then(|chosen| self.plan_of(&chosen, now));
        let plan = plan.ok_or(Mistake::NoSession);
        let day = past_day(&told.day, now);
        let minutes = minutes(&told.minutes);
        let (plan, day, minutes) = match (plan, day, minutes) {
            (Ok(plan), Ok(day), Ok(minutes)) => (plan, day, minutes),
            (plan, day, minutes) => {
                return Err([plan.err(), day.err(), minutes.err()].into_iter().flatten().collect());
            }
        };
        let done = [Marked { from: 0, to: plan.phases().len(), mark: Mark::Done }];
        let active = Seconds(minutes * 60);
        let session = Session::restore(plan, Millis(0), Position::default(), &done, now);
        let id = RecordId::new(now.wall, chance);
        let started = noon(day, now);
        let live = Live::new(id, started, self.zone.clone(), Before::default(), session, 0);
        let mut record = live.record(Ending::AddedAfterwards, now, APP);
        record.active = Span::capped(active);
        record.after = told.after.clone();
        Ok(record)
    }

    /// The session as it is for this person, at the steps where they stand (5.9). What was done
    /// asks no leave any more: one that is closed is the whole of what the programme writes.
    fn plan_of(&self, chosen: &Outline, now: Moment) -> Option<Plan> {
        let Outline { maker, outline } = chosen;
        let permit = self.permit(None, now);
        let (permitted, _) = chosen.permitted(self.catalogue, &permit);
        let standing = self.standing_in(maker, now);
        let age = self.settings.age_group(now.day().year());
        let prescribed = prescribe_at(self.catalogue, &permitted, age, &permit, &standing).ok();
        Plan::new(Order {
            session: outline.id.clone(),
            prescriptions: prescribed.or_else(|| self.as_written(outline, age))?,
            pacing: self.pacing_of(maker),
            first_side: first_side(&self.settings, now.day()),
        })
    }

    fn as_written(&self, outline: &SessionOutline, age: AgeGroup) -> Option<Vec<Prescription>> {
        let prescriptions = outline.blocks.iter().map(|block| {
            let dose = self.catalogue.exercise(&block.exercise)?.dose(block.mode)?;
            let protocol = dose.resolve(age, block.change);
            let sides = dose.sides.narrowed(block.working);
            let exercise = block.exercise.clone();
            Some(Prescription { exercise, protocol, sides, effort_most: None })
        });
        prescriptions.collect()
    }
}

/// A date out of a form, up to today.
pub fn past_day(text: &str, now: Moment) -> Result<Day, Mistake> {
    let day = Day::parse(text).ok_or(Mistake::NoDay)?;
    if day > now.day() { Err(Mistake::DayInFuture) } else { Ok(day) }
}

/// The record on another day, at the same time of day.
#[must_use]
pub fn moved(mut record: SessionRecord, day: Day) -> SessionRecord {
    record.started_wall += day.days_since(record.day) * 86_400_000;
    record.day = day;
    record
}

fn minutes(text: &str) -> Result<u32, Mistake> {
    let whole = text.trim().parse().ok();
    whole.filter(|minutes| (1..=MOST_MINUTES).contains(minutes)).ok_or(Mistake::NoMinutes)
}

/// Noon of that day where the device is now; nobody remembers the hour. In the morning of the
/// same day it is the moment itself, so that no record starts in the future.
fn noon(day: Day, now: Moment) -> Moment {
    let noon = day.noon_utc() - i64::from(now.offset) * 60_000;
    Moment { wall: noon.min(now.wall), ..now }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::{Note, Outcome};

    /// 22 November 2026, 09:30 in Amsterdam.
    const NOW: Moment = Moment { wall: 1_795_336_200_000, mono: 0, offset: 60 };

    fn told(session: &str, day: &str, minutes: &str) -> Recollection {
        let session = Some(SessionId(session.to_owned()));
        let after = After { note: Note::shortened("thuis"), ..After::default() };
        Recollection { session, day: day.to_owned(), minutes: minutes.to_owned(), after }
    }

    fn recollect(told: &Recollection) -> Result<SessionRecord, Vec<Mistake>> {
        Model::default().recollect(told, [7; 10], NOW)
    }

    #[test]
    fn what_is_remembered_becomes_a_record_with_everything_done() {
        let model = Model::default();
        for outline in model.catalogue.programmes.iter().flat_map(|programme| &programme.sessions) {
            let record = recollect(&told(&outline.id.0, "2026-11-20", "25")).unwrap();
            assert_eq!(record.ending, Ending::AddedAfterwards);
            assert_eq!(record.active.seconds(), Seconds(1500));
            assert_eq!(record.after.note.as_str(), "thuis");
            assert_eq!(record.revision, 1);
            for block in &outline.blocks {
                let rows = record.done.iter().filter(|row| row.exercise == block.exercise.as_str());
                assert!(
                    rows.clone().count() > 0,
                    "{} in {}",
                    block.exercise.as_str(),
                    outline.id.0
                );
                for row in rows {
                    assert_eq!(row.outcome, Outcome::Done, "{row:?}");
                    assert_eq!(row.done, row.planned);
                    assert!(row.held.seconds() > Seconds(0));
                }
            }
        }
    }

    #[test]
    fn it_started_at_noon_of_that_day_or_now_when_noon_is_still_to_come() {
        let earlier = recollect(&told("P1-A", "2026-11-20", "5")).unwrap();
        assert_eq!(earlier.day, Day::parse("2026-11-20").unwrap());
        assert_eq!(earlier.started_wall, earlier.day.noon_utc() - 3_600_000);
        let today = recollect(&told("P1-A", "2026-11-22", "5")).unwrap();
        assert_eq!(today.started_wall, NOW.wall);
        assert_eq!(today.day, NOW.day());
    }

    #[test]
    fn every_mistake_in_the_form_is_named() {
        let all = recollect(&told("P9-nothing", "22-11-2026", "veel")).unwrap_err();
        assert_eq!(all, [Mistake::NoSession, Mistake::NoDay, Mistake::NoMinutes]);
        assert_eq!(recollect(&Recollection::default()).unwrap_err(), all);
        for minutes in ["0", "301", "-5", "2.5", ""] {
            let mistakes = recollect(&told("P1-A", "2026-11-22", minutes)).unwrap_err();
            assert_eq!(mistakes, [Mistake::NoMinutes], "{minutes}");
        }
        let tomorrow = recollect(&told("P1-A", "2026-11-23", "5")).unwrap_err();
        assert_eq!(tomorrow, [Mistake::DayInFuture]);
    }

    #[test]
    fn a_record_moves_to_another_day_with_its_time_of_day() {
        let record = recollect(&told("P1-A", "2026-11-20", "5")).unwrap();
        let there = moved(record.clone(), Day::parse("2026-10-31").unwrap());
        assert_eq!(Day::of(there.started_wall, there.offset), there.day);
        assert_eq!(record.started_wall - there.started_wall, 20 * 86_400_000);
    }
}
