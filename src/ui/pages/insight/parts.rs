//! What the pages of insight share: the choice of a period, the way back, and charts in words.

use leptos::prelude::*;

use super::title;
use crate::{
    app::view::chart::{Anchor, Mark, Plot},
    browser::intl::{self, DateStyle},
    content::phrases::{self, insight as words},
    domain::{
        insight::{Bucket, Period, Step},
        time::Day,
    },
    route::{Insight, Route},
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            chart::{Outline, Picture, Word},
            choice::Choice,
            empty::Empty,
            header::BackLink,
            icon::Icon,
            segmented::Segmented,
        },
        runtime::runtime,
        words::{fill, language, say},
    },
};

/// Back to the first page, or from it to the history.
pub(super) fn back(page: Insight) -> BackLink {
    let (route, label) = match page {
        Insight::Weeks => (Route::History, phrases::nav::HISTORY),
        _ => (Route::Insight(Insight::Weeks), title(Insight::Weeks)),
    };
    BackLink { href: format!("#{}", route.path()), label: say(label) }
}

#[component]
pub(super) fn PeriodChoice(period: RwSignal<Period>) -> impl IntoView {
    let label = |period: Period| {
        say(match period {
            Period::SixWeeks => words::SIX_WEEKS,
            Period::ThreeMonths => words::THREE_MONTHS,
            Period::Year => words::ONE_YEAR,
            Period::All => words::ALL,
        })
    };
    let choices =
        Period::ALL.iter().map(|period| Choice::new(*period, label(*period))).collect::<Vec<_>>();
    view! {
        <div class="screen-only">
            <Segmented
                name="period"
                legend=say(words::PERIOD)
                choices
                chosen=period
                on_choose=move |chosen| period.set(chosen)
            />
        </div>
    }
}

/// Before the first session there is nothing to see.
#[component]
pub(super) fn NothingYet() -> impl IntoView {
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
pub(super) fn PrintButton() -> impl IntoView {
    let runtime = runtime();
    let on_press = move |()| runtime.dispatch(crate::app::event::Event::ClickedPrint);
    view! {
        <div class="screen-only">
            <Button label=say(phrases::print::BUTTON) icon=Icon::Printer on_press />
        </div>
    }
}

/// "Getallen: Pijn vooraf".
pub(super) fn numbers(title: &str) -> String {
    fill(words::NUMBERS, &[("title", title)])
}

/// "22 nov", "nov 2026", "2026".
fn day_in(day: Day, step: Step) -> String {
    match step {
        Step::Day | Step::Week => intl::date(day, language(), DateStyle::DayMonth),
        Step::Month => intl::date(day, language(), DateStyle::ShortMonth),
        Step::Year => day.year().to_string(),
    }
}

/// What a column of pieces is called.
pub(super) fn step_name(step: Step) -> String {
    say(match step {
        Step::Day => words::DAY,
        Step::Week => words::WEEK,
        Step::Month => words::MONTH,
        Step::Year => words::YEAR,
    })
}

/// A table over several years says the year of a week as well.
pub(in crate::ui::pages) fn row_name(bucket: Bucket, step: Step) -> String {
    match step {
        Step::Day | Step::Week => intl::date(bucket.first, language(), DateStyle::Short),
        _ => day_in(bucket.first, step),
    }
}

/// A plot in words: `up` names what stands beside the axis, `step` how the days below are written.
pub(in crate::ui::pages) fn picture(
    plot: &Plot,
    step: Step,
    up: impl Fn(u32) -> String,
) -> Picture {
    let beside = plot.up.iter().map(|tick| word(tick.x, tick.y, tick.anchor, up(tick.value)));
    let below =
        plot.across.iter().map(|tick| word(tick.x, tick.y, tick.anchor, day_in(tick.day, step)));
    drawn(plot, beside.chain(below).collect())
}

/// Lying bars, each with its name above it.
pub(super) fn list_picture(plot: &Plot, names: &[String]) -> Picture {
    let name = |place: u32| {
        let place = usize::try_from(place).unwrap_or_default();
        names.get(place).cloned().unwrap_or_default()
    };
    let words = plot.up.iter().map(|tick| word(tick.x, tick.y, tick.anchor, name(tick.value)));
    drawn(plot, words.collect())
}

/// Shapes alone.
pub(super) fn drawn(plot: &Plot, words: Vec<Word>) -> Picture {
    let path = |shape: &crate::app::view::chart::Shape| Outline {
        class: class(shape.mark),
        path: shape.path.clone(),
    };
    let paths = plot.shapes.iter().map(path).collect();
    Picture { width: plot.width, height: plot.height, paths, words }
}

fn word(x: i64, y: i64, anchor: Anchor, text: String) -> Word {
    let place = |tenths: i64| format!("{}.{}", tenths / 10, tenths.rem_euclid(10));
    let anchor = match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    Word { x: place(x), y: place(y), anchor, text }
}

/// The class of the sheet that draws a kind of shape.
pub(super) fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Grid => "chart__grid",
        Mark::Axis => "chart__axis",
        Mark::Bar => "chart__bar",
        Mark::Goal => "chart__goal",
        Mark::Reached => "chart__reached",
        Mark::Line => "chart__line",
        Mark::Dot => "chart__dot",
        Mark::Square => "chart__square",
        Mark::Cross => "chart__cross",
        Mark::Full => "chart__full",
        Mark::Short => "chart__short",
        Mark::Blank => "chart__blank",
    }
}
