//! How the phone tilts: the events of motion and orientation, and leave to hear them.
//!
//! Safari asks the person, and only in a press. Chromium tells acceleration all the time and an
//! orientation only when it changed; without a sensor it sends one event full of nothing. So both
//! kinds are handed on as they are, a few at a time.

use std::{cell::RefCell, fmt, rc::Rc};

use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;

use super::{property, ticker, window};
use crate::domain::{tilt::Told, time::Millis};

/// Events wait for each other this long, so that the page does not look at each.
const TOGETHER: Millis = Millis(50);
const MOTION: &str = "devicemotion";
const ORIENTATION: &str = "deviceorientation";

/// An event of the page with its moment.
type Heard = Vec<(f64, Told)>;
type Listener = Closure<dyn FnMut(JsValue)>;
/// What listens to which event.
type Listeners = [(&'static str, Listener); 2];

#[derive(Clone, Default)]
pub struct Tilt {
    listeners: Rc<RefCell<Option<Listeners>>>,
}

/// Calls `then` with what the browser says, `granted` where it asks nobody; with none where it
/// knows no such events.
pub fn ask(then: impl FnOnce(Option<String>) + 'static) {
    let window = window();
    let events = ["DeviceMotionEvent", "DeviceOrientationEvent"];
    let known: Vec<JsValue> = events.iter().filter_map(|name| property(&window, name)).collect();
    let asking = known.iter().find(|event| property(event, "requestPermission").is_some());
    let Some(event) = asking else {
        then(known.first().map(|_| "granted".to_owned()));
        return;
    };
    let answer = super::ask(event, "requestPermission", &[]);
    spawn_local(async move {
        let answer = answer.await.ok().and_then(|answer| answer.as_string());
        then(Some(answer.unwrap_or_else(|| "denied".to_owned())));
    });
}

impl fmt::Debug for Tilt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Tilt").finish_non_exhaustive()
    }
}

impl Tilt {
    pub fn is_listening(&self) -> bool {
        self.listeners.borrow().is_some()
    }

    /// Hands on what is told, until it is let go.
    pub fn listen(&self, then: impl FnMut(Heard) + 'static) {
        let then = Rc::new(RefCell::new(then));
        let waiting = Rc::new(RefCell::new(Heard::new()));
        let listener = |read: fn(&JsValue) -> Told| {
            let (then, waiting) = (Rc::clone(&then), Rc::clone(&waiting));
            Listener::new(move |event: JsValue| {
                let first = waiting.borrow().is_empty();
                waiting.borrow_mut().push((number(&event, "timeStamp"), read(&event)));
                if first {
                    let (then, waiting) = (Rc::clone(&then), Rc::clone(&waiting));
                    let hand_on = move || {
                        let heard = waiting.take();
                        (then.borrow_mut())(heard);
                    };
                    ticker::wake_in(TOGETHER, hand_on);
                }
            })
        };
        let listeners = [(MOTION, listener(acceleration)), (ORIENTATION, listener(orientation))];
        for (event, listener) in &listeners {
            let listener = listener.as_ref().unchecked_ref();
            drop(window().add_event_listener_with_callback(event, listener));
        }
        self.listeners.replace(Some(listeners));
    }

    pub fn let_go(&self) {
        for (event, listener) in self.listeners.take().into_iter().flatten() {
            let listener = listener.as_ref().unchecked_ref();
            drop(window().remove_event_listener_with_callback(event, listener));
        }
    }
}

fn acceleration(event: &JsValue) -> Told {
    let felt = property(event, "accelerationIncludingGravity").unwrap_or(JsValue::NULL);
    let along = |axis: &str| number(&felt, axis);
    Told::Acceleration { x: along("x"), y: along("y"), z: along("z") }
}

fn orientation(event: &JsValue) -> Told {
    Told::Orientation { beta: number(event, "beta"), gamma: number(event, "gamma") }
}

/// No number where there is none.
fn number(object: &JsValue, name: &str) -> f64 {
    property(object, name).and_then(|value| value.as_f64()).unwrap_or(f64::NAN)
}
