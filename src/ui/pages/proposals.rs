//! The review question and what is proposed today, each with its reason and its rule.

use leptos::prelude::*;

use super::proposal_words::{lines, reason, title};
use crate::{
    app::{event::Event, model::Model},
    browser::{
        intl::{self, DateStyle},
        random,
    },
    content::phrases::{proposal as words, review},
    domain::progress::{Proposal, Proposed, Reason, ReviewWord},
    route::Route,
    ui::{
        components::button::{Button, ButtonKind, ButtonLink},
        runtime::runtime,
        sources::RuleTag,
        words::{fill, language, say},
    },
};

/// Nothing at all while there is nothing to decide or to look back at. The page around it has the
/// popover for the sources (`WithSources`).
#[component]
pub(super) fn Proposals() -> impl IntoView {
    let runtime = runtime();
    let proposals = runtime.memo(Model::proposals);
    let asks = runtime.memo(Model::asks_review);
    let decided = runtime.memo(|model, _| !model.log.decisions.is_empty());
    let cards = move || {
        let all = proposals.get();
        let heading = if all.len() == 1 { words::HEADING } else { words::HEADINGS };
        (!all.is_empty()).then(|| {
            view! {
                    <section class="section" aria-labelledby="proposals">
                        <h2 id="proposals">{say(heading)}</h2>
                        {all
                            .into_iter()
                            .map(|proposal| view! { <ProposalCard proposal /> })
                            .collect_view()}
                    </section>
            }
        })
    };
    let earlier = move || {
        decided.get().then(|| {
            view! {
                <p>
                    <a href=format!("#{}", Route::Decisions.path())>{say(words::EARLIER)}</a>
                </p>
            }
        })
    };
    view! {
        {move || asks.get().then(|| view! { <Review /> })}
        {cards}
        {earlier}
    }
}

#[component]
pub(super) fn Review() -> impl IntoView {
    let runtime = runtime();
    let answer = move |word: ReviewWord| {
        let mut chance = [0; 10];
        random::fill(&mut chance);
        runtime.dispatch(Event::Reviewed { word, chance });
    };
    let buttons = ReviewWord::ALL.iter().map(|word| {
        let word = *word;
        view! {
            <Button
                label=review_word(word)
                kind=ButtonKind::Secondary
                on_press=move |()| answer(word)
            />
        }
    });
    view! {
        <article class="card card--chosen">
            <h2 class="card__title">{say(review::TITLE)}</h2>
            <p class="note">{say(review::HINT)}</p>
            <div class="card__actions">{buttons.collect_view()}</div>
        </article>
    }
}

pub(super) fn review_word(word: ReviewWord) -> String {
    say(match word {
        ReviewWord::Less => review::LESS,
        ReviewWord::Same => review::SAME,
        ReviewWord::More => review::MORE,
        ReviewWord::Returns => review::RETURNS,
    })
}

/// What changes, why in one sentence, by which rule; and both answers.
#[component]
fn ProposalCard(proposal: Proposal) -> impl IntoView {
    let runtime = runtime();
    let Proposal { changes, reason: why, rules, days } = proposal;
    let title = title(&changes);
    let told = lines(&changes).into_iter().map(|line| view! { <p>{line}</p> }).collect_view();
    let load = changes.iter().any(|change| matches!(change, Proposed::Load { .. }));
    let restart = changes.iter().any(|change| matches!(change, Proposed::Restart { .. }));
    let agrees = RwSignal::new(false);
    let tags = rules.iter().map(|id| view! { <RuleTag id=(*id).to_owned() /> }).collect_view();
    let shown = matches!(why, Reason::Found { .. } | Reason::StoppedForPain);
    let days_line = (shown && !days.is_empty()).then(|| {
        let all: Vec<String> =
            days.iter().map(|day| intl::date(*day, language(), DateStyle::Short)).collect();
        view! { <p class="note">{fill(words::DAYS, &[("days", &all.join(", "))])}</p> }
    });
    let why = reason(why, days.len());
    let names =
        (format!("{}: {title}", say(words::ACCEPT)), format!("{}: {title}", say(words::DECLINE)));
    let decide = move |accepted: bool| {
        let mut chance = [0; 10];
        random::fill(&mut chance);
        let changes = changes.iter().cloned().map(|change| match change {
            Proposed::Load { exercise, variant, .. } => {
                Proposed::Load { exercise, variant, physio_agrees: agrees.get_untracked() }
            }
            other => other,
        });
        runtime.dispatch(Event::Decided {
            changes: changes.collect(),
            rules: rules.iter().map(|rule| (*rule).to_owned()).collect(),
            accepted,
            chance,
        });
    };
    let declined = decide.clone();
    view! {
        <article class="card proposal">
            <h3 class="card__title">{title}</h3>
            <div class="card__body">
                <p>{why}</p>
                {told}
                {days_line}
                {restart.then(|| {
                    let href = format!("#{}", Route::Screening.path());
                    view! { <ButtonLink label=say(words::RESTART_QUESTIONS) href /> }
                })}
                {load.then(|| view! { <Confirm agrees /> })}
                <div class="cluster">{tags}</div>
            </div>
            <div class="card__actions">
                <button
                    type="button"
                    class="button button--primary"
                    aria-label=names.0
                    disabled=move || load && !agrees.get()
                    on:click=move |_| decide(true)
                >
                    {say(words::ACCEPT)}
                </button>
                <button
                    type="button"
                    class="button button--quiet"
                    aria-label=names.1
                    on:click=move |_| declined(false)
                >
                    {say(words::DECLINE)}
                </button>
            </div>
        </article>
    }
}

/// The second key (R2.19, C12).
#[component]
fn Confirm(agrees: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                class="choice__mark"
                type="checkbox"
                prop:checked=agrees
                on:change:target=move |press| agrees.set(press.target().checked())
            />
            <span class="choice__text">
                <span class="choice__label">{say(words::LOAD_CONFIRM)}</span>
            </span>
        </label>
    }
}
