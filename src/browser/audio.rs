//! The element that plays a file of sound. It goes on while the screen is off.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Blob, BlobPropertyBag, DomException, HtmlMediaElement, Url};

use super::{listen, window};
use crate::domain::time::Millis;

/// What the element tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// What was asked of a file that was still opening can be done now.
    Opened,
    Began,
    Halted,
    RanOut,
    Refused,
    Failed,
}

/// Where the file is that is at the element.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub file: u32,
    pub at: Millis,
    pub playing: bool,
}

/// The page's one element, made when it is first needed: a phone that let one play lets it play
/// other files too.
#[derive(Debug, Default)]
pub struct Audio {
    element: Option<HtmlMediaElement>,
    file: u32,
    url: Option<String>,
    next: Option<Next>,
}

/// What comes after a file that is still opening. `WebKit`'s media thread and its page wait for each
/// other for ever when a file is taken away in that moment.
#[derive(Debug)]
enum Next {
    File { file: u32, url: String, at: Millis, plays: bool },
    Nothing,
}

impl Audio {
    /// Makes the element, and calls `tell` from then on.
    pub fn prepare(&mut self, tell: impl Fn(Told) + Clone + 'static) {
        if self.element.is_some() {
            return;
        }
        let Some(document) = window().document() else { return };
        let Ok(element) = document.create_element("audio") else { return };
        let element: HtmlMediaElement = element.unchecked_into();
        for (event, told) in [
            ("canplay", Told::Opened),
            ("playing", Told::Began),
            ("pause", Told::Halted),
            ("ended", Told::RanOut),
            ("error", Told::Failed),
        ] {
            let (tell, element) = (tell.clone(), element.clone());
            listen(&element.clone(), event, move |_| {
                let says_nothing = match told {
                    // A file that ends stands still too.
                    Told::Halted => element.ended(),
                    // An element without a file fails to load it.
                    Told::Failed => !element.has_attribute("src"),
                    Told::Opened | Told::Began | Told::RanOut | Told::Refused => false,
                };
                if !says_nothing {
                    tell(told);
                }
            });
        }
        self.element = Some(element);
    }

    /// Another file, from here. False where the browser has nothing to play it with.
    pub fn load(
        &mut self,
        file: u32,
        bytes: &[u8],
        at: Millis,
        tell: impl Fn(Told) + 'static,
    ) -> bool {
        if self.element.is_none() {
            return false;
        }
        let bag = BlobPropertyBag::new();
        bag.set_type("audio/flac");
        let parts = Array::of1(&Uint8Array::from(bytes));
        let url = Blob::new_with_u8_array_sequence_and_options(&parts, &bag)
            .and_then(|blob| Url::create_object_url_with_blob(&blob));
        let Ok(url) = url else { return false };
        self.set_next(Next::File { file, url, at, plays: true });
        if !self.is_opening() {
            self.take_up(tell);
        }
        true
    }

    /// Does what waited for a file to open, or what has waited long enough.
    pub fn take_up(&mut self, tell: impl Fn(Told) + 'static) {
        let (Some(element), Some(next)) = (&self.element, self.next.take()) else { return };
        let Next::File { file, url, at, plays } = next else { return self.let_go() };
        // The address names the moment too: not every browser takes it before the file is open.
        element.set_src(&format!("{url}#t={}", seconds(at)));
        self.file = file;
        if let Some(earlier) = self.url.replace(url) {
            drop(Url::revoke_object_url(&earlier));
        }
        if plays {
            self.play_at(at, tell);
        }
    }

    /// True while something waits for a file to open.
    pub fn waits(&self) -> bool {
        self.next.is_some()
    }

    pub fn play_at(&mut self, here: Millis, tell: impl Fn(Told) + 'static) {
        if let Some(Next::File { at, plays, .. }) = &mut self.next {
            (*at, *plays) = (here, true);
            return;
        }
        let Some(element) = &self.element else { return };
        element.set_playback_rate(1.0);
        element.set_current_time(seconds(here));
        if let Ok(playing) = element.play() {
            on_refusal(&playing, tell);
        }
    }

    pub fn pause(&mut self) {
        if let Some(Next::File { plays, .. }) = &mut self.next {
            *plays = false;
        }
        if let Some(element) = &self.element {
            drop(element.pause());
        }
    }

    /// In thousandths of its own speed.
    pub fn set_speed(&self, thousandths: u16) {
        if let Some(element) = &self.element {
            element.set_playback_rate(f64::from(thousandths) / 1000.0);
        }
    }

    pub fn place(&self) -> Option<Place> {
        let element = self.element.as_ref().filter(|_| self.next.is_none())?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a file is hours long at most"
        )]
        let at = Millis((element.current_time() * 1000.0).round() as u64);
        Some(Place { file: self.file, at, playing: !element.paused() && !element.seeking() })
    }

    /// Gives the file back.
    pub fn release(&mut self) {
        self.set_next(Next::Nothing);
        if let Some(element) = &self.element {
            drop(element.pause());
        }
        if !self.is_opening() {
            self.next = None;
            self.let_go();
        }
    }

    fn let_go(&mut self) {
        let Some(element) = &self.element else { return };
        drop(element.remove_attribute("src"));
        element.load();
        if let Some(url) = self.url.take() {
            drop(Url::revoke_object_url(&url));
        }
    }

    fn set_next(&mut self, next: Next) {
        if let Some(Next::File { url, .. }) = self.next.replace(next) {
            drop(Url::revoke_object_url(&url));
        }
    }

    fn is_opening(&self) -> bool {
        self.element.as_ref().is_some_and(|element| {
            let (network, ready) = (element.network_state(), element.ready_state());
            let loads = network == HtmlMediaElement::NETWORK_LOADING
                || network == HtmlMediaElement::NETWORK_NO_SOURCE;
            loads && element.error().is_none() && ready < HtmlMediaElement::HAVE_FUTURE_DATA
        })
    }
}

/// A promise to play that was broken: for want of a press, or because nothing can play such a file.
/// Broken by the next command, it says nothing.
fn on_refusal(playing: &Promise, tell: impl Fn(Told) + 'static) {
    let refused = Closure::once_into_js(move |reason: JsValue| {
        match reason.dyn_into::<DomException>().map(|reason| reason.name()).as_deref() {
            Ok("NotAllowedError") => tell(Told::Refused),
            Ok("NotSupportedError") => tell(Told::Failed),
            _ => {}
        }
    });
    let fine = Closure::once_into_js(|_: JsValue| ());
    drop(js_sys::Reflect::get(playing, &"then".into()).ok().and_then(|then| {
        then.dyn_into::<js_sys::Function>().ok()?.call2(playing, &fine, &refused).ok()
    }));
}

fn seconds(span: Millis) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a file is hours long at most")]
    let millis = span.0 as f64;
    millis / 1000.0
}
