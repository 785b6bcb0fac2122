//! One group of the health questions: yes and no in sight, doubt behind a fold, and what a yes asks on.

use leptos::prelude::*;

use crate::{
    app::view::screening::{Form, Subject, Tick, follow_ups, tick, ticked},
    content::phrases::{self, screening as words},
    domain::{
        clearance::Answers, exercise::Condition, record::Answer, screening::ScreeningQuestion,
    },
    ui::{
        components::{
            button::Button,
            choice::{Choice, ChooseMany, ChooseOne},
            disclosure::Disclosure,
            icon::Icon,
        },
        words::{read, say},
    },
};

#[component]
pub(super) fn Group(
    form: Form,
    subject: Subject,
    answers: RwSignal<Answers>,
    /// "None of these": the whole group is answered, and the next one comes.
    #[prop(into)]
    on_deny: Callback<()>,
) -> impl IntoView {
    let title = say(match subject {
        Subject::Feeling => words::FEELING,
        Subject::Illness => words::ILLNESS,
        Subject::Movement => words::MOVEMENT,
        Subject::Complaints => words::COMPLAINTS,
        Subject::Health => words::HEALTH,
    });
    let questions = form.questions(subject).into_iter();
    let floor = Memo::new(move |_| form.asks_floor(subject, &answers.read()));
    view! {
        <section class="section">
            <h2 id="group" tabindex="-1">
                {title}
            </h2>
            <p class="note">{say(words::NONE_HINT)}</p>
            <Button label=say(words::NONE_OF_THESE) icon=Icon::Check big=true on_press=on_deny />
            <div class="safety__questions">
                {questions.map(|question| view! { <Question form question answers /> }).collect_view()}
                {move || {
                    floor
                        .get()
                        .then(|| {
                            let id = Condition::NoFloor.slug();
                            view! {
                                <div class="card safety__question">
                                    <YesNo id text=say(words::FLOOR) help=None answers />
                                </div>
                            }
                        })
                }}
            </div>
        </section>
    }
}

/// One question, and after a yes what is asked on.
#[component]
fn Question(
    form: Form,
    question: &'static ScreeningQuestion,
    answers: RwSignal<Answers>,
) -> impl IntoView {
    let ticks = Memo::new(move |_| form.ticks(question, &answers.read()));
    let more = Memo::new(move |_| follow_ups(question, &answers.read()));
    let asks_on = Memo::new(move |_| !more.read().is_empty());
    view! {
        <div class="card safety__question">
            <YesNo id=&question.id text=read(&question.text) help=question.help.as_ref().map(read) answers />
            {move || asks_on.get().then(|| view! { <p class="lead">{say(words::MORE)}</p> })}
            <For each=move || more.get() key=|follow| follow.id.as_str() let:follow>
                <YesNo id=&follow.id text=read(&follow.text) help=None answers />
            </For>
            {move || {
                let ticks = ticks.get();
                (!ticks.is_empty()).then(|| view! { <Ticks ticks answers /> })
            }}
        </div>
    }
}

/// What holds of a list, with "none of these" at its end.
#[component]
fn Ticks(ticks: Vec<Tick>, answers: RwSignal<Answers>) -> impl IntoView {
    let key = ticks.first().map(|tick| tick.key.clone());
    let none = Choice::new(None, say(words::WHICH_NONE));
    let choices = ticks
        .iter()
        .map(|tick| {
            let choice = Choice::new(Some(tick.key.clone()), read(tick.text));
            match tick.effect {
                Some(effect) => choice.hint(read(effect)),
                None => choice,
            }
        })
        .chain([none])
        .collect();
    let shown = ticks.clone();
    let chosen = Memo::new(move |_| ticked(&shown, &answers.read()));
    let on_toggle = move |(chosen, on): (Option<String>, bool)| {
        answers.update(|answers| tick(&ticks, chosen.as_deref(), on, answers));
    };
    view! {
        <div data-key=key>
            <ChooseMany legend=say(words::WHICH) choices chosen on_toggle />
        </div>
    }
}

/// Yes and no in sight; doubt behind a fold, so that it is no way around thinking.
#[component]
fn YesNo(
    id: &'static str,
    text: String,
    help: Option<String>,
    answers: RwSignal<Answers>,
) -> impl IntoView {
    let answer = Memo::new(move |_| answers.read().get(id).copied());
    let choose = move |answer| answers.update(|answers| _ = answers.insert(id.to_owned(), answer));
    let choices = vec![
        Choice::new(Answer::Yes, say(phrases::common::YES)),
        Choice::new(Answer::No, say(phrases::common::NO)),
    ];
    let in_doubt = answer.get_untracked() == Some(Answer::Unsure);
    let unsure = say(phrases::common::UNSURE);
    let heard = format!("{unsure}: {text}");
    view! {
        <ChooseOne name=id legend=text choices chosen=answer on_choose=choose pair=true />
        <Disclosure summary=say(words::DOUBT) open=in_doubt>
            {help.map(|help| view! { <p>{help}</p> })}
            // The same name makes it the third of the answers above.
            <label class="choice">
                <input
                    class="choice__mark"
                    type="radio"
                    name=id
                    aria-label=heard
                    prop:checked=move || answer.get() == Some(Answer::Unsure)
                    on:change=move |_| choose(Answer::Unsure)
                />
                <span class="choice__text">
                    <span class="choice__label">{unsure}</span>
                </span>
            </label>
        </Disclosure>
    }
}
