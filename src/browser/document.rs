//! The document as a whole: its language, its looks, its title, what has the focus.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::window;

fn root() -> Option<web_sys::Element> {
    window().document()?.document_element()
}

/// Sets an attribute of `<html>`.
pub fn set(attribute: &str, value: &str) {
    if let Some(root) = root() {
        drop(root.set_attribute(attribute, value));
    }
}

pub fn set_title(title: &str) {
    if let Some(document) = window().document() {
        document.set_title(title);
    }
}

/// Takes away the first screen that stood in the page before the program came.
pub fn remove(selector: &str) {
    if let Some(found) =
        window().document().and_then(|document| document.query_selector(selector).ok().flatten())
    {
        found.remove();
    }
}

/// Gives the focus to the first element that fits, and scrolls to the top of the page.
pub fn focus(selector: &str) {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    focus_in_place(selector);
}

/// Gives the focus to the first element that fits, and leaves the page where it is as far as that
/// can be seen.
pub fn focus_in_place(selector: &str) {
    let found =
        window().document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
}

/// True while a dialog is open or somebody types: keys then mean what they usually mean.
pub fn is_typing() -> bool {
    let Some(document) = window().document() else { return false };
    let dialog = document.query_selector("dialog[open]").ok().flatten().is_some();
    let field = document.active_element().is_some_and(|element| {
        ["INPUT", "TEXTAREA", "SELECT"].contains(&element.tag_name().as_str())
    });
    dialog || field
}

/// True when a button or link has the focus: space and enter then belong to it.
pub fn is_on_control() -> bool {
    let active = window().document().and_then(|document| document.active_element());
    active.is_some_and(|element| ["BUTTON", "A", "SUMMARY"].contains(&element.tag_name().as_str()))
}

/// Calls `then` with every key pressed anywhere; `true` back means that it was used.
pub fn on_key(mut then: impl FnMut(&str) -> bool + 'static) {
    super::listen(&window(), "keydown", move |event| {
        let Ok(event) = event.dyn_into::<web_sys::KeyboardEvent>() else { return };
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !event.repeat();
        if plain && then(&event.key()) {
            event.prevent_default();
        }
    });
}

/// Tells rescue.js that the program can't go on. Whoever hears nothing of it is no worse off than
/// without it: the trap that follows says it again.
pub fn stop(problem: &str) {
    let Some(window) = web_sys::window() else { return };
    if let Ok(event) = web_sys::Event::new("soepel-stopped") {
        drop(js_sys::Reflect::set(&event, &"problem".into(), &problem.into()));
        drop(window.dispatch_event(&event));
    }
}
