//! The plan as values: the proposal of today, the week, the programmes with their reasons.

use std::collections::BTreeSet;

use super::today::SessionCard;
use crate::{
    app::model::Model,
    domain::{
        dose::AgeGroup,
        item::Body,
        planning::{
            choices::{Choices, Comparison, WeekGoal},
            choosing::{Chosen, choose, offers_strength},
            filling::fill,
            goal::{WeekProgress, goal},
            load::{Load, Placed},
            method::{Method, Stretched, due, stretched},
            proposal::{Offer, Proposal, propose},
            week::{Agenda, Ground, PlannedDay, open_sessions, schedule},
            why::Why,
        },
        prescribing::prescribe_at,
        programme::{Programme, ProgrammeId, SessionId},
        record::{Ending, SessionRecord},
        time::{Day, Moment},
    },
};

/// One proposed session as the page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    /// With the length that it has for this person today.
    pub card: SessionCard,
    pub why: Why,
}

/// What Vandaag proposes.
#[derive(Clone, Debug, PartialEq)]
pub enum TodaysProposal {
    Session { first: Proposed, shorter: Option<Proposed> },
    Rest { why: Why, mini: Option<Proposed> },
}

/// One day of the strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StripDay {
    pub day: Day,
    pub state: StripState,
    pub today: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StripState {
    Done,
    Planned,
    Rest,
    /// Gone by without a session, or not planned: nothing to say about it.
    Blank,
}

/// The week from Monday to Sunday, and the seven days that ended today.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    pub days: Vec<StripDay>,
    /// X32: days with a session among the last seven.
    pub of_the_last_seven: usize,
}

/// A programme of the plan, or one that waits.
#[derive(Clone, Debug, PartialEq)]
pub struct InPlan {
    pub programme: &'static Programme,
    pub why: Why,
}

/// A day of the plan, with its session.
#[derive(Clone, Debug, PartialEq)]
pub struct DayInPlan {
    pub day: Day,
    pub session: Option<SessionCard>,
    /// A few minutes on a rest day.
    pub mini: Option<SessionCard>,
    pub why: Why,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PlanPage {
    pub programmes: Vec<InPlan>,
    pub waiting: Vec<InPlan>,
    pub days: Vec<DayInPlan>,
    /// The method that is due, where the plan holds stretches that have both.
    pub method: Option<Method>,
    /// C9: strength beside two weeks of stretching.
    pub offers_strength: bool,
}

impl Model {
    /// What somebody chose; none before they chose anything.
    pub fn choices(&self) -> Option<&Choices> {
        self.archive()?.items().find_map(|item| match &item.body {
            Some(Body::Plan(choices)) => Some(&**choices),
            _ => None,
        })
    }

    /// R0.7: stretching right before sport is for gymnasts and dancers.
    pub fn is_gymnast_or_dancer(&self) -> bool {
        self.choices().is_some_and(Choices::gymnast_or_dancer)
    }

    /// Whether static and PNF are compared: the stretches are wished for, and both ways are due.
    /// It is asked before a session, where one question too many harms nobody.
    pub fn compares_methods(&self, now: Moment) -> bool {
        let age = AgeGroup::Adult;
        self.choices().is_some_and(|choices| {
            !matches!(choices.comparison, Comparison::Off { .. })
                && choose(&self.catalogue.programmes, choices, &self.hips(now), age).has("P1")
        })
    }

    pub(super) fn chosen(&self, choices: &Choices, now: Moment) -> Chosen {
        let age = self.settings.age_group(now.day().year());
        choose(&self.catalogue.programmes, choices, &self.hips(now), age)
    }

    /// The programmes that these choices lead to, the main one first.
    pub(in crate::app) fn programmes_in_plan(
        &self,
        choices: &Choices,
        now: Moment,
    ) -> Vec<ProgrammeId> {
        let chosen = self.chosen(choices, now).programmes.into_iter();
        chosen.map(|one| one.programme).collect()
    }

    /// Lays out what a plan is made from.
    pub(super) fn planning<T>(
        &self,
        now: Moment,
        plan: impl FnOnce(Ground<'_>, &[Placed], &[Stretched]) -> T,
    ) -> T {
        let nothing = Choices::default();
        let choices = self.choices().unwrap_or(&nothing);
        let (catalogue, hips) = (self.catalogue, self.hips(now));
        let (standing, passed) = (self.standing(now), self.stages_passed());
        let chosen = self.chosen(choices, now);
        let age = self.settings.age_group(now.day().year());
        let permit = self.permit_ahead(now);
        let light = self.verdict(now).map(|verdict| verdict.level);
        let light = light.filter(|_| !self.is_too_young(now));
        let open = open_sessions(
            catalogue,
            light,
            &|_, outline| {
                let filled = fill(catalogue, outline, &hips);
                let outline = filled.as_ref().unwrap_or(outline);
                prescribe_at(catalogue, outline, age, &permit, &standing).ok()
            },
            self.pacing(),
        );
        let until_now = self.history.oldest_first().filter(|record| record.day <= now.day());
        let past: Vec<Placed> = Load::all_done(catalogue, until_now, age);
        let gentle = self.gate(now) == super::today::Gate::Gentle;
        let ground = Ground {
            catalogue,
            choices,
            hips: &hips,
            age,
            passed: &passed,
            chosen: &chosen,
            open: &open,
            gentle,
            spell: self.spell_for_plan(now),
        };
        plan(ground, &past, &stretched(&self.history))
    }

    pub fn todays_proposal(&self, now: Moment) -> Option<TodaysProposal> {
        let near = self.choices().is_some_and(|choices| choices.sport_is_near(now));
        let proposal = self.planning(now, |ground, past, stretched| {
            propose(ground, past, stretched, now.day(), near)
        });
        // A fever closes everything, and then rest is the plan; a red light is no rest.
        let ill = || Proposal::Rest { why: Why::Ill, mini: None };
        let proposal = proposal.or_else(|| self.rests_for_fever(now).then(ill))?;
        Some(match proposal {
            Proposal::Session { offer, shorter } => TodaysProposal::Session {
                first: self.proposed(&offer, now)?,
                shorter: shorter.and_then(|offer| self.proposed(&offer, now)),
            },
            Proposal::Rest { why, mini } => TodaysProposal::Rest {
                why,
                mini: mini.and_then(|offer| self.proposed(&offer, now)),
            },
        })
    }

    fn proposed(&self, offer: &Offer, now: Moment) -> Option<Proposed> {
        let card = self.session_card(&offer.session, now)?;
        Some(Proposed { card: SessionCard { lasts: offer.lasts, ..card }, why: offer.why })
    }

    pub fn strip(&self, now: Moment) -> Strip {
        let today = now.day();
        let done: BTreeSet<Day> = self
            .history
            .oldest_first()
            .filter(|record| is_done(record))
            .map(|record| record.day)
            .collect();
        let ahead = self.ahead(now);
        let state = |day: Day| {
            if done.contains(&day) {
                return StripState::Done;
            }
            match ahead.iter().find(|planned| planned.day == day).map(|planned| &planned.agenda) {
                None => StripState::Blank,
                Some(Agenda::Session { .. }) => StripState::Planned,
                Some(Agenda::Rest { .. }) => StripState::Rest,
            }
        };
        let week = today.monday().next_days(7);
        Strip {
            days: week
                .map(|day| StripDay { day, state: state(day), today: day == today })
                .collect(),
            of_the_last_seven: done
                .iter()
                .filter(|day| (0..7).contains(&today.days_since(**day)))
                .count(),
        }
    }

    /// The next seven days; after a session today the first of them is tomorrow. Today holds what
    /// Vandaag proposes, such as the gentle first time.
    fn ahead(&self, now: Moment) -> Vec<PlannedDay> {
        let today = now.day();
        self.planning(now, |ground, past, stretched| {
            if ground.open.is_empty() && !self.rests_for_fever(now) {
                return Vec::new();
            }
            let mut ahead = schedule(ground, past, stretched, next_free(past, today), 7);
            let proposed = propose(ground, past, stretched, today, false);
            if let (Some(first), Some(Proposal::Session { offer, .. })) =
                (ahead.first_mut().filter(|first| first.day == today), proposed)
            {
                let Offer { session, lasts, why } = offer;
                first.agenda = Agenda::Session { session, lasts, why };
            }
            ahead
        })
    }

    /// C1: the goal of the week, and how far it is.
    pub fn week_progress(&self, now: Moment) -> WeekProgress {
        let nothing = Choices::default();
        let days = self.days_done(self.history.in_week_of(now.day()), now);
        let done = days.values().filter(|day| day.counts).count();
        WeekProgress {
            goal: goal(self.choices().unwrap_or(&nothing)),
            done: u8::try_from(done).unwrap_or(WeekGoal::MOST),
        }
    }

    /// None before anything was chosen.
    pub fn plan_page(&self, now: Moment) -> Option<PlanPage> {
        let choices = self.choices()?;
        let chosen = self.chosen(choices, now);
        let card = |id: &SessionId| self.session_card(id, now);
        let days = self.ahead(now).into_iter().map(|PlannedDay { day, agenda }| match agenda {
            Agenda::Session { session, lasts, why } => DayInPlan {
                day,
                session: card(&session).map(|card| SessionCard { lasts, ..card }),
                mini: None,
                why,
            },
            Agenda::Rest { why, mini } => {
                DayInPlan { day, session: None, mini: mini.as_ref().and_then(&card), why }
            }
        });
        let today = now.day();
        let method = chosen
            .has("P1")
            .then(|| due(choices.comparison, &stretched(&self.history), "P1-A", today));
        Some(PlanPage {
            days: days.collect(),
            offers_strength: self
                .planning(now, |ground, past, _| offers_strength(ground.chosen, past, today)),
            programmes: self.in_plan(&chosen.programmes),
            waiting: self.in_plan(&chosen.waiting),
            method,
        })
    }

    fn in_plan(&self, reasoned: &[crate::domain::planning::choosing::Reasoned]) -> Vec<InPlan> {
        reasoned
            .iter()
            .filter_map(|one| {
                let programmes = &self.catalogue.programmes;
                let programme = programmes.iter().find(|known| known.id == one.programme)?;
                Some(InPlan { programme, why: one.why })
            })
            .collect()
    }
}

/// What counts as a day with a session: not one that was stopped or left.
fn is_done(record: &SessionRecord) -> bool {
    !matches!(record.ending, Ending::Stopped(_) | Ending::Abandoned)
}

/// The first day that may still get a session: after a full one today, that is tomorrow.
pub(super) fn next_free(past: &[Placed], today: Day) -> Day {
    let busy = past.iter().any(|one| one.day == today && one.load.full);
    today.plus(u64::from(busy))
}
