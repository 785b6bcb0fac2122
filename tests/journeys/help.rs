//! "Does it help?": nothing to see yet, what somebody said, and what the log shows (R0.9 to R0.12,
//! X37).

use soepel::{
    app::event::Event,
    domain::{
        body::Score,
        clearance::DailyCheck,
        progress::{Finding, PainSoFar, ReviewWord, Turn},
    },
};

use crate::person::{Person, well};

const DAY: u32 = 86_400_000;

impl Person {
    fn minutes_with_pain(&mut self, pain: u8) {
        self.check("P6-2min", DailyCheck { pain: Score::new(pain).unwrap(), ..well() });
        while self.model.live.is_some() {
            self.wait(1);
        }
        self.pass(2 * DAY);
    }

    fn says(&mut self, word: ReviewWord, number: u8) {
        self.tell(Event::Reviewed { word, chance: [number; 10] });
    }
}

#[test]
fn before_ten_marks_there_is_nothing_to_see_and_the_page_says_how_many_are_missing() {
    let mut person = Person::ready();
    let page = person.model.help_page(person.now);
    assert_eq!(page.pain, PainSoFar::TooFew { told: 0, missing: 10 });
    assert!(page.found.is_empty() && page.answers.is_empty() && !page.asks);
    for _ in 0..4 {
        person.minutes_with_pain(3);
    }
    let page = person.model.help_page(person.now);
    assert_eq!(page.pain, PainSoFar::TooFew { told: 4, missing: 6 });
}

/// Section 7: "noticeable" only from two points or 30 %, with five marks on both sides.
#[test]
fn the_first_five_stand_beside_the_last_five_and_only_two_points_or_a_third_are_noticeable() {
    let turn = |from: u8, to: u8| {
        let mut person = Person::ready();
        (0..5).for_each(|_| person.minutes_with_pain(from));
        (0..5).for_each(|_| person.minutes_with_pain(to));
        match person.model.help_page(person.now).pain {
            PainSoFar::Told(course) => Some(course.turn),
            PainSoFar::None | PainSoFar::TooFew { .. } => None,
        }
    };
    assert_eq!(turn(3, 1), Some(Turn::Less));
    assert_eq!(turn(3, 2), Some(Turn::Less), "a third of three");
    assert_eq!(turn(3, 3), Some(Turn::NotNoticeable));
    assert_eq!(turn(1, 0), Some(Turn::NotNoticeable), "a share of hardly any pain says nothing");
    assert_eq!(turn(1, 3), Some(Turn::More));
    assert_eq!(turn(0, 0), None);
}

/// R0.10, R0.12: one "more" is enough, and the page says that the person said it, and when.
#[test]
fn more_complaints_are_found_with_the_day_on_which_they_were_told() {
    let mut person = Person::ready();
    person.minutes_with_pain(3);
    let day = person.now.day();
    person.says(ReviewWord::More, 1);
    let page = person.model.help_page(person.now);
    let one = &page.found[0];
    assert_eq!((one.finding, one.told), (Finding::Worse, true));
    assert_eq!(one.days[0].day, day);
    assert_eq!(one.days[0].record, None, "there was no session on that day");
    assert_eq!(page.answers[0].word, ReviewWord::More);
}

/// R0.9, X37: what the log shows leads to the sessions that show it.
#[test]
fn what_the_log_shows_leads_to_its_sessions() {
    let mut person = Person::ready();
    (0..10).for_each(|_| person.minutes_with_pain(3));
    let page = person.model.help_page(person.now);
    let same = page.found.iter().find(|one| one.finding == Finding::NoDifference).unwrap();
    assert!(!same.told);
    for shown in &same.days {
        let record = person.model.history.get(shown.record.unwrap()).unwrap();
        assert_eq!(record.day, shown.day);
    }
    assert!(page.asks, "X37: it is time for the question");
}
