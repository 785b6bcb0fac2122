//! Why somebody stops, where it is and on which side: a tap each, with the session paused (3.5). What does not end the
//! session is told on the spot, with an easier way.

use leptos::prelude::*;

use super::{body_figure::spot_words, day_facts::exercise_name};
use crate::{
    app::{
        event::Event,
        stopping::{StopAnswer, StopQuestion, spots},
        view::{player::at_strength, receipts},
    },
    content::{
        phrases::{self, pain_place as places, stopped as words},
        reading::reading,
    },
    domain::{
        body::{Side, Spot},
        exercise::ExerciseId,
        record::{StopMark, StopReason},
        session::Input,
    },
    ui::{
        components::{
            button::{Button, ButtonKind},
            dialog::Dialog,
        },
        runtime::runtime,
        sources::{Receipts, WithSources},
        words::{fill, read, say, side},
    },
};

#[component]
pub(super) fn StopDialog() -> impl IntoView {
    let runtime = runtime();
    let asks = runtime.memo(|model, _| model.stopping.map(|stopping| stopping.asks));
    let open = Memo::new(move |_| asks.get().is_some());
    let title = move || {
        say(match asks.get() {
            None | Some(StopQuestion::Why) => phrases::stop::TITLE,
            Some(StopQuestion::Where(_)) => places::TITLE,
            Some(StopQuestion::Side(..)) => places::SIDE_TITLE,
        })
    };
    let answers = move || match asks.get() {
        None => ().into_any(),
        Some(StopQuestion::Why) => view! { <Why /> }.into_any(),
        Some(StopQuestion::Where(reason)) => {
            let tap = |&spot: &Spot| answer(spot_words(spot), StopAnswer::Where(Some(spot)));
            let all = spots(reason).iter().map(tap).collect_view();
            view! { <div class="stop__answers stop__answers--pair">{all}</div> }.into_any()
        }
        Some(StopQuestion::Side(..)) => view! {
            <div class="stop__answers">
                {answer(say(places::LEFT), StopAnswer::Side(Some(Side::Left)))}
                {answer(say(places::RIGHT), StopAnswer::Side(Some(Side::Right)))}
                {answer(say(places::MIDDLE), StopAnswer::Side(None))}
            </div>
        }
        .into_any(),
    };
    let actions = move || {
        let unknown = match asks.get() {
            Some(StopQuestion::Where(_)) => Some(StopAnswer::Where(None)),
            _ => None,
        };
        let unknown = unknown.map(|meant| {
            let on_press = move |()| runtime.dispatch(Event::AnsweredStop(meant));
            view! {
                <Button label=say(places::SKIP) kind=ButtonKind::Secondary big=true on_press />
            }
        });
        let finish = (asks.get() == Some(StopQuestion::Why)).then(|| {
            view! {
                <Button
                    label=say(phrases::stop::FINISH)
                    kind=ButtonKind::Secondary
                    big=true
                    on_press=move |()| runtime.press(Input::FinishedEarly)
                />
            }
        });
        view! {
            {unknown}
            {finish}
            <Button
                label=say(phrases::stop::CANCEL)
                kind=ButtonKind::Primary
                big=true
                on_press=move |()| runtime.dispatch(Event::WentOnAfterAll)
            />
        }
    };
    let on_close = move |()| {
        if open.get_untracked() {
            runtime.dispatch(Event::WentOnAfterAll);
        }
    };
    view! {
        <Dialog id="stop" open title=Signal::derive(title) on_close actions>
            {answers}
        </Dialog>
        <ToldDialog />
    }
}

/// What it is: the first of at most three taps.
#[component]
fn Why() -> impl IntoView {
    let strength = runtime().peek(|model| model.live.as_ref().is_some_and(at_strength));
    let ceiling = if strength { words::CEILING_STRENGTH } else { words::CEILING_OTHER };
    let reasons = StopReason::ALL.iter().map(|&it| answer(name(it), StopAnswer::Why(it)));
    view! {
        <div class="stop__answers stop__answers--pair">{reasons.collect_view()}</div>
        <p class="note">{say(ceiling)}</p>
        // Inside the dialog, because a modal one keeps everything outside of it from being pressed.
        <WithSources>
            <Receipts rules=receipts::PAIN_ZONES />
        </WithSources>
    }
}

fn answer(label: String, meant: StopAnswer) -> impl IntoView {
    let runtime = runtime();
    let on_press = move |()| runtime.dispatch(Event::AnsweredStop(meant));
    view! { <Button label kind=ButtonKind::Secondary big=true wide=true on_press /> }
}

fn name(reason: StopReason) -> String {
    reading().stop(reason).map(|stop| read(&stop.name)).unwrap_or_default()
}

/// After a pinch or "too hard" the session goes on: what is remembered, and an easier way.
#[component]
fn ToldDialog() -> impl IntoView {
    let runtime = runtime();
    let told = runtime.memo(|model, _| model.stopped_at.clone());
    let go_on = move || runtime.dispatch(Event::WentOnAfterAll);
    let title = move || told.get().map(|stop| name(stop.reason)).unwrap_or_default();
    let actions = move || {
        let hard = told.get().filter(|stop| stop.reason == StopReason::TooHard);
        let label = match &hard {
            None => words::GO_NEXT,
            Some(stop) if easier(stop).is_empty() => words::GO_LESS,
            Some(_) => words::GO_LIGHTER,
        };
        let leave_out = hard.is_some().then(|| {
            let skip = move |()| {
                runtime.press(Input::SkippedExercise);
                go_on();
            };
            view! {
                <Button label=say(words::LEAVE_OUT) kind=ButtonKind::Secondary big=true on_press=skip />
            }
        });
        view! {
            {leave_out}
            <Button label=say(label) kind=ButtonKind::Primary big=true on_press=move |()| go_on() />
        }
    };
    let on_close = move |()| {
        if told.get_untracked().is_some() {
            go_on();
        }
    };
    view! {
        <Dialog
            id="stopped"
            open=Signal::derive(move || told.get().is_some())
            title=Signal::derive(title)
            on_close
            actions
        >
            {move || told.get().map(|stop| view! { <Told stop /> })}
        </Dialog>
    }
}

#[component]
fn Told(stop: StopMark) -> impl IntoView {
    let exercise = exercise_name(&stop.exercise);
    let remembered = match stop.side {
        Some(one) => {
            fill(words::SIDE, &[("exercise", &exercise), ("side", &side(Some(one)).to_lowercase())])
        }
        None => fill(words::NO_SIDE, &[("exercise", &exercise)]),
    };
    let pinch = stop.reason == StopReason::GroinPinch;
    let advice = pinch.then(|| reading().stop(stop.reason).map(|stop| read(&stop.advice)));
    let changes = easier(&stop);
    let heading = match (pinch, changes.is_empty()) {
        (true, true) => None,
        (false, true) => Some(words::LEAVE_OUT_TEXT),
        (true, false) => Some(words::LIGHTER_LATER),
        (false, false) => Some(words::LIGHTER_NOW),
    };
    let mut rules: Vec<&str> = receipts::stop(stop.reason).iter().map(String::as_str).collect();
    rules.extend(receipts::STOPPED_TWICE.iter().filter(|_| pinch));
    let changes = changes.into_iter().map(|change| view! { <li>{change}</li> }).collect_view();
    view! {
        {advice.flatten().map(|text| view! { <p>{text}</p> })}
        <p><strong>{remembered}</strong></p>
        {heading.map(|heading| view! { <p>{say(heading)}</p> })}
        <ul>{changes}</ul>
        <WithSources>
            <Receipts rules />
        </WithSources>
    }
}

/// The easier ways to do the exercise, as the catalogue has them.
fn easier(stop: &StopMark) -> Vec<String> {
    runtime().peek(|model| {
        let id = ExerciseId::new(&stop.exercise);
        let known = id.and_then(|id| model.catalogue.exercise(&id));
        let ways = known.map(|exercise| exercise.easier.iter().map(|way| read(&way.change)));
        ways.map(Iterator::collect).unwrap_or_default()
    })
}
