//! Keeping the file in step with the session: the clock of the sound is another than that of the
//! page, and a file takes a moment to begin.

use crate::domain::time::{Millis, Moment};

/// Closer than this nobody hears, nor does the clock of the sound tell.
const IN_STEP: i64 = 15;
/// From here on it is put right.
const OUT_OF_STEP: i64 = 30;
/// Further apart than this the file jumps; until then it only goes a little faster or slower, which
/// cuts no tone in two.
const FAR: i64 = 400;
/// A file that has just jumped is not made to jump again: a device that takes this long to begin
/// would never be done with it.
const BETWEEN_JUMPS: Millis = Millis(10_000);
/// The clocks are compared this often, and every second while they are out of step.
const COMPARE_EVERY: Millis = Millis(5_000);
const COMPARE_SOON: Millis = Millis(900);
/// As long as this after it was made to begin, an element may say that it plays before it is heard.
const BELIEVED_AFTER: Millis = Millis(2_500);
/// Its own speed, in thousandths, and the most that it changes.
const OWN_SPEED: u16 = 1000;
const MOST: i64 = 150;

#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tuning {
    begun: Moment,
    compared: Option<Moment>,
    jumped: Option<Moment>,
    speed: i64,
    settled: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Correction {
    None,
    Speed(u16),
    Jump,
}

impl Tuning {
    pub(super) fn begun(now: Moment) -> Self {
        Self { begun: now, ..Self::default() }
    }

    pub(super) fn is_due(&self, now: Moment) -> bool {
        let last = self.compared.unwrap_or(self.begun);
        let wait = if self.settled { COMPARE_EVERY } else { COMPARE_SOON };
        Millis(now.mono.saturating_sub(last.mono)) >= wait
    }

    /// It was asked where it is. Whatever it answers, also that it stands still or is on its way,
    /// it is not asked again at once.
    pub(super) fn ask(&mut self, now: Moment) {
        self.compared = Some(now);
    }

    /// The file is here and should be there.
    pub(super) fn correct(&mut self, is: Millis, should: Millis, now: Moment) -> Correction {
        self.compared = Some(now);
        let ahead = is.0.cast_signed() - should.0.cast_signed();
        let jumped_lately = self
            .jumped
            .is_some_and(|jumped| now.mono.saturating_sub(jumped.mono) < BETWEEN_JUMPS.0);
        if ahead.abs() > FAR && !jumped_lately {
            *self = Self { jumped: Some(now), ..Self::begun(now) };
            return Correction::Jump;
        }
        let within = if self.speed == 0 { OUT_OF_STEP } else { IN_STEP };
        let in_step = ahead.abs() <= within;
        self.settled = in_step && now.mono.saturating_sub(self.begun.mono) >= BELIEVED_AFTER.0;
        // A thousandth faster for a second is a millisecond: by the next look they are one again.
        let speed = if in_step { 0 } else { (-ahead).clamp(-MOST, MOST) };
        if speed == self.speed {
            return Correction::None;
        }
        self.speed = speed;
        Correction::Speed(u16::try_from(i64::from(OWN_SPEED) + speed).unwrap_or(OWN_SPEED))
    }
}
