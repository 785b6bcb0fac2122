//! Which exercises, movements and muscles were trained, how often and how long.

use leptos::prelude::*;

use super::parts::{NothingYet, PeriodChoice, PrintButton, back, list_picture, numbers};
use crate::{
    app::view::insight::{TrainedPicture, list_plot, span},
    content::phrases::{insight as all_words, insight_trained as words},
    domain::insight::{Done, Period},
    route::Insight,
    ui::{
        components::{
            chart::{Chart, Numbers},
            header::PageHeader,
        },
        runtime::runtime,
        words::{fill, language, say},
        words_things::{movement, muscle},
    },
};

#[component]
pub(super) fn Exercises() -> impl IntoView {
    let runtime = runtime();
    let period = RwSignal::new(Period::SixWeeks);
    let trained = runtime.memo(move |model, now| model.trained_picture(period.get(), now));
    let begun = Memo::new(move |_| trained.read().is_some());
    let charts = move || trained.get().map(|trained| view! { <Lists trained /> });
    let content = move || {
        if begun.get() {
            view! {
                <PeriodChoice period />
                {charts}
                <PrintButton />
            }
            .into_any()
        } else {
            view! { <NothingYet /> }.into_any()
        }
    };
    view! {
        <div class="page insight">
            <PageHeader title=say(words::PAGE_TITLE) back=back(Insight::Exercises) />
            {content}
        </div>
    }
}

#[component]
fn Lists(trained: TrainedPicture) -> impl IntoView {
    let language = language();
    let of_exercises = trained.of_exercises(language);
    if trained.exercises.is_empty() {
        return view! { <Chart title=say(words::EXERCISES) sentence=of_exercises /> }.into_any();
    }
    let exercises: Vec<String> =
        trained.exercises.iter().map(|done| done.of.read(language)).collect();
    let movements: Vec<String> = trained.movements.iter().map(|done| movement(done.of)).collect();
    let muscles: Vec<String> = trained.muscles.iter().map(|done| muscle(done.of)).collect();
    let first = |names: &[String]| names.first().cloned().unwrap_or_default();
    let of_movements = trained.of_movements(&first(&movements), language);
    let of_muscles = trained.of_muscles(&first(&muscles), language);
    view! {
        {list(say(words::EXERCISES), of_exercises, &trained.exercises, &exercises)}
        {list(say(words::MOVEMENTS), of_movements, &trained.movements, &movements)}
        {list(say(words::MUSCLES), of_muscles, &trained.muscles, &muscles)}
        <p class="note">{say(words::HELD_NOTE)}</p>
    }
    .into_any()
}

fn list<T>(title: String, sentence: String, list: &[Done<T>], names: &[String]) -> AnyView {
    if list.is_empty() {
        return view! { <Chart title sentence /> }.into_any();
    }
    let (plot, shown) = list_plot(list);
    let picture = Some(list_picture(&plot, &names[..shown]));
    let top = fill(words::TOP, &[("n", &shown.to_string())]);
    let sentence = if shown < list.len() { format!("{sentence} {top}") } else { sentence };
    let head = vec![title.clone(), say(all_words::SESSIONS), say(words::HELD)];
    let row = |(done, name): (&Done<T>, &String)| {
        vec![name.clone(), done.sessions.to_string(), span(done.held, language())]
    };
    let rows: Vec<_> = list.iter().zip(names).map(row).collect();
    let summary = numbers(&title);
    view! {
        <Chart title sentence picture numbers=summary>
            <Numbers head rows />
        </Chart>
    }
    .into_any()
}
