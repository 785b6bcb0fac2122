//! The choices that a plan rests on, each kept as soon as it is made.

use leptos::prelude::*;

use super::{
    plan_words::anchored,
    wishes::{WishChips, flip},
};
use crate::{
    app::{event::Event, view::usual_week::anchor_phrase},
    browser::{
        intl::{self, DateStyle},
        random,
    },
    content::phrases::plan as words,
    domain::{
        exercise::Equipment,
        planning::{
            choices::{
                Anchor, AnchorMoment, Choices, Comparison, MOST_PROGRAMMES, Minutes, OwnMoment,
                TimeOfDay, Weekday,
            },
            method::Method,
        },
        programme::ProgrammeId,
        time::Day,
    },
    ui::{
        components::{
            chips::Chips,
            choice::{Choice, ChooseOne},
            disclosure::Disclosure,
            field::TextField,
            segmented::Segmented,
        },
        runtime::{Runtime, runtime},
        words::{equipment, fill, language, read, say},
    },
};

/// The things that the exercises ask for and a home may lack.
const THINGS: [Equipment; 8] = [
    Equipment::Mat,
    Equipment::Chair,
    Equipment::Wall,
    Equipment::Step,
    Equipment::Bench,
    Equipment::Box,
    Equipment::TwoMetres,
    Equipment::TenMetres,
];

/// The choices, followed; and a way to change them.
#[derive(Clone, Copy)]
struct Held {
    runtime: Runtime,
    choices: Memo<Choices>,
}

impl Held {
    fn change(self, change: impl FnOnce(&mut Choices)) {
        let mut choices = self.choices.get_untracked();
        change(&mut choices);
        self.runtime.dispatch(Event::ChangedPlan(Box::new(choices)));
    }
}

#[component]
pub(super) fn PlanChoices() -> impl IntoView {
    let runtime = runtime();
    let choices = runtime.memo(|model, _| model.choices().cloned().unwrap_or_default());
    let held = Held { runtime, choices };
    let wish = move |changed: Choices| runtime.dispatch(Event::ChangedPlan(Box::new(changed)));
    view! {
        <section class="section">
            <h2>{say(words::CHOICES)}</h2>
            <p class="note">{say(words::KEPT)}</p>
            <div class="card plan__choices">
                <WishChips choices=choices on_change=wish />
                <Days held />
                <Time held />
                <AnchorChoice held />
            </div>
            <div class="card plan__choices">
                <Disclosure summary=say(words::EQUIPMENT_LEGEND)><Things held /></Disclosure>
                <Disclosure summary=say(words::SPORT_LEGEND)><Sport held /></Disclosure>
                <Disclosure summary=say(words::METHOD_LEGEND)><MethodChoice held /></Disclosure>
                <Disclosure summary=say(words::OWN_LEGEND)><Own held /></Disclosure>
            </div>
        </section>
    }
}

/// "ma", from a Monday that everybody had.
fn weekday_name(weekday: Weekday) -> String {
    let place = Weekday::ALL.iter().position(|one| *one == weekday).unwrap_or_default();
    let mut week = Day::of(0, 0).monday().next_days(7);
    week.nth(place).map_or_else(String::new, |day| intl::date(day, language(), DateStyle::Weekday))
}

fn weekdays() -> Vec<Choice<Weekday>> {
    Weekday::ALL.iter().map(|day| Choice::new(*day, weekday_name(*day))).collect()
}

#[component]
fn Days(held: Held) -> impl IntoView {
    let chosen =
        Signal::derive(move || held.choices.read().days.iter().copied().collect::<Vec<_>>());
    let toggle = move |day: Weekday| held.change(|choices| flip(&mut choices.days, day));
    view! {
        <section class="section">
            <h3>{say(words::DAYS_LEGEND)}</h3>
            <Chips label=say(words::DAYS_LEGEND) choices=weekdays() chosen on_toggle=toggle />
            <p class="note">{say(words::DAYS_HINT)}</p>
        </section>
    }
}

#[component]
fn Time(held: Held) -> impl IntoView {
    let choices = std::iter::once(Choice::new(None, say(words::MINUTES_ANY)))
        .chain(
            Minutes::ALL
                .iter()
                .map(|one| Choice::new(Some(*one), crate::ui::words::minutes(one.seconds()))),
        )
        .collect();
    let chosen = Signal::derive(move || held.choices.read().minutes);
    let choose = move |minutes| held.change(|choices| choices.minutes = minutes);
    let legend = say(words::MINUTES_LEGEND);
    view! { <Segmented name="minutes" legend choices chosen on_choose=choose /> }
}

#[component]
fn AnchorChoice(held: Held) -> impl IntoView {
    let moments = AnchorMoment::ALL.iter().map(|one| Choice::new(*one, say(anchor_phrase(*one))));
    let chosen = Signal::derive(move || match held.choices.read().anchor {
        Some(Anchor::Moment(moment)) => vec![moment],
        _ => Vec::new(),
    });
    let pick = move |one: AnchorMoment| {
        held.change(|choices| {
            let this = Anchor::Moment(one);
            choices.anchor = (choices.anchor.as_ref() != Some(&this)).then_some(this);
        });
    };
    // What is typed stays as it was typed; only what reads as a moment is kept.
    let typed = RwSignal::new(match held.choices.get_untracked().anchor {
        Some(Anchor::Own(own)) => own.as_str().to_owned(),
        _ => String::new(),
    });
    let wrong = RwSignal::new(false);
    let write = move |text: String| {
        let own = OwnMoment::new(text.trim());
        wrong.set(own.is_none() && !text.trim().is_empty());
        typed.set(text);
        if own.is_some() || typed.read_untracked().trim().is_empty() {
            held.change(|choices| choices.anchor = own.map(Anchor::Own));
        }
    };
    let sentence = move || {
        let moment = anchored(held.choices.read().anchor.as_ref()?);
        Some(fill(words::ANCHOR_SENTENCE, &[("moment", &moment)]))
    };
    let error = move || wrong.get().then(|| say(words::ANCHOR_WRONG));
    view! {
        <section class="section">
            <h3>{say(words::ANCHOR_LEGEND)}</h3>
            <Chips label=say(words::ANCHOR_LEGEND) choices=moments.collect() chosen on_toggle=pick />
            <TextField
                id="anchor"
                label=say(words::ANCHOR_OWN)
                hint=say(words::ANCHOR_HINT)
                value=typed
                error=MaybeProp::derive(error)
                on_input=write
            />
            <p class="plan__sentence" role="status">{sentence}</p>
        </section>
    }
}

#[component]
fn Things(held: Held) -> impl IntoView {
    let things = THINGS.iter().map(|one| Choice::new(*one, equipment(*one))).collect();
    let chosen = Signal::derive(move || {
        let choices = held.choices.read();
        THINGS.iter().copied().filter(|thing| choices.has(*thing)).collect::<Vec<_>>()
    });
    let toggle = move |thing: Equipment| {
        held.change(|choices| {
            // The first press makes what a home has into somebody's own list.
            let all = Equipment::ALL.iter().copied();
            let mut there = all.filter(|one| choices.has(*one)).collect();
            flip(&mut there, thing);
            choices.equipment = Some(there);
        });
    };
    view! { <Chips label=say(words::EQUIPMENT_LEGEND) choices=things chosen on_toggle=toggle /> }
}

/// 18:00, until somebody says otherwise. Our choice.
const EVENING: u16 = 18 * 60;

#[component]
fn Sport(held: Held) -> impl IntoView {
    let chosen =
        Signal::derive(move || held.choices.read().sport.keys().copied().collect::<Vec<_>>());
    let days = Memo::new(move |_| chosen.get());
    let toggle = move |day: Weekday| {
        held.change(|choices| {
            if choices.sport.remove(&day).is_none() {
                choices.sport.extend(TimeOfDay::new(EVENING).map(|time| (day, time)));
            }
        });
    };
    let field = move |day: Weekday| {
        let value = Signal::derive(move || {
            held.choices.read().sport.get(&day).map(|time| time.text()).unwrap_or_default()
        });
        let write = move |text: String| {
            if let Some(time) = TimeOfDay::parse(&text) {
                held.change(|choices| _ = choices.sport.insert(day, time));
            }
        };
        let label = fill(words::SPORT_TIME, &[("day", &weekday_name(day))]);
        view! { <TextField id=format!("sport-{}", day.slug()) label value on_input=write kind="time" /> }
    };
    view! {
        <div class="stack">
            <p class="note">{say(words::SPORT_HINT)}</p>
            <Chips label=say(words::SPORT_LEGEND) choices=weekdays() chosen on_toggle=toggle />
            <For each=move || days.get() key=|day| *day let:day>{field(day)}</For>
        </div>
    }
}

/// What can be chosen; the seed of a fairer order is drawn when it is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Order {
    ByDay,
    Fairer,
    Only(Method),
}

#[component]
fn MethodChoice(held: Held) -> impl IntoView {
    let orders = vec![
        Choice::new(Order::ByDay, say(words::METHOD_BY_DAY)),
        Choice::new(Order::Fairer, say(words::METHOD_FAIRER)),
        Choice::new(Order::Only(Method::Static), say(words::METHOD_ONLY_STATIC)),
        Choice::new(Order::Only(Method::Pnf), say(words::METHOD_ONLY_PNF)),
    ];
    let chosen = Signal::derive(move || {
        Some(match held.choices.read().comparison {
            Comparison::ByDay => Order::ByDay,
            Comparison::Fairer { .. } => Order::Fairer,
            Comparison::Off { keep } => Order::Only(keep),
        })
    });
    let choose = move |order| {
        let comparison = match order {
            Order::ByDay => Comparison::ByDay,
            Order::Only(keep) => Comparison::Off { keep },
            Order::Fairer => {
                let mut seed = [0; 4];
                random::fill(&mut seed);
                Comparison::Fairer { seed: u32::from_be_bytes(seed) }
            }
        };
        let today = held.runtime.moment().day();
        held.change(|choices| match comparison {
            Comparison::Off { keep } => choices.keep_method(keep, today),
            order => choices.compare_by(order, today),
        });
    };
    view! {
        <div class="stack">
            <p class="note">{say(words::METHOD_HINT)}</p>
            <ChooseOne name="method" legend=say(words::METHOD_LEGEND) choices=orders chosen on_choose=choose />
        </div>
    }
}

#[component]
fn Own(held: Held) -> impl IntoView {
    let programmes = held.runtime.peek(|model| &model.catalogue.programmes);
    let choices =
        programmes.iter().map(|one| Choice::new(one.id.clone(), read(&one.plain_name))).collect();
    let chosen = Signal::derive(move || held.choices.read().programmes.clone());
    let toggle = move |id: ProgrammeId| {
        held.change(|choices| {
            let there = choices.programmes.iter().position(|one| *one == id);
            match there {
                Some(place) => _ = choices.programmes.remove(place),
                None if choices.programmes.len() < MOST_PROGRAMMES => choices.programmes.push(id),
                None => {}
            }
        });
    };
    view! {
        <div class="stack">
            <p class="note">{say(words::OWN_HINT)}</p>
            <Chips label=say(words::OWN_LEGEND) choices chosen on_toggle=toggle />
        </div>
    }
}
