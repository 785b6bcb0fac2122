//! The phone as a meter: what is said while it measures, and what it found.

use crate::{
    app::{
        model::Model,
        testing::meter::{Meter, Phase, Place, Trouble, to_let_go},
    },
    content::phrases::{Phrase, meter as words},
    domain::{
        body::HipMovement,
        selftest::{Class, How, Range},
        text::Language,
        tilt::{Site, Strange, site},
        time::{Millis, Moment, Seconds},
    },
};

/// A measurement as the screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MeterFace {
    /// Where to put the phone, and how to begin.
    Placing,
    Waiting,
    /// So long until it begins.
    Ready(Seconds),
    /// What is to be done, and how many tries are behind it.
    Measuring {
        holds: bool,
        line: String,
        done: usize,
    },
    Done {
        degrees: u16,
        class: Option<Class>,
    },
    Strange {
        degrees: u16,
        why: Strange,
        line: String,
    },
    Trouble(Trouble),
}

impl Model {
    /// None unless this way of trying is being measured.
    pub fn meter_face(&self, how: How, now: Moment) -> Option<MeterFace> {
        let meter = self.testing.as_ref()?.meter().filter(|meter| meter.how == how)?;
        let language = self.settings.language;
        let ready = to_let_go(self.settings.ready.seconds());
        let line = || said(meter, ready, language).unwrap_or_default();
        Some(match meter.phase() {
            Phase::Placing => MeterFace::Placing,
            Phase::Asking | Phase::Listening(_) => MeterFace::Waiting,
            Phase::Ready(since) => {
                let gone = Millis(now.mono) - since;
                MeterFace::Ready((ready.millis() - gone).seconds_up().max(Seconds(1)))
            }
            phase @ (Phase::Moving(..) | Phase::Holding(..)) => MeterFace::Measuring {
                holds: matches!(phase, Phase::Holding(..)),
                line: line(),
                done: meter.done(),
            },
            Phase::Done(degrees) => {
                let class = Range::Phone(degrees).class(meter.movement, meter.how);
                MeterFace::Done { degrees, class }
            }
            Phase::Strange(degrees, why) => MeterFace::Strange { degrees, why, line: line() },
            Phase::Trouble(trouble) => MeterFace::Trouble(trouble),
        })
    }
}

/// Where to put the phone, and where the limb begins.
pub fn placing(movement: HipMovement, how: How) -> Option<[Phrase; 2]> {
    let start = match movement {
        HipMovement::InternalRotation | HipMovement::ExternalRotation => words::START_SHIN,
        HipMovement::Flexion => words::START_LYING,
        _ => words::START_PRONE,
    };
    let place = match site(movement, how)? {
        Site::Shin => words::PLACE_SHIN,
        Site::Thigh => words::PLACE_THIGH,
        Site::BackOfThigh => words::PLACE_BACK,
    };
    Some([place, start])
}

pub fn trouble(trouble: Trouble) -> Phrase {
    match trouble {
        Trouble::Refused => words::REFUSED,
        Trouble::NoSensor => words::NO_SENSOR,
        Trouble::Lost => words::LOST,
        Trouble::Unsteady => words::UNSTEADY,
        Trouble::Shifted => words::SHIFTED,
    }
}

/// What is said where a measurement comes to; on the screen it stands too.
pub fn said(meter: &Meter, ready: Seconds, language: Language) -> Option<String> {
    let [.., start] = placing(meter.movement, meter.how)?;
    let line = |phrase: Phrase| Some(phrase.read(language).to_owned());
    match meter.phase() {
        Phase::Placing | Phase::Asking | Phase::Listening(_) => None,
        Phase::Ready(_) => {
            let seconds = ready.0.to_string();
            Some(words::READY.fill(language, &[("start", start.read(language)), ("n", &seconds)]))
        }
        Phase::Holding(..) => line(words::HOLD),
        Phase::Moving(Place::End, _) => line(go(meter.movement, meter.how)),
        Phase::Moving(Place::Start, _) => line(back(meter.movement)),
        Phase::Done(degrees) => Some(words::FOUND.fill(language, &[("n", &degrees.to_string())])),
        Phase::Strange(degrees, why) => {
            let angles = meter.angles().join(", ");
            let phrase = match why {
                Strange::Apart => words::APART,
                Strange::Beyond => words::BEYOND,
                Strange::Rolled => words::ROLLED,
            };
            let degrees = degrees.to_string();
            Some(phrase.fill(language, &[("angles", &angles), ("n", &degrees)]))
        }
        Phase::Trouble(why) => line(trouble(why)),
    }
}

fn go(movement: HipMovement, how: How) -> Phrase {
    match (movement, how) {
        (_, How::Passive) => words::GO_HELPED,
        (HipMovement::InternalRotation, _) => words::GO_OUTWARDS,
        (HipMovement::ExternalRotation, _) => words::GO_INWARDS,
        (HipMovement::Flexion, _) => words::GO_UP,
        _ => words::GO_BACK,
    }
}

fn back(movement: HipMovement) -> Phrase {
    match movement {
        HipMovement::InternalRotation | HipMovement::ExternalRotation => words::BACK_SHIN,
        HipMovement::Flexion => words::BACK_LYING,
        _ => words::BACK_PRONE,
    }
}
