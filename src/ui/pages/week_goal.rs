//! The goal of the week, which forgives (C1, X32).

use leptos::prelude::*;

use crate::{
    app::{event::Event, spells::SpellShown},
    content::phrases::{strip, week_goal as words},
    domain::{
        planning::{
            choices::{Choices, WeekGoal},
            goal::WeekProgress,
        },
        spell::SpellKind,
    },
    ui::{
        components::{
            button::{Button, ButtonKind},
            disclosure::Disclosure,
            dots::Dots,
            number::NumberField,
        },
        runtime::runtime,
        sources::Receipts,
        words::{fill, say},
    },
};

#[component]
pub(super) fn Goal() -> impl IntoView {
    let runtime = runtime();
    let week = runtime.memo(crate::app::model::Model::week_progress);
    let rests = runtime.memo(|model, now| match model.spell_shown(now) {
        Some(SpellShown::Holds { spell, .. }) => spell.kind != SpellKind::FlareUp,
        _ => false,
    });
    let seven = runtime.memo(|model, now| model.strip(now).of_the_last_seven);
    let own = runtime.memo(|model, _| model.choices().is_some_and(|own| own.week_goal.is_some()));
    let label = Signal::derive(move || {
        let WeekProgress { goal, done } = week.get();
        fill(words::COUNT, &[("n", &done.to_string()), ("goal", &goal.sessions().to_string())])
    });
    let verdict = move || {
        let week = week.get();
        say(match (rests.get(), week) {
            (true, _) => words::RESTING,
            (_, week) if week.is_reached() => words::REACHED,
            (_, week) if week.is_on_track() => words::ON_TRACK,
            _ => words::OPEN,
        })
    };
    let last_seven = move || match seven.get() {
        0 => None,
        count => Some(fill(strip::SEVEN, &[("n", &count.to_string())])),
    };
    let set = move |goal: Option<WeekGoal>| {
        let choices = runtime.peek(|model| model.choices().cloned().unwrap_or_default());
        let changed = Choices { week_goal: goal, ..choices };
        runtime.dispatch(Event::ChangedPlan(Box::new(changed)));
    };
    let goal = move || week.read().goal.sessions();
    let by = move |number: Option<u8>| {
        if let Some(goal) = number.and_then(WeekGoal::new) {
            set(Some(goal));
        }
    };
    view! {
        <section class="section">
            <h2>{say(words::TITLE)}</h2>
            <div class="card">
                <p class="strip__count">{label}</p>
                <Dots
                    label
                    done=Signal::derive(move || usize::from(week.read().done))
                    total=Signal::derive(move || usize::from(goal()))
                />
                <p role="status">{verdict}</p>
                <p class="note">{last_seven}</p>
                <Receipts rules=vec!["C1", "X32"] />
                <Disclosure summary=say(words::CHANGE)>
                    <NumberField
                        id="week-goal"
                        label=say(words::LABEL)
                        value=Signal::derive(move || {
                            fill(words::VALUE, &[("n", &goal().to_string())])
                        })
                        less=say(words::LESS)
                        more=say(words::MORE)
                        on_less=move |()| by(untrack(goal).checked_sub(1))
                        on_more=move |()| by(untrack(goal).checked_add(1))
                        at_least=Signal::derive(move || goal() <= 1)
                        at_most=Signal::derive(move || goal() >= WeekGoal::MOST)
                    />
                    <p class="note">{say(words::HINT)}</p>
                    {move || {
                        own.get()
                            .then(|| {
                                view! {
                                    <p class="note">{say(words::OWN)}</p>
                                    <Button
                                        label=say(words::AUTO)
                                        kind=ButtonKind::Quiet
                                        on_press=move |()| set(None)
                                    />
                                }
                            })
                    }}
                </Disclosure>
            </div>
        </section>
    }
}
