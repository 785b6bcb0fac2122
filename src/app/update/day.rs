//! The day around a session: what the daily check leads to, and what a stop leaves behind.

use super::Update;
use crate::{
    app::{command::Command, model::Model, outline::Outline},
    archive::store::Archive,
    domain::{
        before_sport::{self, SportSoon},
        body::Score,
        clearance::DailyCheck,
        day::{RedDay, Volume, at_sixty_percent, pinched_on, was_sharp_on},
        item::Body,
        plan::Prescription,
        prescribing::prescribe_at,
        programme::SessionOutline,
        record::{BeforeSport, Ending, RecordId, StopReason},
        time::Moment,
    },
};

/// New tingling or numbness asks these anew (3.5).
const AFTER_TINGLING: [&str; 4] = ["S1", "S2", "S3", "S10"];

impl Model {
    /// Sharp pain that ended a session today counts for the rest of the day, whatever is answered
    /// (3.5, R2.30).
    pub(super) fn with_what_happened(&self, check: DailyCheck, now: Moment) -> DailyCheck {
        let sharp = check.sharp || was_sharp_on(&self.history, now.day());
        DailyCheck { sharp, ..check }
    }

    pub(super) fn sport_of(&self, check: DailyCheck) -> Option<BeforeSport> {
        check.sport.map(|sport: SportSoon| sport.outcome(self.is_gymnast_or_dancer()))
    }

    /// What this person does of the session today, with everything the check says; none when that
    /// is nothing, or not allowed.
    pub(super) fn prescribed_today(
        &self,
        chosen: &Outline,
        check: DailyCheck,
        now: Moment,
    ) -> Option<Vec<Prescription>> {
        let permit = self.permit(Some(check), now);
        let age = self.settings.age_group(now.day().year());
        let (outline, _) = chosen.permitted(self.catalogue, &permit);
        let sport = self.sport_of(check);
        let outline = self.outline_today(&outline, check, now);
        let standing = self.standing_in(&chosen.maker, now);
        let mut prescriptions =
            prescribe_at(self.catalogue, &outline, age, &permit, &standing).ok()?;
        before_sport::ease(self.catalogue, &mut prescriptions, sport, age);
        // A lighter week is about 60 % already.
        let whole = standing.easing.is_none();
        if whole && check.volume(outline.ground_contacts > 0) == Volume::Sixty {
            for prescription in &mut prescriptions {
                prescription.protocol = at_sixty_percent(prescription.protocol);
            }
        }
        Some(prescriptions)
    }

    /// Without what pinched today, and as it may be done before sport.
    fn outline_today(
        &self,
        outline: &SessionOutline,
        check: DailyCheck,
        now: Moment,
    ) -> SessionOutline {
        let permit = self.permit(Some(check), now);
        let mut today = outline.clone();
        today.blocks.retain(|block| !pinched_on(&self.history, now.day(), &block.exercise));
        before_sport::fit(self.catalogue, &today, self.sport_of(check), &permit)
    }

    /// A day without a session is remembered, once: pain that stays has to be noticed (3.4).
    pub(super) fn remember_red_day(
        &mut self,
        check: DailyCheck,
        chance: [u8; 10],
        now: Moment,
    ) -> Vec<Command> {
        let Some(red) = RedDay::of(check, now.day(), now.wall) else { return Vec::new() };
        let known = self.red_day_items().find(|(_, known)| known.day == red.day);
        let (id, all) = known.map_or_else(
            || (RecordId::new(now.wall, chance), red),
            |(id, known)| (id, known.and(red)),
        );
        if known.is_some_and(|(_, known)| known == all) {
            return Vec::new();
        }
        self.keep(|archive| archive.put_item(id, Body::RedDay(all), now.wall))
    }

    /// How the morning after a session was (X16).
    pub(super) fn tell_morning(&mut self, id: RecordId, morning: Score, now: Moment) -> Update {
        let Some(mut record) = self.history.get(id).cloned() else { return Update::nothing() };
        if record.after.morning.replace(morning) == Some(morning) {
            return Update::nothing();
        }
        let commands = self.keep(|archive| archive.edit(&record, now.wall));
        self.refresh_history();
        Update::with(commands)
    }

    /// After tingling the questions about nerves have no answer any more, and nothing starts until
    /// they have one.
    pub(super) fn ask_again_after(&mut self, how: Ending) -> Vec<Command> {
        if how != Ending::Stopped(StopReason::Tingling) {
            return Vec::new();
        }
        let Some(mut record) = self.archive().and_then(Archive::screening).cloned() else {
            return Vec::new();
        };
        record.answers.retain(|id, _| !AFTER_TINGLING.contains(&id.as_str()));
        self.keep(|archive| archive.save_screening(&record))
    }
}
