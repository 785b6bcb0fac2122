//! What somebody decided about a proposal, and how they say it goes.

use super::Update;
use crate::{
    app::model::{Log, Model},
    domain::{
        exercise::ExerciseId,
        item::Body,
        progress::{
            Decision, Proposed, ReviewAnswer, ReviewWord, Steps, evidence_of, held_side_plank,
        },
        record::RecordId,
        time::Moment,
    },
};

impl Model {
    /// Both answers are kept. Weight without the physiotherapist's word is never accepted
    /// (R2.19, C12).
    pub(super) fn decide(
        &mut self,
        changes: Vec<Proposed>,
        rules: &[String],
        accepted: bool,
        chance: [u8; 10],
        now: Moment,
    ) -> Update {
        let alone =
            |change: &Proposed| matches!(change, Proposed::Load { physio_agrees: false, .. });
        if accepted && changes.iter().any(alone) {
            return Update::changed();
        }
        let mut commands = Vec::new();
        for change in changes.iter().filter(|_| accepted) {
            commands.extend(match change {
                Proposed::AddStrength { programme } => self.add_to_plan(programme, now),
                Proposed::Onward { from, to } => self.go_onward(from, to, now),
                Proposed::Stage { to, .. } => self.has_things_for(to, now),
                _ => Vec::new(),
            });
        }
        for (place, proposed) in (0_u8..).zip(changes) {
            let (at, day) = (now.wall, now.day());
            let rules = rules.to_vec();
            let decision = Decision { at, day, proposed, rules, accepted };
            let id = RecordId::new(now.wall, apart(chance, place));
            let body = Body::Decision(Box::new(decision));
            commands.extend(self.keep(|archive| archive.put_item(id, body, now.wall)));
        }
        self.refresh_log();
        Update::with(commands)
    }

    pub(super) fn review(&mut self, word: ReviewWord, chance: [u8; 10], now: Moment) -> Update {
        let answer = ReviewAnswer { at: now.wall, day: now.day(), word };
        let id = RecordId::new(now.wall, chance);
        let body = Body::Review(answer);
        let commands = self.keep(|archive| archive.put_item(id, body, now.wall));
        self.refresh_log();
        Update::with(commands)
    }

    /// Reads the history and the decisions anew.
    pub(super) fn refresh_log(&mut self) {
        let mut log = Log::default();
        for item in self.archive().into_iter().flat_map(crate::archive::store::Archive::items) {
            match &item.body {
                Some(Body::Decision(decision)) => log.decisions.push((**decision).clone()),
                Some(Body::Review(answer)) => log.answers.push(*answer),
                _ => {}
            }
        }
        log.decisions.sort_by_key(|decision| decision.at);
        log.answers.sort_by_key(|answer| answer.at);
        let year = self.history.newest_first().next().map_or(0, |record| record.day.year());
        let age = self.settings.age_group(year);
        let records = self.history.oldest_first();
        log.side_plank = held_side_plank(self.history.oldest_first(), |record| {
            let made = log.decisions.partition_point(|made| made.at <= record.started_wall);
            let steps = Steps::new(&log.decisions[..made]);
            let plank = ExerciseId::new("side-plank").and_then(|id| self.catalogue.exercise(&id));
            plank.is_some_and(|plank| {
                let chosen = steps.variant(&plank.id);
                plank.easier.iter().any(|easier| Some(easier.id.as_str()) == chosen)
            })
        });
        log.evidence = evidence_of(records, &log.decisions, self.catalogue, age);
        self.log = log;
    }
}

/// One more chance out of one, for records made in the same moment.
fn apart(mut chance: [u8; 10], place: u8) -> [u8; 10] {
    chance[9] = chance[9].wrapping_add(place);
    chance
}
