//! The pairs of the comparison: as dots, as sentences and as a table, and the sessions that count
//! in none.

use leptos::prelude::*;

use crate::{
    browser::intl::{self, DateStyle},
    content::phrases::{Phrase, compare as words},
    domain::{
        comparing::{ComparedPair, Comparing, Half, State, Unused, WhyUnused},
        planning::method::Method,
        text::Language,
        time::Day,
    },
    route::Route,
    ui::{
        components::{
            disclosure::Disclosure,
            row::{Row, Rows},
        },
        words::{fill, language, say},
    },
};

pub(super) fn method_word(method: Method) -> String {
    say(match method {
        Method::Static => words::STATIC,
        Method::Pnf => words::PNF,
    })
}

fn short(day: Day) -> String {
    intl::date(day, language(), DateStyle::DayMonth)
}

/// "+1,3", "0" or "−2"; never a minus that a screen reader passes over.
fn signed(value: f64) -> String {
    let amount = decimal(value.abs());
    match value {
        _ if amount == decimal(0.0) => amount,
        value if value < 0.0 => format!("\u{2212}{amount}"),
        _ => format!("+{amount}"),
    }
}

/// "3" or "−0,5": how much less of something, which is seldom more.
fn less(value: f64) -> String {
    signed(value).trim_start_matches('+').to_owned()
}

/// At most one decimal, with the language's own comma.
pub(super) fn decimal(value: f64) -> String {
    // Halves go up; the format alone would take them to the even digit.
    let text = format!("{:.1}", (value * 10.0).round() / 10.0);
    let text = text.strip_suffix(".0").unwrap_or(&text);
    match language() {
        Language::Dutch => text.replace('.', ","),
        Language::English => text.to_owned(),
    }
}

#[component]
pub(super) fn Pairs(comparing: Comparing) -> impl IntoView {
    let some = !comparing.gathered.pairs.is_empty();
    let unused = comparing.gathered.unused.clone();
    let pairs = some.then(|| view! { <SomePairs comparing=comparing.clone() /> });
    let none = (!some).then(|| view! { <p class="note">{say(words::PAIRS_NONE)}</p> });
    view! {
        <section class="section">
            <h2>{say(words::PAIRS)}</h2>
            {pairs}
            {none}
            {(!unused.is_empty()).then(|| view! { <NotCounted unused /> })}
        </section>
    }
}

#[component]
fn SomePairs(comparing: Comparing) -> impl IntoView {
    let pairs = comparing.gathered.pairs.clone();
    let judged = comparing.judged;
    // What is shown at which state is 7.2's: before a first impression, and while it is unclear, the
    // dots speak for themselves.
    let state = judged.state;
    let speaks = !matches!(state, State::NotEnough | State::Unclear);
    let means = comparing
        .means()
        .filter(|_| speaks)
        .map(|(held, pnf)| fill(words::MEAN, &[("static", &signed(held)), ("pnf", &signed(pnf))]));
    let counts = (speaks && state != State::NoDifference).then(|| {
        let (pnf, held) = (judged.pnf_wins.to_string(), judged.static_wins.to_string());
        let ties = judged.ties.to_string();
        fill(words::COUNTS, &[("pnf", &pnf), ("static", &held), ("ties", &ties)])
    });
    let range = (state == State::NoDifference).then(|| {
        let all = || pairs.iter().map(ComparedPair::difference);
        let (least, most) = (all().min().unwrap_or(0), all().max().unwrap_or(0));
        let (least, most) = (signed(f64::from(least)), signed(f64::from(most)));
        fill(words::RANGE, &[("least", &least), ("most", &most)])
    });
    let told = [means, counts, range].into_iter().flatten();
    let told = told.map(|text| view! { <p>{text}</p> }).collect_view();
    view! {
        <figure class="card compare__chart">
            <figcaption>{say(words::CHART)}</figcaption>
            <DotRows pairs=pairs.clone() />
            <ul class="compare__key" role="list">
                <li>
                    <svg viewBox="-8 -8 16 16" aria-hidden="true">{held_dot(0.0, 0.0)}</svg>
                    {method_word(Method::Static)}
                </li>
                <li>
                    <svg viewBox="-8 -8 16 16" aria-hidden="true">{pnf_dot(0.0, 0.0)}</svg>
                    {method_word(Method::Pnf)}
                </li>
            </ul>
            {told}
        </figure>
        {speaks.then(|| view! { <Seconds pairs=pairs.clone() /> })}
        <Disclosure summary=say(words::TABLE)>
            <PairTable pairs />
        </Disclosure>
    }
}

/// From the left edge to −3, and from one step to the next.
const LEFT: f64 = 46.0;
const STEP: f64 = 40.0;
const HIGH: f64 = 26.0;

fn place(change: i8) -> f64 {
    LEFT + STEP * (f64::from(change) + 3.0)
}

/// An open ring and a filled disc that fits inside it: told apart by shape, also where both lie on
/// one spot.
fn held_dot(x: f64, y: f64) -> impl IntoView {
    view! { <circle class="compare__static" cx=x cy=y r="6.5"></circle> }
}

fn pnf_dot(x: f64, y: f64) -> impl IntoView {
    view! { <circle class="compare__pnf" cx=x cy=y r="3.5"></circle> }
}

/// One line per pair. What it shows stands in the sentences around it and in the table.
#[component]
fn DotRows(pairs: Vec<ComparedPair>) -> impl IntoView {
    let count = u32::try_from(pairs.len()).unwrap_or(u32::MAX);
    let bottom = 10.0 + HIGH * f64::from(count);
    let grid = (-3..=3_i8).map(|step| {
        let x = place(step);
        let class = if step == 0 { "compare__middle" } else { "compare__grid" };
        view! {
            <line class=class x1=x x2=x y1="4" y2=bottom></line>
            <text x=x y=bottom + 18.0 text-anchor="middle">{signed(f64::from(step))}</text>
        }
    });
    let rows = pairs.into_iter().zip(0_u32..).map(|(pair, row)| {
        let y = 10.0 + HIGH * (f64::from(row) + 0.5);
        let (held, pnf) = (place(pair.held.change), place(pair.pnf.change));
        view! {
            <text x="6" y=y + 4.0>{row + 1}</text>
            <line class="compare__between" x1=held x2=pnf y1=y y2=y></line>
            {held_dot(held, y)}
            {pnf_dot(pnf, y)}
        }
    });
    let frame = format!("0 0 320 {}", bottom + 26.0);
    view! {
        <svg class="compare__dots" viewBox=frame aria-hidden="true" focusable="false">
            {grid.collect_view()}
            {rows.collect_view()}
        </svg>
    }
}

#[component]
fn PairTable(pairs: Vec<ComparedPair>) -> impl IntoView {
    let cell = |half: &Half| {
        let value = signed(f64::from(half.change));
        let text = fill(words::TABLE_ON, &[("value", &value), ("date", &short(half.day))]);
        let href = format!("#{}", Route::Record(half.record.to_string()).path());
        view! { <td><a href=href>{text}</a></td> }
    };
    let rows = pairs.iter().zip(1_u32..).map(|(pair, number)| {
        view! {
            <tr>
                <th scope="row">{number}</th>
                {cell(&pair.held)}
                {cell(&pair.pnf)}
                <td>{signed(f64::from(pair.difference()))}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! {
        <table class="compare__table">
            <caption class="only-heard">{say(words::CHART)}</caption>
            <thead>
                <tr>
                    <th scope="col">{say(words::TABLE_NUMBER)}</th>
                    <th scope="col">{method_word(Method::Static)}</th>
                    <th scope="col">{method_word(Method::Pnf)}</th>
                    <th scope="col">{say(words::TABLE_DIFFERENCE)}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// The secondary outcomes: shown beside it, never deciding (7.2).
#[component]
fn Seconds(pairs: Vec<ComparedPair>) -> impl IntoView {
    let drop = secondary(&pairs, words::DROP, |half| half.stiffness_drop.map(f64::from), less);
    let morning = secondary(&pairs, words::MORNING, |half| half.morning.map(f64::from), decimal);
    let none = drop.is_none() && morning.is_none();
    let told = [drop, morning].into_iter().flatten();
    view! {
        <article class="card card--flat">
            <h3 class="card__title">{say(words::SECONDS)}</h3>
            {told.map(|text| view! { <p>{text}</p> }).collect_view()}
            {none.then(|| view! { <p class="note">{say(words::SECONDS_NONE)}</p> })}
        </article>
    }
}

/// The mean of both halves over the pairs in which both were told.
fn secondary(
    pairs: &[ComparedPair],
    phrase: Phrase,
    of: fn(&Half) -> Option<f64>,
    write: fn(f64) -> String,
) -> Option<String> {
    let told: Vec<(f64, f64)> =
        pairs.iter().filter_map(|pair| Some((of(&pair.held)?, of(&pair.pnf)?))).collect();
    let count = u32::try_from(told.len()).ok().filter(|count| *count > 0)?;
    let mean = |sum: f64| write(sum / f64::from(count));
    let held = mean(told.iter().map(|(held, _)| held).sum());
    let pnf = mean(told.iter().map(|(_, pnf)| pnf).sum());
    Some(fill(phrase, &[("static", &held), ("pnf", &pnf), ("n", &count.to_string())]))
}

#[component]
fn NotCounted(unused: Vec<Unused>) -> impl IntoView {
    let rows = unused.into_iter().rev().map(|one| {
        let method = method_word(one.method);
        let title = fill(words::UNUSED_LINE, &[("date", &short(one.day)), ("method", &method)]);
        let href = format!("#{}", Route::Record(one.record.to_string()).path());
        view! { <Row title detail=why(one.why) href /> }
    });
    let rows = rows.collect_view();
    view! {
        <Disclosure summary=say(words::UNUSED)>
            <p class="note">{say(words::UNUSED_HINT)}</p>
            <Rows>{rows}</Rows>
        </Disclosure>
    }
}

fn why(why: WhyUnused) -> String {
    say(match why {
        WhyUnused::Ended => words::WHY_ENDED,
        WhyUnused::Swapped => words::WHY_SWAPPED,
        WhyUnused::AfterSport => words::WHY_AFTER_SPORT,
        WhyUnused::HardDay => words::WHY_HARD_DAY,
        WhyUnused::SkippedExercise => words::WHY_SKIPPED,
        WhyUnused::NoAnswer => words::WHY_NO_ANSWER,
        WhyUnused::OtherStretches => words::WHY_OTHER,
        WhyUnused::StretchedBetween => words::WHY_BETWEEN,
        WhyUnused::TooFarApart => words::WHY_APART,
        WhyUnused::SameMethodAgain => words::WHY_AGAIN,
    })
}
