//! What must hold on each day of the year, for everybody.

use std::collections::BTreeMap;

use soepel::{
    app::view::plan::TodaysProposal,
    domain::{
        body::Muscle,
        clearance::{DailyCheck, Readiness},
        dose::Protocol,
        exercise::Category,
        planning::{
            load::{Load, Placed, STRETCH_A_WEEK, is_extra},
            week::FULL_A_WEEK,
        },
        programme::SessionId,
        progress::{Proposal, Proposed},
        time::Seconds,
    },
};

use crate::life::Life;

/// A gate that lets nothing through proposes nothing, and everything proposed can be done (3.3).
pub(crate) fn of_the_day_before_it(life: &Life, proposal: Option<&TodaysProposal>) {
    let Life { now, .. } = life;
    let Some(proposal) = proposal else {
        return life.broken(&format!("nothing is proposed, {:?}", life.model.gate(*now)));
    };
    let cards = match proposal {
        TodaysProposal::Session { first, shorter } => {
            [Some(first), shorter.as_ref()].into_iter().flatten().collect::<Vec<_>>()
        }
        TodaysProposal::Rest { mini, .. } => mini.iter().collect(),
    };
    for one in cards {
        let id = &one.card.outline.id.0;
        life.law(one.card.open, || format!("{id} is locked"));
        // R2.26, R1.24, X27: what its own page advises against is not proposed.
        life.law(one.card.gate.is_none(), || format!("{id} before its gate"));
    }
}

/// 3.4: pain of 6 → no session; else what was proposed starts.
pub(crate) fn of_a_start(life: &Life, id: &SessionId, check: DailyCheck) {
    let red = matches!(check.readiness(), Readiness::RedToday { .. });
    let starts = life.model.live.is_some();
    // On an amber day nothing may be left of a session.
    life.law(!red || !starts, || format!("{} starts in pain", id.0));
    let normal = check.readiness() == Readiness::Normal;
    life.law(!normal || starts, || format!("{} does not start", id.0));
    let Some(running) = &life.model.live else { return };
    let prescribed = &running.session.plan().order().prescriptions;
    let contacts: u32 = prescribed
        .iter()
        .filter_map(|one| {
            let exercise = life.model.catalogue.exercise(&one.exercise)?;
            let jumps = exercise.category == Category::RunnerDynamic;
            let Protocol::Dynamic { sets, reps, .. } = one.protocol else { return None };
            jumps.then_some(sets * reps * if one.sides.is_per_side() { 2 } else { 1 })
        })
        .sum();
    life.law(contacts <= 60, || format!("X14: {contacts} landings"));
}

/// X19, X17: one step of an exercise a week; and every card has its rules.
pub(crate) fn of_a_proposal(life: &Life, proposal: &Proposal) {
    life.law(!proposal.rules.is_empty(), || format!("no rule for {:?}", proposal.changes));
    for change in proposal.changes.iter().filter(|change| change.asks_more()) {
        let Some(exercise) = change.exercise() else { continue };
        let grew = life.year.cards.iter().rev().find(|card| {
            card.accepted
                && card.changes.iter().any(|it| it.exercise() == Some(exercise) && it.asks_more())
        });
        if let Some(grew) = grew {
            let days = life.day().days_since(grew.day);
            life.law(days >= 7, || format!("X19: {} after {days} days", exercise.as_str()));
        }
    }
    // A question that was answered with no is not asked again within a week.
    let same = |before: &Vec<Proposed>| *before == proposal.changes;
    let again = life.year.cards.iter().rev().find(|card| !card.accepted && same(&card.changes));
    if let Some(again) = again {
        let days = life.day().days_since(again.day);
        life.law(days >= 3, || format!("asked again after {days} days: {:?}", proposal.changes));
    }
}

/// X29, 5.8: within every ceiling, looking back over the last seven days.
pub(crate) fn of_a_day(life: &Life) {
    let Life { model, .. } = life;
    let today = life.day();
    let week: Vec<Placed> = model
        .history
        .newest_first()
        .take_while(|record| today.days_since(record.day) < 7)
        .map(|record| {
            let age = model.settings.age_group(today.year());
            Placed { day: record.day, load: Load::done(model.catalogue, record, age) }
        })
        .collect();
    let full = week.iter().filter(|one| one.load.full).count();
    life.law(full <= FULL_A_WEEK, || format!("{full} full sessions in a week"));
    let mut held: BTreeMap<Muscle, u32> = BTreeMap::new();
    let mut often: BTreeMap<&str, u32> = BTreeMap::new();
    for one in &week {
        for (muscle, seconds) in &one.load.stretch {
            *held.entry(*muscle).or_default() += seconds.0;
        }
        if !is_extra(&one.load.session) {
            *often.entry(&one.load.programme.0).or_default() += 1;
        }
        let yesterday = |other: &&Placed| one.day.days_since(other.day) == 1;
        for before in week.iter().filter(yesterday) {
            life.law(one.day != today || !one.load.shares_strength_with(&before.load), || {
                format!("{} the day after {}", one.load.session.0, before.load.session.0)
            });
        }
    }
    for (muscle, seconds) in held {
        let within = Seconds(seconds) <= STRETCH_A_WEEK;
        life.law(within, || format!("X29: {muscle:?} stretched for {seconds} s in a week"));
    }
    for programme in &model.catalogue.programmes {
        let times = often.get(programme.id.0.as_str()).copied().unwrap_or_default();
        let most = programme.weekly_most;
        life.law(times <= most, || format!("{} {times} times in a week", programme.id.0));
    }
}

impl Life {
    fn law(&self, holds: bool, told: impl Fn() -> String) {
        if !holds {
            self.broken(&told());
        }
    }

    fn broken(&self, told: &str) {
        let told = format!("{}, {}: {told}", self.who.name, self.day().iso());
        self.year.broken.lock().unwrap().push(told);
    }
}
