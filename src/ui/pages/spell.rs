//! Illness, a holiday or a flare-up: how it is told in a tap, what then holds, and the tap that
//! ends it.

use leptos::prelude::*;

use crate::{
    app::{
        event::Event,
        spells::{SpellEvent, SpellShown},
    },
    browser::{
        document as page,
        intl::{self, DateStyle},
        random,
    },
    content::phrases::{Phrase, spell as words},
    domain::{
        spell::{Spell, SpellEnd, SpellKind},
        time::Day,
    },
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind},
            disclosure::Disclosure,
            field::TextField,
            notice::Notice,
        },
        runtime::{Runtime, runtime},
        sources::Receipts,
        words::{fill, language, say},
    },
};

fn tell(runtime: Runtime, event: SpellEvent) {
    runtime.dispatch(Event::Spell(event));
}

/// What was pressed goes away with the press, so the focus moves to what came in its place.
fn begin(runtime: Runtime, kind: SpellKind) {
    let mut chance = [0; 10];
    random::fill(&mut chance);
    tell(runtime, SpellEvent::Began { kind, chance });
    request_animation_frame(|| page::focus("#spell"));
}

fn end(runtime: Runtime, event: SpellEvent) {
    tell(runtime, event);
    request_animation_frame(|| page::focus("main h1"));
}

/// What holds now; nothing at all on an ordinary day.
#[component]
pub(super) fn SpellCard() -> impl IntoView {
    let shown = runtime().memo(crate::app::model::Model::spell_shown);
    let date = |day: Day| intl::date(day, language(), DateStyle::Long);
    let inside = move || {
        shown.get().map(|shown| match shown {
            SpellShown::Holds { spell, today } => view! { <Held spell today /> }.into_any(),
            SpellShown::FeverJustGone { opens } => view! {
                <Notice title=say(words::GONE_TITLE)>
                    <p>{fill(words::GONE_TEXT, &[("date", &date(opens))])}</p>
                </Notice>
            }
            .into_any(),
            SpellShown::JustBehind { .. } => view! {
                <Notice title=say(words::BEHIND_TITLE)>
                    <p>{say(words::BEHIND_TEXT)}</p>
                    <Receipts rules=vec!["X18"] />
                </Notice>
            }
            .into_any(),
        })
    };
    view! { <div role="status">{inside}</div> }
}

/// Title, sentence and the words of the tap that ends it.
fn told(kind: SpellKind) -> [Phrase; 3] {
    match kind {
        SpellKind::Ill => [words::ILL_TITLE, words::ILL_TEXT, words::ILL_OVER],
        SpellKind::Fever => [words::FEVER_TITLE, words::FEVER_TEXT, words::FEVER_OVER],
        SpellKind::HolidayRest => [words::REST_TITLE, words::REST_TEXT, words::HOLIDAY_OVER],
        SpellKind::HolidayShort => [words::SHORT_TITLE, words::SHORT_TEXT, words::HOLIDAY_OVER],
        SpellKind::FlareUp => [words::FLARE_TITLE, words::FLARE_TEXT, words::FLARE_OVER],
    }
}

#[component]
fn Held(spell: Spell, today: bool) -> impl IntoView {
    let runtime = runtime();
    let [title, text, over] = told(spell.kind).map(say);
    let date = |day: Day| intl::date(day, language(), DateStyle::DayMonth);
    let since = match spell.end {
        SpellEnd::On(until) => {
            let parts = [("date", &*date(spell.from)), ("until", &*date(until.before()))];
            fill(words::SINCE_UNTIL, &parts)
        }
        _ => fill(words::SINCE, &[("date", &date(spell.from))]),
    };
    let rules = match spell.kind {
        SpellKind::Fever | SpellKind::Ill => vec!["X18", "X24"],
        SpellKind::FlareUp => vec!["X15", "X16"],
        SpellKind::HolidayRest | SpellKind::HolidayShort => vec!["X18", "X32"],
    };
    let fever = (spell.kind == SpellKind::Fever).then(|| {
        let href = format!("#{}", Route::Safety.path());
        view! { <p><a href=href>{say(words::FEVER_WARNING)}</a></p> }
    });
    let worse = (spell.kind == SpellKind::Ill).then(|| {
        let on_press = move |()| begin(runtime, SpellKind::Fever);
        view! { <Button label=say(words::ILL_FEVER) on_press /> }
    });
    let withdraw = today.then(|| {
        let on_press = move |()| end(runtime, SpellEvent::Withdrawn);
        view! { <Button label=say(words::WITHDRAW) kind=ButtonKind::Quiet on_press /> }
    });
    view! {
        <article class="card card--chosen spell">
            <h2 class="card__title" id="spell" tabindex="-1">{title}</h2>
            <p>{text}</p>
            {fever}
            <p class="note">{since}</p>
            {spell.kind.is_holiday().then(|| view! { <LastDay spell /> })}
            <Receipts rules />
            <div class="card__actions">
                <Button label=over on_press=move |()| end(runtime, SpellEvent::Over) />
                {worse}
                {withdraw}
            </div>
        </article>
    }
}

/// The last day of a holiday, for whoever knows it.
#[component]
fn LastDay(spell: Spell) -> impl IntoView {
    let runtime = runtime();
    let set = match spell.end {
        SpellEnd::On(until) => until.before().iso(),
        _ => String::new(),
    };
    let typed = RwSignal::new(set);
    let wrong = RwSignal::new(false);
    let write = move |text: String| {
        let day = Day::parse(&text);
        let late = day.is_some_and(|day| day < runtime.moment().day());
        wrong.set(late);
        // A day half typed is no day yet, and changes nothing.
        if !late && (day.is_some() || text.is_empty()) {
            tell(runtime, SpellEvent::SetEnd(day.map(|day| day.plus(1))));
        }
        typed.set(text);
    };
    view! {
        <TextField
            id="spell-until"
            kind="date"
            label=say(words::UNTIL_LABEL)
            hint=say(words::UNTIL_HINT)
            value=typed
            error=MaybeProp::derive(move || wrong.get().then(|| say(words::UNTIL_WRONG)))
            on_input=write
        />
    }
}

/// Folded away, and gone while one holds.
#[component]
pub(super) fn SpellStart() -> impl IntoView {
    let runtime = runtime();
    let free = runtime
        .memo(|model, now| !matches!(model.spell_shown(now), Some(SpellShown::Holds { .. })));
    let kinds = [
        (SpellKind::Ill, words::ILL),
        (SpellKind::Fever, words::FEVER),
        (SpellKind::HolidayRest, words::HOLIDAY_REST),
        (SpellKind::HolidayShort, words::HOLIDAY_SHORT),
        (SpellKind::FlareUp, words::FLARE_UP),
    ];
    move || {
        free.get().then(|| {
            let buttons = kinds.map(|(kind, word)| {
                let on_press = move |()| begin(runtime, kind);
                view! { <Button label=say(word) wide=true on_press /> }
            });
            view! {
                <Disclosure summary=say(words::TITLE)>
                    <p class="note">{say(words::HINT)}</p>
                    <div class="stack">{buttons.collect_view()}</div>
                </Disclosure>
            }
        })
    }
}
