//! Every mistake that somebody can make in the reading matter is told, with its file and its cure.

use serde_json::{Value, json};
use soepel::content::reading::read;

const EMBEDDED: &str = include_str!(concat!(env!("OUT_DIR"), "/reading.json"));

/// A mistake in a file, and what the problem about it has to name: the file and the cure.
macro_rules! mistakes {
    ($($name:ident: $change:expr => $file:literal, $what:literal, $cure:literal;)+) => {$(
        #[test]
        fn $name() {
            let problems = problems_with($change);
            let told = problems.iter().any(|problem| {
                problem.starts_with(concat!("src/content/reading/", $file))
                    && problem.contains($what)
                    && problem.contains($cure)
            });
            assert!(told, "{problems:#?}");
        }
    )+};
}

mistakes! {
    a_missing_translation_is_told:
        |files| drop(remove(files, "/reading~1rules-r0/rule/3/text", "en"))
        => "rules-r0.toml", "rule R0.4a", "as its neighbours";
    an_empty_text_is_told:
        |files| set(files, "/reading~1glossary/term/0/name/nl", json!(" "))
        => "glossary.toml", "`nl` is empty", "as its neighbours";
    an_unfinished_sentence_is_told:
        |files| set(files, "/reading~1conflicts/conflict/0/issue/nl", json!("Hoe vaak"))
        => "conflicts.toml", "conflict C1", "as its neighbours";
    a_field_that_nobody_reads_is_told:
        |files| set(files, "/reading~1rules-r1/rule/0/basis", json!(["practice"]))
        => "rules-r1.toml", "unknown field `basis`", "as its neighbours";
    a_table_that_nobody_reads_is_told:
        |files| set(files, "/reading~1kinds/knid", json!([]))
        => "kinds.toml", "`knid`", "correct its name or remove it";
    a_file_that_nobody_reads_is_told:
        |files| set(files, "/reading~1rulse", json!({ "rule": [] }))
        => "rulse.toml", "`rule`", "correct its name or remove it";
    a_missing_file_is_told:
        |files| drop(remove(files, "", "reading/sources"))
        => "sources.toml", "[[source]]", "write at least one";
    a_rule_that_stands_twice_is_told:
        |files| set(files, "/reading~1rules-x/rule/1/id", json!("X1"))
        => "rules-x.toml", "`X1` stands twice", "remove or rename one";
    a_rule_in_the_file_of_another_article_is_told:
        |files| set(files, "/reading~1rules-r2/rule/0/id", json!("R3.99"))
        => "rules-r2.toml", "rule R3.99", "move it to its file";
    a_rule_of_an_unknown_kind_is_told:
        |files| set(files, "/reading~1rules-r2/rule/0/kind", json!("fcat"))
        => "rules-r2.toml", "`fcat`", "correct it or add it there";
    a_rule_of_our_own_without_a_basis_is_told:
        |files| set(files, "/reading~1rules-x/rule/0/basis", json!([]))
        => "rules-x.toml", "nothing stands in `basis`", "as its neighbours";
    an_unknown_reference_is_told:
        |files| set(files, "/reading~1rules-x/rule/0/basis/0", json!("ACSM1999"))
        => "rules-x.toml", "`ACSM1999`", "correct it or add it there";
    a_reference_without_text_is_told:
        |files| set(files, "/reading~1references/reference/0/text", json!(""))
        => "references.toml", "reference Page2012", "as its neighbours";
    an_unknown_rule_in_a_chapter_is_told:
        |files| set(files, "/reading~1chapters~1running/part/0/rules/0", json!("R4.99"))
        => "chapters/running.toml", "`R4.99`", "correct it or add it there";
    a_part_that_no_rule_carries_is_told:
        |files| set(files, "/reading~1chapters~1sitting/part/0/rules", json!([]))
        => "chapters/sitting.toml", "has no rule", "or remove it";
    a_chapter_of_an_unknown_article_is_told:
        |files| set(files, "/reading~1chapters~1capacity/source", json!("R9"))
        => "chapters/capacity.toml", "`R9`", "correct it or add it there";
    a_chapter_that_cannot_be_read_is_told:
        |files| drop(remove(files, "/reading~1chapters~1capacity", "summary"))
        => "chapters/capacity.toml", "missing field `summary`", "as its neighbours";
    an_unknown_reason_to_stop_is_told:
        |files| set(files, "/reading~1safety/stop/0/reason", json!("sharp"))
        => "safety.toml", "`sharp` is none of", "as its neighbours";
    a_reason_to_stop_without_advice_is_told:
        |files| set(files, "/reading~1safety/stop/0/reason", json!("other"))
        => "safety.toml", "`sharp-pain`", "write what to do then";
    a_question_that_cannot_be_is_told:
        |files| set(files, "/reading~1safety/stop/3/questions/0", json!("S17"))
        => "safety.toml", "`S17`", "correct it or add it there";
    an_unknown_rule_on_the_safety_page_is_told:
        |files| set(files, "/reading~1safety/row/0/bad-rules/0", json!("R0.99"))
        => "safety.toml", "`R0.99`", "correct it or add it there";
}

#[test]
fn one_mistake_hides_no_other() {
    let problems = problems_with(|files| {
        drop(remove(files, "/reading~1rules-r0/rule/0/text", "en"));
        set(files, "/reading~1rules-r0/rule/9/text/nl", json!(""));
        set(files, "/reading~1rules-r4/rule/0/kind", json!("fcat"));
        set(files, "/reading~1chapters~1running/part/0/rules/1", json!("R4.99"));
    });
    for place in ["rule R0.1 ", "rule R0.8 ", "`fcat`", "`R4.99`"] {
        assert!(problems.iter().any(|one| one.contains(place)), "{place}: {problems:#?}");
    }
}

#[test]
fn what_is_not_json_is_told_with_a_cure() {
    let (empty, problems) = read("not JSON");
    assert!(empty.rules.is_empty());
    assert!(problems[0].starts_with("reading.json") && problems[0].ends_with("build it again"));
}

fn problems_with(change: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut files: Value = serde_json::from_str(EMBEDDED).expect("the build script writes JSON");
    change(&mut files);
    read(&files.to_string()).1
}

fn set(files: &mut Value, pointer: &str, value: Value) {
    let (parent, field) = pointer.rsplit_once('/').expect("a pointer begins with a slash");
    let parent = files.pointer_mut(parent).expect(pointer);
    match field.parse::<usize>() {
        Ok(index) => parent[index] = value,
        Err(_) => parent[field.replace("~1", "/")] = value,
    }
}

fn remove(files: &mut Value, parent: &str, field: &str) -> Value {
    let parent = files.pointer_mut(parent).and_then(Value::as_object_mut).expect(parent);
    parent.remove(field).expect(field)
}
