//! Small parts of a screen that know nothing of hips: plain values and callbacks in, texts already
//! translated. Each has a stylesheet of the same name, which documents its classes and knobs.

pub mod icon;

pub mod bar;
pub mod button;
pub mod card;
pub mod change;
pub mod chart;
pub mod chips;
pub mod choice;
pub mod dialog;
pub mod disclosure;
pub mod dots;
pub mod empty;
pub mod field;
pub mod figure;
pub mod header;
pub mod navigation;
pub mod notice;
pub mod number;
pub mod phase;
pub mod ring;
pub mod row;
pub mod score;
pub mod search;
pub mod segmented;
pub mod source;
pub mod stepper;
pub mod switch;
pub mod toast;
