//! A plan handed to a physiotherapist, and one that comes back.

mod parcel;

pub use parcel::{MOST_LINK, Parcel, Picture, parcel};

use crate::{
    archive::exchange::Refusal,
    domain::advice::{Advice, Offered},
};

/// What somebody does with a plan on its way.
#[derive(Clone, Debug)]
pub enum ExchangeEvent {
    /// A file was picked, or text pasted; none when it could not be read.
    Picked(Option<Vec<u8>>),
    ClickedCopy(String),
    /// The browser put it on the clipboard, or did not.
    Copied(bool),
    ClickedFile(Box<Advice>),
    /// The plan on the screen is taken over; `talked` when they said that they talked it over.
    Accepted {
        talked: bool,
    },
    Declined,
    /// The plan that was taken over holds no more.
    Stopped,
}

/// What stands behind the address of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shared {
    Refused(Refusal),
    Offered(Box<Offered>),
}

/// A plan on its way, as far as the screen knows of it.
#[derive(Debug, Default)]
pub struct Exchange {
    pub shared: Option<Shared>,
    /// Why what was picked or pasted is no plan; none inside when it could not be read.
    pub picked: Option<Option<Refusal>>,
}
