//! A session while it runs: where it is, what was done, and what each press does.

mod away;
mod moves;
mod pace;
mod tally;

pub use away::{AwayAnswer, LONGEST_GAP, PAST_THE_END, SLEPT};
pub use tally::Tally;

use super::{
    body::Side,
    plan::Plan,
    record::{Ending, StopReason},
    settings::Pace,
    time::{Millis, Moment, Seconds},
    timeline::{Phase, PhaseKind},
};

/// What became of a phase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// Not reached yet, or to be done again.
    #[default]
    Open,
    Done,
    /// Done as far as the person says, in this much time instead of the planned one.
    Counted(Millis),
    /// Left before its end, after this long.
    Partly(Millis),
    Skipped,
}

/// The same mark for the phases from `from` up to, not including, `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marked {
    pub from: usize,
    pub to: usize,
    pub mark: Mark,
}

/// Where a session is: so far into this phase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Position {
    pub phase: usize,
    pub into: Millis,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Running {
        at: Position,
    },
    /// A set of repetitions at one's own pace: the plan's time stands still at its beginning until
    /// the person says that it is done.
    Waiting {
        at: Position,
    },
    /// Nothing counts while paused. `since` is when it began.
    Paused {
        at: Position,
        since: Moment,
    },
    /// The person was away for longer than a hold explains; the question is open.
    Away {
        at: Position,
        gap: Millis,
    },
    Ended {
        how: Ending,
    },
}

/// What somebody did to a running session, or a request to look at the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// Means nothing by itself: late, doubled or lost ones change no result.
    Ticked,
    PressedPause,
    PressedResume,
    /// On to the next station; in tempo this says that the set is done.
    PressedNext,
    /// "Klaar": the set that the session waits for is done. Means nothing where nobody waits.
    SaidDone,
    PressedBack,
    RestartedSide,
    AddedTime,
    SkippedExercise,
    Stopped(StopReason),
    FinishedEarly,
    AnsweredAway(AwayAnswer),
}

/// What +10 s adds; section 6.
pub const ADDED_TIME: Seconds = Seconds(10);
/// No phase grows beyond this, whatever is pressed. Our choice.
const LONGEST_PHASE: Seconds = Seconds(600);

#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    plan: Plan,
    marks: Vec<Mark>,
    /// Time spent running, pauses and absence left out.
    active: Millis,
    state: State,
    /// Whether sets of repetitions follow the tempo or wait.
    pace: Pace,
    /// Time spent on the set that is waited for.
    worked: Millis,
    seen: Moment,
    /// Marks set since they were last taken, for the journal.
    unsaved: Vec<Marked>,
    /// Presses of STOP since they were last taken.
    troubles: Vec<Trouble>,
}

/// STOP was pressed in this exercise, on this side where one was working.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trouble {
    pub block: usize,
    pub side: Option<Side>,
    pub reason: StopReason,
}

impl Session {
    pub fn start(plan: Plan, now: Moment) -> Self {
        let marks = vec![Mark::Open; plan.phases().len()];
        let state = State::Running { at: Position::default() };
        Self {
            plan,
            marks,
            active: Millis(0),
            state,
            pace: Pace::Tempo,
            worked: Millis(0),
            seen: now,
            unsaved: Vec::new(),
            troubles: Vec::new(),
        }
    }

    /// A session as its journal tells it: paused at the phase it had reached. A hold begins again,
    /// since nobody held on while the page was gone; marching goes on where it was.
    pub fn restore(
        plan: Plan,
        active: Millis,
        at: Position,
        marks: &[Marked],
        now: Moment,
    ) -> Self {
        let mut session = Self::start(plan, now);
        session.active = active;
        for marked in marks {
            session.set(marked.from, marked.to, marked.mark);
        }
        session.unsaved.clear();
        let last = session.plan.phases().len() - 1;
        let phase = at.phase.min(last);
        let goes_on = session.plan.phases()[phase].kind == PhaseKind::Keep;
        let into = if goes_on { at.into } else { Millis(0) };
        session.state = State::Paused { at: Position { phase, into }, since: now };
        session
    }

    /// From the next set on; one that is waited for goes on in tempo.
    pub fn follow(&mut self, pace: Pace) {
        if self.pace == pace {
            return;
        }
        self.pace = pace;
        self.worked = Millis(0);
        if let State::Running { at } | State::Waiting { at } = self.state {
            self.run(at);
        }
    }

    pub fn on(&mut self, input: Input, now: Moment) {
        self.catch_up(now);
        match (self.state, input) {
            (State::Running { at } | State::Waiting { at }, Input::PressedPause) => {
                self.state = State::Paused { at, since: now };
            }
            (State::Paused { at, .. }, Input::PressedResume) => self.run(at),
            (State::Away { at, .. }, Input::AnsweredAway(answer)) => self.answer_away(at, answer),
            (
                State::Running { at } | State::Waiting { at } | State::Paused { at, .. },
                Input::PressedNext
                | Input::PressedBack
                | Input::RestartedSide
                | Input::AddedTime
                | Input::SkippedExercise,
            ) => self.move_on(at, input),
            (State::Waiting { at }, Input::SaidDone) => self.next(at),
            (
                State::Running { at }
                | State::Waiting { at }
                | State::Paused { at, .. }
                | State::Away { at, .. },
                Input::Stopped(reason),
            ) => self.stop(at, reason),
            (
                State::Running { at }
                | State::Waiting { at }
                | State::Paused { at, .. }
                | State::Away { at, .. },
                Input::FinishedEarly,
            ) => self.end(at, Ending::FinishedEarly),
            // Written out so that a new input has to find its place here: a tick has been dealt
            // with by catching up, and the rest are presses that crossed with a change of state.
            (_, Input::Ticked)
            | (
                State::Running { .. } | State::Waiting { .. },
                Input::PressedResume | Input::AnsweredAway(_),
            )
            | (State::Running { .. } | State::Paused { .. }, Input::SaidDone)
            | (State::Paused { .. }, Input::PressedPause | Input::AnsweredAway(_))
            | (
                State::Away { .. },
                Input::PressedPause
                | Input::PressedResume
                | Input::PressedNext
                | Input::SaidDone
                | Input::PressedBack
                | Input::RestartedSide
                | Input::AddedTime
                | Input::SkippedExercise,
            )
            | (State::Ended { .. }, _) => {}
        }
    }

    /// A press that leads to another place in the session.
    fn move_on(&mut self, at: Position, input: Input) {
        match input {
            Input::PressedNext => self.next(at),
            Input::PressedBack => self.back(at),
            Input::RestartedSide => self.restart_side(at),
            Input::AddedTime => self.add_time(at),
            _ => self.skip_exercise(at),
        }
    }

    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    pub fn state(&self) -> State {
        self.state
    }

    pub fn active(&self) -> Millis {
        self.active
    }

    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// None once the session has ended.
    pub fn position(&self) -> Option<Position> {
        match self.state {
            State::Running { at }
            | State::Waiting { at }
            | State::Paused { at, .. }
            | State::Away { at, .. } => Some(at),
            State::Ended { .. } => None,
        }
    }

    pub fn phase(&self) -> Option<&Phase> {
        self.plan.phases().get(self.position()?.phase)
    }

    /// Where the session is on the plan's own time.
    pub fn plan_time(&self) -> Millis {
        self.position()
            .map_or(self.plan.lasts().millis(), |at| self.plan.starts_at(at.phase) + at.into)
    }

    /// Where the plan's time will stand still next, on that time: the beginning of a set at one's
    /// own pace. Nothing after it can be given a moment before the person has said "klaar".
    pub fn stands_still_at(&self) -> Option<Millis> {
        let here = self.position()?;
        if let State::Waiting { .. } = self.state {
            return Some(self.plan_time());
        }
        let from = if here.into > Millis(0) { here.phase + 1 } else { here.phase };
        let next = (from..self.plan.phases().len()).find(|phase| self.waits_at(*phase))?;
        Some(self.plan.starts_at(next))
    }

    /// What is left of this phase.
    pub fn phase_left(&self) -> Millis {
        match (self.phase(), self.position()) {
            (Some(phase), Some(at)) => phase.lasts.millis() - at.into,
            _ => Millis(0),
        }
    }

    /// How far into its phase the session is at a moment between two looks at it: for what moves in
    /// step. It goes past the end of the phase only by a look.
    pub fn into_phase(&self, now: Moment) -> Millis {
        let gone = Millis(now.mono.saturating_sub(self.seen.mono));
        match (self.state, self.position()) {
            (State::Running { at }, _) => at.into + gone.min(self.phase_left()),
            (_, Some(at)) => at.into,
            (_, None) => Millis(0),
        }
    }

    pub fn total_left(&self) -> Millis {
        self.plan.lasts().millis() - self.plan_time()
    }

    /// The presses of STOP since the last call.
    pub fn take_troubles(&mut self) -> Vec<Trouble> {
        std::mem::take(&mut self.troubles)
    }

    /// The marks set since the last call, for the journal.
    pub fn take_unsaved(&mut self) -> Vec<Marked> {
        std::mem::take(&mut self.unsaved)
    }
}
