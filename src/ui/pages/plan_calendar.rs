//! The week of the plan, for somebody's own calendar.

use leptos::prelude::*;

use super::{calendar::USUAL, plan_words::anchored, workday::day_name};
use crate::{
    app::event::Event,
    browser::address,
    content::phrases::{calendar as words, paper},
    domain::breaks::ClockTime,
    ui::{
        components::{
            button::{Button, ButtonKind},
            field::TextField,
            icon::Icon,
        },
        runtime::runtime,
        sources::RuleTag,
        words::{fill, say},
    },
};

#[component]
pub(super) fn PlanInCalendar() -> impl IntoView {
    let runtime = runtime();
    let moment = runtime.memo(|model, _| model.choices()?.anchor.as_ref().map(anchored));
    // Who has a daily moment needs no clock to say when.
    let usual = if moment.get_untracked().is_some() { "" } else { USUAL };
    let typed = RwSignal::new(usual.to_owned());
    let wrong = Memo::new(move |_| {
        let typed = typed.get();
        (!typed.is_empty() && ClockTime::parse(&typed).is_none()).then(|| say(words::TIME_WRONG))
    });
    let days = runtime.memo(|model, now| {
        let week = model.settled_week(now);
        week.into_iter().map(|one| one.day).collect::<Vec<_>>()
    });
    let fetch = move |()| {
        if wrong.get_untracked().is_none() {
            let from = ClockTime::parse(&typed.get_untracked());
            runtime.dispatch(Event::ClickedPlanCalendar { from, site: address::site() });
        }
    };
    let offer = move || {
        let days = days.get();
        if days.is_empty() {
            return view! { <p class="note">{say(words::LOCKED)}</p> }.into_any();
        }
        let count = days.len().to_string();
        let names = days.into_iter().map(day_name).collect::<Vec<_>>().join(", ");
        let anchor = moment.get().map(|moment| fill(words::ANCHOR, &[("anchor", &moment)]));
        view! {
            <p>{fill(paper::CALENDAR_TEXT, &[("n", &count)])}</p>
            <p class="note">{fill(words::DAYS, &[("days", &names)])}</p>
            {anchor
                .map(|anchor| {
                    view! {
                        <div class="cluster">
                            <p class="note">{anchor}</p>
                            <RuleTag id="R1.28".to_owned() />
                        </div>
                    }
                })}
            <TextField
                id="calendar-time"
                kind="time"
                label=say(words::TIME)
                hint=say(paper::CALENDAR_TIME_HINT)
                value=typed
                error=MaybeProp::derive(move || wrong.get())
                on_input=move |text| typed.set(text)
            />
            <div>
                <Button
                    label=say(paper::CALENDAR_BUTTON)
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
