//! What somebody chose for their plan.

use std::collections::{BTreeMap, BTreeSet};

use super::Check;
use crate::{
    archive::{
        convert::all,
        problem::Problem,
        v1::{Extra, plan::Plan as Shape},
    },
    domain::{
        exercise::Equipment,
        planning::{
            choices::{
                Anchor, AnchorMoment, Choices, Comparison, Goal, MOST_PROGRAMMES, Minutes,
                OwnMoment, Situation, TimeOfDay, WeekGoal, Weekday,
            },
            method::Method,
        },
        programme::ProgrammeId,
        time::Day,
    },
};

const BY_DAY: &str = "by-day";
const FAIRER: &str = "fairer";

pub(super) fn write(choices: &Choices, extra: Extra) -> Shape {
    let (anchor, own_anchor) = match &choices.anchor {
        None => (None, None),
        Some(Anchor::Moment(moment)) => (Some(moment.slug().to_owned()), None),
        Some(Anchor::Own(own)) => (None, Some(own.as_str().to_owned())),
    };
    let (method, seed) = match choices.comparison {
        Comparison::Off { keep } => (keep.slug(), None),
        Comparison::ByDay => (BY_DAY, None),
        Comparison::Fairer { seed } => (FAIRER, Some(seed)),
    };
    Shape {
        goal: choices.goal.map(|goal| goal.slug().to_owned()),
        situations: choices.situations.iter().map(|one| one.slug().to_owned()).collect(),
        days: choices.days.iter().map(|one| one.slug().to_owned()).collect(),
        minutes: choices.minutes.map(|minutes| minutes.slug().to_owned()),
        equipment: choices
            .equipment
            .as_ref()
            .map(|things| things.iter().map(|thing| thing.slug().to_owned()).collect()),
        anchor,
        own_anchor,
        sport: choices
            .sport
            .iter()
            .map(|(day, time)| (day.slug().to_owned(), time.text()))
            .collect(),
        method: method.to_owned(),
        seed,
        chosen_on: choices.chosen_on.map(Day::iso),
        compared_since: choices.compared_since.map(Day::iso),
        week_goal: choices.week_goal.map(WeekGoal::sessions),
        programmes: choices.programmes.iter().map(|id| id.0.clone()).collect(),
        in_calendar: choices.in_calendar,
        extra,
    }
}

pub(super) fn read(shape: &Shape) -> Result<Choices, Vec<Problem>> {
    let mut check = Check::default();
    let goal = check.maybe("goal", shape.goal.as_deref(), Goal::parse);
    let situations = named(&mut check, "situations", &shape.situations, Situation::parse);
    let days = named(&mut check, "days", &shape.days, Weekday::parse);
    let minutes = check.maybe("minutes", shape.minutes.as_deref(), Minutes::parse);
    let equipment = shape
        .equipment
        .as_ref()
        .map(|things| named(&mut check, "equipment", things, Equipment::parse));
    let moment = check.maybe("anchor", shape.anchor.as_deref(), AnchorMoment::parse);
    let own = check.maybe("own_anchor", shape.own_anchor.as_deref(), OwnMoment::new);
    check.hold("anchor", moment.is_none() || own.is_none());
    let sport: Option<BTreeMap<_, _>> = all(shape
        .sport
        .iter()
        .map(|(day, time)| Some((Weekday::parse(day)?, TimeOfDay::parse(time)?))))
    .map(|times| times.into_iter().collect());
    let sport = check.need("sport", sport).unwrap_or_default();
    let method = match (shape.method.as_str(), shape.seed) {
        (BY_DAY, None) => Some(Comparison::ByDay),
        (FAIRER, Some(seed)) => Some(Comparison::Fairer { seed }),
        (one, None) => Method::parse(one).map(|keep| Comparison::Off { keep }),
        _ => None,
    };
    let comparison = check.need("method", method);
    let chosen_on = check.maybe("chosen_on", shape.chosen_on.as_deref(), Day::parse);
    let one = matches!(comparison, Some(Comparison::Off { .. }));
    check.hold("chosen_on", chosen_on.is_none() || one);
    let compared_since = check.maybe("compared_since", shape.compared_since.as_deref(), Day::parse);
    let week_goal = check.maybe("week_goal", shape.week_goal, WeekGoal::new);
    check.hold("programmes", shape.programmes.len() <= MOST_PROGRAMMES);
    let programmes: Vec<ProgrammeId> =
        shape.programmes.iter().map(|id| ProgrammeId(check.name("programmes", id))).collect();
    check.hold("in_calendar", shape.in_calendar <= 7);
    let anchor = own.map(Anchor::Own).or(moment.map(Anchor::Moment));
    check.finish(comparison.map(|comparison| Choices {
        goal,
        situations,
        days,
        minutes,
        equipment,
        anchor,
        sport,
        comparison,
        chosen_on,
        compared_since,
        week_goal,
        programmes,
        in_calendar: shape.in_calendar,
    }))
}

/// A list of words, each at most once.
fn named<T: Ord>(
    check: &mut Check,
    field: &'static str,
    words: &[String],
    parse: impl Fn(&str) -> Option<T>,
) -> BTreeSet<T> {
    let read = check.need(field, all(words.iter().map(|word| parse(word)))).unwrap_or_default();
    let count = read.len();
    let set: BTreeSet<T> = read.into_iter().collect();
    check.hold(field, set.len() == count);
    set
}
