//! One device and its person: pages that open and go, and what must hold each time one opens.

mod lead;

use std::collections::{BTreeSet, VecDeque};

use soepel::{
    app::{
        backup::{BackupCommand, BackupEvent},
        command::Command,
        event::Event,
        lease::{Lead, LeaseEvent},
        mirror::MirrorEvent,
        model::{Model, Storage},
    },
    archive::writes::Write,
    domain::time::Moment,
    route::Route,
};

use crate::{
    browser::{Browser, Change, First, Second},
    chance::Chance,
    known::{Known, Texts},
};

const RESERVE: &str = "soepel.p0.rsv";

/// One page that is open.
#[derive(Debug)]
pub(crate) struct Tab {
    pub(crate) model: Model,
    /// What other pages wrote, not yet heard here.
    inbox: VecDeque<(String, Option<String>)>,
    /// The second store was read; until then changes wait.
    read: bool,
    waiting: Vec<Vec<Write>>,
    /// What it asked of the browser's lock, and whether it has it.
    lead: Lead,
    leads: bool,
}

pub(crate) struct Life {
    pub(crate) browser: Browser,
    pub(crate) tabs: Vec<Tab>,
    pub(crate) now: Moment,
    pub(crate) chance: Chance,
    pub(crate) first: First,
    pub(crate) second: Second,
    /// What was said to be kept.
    promised: Known,
    /// Changes that the program asked for since the page opened.
    asked: usize,
    loud: bool,
}

impl Life {
    pub(crate) fn new(seed: u64, shelf: &Texts) -> Self {
        let browser = Browser::holding(shelf);
        Self {
            browser,
            tabs: Vec::new(),
            now: Moment { wall: 1_795_336_200_000, mono: 5_000, offset: 60 },
            chance: Chance::new(seed),
            first: First::Works,
            second: Second::Works,
            promised: Known::default(),
            asked: 0,
            loud: std::env::var_os("SOEPEL_TRACE").is_some(),
        }
    }

    pub(crate) fn open_tab(&mut self) {
        let tab = Tab {
            model: Model::default(),
            inbox: VecDeque::new(),
            read: false,
            waiting: Vec::new(),
            lead: Lead::No,
            leads: false,
        };
        self.tabs.push(tab);
        self.tabs.last_mut().unwrap().model.settings.sounds = false;
        let at = self.tabs.len() - 1;
        let entries =
            (self.first != First::Blocked).then(|| self.browser.seen.clone().into_iter().collect());
        self.tell(at, Event::Opened { entries, zone: "Europe/Amsterdam".to_owned() });
        self.tell(at, Event::Navigated(Route::Today));
    }

    /// The second store answers the page that asked for it, if it ever does.
    pub(crate) fn answer(&mut self, at: usize) {
        if self.tabs[at].read || self.second == Second::Hangs {
            return;
        }
        self.tabs[at].read = true;
        let found = (self.second != Second::Missing)
            .then(|| self.browser.second.clone().into_iter().collect());
        self.tell(at, Event::Mirror(MirrorEvent::Read(found)));
        for writes in std::mem::take(&mut self.tabs[at].waiting) {
            self.change_second(at, writes);
        }
    }

    pub(crate) fn tell(&mut self, at: usize, event: Event) {
        self.log(|| match &event {
            Event::Opened { .. } => format!("{at}: opened"),
            Event::Mirror(MirrorEvent::Read(_)) => format!("{at}: second read"),
            Event::FilePicked(_) => format!("{at}: a file"),
            Event::AddedAfterwards(record) => format!("{at}: added {}", record.id),
            event => format!("{at}: {event:?}"),
        });
        let update = self.tabs[at].model.update(event, self.now);
        for command in update.commands {
            if let Command::Keep(_) | Command::KeepFirst(_) | Command::KeepSecond(_) = &command {
                self.log(|| format!("   {command:?}"));
            }
            match command {
                Command::Keep(writes) => {
                    self.asked += of_the_person(&writes);
                    self.keep(at, &writes);
                    self.change_second(at, writes);
                }
                Command::KeepFirst(writes) => {
                    self.asked += of_the_person(&writes);
                    self.keep(at, &writes);
                }
                Command::KeepSecond(writes) => {
                    self.asked += of_the_person(&writes);
                    self.change_second(at, writes);
                }
                Command::GoTo(route) | Command::Replace(route) => {
                    self.tell(at, Event::Navigated(route));
                }
                Command::LookForLead => {
                    let elsewhere = self.tabs.iter().any(|tab| tab.leads);
                    self.tell(at, Event::Lease(LeaseEvent::Seen { elsewhere }));
                }
                // The net under an import is another matter, and always holds here.
                Command::Backup(BackupCommand::TakeSnapshot { about, .. }) => {
                    let taken = BackupEvent::SnapshotTaken { about, safe: true };
                    self.tell(at, Event::Backup(taken));
                }
                _ => {}
            }
        }
        self.seek_lead(at);
    }

    /// Only where one life is looked at.
    pub(crate) fn log(&self, line: impl FnOnce() -> String) {
        if self.loud {
            eprintln!("{} {}", self.now.wall, line());
        }
    }

    /// In order, and no further than the first that fails.
    fn keep(&mut self, at: usize, writes: &[Write]) {
        for (index, write) in writes.iter().enumerate() {
            let wall = self.now.wall;
            if let Err(full) = self.browser.put_first(write, self.first, wall, &mut self.chance) {
                self.tell(at, Event::FailedToKeep { writes: writes[index..].to_vec(), full });
                return;
            }
            let (key, value) = match write {
                Write::Put { key, value } => (key.clone(), Some(value.clone())),
                Write::Remove { key } => (key.clone(), None),
            };
            for (other, tab) in self.tabs.iter_mut().enumerate().filter(|(other, _)| *other != at) {
                tab.inbox.push_back((key.clone(), value.clone()));
                // Told twice does no harm.
                if (wall + i64::try_from(other).unwrap()) % 4 == 0 {
                    tab.inbox.push_back((key.clone(), value.clone()));
                }
            }
        }
    }

    fn change_second(&mut self, at: usize, writes: Vec<Write>) {
        if !self.tabs[at].read {
            self.tabs[at].waiting.push(writes);
        } else if self.second == Second::Missing {
            self.tell(at, Event::Mirror(MirrorEvent::Changed { safe: false }));
        } else {
            self.browser.under_way.push_back(Change { tab: at, wall: self.now.wall, writes });
        }
    }

    pub(crate) fn hear_others(&mut self, at: usize) {
        while let Some((key, value)) = self.tabs[at].inbox.pop_front() {
            self.tell(at, Event::ChangedElsewhere { key, value });
        }
    }

    pub(crate) fn settle_second(&mut self) -> bool {
        let settled = self.browser.settle_second(self.second, &mut self.chance);
        let Some((tab, safe)) = settled else { return false };
        self.tell(tab, Event::Mirror(MirrorEvent::Changed { safe }));
        true
    }

    pub(crate) fn settle_all(&mut self) {
        while self.settle_second() {}
    }

    pub(crate) fn pass(&mut self, millis: u32) {
        self.now.mono += u64::from(millis);
        self.now.wall += i64::from(millis);
        self.browser.commit(self.now.wall, &mut self.chance);
    }

    /// Whoever reads "Bewaard" may pull the plug.
    pub(crate) fn note_what_is_promised(&mut self) {
        let [tab] = &self.tabs[..] else { return };
        if tab.model.is_kept(self.now)
            && let Some(archive) = tab.model.archive()
        {
            self.promised = Known::of(&[&archive.entries().collect()]);
        }
    }

    /// It asked for something to go, so that no longer is promised.
    pub(crate) fn forget_promises(&mut self) {
        self.promised = Known::default();
    }

    pub(crate) fn drop_promise_of(&mut self, id: &str) {
        self.promised.journals.remove(id);
        self.browser.dropped.insert(id.to_owned());
    }

    pub(crate) fn dies(&mut self) {
        // Only a second store that keeps up makes up for a first that keeps no order.
        let ordered = self.second != Second::Works || !self.browser.keeps_up(self.now.wall);
        self.browser.dies(ordered, &mut self.chance);
        self.log(|| "dies".to_owned());
        self.tabs.clear();
        let left = Known::of(&[&self.browser.disk, &self.browser.second]);
        let lost = self.promised.lost(&left);
        assert!(lost.is_empty(), "it said these were kept: {lost:?}");
        self.now.mono = 3_000;
        self.now.wall += 60_000;
    }

    /// The page opens again: whatever can be read in either store is there.
    pub(crate) fn opens_again(&mut self) {
        let (first, second) = (self.browser.seen.clone(), self.browser.second.clone());
        let erased = first.contains_key("soepel.p0.gone");
        let blocked = self.first == First::Blocked;
        let answers = matches!(self.second, Second::Works | Second::Refuses);
        let mut stores: Vec<&Texts> = Vec::new();
        if !blocked {
            stores.push(&first);
            if answers && !erased {
                stores.push(&second);
            }
        }
        let before = Known::of(&stores);
        self.browser.erasing = erased;
        self.asked = 0;
        self.log(|| format!("opens with {:?} and {:?}", self.first, self.second));
        self.open_tab();
        self.answer(0);
        self.settle_all();

        let model = &self.tabs[0].model;
        let history: BTreeSet<String> =
            model.history.oldest_first().map(|record| record.id.to_string()).collect();
        assert_eq!(history, before.sessions(), "what is seen, and what is there");
        if blocked || matches!(model.storage, Storage::Unreadable(_)) {
            assert_eq!(before.readable, 0);
            assert_eq!(self.asked, 0, "nothing is written over what cannot be read");
            assert_eq!((&self.browser.seen, &self.browser.second), (&first, &second));
        } else {
            let after: Texts = model.archive().unwrap().entries().collect();
            let lost = before.lost(&Known::of(&[&after]));
            assert!(lost.is_empty(), "lost at the start: {lost:?}");
            let now = Known::of(&[&self.browser.seen, &self.browser.second]);
            let lost = before.lost(&now);
            assert!(lost.is_empty(), "gone from both stores: {lost:?}");
            self.keeps_what_it_cannot_read(&before);
        }
        if !self.browser.seen.contains_key("soepel.p0.gone") {
            self.browser.erasing = false;
        }
        self.promised = before;
    }

    fn keeps_what_it_cannot_read(&self, before: &Known) {
        let stores = [&self.browser.seen, &self.browser.second];
        let there = |raw: &String| stores.iter().any(|texts| texts.values().any(|it| it == raw));
        // Where both stores refuse to write, the mended text is there and the torn one only waits.
        let one_works = self.first == First::Works || self.second == Second::Works;
        for raw in before.torn.iter().filter(|_| one_works) {
            assert!(there(raw), "not kept word for word: {raw}");
        }
        for (name, raw) in &before.newer {
            let same = stores.iter().any(|texts| texts.get(name) == Some(raw));
            assert!(same, "{name} is of a newer version and was changed");
        }
    }

    /// With two stores that work, both are the same and nothing is left to do.
    pub(crate) fn is_whole(&mut self) {
        if (self.first, self.second) != (First::Works, Second::Works) || self.tabs.len() != 1 {
            return;
        }
        if !matches!(self.tabs[0].model.storage, Storage::Open { .. }) {
            return;
        }
        let mut first = self.browser.seen.clone();
        first.remove(RESERVE);
        assert_eq!(first, self.browser.second, "both stores hold the same");
        self.tabs.clear();
        self.asked = 0;
        self.open_tab();
        self.answer(0);
        self.settle_all();
        assert_eq!(self.asked, 0, "a second start finds nothing to do");
    }
}

/// The filler of the first store is nothing that anybody keeps.
fn of_the_person(writes: &[Write]) -> usize {
    writes.iter().filter(|write| write.name() != RESERVE).count()
}
