//! The fields of the settings: each shows one thing that is set, and keeps a change at once.

use leptos::prelude::*;

use crate::{
    app::{event::Event, view::settings::stepped},
    content::phrases::{self, Phrase},
    domain::settings::{Pause, Settings},
    ui::{
        components::{choice::Choice, number::NumberField, segmented::Segmented, switch::Switch},
        runtime::{Runtime, runtime},
        words::{duration, say},
    },
};

/// Changes one thing and leaves the rest as it is.
pub(super) fn save(runtime: Runtime, change: impl FnOnce(&mut Settings)) {
    let mut settings = runtime.peek(|model| model.settings.clone());
    change(&mut settings);
    runtime.dispatch(Event::ChangedSettings(settings));
}

/// A few words of which one holds; `of` says where it stands among the settings.
#[component]
pub(super) fn ChoiceField<T>(
    name: &'static str,
    legend: Phrase,
    choices: &'static [(T, Phrase)],
    of: fn(&mut Settings) -> &mut T,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let runtime = runtime();
    let chosen = runtime.memo(move |model, _| *of(&mut model.settings.clone()));
    let choices = choices.iter().map(|(value, label)| Choice::new(*value, say(*label))).collect();
    let on_choose = move |value| save(runtime, |settings| *of(settings) = value);
    view! { <Segmented name legend=say(legend) choices chosen on_choose /> }
}

/// Something that is on or off.
#[component]
pub(super) fn SwitchField(
    label: Phrase,
    hint: Phrase,
    of: fn(&mut Settings) -> &mut bool,
) -> impl IntoView {
    let runtime = runtime();
    let on = runtime.memo(move |model, _| *of(&mut model.settings.clone()));
    let on_change = move |on| save(runtime, |settings| *of(settings) = on);
    view! { <Switch label=say(label) hint=say(hint) on on_change /> }
}

/// One of the pauses.
#[component]
pub(super) fn PauseField<const MOST: u32>(
    id: &'static str,
    label: Phrase,
    of: fn(&mut Settings) -> &mut Pause<MOST>,
) -> impl IntoView {
    let runtime = runtime();
    let pause = runtime.memo(move |model, _| of(&mut model.settings.clone()).seconds());
    let step = move |more| {
        save(runtime, |settings| {
            let pause = of(settings);
            *pause = stepped(*pause, more);
        });
    };
    view! {
        <NumberField
            id
            label=say(label)
            value=Signal::derive(move || duration(pause.get()))
            less=named(phrases::common::LESS, label)
            more=named(phrases::common::MORE, label)
            on_less=move |()| step(false)
            on_more=move |()| step(true)
            at_least=Signal::derive(move || pause.get().0 == 0)
            at_most=Signal::derive(move || pause.get() == Pause::<MOST>::MOST)
        />
    }
}

/// "Minder: hoe hard", so that a button heard alone tells what it is about.
pub(super) fn named(action: Phrase, label: Phrase) -> String {
    format!("{}: {}", say(action), say(label))
}
