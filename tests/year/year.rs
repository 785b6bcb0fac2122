//! What a year came to, month by month.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Mutex,
};

use soepel::domain::{
    planning::load::is_extra,
    progress::{Proposal, Proposed},
    record::SessionRecord,
    time::Day,
};

#[derive(Clone, Debug, Default)]
pub(crate) struct Month {
    pub(crate) sessions: u32,
    pub(crate) minis: u32,
    pub(crate) rests: u32,
    pub(crate) seconds: u32,
    /// In the order in which they were first done.
    pub(crate) done: Vec<String>,
    pub(crate) ladders: Vec<String>,
    pub(crate) deloads: u32,
    pub(crate) accepted: u32,
    pub(crate) declined: u32,
    pub(crate) referrals: u32,
    pub(crate) reviews: u32,
    pub(crate) tests: BTreeSet<&'static str>,
    notes: Vec<(String, u32)>,
}

impl Month {
    pub(crate) fn note(&mut self, text: &str) {
        match self.notes.iter_mut().find(|(known, _)| known == text) {
            Some((_, count)) => *count += 1,
            None => self.notes.push((text.to_owned(), 1)),
        }
    }

    pub(crate) fn notes(&self) -> String {
        let each = |(text, count): &(String, u32)| {
            if *count > 1 { format!("{text} ×{count}") } else { text.clone() }
        };
        self.notes.iter().map(each).collect::<Vec<_>>().join("; ")
    }

    pub(crate) fn did(&mut self, record: &SessionRecord) {
        let id = &record.session;
        if is_extra(id) || id.0.starts_with("P6-") || id.0.starts_with("G-") {
            self.minis += 1;
        } else {
            self.sessions += 1;
        }
        self.seconds += record.active.seconds().0;
        if !self.done.contains(&id.0) {
            self.done.push(id.0.clone());
        }
    }
}

/// One card that was answered.
#[derive(Clone, Debug)]
pub(crate) struct Card {
    pub(crate) day: Day,
    pub(crate) changes: Vec<Proposed>,
    pub(crate) accepted: bool,
}

impl Card {
    /// Said yes to more.
    pub(crate) fn grows(&self) -> bool {
        self.accepted && self.changes.iter().any(Proposed::asks_more)
    }
}

#[derive(Debug, Default)]
pub(crate) struct Year {
    pub(crate) months: BTreeMap<String, Month>,
    pub(crate) cards: Vec<Card>,
    pub(crate) firsts: BTreeMap<String, Day>,
    /// Laws that did not hold, in words.
    pub(crate) broken: Mutex<Vec<String>>,
}

impl Year {
    pub(crate) fn month(&mut self, day: Day) -> &mut Month {
        self.months.entry(day.iso()[..7].to_owned()).or_default()
    }

    pub(crate) fn decided(&mut self, day: Day, proposal: &Proposal, accepted: bool) {
        let month = self.month(day);
        if accepted {
            month.accepted += 1;
        } else {
            month.declined += 1;
        }
        for change in &proposal.changes {
            match change {
                Proposed::Deload { .. } => month.deloads += u32::from(accepted),
                Proposed::Referral(finding) => {
                    month.referrals += 1;
                    month.note(&format!("physio: {}", finding.slug()));
                }
                Proposed::Return { .. } => month.note("back after a gap"),
                Proposed::Restart { .. } => month.note("began anew"),
                Proposed::Pause { .. } => month.note("48 hours off"),
                Proposed::Substitute { exercise, .. } => {
                    month.note(&format!("replaced: {}", exercise.as_str()));
                }
                Proposed::KeepRange { .. } => month.note("build may be the limit"),
                Proposed::AddStrength { .. } => month.note("strength beside it?"),
                Proposed::Onward { from, to } => month.note(&format!("{} → {}?", from.0, to.0)),
                Proposed::Stage { to, .. } if accepted => month.note(&format!("→ {}", to.0)),
                Proposed::Load { .. } => month.note("weight?"),
                _ => {}
            }
        }
        if accepted
            && proposal
                .changes
                .iter()
                .any(|it| matches!(it, Proposed::Step { from, to, .. } if to < from))
        {
            month.note("step back");
        }
        self.cards.push(Card { day, changes: proposal.changes.clone(), accepted });
    }

    pub(crate) fn grew_lately(&self, day: Day) -> bool {
        self.cards
            .iter()
            .rev()
            .find(|card| card.grows())
            .is_some_and(|card| day.days_since(card.day) < 4)
    }

    /// The day on which this session was first done.
    pub(crate) fn first(&self, id: &str) -> Option<Day> {
        self.firsts.get(id).copied()
    }

    /// Sessions in all.
    pub(crate) fn trained(&self) -> u32 {
        self.months.values().map(|month| month.sessions).sum()
    }
}
