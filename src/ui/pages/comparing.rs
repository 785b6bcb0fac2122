//! Static or PNF: what the pairs show, said honestly, and what the person chooses (7.2).

use leptos::prelude::*;

use super::comparing_pairs::{Pairs, method_word};
use crate::{
    app::event::Event,
    browser::intl::{self, DateStyle},
    content::phrases::{self, Phrase, compare as words},
    domain::{
        comparing::{Answer, Comparing, LOOKS, State},
        planning::{
            choices::{Choices, Comparison},
            method::{Method, PAIR_WITHIN},
        },
        programme::ProgrammeId,
        time::Day,
    },
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            chips::Chips,
            choice::Choice,
            disclosure::Disclosure,
            dots::Dots,
            empty::Empty,
            header::{BackLink, PageHeader},
            icon::Icon,
            notice::Notice,
        },
        runtime::{Runtime, runtime},
        sources::{Receipts, WithSources},
        words::{fill, language, say},
    },
};

#[component]
pub(super) fn ComparingPage() -> impl IntoView {
    let runtime = runtime();
    let can = runtime.memo(crate::app::model::Model::can_compare);
    let back =
        BackLink { href: format!("#{}", Route::Plan.path()), label: say(phrases::plan::TITLE) };
    let body = move || {
        if can.get() { view! { <Compared /> }.into_any() } else { view! { <Nothing /> }.into_any() }
    };
    view! {
        <WithSources>
            <div class="page compare">
                <PageHeader title=say(words::TITLE) lead=say(words::LEAD) back />
                {body}
            </div>
        </WithSources>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    let href = format!("#{}", Route::Due(ProgrammeId("P1".to_owned())).path());
    view! {
        <Empty icon=Icon::List title=say(words::EMPTY_TITLE) text=say(words::EMPTY_TEXT)>
            <ButtonLink label=say(words::EMPTY_ACTION) href kind=ButtonKind::Primary />
        </Empty>
        <Honesty />
    }
}

#[component]
fn Compared() -> impl IntoView {
    let runtime = runtime();
    let comparing = runtime.memo(crate::app::model::Model::comparing);
    view! {
        {move || comparing.read().asks_again.then(|| view! { <Again answer=comparing.read().answer /> })}
        <div role="status">{move || view! { <Told comparing=comparing.get() /> }}</div>
        <Chooser comparing />
        {move || view! { <Pairs comparing=comparing.get() /> }}
        <Honesty />
    }
}

/// Changes the plan with what was chosen.
fn change(runtime: Runtime, change: impl FnOnce(&mut Choices, Day)) {
    let mut choices = runtime.peek(|model| model.choices().cloned().unwrap_or_default());
    change(&mut choices, runtime.moment().day());
    runtime.dispatch(Event::ChangedPlan(Box::new(choices)));
}

/// After twelve weeks (R0.40).
#[component]
fn Again(answer: Answer) -> impl IntoView {
    let runtime = runtime();
    let holds = match answer {
        Answer::ChosenByUser { keep, .. } | Answer::Shown(State::Preference(keep)) => Some(keep),
        Answer::Shown(_) => None,
    };
    view! {
        <Notice title=say(words::AGAIN_TITLE)>
            <p>{say(words::AGAIN_TEXT)}</p>
            <div class="cluster">
                {holds
                    .map(|keep| {
                        view! {
                            <Button
                                label=say(words::AGAIN_YES)
                                on_press=move |()| {
                                    change(runtime, |choices, today| choices.keep_method(keep, today));
                                }
                            />
                        }
                    })}
                <Button
                    label=say(words::AGAIN_ANEW)
                    on_press=move |()| change(runtime, Choices::compare_anew)
                />
            </div>
            <Receipts rules=vec!["R0.40"] />
        </Notice>
    }
}

/// The title of an answer, also where it is only named.
pub(super) fn answer_title(answer: Answer) -> String {
    say(match answer {
        Answer::ChosenByUser { keep, .. } => {
            return fill(words::CHOSEN_TITLE, &[("method", &method_word(keep))]);
        }
        Answer::Shown(State::NotEnough | State::Unclear) => words::NOT_YET,
        Answer::Shown(State::FirstImpression) => words::IMPRESSION_TITLE,
        Answer::Shown(State::Preference(_)) => words::PREFERENCE_TITLE,
        Answer::Shown(State::NoDifference) => words::SAME_TITLE,
    })
}

#[component]
fn Told(comparing: Comparing) -> impl IntoView {
    let Comparing { answer, judged, ref gathered, .. } = comparing;
    let by = |phrase: Phrase, method: Method| fill(phrase, &[("method", &method_word(method))]);
    let texts = match answer {
        Answer::ChosenByUser { on, .. } => vec![match on {
            Some(on) => {
                let date = intl::date(on, language(), DateStyle::Short);
                fill(words::CHOSEN_ON, &[("date", &date)])
            }
            None => say(words::CHOSEN),
        }],
        Answer::Shown(State::NotEnough) => vec![say(words::NOT_ENOUGH), say(words::PROUD)],
        Answer::Shown(State::Unclear) => vec![say(words::UNCLEAR), say(words::PROUD)],
        Answer::Shown(State::FirstImpression) => vec![match judged.ahead() {
            Some((method, wins)) => {
                let (x, k) = (wins.to_string(), judged.untied().to_string());
                let method = method_word(method);
                fill(words::IMPRESSION, &[("x", &x), ("k", &k), ("method", &method)])
            }
            None => say(words::IMPRESSION_EVEN),
        }],
        Answer::Shown(State::Preference(method)) => {
            vec![by(words::PREFERENCE, method), say(words::PREFERENCE_MORE)]
        }
        Answer::Shown(State::NoDifference) => vec![say(words::SAME)],
    };
    let compares = matches!(answer, Answer::Shown(_));
    let reached = matches!(answer, Answer::Shown(State::Preference(_)));
    let ahead = compares && !reached;
    let progress = ahead.then(|| {
        let at = judged.untied();
        match LOOKS.iter().map(|(look, _)| *look).find(|look| *look > at) {
            Some(look) => {
                let label =
                    fill(words::PROGRESS, &[("n", &at.to_string()), ("most", &look.to_string())]);
                view! {
                    <p class="compare__count">{label.clone()}</p>
                    <Dots label done=at total=look now=true />
                }
                .into_any()
            }
            None => view! { <p>{say(words::AT_THE_END)}</p> }.into_any(),
        }
    });
    let ties = (ahead && judged.ties > 0).then(|| {
        let text = fill(words::TIES, &[("n", &judged.ties.to_string())]);
        view! { <p class="note">{text}</p> }
    });
    let today = runtime().moment().day();
    let open = gathered.open.filter(|_| ahead).and_then(|(method, day)| {
        let last = day.plus(PAIR_WITHIN.unsigned_abs());
        (today <= last).then(|| {
            let date = intl::date(last, language(), DateStyle::Long);
            let method = method_word(method.other());
            let text = fill(words::OPEN_HALF, &[("date", &date), ("method", &method)]);
            view! { <p class="note">{text}</p> }
        })
    });
    let rules = match answer {
        Answer::ChosenByUser { .. } => vec!["R0.26", "R0.40"],
        Answer::Shown(State::NoDifference) => vec!["R0.25", "X25"],
        Answer::Shown(_) => vec!["R0.26", "X25"],
    };
    view! {
        <article class="card card--chosen">
            <h2 class="card__title">{answer_title(answer)}</h2>
            {texts.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
            {progress}
            {ties}
            {open}
            <Receipts rules />
        </article>
    }
}

/// Buttons that stay where they are, so that whoever pressed one does not lose their place.
#[component]
fn Chooser(comparing: Memo<Comparing>) -> impl IntoView {
    let runtime = runtime();
    let choices = vec![
        Choice::new(None, say(words::CHOOSE_ON)),
        Choice::new(Some(Method::Static), say(words::CHOOSE_STATIC)),
        Choice::new(Some(Method::Pnf), say(words::CHOOSE_PNF)),
    ];
    let held = move || match comparing.read().answer {
        Answer::ChosenByUser { keep, .. } => Some(keep),
        Answer::Shown(_) => None,
    };
    let chosen = Signal::derive(move || vec![held()]);
    let choose = move |wanted: Option<Method>| {
        if wanted == untrack(held) {
            return;
        }
        change(runtime, |choices, today| match wanted {
            Some(keep) => choices.keep_method(keep, today),
            None => choices.compare_by(Comparison::ByDay, today),
        });
    };
    view! {
        <section class="section">
            <h2>{say(words::CHOICE)}</h2>
            <p class="note">{say(words::CHOICE_HINT)}</p>
            <Chips label=say(words::CHOICE) choices chosen on_toggle=choose />
        </section>
    }
}

/// What chance can do, in plain words.
#[component]
fn Honesty() -> impl IntoView {
    let facts = [
        words::HONEST_PAIRS,
        words::HONEST_LOOKS,
        words::HONEST_WRONG,
        words::HONEST_MISSED,
        words::HONEST_BLIND,
        words::HONEST_LONG,
        words::HONEST_AVERAGE,
    ];
    let facts = facts.map(|fact| view! { <li>{say(fact)}</li> }).collect_view();
    view! {
        <Disclosure summary=say(words::HONEST)>
            <ul class="compare__facts">{facts}</ul>
            <Receipts rules=vec!["X25", "R0.25", "R0.26"] />
        </Disclosure>
    }
}
