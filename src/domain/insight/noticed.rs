//! When a change may be called noticeable: from two points or 30 %, with five answers on both sides
//! (section 7, Farrar 2001).

/// A mean as the sum and the number that it is made of, so that nothing is lost by rounding.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mean {
    pub sum: u32,
    pub entries: u32,
}

impl FromIterator<u32> for Mean {
    fn from_iter<T: IntoIterator<Item = u32>>(scores: T) -> Self {
        scores.into_iter().fold(Self::default(), |mean, score| Self {
            sum: mean.sum + score,
            entries: mean.entries + 1,
        })
    }
}

impl Mean {
    /// In tenths, for people; none without answers.
    pub fn tenths(self) -> Option<u32> {
        (self.entries > 0).then(|| (self.sum * 10 + self.entries / 2) / self.entries)
    }
}

/// What may be said of two means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noticed {
    /// One of them stands on fewer than five answers.
    TooFew,
    Lower,
    Higher,
    /// It may be chance.
    No,
}

/// Answers on each side before anything is said.
pub const ENOUGH: u32 = 5;

pub fn noticed(before: Mean, after: Mean) -> Noticed {
    if before.entries < ENOUGH || after.entries < ENOUGH {
        return Noticed::TooFew;
    }
    // Both means on one denominator: what is compared stays whole.
    let scaled = |sum: u32, by: u32| i64::from(sum) * i64::from(by);
    let was = scaled(before.sum, after.entries);
    let change = scaled(after.sum, before.entries) - was;
    let points = change.abs() >= 2 * scaled(before.entries, after.entries);
    let share = was > 0 && change.abs() * 10 >= was * 3;
    match change {
        _ if !points && !share => Noticed::No,
        ..0 => Noticed::Lower,
        _ => Noticed::Higher,
    }
}
