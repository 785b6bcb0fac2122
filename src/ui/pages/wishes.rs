//! "Wat wil je?": the goal and the situation, a tap each; none is fine.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::plan_words::{goal, situation};
use crate::{
    app::event::Event,
    content::phrases::wishes as words,
    domain::planning::choices::{Choices, Goal, Situation},
    ui::{
        components::{
            button::{Button, ButtonKind},
            chips::Chips,
            choice::Choice,
            header::PageHeader,
            icon::Icon,
        },
        runtime::runtime,
        words::say,
    },
};

#[component]
pub(super) fn Wishes() -> impl IntoView {
    let runtime = runtime();
    let before = runtime.peek(|model| model.choices().cloned()).unwrap_or_default();
    let choices = RwSignal::new(before);
    let go = move |()| runtime.dispatch(Event::ChangedPlan(Box::new(choices.get_untracked())));
    view! {
        <div class="page wishes">
            <PageHeader title=say(words::TITLE) lead=say(words::LEAD) />
            <WishChips choices=choices on_change=move |changed| choices.set(changed) />
            <div class="safety__actions">
                <Button label=say(words::GO) kind=ButtonKind::Primary big=true icon=Icon::Play on_press=go />
            </div>
        </div>
    }
}

/// The goal, one at most, and the situations.
#[component]
pub(super) fn WishChips(
    #[prop(into)] choices: Signal<Choices>,
    #[prop(into)] on_change: Callback<Choices>,
) -> impl IntoView {
    let goals = Goal::ALL.iter().map(|one| Choice::new(*one, goal(*one))).collect();
    let situations = Situation::ALL.iter().map(|one| Choice::new(*one, situation(*one))).collect();
    let chosen_goal = Signal::derive(move || choices.read().goal.into_iter().collect::<Vec<_>>());
    let chosen =
        Signal::derive(move || choices.read().situations.iter().copied().collect::<Vec<_>>());
    let pick = move |one: Goal| {
        let mut changed = choices.get_untracked();
        changed.goal = (changed.goal != Some(one)).then_some(one);
        on_change.run(changed);
    };
    let toggle = move |one: Situation| {
        let mut changed = choices.get_untracked();
        flip(&mut changed.situations, one);
        on_change.run(changed);
    };
    view! {
        <section class="section">
            <h2>{say(words::GOAL)}</h2>
            <Chips label=say(words::GOAL) choices=goals chosen=chosen_goal on_toggle=pick />
        </section>
        <section class="section">
            <h2>{say(words::SITUATIONS)}</h2>
            <Chips label=say(words::SITUATIONS) choices=situations chosen=chosen on_toggle=toggle />
        </section>
    }
}

/// In when it was out, out when it was in.
pub(super) fn flip<T: Ord>(set: &mut BTreeSet<T>, one: T) {
    if !set.remove(&one) {
        set.insert(one);
    }
}
