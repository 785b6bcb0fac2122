//! What a self-test showed, in words per side, with what it means next and what changed.

use leptos::prelude::*;

use super::{
    NotFound,
    selftest::back_to_tests,
    selftest_next::{Decision, RunnerNext},
    selftests::{grade_words, side_words},
};
use crate::{
    app::{
        event::Event,
        testing::TestEvent,
        view::{receipts, selftest::TestReport},
    },
    browser::intl::{self, DateStyle},
    content::phrases::{self, selftest as words},
    domain::{
        clearance::Level,
        record::RecordId,
        selftest::{
            Change, Grade, GradedItem, How, Item, ReadBy, SIDES, SelfTest, TestId, TestResult,
        },
        time::Day,
    },
    route::Route,
    ui::{
        components::{
            button::{Button, ButtonKind, ButtonLink},
            dialog::Dialog,
            header::PageHeader,
            icon::Icon,
            notice::{Notice, NoticeKind},
            row::{Row, Rows},
        },
        runtime::runtime,
        sources::{Receipts, RuleTags, WithSources},
        words::{fill, language, read, say},
    },
};

#[component]
pub(super) fn SelfTestResult(id: String) -> impl IntoView {
    let runtime = runtime();
    let address = Route::TestTaken(id.clone()).path();
    let report = runtime.memo(move |model, _| model.test_report(&id));
    move || match report.get() {
        Some(report) => view! { <WithSources><Told report /></WithSources> }.into_any(),
        None => view! { <NotFound address=address.clone() /> }.into_any(),
    }
}

#[component]
fn Told(report: TestReport) -> impl IntoView {
    let TestReport { id, test, taken, grades, before, decision } = report;
    let lead = intl::date(taken.day, language(), DateStyle::Long);
    let amber = taken.result.is_amber().then(|| {
        view! {
            <Notice kind=NoticeKind::Warning title=say(words::AMBER_TITLE)>
                <p>{say(words::AMBER_TEXT)}</p>
                <Receipts rules=receipts::light(Level::Amber) />
            </Notice>
        }
    });
    let runner = match &taken.result {
        TestResult::RunnerCheck(check) => Some(view! { <RunnerNext check=*check /> }),
        _ => None,
    };
    let again = format!("#{}", Route::Test(test.id).path());
    view! {
        <div class="page">
            <PageHeader title=read(&test.plain_name) lead back=back_to_tests() />
            {amber}
            <section class="section">
                <h2>{say(words::SEEN)}</h2>
                {seen(test, &grades)}
                <RuleTags ids=&test.rules />
            </section>
            {decision.map(|decision| view! { <Decision decision test /> })}
            {runner}
            {before.map(|(day, changes)| since(test, day, &changes))}
            <p class="note">{read(&test.caution)}</p>
            <div class="cluster">
                <ButtonLink label=say(words::AGAIN) href=again icon=Icon::Play />
                <Delete id />
            </div>
        </div>
    }
}

fn seen(test: &'static SelfTest, grades: &[GradedItem]) -> impl IntoView + use<> {
    if test.id == TestId::HipCheck {
        let rows = test.movements.iter().map(|text| {
            let sides = SIDES.into_iter().filter_map(|side| {
                let here: Vec<_> = grades
                    .iter()
                    .filter(|one| one.side == Some(side))
                    .filter_map(|one| match one.item {
                        Item::Movement(movement, how) if movement == text.movement => {
                            Some((how, *one))
                        }
                        _ => None,
                    })
                    .collect();
                let said = hip_words(test, &here)?;
                Some(format!("{}: {said}", side_words(side)))
            });
            let detail = sides.collect::<Vec<_>>().join(" · ");
            let detail = if detail.is_empty() { say(words::NOT_TESTED) } else { detail };
            view! { <Row title=read(&text.plain_name) detail /> }
        });
        let rows: Vec<_> = rows.collect();
        return view! { <Rows>{rows}</Rows> }.into_any();
    }
    let rows = grades.iter().map(|one| {
        let title = one.side.map_or_else(|| read(&test.plain_name), side_words);
        let meaning = match one.grade {
            Grade::Painful => say(words::PAIN_TEXT),
            Grade::Class { slug, .. } => {
                test.outcome(slug).map(|outcome| read(&outcome.text)).unwrap_or_default()
            }
        };
        let detail = format!("{}. {meaning}", grade_words(test, one.grade));
        view! { <Row title detail /> }
    });
    let rows: Vec<_> = rows.collect();
    view! { <Rows>{rows}</Rows> }.into_any()
}

/// "redelijk, met hulp goed".
fn hip_words(test: &SelfTest, grades: &[(How, GradedItem)]) -> Option<String> {
    let word = |how: How| {
        let found = grades.iter().find(|(one, _)| *one == how);
        found.map(|(_, item)| with_phone(grade_words(test, item.grade).to_lowercase(), item))
    };
    Some(match (word(How::Active), word(How::Passive)) {
        (Some(own), Some(helped)) => {
            fill(words::OWN_AND_HELPED, &[("own", &own), ("helped", &helped)])
        }
        (Some(own), None) => own,
        (None, Some(helped)) => fill(words::HELPED, &[("helped", &helped)]),
        (None, None) => return None,
    })
}

/// "goed (33°, telefoon)": what the phone read says so.
fn with_phone(class: String, item: &GradedItem) -> String {
    match item.degrees {
        Some(degrees) if item.read_by == ReadBy::Phone && item.grade != Grade::Painful => {
            let degrees = format!("{degrees:.0}");
            fill(phrases::meter::DEGREES_PHONE, &[("class", &class), ("n", &degrees)])
        }
        _ => class,
    }
}

/// A class, or ten degrees; anything less is no measurable difference (X24).
fn since(
    test: &'static SelfTest,
    day: Day,
    changes: &[(GradedItem, Change)],
) -> impl IntoView + use<> {
    let date = intl::date(day, language(), DateStyle::Short);
    let real = changes.iter().filter(|(_, change)| *change != Change::NoMeasurableDifference);
    let lines: Vec<String> = real
        .map(|(item, change)| format!("{}: {}", item_words(test, item), change_words(*change)))
        .collect();
    let body = if lines.is_empty() {
        view! { <p>{say(words::NO_DIFFERENCE)}</p> }.into_any()
    } else {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> });
        view! {
            <ul>{lines.collect_view()}</ul>
            <p class="note">{say(words::REST_SAME)}</p>
        }
        .into_any()
    };
    view! {
        <section class="section">
            <h2>{fill(words::SINCE, &[("date", &date)])}</h2>
            {body}
            <Receipts rules=receipts::COMPARED />
        </section>
    }
}

fn item_words(test: &SelfTest, item: &GradedItem) -> String {
    let what = match item.item {
        Item::Whole => read(&test.plain_name),
        Item::Movement(movement, how) => {
            let name =
                test.movement(movement).map(|text| read(&text.plain_name)).unwrap_or_default();
            match how {
                How::Active => name,
                How::Passive => fill(words::ITEM_HELPED, &[("movement", &name)]),
            }
        }
    };
    match item.side {
        None => what,
        Some(side) => format!("{what}, {}", side_words(side).to_lowercase()),
    }
}

fn change_words(change: Change) -> String {
    say(match change {
        Change::Better => words::BETTER,
        Change::Worse => words::WORSE,
        Change::NoLongerPainful => words::NO_LONGER_PAINFUL,
        Change::NowPainful => words::NOW_PAINFUL,
        Change::ReadDifferently => phrases::meter::READ_DIFFERENTLY,
        Change::NoMeasurableDifference => words::NO_DIFFERENCE,
    })
}

#[component]
fn Delete(id: RecordId) -> impl IntoView {
    let runtime = runtime();
    let open = RwSignal::new(false);
    let actions = move || {
        view! {
            <Button label=say(phrases::common::CANCEL) on_press=move |()| open.set(false) />
            <Button
                label=say(phrases::common::DELETE)
                kind=ButtonKind::Danger
                on_press=move |()| {
                    open.set(false);
                    runtime.dispatch(Event::Test(TestEvent::Deleted(id)));
                }
            />
        }
    };
    view! {
        <Button
            label=say(phrases::common::DELETE)
            kind=ButtonKind::Danger
            icon=Icon::Trash
            on_press=move |()| open.set(true)
        />
        <Dialog id="delete-test" open title=say(words::DELETE_TITLE) on_close=move |()| open.set(false) actions>
            <p>{say(words::DELETE_TEXT)}</p>
        </Dialog>
    }
}
