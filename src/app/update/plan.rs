//! What somebody chose for their plan, kept as one thing, and its week as a calendar file.

use super::Update;
use crate::{
    app::{calendar::rhythm, command::Command, model::Model},
    domain::{
        breaks::ClockTime,
        item::Body,
        planning::{
            choices::{Choices, MOST_PROGRAMMES},
            choosing::is_daily,
        },
        programme::{ProgrammeId, SessionId},
        record::RecordId,
        time::Moment,
    },
    route::Route,
};

impl Model {
    pub(super) fn change_plan(&mut self, choices: Choices, now: Moment) -> Update {
        let mut commands = self.keep_plan(choices, now);
        // Asked for the first time, the way leads straight to the first session.
        if self.route == Route::Wishes {
            commands.push(Command::Replace(Route::Today));
        }
        Update::with(commands)
    }

    /// There is one plan, so it stands under the one id that no other record gets.
    fn keep_plan(&mut self, choices: Choices, now: Moment) -> Vec<Command> {
        let body = Body::Plan(Box::new(choices));
        self.keep(|archive| archive.put_item(RecordId::LEAST, body, now.wall))
    }

    /// Strength beside the stretches (C9): what Soepel chose so far becomes the person's own
    /// choice, with this programme after the main one.
    pub(super) fn add_to_plan(&mut self, programme: &ProgrammeId, now: Moment) -> Vec<Command> {
        let mut choices = self.choices().cloned().unwrap_or_default();
        let mut all = self.programmes_in_plan(&choices, now);
        all.retain(|known| known != programme);
        all.truncate(MOST_PROGRAMMES - 1);
        all.insert(all.len().min(1), programme.clone());
        choices.programmes = all;
        self.keep_plan(choices, now)
    }

    /// Another programme in the place of one whose last stage is done; the rest stays, and the daily
    /// minutes come last.
    pub(super) fn go_onward(
        &mut self,
        from: &ProgrammeId,
        to: &ProgrammeId,
        now: Moment,
    ) -> Vec<Command> {
        let mut choices = self.choices().cloned().unwrap_or_default();
        let mut all = self.programmes_in_plan(&choices, now);
        let place = all.iter().position(|known| known == from).unwrap_or_default();
        all.retain(|known| known != from && known != to);
        let place = if is_daily(to) { all.len() } else { place.min(all.len()) };
        all.insert(place, to.clone());
        all.truncate(MOST_PROGRAMMES);
        choices.programmes = all;
        self.keep_plan(choices, now)
    }

    /// Who says yes to a session has what it is done with.
    pub(super) fn has_things_for(&mut self, session: &SessionId, now: Moment) -> Vec<Command> {
        let Some((_, outline)) = self.catalogue.session(session) else { return Vec::new() };
        let things = self.catalogue.things_for(outline);
        let Some(before) = self.choices() else { return Vec::new() };
        let mut choices = before.clone();
        choices.has_also(&things);
        if choices == *before { Vec::new() } else { self.keep_plan(choices, now) }
    }

    pub(super) fn plan_for_calendar(
        &mut self,
        from: Option<ClockTime>,
        site: &str,
        now: Moment,
    ) -> Update {
        let week = self.plan_appointments(from, now);
        let Some(choices) = self.choices().filter(|_| !week.is_empty()).cloned() else {
            return Update::nothing();
        };
        let before = usize::from(choices.in_calendar);
        let language = self.settings.language;
        let appointments = rhythm::week(self.catalogue, language, "plan", &week, before);
        let text = self.calendar(site, now).file(&appointments);
        let mut commands = vec![Command::Download { name: "soepel-plan.ics".to_owned(), text }];
        let most = u8::try_from(appointments.len()).unwrap_or(u8::MAX);
        if most > choices.in_calendar {
            commands.extend(self.keep_plan(Choices { in_calendar: most, ..choices }, now));
        }
        Update::with(commands)
    }
}
