//! The questions of the daily check that only some sessions ask (D4 to D6, X16), and what the
//! answers change.

use leptos::prelude::*;

use crate::{
    app::{
        event::Event,
        model::Model,
        view::{
            day::{Asked, SportQuestion},
            receipts,
        },
    },
    content::phrases::{self, day as words},
    domain::{before_sport::SportSoon, body::Score as Mark, day::Referral, record::RecordId},
    route::Route,
    ui::{
        components::{
            choice::{Choice, ChooseOne},
            notice::{Notice, NoticeKind},
            score::Score,
        },
        runtime::runtime,
        sources::Receipts,
        words::{read, say},
    },
};

/// What is answered so far beyond D1 to D3.
#[derive(Clone, Copy)]
pub(super) struct More {
    asked: Asked,
    soon: RwSignal<Option<bool>>,
    /// What somebody wants after a yes to D4; the advice holds until they choose.
    wish: RwSignal<Option<SportSoon>>,
    soreness: RwSignal<Option<u8>>,
    stiffness: RwSignal<Option<u8>>,
}

impl More {
    pub(super) fn new(asked: Asked) -> Self {
        Self {
            asked,
            soon: RwSignal::new(None),
            wish: RwSignal::new(Some(SportSoon::Swap)),
            soreness: RwSignal::new(None),
            stiffness: RwSignal::new(None),
        }
    }

    pub(super) fn sport(self) -> Option<SportSoon> {
        let soon = self.soon.get_untracked()?;
        if soon { self.wish.get_untracked() } else { Some(SportSoon::No) }
    }

    pub(super) fn soreness(self) -> Option<Mark> {
        self.soreness.get_untracked().and_then(Mark::new)
    }

    pub(super) fn stiffness(self) -> Option<Mark> {
        self.stiffness.get_untracked().and_then(Mark::new)
    }

    /// True when everything that was asked has its answer; the morning may stay untold.
    pub(super) fn is_answered(self) -> bool {
        let Asked { sport, sore_from, stiffness, .. } = self.asked;
        (sport == SportQuestion::Unasked || self.sport().is_some())
            && (sore_from.is_none() || self.soreness().is_some())
            && (!stiffness || self.stiffness().is_some())
    }

    /// The session shrinks to 60 % (R4.25).
    pub(super) fn is_sore(self) -> bool {
        self.soreness.get().zip(self.asked.sore_from).is_some_and(|(sore, from)| sore >= from)
    }

    fn swaps(self) -> bool {
        self.asked.sport == SportQuestion::Asked && self.soon.get() == Some(true)
    }
}

pub(super) fn question(id: &str) -> String {
    runtime().peek(|model| {
        let found = model.catalogue.daily_questions.iter().find(|question| question.id == id);
        found.map(|question| read(&question.text)).unwrap_or_default()
    })
}

pub(super) fn yes_no() -> Vec<Choice<bool>> {
    vec![Choice::new(true, say(phrases::common::YES)), Choice::new(false, say(phrases::common::NO))]
}

/// Asked before anything else, so that last night is not mixed up with now.
#[component]
pub(super) fn Morning(of: RecordId) -> impl IntoView {
    let runtime = runtime();
    let told = RwSignal::new(None::<u8>);
    let tell = move |value| {
        told.set(Some(value));
        if let Some(morning) = Mark::new(value) {
            runtime.dispatch(Event::ToldMorning { id: of, morning });
        }
    };
    view! {
        <div class="card safety__question">
            <Score
                name="morning"
                legend=say(words::MORNING)
                least=say(words::MORNING_LEAST)
                most=say(words::MORNING_MOST)
                chosen=told
                on_choose=tell
            />
            <p class="note">{say(words::MORNING_HINT)}</p>
        </div>
    }
}

/// D4 to D6, as far as this session asks them.
#[component]
pub(super) fn MoreQuestions(more: More) -> impl IntoView {
    let More { asked, soon, soreness, stiffness, .. } = more;
    let sport = (asked.sport != SportQuestion::Unasked).then(|| {
        view! {
            <div class="card safety__question">
                <ChooseOne
                    name="sport"
                    legend=question("D4")
                    choices=yes_no()
                    chosen=soon
                    on_choose=move |answer| soon.set(Some(answer))
                    pair=true
                />
                {move || more.swaps().then(|| view! { <SportChoice more /> })}
            </div>
        }
    });
    let score = |name: &'static str, id: &str, ends: [String; 2], mark: RwSignal<Option<u8>>| {
        let [least, most] = ends;
        view! {
            <div class="card safety__question">
                <Score
                    name
                    legend=question(id)
                    least
                    most
                    chosen=mark
                    on_choose=move |value| mark.set(Some(value))
                />
            </div>
        }
    };
    let sore_ends = [say(words::SORE_LEAST), say(words::SORE_MOST)];
    let stiff_ends = [say(words::STIFF_LEAST), say(words::STIFF_MOST)];
    view! {
        {sport}
        {asked.sore_from.map(|_| score("soreness", "D5", sore_ends, soreness))}
        {asked.stiffness.then(|| score("stiffness", "D6", stiff_ends, stiffness))}
    }
}

/// The one clear line about stretching before sport, and the choice (Decision 4).
#[component]
fn SportChoice(more: More) -> impl IntoView {
    let choices = vec![
        Choice::new(SportSoon::Swap, say(words::SPORT_SWAP)).hint(say(words::SPORT_SWAP_HINT)),
        Choice::new(SportSoon::Keep, say(words::SPORT_KEEP)).hint(say(words::SPORT_KEEP_HINT)),
    ];
    view! {
        <Notice title=say(words::SPORT_TITLE)>
            <p>{say(words::SPORT_TEXT)}</p>
            <Receipts rules=receipts::SPORT_SOON />
        </Notice>
        <ChooseOne
            name="sport-wish"
            legend=say(words::SPORT_CHOICE)
            choices
            chosen=more.wish
            on_choose=move |wish| more.wish.set(Some(wish))
        />
    }
}

/// Sore muscles: less today, or none (D5).
#[component]
pub(super) fn SoreNotice() -> impl IntoView {
    let today = format!("#{}", Route::Today.path());
    view! {
        <Notice kind=NoticeKind::Warning title=say(words::SORE_TITLE)>
            <p>{say(words::SORE_TEXT)}</p>
            <p class="cluster">
                <a class="button button--secondary" href=today>{say(words::SORE_REST)}</a>
            </p>
            <Receipts rules=receipts::SORE />
        </Notice>
    }
}

/// Pain that has been there for too long (D1, D2).
#[component]
pub(super) fn ReferralNotice() -> impl IntoView {
    let referral = runtime().memo(Model::referral);
    move || {
        referral.get().map(|referral| {
            let text = match referral {
                Referral::SharpStays => words::REFER_SHARP,
                Referral::PainStays => words::REFER_PAIN,
            };
            view! {
                <Notice kind=NoticeKind::Stop title=say(words::REFER_TITLE)>
                    <p>{say(text)}</p>
                    <Receipts rules=receipts::referral(referral) />
                    <a class="button button--quiet" href="#/veilig">{say(words::REFER_SAFETY)}</a>
                </Notice>
            }
        })
    }
}
