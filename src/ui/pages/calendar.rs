//! The usual week of a programme, for somebody's own calendar.

use leptos::prelude::*;

use super::workday::day_name;
use crate::{
    app::event::Event,
    browser::address,
    content::phrases::calendar as words,
    domain::{breaks::ClockTime, programme::ProgrammeId},
    ui::{
        components::{
            button::{Button, ButtonKind},
            field::TextField,
            icon::Icon,
        },
        runtime::runtime,
        words::{fill, say},
    },
};

/// Eight in the morning, until somebody chooses. Our choice.
pub(super) const USUAL: &str = "08:00";

#[component]
pub(super) fn InCalendar(id: ProgrammeId) -> impl IntoView {
    let runtime = runtime();
    let typed = RwSignal::new(USUAL.to_owned());
    let from = Memo::new(move |_| ClockTime::parse(&typed.get()));
    let programme = StoredValue::new(id.clone());
    let days = runtime.memo(move |model, now| {
        let week = model.usual_week(&id, ClockTime::of(now), now);
        week.into_iter().map(|planned| planned.day).collect::<Vec<_>>()
    });
    let fetch = move |()| {
        if let Some(from) = from.get_untracked() {
            let programme = programme.get_value();
            runtime.dispatch(Event::ClickedCalendar { programme, from, site: address::site() });
        }
    };
    let offer = move || {
        let days = days.get();
        if days.is_empty() {
            return view! { <p class="note">{say(words::LOCKED)}</p> }.into_any();
        }
        let count = days.len().to_string();
        let names = days.into_iter().map(day_name).collect::<Vec<_>>().join(", ");
        let wrong = move || from.get().is_none().then(|| say(words::TIME_WRONG));
        view! {
            <p>{fill(words::TEXT, &[("n", &count)])}</p>
            <p class="note">{fill(words::DAYS, &[("days", &names)])}</p>
            <TextField
                id="calendar-time"
                kind="time"
                label=say(words::TIME)
                value=typed
                error=MaybeProp::derive(wrong)
                on_input=move |text| typed.set(text)
            />
            <div>
                <Button
                    label=say(words::BUTTON)
                    kind=ButtonKind::Secondary
                    icon=Icon::Download
                    on_press=fetch
                />
            </div>
            <p class="note">{say(words::AGAIN)}</p>
        }
        .into_any()
    };
    view! {
        <section class="section">
            <h2>{say(words::TITLE)}</h2>
            <div class="card">{offer}</div>
        </section>
    }
}
