//! Illness, a holiday or a flare-up begins and ends.

use super::Update;
use crate::{
    app::{command::Command, model::Model, spells::SpellEvent},
    domain::{
        item::Body,
        record::RecordId,
        spell::{Spell, SpellEnd, SpellKind},
        time::Moment,
    },
};

impl Model {
    pub(super) fn on_spell(&mut self, event: SpellEvent, now: Moment) -> Update {
        let today = now.day();
        let held = self.spell_now(today);
        match (event, held) {
            (SpellEvent::Began { kind, chance }, held) => self.begin_spell(kind, held, chance, now),
            (SpellEvent::SetEnd(day), Some((id, spell))) => {
                let end = match day {
                    None => SpellEnd::Open,
                    // A day that is not ahead would end it without a word.
                    Some(day) if day > today => SpellEnd::On(day),
                    Some(_) => return Update::nothing(),
                };
                self.keep_spell(id, Spell { end, ..spell }, now)
            }
            (SpellEvent::Over, Some((id, spell))) => self.keep_spell(id, spell.ended(now), now),
            (SpellEvent::Withdrawn, Some((id, spell))) => {
                let body = Body::Spell(spell);
                Update::with(self.keep(|archive| archive.remove_item(id, &body, now.wall)))
            }
            (_, None) => Update::nothing(),
        }
    }

    /// A fever that comes to an illness changes it; anything else ends what was.
    fn begin_spell(
        &mut self,
        kind: SpellKind,
        held: Option<(RecordId, Spell)>,
        chance: [u8; 10],
        now: Moment,
    ) -> Update {
        let begun = Spell::new(kind, now.day());
        let id = RecordId::new(now.wall, chance);
        match held {
            Some((_, held)) if held.kind == kind => Update::nothing(),
            Some((id, held)) if held.kind.is_illness() && kind == SpellKind::Fever => {
                self.keep_spell(id, Spell { kind, ..held }, now)
            }
            Some((before, held)) => {
                let mut update = self.keep_spell(before, held.ended(now), now);
                update.join(self.keep_spell(id, begun, now));
                update
            }
            None => self.keep_spell(id, begun, now),
        }
    }

    fn keep_spell(&mut self, id: RecordId, spell: Spell, now: Moment) -> Update {
        let commands: Vec<Command> =
            self.keep(|archive| archive.put_item(id, Body::Spell(spell), now.wall));
        Update::with(commands)
    }
}
