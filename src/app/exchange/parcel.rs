//! A plan as a link, as a code to scan and as a file, each as far as it fits.

use std::fmt::Write;

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};

use crate::{
    archive::exchange::{file, pack},
    domain::advice::Advice,
    route::Route,
};

/// Characters of a link that every mail and message carries whole. Our choice.
pub const MOST_LINK: usize = 4_000;
/// 117 squares a side: what the camera of a phone reads off a small screen. Our choice.
const MOST_VERSION: u8 = 25;
/// Squares of quiet around a code, as its standard asks.
const QUIET: i32 = 4;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// None when it is longer than [`MOST_LINK`].
    pub link: Option<String>,
    /// None when no code that a phone reads holds it.
    pub picture: Option<Picture>,
    pub file: String,
}

/// A code to scan, drawn as one outline on a square grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Squares a side, the quiet around it among them.
    pub size: i32,
    pub outline: String,
}

/// For a Soepel that stands at this address.
pub fn parcel(advice: &Advice, site: &str) -> Parcel {
    let link = format!("{site}#{}", Route::SharedPlan(pack(advice)).path());
    let picture = picture(&link);
    Parcel { link: Some(link).filter(|link| link.len() <= MOST_LINK), picture, file: file(advice) }
}

fn picture(link: &str) -> Option<Picture> {
    let segments = [QrSegment::make_bytes(link.as_bytes())];
    // The least correction first: a screen has no stains, and larger squares read better. What
    // fits anyway is corrected as well as it can be.
    let code = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Low,
        Version::MIN,
        Version::new(MOST_VERSION),
        None,
        true,
    )
    .ok()?;
    let mut outline = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let from = x;
            while x < code.size() && code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                let (left, top, wide) = (from + QUIET, y + QUIET, x - from);
                write!(outline, "M{left} {top}h{wide}v1h-{wide}z")
                    .expect("a String takes every write");
            } else {
                x += 1;
            }
        }
    }
    Some(Picture { size: code.size() + 2 * QUIET, outline })
}
