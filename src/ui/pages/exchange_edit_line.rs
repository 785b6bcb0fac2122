//! One exercise of a plan being changed: do or do not, how much, with what, how often, and why.

use leptos::prelude::*;

use super::routine_block::Block;
use crate::{
    content::phrases::{self, edit_plan as words, routine as numbers},
    domain::{
        advice::{LineNote, Load, Weekly, draft::Beside, loads},
        exercise::Exercise,
        routine::draft::{Draft, Step},
    },
    ui::{
        components::{
            choice::Choice, field::TextField, number::NumberField, segmented::Segmented,
            switch::Switch,
        },
        runtime::runtime,
        words::{fill, read, say},
    },
};

#[component]
pub(super) fn EditedLine(
    draft: RwSignal<Draft>,
    beside: RwSignal<Beside>,
    key: u32,
) -> impl IntoView {
    let exercise = runtime().peek(|model| {
        let id = draft.read_untracked().block(key).map(|block| block.exercise.clone());
        model.catalogue.exercise(&id?)
    });
    let leave = Memo::new(move |_| beside.read().extra(key).leave);
    let turn = move |on| beside.write().lines.entry(key).or_default().leave = on;
    let label = move || {
        let name = exercise.map(|exercise| read(&exercise.plain_name)).unwrap_or_default();
        format!("{name}: {}", say(words::LEAVE).to_lowercase())
    };
    let note = move || beside.read().extra(key).note;
    let most = LineNote::LONGEST.to_string();
    view! {
        <Block draft key hide_dose=leave>
            <Switch label=label() hint=say(words::LEAVE_HINT) on=leave on_change=turn />
            <Show when=move || !leave.get()>
                {exercise.map(|exercise| view! { <Loaded beside key exercise /> })}
                <Often beside key />
            </Show>
            <TextField
                id=format!("line-note-{key}")
                label=say(words::LINE_NOTE)
                hint=fill(words::LINE_NOTE_HINT, &[("most", &most)])
                value=Signal::derive(note)
                on_input=move |text| beside.write().lines.entry(key).or_default().note = text
            />
        </Block>
    }
}

/// Only where the exercise has a way with weight or a band.
#[component]
fn Loaded(beside: RwSignal<Beside>, key: u32, exercise: &'static Exercise) -> impl IntoView {
    let ways = loads(exercise).map(|way| (Load::With(way.id.clone()), read(&way.name)));
    let ways: Vec<_> = ways.collect();
    (!ways.is_empty()).then(|| {
        let plain =
            [(Load::AsItIs, say(words::LOAD_AS_IS)), (Load::Without, say(words::LOAD_WITHOUT))];
        let choices = plain.into_iter().chain(ways);
        let choices = choices.map(|(load, label)| Choice::new(load, label)).collect();
        view! {
            <Segmented
                name=format!("load-{key}")
                legend=say(words::LOAD)
                choices
                chosen=Signal::derive(move || beside.read().extra(key).load)
                on_choose=move |load| beside.write().lines.entry(key).or_default().load = load
            />
        }
    })
}

#[component]
fn Often(beside: RwSignal<Beside>, key: u32) -> impl IntoView {
    let times = Memo::new(move |_| beside.read().extra(key).weekly.map_or(0, Weekly::times));
    let value = move || match times.get() {
        0 => say(words::WEEKLY_NONE),
        n => fill(words::WEEKLY_VALUE, &[("n", &n.to_string())]),
    };
    let number = say(words::WEEKLY);
    let button = |phrase| fill(numbers::NUMBER_OF, &[("name", &say(phrase)), ("number", &number)]);
    view! {
        <NumberField
            id=format!("weekly-{key}")
            label=number.clone()
            value=Signal::derive(value)
            less=button(phrases::common::LESS)
            more=button(phrases::common::MORE)
            on_less=move |()| beside.write().press_weekly(key, Step::Less)
            on_more=move |()| beside.write().press_weekly(key, Step::More)
            at_least=Signal::derive(move || times.get() == 0)
            at_most=Signal::derive(move || times.get() == Weekly::MOST)
        />
    }
}
