//! Chance, for the IDs of records.

use super::window;

/// Fills the bytes from the browser's secure source.
pub fn fill(bytes: &mut [u8]) {
    let secure =
        window().crypto().is_ok_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok());
    if !secure {
        // Only a browser without the crypto API comes here. IDs also hold the millisecond, so a
        // weaker chance is enough to keep two of them apart.
        for byte in bytes {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a fraction of 256"
            )]
            let random = (js_sys::Math::random() * 256.0) as u8;
            *byte = random;
        }
    }
}
