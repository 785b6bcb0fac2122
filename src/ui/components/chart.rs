//! A chart: its heading, the sentence that says what it shows, the picture, and the same numbers as
//! a table. Where everything stands is worked out before; nothing here has to be pointed at.

use leptos::prelude::*;

use super::disclosure::Disclosure;

/// Shapes and words on a sheet of `width` by `height`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub paths: Vec<Outline>,
    pub words: Vec<Word>,
}

/// Many shapes of one kind in one outline; `class` is one of the sheet, such as `chart__dot`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outline {
    pub class: &'static str,
    pub path: String,
}

/// `anchor` is `start`, `middle` or `end`; the place is written as SVG writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub x: String,
    pub y: String,
    pub anchor: &'static str,
    pub text: String,
}

/// What a shape stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyEntry {
    pub class: &'static str,
    pub label: String,
}

/// The picture alone, read out as `label`; without one it is not read out, because the same stands
/// beside it.
#[component]
pub fn Drawing(picture: Picture, #[prop(optional, into)] label: Option<String>) -> impl IntoView {
    let Picture { width, height, paths, words } = picture;
    let paths = paths.into_iter().map(|Outline { class, path }| {
        view! { <path class=class d=path></path> }
    });
    let words = words.into_iter().map(|Word { x, y, anchor, text }| {
        view! { <text x=x y=y text-anchor=anchor>{text}</text> }
    });
    let hidden = label.is_none().then_some("true");
    let role = label.is_some().then_some("img");
    view! {
        <svg
            class="chart__picture"
            viewBox=format!("0 0 {width} {height}")
            role=role
            aria-label=label
            aria-hidden=hidden
            focusable="false"
        >
            {paths.collect_view()}
            {words.collect_view()}
        </svg>
    }
}

/// `children` are the same numbers in a table, unfolded by the words of `numbers`. On paper the
/// table stays away: the sentence and the picture are there.
#[component]
pub fn Chart(
    title: String,
    sentence: String,
    /// None where there is nothing to draw.
    #[prop(optional_no_strip)]
    picture: Option<Picture>,
    #[prop(optional)] key: Vec<KeyEntry>,
    /// One of several charts under a heading of their own.
    #[prop(optional)]
    under: bool,
    #[prop(optional, into)] numbers: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let heading = if under {
        view! { <h3 class="chart__title">{title}</h3> }.into_any()
    } else {
        view! { <h2 class="chart__title">{title}</h2> }.into_any()
    };
    let label = sentence.clone();
    let key = (!key.is_empty() && picture.is_some()).then(|| {
        let entries = key.into_iter().map(|KeyEntry { class, label }| {
            view! {
                <li>
                    <svg class="chart__sample" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
                        <path class=class d=sample(class)></path>
                    </svg>
                    {label}
                </li>
            }
        });
        view! { <ul class="chart__key" role="list">{entries.collect_view()}</ul> }
    });
    let numbers = children.map(|children| {
        view! {
            <div class="chart__numbers">
                <Disclosure summary=numbers>{children()}</Disclosure>
            </div>
        }
    });
    view! {
        <figure class="chart">
            {heading}
            <p class="chart__sentence">{sentence}</p>
            {picture.map(|picture| view! { <Drawing picture label /> })}
            {key}
            {numbers}
        </figure>
    }
}

/// One shape of a kind, for the key.
fn sample(class: &str) -> &'static str {
    match class {
        "chart__bar" => "M3 1L9 1L9 11L3 11Z",
        "chart__goal" | "chart__line" => "M0 6L12 6",
        "chart__reached" => "M2 6L5 9L10 2",
        "chart__square" | "chart__full" | "chart__short" => "M2 2L10 2L10 10L2 10Z",
        "chart__cross" => "M2 2L10 10M2 10L10 2",
        _ => "M2 6a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z",
    }
}

/// A table of which the first column names its row.
#[component]
pub fn Numbers(head: Vec<String>, rows: Vec<Vec<String>>) -> impl IntoView {
    let head = head.into_iter().map(|name| view! { <th scope="col">{name}</th> });
    let rows = rows.into_iter().map(|row| {
        let mut cells = row.into_iter();
        let name = cells.next().unwrap_or_default();
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
            </tr>
        }
    });
    view! {
        <table class="chart__table">
            <thead>
                <tr>{head.collect_view()}</tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}
