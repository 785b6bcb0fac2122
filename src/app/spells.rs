//! Illness, a holiday, a flare-up: what is known of them, and what may happen.

use super::{model::Model, view::today::Gate};
use crate::{
    archive::store::Archive,
    domain::{
        item::Body,
        record::RecordId,
        spell::{Spell, SpellKind},
        time::{Day, Moment},
    },
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpellEvent {
    /// From today on; `chance` are random bits for the record's ID.
    Began { kind: SpellKind, chance: [u8; 10] },
    /// The first day on which it no longer holds was set ahead, or is open again.
    SetEnd(Option<Day>),
    /// "It is over."
    Over,
    /// The tap was a mistake: it was never so.
    Withdrawn,
}

/// What Vandaag and the plan say about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpellShown {
    Holds {
        spell: Spell,
        /// It began today, so a mistake can be taken back without a trace.
        today: bool,
    },
    /// The fever is gone for less than 48 hours (5.8); the day from which sessions open again.
    FeverJustGone { opens: Day },
    /// The week after an illness or a flare-up.
    JustBehind { spell: Spell },
}

impl Model {
    pub(in crate::app) fn spells(&self) -> impl Iterator<Item = (RecordId, Spell)> {
        self.archive().into_iter().flat_map(Archive::items).filter_map(|item| match item.body {
            Some(Body::Spell(spell)) => Some((item.id, spell)),
            _ => None,
        })
    }

    /// The one that holds today: the latest, should a file have brought several.
    pub(in crate::app) fn spell_now(&self, today: Day) -> Option<(RecordId, Spell)> {
        let held = self.spells().filter(|(_, spell)| spell.holds_on(today));
        held.max_by_key(|(id, spell)| (spell.from, *id))
    }

    /// What the plan of today and of the days ahead goes by.
    pub(in crate::app) fn spell_for_plan(&self, now: Moment) -> Option<Spell> {
        let held = self.spell_now(now.day()).map(|(_, spell)| spell);
        held.or_else(|| self.spells().map(|(_, spell)| spell).find(|one| one.shapes(now.day())))
    }

    /// 5.8: a fever, or not yet 48 hours without one.
    pub(in crate::app) fn is_feverish(&self, now: Moment) -> bool {
        self.spells().any(|(_, spell)| spell.forbids_sessions(now))
    }

    /// Nothing is open because of the fever alone, and the plan is to rest.
    pub(in crate::app) fn rests_for_fever(&self, now: Moment) -> bool {
        let open = matches!(self.gate(now), Gate::Open | Gate::Gentle);
        open && self.spell_for_plan(now).is_some_and(|spell| spell.kind == SpellKind::Fever)
    }

    /// Nothing heavier for now (5.8, 3.4).
    pub(in crate::app) fn is_careful(&self, now: Moment) -> bool {
        self.spells().any(|(_, spell)| spell.asks_care_on(now.day()))
    }

    pub(in crate::app) fn flares_up(&self, now: Moment) -> bool {
        self.spell_now(now.day()).is_some_and(|(_, spell)| spell.kind == SpellKind::FlareUp)
    }

    /// X24: an illness came after these answers.
    pub(in crate::app) fn was_ill_since(&self, wall: i64) -> bool {
        self.spells().any(|(_, spell)| spell.outdates_answers_of(wall))
    }

    pub fn spell_shown(&self, now: Moment) -> Option<SpellShown> {
        let today = now.day();
        if let Some((_, spell)) = self.spell_now(today) {
            return Some(SpellShown::Holds { spell, today: spell.from == today });
        }
        if let Some((_, fever)) = self.spells().find(|(_, spell)| spell.forbids_sessions(now)) {
            let gone = fever.until().unwrap_or(today);
            return Some(SpellShown::FeverJustGone { opens: gone.plus(2) });
        }
        let behind = self.spells().filter(|(_, spell)| spell.asks_care_on(today));
        let latest = behind.max_by_key(|(_, spell)| spell.until())?;
        Some(SpellShown::JustBehind { spell: latest.1 })
    }
}
