//! Which appointments there are: a week of sessions, and the breaks of a working day.

use chrono::Weekday;

use super::{Appointment, At, Plan, Weekly};
use crate::{
    content::phrases::calendar as words,
    domain::{
        breaks::{ClockTime, WEEK, Workday},
        catalogue::Catalogue,
        programme::{Programme, ProgrammeId, SessionId, SessionOutline},
        text::Language,
    },
    route::Route,
};

/// One session of somebody's week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    pub day: Weekday,
    pub opens: Opens,
    pub at: At,
    /// "After brushing my teeth", in the person's own words.
    pub anchor: Option<String>,
}

/// What an appointment leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opens {
    Session(SessionId),
    /// Whichever session of the programme is due on that day: methods turn, and a programme has
    /// later sessions than the first.
    Due(ProgrammeId),
}

/// A week of sessions, in the order of the week. `name` keeps the appointments of two weeks apart;
/// `before` is how many an earlier file of this name had at most. They are numbered, so that a day
/// that changes moves an appointment and leaves none behind.
pub fn week(
    catalogue: &Catalogue,
    language: Language,
    name: &str,
    week: &[Planned],
    before: usize,
) -> Vec<Appointment> {
    let mut appointments: Vec<Appointment> = week
        .iter()
        .filter_map(|planned| {
            let (title, route) = opened(catalogue, language, &planned.opens)?;
            Some(session(title, &route, planned, language))
        })
        .enumerate()
        .map(|(place, weekly)| numbered(name, place, Plan::Weekly(weekly)))
        .collect();
    let gone = appointments.len()..before;
    appointments.extend(gone.map(|place| numbered(name, place, Plan::TakenBack)));
    appointments
}

fn opened(catalogue: &Catalogue, language: Language, opens: &Opens) -> Option<(String, Route)> {
    match opens {
        Opens::Session(id) => {
            let (programme, outline) = catalogue.session(id)?;
            let names = [programme.plain_name.read(language), outline.name.read(language)];
            Some((names.join(": "), Route::Session(id.clone())))
        }
        Opens::Due(id) => {
            let programme = catalogue.programmes.iter().find(|programme| programme.id == *id)?;
            Some((programme.plain_name.read(language).to_owned(), Route::Due(id.clone())))
        }
    }
}

fn session(title: String, route: &Route, planned: &Planned, language: Language) -> Weekly {
    let description =
        planned.anchor.as_ref().map(|anchor| words::ANCHOR.fill(language, &[("anchor", anchor)]));
    Weekly {
        title,
        description: description.unwrap_or_default(),
        path: route.path(),
        days: vec![planned.day],
        at: planned.at,
    }
}

/// The week of a programme for somebody who has no plan yet: its weekly target spread over the
/// week, with rest between where there is room. Later levels are not in it: they have a gate.
pub fn usual_week(programme: &Programme, from: ClockTime, minutes: u32) -> Vec<Planned> {
    let sessions = usual_sessions(programme);
    spread(programme.weekly_target)
        .into_iter()
        .zip(sessions.iter().cycle())
        .map(|(day, session)| Planned {
            day,
            opens: Opens::Session(session.id.clone()),
            at: At::Time { from, minutes },
            anchor: None,
        })
        .collect()
}

/// The sessions to begin a programme with: those that the fact sheet turns by day (P4), the first
/// whole one where a short daily one stands before it (P2), else the first.
pub fn usual_sessions(programme: &Programme) -> Vec<&SessionOutline> {
    let named = |ids: &[&str]| -> Vec<&SessionOutline> {
        programme.sessions.iter().filter(|outline| ids.contains(&outline.id.0.as_str())).collect()
    };
    match programme.id.0.as_str() {
        "P2" => named(&["P2-A-start"]),
        "P4" => named(&["P4-A", "P4-B", "P4-C"]),
        _ => programme.sessions.iter().take(1).collect(),
    }
}

/// So many days of a week, as far apart as they go. Our choice.
fn spread(times: u32) -> Vec<Weekday> {
    use Weekday::{Fri, Mon, Sat, Thu, Tue, Wed};
    match times {
        0 => Vec::new(),
        1 => vec![Mon],
        2 => vec![Mon, Thu],
        3 => vec![Mon, Wed, Fri],
        4 => vec![Mon, Tue, Thu, Fri],
        5 => vec![Mon, Tue, Wed, Thu, Fri],
        6 => vec![Mon, Tue, Wed, Thu, Fri, Sat],
        _ => WEEK.to_vec(),
    }
}

/// How many breaks a working day has; none without a day.
pub fn breaks_a_day(workday: &Workday) -> usize {
    if workday.days.is_empty() { 0 } else { workday.breaks().len() }
}

/// The breaks of a working day, one appointment for each: many calendars know no rhythm within a
/// day. Those that an earlier file had and that are gone are taken back.
pub fn breaks(workday: &Workday, language: Language) -> Vec<Appointment> {
    let mut appointments: Vec<Appointment> = workday
        .breaks()
        .into_iter()
        .take(breaks_a_day(workday))
        .enumerate()
        .map(|(place, after)| {
            let minutes = workday.hours.from().minutes() + after;
            let (day, minutes) = (minutes / 1_440, minutes % 1_440);
            let at =
                ClockTime::new(minutes).map_or(At::Anchor, |from| At::Time { from, minutes: 2 });
            let days = workday.days.iter();
            let weekly = Weekly {
                title: words::BREAK.read(language).to_owned(),
                description: words::BREAK_TEXT.read(language).to_owned(),
                path: Route::Workday.path(),
                // Hours that run past midnight end on the day after.
                days: days.map(|at| if day == 0 { *at } else { at.succ() }).collect(),
                at,
            };
            numbered("break", place, Plan::Weekly(weekly))
        })
        .collect();
    let gone = appointments.len()..usize::from(workday.in_calendar);
    appointments.extend(gone.map(|place| numbered("break", place, Plan::TakenBack)));
    appointments
}

fn numbered(name: &str, place: usize, plan: Plan) -> Appointment {
    Appointment { slot: format!("{name}-{}", place + 1), plan }
}
