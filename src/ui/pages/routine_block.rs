//! One exercise of a routine: where it stands, how it is done, on which sides and how much.

use leptos::prelude::*;

use super::{routine::exercise_name, session::dose_words};
use crate::{
    app::view::routines::{BlockView, KnownBlock, NumberView},
    browser::document as page,
    content::phrases::{self, Phrase, routine as words},
    domain::{
        body::Side,
        dose::{Mode, Working},
        exercise::Exercise,
        routine::{
            amount::Amount,
            draft::{Draft, Step},
        },
    },
    ui::{
        components::{
            button::{ButtonKind, RoundButton},
            choice::Choice,
            disclosure::Disclosure,
            icon::Icon,
            number::NumberField,
            segmented::Segmented,
        },
        picture::PosePair,
        runtime::runtime,
        sources::NumberSource,
        words::{fill, read, say},
        words_things::{amount, dose_number, mode as mode_words, range},
    },
};

/// A block that stays the same on the screen wherever it moves. It is asked for once more while it
/// is taken away, so it may be gone.
type Shown = Memo<Option<BlockView>>;

#[component]
pub(super) fn Block(
    draft: RwSignal<Draft>,
    key: u32,
    /// What is not to be done needs no numbers.
    #[prop(optional, into)]
    hide_dose: Signal<bool>,
    /// What is said beside the dose.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let runtime = runtime();
    let shown: Shown =
        runtime.memo(move |model, now| draft.with(|draft| model.block_view(draft, key, now)));
    let exercise = Memo::new(move |_| shown.get()?.known.map(|known| known.exercise));
    let first = shown.get_untracked();
    let name = first.as_ref().map(|view| exercise_name(&view.exercise)).unwrap_or_default();
    let title = match exercise.get_untracked() {
        Some(_) => name.clone(),
        None => format!("{}: {name}", say(words::UNKNOWN_TITLE)),
    };
    let place = move || {
        let view = shown.get()?;
        let (n, of) = ((view.place + 1).to_string(), view.of.to_string());
        Some(fill(words::PLACE, &[("n", &n), ("of", &of)]))
    };
    let dosed = move || exercise.get().filter(|_| !hide_dose.get());
    let body = move || dosed().map(|exercise| view! { <Known draft key shown exercise /> });
    view! {
        <li class="card routine__block" id=format!("block-{key}")>
            <div class="routine__head">
                {move || {
                    exercise
                        .get()
                        .map(|exercise| {
                            view! {
                                <div class="routine__picture" aria-hidden="true">
                                    <PosePair exercise side=None />
                                </div>
                            }
                        })
                }}
                <div class="routine__title">
                    <p class="note">{place}</p>
                    <h3 class="card__title">{title}</h3>
                </div>
            </div>
            {body}
            {children.map(|children| children())}
            <Order draft key shown name />
        </li>
    }
}

/// Earlier, later, away: buttons, so that the keyboard and a shaking hand can do it too.
#[component]
fn Order(draft: RwSignal<Draft>, key: u32, shown: Shown, name: String) -> impl IntoView {
    let runtime = runtime();
    let label = |phrase: Phrase| fill(phrase, &[("name", &name)]);
    let (earlier, later, remove) =
        (label(words::EARLIER), label(words::LATER), label(words::REMOVE));
    let is_first = Signal::derive(move || shown.get().is_some_and(|view| view.place == 0));
    let is_last = Signal::derive(move || shown.get().is_some_and(|view| view.place + 1 == view.of));
    let moved_name = name.clone();
    let shift = move |step: Step| {
        draft.write().shift(key, step);
        let Some(view) = shown.get_untracked() else { return };
        let (n, of) = ((view.place + 1).to_string(), view.of.to_string());
        let said = fill(words::MOVED, &[("name", &moved_name), ("n", &n), ("of", &of)]);
        runtime.announcement().set(said);
        // What moves on the page loses the focus; at an end the button it had is off.
        let at_end = view.place == 0 || view.place + 1 == view.of;
        let button = match step {
            Step::Less if !at_end => "earlier",
            Step::Less => "later",
            Step::More if !at_end => "later",
            Step::More => "earlier",
        };
        let selector = format!("#block-{key} .routine__{button} button");
        request_animation_frame(move || page::focus_in_place(&selector));
    };
    let (up, down) = (shift.clone(), shift);
    let take_out = move |()| {
        draft.write().remove(key);
        runtime.announcement().set(fill(words::REMOVED, &[("name", &name)]));
        page::focus_in_place("#routine-exercises");
    };
    view! {
        <div class="routine__order">
            <span class="routine__earlier">
                <RoundButton
                    label=earlier
                    icon=Icon::Up
                    disabled=is_first
                    on_press=move |()| up(Step::Less)
                />
            </span>
            <span class="routine__later">
                <RoundButton
                    label=later
                    icon=Icon::Down
                    disabled=is_last
                    on_press=move |()| down(Step::More)
                />
            </span>
            <span class="routine__remove">
                <RoundButton
                    label=remove
                    icon=Icon::Trash
                    kind=ButtonKind::Quiet
                    on_press=take_out
                />
            </span>
        </div>
    }
}

#[component]
fn Known(
    draft: RwSignal<Draft>,
    key: u32,
    shown: Shown,
    exercise: &'static Exercise,
) -> impl IntoView {
    let known = Memo::new(move |_| shown.get()?.known);
    let summary = move || {
        let Some(KnownBlock { protocol, per_side, working, .. }) = known.get() else {
            return String::new();
        };
        let dose = dose_words(&protocol, per_side);
        let dose = match working {
            Some(Working::Only(Side::Left)) => fill(words::ONE_SIDE, &[("dose", &dose)]),
            Some(Working::Only(Side::Right)) => fill(words::OTHER_SIDE, &[("dose", &dose)]),
            Some(Working::Both) | None => dose,
        };
        fill(words::ADJUST, &[("dose", &dose)])
    };
    // Another mode has other bounds, also where its numbers have the same names.
    let amounts = Memo::new(move |_| {
        let KnownBlock { mode, numbers, .. } = known.get()?;
        Some((mode, numbers.into_iter().map(|number| number.amount).collect::<Vec<_>>()))
    });
    let working = Memo::new(move |_| known.get()?.working);
    let has_sides = Memo::new(move |_| working.get().is_some());
    let sides = move || {
        has_sides.get().then(|| {
            let choices = vec![
                Choice::new(Working::Both, say(words::SIDE_BOTH)),
                Choice::new(Working::Only(Side::Left), say(words::SIDE_LEFT)),
                Choice::new(Working::Only(Side::Right), say(words::SIDE_RIGHT)),
            ];
            let choose = move |one| {
                runtime().peek(|model| draft.write().choose_sides(key, one, model.catalogue));
            };
            view! {
                <Segmented
                    name=format!("side-{key}")
                    legend=say(words::SIDE)
                    choices
                    chosen=Signal::derive(move || working.get().unwrap_or_default())
                    on_choose=choose
                />
            }
        })
    };
    view! {
        <Disclosure summary=Signal::derive(summary)>
            <div class="stack">
                <ModeField draft key known exercise />
                {sides}
                {move || {
                    amounts
                        .get()
                        .into_iter()
                        .flat_map(|(_, amounts)| amounts)
                        .map(|amount| view! { <Number draft key known amount exercise /> })
                        .collect_view()
                }}
            </div>
        </Disclosure>
    }
}

/// Only where there is something to choose.
#[component]
fn ModeField(
    draft: RwSignal<Draft>,
    key: u32,
    known: Memo<Option<KnownBlock>>,
    exercise: &'static Exercise,
) -> impl IntoView {
    let chosen = Memo::new(move |_| known.get().map(|known| known.mode));
    let modes: Vec<Mode> = exercise.doses.iter().map(|dose| dose.protocol.mode()).collect();
    let id = format!("mode-{key}");
    (modes.len() > 1).then(|| {
        let options = modes.into_iter().map(|one| {
            view! {
                <option value=one.slug() selected=move || chosen.get() == Some(one)>
                    {mode_words(one)}
                </option>
            }
        });
        view! {
            <div class="field">
                <label class="field__label" for=id.clone()>{say(words::MODE)}</label>
                <select
                    class="field__input"
                    id=id.clone()
                    on:change:target=move |event| {
                        let Some(mode) = Mode::parse(&event.target().value()) else { return };
                        runtime().peek(|model| draft.write().choose_mode(key, mode, model.catalogue));
                    }
                >
                    {options.collect_view()}
                </select>
            </div>
        }
    })
}

/// One number, how far it may go, and who says so.
#[component]
fn Number(
    draft: RwSignal<Draft>,
    key: u32,
    known: Memo<Option<KnownBlock>>,
    amount: Amount,
    exercise: &'static Exercise,
) -> impl IntoView {
    let which = amount;
    let now =
        Memo::new(move |_| known.get()?.numbers.into_iter().find(|number| number.amount == which));
    let first: NumberView = now.get_untracked()?;
    let label = dose_number(first.number);
    let named = format!("{}: {label}", read(&exercise.plain_name));
    let press = move |step: Step| {
        let runtime = runtime();
        let now = runtime.moment();
        runtime.peek(|model| {
            draft.write().press(key, which, step, model.catalogue, model.age(now));
        });
    };
    let button = |phrase| fill(words::NUMBER_OF, &[("name", &say(phrase)), ("number", &named)]);
    let value = move || now.get().map(|number| amount_words(&number)).unwrap_or_default();
    let bounds = first.bounds;
    let at_least = Memo::new(move |_| now.get().is_some_and(|one| one.value <= bounds.least));
    let at_most = Memo::new(move |_| now.get().is_some_and(|one| one.value >= bounds.most));
    let span = fill(words::BOUNDS, &[("range", &range(bounds, first.number.unit()))]);
    let said = move || match (at_least.get(), at_most.get()) {
        (true, true) => say(words::FIXED),
        (true, false) => format!("{} {span}", say(words::LEAST)),
        (false, true) => format!("{} {span}", say(words::MOST)),
        (false, false) => span.clone(),
    };
    Some(view! {
        <div class="routine__number">
            <NumberField
                id=format!("number-{key}-{which:?}")
                label=label
                value=Signal::derive(value)
                less=button(phrases::common::LESS)
                more=button(phrases::common::MORE)
                on_less=move |()| press(Step::Less)
                on_more=move |()| press(Step::More)
                at_least=at_least
                at_most=at_most
            />
            <p class="note cluster" role="status">
                <span>{said}</span>
                <NumberSource source=first.source />
            </p>
        </div>
    })
}

fn amount_words(number: &NumberView) -> String {
    amount(number.value, number.number.unit())
}
