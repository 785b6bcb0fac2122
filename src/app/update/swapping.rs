//! "Lichter" and "Zwaarder" during a session.

use super::Update;
use crate::{
    app::{
        command::Command,
        hints::Hint,
        model::{Model, Sheet},
    },
    content::phrases::coach as words,
    domain::{
        exercise::Exercise,
        progress::{Occasion, Who, occasions},
        session::{Input, State},
        swapping::{Against, Today, Turn, Way, heavier, lighter},
        time::Moment,
    },
};

/// From this pain on a session is a lighter one (3.4).
const LIGHTER_FROM: u8 = 4;

/// What somebody may change about the exercise of the moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ways {
    pub lighter: Option<Way<'static>>,
    pub heavier: Option<Way<'static>>,
}

impl Model {
    /// The session pauses while the ways are read.
    pub(super) fn ask_to_swap(&mut self, now: Moment) -> Update {
        let running = self.live.as_ref().is_some_and(|live| {
            matches!(live.session.state(), State::Running { .. } | State::Waiting { .. })
        });
        let mut update = self.press(Input::PressedPause, now);
        self.sheet = self.live.is_some().then_some(Sheet::Ways { ran: running });
        update.changed = true;
        update
    }

    /// None leaves everything as it was. A session that ran goes on.
    pub(super) fn swap(&mut self, turn: Option<Turn>, now: Moment) -> Update {
        let Some(Sheet::Ways { ran }) = self.sheet.take() else { return Update::nothing() };
        let chosen = turn.and_then(|turn| {
            let ways = self.ways(now)?;
            match turn {
                Turn::Lighter => ways.lighter,
                Turn::Heavier => ways.heavier,
            }
        });
        let exercise = self.exercise_of_the_moment();
        let mut update = Update::with(Vec::new());
        if let (Some(way), Some(exercise), Some(live)) = (chosen, exercise, &mut self.live) {
            live.swap(exercise, way);
            let steps = self.journal(false, now);
            update.commands.extend(steps);
        }
        if ran {
            update.join(self.press(Input::PressedResume, now));
        }
        if let Some(way) = chosen {
            let language = self.settings.language;
            let plain = || words::AS_WRITTEN.read(language);
            let told = way.map_or_else(plain, |way| way.change.read(language));
            update.commands.retain(|command| !matches!(command, Command::Announce(_)));
            update.commands.push(Command::Announce(told.to_owned()));
        }
        update
    }

    /// Where one is, for somebody who cannot see it.
    pub(super) fn tell_where(&self) -> Update {
        let live = self.live.as_ref();
        let told = live.and_then(|live| live.whereabouts(self.catalogue, &self.settings));
        Update::with(told.into_iter().map(Command::Announce).collect())
    }

    /// How the exercise is done, step by step, with the session paused: listening takes a while.
    pub(super) fn explain(&mut self, now: Moment) -> Update {
        let mut update = self.press(Input::PressedPause, now);
        let live = self.live.as_ref();
        let told = live.and_then(|live| live.explained(self.catalogue, &self.settings));
        update.commands.retain(|command| !matches!(command, Command::Announce(_)));
        update.commands.extend(told.map(Command::Announce));
        update
    }

    pub(super) fn show_keys(&mut self) -> Update {
        self.sheet = self.live.is_some().then_some(Sheet::Keys);
        Update::changed()
    }

    pub(super) fn close_sheet(&mut self) -> Update {
        self.sheet = None;
        Update::changed()
    }

    pub fn is_swapping(&self) -> bool {
        matches!(self.sheet, Some(Sheet::Ways { .. }))
    }

    pub fn shows_keys(&self) -> bool {
        self.sheet == Some(Sheet::Keys)
    }

    /// None outside of a session.
    pub fn ways(&self, now: Moment) -> Option<Ways> {
        let (live, exercise) = (self.live.as_ref()?, self.exercise_of_the_moment()?);
        let way = live.way().map(|way| way.id.as_str());
        let mode = live.session.plan().prescription(live.session.phase()?.block)?.protocol.mode();
        let permit = self.permit(None, now);
        let who = Who {
            age: self.settings.age_group(now.day().year()),
            conditions: permit.conditions().clone(),
        };
        let last = occasions(&self.log.evidence, &exercise.id, mode, &who);
        let adapted = self.hints().iter().any(|hint| matches!(hint, Hint::Adapted { .. }));
        let hurts = live.before.pain.is_some_and(|pain| pain.value() >= LIGHTER_FROM);
        let against = if hurts {
            Some(Against::Pain)
        } else if self.standing(now).easing.is_some() {
            Some(Against::Eased)
        } else if matches!(last.last(), Some((_, Occasion::Back(_)))) {
            Some(Against::SetBack)
        } else {
            adapted.then_some(Against::Adapted)
        };
        let today = Today {
            permit: &permit,
            decisions: &self.log.decisions,
            stopped: live.stopped_in(exercise),
            against,
        };
        Some(Ways { lighter: lighter(exercise, way), heavier: heavier(exercise, way, today) })
    }

    fn exercise_of_the_moment(&self) -> Option<&'static Exercise> {
        let session = &self.live.as_ref()?.session;
        let prescription = session.plan().prescription(session.phase()?.block)?;
        self.catalogue.exercise(&prescription.exercise)
    }
}
