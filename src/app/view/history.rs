//! What the history shows, as values.

use crate::{
    app::model::Model,
    archive::{keys::Key, store::Archive},
    content::phrases,
    domain::{
        body::Change,
        programme::{Programme, SessionId, SessionOutline},
        record::{Ending, RecordId, SessionRecord},
        routine::routine_of,
        time::{Day, Seconds},
    },
};

/// An ISO week in which something was done, Monday to Sunday.
#[derive(Clone, Debug, PartialEq)]
pub struct Week {
    pub first: Day,
    pub last: Day,
    /// Active time of the whole week.
    pub active: Seconds,
    /// The newest first; never empty.
    pub lines: Vec<Line>,
}

/// One session as the list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub id: RecordId,
    pub day: Day,
    pub session: Named,
    pub active: Seconds,
    pub ending: Ending,
    pub change: Option<Change>,
}

/// A session as this version knows it, or the name that a record gives it.
#[derive(Clone, Debug, PartialEq)]
pub enum Named {
    Known(&'static Programme, &'static SessionOutline),
    /// What somebody called their routine; none when it is gone.
    Own(Option<String>),
    Unknown(SessionId),
}

/// What stands behind the address of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    Record(Box<SessionRecord>),
    /// A newer version wrote it; this one shows that it is there, and leaves it alone.
    Newer,
    Nothing,
}

impl Model {
    /// The weeks with sessions, the newest first; at most `most` of them.
    pub fn weeks(&self, most: usize) -> Vec<Week> {
        let mut weeks: Vec<Week> = Vec::new();
        for record in self.history.newest_first() {
            let line = self.line(record);
            let full = weeks.len() == most;
            match weeks.last_mut() {
                Some(week) if week.first.week() == record.day.week() => {
                    week.active = week.active + line.active;
                    week.lines.push(line);
                }
                _ if full => break,
                _ => weeks.push(Week {
                    first: in_week_of(record.day, 0),
                    last: in_week_of(record.day, 6),
                    active: line.active,
                    lines: vec![line],
                }),
            }
        }
        weeks
    }

    pub fn named(&self, id: &SessionId) -> Named {
        if let Some((programme, outline)) = self.catalogue.session(id) {
            return Named::Known(programme, outline);
        }
        if self.is_advised_session(id) {
            let name = phrases::exchange::SESSION.read(self.settings.language);
            return Named::Own(Some(name.to_owned()));
        }
        routine_of(id).map_or_else(
            || Named::Unknown(id.clone()),
            |id| Named::Own(self.routine(id).map(|own| own.name.as_str().to_owned())),
        )
    }

    /// By the text of an address, which may be anything.
    pub fn find_record(&self, text: &str) -> Found {
        let Some(id) = RecordId::parse(text) else { return Found::Nothing };
        if let Some(record) = self.history.get(id) {
            return Found::Record(Box::new(record.clone()));
        }
        if self.newer_records().any(|newer| newer == id) { Found::Newer } else { Found::Nothing }
    }

    /// How many sessions only a newer version can show.
    pub fn hidden_sessions(&self) -> usize {
        self.newer_records().filter(|id| self.history.get(*id).is_none()).count()
    }

    fn newer_records(&self) -> impl Iterator<Item = RecordId> {
        let keys = self.archive().into_iter().flat_map(Archive::newer);
        keys.filter_map(|key| match key {
            Key::Session(id, _) => Some(*id),
            _ => None,
        })
    }

    pub(super) fn line(&self, record: &SessionRecord) -> Line {
        Line {
            id: record.id,
            day: record.day,
            session: self.named(&record.session),
            active: record.active.seconds(),
            ending: record.ending,
            change: record.after.change,
        }
    }
}

/// The `weekday`th day after Monday of the week that `day` lies in.
fn in_week_of(day: Day, weekday: i64) -> Day {
    use chrono::Datelike;
    let since_monday = i64::from(day.date().weekday().num_days_from_monday());
    Day::of(day.noon_utc() + (weekday - since_monday) * 86_400_000, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        app::afterwards::{Recollection, moved},
        domain::{history::History, time::Moment},
    };

    const NOW: Moment = Moment { wall: 1_795_336_200_000, mono: 0, offset: 60 };

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// Five minutes each, on these days.
    fn with(days: &[&str]) -> Model {
        let mut model = Model::default();
        let told = Recollection {
            session: Some(SessionId("P1-A".to_owned())),
            day: "2026-11-20".to_owned(),
            minutes: "5".to_owned(),
            ..Recollection::default()
        };
        let records: Vec<SessionRecord> = (0..)
            .zip(days)
            .map(|(chance, text)| {
                moved(model.recollect(&told, [chance; 10], NOW).unwrap(), day(text))
            })
            .collect();
        model.history = History::new(records);
        model
    }

    #[test]
    fn a_week_runs_from_monday_to_sunday_also_across_the_year() {
        let weeks = with(&["2026-12-28", "2027-01-03", "2027-01-04"]).weeks(8);
        let spans: Vec<_> = weeks.iter().map(|week| (week.first, week.last)).collect();
        let new_year = (day("2026-12-28"), day("2027-01-03"));
        assert_eq!(spans, [(day("2027-01-04"), day("2027-01-10")), new_year]);
        assert_eq!(weeks[1].active, Seconds(600));
        assert_eq!(weeks[1].lines[0].day, day("2027-01-03"), "the newest first");
    }

    #[test]
    fn only_so_many_weeks_are_shown_and_each_is_whole() {
        let model = with(&["2026-11-02", "2026-11-09", "2026-11-10", "2026-11-16"]);
        let weeks = model.weeks(2);
        assert_eq!(weeks.iter().map(|week| week.lines.len()).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(model.weeks(8).len(), 3);
        assert!(Model::default().weeks(8).is_empty());
    }

    #[test]
    fn a_session_that_this_version_does_not_know_keeps_its_own_name() {
        let mut model = with(&["2026-11-02"]);
        let mut record = model.history.newest_first().next().unwrap().clone();
        record.session = SessionId("P9-new".to_owned());
        model.history.put(record);
        let line = &model.weeks(1)[0].lines[0];
        assert_eq!(line.session, Named::Unknown(SessionId("P9-new".to_owned())));
    }

    #[test]
    fn an_address_leads_to_a_record_or_to_nothing() {
        let model = with(&["2026-11-02"]);
        let record = model.history.newest_first().next().unwrap().clone();
        let found = model.find_record(&record.id.to_string());
        assert_eq!(found, Found::Record(Box::new(record)));
        for address in ["01K9ZQ5Y7WQ2M3N4P5R6S7T8V9", "nieuwer", ""] {
            assert_eq!(model.find_record(address), Found::Nothing, "{address}");
        }
    }
}
