//! What the application wants for as long as it says so, and the browser brought in line with it.

use std::rc::Rc;

use super::runtime::{Devices, Runtime};
use crate::{
    app::{
        event::Event,
        lease::{Lead, LeaseEvent},
        light::WakeLock as Lock,
        testing::meter::MeterEvent,
        wants::Wants,
    },
    browser::{lease, ticker, wake_lock::News},
    domain::time::Moment,
};

impl Runtime {
    /// Brings the browser in line with what the model wants.
    pub(super) fn reconcile(self, now: Moment) {
        let Wants { awake, wake_in, on_time_while_hidden, tilt, lead } =
            self.peek(|model| model.wants(now));
        let devices = self.devices();
        if devices.awake.replace(awake) != awake {
            if awake {
                devices.wake_lock.hold(move |news| self.hear_of_light(news));
            } else {
                devices.wake_lock.let_go();
            }
        }
        match (tilt, devices.tilt.is_listening()) {
            (true, false) => {
                devices.tilt.listen(move |told| {
                    self.dispatch(Event::Meter(MeterEvent::Sensed(told)));
                });
            }
            (false, true) => devices.tilt.let_go(),
            _ => {}
        }
        self.seek_lead(&devices, lead);
        let (turns, turn) = (Rc::clone(&devices.turn), devices.turn.get() + 1);
        turns.set(turn);
        let wake = move || {
            if turns.get() == turn {
                self.dispatch(Event::Ticked);
            }
        };
        let alarm = wake_in.and_then(|span| ticker::wake_in(span, wake));
        if let Some(earlier) = devices.alarm.replace(alarm) {
            earlier.clear();
        }
        let hidden = wake_in.filter(|_| on_time_while_hidden);
        devices.hidden_timer.borrow_mut().wake_in(hidden, move || self.dispatch(Event::Ticked));
    }

    fn seek_lead(self, devices: &Devices, lead: Lead) {
        let before = devices.lead.replace(lead);
        if lead == Lead::No && before != Lead::No {
            devices.lease.let_go();
        }
        // Whoever took the lead has it, and goes on wanting it.
        if lead == Lead::No || before == lead || (before, lead) == (Lead::Take, Lead::IfFree) {
            return;
        }
        devices.lease.hold(lead == Lead::Take, move |news| {
            self.dispatch(Event::Lease(match news {
                lease::News::Given => LeaseEvent::Given,
                lease::News::Refused => LeaseEvent::Refused,
                lease::News::Taken => LeaseEvent::Taken,
            }));
        });
    }

    fn hear_of_light(self, news: News) {
        self.dispatch(Event::WakeLockBecame(match news {
            News::Given => Lock::Held,
            News::Refused => Lock::Refused,
            News::Taken => {
                // It is not on any more, so whoever still wants it asks anew.
                self.devices().awake.replace(false);
                Lock::Lost
            }
        }));
    }
}
