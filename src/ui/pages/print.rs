//! A programme on one page of paper: what, how much, and a sheet to tick off by pen.

use leptos::prelude::*;

use super::{NotFound, session::dose_with_effort, today::GateNotice, workday::day_name};
use crate::{
    app::{
        event::Event,
        model::Model,
        view::print::{MOST_SESSIONS, PaperAnswers, Sheet, SheetExercise, WEEKS},
    },
    browser::intl::{self, DateStyle},
    content::phrases::{self, print as words},
    domain::{
        programme::{ProgrammeId, SessionId},
        record::Answer,
        text::Bilingual,
    },
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind},
            chips::Chips,
            choice::Choice,
            header::{BackLink, PageHeader},
            switch::Switch,
        },
        picture::PosePair,
        runtime::runtime,
        sources::WithSources,
        words::{fill, language, minutes, read, say},
    },
};

#[component]
pub(super) fn Print(id: ProgrammeId) -> impl IntoView {
    let runtime = runtime();
    let chosen = RwSignal::new(runtime.peek(|model| model.usual_sheet(&id)));
    let with_answers = RwSignal::new(false);
    let programme = id.clone();
    let sheet = runtime.memo(move |model, now| model.sheet(&programme, &chosen.get(), now));
    let Some(Sheet { programme, .. }) = sheet.get_untracked() else {
        return view! { <NotFound address=Route::Print(id).path() /> }.into_any();
    };
    let back = BackLink {
        href: format!("#{}", Route::Programme(id.clone()).path()),
        label: read(&programme.plain_name),
    };
    view! {
        <WithSources><div class="page print">
            <div class="stack screen-only">
                <PageHeader title=say(words::TITLE) lead=say(words::LEAD) back />
                <GateNotice />
                <Choices id chosen with_answers />
                <div>
                    <Button
                        label=say(words::BUTTON)
                        kind=ButtonKind::Primary
                        big=true
                        on_press=move |()| runtime.dispatch(Event::ClickedPrint)
                    />
                </div>
            </div>
            {move || sheet.get().map(|sheet| view! { <Paper sheet with_answers /> })}
        </div></WithSources>
    }
    .into_any()
}

#[component]
fn Choices(
    id: ProgrammeId,
    chosen: RwSignal<Vec<SessionId>>,
    with_answers: RwSignal<bool>,
) -> impl IntoView {
    let sessions = runtime().peek(|model| {
        let programme = model.catalogue.programmes.iter().find(|programme| programme.id == id);
        programme.map(|programme| &programme.sessions)
    });
    let choices = sessions
        .into_iter()
        .flatten()
        .map(|outline| Choice::new(outline.id.clone(), read(&outline.name)))
        .collect();
    // A fourth one takes the place of the first.
    let toggle = move |id: SessionId| {
        chosen.update(|chosen| {
            if let Some(at) = chosen.iter().position(|other| *other == id) {
                chosen.remove(at);
            } else {
                chosen.push(id);
                if chosen.len() > MOST_SESSIONS {
                    chosen.remove(0);
                }
            }
        });
    };
    view! {
        <section class="section">
            <h2>{say(words::SESSIONS)}</h2>
            <p class="note">{say(words::SESSIONS_HINT)}</p>
            <Chips label=say(words::SESSIONS) choices chosen on_toggle=toggle />
        </section>
        <Switch
            label=say(words::ANSWERS)
            hint=say(words::ANSWERS_HINT)
            on=with_answers
            on_change=move |on| with_answers.set(on)
        />
    }
}

#[component]
fn Paper(sheet: Sheet, with_answers: RwSignal<bool>) -> impl IntoView {
    let Sheet { programme, sessions, exercises, days, turns, open } = sheet;
    let several = sessions.len() > 1;
    let count = days.len().to_string();
    let names = days.into_iter().map(day_name).collect::<Vec<_>>().join(", ");
    let head = turns
        .iter()
        .enumerate()
        .map(|(place, letter)| if several { letter.to_string() } else { (place + 1).to_string() })
        .collect();
    let list = sessions.into_iter().map(|(letter, card)| {
        let name = format!("{}, {}", read(&card.outline.name), minutes(card.lasts));
        let mark = several.then(|| view! { <b class="print__letter">{letter}</b> });
        view! { <li>{mark}{name}</li> }
    });
    view! {
        <article class="print__paper">
            <header class="print__head">
                <h2 class="print__title">{read(&programme.plain_name)}</h2>
                {technical(&programme.plain_name, &programme.technical_name)
                    .map(|name| view! { <p class="print__technical">{name}</p> })}
                <Blanks />
            </header>
            <div class="print__plan">
                <ul class="print__sessions" role="list">{list.collect_view()}</ul>
                <p>
                    <b>{say(words::FREQUENCY)} ": "</b>
                    {read(&programme.frequency)}
                    " "
                    {fill(words::RHYTHM, &[("n", &count), ("days", &names)])}
                </p>
            </div>
            <h3 class="print__heading">{say(words::EXERCISES)}</h3>
            <ol class="print__exercises" role="list">
                {exercises
                    .into_iter()
                    .map(|exercise| view! { <Line exercise several /> })
                    .collect_view()}
            </ol>
            <h3 class="print__heading">{say(words::SHEET)}</h3>
            {if open {
                view! { <Ticks head /> }.into_any()
            } else {
                view! { <p>{say(words::LOCKED)}</p> }.into_any()
            }}
            {move || with_answers.get().then(|| view! { <Answers /> })}
            <Foot />
        </article>
    }
}

/// To fill in by pen, where nothing is filled in yet.
#[component]
pub(super) fn Blanks(#[prop(optional, into)] name: Signal<String>) -> impl IntoView {
    view! {
        <dl class="print__blanks">
            <div><dt>{say(words::NAME)}</dt><dd>{name}</dd></div>
            <div><dt>{say(words::FROM_DATE)}</dt><dd></dd></div>
        </dl>
    }
}

#[component]
pub(super) fn Foot() -> impl IntoView {
    let today = intl::date(runtime().moment().day(), language(), DateStyle::Short);
    view! {
        <footer class="print__foot">
            <p>{fill(words::MADE_ON, &[("date", &today)])} ". " {say(words::NOT_REVIEWED)}</p>
        </footer>
    }
}

#[component]
pub(super) fn Line(exercise: SheetExercise, several: bool) -> impl IntoView {
    let SheetExercise { exercise, protocol, effort_most, sided, letters } = exercise;
    view! {
        <li class="print__exercise">
            <span class="print__picture">
                <PosePair exercise />
            </span>
            <span class="print__words">
                <b>{read(&exercise.plain_name)}</b>
                {technical(&exercise.plain_name, &exercise.technical_name)
                    .map(|name| view! { <span class="print__technical">{name}</span> })}
                <span>
                    {dose_with_effort(&protocol, sided, effort_most)}
                    {several.then(|| view! { <b class="print__letter">{letters}</b> })}
                </span>
            </span>
        </li>
    }
}

/// The name that the trade uses, where it says more than the plain one.
pub(super) fn technical(plain: &Bilingual, technical: &Bilingual) -> Option<String> {
    let name = read(technical);
    (name != read(plain)).then_some(name)
}

/// A box for every time of six weeks.
#[component]
pub(super) fn Ticks(head: Vec<String>) -> impl IntoView {
    let times = head.len();
    let head = head.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    let rows = (1..=WEEKS).map(move |week| {
        let boxes = (0..times).map(|_| view! { <td class="print__box"></td> }).collect_view();
        view! {
            <tr>
                <th scope="row">{fill(words::WEEK_NUMBER, &[("n", &week.to_string())])}</th>
                {boxes}
                <td></td>
            </tr>
        }
    });
    view! {
        <table class="print__ticks">
            <thead>
                <tr>
                    <th scope="col">{say(words::WEEK)}</th>
                    {head}
                    <th scope="col">{say(words::REMARKS)}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

#[component]
pub(super) fn Answers() -> impl IntoView {
    let Some(PaperAnswers { day, told, no }) = runtime().peek(Model::paper_answers) else {
        return view! { <p>{say(words::ANSWERS_NONE)}</p> }.into_any();
    };
    let date = intl::date(day, language(), DateStyle::Short);
    let rest = if told.is_empty() { words::ANSWERS_ALL_NO } else { words::ANSWERS_REST };
    let told = told.into_iter().map(|(question, answer)| {
        let answer = say(match answer {
            Answer::Yes => phrases::common::YES,
            Answer::No => phrases::common::NO,
            Answer::Unsure => phrases::common::UNSURE,
        });
        view! { <li>{read(&question)} " " <b>{answer}</b></li> }
    });
    view! {
        <h3 class="print__heading">{fill(words::ANSWERS_TITLE, &[("date", &date)])}</h3>
        <ul class="print__answers" role="list">
            {told.collect_view()}
            <li>{fill(rest, &[("n", &no.to_string())])}</li>
        </ul>
    }
    .into_any()
}
