//! The shipped content is whole, and the linter says what is wrong with content that is not.

use soepel::content;

#[test]
fn the_shipped_content_has_no_problems() {
    let (_, problems) = content::load();
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}
