//! The plan in words: reasons, goals, situations, methods.

use leptos::prelude::*;

use crate::{
    app::view::usual_week::anchor_phrase,
    content::phrases::{self, Phrase, goal as goals, situation as situations, why as words},
    domain::planning::{
        choices::{Anchor, Goal, Situation},
        why::Why,
    },
    ui::{
        components::source::{SourceKind, SourceTag},
        sources::RuleTag,
        words::say,
    },
};

/// The sentence that says why, and where it comes from.
#[component]
pub(super) fn Reason(why: Why) -> impl IntoView {
    let rules = why.rules();
    let ours = why.is_ours().then(|| {
        view! { <SourceTag kind=SourceKind::Ours label=say(phrases::common::OURS) /> }
    });
    let tags = rules.iter().map(|id| view! { <RuleTag id=(*id).to_owned() /> }).collect_view();
    view! {
        <p class="reason">{say(why_phrase(why))}</p>
        <div class="cluster reason__sources">{tags} {ours}</div>
    }
}

fn why_phrase(why: Why) -> Phrase {
    match why {
        Why::GoalHipFront => words::GOAL_HIP_FRONT,
        Why::GoalSupple => words::GOAL_SUPPLE,
        Why::GoalStrong => words::GOAL_STRONG,
        Why::GoalHabit => words::GOAL_HABIT,
        Why::Sits => words::SITS,
        Why::Runs => words::RUNS,
        Why::IsStiff => words::IS_STIFF,
        Why::LowBack => words::LOW_BACK,
        Why::Dances => words::DANCES,
        Why::Restarts => words::RESTARTS,
        Why::Senior => words::SENIOR,
        Why::RotationFirst => words::ROTATION_FIRST,
        Why::HipCheck => words::HIP_CHECK,
        Why::EveryDay => words::EVERY_DAY,
        Why::Everybody => words::EVERYBODY,
        Why::OwnChoice => words::OWN_CHOICE,
        Why::WaitsForRotation => words::WAITS_FOR_ROTATION,
        Why::WaitsForTheFirst => words::WAITS_FOR_THE_FIRST,
        Why::FirstTime => words::FIRST_TIME,
        Why::DueStretch => words::DUE_STRETCH,
        Why::DueMobility => words::DUE_MOBILITY,
        Why::DueStrength => words::DUE_STRENGTH,
        Why::DueSitting => words::DUE_SITTING,
        Why::DueRunning => words::DUE_RUNNING,
        Why::DueMini => words::DUE_MINI,
        Why::DueGentle => words::DUE_GENTLE,
        Why::BackAgain => words::BACK_AGAIN,
        Why::BeforeSport => words::BEFORE_SPORT,
        Why::Gentle => words::GENTLE,
        Why::LittleTime => words::LITTLE_TIME,
        Why::StrengthYesterday => words::STRENGTH_YESTERDAY,
        Why::Spread => words::SPREAD,
        Why::WeekFull => words::WEEK_FULL,
        Why::NotYourDay => words::NOT_YOUR_DAY,
        Why::DoneToday => words::DONE_TODAY,
        Why::Ill => words::ILL,
        Why::Holiday => words::HOLIDAY,
        Why::FlareUp => words::FLARE_UP,
    }
}

pub(super) fn goal(goal: Goal) -> String {
    say(match goal {
        Goal::HipFront => goals::HIP_FRONT,
        Goal::Supple => goals::SUPPLE,
        Goal::Strong => goals::STRONG,
        Goal::Habit => goals::HABIT,
    })
}

pub(super) fn situation(situation: Situation) -> String {
    say(match situation {
        Situation::Sitting => situations::SITTING,
        Situation::Running => situations::RUNNING,
        Situation::Stiff => situations::STIFF,
        Situation::LowBack => situations::LOW_BACK,
        Situation::Restart => situations::RESTART,
        Situation::Dance => situations::DANCE,
    })
}

/// The daily moment in words: one of ours or somebody's own (R1.28).
pub(super) fn anchored(anchored: &Anchor) -> String {
    match anchored {
        Anchor::Moment(moment) => say(anchor_phrase(*moment)),
        Anchor::Own(own) => own.as_str().to_owned(),
    }
}
