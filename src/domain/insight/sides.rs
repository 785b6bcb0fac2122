//! Left beside right: one class or ten degrees is a difference, and less is noise (X23).

use super::TestMark;
use crate::domain::{body::Side, selftest::Grade};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideDifference {
    /// Less than a class and less than ten degrees.
    None,
    /// This side is behind the other.
    Behind(Side),
}

const RELEVANT_DEGREES: f64 = 10.0;

/// From the marks of one taking. None where only one side was tested, or where one was painful:
/// pain tells more than a difference.
pub fn side_difference(marks: &[TestMark]) -> Option<SideDifference> {
    let of =
        |side: Side| marks.iter().map(|mark| &mark.graded).find(|graded| graded.side == Some(side));
    let (left, right) = (of(Side::Left)?, of(Side::Right)?);
    let (Grade::Class { rank: left_class, .. }, Grade::Class { rank: right_class, .. }) =
        (left.grade, right.grade)
    else {
        return None;
    };
    // A phone beside an eye or a tape says nothing about the sides.
    if left.read_by != right.read_by {
        return None;
    }
    let turned = left.degrees.zip(right.degrees).map_or(0.0, |(left, right)| left - right);
    Some(
        if left_class < right_class || (left_class == right_class && turned <= -RELEVANT_DEGREES) {
            SideDifference::Behind(Side::Left)
        } else if left_class > right_class || turned >= RELEVANT_DEGREES {
            SideDifference::Behind(Side::Right)
        } else {
            SideDifference::None
        },
    )
}
