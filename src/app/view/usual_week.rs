//! The week that a plan settles into: for somebody's calendar, and for paper.

use chrono::Weekday;

use super::plan::next_free;
use crate::{
    app::{
        calendar::At,
        calendar::rhythm::{Opens, Planned},
        model::Model,
    },
    content::phrases::{Phrase, plan as words},
    domain::{
        breaks::ClockTime,
        planning::{
            choices::{Anchor, AnchorMoment},
            week::{Agenda, Ground, due, schedule},
        },
        programme::{ProgrammeId, SessionId},
        time::{Moment, Seconds},
    },
    route::Route,
};

/// A week ahead the plan no longer bends around what was just done.
const SETTLES_AFTER: usize = 7;

/// A session of the week; days of rest are not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsualDay {
    pub day: Weekday,
    pub programme: ProgrammeId,
    pub session: SessionId,
    pub lasts: Seconds,
}

impl Model {
    /// From Monday on. Empty before anything was chosen, and while nothing is open.
    pub fn settled_week(&self, now: Moment) -> Vec<UsualDay> {
        if self.choices().is_none() {
            return Vec::new();
        }
        let ahead = self.planning(now, |ground, past, stretched| {
            if ground.open.is_empty() {
                return Vec::new();
            }
            // The usual week is the one that comes back after an illness or a holiday.
            let ground = Ground { spell: None, ..ground };
            schedule(ground, past, stretched, next_free(past, now.day()), 14)
        });
        let ahead: Vec<_> = ahead.into_iter().skip(SETTLES_AFTER).collect();
        // A plan of a few minutes a day has no fuller sessions; then those minutes are the week.
        let only_minutes = !ahead.iter().any(|one| matches!(one.agenda, Agenda::Session { .. }));
        let mut week: Vec<UsualDay> = ahead
            .into_iter()
            .filter_map(|planned| {
                let (session, lasts) = match planned.agenda {
                    Agenda::Session { session, lasts, .. } => (session, Some(lasts)),
                    Agenda::Rest { mini: Some(mini), .. } if only_minutes => (mini, None),
                    Agenda::Rest { .. } => return None,
                };
                let (programme, _) = self.catalogue.session(&session)?;
                let lasts = lasts.or_else(|| Some(self.session_card(&session, now)?.lasts))?;
                let day = planned.day.weekday();
                Some(UsualDay { day, programme: programme.id.clone(), session, lasts })
            })
            .collect();
        week.sort_by_key(|one| one.day.num_days_from_monday());
        week
    }

    /// The week as appointments. What opens is what is due on the day itself, because the methods
    /// take turns and the plan goes on while the calendar stays.
    pub(in crate::app) fn plan_appointments(
        &self,
        from: Option<ClockTime>,
        now: Moment,
    ) -> Vec<Planned> {
        let language = self.settings.language;
        let anchor = self.choices().and_then(|choices| choices.anchor.as_ref());
        let anchor = anchor.map(|anchor| match anchor {
            Anchor::Moment(moment) => anchor_phrase(*moment).read(language).to_owned(),
            Anchor::Own(own) => own.as_str().to_owned(),
        });
        let at = |lasts: Seconds| {
            let minutes = lasts.0.div_ceil(60);
            from.map_or(At::Anchor, |from| At::Time { from, minutes })
        };
        self.settled_week(now)
            .into_iter()
            .map(|UsualDay { day, programme, lasts, .. }| Planned {
                day,
                opens: Opens::Due(programme),
                at: at(lasts),
                anchor: anchor.clone(),
            })
            .collect()
    }

    /// Where an appointment leads today: to the session that is due, or to what its programme is
    /// while none can be done.
    pub(in crate::app) fn due_page(&self, programme: &ProgrammeId, now: Moment) -> Route {
        self.planning(now, |ground, past, stretched| {
            due(ground, programme, past, stretched, now.day()).map(|load| load.session.clone())
        })
        .map_or_else(|| Route::Programme(programme.clone()), Route::Session)
    }
}

/// "Na het tandenpoetsen" (R1.29).
pub fn anchor_phrase(moment: AnchorMoment) -> Phrase {
    match moment {
        AnchorMoment::Teeth => words::ANCHOR_TEETH,
        AnchorMoment::Walk => words::ANCHOR_WALK,
        AnchorMoment::Training => words::ANCHOR_TRAINING,
        AnchorMoment::Coffee => words::ANCHOR_COFFEE,
    }
}
