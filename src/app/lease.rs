//! Which page leads. Two pages that led one session would write it down over each other, so one of
//! them has the lead, and another may watch it or take over.

use crate::{
    app::{
        live::Live,
        model::Model,
        view::player::{PlayerView, player},
    },
    domain::{
        programme::SessionId,
        record::RecordId,
        time::{Millis, Moment},
    },
};

/// A page that lost the lead hears of it a moment after the other one has it. Whoever took over waits
/// this long, so that the last entry of the other is there before its own. Our choice.
pub const HANDING_OVER: Millis = Millis(500);

/// What a page asks of the browser for as long as it says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lead {
    #[default]
    No,
    /// If no other page has it.
    IfFree,
    /// Whoever has it.
    Take,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeaseEvent {
    /// This page leads now, or the browser knows no such thing and nobody can tell.
    Given,
    /// Another page leads.
    Refused,
    /// This page led, until another one took over.
    Taken,
    /// Whether another page leads, asked at a start and when the page is seen again.
    Seen { elsewhere: bool },
    /// Somebody wants to go on here with what another page leads.
    TookOver(RecordId),
}

/// What is known of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lease {
    /// What another page leads, as far as is known.
    pub elsewhere: Option<RecordId>,
    /// Somebody wants to go on with a session that was begun, and waits for the lead.
    pub asked: Option<Asked>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub id: RecordId,
    pub stage: Stage,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    IfFree,
    Take,
    /// Taken from another page, which writes its last until this moment of the clock that never
    /// jumps, in milliseconds.
    Until(u64),
}

/// A session that another page leads, as far as its journal tells.
#[derive(Clone, Debug, PartialEq)]
pub struct Watched {
    pub id: RecordId,
    pub session: SessionId,
    /// None between the last exercise and the end.
    pub now: Option<PlayerView<'static>>,
    /// Thousandths of the plan.
    pub over: u32,
}

impl Model {
    pub(super) fn wants_lead(&self) -> Lead {
        match self.lease.asked.map(|asked| asked.stage) {
            Some(Stage::IfFree) => Lead::IfFree,
            Some(Stage::Take | Stage::Until(_)) => Lead::Take,
            None if self.live.is_some() => Lead::IfFree,
            None => Lead::No,
        }
    }

    /// How long until whoever took over may go on.
    pub(super) fn handed_over_in(&self, now: Moment) -> Option<Millis> {
        match self.lease.asked?.stage {
            Stage::Until(mono) => Some(Millis(mono.saturating_sub(now.mono))),
            Stage::IfFree | Stage::Take => None,
        }
    }

    /// What another page leads right now.
    pub fn watched(&self, now: Moment) -> Option<Watched> {
        let live = self.begun(self.lease.elsewhere?, now)?;
        let plan = live.session.plan();
        let (lasts, left) = (plan.lasts().0.max(1), live.session.total_left().seconds_up().0);
        Some(Watched {
            id: live.id,
            session: plan.order().session.clone(),
            now: player(&live, self.catalogue, now),
            over: 1000 - (left.min(lasts) * 1000 / lasts),
        })
    }

    /// Nothing is written: the page that took over has the journal.
    pub(super) fn step_back(&mut self) -> Option<Live> {
        let live = self.live.take()?;
        (self.stopping, self.stopped_at) = (None, None);
        (self.sheet, self.together) = (None, None);
        Some(live)
    }
}
