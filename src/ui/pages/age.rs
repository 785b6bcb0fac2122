//! The question about age, on the welcome and in the settings.

use leptos::prelude::*;

use super::settings_fields::save;
use crate::{
    app::view::{receipts, settings::birth_year},
    content::phrases::age as words,
    domain::settings::{Age, AgeBand},
    ui::{
        components::{
            choice::{Choice, ChooseOne},
            disclosure::Disclosure,
            field::TextField,
            notice::{Notice, NoticeKind},
        },
        runtime::runtime,
        sources::Receipts,
        words::say,
    },
};

/// A rough answer is enough; a year is for who wants the doses to follow.
#[component]
pub(super) fn AgeQuestion() -> impl IntoView {
    let runtime = runtime();
    let band = runtime.memo(|model, now| model.settings.age.band(now.day().year()));
    let choices = vec![
        Choice::new(AgeBand::Under16, say(words::UNDER_16)),
        Choice::new(AgeBand::SixteenSeventeen, say(words::SIXTEEN)),
        Choice::new(AgeBand::Adult, say(words::ADULT)),
        Choice::new(AgeBand::SixtyFivePlus, say(words::SENIOR)),
    ];
    let choose = move |band| save(runtime, |settings| settings.age = Age::Band(band));
    view! {
        <div class="stack">
            <ChooseOne name="age" legend=say(words::LEGEND) choices chosen=band on_choose=choose pair=true />
            <p class="note">{say(words::WHY)}</p>
            <Year />
            {move || {
                (band.get() == Some(AgeBand::SixteenSeventeen)).then(|| view! { <Together /> })
            }}
        </div>
    }
}

#[component]
fn Year() -> impl IntoView {
    let runtime = runtime();
    let age = runtime.memo(|model, _| model.settings.age);
    let known = match age.get_untracked() {
        Age::BirthYear(year) => Some(year.value().to_string()),
        Age::Unknown | Age::Band(_) => None,
    };
    let open = known.is_some();
    let typed = RwSignal::new(known.unwrap_or_default());
    // A band chosen later takes the place of the year.
    Effect::new(move || {
        if matches!(age.get(), Age::Band(_)) {
            typed.set(String::new());
        }
    });
    let this_year = move || runtime.moment().day().year();
    let on_input = move |text: String| {
        if let Some(age) = birth_year(&text, this_year()) {
            save(runtime, |settings| settings.age = age);
        }
        typed.set(text);
    };
    // Nobody is told off while the year is still being typed.
    let error = move || {
        let text = typed.get();
        let wrong = text.trim().chars().count() >= 4 && birth_year(&text, this_year()).is_none();
        wrong.then(|| say(words::YEAR_WRONG))
    };
    view! {
        <Disclosure summary=say(words::YEAR_SUMMARY) open>
            <TextField
                id="birth-year"
                label=say(words::YEAR)
                value=typed
                on_input
                hint=say(words::YEAR_HINT)
                error=MaybeProp::derive(error)
                kind="number"
            />
        </Disclosure>
    }
}

/// Sixteen and seventeen: not alone (X31).
#[component]
pub(super) fn Together() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Warning title=say(words::TOGETHER_TITLE)>
            <p>{say(words::TOGETHER_TEXT)}</p>
            <Receipts rules=receipts::NOT_ALONE />
        </Notice>
    }
}

/// Under sixteen: not at all, and why (X31).
#[component]
pub(super) fn TooYoung() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Warning title=say(words::TOO_YOUNG_TITLE) urgent=true>
            <p>{say(words::TOO_YOUNG_TEXT)}</p>
            <Receipts rules=receipts::UNDER_SIXTEEN />
        </Notice>
    }
}
