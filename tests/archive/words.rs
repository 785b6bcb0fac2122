//! R12: numbers stand for words in what people have stored, so the lists of words only grow.

use std::{collections::BTreeMap, fs};

use soepel::archive::v2::words::{self, Word};

use crate::packed::fixture;

type Lists = BTreeMap<String, Vec<String>>;

pub(crate) fn lists() -> Lists {
    let owned = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect();
    words::LISTS.iter().map(|(name, list)| ((*name).to_owned(), owned(list))).collect()
}

/// R12: what would read a stored number as another word.
fn broken(released: &Lists, now: &Lists) -> Vec<String> {
    let mut broken = Vec::new();
    for (name, list) in released {
        let here = now.get(name).map(Vec::as_slice).unwrap_or_default();
        for (place, word) in list.iter().enumerate() {
            if here.get(place) != Some(word) {
                broken.push(format!("`{name}` {}: `{word}`", place + 1));
            }
        }
    }
    broken
}

fn released() -> Lists {
    serde_json::from_str(&fs::read_to_string(fixture("words.json")).unwrap()).unwrap()
}

/// R12.
#[test]
fn the_lists_of_words_only_grow() {
    assert_eq!(broken(&released(), &lists()), Vec::<String>::new(), "texts have these numbers");
    for (name, list) in lists() {
        let mut once = list.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), list.len(), "`{name}` has a word twice");
    }
}

/// R12: the guard against itself.
#[test]
fn a_word_that_is_removed_moved_or_renamed_is_noticed() {
    for (name, list) in released() {
        let with = |change: &dyn Fn(&mut Vec<String>)| {
            let mut now = released();
            change(now.get_mut(&name).unwrap());
            broken(&released(), &now).len()
        };
        let last = list.len() - 1;
        assert_eq!(with(&|list| list.push("new-2031".to_owned())), 0, "growing is fine");
        assert!(with(&|list| drop(list.pop())) > 0);
        assert!(with(&|list| drop(list.remove(0))) > 0);
        assert!(with(&|list| list.insert(0, "new-2031".to_owned())) > 0);
        assert!(with(&|list| list[last].push('x')) > 0);
        assert!(with(&|list| list.swap(0, last)) > 0);
        let mut without = released();
        without.remove(&name);
        assert!(!broken(&released(), &without).is_empty());
    }
}

#[test]
fn a_word_without_a_number_is_written_as_it_is() {
    let list = words::SIDES;
    let there = [None, Some("l"), Some("r"), Some("both"), Some("")];
    for word in there {
        let written = Word::write(word, list);
        assert_eq!(written.clone().read(list), Ok(word.map(str::to_owned)), "{written:?}");
    }
    assert_eq!(Word::write(Some("l"), list), Word::Number(1), "the first is 1");
    assert_eq!(Word::Number(3).read(list), Err(words::Unknown), "a later version wrote that");
}
