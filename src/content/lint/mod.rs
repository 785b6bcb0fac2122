//! What is readable but wrong: names that point nowhere, numbers out of bounds, words that a layman
//! cannot follow or that promise too much.

use super::problem::Problem;
use crate::domain::catalogue::Catalogue;

pub(super) fn problems(_catalogue: &Catalogue) -> Vec<Problem> {
    Vec::new()
}
