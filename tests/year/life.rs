//! One person through a year: every day what Vandaag shows is looked at, answered and done.

use soepel::{
    app::{
        event::Event,
        model::Model,
        view::{plan::TodaysProposal, today::Gate},
    },
    domain::{
        body::Score,
        clearance::{Answers, DailyCheck},
        progress::{Proposed, ReviewWord},
        record::{After, Answer, Felt, Form, Note, StopReason},
        session::{Input, State},
        settings::{Age, BirthYear, Settings, Sound},
        time::{Day, Moment},
    },
    route::Route,
};

use crate::{
    laws,
    people::Somebody,
    year::{Month, Year},
};

pub(crate) const DAYS: u64 = 365;
/// A session is led by looks at the clock this far apart, as when the page is hidden.
const LOOK: u32 = 55_000;

pub(crate) fn first_day() -> Day {
    Day::parse("2027-01-01").unwrap()
}

/// Chance that is the same in every run (splitmix64).
pub(crate) struct Chance(u64);

impl Chance {
    fn draw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    /// True so many times out of a hundred.
    fn happens(&mut self, percent: u64) -> bool {
        self.draw() % 100 < percent
    }

    fn one_of(&mut self, all: &[i8]) -> i8 {
        let place = self.draw() % u64::try_from(all.len()).unwrap();
        all[usize::try_from(place).unwrap()]
    }

    pub(crate) fn bits(&mut self) -> [u8; 10] {
        let mut bits = [0; 10];
        bits[2..].copy_from_slice(&self.draw().to_be_bytes());
        bits
    }
}

fn score(value: i8) -> Score {
    Score::new(u8::try_from(value.clamp(0, 10)).unwrap()).unwrap()
}

pub(crate) struct Life {
    pub(crate) who: Somebody,
    pub(crate) model: Model,
    pub(crate) now: Moment,
    pub(crate) year: Year,
    pub(crate) chance: Chance,
    /// Counted from 0.
    pub(crate) today: u64,
    pinches: Vec<u64>,
}

impl Life {
    pub(crate) fn of(who: Somebody) -> Year {
        let pinches = who.pinches.to_vec();
        let mut life = Self {
            model: Model::default(),
            now: Moment::default(),
            year: Year::default(),
            chance: Chance(who.seed),
            who,
            today: 0,
            pinches,
        };
        life.wake(8);
        life.tell(Event::Opened { entries: Some(Vec::new()), zone: "Europe/Amsterdam".to_owned() });
        let age = Age::BirthYear(BirthYear::new(life.who.born).unwrap());
        // A year of sound files would take its time to make, and nobody here listens.
        let sound = Sound::WithMusic;
        let settings = Settings { welcomed: true, age, sound, ..Settings::default() };
        life.tell(Event::ChangedSettings(settings));
        life.answer_the_questions();
        life.tell(Event::ChangedPlan(Box::new((life.who.wishes)())));
        for day in 0..DAYS {
            life.today = day;
            life.live_a_day();
        }
        life.year
    }

    pub(crate) fn day(&self) -> Day {
        self.now.day()
    }

    pub(crate) fn month(&mut self) -> &mut Month {
        let day = self.now.day();
        self.year.month(day)
    }

    pub(crate) fn tell(&mut self, event: Event) {
        self.model.update(event, self.now);
    }

    /// This hour of the day, in Amsterdam.
    fn wake(&mut self, hour: i64) {
        let day = first_day().plus(self.today);
        let summer = ("2027-03-28"..="2027-10-30").contains(&day.iso().as_str());
        let offset = if summer { 120 } else { 60 };
        let wall = day.noon_utc() + (hour - 12) * 3_600_000 - i64::from(offset) * 60_000;
        let mono = self.today * 86_400_000 + u64::try_from(hour).unwrap() * 3_600_000;
        self.now = Moment { wall, mono, offset };
        assert_eq!(self.now.day(), day);
    }

    pub(crate) fn pass(&mut self, millis: u32) {
        self.now.wall += i64::from(millis);
        self.now.mono += u64::from(millis);
    }

    fn answer_the_questions(&mut self) {
        let mut answers: Answers = self
            .model
            .catalogue
            .questions
            .iter()
            .map(|question| (question.id.clone(), Answer::No))
            .collect();
        answers.extend(self.who.yes.iter().map(|id| ((*id).to_owned(), Answer::Yes)));
        self.tell(Event::AnsweredScreening(answers));
        if self.model.gate(self.now) == Gate::Gentle {
            self.tell(Event::ChoseGentleStart);
        }
    }

    fn live_a_day(&mut self) {
        self.wake(8);
        self.month();
        if self.who.away.iter().any(|weeks| weeks.contains(&(self.today / 7 + 1))) {
            self.month().note("away");
            return;
        }
        if self.model.gate(self.now) == Gate::AskFirst {
            self.month().note("asked the questions again");
            self.answer_the_questions();
        }
        if self.who.consults == Some(self.today) {
            self.tell(Event::Consulted(Note::shortened("physio")));
            self.month().note("talked it over");
        }
        // On one morning a week there is time for tests.
        for _ in 0..if self.today.is_multiple_of(7) { 3 } else { 0 } {
            self.take_the_test_that_is_due();
        }
        self.review();
        self.decide();
        self.wake(18);
        self.exercise();
        laws::of_a_day(self);
        let tomorrow = self.day().plus(1);
        if tomorrow.iso().ends_with("-01") {
            self.month().ladders = self.ladders();
        }
    }

    fn review(&mut self) {
        if !self.model.asks_review(self.now) {
            return;
        }
        let word = (self.who.review)(self.today);
        let chance = self.chance.bits();
        self.tell(Event::Reviewed { word, chance });
        let month = self.month();
        month.reviews += 1;
        if word == ReviewWord::Same {
            month.note("“the same”");
        }
        self.pass(1_000);
    }

    /// Every card of the morning is answered.
    fn decide(&mut self) {
        for proposal in self.model.proposals(self.now) {
            laws::of_a_proposal(self, &proposal);
            let agrees = self.chance.happens(self.who.accepts);
            // Going to see somebody is not declined here, and a rest neither.
            let soft = !proposal.changes.iter().any(Proposed::asks_more);
            let accepted = agrees || (soft && self.who.accepts > 0);
            let load = proposal.changes.iter().any(|it| matches!(it, Proposed::Load { .. }));
            let accepted = accepted && !load;
            self.year.decided(self.now.day(), &proposal, accepted);
            let chance = self.chance.bits();
            self.tell(Event::Decided {
                changes: proposal.changes,
                rules: proposal.rules.iter().map(|rule| (*rule).to_owned()).collect(),
                accepted,
                chance,
            });
            self.pass(1_000);
        }
    }

    fn exercise(&mut self) {
        let gentle = self.model.gentle_start(self.now).map(|start| start.session);
        let proposal = self.model.todays_proposal(self.now);
        laws::of_the_day_before_it(self, proposal.as_ref());
        let shows_up = self.chance.happens(self.who.shows_up);
        let first = match proposal {
            // Somebody with an amber does what the gentle start shows.
            _ if gentle.is_some() => gentle.map(|card| card.outline.id.clone()),
            Some(TodaysProposal::Session { first, .. }) => Some(first.card.outline.id.clone()),
            Some(TodaysProposal::Rest { mini, .. }) => {
                self.month().rests += 1;
                let mini = mini.filter(|_| self.chance.happens(self.who.extras));
                mini.map(|mini| mini.card.outline.id.clone())
            }
            None => None,
        };
        let Some(id) = first.filter(|_| shows_up) else { return };
        let pain = (self.who.pain)(self.today);
        let about = pain + self.chance.one_of(&[-1, 0, 0, 0, 0, 1]);
        let before = if pain >= 4 { pain } else { about.clamp(0, 3) };
        let asked = self.model.asked(&id, self.now);
        if let Some(record) = asked.morning {
            let last = self.model.history.get(record).and_then(|it| it.before.pain);
            let last = last.map_or(0, |pain| i8::try_from(pain.value()).unwrap());
            let worse = self.chance.one_of(&[-1, 0, 0, 0, 0, 0, 0, 1, 1]);
            let bad = if self.chance.happens(2) { 2 } else { 0 };
            let flare = if before >= 4 { before - last } else { 0 };
            let morning = score(last + (worse + bad).max(flare));
            self.tell(Event::ToldMorning { id: record, morning });
        }
        let sore = if self.chance.happens(2) { 6 } else { self.chance.one_of(&[0, 0, 1, 2, 3]) };
        let check = DailyCheck {
            pain: score(before),
            place: self.who.place.filter(|_| before > 0),
            sharp: false,
            news: false,
            sport: None,
            soreness: asked.sore_from.map(|_| score(sore)),
            stiffness: asked.stiffness.then(|| score(2)),
        };
        let chance = self.chance.bits();
        self.tell(Event::AnsweredDailyCheck { session: id.clone(), check, chance });
        laws::of_a_start(self, &id, check);
        if before >= 6 {
            self.month().note("pain 6: no session");
        }
        if self.model.live.is_none() {
            return;
        }
        self.play();
        self.rate(before);
    }

    fn play(&mut self) {
        let lasts = self.model.live.as_ref().unwrap().session.plan().lasts();
        let steps = 4 + lasts.0 * 1_000 / (LOOK / 2);
        for _ in 0..steps {
            let Some(live) = &self.model.live else { break };
            let at = live.session.position().map(|at| live.session.plan().phases()[at.phase]);
            let doing = at.and_then(|at| live.session.plan().prescription(at.block));
            let doing = doing.map(|it| it.exercise.as_str().to_owned()).unwrap_or_default();
            if matches!(live.session.state(), State::Paused { .. }) {
                self.tell(Event::Pressed(Input::PressedResume));
            }
            if self.pinches.first().is_some_and(|day| self.today >= *day)
                && doing == self.who.pinch_in
            {
                self.pinches.remove(0);
                self.tell(Event::Pressed(Input::Stopped(StopReason::GroinPinch)));
                self.tell(Event::Pressed(Input::PressedResume));
                self.month().note("groin pinch");
            }
            self.pass(LOOK);
            self.tell(Event::Ticked);
        }
        assert!(self.model.live.is_none(), "{} came to no end", self.who.name);
    }

    fn rate(&mut self, before: i8) {
        let id = self.model.finished.expect("a session that ended is asked about");
        let grown = self.year.grew_lately(self.now.day());
        let effort = self.who.effort + i8::from(grown) + self.chance.one_of(&[-1, 0, 0, 0, 1]);
        let form = if self.chance.happens(95) { Form::Good } else { Form::Faults };
        let felt = if self.chance.happens(self.who.feels_right) {
            Felt::RightPlace
        } else {
            Felt::LowBack
        };
        let after = After {
            pain: Some(score(before + self.chance.one_of(&[-1, 0, 0, 0, 1]))),
            effort: Some(score(effort)),
            form: Some(form),
            felt: Some(felt),
            ..After::default()
        };
        self.tell(Event::Rated { id, after });
        self.tell(Event::Navigated(Route::Today));
        let record = self.model.history.get(id).cloned().expect("it is kept");
        self.month().did(&record);
        self.year.firsts.entry(record.session.0.clone()).or_insert(record.day);
    }
}
