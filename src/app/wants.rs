//! What the application wants of the browser for as long as it says so.

use super::{lease::Lead, model::Model};
use crate::{
    domain::{
        session::State,
        time::{Millis, Moment, Seconds},
    },
    route::Route,
};

/// The screen stays on for this long into a pause; then it may sleep. Our choice.
const AWAKE_IN_PAUSE: Seconds = Seconds(600);
/// A shown second is asked for this much after it began, so that a timer that fires a hair early
/// does not show the old one.
const JUST_AFTER: Millis = Millis(15);

/// True for as long as the model says so; the shell brings the browser in line with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wants {
    /// Keep the screen on.
    pub awake: bool,
    /// Wake up when the shown second changes.
    pub wake_in: Option<Millis>,
    /// That wake-up may not be late while nobody sees the page, though browsers slow the timers of
    /// such a page down.
    pub on_time_while_hidden: bool,
    /// Listen to how the phone tilts.
    pub tilt: bool,
    /// Be the page that leads.
    pub lead: Lead,
}

impl Model {
    /// There are no starts and stops that could be forgotten: the runtime compares this with what
    /// the browser does.
    pub fn wants(&self, now: Moment) -> Wants {
        Wants { lead: self.wants_lead(), ..self.wants_of_devices(now) }
    }

    fn wants_of_devices(&self, now: Moment) -> Wants {
        if let Some(wants) = self.wants_for_meter() {
            return wants;
        }
        if let Some(wants) = self.wants_for_test(now) {
            return wants;
        }
        let Some(live) = &self.live else {
            let wants = self.wants_for_breaks(now);
            // "Bewaard" is to appear when it is true.
            let safe_in = self.mirror.safe_in(now);
            let looked_at = self.route == Route::Finish && safe_in > Millis(0);
            let looked_at = looked_at.then_some(safe_in);
            let wake_in =
                [wants.wake_in, looked_at, self.handed_over_in(now)].into_iter().flatten().min();
            return Wants { wake_in, ..wants };
        };
        let wants = match live.session.state() {
            State::Running { .. } => {
                let rest = live.session.phase_left().0 % 1000;
                let wake_in = Millis(if rest == 0 { 1000 } else { rest }) + JUST_AFTER;
                Wants { awake: self.is_seen(), wake_in: Some(wake_in), ..Wants::default() }
            }
            // Looked at now and then, so that a sleep between two looks is noticed.
            State::Waiting { .. } => {
                Wants { awake: self.is_seen(), wake_in: Some(Millis(1000)), ..Wants::default() }
            }
            State::Paused { since, .. } => {
                let paused = Millis(now.mono.saturating_sub(since.mono));
                Wants {
                    awake: self.is_seen() && paused < AWAKE_IN_PAUSE.millis(),
                    wake_in: Some(Seconds(30).millis()),
                    ..Wants::default()
                }
            }
            State::Away { .. } => Wants { awake: self.is_seen(), ..Wants::default() },
            State::Ended { .. } => Wants::default(),
        };
        self.wants_for_sound(wants, now)
    }

    /// A hidden page gets no wake lock; wanting none there means asking anew when it is back.
    fn is_seen(&self) -> bool {
        !self.breaks.hidden
    }
}
