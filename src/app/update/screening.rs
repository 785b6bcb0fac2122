//! The answers to the health questions: given, talked over, cleared, told anew, erased.

use super::Update;
use crate::{
    app::{command::Command, live::Live, model::Model},
    archive::store::Archive,
    domain::{
        clearance::{Answers, carried_over},
        exercise::Condition,
        record::{Answer, Cleared, Consultation, Note, ScreeningRecord},
        screening::QuestionLevel,
        time::Moment,
    },
    route::Route,
};

impl Model {
    /// A consultation was about the answers of its time: it stays while nothing new came up, and
    /// goes with a red light.
    pub(super) fn screen(&mut self, answers: Answers, now: Moment) -> Update {
        let before = self.screened(now);
        let consultation = match before.consultation {
            Some(Consultation::Held { .. }) if !carried_over(&before.answers, &answers) => None,
            other => other,
        };
        let mut record = ScreeningRecord {
            day: now.day(),
            wall: now.wall,
            answers,
            cleared: before.cleared,
            consultation,
        };
        let mut commands = self.keep_answers(&record, now);
        let red = self.verdict(now).is_some_and(|verdict| verdict.level.is_red());
        if red && record.consultation.take().is_some() {
            commands.extend(self.keep_answers(&record, now));
        }
        Update::with(commands)
    }

    /// Keeps the doctor's go-ahead and takes the red answers away, so that these questions come
    /// again (3.3): only their answers open the sessions.
    pub(super) fn clear(&mut self, now: Moment) -> Update {
        let mut record = self.screened(now);
        record.cleared = Some(Cleared { wall: now.wall });
        self.ask_again(record, now)
    }

    /// Something happened since the last time (D3): the red answers no longer hold. The others
    /// are shown again, not asked anew.
    pub(super) fn ask_red_questions_again(&mut self, now: Moment) -> Update {
        let record = self.screened(now);
        let mut update = self.ask_again(record, now);
        update.commands.push(Command::GoTo(Route::Screening));
        update
    }

    fn ask_again(&mut self, mut record: ScreeningRecord, now: Moment) -> Update {
        for question in &self.catalogue.questions {
            if question.level != QuestionLevel::Amber {
                record.answers.remove(&question.id);
            }
            let Some(narrowing) = &question.narrowing else { continue };
            for follow in narrowing.all_of.iter().chain(&narrowing.one_of) {
                record.answers.remove(&follow.id);
            }
        }
        record.wall = now.wall;
        Update::with(self.keep_answers(&record, now))
    }

    pub(super) fn consult(&mut self, note: Note, now: Moment) -> Update {
        self.settle(Consultation::Held { day: now.day(), note }, now)
    }

    /// Leads to the session of today. Chosen twice, the two weeks go on from the first day.
    pub(super) fn start_gently(&mut self, now: Moment) -> Update {
        let since = match self.screened(now).consultation {
            Some(Consultation::Planned { since }) => since,
            _ => now.day(),
        };
        let mut update = self.settle(Consultation::Planned { since }, now);
        let shown = self.gentle_start(now).map(|gentle| gentle.session.outline.id.clone());
        update.commands.extend(shown.map(|id| Command::GoTo(Route::Session(id))));
        update
    }

    /// Only an amber light is there to be talked over.
    pub(super) fn settle(&mut self, consultation: Consultation, now: Moment) -> Update {
        use crate::domain::clearance::Level;
        if self.verdict(now).map(|verdict| verdict.level) != Some(Level::Amber) {
            return Update::nothing();
        }
        let mut record = self.screened(now);
        record.consultation = Some(consultation);
        record.wall = now.wall;
        Update::with(self.keep_answers(&record, now))
    }

    /// The day of the answers stays: one tick is no answer to all the questions.
    pub(super) fn tell_of(&mut self, condition: Condition, holds: bool, now: Moment) -> Update {
        let anyone = self.catalogue.condition(condition).is_some_and(|text| text.anyone);
        if !anyone {
            return Update::nothing();
        }
        let mut record = self.screened(now);
        let answer = if holds { Answer::Yes } else { Answer::No };
        record.answers.insert(condition.slug().to_owned(), answer);
        record.wall = now.wall;
        Update::with(self.keep_answers(&record, now))
    }

    /// That a doctor gave the go-ahead belongs to the answers, and goes with them.
    pub(super) fn erase_answers(&mut self, now: Moment) -> Update {
        let record = ScreeningRecord {
            day: now.day(),
            wall: now.wall,
            answers: Answers::new(),
            cleared: None,
            consultation: None,
        };
        // Of two places one always holds the answers before: the second write takes these away too.
        let mut commands = self.keep_answers(&record, now);
        commands.extend(self.keep_answers(&record, now));
        Update::with(commands)
    }

    /// What was answered so far, or nothing yet.
    fn screened(&self, now: Moment) -> ScreeningRecord {
        self.archive().and_then(Archive::screening).cloned().unwrap_or_else(|| ScreeningRecord {
            day: now.day(),
            wall: now.wall,
            answers: Answers::new(),
            cleared: None,
            consultation: None,
        })
    }

    fn keep_answers(&mut self, record: &ScreeningRecord, now: Moment) -> Vec<Command> {
        let mut commands = self.keep(|archive| archive.save_screening(record));
        commands.extend(self.leave_what_is_locked(now));
        commands
    }

    /// A session that other answers have closed by now is put down where it was. Vandaag still
    /// offers to keep what was done.
    pub(super) fn leave_what_is_locked(&mut self, now: Moment) -> Vec<Command> {
        let Some(live) = &self.live else { return Vec::new() };
        if self.may_go_on(live, now) {
            return Vec::new();
        }
        self.live = None;
        self.stopping = None;
        vec![Command::Hush]
    }

    pub(super) fn may_go_on(&self, live: &Live, now: Moment) -> bool {
        let permit = self.permit(None, now);
        let prescribed = &live.session.plan().order().prescriptions;
        prescribed.iter().all(|one| {
            self.catalogue.exercise(&one.exercise).is_some_and(|exercise| permit.allows(exercise))
        })
    }
}
