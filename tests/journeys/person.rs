//! One person with one device: both clocks in our hand, and a map for the browser's storage.

use std::collections::BTreeMap;

use soepel::{
    app::{
        backup::BackupEvent,
        command::Command,
        event::Event,
        lease::{Lead, LeaseEvent},
        mirror::MirrorEvent,
        model::Model,
    },
    archive::writes::Write,
    domain::{
        body::Score,
        clearance::{Answers, DailyCheck},
        programme::SessionId,
        progress::Proposed,
        record::{Answer, SessionRecord},
        session::{Input, Session},
        settings::Settings,
        time::Moment,
    },
    route::Route,
};

pub(crate) type Shelf = BTreeMap<String, String>;

/// The snapshots of before: what is told of each, and what stands in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Net {
    pub(crate) list: Shelf,
    pub(crate) texts: Shelf,
}

/// 22 November 2026, 09:30 in Amsterdam.
const MORNING: Moment = Moment { wall: 1_795_336_200_000, mono: 5_000, offset: 60 };

/// No pain, nothing sharp, nothing new.
pub(crate) fn well() -> DailyCheck {
    DailyCheck {
        pain: Score::new(0).unwrap(),
        place: None,
        sharp: false,
        news: false,
        sport: None,
        soreness: None,
        stiffness: None,
    }
}

pub(crate) struct Person {
    pub(crate) model: Model,
    pub(crate) now: Moment,
    /// What the browser keeps; none when it keeps nothing for anybody.
    pub(crate) shelf: Option<Shelf>,
    /// The second copy; none when it cannot be had.
    pub(crate) spare: Option<Shelf>,
    /// None when it cannot be had, or no more.
    pub(crate) net: Option<Net>,
    /// The browser refuses every write while this is set.
    pub(crate) full: bool,
    /// Another page has the lead.
    pub(crate) led_elsewhere: bool,
    pub(super) lead: Lead,
    /// How many texts still fit; as many as anybody likes where it is not said.
    pub(crate) room: Option<usize>,
    /// The filler of the first store, which is none of what is kept.
    pub(crate) reserve: bool,
    /// Everything asked of the browser so far.
    pub(crate) asked: Vec<Command>,
    chance: u16,
}

impl Person {
    /// Somebody who opens Soepel for the first time.
    pub(crate) fn new() -> Self {
        Self::with(Some(Shelf::new()), MORNING)
    }

    /// The browser lets no site keep anything.
    pub(crate) fn blocked() -> Self {
        Self::with(None, MORNING)
    }

    /// Somebody who has read the welcome and may do everything.
    pub(crate) fn ready() -> Self {
        let mut person = Self::new();
        person.settle_in();
        person
    }

    /// The same, with every gate of the runners' programme passed and said yes to.
    pub(crate) fn who_jumps() -> Self {
        let mut person = Self::ready();
        person.reach("P5-L3b", "P5-M");
        person
    }

    /// Says yes to the next stage of a programme.
    pub(crate) fn reach(&mut self, from: &str, to: &str) {
        let session = |id: &str| SessionId(id.to_owned());
        self.chance += 1;
        let mut chance = [7; 10];
        chance[8..].copy_from_slice(&self.chance.to_be_bytes());
        self.tell(Event::Decided {
            changes: vec![Proposed::Stage { from: session(from), to: session(to) }],
            rules: vec!["X27".to_owned()],
            accepted: true,
            chance,
        });
    }

    pub(crate) fn with(shelf: Option<Shelf>, now: Moment) -> Self {
        Self::with_spare(shelf, Some(Shelf::new()), now)
    }

    pub(crate) fn with_spare(shelf: Option<Shelf>, spare: Option<Shelf>, now: Moment) -> Self {
        Self::with_net(shelf, spare, Some(Net::default()), now)
    }

    /// The second copy is read a moment after the page is there.
    pub(crate) fn with_net(
        shelf: Option<Shelf>,
        spare: Option<Shelf>,
        net: Option<Net>,
        now: Moment,
    ) -> Self {
        let mut person = Self {
            model: Model::default(),
            now,
            shelf: shelf.clone(),
            spare: spare.clone(),
            net,
            full: false,
            led_elsewhere: false,
            lead: Lead::No,
            room: None,
            reserve: false,
            asked: Vec::new(),
            chance: 0,
        };
        let entries = shelf.map(|shelf| shelf.into_iter().collect());
        person.tell(Event::Opened { entries, zone: "Europe/Amsterdam".to_owned() });
        person.tell(Event::Navigated(Route::Today));
        let copied = spare.map(|spare| spare.into_iter().collect());
        person.tell(Event::Mirror(MirrorEvent::Read(copied)));
        let listed = person.net.as_ref().map(|net| net.list.clone().into_iter().collect());
        person.tell(Event::Backup(BackupEvent::NetRead(listed)));
        person
    }

    /// The page goes without a word, and is opened again a minute later.
    pub(crate) fn reopened(&self) -> Self {
        let now = Moment { wall: self.now.wall + 60_000, mono: 3_000, offset: self.now.offset };
        let mut person =
            Self::with_net(self.shelf.clone(), self.spare.clone(), self.net.clone(), now);
        person.chance = self.chance;
        person
    }

    pub(crate) fn settle_in(&mut self) {
        let settings = Settings { welcomed: true, ..self.model.settings.clone() };
        self.tell(Event::ChangedSettings(settings));
        self.screen(&[]);
        self.tell(Event::Navigated(Route::Today));
    }

    /// Answers every red question with no, but for these.
    pub(crate) fn screen(&mut self, but: &[(&str, Answer)]) {
        let mut answers: Answers = self
            .model
            .catalogue
            .questions
            .iter()
            .map(|question| (question.id.clone(), Answer::No))
            .collect();
        answers.extend(but.iter().map(|(id, answer)| ((*id).to_owned(), *answer)));
        self.tell(Event::AnsweredScreening(answers));
    }

    /// Something happens; what is asked of the browser is done, and what follows from it happens
    /// too.
    pub(crate) fn tell(&mut self, event: Event) -> Vec<Command> {
        let commands = self.model.update(event, self.now).commands;
        let mut all = commands.clone();
        for command in commands {
            match command {
                Command::Keep(writes) => {
                    all.extend(self.keep(&writes));
                    all.extend(self.keep_second(&writes));
                }
                Command::KeepFirst(writes) => all.extend(self.keep(&writes)),
                Command::KeepSecond(writes) => all.extend(self.keep_second(&writes)),
                Command::GoTo(route) | Command::Replace(route) => {
                    all.extend(self.tell(Event::Navigated(route)));
                }
                Command::LookForLead => {
                    let elsewhere = self.led_elsewhere;
                    all.extend(self.tell(Event::Lease(LeaseEvent::Seen { elsewhere })));
                }
                Command::Backup(command) => all.extend(self.catch(command)),
                _ => {}
            }
        }
        all.extend(self.seek_lead());
        self.asked.extend(all.iter().cloned());
        all
    }

    pub(crate) fn press(&mut self, input: Input) -> Vec<Command> {
        self.tell(Event::Pressed(input))
    }

    pub(crate) fn check(&mut self, session: &str, check: DailyCheck) -> Vec<Command> {
        self.chance += 1;
        let mut chance = [0; 10];
        chance[8..].copy_from_slice(&self.chance.to_be_bytes());
        self.tell(Event::AnsweredDailyCheck {
            session: SessionId(session.to_owned()),
            check,
            chance,
        })
    }

    /// Starts a session on a good day.
    pub(crate) fn start(&mut self, session: &str) {
        self.check(session, well());
        assert!(self.model.live.is_some(), "{session} starts");
    }

    /// A whole session, from the daily check to its end.
    pub(crate) fn play(&mut self, session: &str) -> SessionRecord {
        self.start(session);
        while self.model.live.is_some() {
            self.wait(1);
        }
        let id = self.model.finished.expect("a session that ended is asked about");
        self.model.history.get(id).cloned().expect("it is in the history")
    }

    /// Awake, looking every second.
    pub(crate) fn wait(&mut self, seconds: u32) {
        for _ in 0..seconds {
            self.pass(1_000);
            self.tell(Event::Ticked);
        }
    }

    /// Time goes by and nobody looks.
    pub(crate) fn pass(&mut self, millis: u32) {
        self.now.mono += u64::from(millis);
        self.now.wall += i64::from(millis);
    }

    pub(crate) fn session(&self) -> &Session {
        &self.model.live.as_ref().expect("a session runs").session
    }

    pub(crate) fn is_exercising(&self) -> bool {
        self.model.live.is_some()
    }

    pub(crate) fn records(&self) -> Vec<SessionRecord> {
        self.model.history.oldest_first().cloned().collect()
    }

    /// How many times the browser was asked to keep something.
    pub(crate) fn times_kept(&self) -> usize {
        self.asked.iter().filter(|command| matches!(command, Command::Keep(_))).count()
    }
}

/// Every session of the catalogue.
pub(crate) fn every_session() -> Vec<String> {
    let programmes = &soepel::content::catalogue().programmes;
    let sessions = programmes.iter().flat_map(|programme| &programme.sessions);
    sessions.map(|outline| outline.id.0.clone()).collect()
}

pub(crate) fn put(shelf: &mut Shelf, writes: &[Write]) {
    for write in writes {
        match write {
            Write::Put { key, value } => shelf.insert(key.clone(), value.clone()),
            Write::Remove { key } => shelf.remove(key),
        };
    }
}
