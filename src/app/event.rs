//! Everything that may happen, in the past tense: somebody did something, or the browser tells.

use super::{
    backup::BackupEvent,
    coach::CoachEvent,
    exchange::ExchangeEvent,
    health::Device,
    lease::LeaseEvent,
    light::WakeLock,
    mirror::MirrorEvent,
    sound::SoundEvent,
    spells::SpellEvent,
    stopping::StopAnswer,
    testing::{TestEvent, meter::MeterEvent},
};
use crate::{
    app::breaks::BreakEvent,
    archive::{merge::SettingsChoice, writes::Write},
    domain::{
        body::Score,
        breaks::ClockTime,
        clearance::{Answers, DailyCheck},
        exercise::Condition,
        planning::choices::Choices,
        programme::{ProgrammeId, SessionId},
        progress::{Proposed, ReviewWord},
        record::{After, FeltAt, Note, RecordId, SessionRecord},
        routine::Routine,
        session::Input,
        settings::Settings,
    },
    route::Route,
};

#[derive(Clone, Debug)]
pub enum Event {
    /// The page is there. What is kept, or none when the browser blocks the storage.
    Opened {
        entries: Option<Vec<(String, String)>>,
        zone: String,
    },
    Navigated(Route),
    /// A request to look at the clock.
    Ticked,
    BecameVisible,
    BecameHidden,

    ChangedSettings(Settings),
    /// What is new in this version was read, or waved away.
    ReadNews,
    AnsweredScreening(Answers),
    /// Something of what the plan is made from.
    ChangedPlan(Box<Choices>),
    /// "A doctor has assessed me and says I may exercise": the questions come again.
    ClearedByDoctor,
    /// "I have discussed this, or am being treated", with their own words about it.
    Consulted(Note),
    /// "I will discuss it; show me the gentle start."
    ChoseGentleStart,
    /// A condition that is on everybody's list, ticked or not.
    ToldOfCondition(Condition, bool),
    /// The answers to the screening questions alone.
    ErasedAnswers,

    /// The daily check before a session. `chance` are random bits for the record's ID.
    AnsweredDailyCheck {
        session: SessionId,
        check: DailyCheck,
        chance: [u8; 10],
    },
    Pressed(Input),
    /// Stop: the session pauses while the reasons are on the screen.
    AskedToStop,
    /// Why, where, which side: one tap each.
    AnsweredStop(StopAnswer),
    /// The stop was a mistake.
    WentOnAfterAll,
    /// During a session, to the coach.
    Coach(CoachEvent),
    /// Where the exercise of which a set was just done is felt.
    ToldWhereFelt(FeltAt),
    /// "Not now" to that question.
    LeftWhereFelt,
    /// The browser keeps the screen on, or does not.
    WakeLockBecame(WakeLock),
    /// The line about a screen that may go off was read.
    ClosedLightNotice,
    /// With a helper, or alone.
    ChoseCompany {
        session: SessionId,
        together: bool,
    },
    /// About a session found in its journal.
    ChoseToGoOn(RecordId),
    ChoseToKeepWhatWasDone(RecordId),
    ChoseToDrop(RecordId),

    /// How it felt, after a session or in its detail later.
    Rated {
        id: RecordId,
        after: After,
    },
    /// How the morning after this session was, asked before the next one.
    ToldMorning {
        id: RecordId,
        morning: Score,
    },
    Corrected(SessionRecord),
    AddedAfterwards(SessionRecord),
    Deleted(RecordId),
    /// A routine of one's own. `chance` are random bits for the record's ID.
    MadeRoutine {
        routine: Routine,
        chance: [u8; 10],
    },
    ChangedRoutine {
        id: RecordId,
        routine: Routine,
    },
    CopiedRoutine {
        id: RecordId,
        chance: [u8; 10],
    },
    DeletedRoutine(RecordId),
    ClickedUndo,
    DismissedToast,

    /// "Doen" or "Nu niet" on a proposal. `chance` are random bits for the records' IDs.
    Decided {
        changes: Vec<Proposed>,
        rules: Vec<String>,
        accepted: bool,
        chance: [u8; 10],
    },
    /// An answer to the review question (X37).
    Reviewed {
        word: ReviewWord,
        chance: [u8; 10],
    },

    ClickedExport,
    /// A file was picked, or text pasted; none when it could not be read.
    FilePicked(Option<Vec<u8>>),
    ConfirmedImport(SettingsChoice),
    CancelledImport,
    DeletedEverything,
    /// Nothing that is kept can be read: put it aside and begin again.
    ChoseToStartAfresh,
    ClickedSaveRaw,

    /// About the second copy of what is kept.
    Mirror(MirrorEvent),
    /// What the health of the keeping depends on was looked at.
    LookedAtDevice(Device),
    /// The report about it, in words.
    CopiedHealth(String),
    /// Which page leads.
    Lease(LeaseEvent),
    /// About copies outside the browser, and the way back from what takes much away.
    Backup(BackupEvent),

    /// About the movement breaks of a working day.
    Breaks(BreakEvent),
    /// About illness, a holiday or a flare-up.
    Spell(SpellEvent),
    /// The usual week of a programme as a calendar file, at this time of the day, for a Soepel that
    /// stands at this address.
    ClickedCalendar {
        programme: ProgrammeId,
        from: ClockTime,
        site: String,
    },
    /// The week of the plan as a calendar file; at no time where the daily moment says when.
    ClickedPlanCalendar {
        from: Option<ClockTime>,
        site: String,
    },
    ClickedPrint,

    /// The edge could not keep the first of these writes, and did not try the rest.
    FailedToKeep {
        writes: Vec<Write>,
        full: bool,
    },
    ClickedTryAgain,
    /// Another tab wrote or removed a value.
    ChangedElsewhere {
        key: String,
        value: Option<String>,
    },
    FailedToDownload,
    /// With the sound.
    Sound(SoundEvent),
    /// With a self-test.
    Test(TestEvent),
    /// With the phone as a meter in one.
    Meter(MeterEvent),
    /// With a plan on its way to or from a physiotherapist.
    Exchange(ExchangeEvent),
    UpdateBecameReady,
    ClickedUpdate,
}
