//! How a session felt: the same fields after it, when it is corrected, and when it is added later.

use leptos::prelude::*;

use crate::{
    content::phrases::{self, compare, feeling as steps, felt as words, finish},
    domain::{
        body::{Change, Score as Mark},
        planning::method::method_of,
        record::{After, Felt, Form, Note, SessionRecord},
    },
    ui::{
        components::{
            change::ChangeScale,
            choice::{Choice, ChooseOne},
            field::TextArea,
            score::Score,
        },
        words::say,
    },
};

/// The answers after a session while they are being given.
#[derive(Clone, Copy)]
pub(super) struct Feeling {
    change: RwSignal<Option<i8>>,
    pain: RwSignal<Option<u8>>,
    stiffness: RwSignal<Option<u8>>,
    effort: RwSignal<Option<u8>>,
    form: RwSignal<Option<Form>>,
    place: RwSignal<Option<Felt>>,
    morning: RwSignal<Option<u8>>,
    note: RwSignal<String>,
}

impl Feeling {
    pub(super) fn new(after: &After) -> Self {
        Self {
            change: RwSignal::new(after.change.map(Change::value)),
            pain: RwSignal::new(after.pain.map(Mark::value)),
            stiffness: RwSignal::new(after.stiffness.map(Mark::value)),
            effort: RwSignal::new(after.effort.map(Mark::value)),
            form: RwSignal::new(after.form),
            place: RwSignal::new(after.felt),
            morning: RwSignal::new(after.morning.map(Mark::value)),
            note: RwSignal::new(after.note.as_str().to_owned()),
        }
    }

    pub(super) fn read(self) -> After {
        let mark = |score: RwSignal<Option<u8>>| score.get_untracked().and_then(Mark::new);
        After {
            change: self.change.get_untracked().and_then(Change::new),
            pain: mark(self.pain),
            stiffness: mark(self.stiffness),
            effort: mark(self.effort),
            form: self.form.get_untracked(),
            felt: self.place.get_untracked(),
            morning: mark(self.morning),
            note: Note::shortened(&self.note.get_untracked()),
        }
    }
}

/// Whether stiffness is asked after a session too: static and PNF are compared, and it was asked
/// before it (7.2).
pub(super) fn asks_stiffness(record: &SessionRecord) -> bool {
    record.before.stiffness.is_some() && method_of(&record.session).is_some()
}

/// `exercised` is false after a walk, which has no form to watch; `stiff` asks how stiff it is now;
/// `later` asks about the next morning too.
#[component]
pub(super) fn FeelingFields(
    feeling: Feeling,
    exercised: bool,
    #[prop(optional)] stiff: bool,
    later: bool,
) -> impl IntoView {
    let Feeling { change, pain, stiffness, effort, form, place, morning, note } = feeling;
    let scale = [
        steps::MUCH_WORSE,
        steps::WORSE,
        steps::LITTLE_WORSE,
        steps::SAME,
        steps::LITTLE_BETTER,
        steps::BETTER,
        steps::MUCH_BETTER,
    ];
    let stiff = stiff.then(|| {
        view! {
            <Score
                name="stiffness-after"
                legend=say(compare::STIFF_AFTER)
                least=say(phrases::day::STIFF_LEAST)
                most=say(phrases::day::STIFF_MOST)
                chosen=stiffness
                on_choose=move |value| stiffness.set(Some(value))
            />
        }
    });
    let watched = exercised.then(|| view! { <FormAndPlace form place /> });
    let next_morning = later.then(|| {
        view! {
            <Score
                name="morning"
                legend=say(words::MORNING)
                least=say(phrases::day::MORNING_LEAST)
                most=say(phrases::day::MORNING_MOST)
                chosen=morning
                on_choose=move |value| morning.set(Some(value))
            />
        }
    });
    view! {
        <ChangeScale
            name="change"
            legend=say(finish::CHANGE)
            words=scale.map(say)
            chosen=change
            on_choose=move |value| change.set(Some(value))
        />
        <Score
            name="pain-after"
            legend=say(finish::PAIN)
            least=say(phrases::check::NO_PAIN)
            most=say(phrases::check::WORST_PAIN)
            chosen=pain
            on_choose=move |value| pain.set(Some(value))
        />
        {stiff}
        <Score
            name="effort"
            legend=say(finish::EFFORT)
            least=say(finish::EFFORT_LOW)
            most=say(finish::EFFORT_HIGH)
            chosen=effort
            on_choose=move |value| effort.set(Some(value))
        />
        {watched}
        {next_morning}
        <TextArea id="note" label=say(finish::NOTE) value=note on_input=move |text| note.set(text) />
    }
}

/// Whether it stayed neat (X17), and where it was felt (R3.12, R2.13).
#[component]
fn FormAndPlace(form: RwSignal<Option<Form>>, place: RwSignal<Option<Felt>>) -> impl IntoView {
    let forms = [Form::Good, Form::Faults].map(|one| Choice::new(one, form_words(one)));
    let places = Felt::ALL.iter().map(|one| Choice::new(*one, place_words(*one))).collect();
    let wrong = move || {
        let low = matches!(place.get(), Some(Felt::LowBack | Felt::Knee));
        low.then(|| view! { <p class="note">{say(words::WRONG_HINT)}</p> })
    };
    view! {
        <ChooseOne
            name="form"
            legend=say(words::FORM)
            choices=forms.into()
            chosen=form
            on_choose=move |chosen| form.set(Some(chosen))
            pair=true
        />
        <ChooseOne
            name="felt"
            legend=say(words::PLACE)
            choices=places
            chosen=place
            on_choose=move |chosen| place.set(Some(chosen))
        />
        <div role="status">{wrong}</div>
    }
}

pub(super) fn form_words(form: Form) -> String {
    say(match form {
        Form::Good => words::FORM_GOOD,
        Form::Faults => words::FORM_FAULTS,
    })
}

pub(super) fn place_words(felt: Felt) -> String {
    say(match felt {
        Felt::RightPlace => words::RIGHT_PLACE,
        Felt::LowBack => words::LOW_BACK,
        Felt::Knee => words::KNEE,
        Felt::Elsewhere => words::ELSEWHERE,
    })
}
