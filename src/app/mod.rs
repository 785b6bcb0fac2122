//! What happens when somebody does something. Pure: events in, commands out.

pub mod voice;
