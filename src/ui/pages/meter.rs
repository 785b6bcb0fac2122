//! Measuring a movement with the phone: where it goes, what to do now, and what it found.

use leptos::prelude::*;

use super::selftest_picture::TestPicture;
use crate::{
    app::{
        event::Event,
        testing::meter::{MeterEvent, TRIES},
        view::{
            hip_form::{MovementForm, Pick},
            meter::{MeterFace, placing, trouble},
        },
    },
    browser::document as page,
    content::phrases::meter as words,
    domain::{
        body::Side,
        selftest::{AttemptText, Class, How, MovementText, Range},
        tilt::{Strange, site},
        time::Seconds,
    },
    ui::{
        components::{
            button::{Button, ButtonKind},
            dots::Dots,
            icon::Icon,
            notice::{Notice, NoticeKind},
            phase::{PhaseBadge, PhaseTone},
            ring::Ring,
        },
        runtime::{Runtime, runtime},
        words::{fill, read, say},
    },
};

/// What stays the same while one attempt is measured.
#[derive(Clone, Copy)]
struct Of {
    text: &'static MovementText,
    how: How,
    side: Side,
    attempt: &'static AttemptText,
    form: RwSignal<MovementForm>,
    /// What was measured before and counts.
    phone: Memo<Option<u16>>,
    runtime: Runtime,
}

/// `otherwise` is what stands there while nobody measures with a phone.
#[component]
pub(super) fn Meter(
    text: &'static MovementText,
    how: How,
    side: Side,
    attempt: &'static AttemptText,
    form: RwSignal<MovementForm>,
    otherwise: ViewFn,
) -> impl IntoView {
    let phone = Memo::new(move |_| form.read().attempt(how).phone);
    let of = Of { text, how, side, attempt, form, phone, runtime: runtime() };
    let face = of.runtime.memo(move |model, now| model.meter_face(how, now));
    // Whoever measures by keyboard or by ear goes along from one thing to the next.
    let stage = Memo::new(move |_| face.read().as_ref().map(stage));
    Effect::new(move |before: Option<Option<u8>>| {
        let stage = stage.get();
        if before.is_some_and(|before| before != stage && stage.is_some()) {
            request_animation_frame(|| page::focus("#meter"));
        }
        stage
    });
    move || match face.get() {
        Some(face) => of.panel(face).into_any(),
        None => view! { {otherwise.run()} {move || of.offer()} }.into_any(),
    }
}

/// A number per thing that has buttons of its own.
fn stage(face: &MeterFace) -> u8 {
    match face {
        MeterFace::Placing => 0,
        MeterFace::Waiting | MeterFace::Ready(_) | MeterFace::Measuring { .. } => 1,
        MeterFace::Done { .. } => 2,
        MeterFace::Strange { .. } => 3,
        MeterFace::Trouble(_) => 4,
    }
}

impl Of {
    fn tell(self, event: MeterEvent) {
        self.runtime.dispatch(Event::Meter(event));
    }

    /// What was measured before, or the way to measure; nothing where no angle belongs.
    fn offer(self) -> Option<AnyView> {
        site(self.text.movement, self.how)?;
        let id = format!("meter-{}", self.how.slug());
        let open = move |()| self.tell(MeterEvent::Opened(self.how));
        let Some(degrees) = self.phone.get() else {
            return Some(
                view! {
                    <div class="meter-offer" id=id tabindex="-1">
                        <Button label=say(words::OPEN) wide=true icon=Icon::Play on_press=open />
                    </div>
                }
                .into_any(),
            );
        };
        let class = Range::Phone(degrees).class(self.text.movement, self.how);
        let told = [("n", degrees.to_string()), ("class", self.class(class))];
        let told = fill(words::USED, &told.each_ref().map(|(name, said)| (*name, said.as_str())));
        let unuse = move |()| {
            self.form.update(|form| form.attempt_mut(self.how).phone = None);
            self.leave();
        };
        Some(
            view! {
                <div class="meter-offer" id=id tabindex="-1">
                    <p role="status">{told}</p>
                    <div class="cluster">
                        <Button label=say(words::AGAIN) icon=Icon::Restart on_press=open />
                        <Button label=say(words::UNUSE) kind=ButtonKind::Quiet on_press=unuse />
                    </div>
                </div>
            }
            .into_any(),
        )
    }

    /// Back to the attempt, where the way in is or what was measured.
    fn leave(self) {
        self.tell(MeterEvent::Left);
        let offer = format!("#meter-{}", self.how.slug());
        request_animation_frame(move || page::focus_in_place(&offer));
    }

    fn class(self, class: Option<Class>) -> String {
        class.map(|class| read(self.attempt.class(class))).unwrap_or_default()
    }

    fn panel(self, face: MeterFace) -> impl IntoView {
        let body = match face {
            MeterFace::Placing => self.place().into_any(),
            MeterFace::Waiting => {
                view! { <p class="meter__line">{say(words::WAITING)}</p> {self.cancel()} }
                    .into_any()
            }
            MeterFace::Ready(left) => self.ready(left).into_any(),
            MeterFace::Measuring { holds, line, done } => {
                self.measure(holds, line, done).into_any()
            }
            MeterFace::Done { degrees, class } => self.found(degrees, class).into_any(),
            MeterFace::Strange { degrees, why, line } => self.ask(degrees, why, line).into_any(),
            MeterFace::Trouble(why) => {
                let title = say(words::TROUBLE);
                view! {
                    <Notice kind=NoticeKind::Warning title><p>{say(trouble(why))}</p></Notice>
                    {self.again()}
                    {self.by_hand()}
                }
                .into_any()
            }
        };
        view! {
            <div class="meter">
                <h4 id="meter" class="card__title" tabindex="-1">{say(words::TITLE)}</h4>
                {body}
            </div>
        }
    }

    fn place(self) -> impl IntoView {
        let lines = placing(self.text.movement, self.how).map(|lines| {
            lines.into_iter().map(|line| view! { <li><p>{say(line)}</p></li> }).collect_view()
        });
        let picture = self.attempt.picture.as_ref().map(|picture| {
            let phone = site(self.text.movement, self.how);
            view! { <TestPicture picture side=Some(self.side) phone /> }
        });
        let begin = move |()| self.tell(MeterEvent::Began);
        view! {
            {picture}
            <ol class="steps">{lines}</ol>
            <p>{say(words::HOW)}</p>
            <p class="note">{say(words::WHY)}</p>
            <Button
                label=say(words::BEGIN)
                kind=ButtonKind::Primary
                big=true
                wide=true
                icon=Icon::Play
                on_press=begin
            />
            {self.by_hand()}
        }
    }

    fn ready(self, left: Seconds) -> impl IntoView {
        let start = placing(self.text.movement, self.how).map(|[.., start]| say(start));
        view! {
            <p class="meter__line">{start}</p>
            <Ring
                progress=1.0
                number=left.0.to_string()
                unit=say(words::UNTIL_START)
                tone=PhaseTone::Prepare
            />
            {self.cancel()}
        }
    }

    fn measure(self, holds: bool, line: String, done: usize) -> impl IntoView {
        let (tone, badge) = if holds {
            (PhaseTone::Hold, words::BADGE_HOLD)
        } else {
            (PhaseTone::Move, words::BADGE_MOVE)
        };
        let counted = [("n", done.to_string()), ("total", TRIES.to_string())];
        let counted = counted.each_ref().map(|(name, number)| (*name, number.as_str()));
        view! {
            <PhaseBadge tone label=say(badge) />
            <p class="meter__line">{line}</p>
            <Dots label=fill(words::TRIES, &counted) done total=TRIES now=true />
            {self.cancel()}
        }
    }

    fn found(self, degrees: u16, class: Option<Class>) -> impl IntoView {
        let take = move |()| self.take(degrees);
        view! {
            <p class="meter__line">{fill(words::FOUND, &[("n", &degrees.to_string())])}</p>
            <p>{self.class(class)}</p>
            <p class="note">{say(words::ERROR)}</p>
            <Button
                label=say(words::USE)
                kind=ButtonKind::Primary
                big=true
                wide=true
                icon=Icon::Check
                on_press=take
            />
            {self.again()}
            {self.by_hand()}
        }
    }

    fn ask(self, degrees: u16, why: Strange, line: String) -> impl IntoView {
        let believe = (why == Strange::Apart).then(|| {
            let label = fill(words::BELIEVE, &[("n", &degrees.to_string())]);
            let on_press = move |()| self.tell(MeterEvent::Believed);
            view! { <Button label wide=true on_press /> }
        });
        view! {
            <Notice kind=NoticeKind::Warning title=say(words::ASKED)><p>{line}</p></Notice>
            {self.again()}
            {believe}
            {self.by_hand()}
        }
    }

    /// The phone outweighs what was seen or typed before; that it hurt stays.
    fn take(self, degrees: u16) {
        self.form.update(|form| {
            let attempt = form.attempt_mut(self.how);
            attempt.phone = Some(degrees);
            attempt.pick = attempt.pick.filter(|pick| *pick == Pick::Pain);
        });
        self.leave();
    }

    fn again(self) -> impl IntoView {
        let on_press = move |()| self.tell(MeterEvent::Began);
        view! { <Button label=say(words::AGAIN) wide=true icon=Icon::Restart on_press /> }
    }

    fn by_hand(self) -> impl IntoView {
        let on_press = move |()| self.leave();
        view! { <Button label=say(words::BY_HAND) wide=true kind=ButtonKind::Quiet on_press /> }
    }

    fn cancel(self) -> impl IntoView {
        let on_press = move |()| self.leave();
        view! { <Button label=say(words::CANCEL) wide=true icon=Icon::Stop on_press /> }
    }
}
