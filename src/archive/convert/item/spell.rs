//! A time in which the plan rests or is lighter.

use super::Check;
use crate::{
    archive::{
        problem::Problem,
        v1::{Extra, spell::Spell as Shape},
    },
    domain::{
        spell::{Spell, SpellEnd, SpellKind},
        time::Day,
    },
};

pub(super) fn write(spell: Spell, extra: Extra) -> Shape {
    Shape {
        what: spell.kind.slug().to_owned(),
        from: spell.from.iso(),
        until: spell.until().map(Day::iso),
        ended: match spell.end {
            SpellEnd::Said { at, .. } => Some(at),
            SpellEnd::Open | SpellEnd::On(_) => None,
        },
        extra,
    }
}

pub(super) fn read(shape: &Shape) -> Result<Spell, Vec<Problem>> {
    let mut check = Check::default();
    let kind = check.need("what", SpellKind::parse(&shape.what));
    let from = check.need("from", Day::parse(&shape.from));
    let until = check.maybe("until", shape.until.as_deref(), Day::parse);
    let ended = shape.ended.map(|at| check.moment("ended", at));
    check.hold("until", from.zip(until).is_none_or(|(from, until)| from <= until));
    // What was said to be over has the day of that.
    check.hold("ended", ended.is_none() || shape.until.is_some());
    let end = match (until, ended) {
        (None, _) => SpellEnd::Open,
        (Some(day), None) => SpellEnd::On(day),
        (Some(day), Some(at)) => SpellEnd::Said { day, at },
    };
    check.finish((|| Some(Spell { kind: kind?, from: from?, end }))())
}
