//! The player: one screen that leads a session, to be read from the floor.

use leptos::prelude::*;

use super::{
    feel::FeelPanel,
    floor::Floor,
    light::{Flash, LightNotice},
    player_kept::KeptNotice,
    player_keys::KeysDialog,
    player_parts::{Controls, Cue, Head},
    player_sound::SoundNotice,
    player_swap::SwapDialog,
    player_tools::Extra,
    player_waiting,
    stop::StopDialog,
};
use crate::{
    app::{
        model::Model,
        view::player::{Course, Look, PlayerView, player},
    },
    content::phrases,
    domain::{
        session::{AwayAnswer, Input},
        settings::Screen,
    },
    ui::{
        components::{
            button::{Button, ButtonKind},
            dialog::Dialog,
            phase::PhaseTone,
            ring::Ring,
        },
        motion::SessionFigure,
        runtime::runtime,
        sources::WithSources,
        words::{duration, fill, read, say},
    },
};

pub(super) type Shown = Memo<Option<PlayerView<'static>>>;

#[component]
pub(super) fn Player() -> impl IntoView {
    let runtime = runtime();
    let shown: Shown =
        runtime.memo(|model, now| player(model.live.as_ref()?, model.catalogue, now));
    let tone =
        Memo::new(move |_| shown.with(|shown| shown.as_ref().map_or(PhaseTone::Paused, tone_of)));
    let done = runtime.memo(|model, _| share_done(model));
    let floor = runtime.memo(|model, _| model.settings.screen == Screen::Floor);
    let paired = Memo::new(move |_| shown.with(|shown| shown.as_ref()?.pair()).is_some());
    let usual = move || {
        view! {
            <Head shown />
            <div class="player__scene" class:player__scene--pair=move || paired.get()>
                <div class="player__figure" on:click=move |_| player_waiting::tapped(shown)>
                    <SessionFigure />
                </div>
                <div class="player__dial" on:click=move |_| player_waiting::tapped(shown)>
                    <Dial shown tone />
                </div>
                <Cue shown tone />
                <FeelPanel shown />
            </div>
            <Controls shown />
            <Extra shown />
        }
    };
    // One text: a class that is set beside it would be lost when the tone changes.
    let class = move || {
        let floor = if floor.get() { " player--floor" } else { "" };
        format!("player player--{}{floor}", tone.get().slug())
    };
    let all = move || {
        if floor.get() {
            view! { <LightNotice /><Floor shown tone /> }.into_any()
        } else {
            usual().into_any()
        }
    };
    view! {
        <WithSources>
        <main
            class=class
            style:--player-done=move || done.get().to_string()
        >
            <Flash />
            <KeptNotice />
            <SoundNotice />
            {all}
        </main>
        <AwayQuestion shown />
        <StopDialog />
        <SwapDialog />
        <KeysDialog />
        </WithSources>
    }
}

fn tone_of(view: &PlayerView<'_>) -> PhaseTone {
    if !matches!(view.course, Course::Running | Course::Waiting) {
        return PhaseTone::Paused;
    }
    match view.look {
        Look::Prepare => PhaseTone::Prepare,
        Look::Hold => PhaseTone::Hold,
        Look::Press => PhaseTone::Press,
        Look::Relax => PhaseTone::Relax,
        Look::Move => PhaseTone::Move,
        Look::Rest => PhaseTone::Rest,
    }
}

/// How much of the session is over, 0 to 1.
fn share_done(model: &Model) -> f64 {
    let Some(live) = &model.live else { return 1.0 };
    let all = live.session.plan().lasts().0.max(1);
    let left = live.session.total_left().seconds_up().0;
    (1.0 - f64::from(left) / f64::from(all)).clamp(0.0, 1.0)
}

#[component]
fn Dial(shown: Shown, tone: Memo<PhaseTone>) -> impl IntoView {
    let progress = move || {
        shown.with(|shown| shown.as_ref().map_or(0.0, |view| 1.0 - f64::from(view.over) / 1000.0))
    };
    let reading = Memo::new(move |_| {
        shown.with(|shown| shown.as_ref().map(player_waiting::dial).unwrap_or_default())
    });
    let (number, unit) = (move || reading.get().0, move || reading.get().1);
    view! {
        <Ring
            progress=Signal::derive(progress)
            number=Signal::derive(number)
            unit=Signal::derive(unit)
            tone
        />
    }
}

/// After a gap that a hold cannot explain: asked once, one tap each.
#[component]
fn AwayQuestion(shown: Shown) -> impl IntoView {
    let runtime = runtime();
    let away = Memo::new(move |_| {
        shown.with(|shown| match shown {
            Some(PlayerView { course: Course::Away { gap, working }, exercise, .. }) => {
                Some((*gap, *working, read(&exercise.plain_name)))
            }
            _ => None,
        })
    });
    let answer = move |answer: AwayAnswer| runtime.press(Input::AnsweredAway(answer));
    let title = move || {
        let gap = away.get().map(|(gap, ..)| duration(gap)).unwrap_or_default();
        fill(phrases::player::AWAY_TITLE, &[("time", &gap)])
    };
    let text = move || match away.get() {
        Some((_, true, name)) => fill(phrases::player::AWAY_TEXT, &[("exercise", &name)]),
        _ => say(phrases::player::AWAY_TEXT_REST),
    };
    let working = move || away.get().is_some_and(|(_, working, _)| working);
    let choice = move |label: String, kind: ButtonKind, meant: AwayAnswer| {
        view! { <Button label kind big=true on_press=move |()| answer(meant) /> }
    };
    let actions = move || {
        let about_work = working().then(|| {
            view! {
                {choice(say(phrases::player::AWAY_NOT_DONE), ButtonKind::Secondary, AwayAnswer::NotDone)}
                {choice(say(phrases::player::AWAY_DONE), ButtonKind::Primary, AwayAnswer::Done)}
            }
        });
        view! {
            {choice(say(phrases::player::AWAY_GO_ON), ButtonKind::Secondary, AwayAnswer::GoOn)}
            {about_work}
        }
    };
    // Escape leaves everything as it was: what ran begins again.
    let on_close = move |()| {
        if away.get_untracked().is_some() {
            answer(AwayAnswer::GoOn);
        }
    };
    view! {
        <Dialog
            id="away"
            open=Signal::derive(move || away.get().is_some())
            title=Signal::derive(title)
            on_close
            actions
        >
            <p>{text}</p>
        </Dialog>
    }
}
