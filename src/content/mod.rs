//! The words: content files that people edit who do not write Rust, read and checked.

pub mod phrases;
pub mod reading;
