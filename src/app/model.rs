//! All that the application knows.

use crate::{
    archive::{
        exchange::Refusal as PlanRefusal,
        import::{Parsed, Refusal},
        merge::Preview,
        store::{Archive, Unreadable},
        writes::Write,
    },
    content,
    domain::{
        catalogue::Catalogue,
        clearance::{DailyCheck, Permit, Profile, Readiness, Verdict, is_calm, is_outdated},
        history::History,
        programme::SessionId,
        progress::{Decision, Evidence, HELD, Opened, ReviewAnswer, jumped_lately},
        record::{RecordId, ScreeningRecord, SessionRecord, StopMark},
        routine::Routine,
        session::{Input, State},
        settings::{AgeBand, Settings},
        time::{Millis, Moment},
        timeline::Pacing,
    },
    route::Route,
};

use super::{
    backup::{Backups, NetNews},
    breaks::Breaks,
    exchange::Exchange,
    health::Device,
    hearing::Voices,
    lease::Lease,
    light::Light,
    live::Live,
    mirror::Mirror,
    sound::Sounding,
    stopping::Stopping,
    testing::{Testing, taken::TestLog},
};

#[derive(Debug)]
pub struct Model {
    pub catalogue: &'static Catalogue,
    pub route: Route,
    pub settings: Settings,
    pub history: History,
    /// What the history and the decisions say about progress.
    pub log: Log,
    pub storage: Storage,
    /// The second copy of it.
    pub mirror: Mirror,
    /// Which page leads.
    pub lease: Lease,
    pub backups: Backups,
    /// Whether the browser keeps everything for good; none where it does not say.
    pub persisted: Option<bool>,
    /// Looked at for the page about the health of what is kept.
    pub device: Option<Device>,
    pub live: Option<Live>,
    /// The daily check of a session that may not start today, and why.
    pub readiness: Option<Readiness>,
    pub toast: Option<Toast>,
    pub import: Option<Import>,
    pub update_ready: bool,
    /// Stop was pressed and its questions are on the screen.
    pub stopping: Option<Stopping>,
    /// A stop that did not end the session, while its advice is on the screen.
    pub stopped_at: Option<StopMark>,
    /// IANA name of the device's time zone.
    pub zone: String,
    /// The self-tests that were taken.
    pub tested: TestLog,
    /// The self-test that is being taken.
    pub testing: Option<Testing>,
    /// The record that the finish page asks about.
    pub finished: Option<RecordId>,
    pub breaks: Breaks,
    pub sounding: Sounding,
    pub voices: Voices,
    /// What lies over the player.
    pub sheet: Option<Sheet>,
    /// The screen during a session.
    pub light: Light,
    /// The session that somebody said they do with a helper.
    pub together: Option<SessionId>,
    /// A plan on its way to or from a physiotherapist.
    pub exchange: Exchange,
}

/// The history read for progress, and what was decided; made anew whenever either changes.
#[derive(Debug, Default)]
pub struct Log {
    /// The oldest first.
    pub evidence: Vec<Evidence>,
    /// In the order in which they were made, like the answers.
    pub decisions: Vec<Decision>,
    pub answers: Vec<ReviewAnswer>,
    /// A session held the side plank for long enough (C17).
    pub side_plank: bool,
}

/// What lies over the player.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// The easier and harder ways; whether the session ran before.
    Ways {
        ran: bool,
    },
    Keys,
}

/// What is kept, and whether it can be.
#[derive(Debug)]
pub enum Storage {
    Open {
        archive: Archive,
        unkept: Unkept,
    },
    /// The browser keeps nothing; what happens lives until the page closes.
    Blocked {
        archive: Archive,
    },
    /// Nothing of what is there can be read, and nothing is written until the person chooses.
    Unreadable(Box<Unreadable>),
}

/// Writes that failed and wait for another try.
#[derive(Debug, Default)]
pub struct Unkept {
    pub writes: Vec<Write>,
    pub full: bool,
}

/// A short message with a way back.
#[derive(Clone, Debug, PartialEq)]
pub enum Toast {
    Deleted(Box<SessionRecord>),
    DeletedRoutine(RecordId, Box<Routine>),
    Kept,
    /// A newer version wrote what stands there.
    NotKept,
    NotDownloaded,
    /// So many records came in.
    Imported(usize),
    /// So many sessions came back from the second copy.
    CameBack(usize),
    Erased,
    /// Another page leads a session, so none begins here.
    LedElsewhere,
    /// Another page took over what this one led.
    TakenOver,
    /// A file took the place of everything; so many sessions are there now.
    Replaced(usize),
    Net(NetNews),
    Copied,
    NotCopied,
    /// A plan of a physiotherapist holds no more.
    StoppedPlan,
}

/// A file on its way in.
#[derive(Debug)]
pub enum Import {
    Unreadable,
    Refused(Refusal),
    /// A plan of a physiotherapist, and not a whole one.
    RefusedPlan(PlanRefusal),
    Ready {
        parsed: Box<Parsed>,
        preview: Box<Preview>,
    },
}

impl Default for Model {
    fn default() -> Self {
        Self {
            catalogue: content::catalogue(),
            route: Route::default(),
            settings: Settings::default(),
            history: History::default(),
            log: Log::default(),
            storage: Storage::Blocked { archive: Archive::default() },
            mirror: Mirror::default(),
            lease: Lease::default(),
            backups: Backups::default(),
            persisted: None,
            device: None,
            live: None,
            readiness: None,
            toast: None,
            import: None,
            update_ready: false,
            stopping: None,
            stopped_at: None,
            zone: String::new(),
            tested: TestLog::default(),
            testing: None,
            finished: None,
            breaks: Breaks::default(),
            sounding: Sounding::default(),
            voices: Voices::default(),
            sheet: None,
            light: Light::default(),
            together: None,
            exchange: Exchange::default(),
        }
    }
}

impl Model {
    pub fn archive(&self) -> Option<&Archive> {
        match &self.storage {
            Storage::Open { archive, .. } | Storage::Blocked { archive } => Some(archive),
            Storage::Unreadable(_) => None,
        }
    }

    /// True when everything that happened would still be there after the browser was killed: it is
    /// in the second copy, or long enough in the first.
    pub fn is_kept(&self, now: Moment) -> bool {
        let written =
            matches!(&self.storage, Storage::Open { unkept, .. } if unkept.writes.is_empty());
        written && self.mirror.safe_in(now) == Millis(0)
    }

    pub fn pacing(&self) -> Pacing {
        let Settings { ready, switch, transition, .. } = &self.settings;
        Pacing {
            ready: ready.seconds(),
            switch: switch.seconds(),
            transition: transition.seconds(),
        }
    }

    /// What this person has told, as far as it still holds. Answers of twelve weeks ago open
    /// nothing any more (X24), but what they locked stays locked.
    pub fn profile(&self, now: Moment) -> Profile {
        let record = self.archive().and_then(Archive::screening);
        let mut profile = Profile {
            answers: record.map(|record| record.answers.clone()).unwrap_or_default(),
            age: self.settings.age.band(now.day().year()),
            consultation: record.and_then(|record| record.consultation.clone()),
            calm: is_calm(&self.history, now.day()),
            found: self.tested.found.clone(),
            opened: Opened::by(&self.log.decisions),
            side_plank: self.log.side_plank || self.tests().gates().holds_plank_for(HELD),
            jumped: jumped_lately(self.history.newest_first(), self.catalogue, now.day()),
        };
        let outdated = record.is_some_and(|record| self.has_outdated(record, now));
        let red = profile.verdict(self.catalogue).is_some_and(|verdict| verdict.level.is_red());
        if outdated && !red {
            profile.answers.clear();
        }
        profile
    }

    /// The answers hold no more: they are twelve weeks old, or an illness came after them (X24).
    pub(in crate::app) fn has_outdated(&self, record: &ScreeningRecord, now: Moment) -> bool {
        is_outdated(record.day, now.day()) || self.was_ill_since(record.wall)
    }

    /// What the questions came to; none when they were never answered, or wait to be answered
    /// again.
    pub fn verdict(&self, now: Moment) -> Option<Verdict> {
        self.profile(now).verdict(self.catalogue)
    }

    pub fn is_too_young(&self, now: Moment) -> bool {
        self.settings.age.band(now.day().year()) == Some(AgeBand::Under16)
    }

    /// What is allowed on the days ahead: by then nobody has to rest from jumps any more.
    pub fn permit_ahead(&self, now: Moment) -> Permit {
        let profile = Profile { jumped: false, ..self.profile(now) };
        Permit::grant(self.catalogue, &profile, self.in_spell(Readiness::Normal, now))
    }

    /// What is allowed now, before the daily check has spoken, or with what it said.
    pub fn permit(&self, check: Option<DailyCheck>, now: Moment) -> Permit {
        let readiness = check.map_or(Readiness::Normal, DailyCheck::readiness);
        Permit::grant(self.catalogue, &self.profile(now), self.in_spell(readiness, now))
    }

    /// With a fever nothing opens, as whenever something new happened (D3, 5.8); in a flare-up every
    /// day is as one with pain of 4 or 5 (3.4).
    fn in_spell(&self, readiness: Readiness, now: Moment) -> Readiness {
        match readiness {
            _ if self.is_feverish(now) => Readiness::AskAgain,
            Readiness::Normal if self.flares_up(now) => Readiness::AmberToday,
            _ => readiness,
        }
    }

    /// What space and the one button of a headset do in the player.
    pub fn pause_or_resume(&self) -> Option<Input> {
        match self.live.as_ref()?.session.state() {
            State::Running { .. } => Some(Input::PressedPause),
            State::Waiting { .. } => Some(Input::SaidDone),
            State::Paused { .. } => Some(Input::PressedResume),
            State::Away { .. } | State::Ended { .. } => None,
        }
    }

    /// An update may not come between somebody and their session.
    pub fn may_update(&self) -> bool {
        self.update_ready && self.live.is_none()
    }
}
