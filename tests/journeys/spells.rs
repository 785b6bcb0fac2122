//! Illness, holiday and flare-up: a tap, a plan that adapts, and a way back that costs nothing
//! (5.8, X18, X24, X32).

use soepel::{
    app::{
        event::Event,
        spells::{SpellEvent, SpellShown},
        view::{
            plan::{StripState, TodaysProposal},
            today::Gate,
        },
    },
    domain::{
        body::Score,
        planning::{
            choices::{Choices, Goal, WeekGoal},
            why::Why,
        },
        programme::SessionId,
        progress::Reason,
        record::{After, Felt, Form},
        spell::SpellKind,
        time::Day,
    },
};

use crate::person::{Person, well};

const HOUR: u32 = 3_600_000;
const DAY: u32 = 24 * HOUR;

fn planner() -> Person {
    let mut person = Person::ready();
    let choices = Choices { goal: Some(Goal::Strong), ..Choices::default() };
    person.tell(Event::ChangedPlan(Box::new(choices)));
    person
}

impl Person {
    fn begins(&mut self, kind: SpellKind) {
        self.tell(Event::Spell(SpellEvent::Began { kind, chance: [3; 10] }));
    }

    fn is_over(&mut self) {
        self.tell(Event::Spell(SpellEvent::Over));
    }

    fn why(&self) -> Option<Why> {
        self.model.todays_proposal(self.now).map(|proposal| match proposal {
            TodaysProposal::Session { first, .. } => first.why,
            TodaysProposal::Rest { why, .. } => why,
        })
    }

    fn can_start(&mut self, session: &str) -> bool {
        let mut trial = self.reopened();
        trial.check(session, well());
        trial.is_exercising()
    }

    fn opens(&self, session: &str) -> bool {
        self.model.may_check(&SessionId(session.to_owned()), self.now)
    }
}

/// 5.8: no session until 48 hours fever-free, whatever way leads there.
#[test]
fn with_a_fever_nothing_starts_until_forty_eight_hours_after_it() {
    let mut person = planner();
    person.play("P6-2min");
    person.pass(DAY);
    person.begins(SpellKind::Fever);
    assert_eq!(person.why(), Some(Why::Ill));
    for session in ["P6-2min", "P3-1", "P4-break", "P1-A"] {
        assert!(!person.can_start(session), "{session}");
        assert!(!person.opens(session), "{session}");
    }
    let kept = person.reopened();
    assert!(matches!(kept.model.spell_shown(kept.now), Some(SpellShown::Holds { .. })));

    person.pass(3 * DAY);
    person.is_over();
    let gone = person.now.day();
    let shown = person.model.spell_shown(person.now);
    assert_eq!(shown, Some(SpellShown::FeverJustGone { opens: gone.plus(2) }));
    // Answered anew, the questions alone open nothing yet.
    person.screen(&[]);
    person.pass(2 * DAY - HOUR);
    assert!(!person.can_start("P6-2min"));
    person.pass(HOUR);
    assert!(person.can_start("P6-2min"));
    let shown = person.model.spell_shown(person.now);
    assert!(matches!(shown, Some(SpellShown::JustBehind { .. })));
}

/// X24: after an illness the health questions are asked again, and before it is over they are not.
#[test]
fn after_an_illness_the_health_questions_come_first() {
    let mut person = planner();
    person.begins(SpellKind::Ill);
    assert_eq!(person.model.gate(person.now), Gate::Open);
    person.pass(4 * DAY);
    person.is_over();
    assert_eq!(person.model.gate(person.now), Gate::AskFirst);
    assert!(!person.can_start("P6-2min"));
    assert_eq!(person.model.to_confirm(person.now).map(Day::iso).as_deref(), Some("2026-11-22"));
    person.pass(HOUR);
    person.screen(&[]);
    assert_eq!(person.model.gate(person.now), Gate::Open);
    assert!(person.can_start("P6-2min"));
}

#[test]
fn while_somebody_is_ill_every_day_of_the_plan_is_rest_and_no_chain_breaks() {
    let mut person = planner();
    person.play("P3-1");
    person.pass(DAY);
    person.begins(SpellKind::Ill);
    let page = person.model.plan_page(person.now).unwrap();
    assert!(page.days.iter().all(|day| day.session.is_none() && day.mini.is_none()));
    assert!(page.days.iter().all(|day| day.why == Why::Ill));
    assert_eq!(page.programmes.len(), 2, "the plan itself stays");
    // X32: what was done stays done.
    assert_eq!(person.model.strip(person.now).of_the_last_seven, 1);
    assert_eq!(person.model.settled_week(person.now).len(), 3, "the week that comes back");
}

#[test]
fn a_holiday_with_its_last_day_ends_by_itself_and_the_plan_waits_behind_it() {
    let mut person = planner();
    person.play("P6-2min");
    person.pass(DAY);
    person.begins(SpellKind::HolidayRest);
    let back = person.now.day().plus(3);
    person.tell(Event::Spell(SpellEvent::SetEnd(Some(back))));
    let days = person.model.plan_page(person.now).unwrap().days;
    assert!(days[..3].iter().all(|day| day.why == Why::Holiday && day.mini.is_none()));
    assert!(days[3].session.is_some(), "{:?}", days[3]);
    let strip = person.model.strip(person.now);
    assert!(strip.days.iter().any(|day| day.state == StripState::Rest));
    // Whoever wants to do something all the same may: nothing is closed.
    assert!(person.can_start("P3-1"));
    person.pass(3 * DAY);
    assert_eq!(person.model.spell_shown(person.now), None);
    assert_eq!(person.why(), Some(Why::DueStrength));
    assert_eq!(person.model.gate(person.now), Gate::Open);
}

#[test]
fn a_day_that_is_not_ahead_ends_no_holiday_and_an_emptied_day_leaves_it_open() {
    let mut person = planner();
    person.begins(SpellKind::HolidayRest);
    let today = person.now.day();
    person.tell(Event::Spell(SpellEvent::SetEnd(Some(today))));
    person.tell(Event::Spell(SpellEvent::SetEnd(Some(today.plus(9)))));
    person.tell(Event::Spell(SpellEvent::SetEnd(None)));
    person.pass(30 * DAY);
    assert_eq!(person.why(), Some(Why::Holiday));
}

#[test]
fn a_short_holiday_keeps_a_few_light_minutes_ready() {
    let mut person = planner();
    person.play("P6-2min");
    person.pass(DAY);
    person.begins(SpellKind::HolidayShort);
    let Some(TodaysProposal::Rest { why, mini }) = person.model.todays_proposal(person.now) else {
        panic!("a rest")
    };
    assert_eq!(why, Why::Holiday);
    let mini = mini.expect("a few minutes");
    assert!(mini.card.lasts.0 <= 300, "{:?}", mini.card.lasts);
    assert!(person.can_start(&mini.card.outline.id.0.clone()));
}

/// 3.4, X16: in a flare-up it stays light, and nothing heavier is proposed.
#[test]
fn a_flare_up_makes_the_plan_light_and_keeps_steps_for_later() {
    let mut person = planner();
    let good = || After {
        pain: Score::new(0),
        effort: Score::new(4),
        form: Some(Form::Good),
        felt: Some(Felt::RightPlace),
        morning: Score::new(0),
        ..After::default()
    };
    for _ in 0..2 {
        let record = person.play("P6-5min");
        person.tell(Event::Rated { id: record.id, after: good() });
        person.pass(DAY);
    }
    let up = |person: &Person| {
        let all = person.model.proposals(person.now);
        all.iter().any(|one| one.reason == Reason::TwoGoodSessions)
    };
    assert!(up(&person), "there is a step to propose");
    person.begins(SpellKind::FlareUp);
    assert!(!up(&person));
    let Some(TodaysProposal::Session { first, .. }) = person.model.todays_proposal(person.now)
    else {
        panic!("a light session")
    };
    assert_eq!(first.why, Why::FlareUp);
    assert_eq!(first.card.programme.id.0, "P6");
    assert!(person.model.permit(None, person.now).is_lighter_today());
    // X18, our choice: nor in the week after it.
    person.is_over();
    assert!(!up(&person));
    person.pass(6 * DAY);
    assert!(!up(&person));
    assert_eq!(person.model.gate(person.now), Gate::Open, "a flare-up asks no new answers");
}

/// X18: the days without sessions count as they always do; a fever of a few days counts as a gap of
/// 8 to 14 days (5.8).
#[test]
fn after_it_the_next_session_follows_the_rule_of_the_gap() {
    let mut person = planner();
    person.play("P3-1");
    person.pass(DAY);
    person.begins(SpellKind::HolidayRest);
    person.pass(20 * DAY);
    person.is_over();
    assert_eq!(person.why(), Some(Why::BackAgain));
    let all = person.model.proposals(person.now);
    assert!(all.iter().any(|one| matches!(one.reason, Reason::Away { days: 21 })), "{all:?}");
}

#[test]
fn a_fever_that_comes_to_an_illness_changes_it_and_a_mistake_leaves_no_trace() {
    let mut person = planner();
    person.begins(SpellKind::Ill);
    let since = person.now.day();
    person.pass(DAY);
    person.begins(SpellKind::Fever);
    let Some(SpellShown::Holds { spell, today }) = person.model.spell_shown(person.now) else {
        panic!("it holds")
    };
    assert_eq!((spell.kind, spell.from, today), (SpellKind::Fever, since, false));

    let mut person = planner();
    person.begins(SpellKind::Fever);
    person.tell(Event::Spell(SpellEvent::Withdrawn));
    assert_eq!(person.model.spell_shown(person.now), None);
    assert_eq!(person.model.gate(person.now), Gate::Open);
    assert!(person.can_start("P6-2min"));
    assert_eq!(person.reopened().model.spell_shown(person.now), None);
}

/// C1, X32: days of this week with a session; the minutes on top of it are none, and insight counts
/// to the same goal.
#[test]
fn the_goal_of_the_week_counts_days_with_a_session_up_to_their_own_number() {
    let mut person = planner();
    // It is Sunday; the week begins tomorrow.
    person.play("P3-1");
    person.pass(DAY);
    assert_eq!(person.model.week_progress(person.now).done, 0);
    person.play("P1-mini");
    assert_eq!(person.model.week_progress(person.now).done, 0);
    person.play("P1-A");
    person.play("P6-2min");
    let week = person.model.week_progress(person.now);
    assert_eq!((week.done, week.goal.sessions()), (1, 3));
    let choices =
        Choices { week_goal: WeekGoal::new(5), ..person.model.choices().unwrap().clone() };
    person.tell(Event::ChangedPlan(Box::new(choices)));
    let kept = person.reopened();
    assert_eq!(kept.model.week_progress(kept.now).goal.sessions(), 5);
    assert_eq!(kept.model.week_goal(), Some(5));
}
