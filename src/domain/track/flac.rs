//! A FLAC file (RFC 9639) of one channel, block by block: silence as a constant, tones by a fixed
//! predictor, and a table to find a moment with.

use super::{
    RATE,
    bits::{Bits, crc8, crc16},
    synthesis::EMPTY_BITS,
};

/// Samples in a block: 256 milliseconds.
pub(super) const BLOCK: u32 = 4096;
/// A point to seek to for every so many blocks: ten seconds.
const SEEK_EVERY: u32 = 40;
const SEEK_POINT: usize = 18;
/// The name of the format, the head of the first part and that part.
const BEFORE_TABLE: usize = 4 + 4 + 34;
/// Samples are coded in 16 partitions, each with a width of its own: half of a block with a tone
/// is silence.
const PARTITIONS_LOG2: u32 = 4;
/// The predictor that a straight line satisfies: triangle waves are hardly anything else.
const ORDER: usize = 2;
/// The widest code that has a plain name.
const WIDEST: u32 = 14;

/// A file that grows to a length known beforehand.
#[derive(Clone, Debug)]
pub(super) struct Flac {
    bytes: Vec<u8>,
    frames: u32,
    next: u32,
    /// Where the frames begin.
    first: usize,
    frame: Bits,
}

impl Flac {
    /// A file of at least so many samples.
    pub(super) fn new(samples: u64) -> Self {
        let frames = u32::try_from(samples.div_ceil(u64::from(BLOCK))).unwrap_or(u32::MAX);
        let points = frames.div_ceil(SEEK_EVERY);
        let table = points as usize * SEEK_POINT;
        let mut head = Bits::default();
        for byte in *b"fLaC" {
            head.put(u32::from(byte), 8);
        }
        head.put(34, 32);
        head.put(BLOCK, 16);
        head.put(BLOCK, 16);
        // The sizes of the smallest and the largest frame may stay unknown.
        head.put(0, 24);
        head.put(0, 24);
        head.put(RATE, 20);
        head.put(0, 3);
        head.put(15, 5);
        // 36 bits of length; 32 are 74 hours.
        head.put(0, 4);
        head.put(frames * BLOCK, 32);
        // And so may the checksum of the samples: each frame has its own.
        for _ in 0..4 {
            head.put(0, 32);
        }
        // The last part before the frames: a table of points to seek to.
        head.put(0x83, 8);
        head.put(u32::try_from(table).unwrap_or(0), 24);
        let mut bytes = head.bytes().to_vec();
        bytes.resize(BEFORE_TABLE + 4 + table, 0);
        Self { first: bytes.len(), bytes, frames, next: 0, frame: Bits::default() }
    }

    pub(super) fn is_complete(&self) -> bool {
        self.next == self.frames
    }

    /// Where the next block begins.
    pub(super) fn next_sample(&self) -> u64 {
        u64::from(self.next) * u64::from(BLOCK)
    }

    pub(super) fn silence(&mut self) {
        self.begin_frame();
        // A constant, and its value.
        self.frame.put(0, 8);
        self.frame.put(0, 16);
        self.end_frame();
    }

    /// A whole block of samples, without their empty bits.
    pub(super) fn block(&mut self, samples: &[i32]) {
        self.begin_frame();
        // A fixed predictor of the second order, with empty bits; how many is told in unary.
        self.frame.put(0b0001_0101, 8);
        self.frame.put_unary(EMPTY_BITS - 1);
        for sample in &samples[..ORDER] {
            self.frame.put_signed(*sample, 16 - EMPTY_BITS);
        }
        self.frame.put(0, 2);
        self.frame.put(PARTITIONS_LOG2, 4);
        let residuals: Vec<u32> = samples.windows(3).map(unpredicted).collect();
        let (size, mut start) = ((BLOCK >> PARTITIONS_LOG2) as usize, 0);
        for end in (size..=samples.len()).step_by(size) {
            self.partition(&residuals[start..end - ORDER]);
            start = end - ORDER;
        }
        self.end_frame();
    }

    fn partition(&mut self, residuals: &[u32]) {
        let width = best_width(residuals);
        self.frame.put(width, 4);
        for residual in residuals {
            self.frame.put_unary(residual >> width);
            self.frame.put(*residual, width);
        }
    }

    fn begin_frame(&mut self) {
        if self.next.is_multiple_of(SEEK_EVERY) {
            self.note_seek_point();
        }
        self.frame.clear();
        // In step, 4096 samples at 16 kHz, one channel, 16 bits.
        self.frame.put(0xFFF8_C508, 32);
        self.number(self.next);
        let crc = crc8(self.frame.bytes());
        self.frame.put(u32::from(crc), 8);
    }

    fn end_frame(&mut self) {
        self.frame.fill_byte();
        let crc = crc16(self.frame.bytes());
        self.frame.put(u32::from(crc), 16);
        self.bytes.extend_from_slice(self.frame.bytes());
        self.next += 1;
    }

    /// The number of a frame, spelt like a character of UTF-8.
    fn number(&mut self, number: u32) {
        match number {
            0..0x80 => self.frame.put(number, 8),
            0x80..0x800 => {
                self.frame.put(0b110, 3);
                self.frame.put(number >> 6, 5);
                self.tail(number);
            }
            0x800..0x1_0000 => {
                self.frame.put(0b1110, 4);
                self.frame.put(number >> 12, 4);
                self.tail(number >> 6);
                self.tail(number);
            }
            _ => {
                self.frame.put(0b1_1110, 5);
                self.frame.put(number >> 18, 3);
                self.tail(number >> 12);
                self.tail(number >> 6);
                self.tail(number);
            }
        }
    }

    fn tail(&mut self, bits: u32) {
        self.frame.put(0b10, 2);
        self.frame.put(bits, 6);
    }

    fn note_seek_point(&mut self) {
        let at = BEFORE_TABLE + 4 + (self.next / SEEK_EVERY) as usize * SEEK_POINT;
        let (sample, offset) = (self.next_sample(), (self.bytes.len() - self.first) as u64);
        self.bytes[at..at + 8].copy_from_slice(&sample.to_be_bytes());
        self.bytes[at + 8..at + 16].copy_from_slice(&offset.to_be_bytes());
        self.bytes[at + 16..at + 18].copy_from_slice(&[0x10, 0x00]);
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }
}

/// How far a sample lies from the line through the two before it, with the sign in the lowest bit.
fn unpredicted(three: &[i32]) -> u32 {
    let off = three[2] - 2 * three[1] + three[0];
    ((off << 1) ^ (off >> 31)).cast_unsigned()
}

/// The width of code that takes the fewest bits.
fn best_width(residuals: &[u32]) -> u32 {
    let bits =
        |width: u32| -> u64 { residuals.iter().map(|one| u64::from((one >> width) + width)).sum() };
    let mut best = (bits(0), 0);
    for width in 1..=WIDEST {
        let next = bits(width);
        if next > best.0 {
            break;
        }
        best = (next, width);
    }
    best.1
}
