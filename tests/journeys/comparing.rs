//! Static and PNF side by side, from the sessions to the answer and to the person's own choice
//! (7.2, R0.26, R0.40).

use soepel::{
    app::event::Event,
    domain::{
        body::{Change, Score},
        clearance::DailyCheck,
        comparing::{Answer, State, WhyUnused},
        planning::{
            choices::{Choices, Comparison, Goal},
            method::Method,
        },
        record::After,
    },
};

use crate::person::{Person, well};

const DAY: u32 = 86_400_000;

fn comparer() -> Person {
    let mut person = Person::ready();
    let choices = Choices { goal: Some(Goal::HipFront), ..Choices::default() };
    person.tell(Event::ChangedPlan(Box::new(choices)));
    person
}

impl Person {
    /// A stretch session with D6 before it and what it did after it, and the night after.
    fn stretch(&mut self, session: &str, change: i8, stiff: (u8, u8)) {
        let check = DailyCheck { stiffness: Score::new(stiff.0), ..well() };
        self.check(session, check);
        while self.model.live.is_some() {
            self.wait(1);
        }
        let id = self.model.finished.expect("it is asked about");
        let after = After {
            change: Change::new(change),
            stiffness: Score::new(stiff.1),
            ..After::default()
        };
        self.tell(Event::Rated { id, after });
    }

    fn pair(&mut self, held: i8, pnf: i8) {
        self.stretch("P1-A", held, (5, 3));
        self.pass(DAY);
        self.stretch("P1-A-pnf", pnf, (5, 1));
        self.pass(DAY);
    }

    fn answer(&self) -> Answer {
        self.model.comparing(self.now).answer
    }

    fn choose(&mut self, change: impl FnOnce(&mut Choices)) {
        let mut choices = self.model.choices().cloned().unwrap_or_default();
        change(&mut choices);
        self.tell(Event::ChangedPlan(Box::new(choices)));
    }
}

/// X25: from "not enough" over a first impression to a preference, and never a winner before six.
#[test]
fn six_pairs_that_all_say_the_same_become_a_preference_and_five_do_not() {
    let mut person = comparer();
    assert_eq!(person.answer(), Answer::Shown(State::NotEnough));
    for pair in 1..=6 {
        let before = person.model.comparing(person.now).judged.untied();
        assert_eq!(before, pair - 1);
        person.pair(0, 1);
        let state = match pair {
            1 | 2 => State::NotEnough,
            3..=5 => State::FirstImpression,
            _ => State::Preference(Method::Pnf),
        };
        assert_eq!(person.answer(), Answer::Shown(state), "{pair}");
    }
    // Kept, and the same after the page was closed; with the stiffness of before and after.
    let later = person.reopened();
    assert_eq!(later.answer(), Answer::Shown(State::Preference(Method::Pnf)));
    let comparing = later.model.comparing(later.now);
    let drops = |half: &soepel::domain::comparing::Half| half.stiffness_drop;
    assert!(comparing.gathered.pairs.iter().all(|pair| drops(&pair.held) == Some(2)));
    assert!(comparing.gathered.pairs.iter().all(|pair| drops(&pair.pnf) == Some(4)));
}

#[test]
fn only_the_session_that_changes_the_answer_is_news_and_only_on_its_day() {
    let mut person = comparer();
    person.pair(0, 1);
    person.pair(0, 1);
    person.stretch("P1-A", 0, (5, 5));
    assert_eq!(person.model.comparison_news(person.now), None);
    person.pass(DAY);
    person.stretch("P1-A-pnf", 2, (5, 5));
    let news = Some(Answer::Shown(State::FirstImpression));
    assert_eq!(person.model.comparison_news(person.now), news);
    person.pass(DAY);
    assert_eq!(person.model.comparison_news(person.now), None);
}

/// R0.26: at any time, against any pairs; R0.40: and asked again after twelve weeks.
#[test]
fn the_person_chooses_at_any_time_and_is_asked_again_after_twelve_weeks() {
    let mut person = comparer();
    person.pair(0, 3);
    let today = person.now.day();
    person.choose(|choices| choices.keep_method(Method::Static, today));
    let chosen = Answer::ChosenByUser { keep: Method::Static, on: Some(today) };
    assert_eq!(person.reopened().answer(), chosen);
    assert_eq!(person.model.plan_page(person.now).unwrap().method, Some(Method::Static));
    assert!(!person.model.compares_methods(person.now), "nothing more is asked before a session");

    person.pass(40 * DAY);
    assert!(!person.model.asks_to_compare_again(person.now));
    person.pass(44 * DAY);
    assert!(person.model.asks_to_compare_again(person.now));
    assert_eq!(person.answer(), chosen, "it holds until the person says otherwise");

    let today = person.now.day();
    person.choose(|choices| choices.compare_anew(today));
    assert_eq!(person.answer(), Answer::Shown(State::NotEnough));
    assert_eq!(person.model.choices().unwrap().comparison, Comparison::ByDay);
    assert!(person.model.comparing(person.now).gathered.pairs.is_empty());
    assert!(!person.model.asks_to_compare_again(person.now));
}

#[test]
fn a_session_without_an_answer_is_shown_with_its_reason_and_makes_no_pair() {
    let mut person = comparer();
    person.play("P1-A");
    person.pass(DAY);
    person.stretch("P1-A-pnf", 2, (5, 5));
    let gathered = person.model.comparing(person.now).gathered;
    assert!(gathered.pairs.is_empty());
    let reasons: Vec<WhyUnused> = gathered.unused.iter().map(|one| one.why).collect();
    assert_eq!(reasons, [WhyUnused::NoAnswer]);
}

/// 3.4: a day with pain of 4 or 5 is amber, and sessions that were ended early skip their rest.
#[test]
fn an_amber_day_and_a_session_cut_short_make_no_pair() {
    let mut person = comparer();
    person.check("P1-A", DailyCheck { pain: Score::new(4).unwrap(), ..well() });
    if person.model.live.is_some() {
        while person.model.live.is_some() {
            person.wait(1);
        }
        let id = person.model.finished.unwrap();
        let after = After { change: Change::new(1), ..After::default() };
        person.tell(Event::Rated { id, after });
        let unused = person.model.comparing(person.now).gathered.unused;
        assert_eq!(unused[0].why, WhyUnused::HardDay);
    }
    person.pass(DAY);
    person.start("P1-A-pnf");
    person.wait(300);
    person.press(soepel::domain::session::Input::FinishedEarly);
    let id = person.model.finished.unwrap();
    let after = After { change: Change::new(1), ..After::default() };
    person.tell(Event::Rated { id, after });
    let gathered = person.model.comparing(person.now).gathered;
    assert_eq!(gathered.unused.last().unwrap().why, WhyUnused::SkippedExercise);
    assert!(gathered.pairs.is_empty());
}
