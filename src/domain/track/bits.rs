//! Bits put one after the other, with the checksums of FLAC.

/// Bytes that grow by single bits, the highest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Bits {
    bytes: Vec<u8>,
    /// Bits not yet in a byte, in the lowest places.
    rest: u64,
    count: u32,
}

impl Bits {
    /// Puts the lowest `count` bits of a value, at most 32.
    pub(super) fn put(&mut self, value: u32, count: u32) {
        let value = u64::from(value) & ((1 << count) - 1);
        self.rest = (self.rest << count) | value;
        self.count += count;
        while self.count >= 8 {
            self.count -= 8;
            self.bytes.push(low_byte(self.rest >> self.count));
        }
    }

    /// Puts a signed value in so many bits.
    pub(super) fn put_signed(&mut self, value: i32, count: u32) {
        self.put(value.cast_unsigned(), count);
    }

    /// Puts a number as so many noughts and a one.
    pub(super) fn put_unary(&mut self, value: u32) {
        for _ in 0..value / 32 {
            self.put(0, 32);
        }
        self.put(1, value % 32 + 1);
    }

    /// Fills the last byte with noughts.
    pub(super) fn fill_byte(&mut self) {
        if self.count > 0 {
            self.put(0, 8 - self.count);
        }
    }

    /// The whole bytes so far.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Begins again, with the room that there is.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        (self.rest, self.count) = (0, 0);
    }
}

fn low_byte(bits: u64) -> u8 {
    u8::try_from(bits & 0xFF).unwrap_or(0)
}

/// The checksum after the head of a frame: x^8 + x^2 + x + 1.
pub(super) fn crc8(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |crc, byte| {
        (0..8).fold(crc ^ byte, |crc, _| if crc & 0x80 == 0 { crc << 1 } else { (crc << 1) ^ 0x07 })
    })
}

/// The checksum after a frame: x^16 + x^15 + x^2 + 1.
pub(super) fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |crc, byte| {
        (0..8).fold(crc ^ (u16::from(*byte) << 8), |crc, _| {
            if crc & 0x8000 == 0 { crc << 1 } else { (crc << 1) ^ 0x8005 }
        })
    })
}
