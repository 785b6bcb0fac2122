//! What the person does, by chance.

use soepel::{
    app::{
        event::Event,
        model::{Model, Storage},
    },
    archive::merge::SettingsChoice,
    domain::{
        body::Score,
        clearance::DailyCheck,
        programme::SessionId,
        record::{Answer, Note, RecordId, SessionRecord},
        session::Input,
        settings::{Settings, Theme},
    },
};

use crate::{life::Life, shelves::Shelves};

impl Life {
    /// One thing after another, in whichever page is in front.
    pub(crate) fn does_something(&mut self, shelves: &Shelves) {
        let at = self.chance.below(self.tabs.len());
        self.hear_others(at);
        match self.chance.below(26) {
            0..=3 => {
                let record = self.another(&shelves.record);
                self.tell(at, Event::AddedAfterwards(record));
            }
            4 | 5 => {
                if let Some(mut record) = self.one_of(at) {
                    record.after.note = Note::shortened(&format!("n{}", self.now.wall));
                    self.tell(at, Event::Corrected(record));
                }
            }
            6 => {
                if let Some(record) = self.one_of(at) {
                    self.tell(at, Event::Deleted(record.id));
                    if self.chance.one_in(2) {
                        self.tell(at, Event::ClickedUndo);
                    }
                }
            }
            7..=10 => self.sets_something(at),
            11 => {
                let mut answers = shelves.answers.clone();
                if self.chance.one_in(2) {
                    *answers.values_mut().next().unwrap() = Answer::Unsure;
                }
                self.tell(at, Event::AnsweredScreening(answers));
            }
            12 | 13 => self.makes_or_removes_a_routine(at, shelves),
            14 | 15 => self.exercises(at),
            16 => self.takes_up_what_was_begun(at),
            17 => self.tell(at, Event::BecameHidden),
            18 => {
                let file = self.chance.of(&shelves.files).clone();
                self.tell(at, Event::FilePicked(Some(file)));
                let take = self.chance.one_in(2);
                let choice =
                    if take { SettingsChoice::TakeTheirs } else { SettingsChoice::KeepOurs };
                self.tell(at, Event::ConfirmedImport(choice));
            }
            19 => self.tell(at, Event::ClickedExport),
            20 | 21 => self.tell(at, Event::ClickedTryAgain),
            22 if self.chance.one_in(4) => self.erases_everything(at),
            23 if self.tabs.len() < 2 && self.chance.one_in(4) => self.open_tab(),
            _ => self.answer(at),
        }
        let pause = [0, 20, 900, 7_000];
        let pause = *self.chance.of(&pause);
        self.pass(pause);
        for _ in 0..self.chance.below(4) {
            self.settle_second();
        }
        self.note_what_is_promised();
    }

    fn another(&mut self, like: &SessionRecord) -> SessionRecord {
        let id = RecordId::new(self.now.wall, self.chance.bits());
        SessionRecord { id, updated: self.now.wall, started_wall: self.now.wall, ..like.clone() }
    }

    fn one_of(&mut self, at: usize) -> Option<SessionRecord> {
        let all: Vec<SessionRecord> = self.tabs[at].model.history.oldest_first().cloned().collect();
        (!all.is_empty()).then(|| self.chance.of(&all).clone())
    }

    fn sets_something(&mut self, at: usize) {
        let theme = *self.chance.of(&[Theme::Light, Theme::Dark]);
        let flash = self.chance.one_in(2);
        let settings = Settings { theme, flash, ..self.tabs[at].model.settings.clone() };
        self.tell(at, Event::ChangedSettings(settings));
    }

    fn makes_or_removes_a_routine(&mut self, at: usize, shelves: &Shelves) {
        let model: &Model = &self.tabs[at].model;
        let ids: Vec<RecordId> = model.routines().map(|(id, _)| id).collect();
        if ids.is_empty() || self.chance.one_in(2) {
            let chance = self.chance.bits();
            self.tell(at, Event::MadeRoutine { routine: shelves.routine.clone(), chance });
            return;
        }
        let id = *self.chance.of(&ids);
        self.tell(at, Event::DeletedRoutine(id));
        if self.chance.one_in(2) {
            self.tell(at, Event::ClickedUndo);
        }
    }

    fn exercises(&mut self, at: usize) {
        if self.tabs[at].model.live.is_none() {
            let check = DailyCheck {
                pain: Score::new(0).unwrap(),
                place: None,
                sharp: false,
                news: false,
                sport: None,
                soreness: None,
                stiffness: None,
            };
            let session = SessionId("P6-2min".to_owned());
            let chance = self.chance.bits();
            self.tell(at, Event::AnsweredDailyCheck { session, check, chance });
            return;
        }
        match self.chance.below(3) {
            0 => self.tell(at, Event::Pressed(Input::PressedNext)),
            1 => self.tell(at, Event::Pressed(Input::SkippedExercise)),
            _ => {
                self.pass(20_000);
                self.tell(at, Event::Ticked);
            }
        }
    }

    fn takes_up_what_was_begun(&mut self, at: usize) {
        let Some(journal) = self.tabs[at].model.begun_sessions().into_iter().next() else { return };
        let id = journal.opening.record;
        match self.chance.below(3) {
            0 => self.tell(at, Event::ChoseToGoOn(id)),
            1 => self.tell(at, Event::ChoseToKeepWhatWasDone(id)),
            _ => {
                self.drop_promise_of(&id.to_string());
                self.tell(at, Event::ChoseToDrop(id));
            }
        }
    }

    fn erases_everything(&mut self, at: usize) {
        if matches!(self.tabs[at].model.storage, Storage::Blocked { .. }) {
            return;
        }
        self.forget_promises();
        self.browser.erasing = true;
        self.tell(at, Event::DeletedEverything);
    }
}
