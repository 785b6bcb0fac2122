//! What is wrong with a content file, said to the person who edits it.

use std::fmt;

/// One mistake: the file it stands in, and what to do about it in one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Below `src/content`, such as `exercises/superman.toml`.
    pub file: String,
    pub cure: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.cure)
    }
}

/// Collects the problems of one file.
pub(super) struct Review<'a> {
    path: &'a str,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Review<'a> {
    /// `path` has no ending, as in the embedded map.
    pub(super) fn new(path: &'a str, problems: &'a mut Vec<Problem>) -> Self {
        Self { path, problems }
    }

    pub(super) fn path(&self) -> &'a str {
        self.path
    }

    pub(super) fn object(&mut self, cure: impl Into<String>) {
        self.problems.push(Problem { file: format!("{}.toml", self.path), cure: cure.into() });
    }

    /// Objects unless `fine`; the sentence is only made when it is needed.
    pub(super) fn demand(&mut self, fine: bool, cure: impl FnOnce() -> String) {
        if !fine {
            self.object(cure());
        }
    }
}
