//! One file per page. A page reads view values and tells the runtime what happened.

mod about;
mod add_record;
mod age;
mod amber;
mod answers;
mod body_figure;
pub(super) mod breaks;
mod calendar;
mod chapter;
mod check;
mod check_more;
mod comparing;
mod comparing_pairs;
mod data;
mod data_copy;
mod data_net;
mod day_facts;
mod decisions;
mod exchange;
mod exchange_advised;
mod exchange_edit;
mod exchange_edit_line;
mod exchange_line;
mod exchange_parcel;
mod exchange_shared;
mod exchange_words;
mod exercise;
mod exercise_parts;
mod feel;
mod felt;
mod finish;
mod floor;
mod for_you;
mod found;
mod gentle;
mod glossary;
mod health;
mod health_words;
mod help;
mod history;
mod import;
mod import_replace;
mod import_words;
mod insight;
pub(super) mod library;
mod light;
mod meter;
mod outcome;
mod partner;
mod phase_words;
mod plan;
mod plan_calendar;
mod plan_choices;
mod plan_words;
mod player;
mod player_kept;
mod player_keys;
mod player_parts;
mod player_sound;
mod player_swap;
mod player_tools;
mod player_waiting;
mod print;
mod print_back;
mod print_plan;
mod programme;
mod proposal_words;
mod proposals;
mod question;
mod reading;
mod record;
pub(super) mod routine;
mod routine_actions;
mod routine_add;
mod routine_block;
mod routine_words;
mod routines;
mod rules;
mod safety;
mod screening;
mod selftest;
mod selftest_forms;
mod selftest_hip;
mod selftest_next;
mod selftest_picture;
mod selftest_result;
mod selftests;
mod session;
mod settings;
mod settings_coach;
mod settings_fields;
mod settings_sound;
mod spell;
mod stage_gate;
mod stop;
mod swap_facts;
mod today;
mod week_goal;
mod welcome;
mod wishes;
mod workday;

use leptos::prelude::*;

use super::{
    components::header::PageHeader,
    runtime::runtime,
    words::{fill, read, say},
};
use crate::{
    app::model::Model,
    browser::document as page,
    content::{self, phrases},
    route::Route,
};

#[component]
pub(super) fn Page(route: Route) -> impl IntoView {
    let name = fill(phrases::app::TITLE, &[("page", &title(&route))]);
    let due = runtime().memo(Model::breaks_due);
    // The number is seen on the tab while somebody works in another one.
    Effect::new(move || match due.get() {
        0 => page::set_title(&name),
        due => page::set_title(&format!("({due}) {name}")),
    });
    match route {
        Route::Today => view! { <today::Today /> }.into_any(),
        Route::Wishes => view! { <wishes::Wishes /> }.into_any(),
        Route::Plan => view! { <plan::Plan /> }.into_any(),
        Route::HandOver => view! { <exchange::HandOver /> }.into_any(),
        Route::SharedPlan(data) => view! { <exchange_shared::SharedPlanPage data /> }.into_any(),
        Route::EditPlan(_) => view! { <exchange_edit::EditPlanPage /> }.into_any(),
        Route::Advised => view! { <exchange_advised::Advised /> }.into_any(),
        Route::Session(id) => view! { <session::SessionPage id /> }.into_any(),
        Route::Check(id) => view! { <check::Check id /> }.into_any(),
        Route::Player => view! { <player::Player /> }.into_any(),
        Route::Finish => view! { <finish::Finish /> }.into_any(),
        Route::Welcome => view! { <welcome::Welcome /> }.into_any(),
        Route::Screening => view! { <screening::Screening /> }.into_any(),
        Route::Safety => view! { <safety::Safety /> }.into_any(),
        Route::Settings => view! { <settings::SettingsPage /> }.into_any(),
        Route::Health => view! { <health::Health /> }.into_any(),
        Route::Data => view! { <data::Data /> }.into_any(),
        Route::About => view! { <about::About /> }.into_any(),
        Route::Decisions => view! { <decisions::Decisions /> }.into_any(),
        Route::Comparing => view! { <comparing::ComparingPage /> }.into_any(),
        Route::Help => view! { <help::Help /> }.into_any(),
        Route::History => view! { <history::History /> }.into_any(),
        Route::Insight(page) => view! { <insight::InsightPage page /> }.into_any(),
        Route::Record(id) => view! { <record::Record id /> }.into_any(),
        Route::AddRecord => view! { <add_record::AddRecord /> }.into_any(),
        Route::Workday => view! { <workday::WorkdayPage /> }.into_any(),
        // The model leads on from here, before anything is drawn.
        Route::Due(_) => ().into_any(),
        Route::PrintPlan => view! { <print_plan::PrintPlan /> }.into_any(),
        Route::Print(id) => view! { <print::Print id /> }.into_any(),
        Route::Programme(id) => view! { <programme::ProgrammePage id /> }.into_any(),
        Route::Tests => view! { <selftests::SelfTests /> }.into_any(),
        Route::Test(id) => view! { <selftest::SelfTestPage id /> }.into_any(),
        Route::TestTaken(id) => view! { <selftest_result::SelfTestResult id /> }.into_any(),
        Route::Routines => view! { <routines::Routines /> }.into_any(),
        Route::NewRoutine => view! { <routine::RoutinePage id=None /> }.into_any(),
        Route::Routine(id) => view! { <routine::RoutinePage id=Some(id) /> }.into_any(),
        Route::Library => view! { <library::Library /> }.into_any(),
        Route::Exercise(id) => view! { <exercise::ExercisePage id /> }.into_any(),
        Route::Reading => view! { <reading::ReadingPage /> }.into_any(),
        Route::Chapter(slug) => view! { <chapter::ChapterPage slug /> }.into_any(),
        Route::Rules => view! { <rules::Rules /> }.into_any(),
        Route::Glossary => view! { <glossary::Glossary /> }.into_any(),
        Route::Unknown(address) => view! { <NotFound address /> }.into_any(),
    }
}

/// What the tab and the list of open pages say.
fn title(route: &Route) -> String {
    named(route).unwrap_or_else(|| place(route))
}

/// Pages about one thing carry its name.
fn named(route: &Route) -> Option<String> {
    let catalogue = runtime().peek(|model| model.catalogue);
    match route {
        Route::Test(id) => catalogue.selftest(*id).map(|test| read(&test.plain_name)),
        Route::Exercise(id) => catalogue.exercise(id).map(|exercise| read(&exercise.plain_name)),
        Route::Session(id) => catalogue
            .session(id)
            .map(|(programme, outline)| today::session_name(programme, &read(&outline.name))),
        Route::Routine(id) => routine::title(id),
        Route::Programme(id) => {
            let mut all = catalogue.programmes.iter().chain(&catalogue.gentle_start);
            let programme = all.find(|programme| programme.id == *id);
            programme.map(|programme| read(&programme.plain_name))
        }
        Route::Chapter(slug) => {
            content::reading::reading().chapter(slug).map(|chapter| read(&chapter.title))
        }
        _ => None,
    }
}

fn place(route: &Route) -> String {
    say(match route {
        Route::Today | Route::Welcome => phrases::nav::TODAY,
        Route::Wishes => phrases::wishes::TITLE,
        Route::Plan => phrases::plan::TITLE,
        Route::HandOver => phrases::exchange::TITLE,
        Route::SharedPlan(_) => phrases::shared_plan::TITLE,
        Route::EditPlan(_) => phrases::edit_plan::TITLE,
        Route::Advised => phrases::advised_plan::TITLE,
        Route::Player => phrases::player::TITLE,
        Route::Finish => phrases::finish::TITLE,
        Route::Check(_) => phrases::check::TITLE,
        Route::Programme(_) | Route::Session(_) | Route::Due(_) => phrases::today::SESSIONS,
        Route::Workday => phrases::workday::TITLE,
        Route::Print(_) | Route::PrintPlan => phrases::print::TITLE,
        Route::Screening | Route::Safety => phrases::nav::SAFETY,
        Route::Tests | Route::Test(_) | Route::TestTaken(_) => phrases::selftest::TITLE,
        Route::Routines | Route::Routine(_) => phrases::routines::TITLE,
        Route::NewRoutine => phrases::routines::NEW,
        Route::Library | Route::Exercise(_) => phrases::nav::LIBRARY,
        Route::Reading | Route::Chapter(_) => phrases::nav::READING,
        Route::Rules => phrases::rules::TITLE,
        Route::Glossary => phrases::glossary::TITLE,
        Route::Decisions => phrases::decisions::TITLE,
        Route::Comparing => phrases::compare::TITLE,
        Route::Help => phrases::help::TITLE,
        Route::History | Route::Record(_) | Route::AddRecord => phrases::nav::HISTORY,
        Route::Insight(page) => insight::title(*page),
        Route::Settings | Route::Data | Route::Health | Route::About => phrases::nav::SETTINGS,
        Route::Unknown(_) => phrases::app::NOT_FOUND_TITLE,
    })
}

/// An address, or the name of something, that leads nowhere.
#[component]
pub(super) fn NotFound(#[prop(into)] address: String) -> impl IntoView {
    view! {
        <div class="page">
            <PageHeader
                title=say(phrases::app::NOT_FOUND_TITLE)
                lead=fill(phrases::app::NOT_FOUND_TEXT, &[("address", &address)])
            />
            <p>
                <a class="button button--primary" href="#/">
                    {say(phrases::app::TO_TODAY)}
                </a>
            </p>
        </div>
    }
}
