//! The browser's lock, over all pages of one life.

use soepel::app::{
    event::Event,
    lease::{Lead, LeaseEvent},
};

use super::Life;

impl Life {
    /// The browser's lock: one page leads.
    pub(super) fn seek_lead(&mut self, at: usize) {
        let wanted = self.tabs[at].model.wants(self.now).lead;
        let before = std::mem::replace(&mut self.tabs[at].lead, wanted);
        if wanted == Lead::No {
            self.tabs[at].leads = false;
        }
        if wanted == Lead::No || before == wanted || (before, wanted) == (Lead::Take, Lead::IfFree)
        {
            return;
        }
        let refused = wanted == Lead::IfFree
            && self.tabs.iter().enumerate().any(|(other, tab)| other != at && tab.leads);
        if !refused {
            for tab in &mut self.tabs {
                tab.leads = false;
            }
            self.tabs[at].leads = true;
        }
        // What was begun a moment ago, with nothing done in it yet, goes again.
        if refused
            && let Some(live) = &self.tabs[at].model.live
            && live.journal == 0
        {
            let id = live.id.to_string();
            self.drop_promise_of(&id);
        }
        let answer = if refused { LeaseEvent::Refused } else { LeaseEvent::Given };
        self.tell(at, Event::Lease(answer));
    }
}
