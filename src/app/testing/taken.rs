//! The tests that were taken and those that were begun, read once from what is kept.

use crate::{
    archive::store::Archive,
    domain::{
        clearance::Found,
        item::Body,
        record::RecordId,
        selftest::{Begun, Taken, TestId, Tests},
        time::Day,
    },
};

/// After so many days it is no longer one test: the shortest rhythm of X24.
const BEGUN_DAYS: i64 = 14;

/// Made anew whenever what is kept of the tests changes: every permit asks for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TestLog {
    /// By the name of its record, the oldest first.
    pub taken: Vec<(RecordId, Taken)>,
    pub tests: Tests,
    /// What they found that closes something (3.3).
    pub found: Found,
    begun: Vec<Begun>,
}

impl TestLog {
    pub fn read(archive: &Archive) -> Self {
        let (mut taken, mut begun) = (Vec::new(), Vec::new());
        for item in archive.items() {
            match &item.body {
                Some(Body::Test(one)) => taken.push((item.id, (**one).clone())),
                Some(Body::BegunTest(one)) => begun.push((item.updated, (**one).clone())),
                _ => {}
            }
        }
        taken.sort_by_key(|(id, taken)| (taken.day, *id));
        // A page may go between the record of a test and the end of what was begun of it.
        begun.retain(|(updated, begun)| {
            let then = RecordId::new(*updated, [u8::MAX; 10]);
            !taken.iter().any(|(id, taken)| taken.result.test() == begun.test && *id > then)
        });
        let tests = Tests::new(taken.iter().map(|(_, taken)| taken.clone()));
        let found = Found::of(&tests);
        Self { taken, tests, found, begun: begun.into_iter().map(|(_, begun)| begun).collect() }
    }

    /// A test that somebody can go on with.
    pub fn begun(&self, test: TestId, today: Day) -> Option<&Begun> {
        let fresh = |begun: &&Begun| today.days_since(begun.day) < BEGUN_DAYS;
        self.begun.iter().filter(fresh).find(|begun| begun.test == test)
    }
}
