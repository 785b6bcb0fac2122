//! Whole lives of a device whose two stores lose, tear, reorder, double and refuse: the real
//! application on a made-up browser, a hundred thousand times over.

#![expect(clippy::unwrap_used, reason = "what is made up for a test is known to be right")]

mod browser;
mod chance;
mod deeds;
mod known;
mod life;
mod shelves;
mod traces;
