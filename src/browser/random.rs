//! Chance, for the IDs of records.

use super::window;

/// Eighty random bits.
pub fn bits() -> u128 {
    let mut bytes = [0_u8; 10];
    match window().crypto() {
        Ok(crypto) if crypto.get_random_values_with_u8_array(&mut bytes).is_ok() => {}
        // Without the crypto API two records of the same millisecond would need the same number
        // out of 2^53 to clash.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a random fraction of 2^53")]
        _ => bytes[..8].copy_from_slice(&((js_sys::Math::random() * 9_007_199_254_740_992.0) as u64).to_le_bytes()),
    }
    bytes.iter().fold(0, |bits, byte| bits << 8 | u128::from(*byte))
}
