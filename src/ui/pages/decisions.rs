//! Where somebody stands on each ladder, and what they decided when.

use leptos::prelude::*;

use super::{
    proposal_words::{dose, title_of},
    proposals::review_word,
};
use crate::{
    app::{
        model::Model,
        view::progress::{Made, Rung},
    },
    browser::intl::{self, DateStyle},
    content::phrases::{self, decisions as words},
    route::Route,
    ui::{
        components::{
            button::{ButtonKind, ButtonLink},
            empty::Empty,
            header::PageHeader,
            icon::Icon,
            row::{Row, Rows},
        },
        runtime::runtime,
        words::{fill, language, read, say},
    },
};

#[component]
pub(super) fn Decisions() -> impl IntoView {
    let runtime = runtime();
    let steps = runtime.memo(Model::rungs);
    let made = runtime.memo(|model, _| model.made());
    let inside = move || {
        let (steps, made) = (steps.get(), made.get());
        if steps.is_empty() && made.is_empty() {
            return view! { <Nothing /> }.into_any();
        }
        view! {
            {(!steps.is_empty()).then(|| view! {
                <section class="section">
                    <h2>{say(words::STEPS_TITLE)}</h2>
                    <Rows>{steps.into_iter().map(|rung| view! { <Step rung /> }).collect_view()}</Rows>
                </section>
            })}
            {(!made.is_empty()).then(|| view! {
                <section class="section">
                    <h2>{say(words::MADE_TITLE)}</h2>
                    <Rows>{made.into_iter().map(|made| view! { <Decided made /> }).collect_view()}</Rows>
                </section>
            })}
        }
        .into_any()
    };
    view! {
        <div class="page">
            <PageHeader title=say(words::TITLE) lead=say(words::LEAD) />
            {inside}
        </div>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    view! {
        <Empty icon=Icon::History title=say(words::EMPTY_TITLE) text=say(words::EMPTY_TEXT)>
            <ButtonLink
                label=say(phrases::app::TO_TODAY)
                href=format!("#{}", Route::Today.path())
                kind=ButtonKind::Primary
            />
        </Empty>
    }
}

#[component]
fn Step(rung: Rung) -> impl IntoView {
    let Rung { exercise, mode, place, most, after, variant, advised } = rung;
    let number = (place + 1).to_string();
    let most = most.to_string();
    let dose = dose(&exercise.id, mode, place);
    let parts = [("n", number.as_str()), ("most", most.as_str()), ("dose", dose.as_str())];
    let step = match after {
        None => fill(words::STEP, &parts),
        Some(after) => {
            let after = read(after);
            let [n, most, dose] = parts;
            fill(words::LAST_STEP, &[n, most, dose, ("after", &after)])
        }
    };
    let detail = match variant {
        None => step,
        Some(variant) => fill(words::VARIANT, &[("step", &step), ("name", &read(&variant.name))]),
    };
    let detail = if advised { say(phrases::advised_plan::RUNG) } else { detail };
    let href = format!("#{}", Route::Exercise(exercise.id.clone()).path());
    view! { <Row title=read(&exercise.plain_name) detail href /> }
}

#[component]
fn Decided(made: Made) -> impl IntoView {
    let (day, title, answer) = match made {
        Made::Decision(decision) => {
            let answer = if decision.accepted { words::ACCEPTED } else { words::DECLINED };
            (decision.day, title_of(&decision.proposed), say(answer))
        }
        Made::Review(answer) => {
            let word = review_word(answer.word).to_lowercase();
            (answer.day, fill(words::REVIEWED, &[("word", &word)]), String::new())
        }
    };
    let date = intl::date(day, language(), DateStyle::Short);
    view! { <Row title detail=date end=move || answer.clone() /> }
}
