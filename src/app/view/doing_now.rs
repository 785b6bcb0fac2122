//! What somebody does in a week, per exercise, with the doses that hold for them now: what a plan
//! for a physiotherapist is made of, and what one that comes back stands beside.

use crate::{
    app::model::Model,
    domain::{
        advice::{
            Advice, Change, Doing, Line, Load, NowLine, Numbers, Weekly, What, compare, loads,
        },
        dose::{Adjustment, Protocol, Working},
        exercise::ExerciseId,
        plan::Prescription,
        prescribing::prescribe_at,
        programme::SessionId,
        routine::amount::{Amount, fitted},
        time::Moment,
    },
};

impl Model {
    /// The plan of this person as it goes to a physiotherapist: what they do in a week, with the
    /// doses of today. None of the answers to the questions is in it. None without a plan.
    pub fn plan_to_hand_over(&self, now: Moment) -> Option<Advice> {
        let age = self.age(now);
        let held = self.accepted().map(|accepted| &accepted.advice);
        let note = |id: &ExerciseId, done: bool| {
            let lines = held?.lines.iter();
            let of = |line: &&Line| line.exercise == *id && (line.what != What::Leave) == done;
            lines.clone().find(of)?.note.clone()
        };
        let done =
            self.doing_now(now).into_iter().filter_map(|NowLine { exercise: id, numbers }| {
                let exercise = self.catalogue.exercise(&id)?;
                let mode = numbers.protocol.mode();
                let dose = exercise.dose(mode)?;
                let change = change_of(&numbers.protocol);
                let way = numbers.way.filter(|now| loads(exercise).any(|way| way.id == *now));
                let doing = Doing {
                    mode,
                    change: fitted(self.catalogue, exercise, dose, age, change),
                    working: numbers.sides.only().map_or(Working::Both, Working::Only),
                    load: way.map_or(Load::AsItIs, Load::With),
                    weekly: numbers.weekly,
                };
                Some(Line { note: note(&id, true), exercise: id, what: What::Do(doing) })
            });
        let mut lines: Vec<Line> = done.collect();
        let left = held.into_iter().flat_map(|held| &held.lines);
        lines.extend(left.filter(|line| line.what == What::Leave).cloned());
        (!lines.is_empty()).then(|| Advice { lines, ..Advice::default() })
    }

    /// What somebody does in a week, and what a physiotherapist added to it.
    pub(super) fn doing_now(&self, now: Moment) -> Vec<NowLine> {
        let mut lines = self.in_week(now);
        let Some(accepted) = self.accepted() else { return lines };
        let (beside, standing) = (Vec::new(), self.standing(now));
        let added = compare(self.catalogue, &accepted.advice, &beside, self.age(now));
        for one in added {
            let Change::New(mut numbers) = one.change else { continue };
            if lines.iter().any(|line| line.exercise == one.exercise) {
                continue;
            }
            numbers.way = standing.steps.variant(&one.exercise).map(str::to_owned);
            lines.push(NowLine { exercise: one.exercise, numbers });
        }
        for line in &mut lines {
            let mode = line.numbers.protocol.mode();
            let mut doings = accepted.advice.doings();
            let said = doings.find(|(id, doing)| **id == line.exercise && doing.mode == mode);
            line.numbers.weekly = said.and_then(|(_, doing)| doing.weekly).or(line.numbers.weekly);
        }
        lines
    }

    /// The exercises of the sessions of a week, in their order, with the doses of this person. An
    /// exercise that stands in several has the dose that asks most.
    pub(super) fn in_week(&self, now: Moment) -> Vec<NowLine> {
        let week = self.settled_week(now);
        let (age, permit) = (self.age(now), self.permit_ahead(now));
        // A lighter week passes; the plan is what comes back.
        let mut standing = self.standing(now);
        standing.easing = None;
        let mut ids: Vec<&SessionId> = Vec::new();
        for one in &week {
            if !ids.contains(&&one.session) {
                ids.push(&one.session);
            }
        }
        let mut lines: Vec<(NowLine, u32)> = Vec::new();
        for id in ids {
            let Some(chosen) = self.outline_of(id, now) else { continue };
            let times = week.iter().filter(|one| one.session == *id).count();
            let times = u32::try_from(times).unwrap_or_default();
            let prescribed = prescribe_at(self.catalogue, &chosen.outline, age, &permit, &standing);
            for Prescription { exercise, protocol, sides, .. } in prescribed.unwrap_or_default() {
                let same = lines.iter_mut().find(|(line, _)| {
                    line.exercise == exercise && line.numbers.protocol.mode() == protocol.mode()
                });
                if let Some((line, often)) = same {
                    *often += times;
                    if numbers_of(&protocol) > numbers_of(&line.numbers.protocol) {
                        line.numbers.protocol = protocol;
                    }
                    continue;
                }
                let way = standing.steps.variant(&exercise).map(str::to_owned);
                let numbers = Numbers { protocol, sides, way, weekly: None };
                lines.push((NowLine { exercise, numbers }, times));
            }
        }
        let often = lines.into_iter().map(|(mut line, times)| {
            line.numbers.weekly = Weekly::new(times.min(Weekly::MOST));
            line
        });
        often.collect()
    }
}

fn change_of(protocol: &Protocol) -> Adjustment {
    let mut change = Adjustment::default();
    for amount in Amount::ALL {
        amount.set(&mut change, amount.of(protocol));
    }
    change
}

fn numbers_of(protocol: &Protocol) -> [Option<u32>; 5] {
    Amount::ALL.map(|amount| amount.of(protocol))
}
