//! Tones on the audio clock, scheduled ahead.

use wasm_bindgen::JsCast;
use web_sys::{
    AudioContext, AudioContextState, AudioNode, GainNode, OscillatorNode, OscillatorType,
};

use super::listen;
use crate::domain::{
    time::Millis,
    tone::{FADE, Note, SWELL},
};

/// The page's audio. Made at the first press, since browsers refuse sound before one.
#[derive(Debug, Default)]
pub struct Sound {
    context: Option<AudioContext>,
    output: Option<GainNode>,
    /// Somebody hears whether tones can be heard.
    listens: bool,
}

impl Sound {
    /// To be called in a press: makes the context, or wakes one that a call or lock put to sleep.
    /// `tell` hears from then on whether tones can be heard.
    pub fn wake(&mut self, tell: impl Fn(bool) + 'static) {
        self.open();
        if let Some(context) = self.context.clone().filter(|_| !self.listens) {
            self.listens = true;
            listen(&context.clone(), "statechange", move |_| tell(is_running(&context)));
        }
    }

    /// True while the browser plays what is scheduled.
    pub fn is_heard(&self) -> bool {
        self.context.as_ref().is_some_and(is_running)
    }

    /// A break sounds before any session asked for tones.
    fn open(&mut self) {
        if self.context.is_none() {
            self.context = AudioContext::new().ok();
        }
        if let Some(context) = self.context.as_ref().filter(|context| !is_running(context)) {
            drop(context.resume());
        }
    }

    /// Plays notes that were reckoned so long ago, at this volume, 0 to 1.
    pub fn play(&mut self, notes: &[Note], gone: Millis, volume: f32) {
        self.open();
        let Some(context) = &self.context else { return };
        if self.output.is_none() {
            self.output = GainNode::new(context).ok();
            if let Some(output) = &self.output {
                drop(output.connect_with_audio_node(&context.destination()));
            }
        }
        let Some(output) = &self.output else { return };
        for note in notes {
            let after = Millis(note.after.0.saturating_sub(gone.0));
            drop(schedule(context, output, Note { after, ..*note }, volume));
        }
    }

    /// Drops everything that was scheduled.
    pub fn hush(&mut self) {
        if let Some(output) = self.output.take() {
            drop(output.disconnect());
        }
    }
}

fn is_running(context: &AudioContext) -> bool {
    context.state() == AudioContextState::Running
}

fn schedule(
    context: &AudioContext,
    output: &AudioNode,
    note: Note,
    volume: f32,
) -> Result<(), wasm_bindgen::JsValue> {
    let start = context.current_time() + seconds(note.after);
    let end = start + seconds(note.lasts);
    let loudness = note.loudness * volume;
    let gain = GainNode::new(context)?;
    let level = gain.gain();
    level.set_value_at_time(0.0, start)?;
    level.linear_ramp_to_value_at_time(loudness, start + seconds(SWELL))?;
    level.set_value_at_time(loudness, end - seconds(FADE))?;
    level.linear_ramp_to_value_at_time(0.0, end)?;
    let oscillator = OscillatorNode::new(context)?;
    oscillator.set_type(OscillatorType::Triangle);
    oscillator.frequency().set_value(note.pitch);
    oscillator.connect_with_audio_node(&gain)?;
    gain.unchecked_ref::<AudioNode>().connect_with_audio_node(output)?;
    oscillator.start_with_when(start)?;
    oscillator.stop_with_when(end)
}

fn seconds(span: Millis) -> f64 {
    #[expect(
        clippy::cast_precision_loss,
        reason = "sessions are far shorter than 2^53 milliseconds"
    )]
    let millis = span.0 as f64;
    millis / 1000.0
}
