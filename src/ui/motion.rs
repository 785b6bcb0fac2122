//! Figures that move: in step with the session, or to be looked at.
//!
//! A picture is drawn again only while something moves and somebody can see it. Whoever asked
//! their device for less movement sees the pose that a phase leads to, and no movement.

use std::sync::Arc;

use leptos::prelude::*;

use super::{
    components::{
        button::{Button, ButtonKind},
        figure::MovingFigure,
        icon::Icon,
    },
    runtime::{Runtime, runtime},
    words::{fill, read, say},
    words_things::muscle,
};
use crate::{
    app::view::figure::{Acting, Pulse, acting, pulse},
    browser::{
        frames::{self, Frame},
        stillness,
    },
    content::phrases::figure as words,
    domain::{
        body::{Muscle, Side},
        exercise::Exercise,
        figure::{
            course::{Force, Scene, scene, still},
            drawing::Drawing,
            moving::{Moving, Telling},
            showing::Showing,
        },
        text::Bilingual,
    },
};

/// The shortest time between two pictures, in milliseconds: thirty a second are enough for limbs.
const APART: u64 = 30;

/// The figure of the running session.
#[component]
pub(super) fn SessionFigure() -> impl IntoView {
    let runtime = runtime();
    let acting: Memo<Option<Acting<'static>>> = runtime.memo(|model, _| acting(model));
    let moving = Memo::new(move |_| acting.with(|acting| acting.as_ref()?.moving().map(Arc::new)));
    move || moving.get().map(|moving| view! { <InStep moving /> })
}

#[component]
fn InStep(moving: Arc<Moving>) -> impl IntoView {
    let runtime = runtime();
    let way = moving.way();
    let staged = move |pulse: &Pulse| {
        let show = if stillness::is_wanted() { still } else { scene };
        show(&pulse.beat, way)
    };
    let now = runtime.glance(pulse);
    let begin = now.map_or_else(Scene::default, |now| staged(&now));
    let shapes = moving.shapes();
    let drawing = RwSignal::new(moving.draw(&begin, now.and_then(|now| now.side)));
    let telling = {
        let moving = Arc::clone(&moving);
        runtime.memo(move |model, now| {
            let pulse = pulse(model, now)?;
            let force = scene(&pulse.beat, way).force;
            Some(tell(&moving.telling(&pulse.beat), force))
        })
    };
    let last = StoredValue::new((begin, now.and_then(|now| now.side)));
    let project = Projector::new(move || {
        let Some(now) = runtime.glance(pulse) else { return false };
        let shown = (staged(&now), now.side);
        if last.get_value() != shown {
            last.set_value(shown);
            drawing.set(moving.draw(&shown.0, shown.1));
        }
        now.runs && (shown.0.moves || now.waits)
    });
    // Anything that could set the figure in motion or stop it: the clock has a tick for each.
    let turns = runtime.memo(move |model, now| {
        pulse(model, now).map(|pulse| {
            let held = if pulse.runs { 0.0 } else { pulse.beat.over };
            (pulse.phase, pulse.runs, held, staged(&pulse).moves)
        })
    });
    Effect::new(move |_| {
        // Read, not only tracked: a memo that nobody has read follows nothing.
        turns.with(|_| ());
        project.run();
    });
    let label = move || telling.get().unwrap_or_default();
    view! {
        <div class="poses">
            <div class="poses__pose">
                <MovingFigure drawing shapes label=Signal::derive(label) />
            </div>
        </div>
    }
}

/// An exercise's movement, to be looked at: with a button that lets it move and stand still.
#[component]
pub(super) fn ShownMovement(exercise: &'static Exercise) -> impl IntoView {
    let dose = exercise.doses.first()?;
    let (mode, sides) = (dose.protocol.mode(), dose.sides);
    let moving = Acting { exercise, variant: None, mode, sides }.moving()?;
    let showing = Showing::new(&dose.protocol, sides);
    let runtime = runtime();
    let side = exercise.unilateral.then_some(Side::Right);
    let shapes = moving.shapes();
    let way = moving.way();
    let label = tell(&moving.whole(), None);
    let drawing: RwSignal<Drawing> = RwSignal::new(moving.draw(&Scene::default(), side));
    let plays = RwSignal::new(!stillness::is_wanted());
    // What was shown before it last stood still, and since when it moves, in milliseconds.
    let shown = StoredValue::new((0_u64, None::<u64>));
    let last = StoredValue::new(Scene::default());
    let project = Projector::new(move || {
        let now = runtime.glance(|_, now| now.mono);
        let (before, since) = shown.get_value();
        if !plays.get_untracked() {
            shown.set_value((before + since.map_or(0, |since| now - since), None));
            return false;
        }
        let since = since.unwrap_or(now);
        shown.set_value((before, Some(since)));
        let scene = showing.scene(seconds(before + now - since), way);
        if last.get_value() != scene {
            last.set_value(scene);
            drawing.set(moving.draw(&scene, side));
        }
        true
    });
    Effect::new(move |_| {
        plays.track();
        project.run();
    });
    let word = move || say(if plays.get() { words::PAUSE } else { words::PLAY });
    let icon = move || if plays.get() { Icon::Pause } else { Icon::Play };
    Some(view! {
        <figure class="exercise__pose exercise__pose--moving">
            <MovingFigure drawing shapes label=Signal::derive(move || label.clone()) />
            <figcaption>{striped(&exercise.muscles)}</figcaption>
            <Button
                label=Signal::derive(word)
                icon=Signal::derive(icon)
                kind=ButtonKind::Quiet
                on_press=move |()| plays.update(|plays| *plays = !*plays)
            />
        </figure>
    })
}

/// The words to the picture.
fn tell(telling: &Telling<'_>, force: Option<Force>) -> String {
    let text = |text: &Bilingual| read(text);
    let poses = match telling {
        Telling::Stays(pose) => text(pose),
        Telling::Goes { from, to } => {
            fill(words::GOES, &[("from", &text(from)), ("to", &text(to))])
        }
        Telling::Round(poses) => {
            let poses: Vec<String> = poses.iter().map(|pose| text(pose)).collect();
            fill(words::ORDER, &[("poses", &poses.join("; "))])
        }
    };
    let arrow = force.map(|force| match force {
        Force::Press => say(words::PRESS),
        Force::Pull => say(words::PULL),
    });
    [Some(poses), arrow].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Which muscles the stripes stand for.
fn striped(muscles: &[Muscle]) -> String {
    let marked: Vec<String> =
        muscles.iter().copied().filter(|one| *one != Muscle::WholeBody).map(muscle).collect();
    if marked.is_empty() {
        return String::new();
    }
    fill(words::MUSCLES, &[("muscles", &marked.join(", "))])
}

#[expect(clippy::cast_precision_loss, reason = "nobody looks for years")]
fn seconds(millis: u64) -> f32 {
    (millis % 3_600_000) as f32 / 1000.0
}

/// Draws now, and again with the frames of the browser for as long as something moves.
#[derive(Clone, Copy)]
struct Projector {
    /// Draws this moment, and says whether the next will differ.
    draw: StoredValue<Box<dyn Fn() -> bool>, LocalStorage>,
    frame: StoredValue<Option<Frame>, LocalStorage>,
    drawn: StoredValue<u64>,
    runtime: Runtime,
}

impl Projector {
    fn new(draw: impl Fn() -> bool + 'static) -> Self {
        let draw: Box<dyn Fn() -> bool> = Box::new(draw);
        let frame = StoredValue::new_local(None::<Frame>);
        on_cleanup(move || {
            if let Some(Some(frame)) = frame.try_get_value() {
                frame.cancel();
            }
        });
        let draw = StoredValue::new_local(draw);
        Self { draw, frame, drawn: StoredValue::new(0), runtime: runtime() }
    }

    fn run(self) {
        if let Some(Some(frame)) = self.frame.try_update_value(Option::take) {
            frame.cancel();
        }
        self.look(0);
    }

    fn look(self, apart: u64) {
        let now = self.runtime.glance(|_, now| now.mono);
        let early = self.drawn.try_get_value().is_some_and(|drawn| now < drawn + apart);
        if early || self.draw.try_with_value(|draw| draw()).unwrap_or(false) {
            if !early {
                self.drawn.set_value(now);
            }
            let next = frames::next(move || self.look(APART));
            self.frame.try_set_value(next);
        }
    }
}
