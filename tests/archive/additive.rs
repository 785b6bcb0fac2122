//! R12: the form of what is kept only ever grows. The schema as it was released stands among the
//! fixtures; whatever a later one takes away, renames or narrows is found here, by name.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};

/// What files that were written to the old schema may now be refused for.
pub(crate) fn breaks(old: &Value, new: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut say = |what: String| found.push(format!("{at}: {what}"));
    if let (Some(was), Some(is)) = (word(old, "type"), word(new, "type"))
        && was != is
    {
        say(format!("`{was}` became `{is}`"));
    }
    for plain in ["const", "$ref", "pattern", "format"] {
        if new.get(plain).is_some() && old.get(plain) != new.get(plain) {
            say(format!("`{plain}` is another"));
        }
    }
    for (name, narrower) in [
        ("minimum", i64::gt as fn(&i64, &i64) -> bool),
        ("minItems", i64::gt),
        ("minLength", i64::gt),
        ("maximum", i64::lt),
        ("maxItems", i64::lt),
        ("maxLength", i64::lt),
    ] {
        match (number(old, name), number(new, name)) {
            (None, Some(is)) => say(format!("`{name}` {is} is new")),
            (Some(was), Some(is)) if narrower(&is, &was) => {
                say(format!("`{name}` went from {was} to {is}"));
            }
            _ => {}
        }
    }
    if let Some(words) = new["enum"].as_array() {
        let Some(before) = old["enum"].as_array() else {
            say("only some words are left".to_owned());
            return found;
        };
        for word in before.iter().filter(|word| !words.contains(word)) {
            say(format!("the word {word} is gone"));
        }
    }
    for name in names(new, "required").iter().filter(|name| !names(old, "required").contains(name))
    {
        say(format!("`{name}` is needed now"));
    }
    if new["additionalProperties"] == json!(false) && old["additionalProperties"] != json!(false) {
        say("fields of later versions are refused".to_owned());
    }
    for group in ["properties", "$defs"] {
        for (name, was) in old[group].as_object().into_iter().flatten() {
            match new[group].get(name) {
                None => found.push(format!("{at}: `{name}` is gone")),
                Some(is) => found.extend(breaks(was, is, &format!("{at}.{name}"))),
            }
        }
    }
    if old.get("items").is_some() {
        found.extend(breaks(&old["items"], &new["items"], &format!("{at}[]")));
    }
    for list in ["prefixItems", "allOf"] {
        let (was, is) = (old[list].as_array(), new[list].as_array());
        for (place, was) in was.into_iter().flatten().enumerate() {
            match is.and_then(|is| is.get(place)) {
                None => found.push(format!("{at}: place {place} of `{list}` is gone")),
                Some(is) => found.extend(breaks(was, is, &format!("{at}[{place}]"))),
            }
        }
        let more = is.map_or(0, Vec::len) > was.map_or(0, Vec::len);
        if list == "prefixItems" && more {
            found.push(format!("{at}: a row by position never grows"));
        }
    }
    found
}

fn word<'a>(schema: &'a Value, name: &str) -> Option<&'a str> {
    schema[name].as_str()
}

fn number(schema: &Value, name: &str) -> Option<i64> {
    schema[name].as_i64()
}

fn names<'a>(schema: &'a Value, name: &str) -> Vec<&'a str> {
    schema[name].as_array().into_iter().flatten().filter_map(Value::as_str).collect()
}

fn read(path: &str) -> Value {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn released() -> Value {
    read("tests/fixtures/archive/v1/schema.json")
}

#[test]
fn what_was_released_is_only_ever_added_to() {
    let found = breaks(&released(), &read("public/export-format.schema.json"), "");
    assert!(found.is_empty(), "files are out there that need this: {found:#?}");
}

type Change = fn(&mut Value);

fn session(schema: &mut Value) -> &mut Value {
    &mut schema["$defs"]["session"]
}

fn take(schema: &mut Value, name: &str) -> Value {
    schema["properties"].as_object_mut().unwrap().remove(name).unwrap()
}

/// Each of these would cost somebody their files.
#[test]
fn every_way_to_break_the_form_is_found() {
    let bad: [(&str, Change); 18] = [
        ("a field is gone", |schema| drop(take(session(schema), "note"))),
        ("a field is renamed", |schema| {
            let note = take(session(schema), "note");
            session(schema)["properties"]["remark"] = note;
        }),
        ("a kind is gone", |schema| {
            schema["$defs"].as_object_mut().unwrap().remove("breaks");
        }),
        ("a number became a text", |schema| {
            session(schema)["properties"]["active"]["type"] = json!("string");
        }),
        ("a field became needed", |schema| {
            session(schema)["required"].as_array_mut().unwrap().push(json!("felt_in"));
        }),
        ("a word is gone", |schema| {
            session(schema)["properties"]["end"]["enum"].as_array_mut().unwrap().remove(0);
        }),
        ("only some words are left", |schema| {
            session(schema)["properties"]["note"]["enum"] = json!(["a"]);
        }),
        ("a text may be shorter only", |schema| {
            session(schema)["properties"]["note"]["maxLength"] = json!(100);
        }),
        ("a number may be smaller only", |schema| {
            session(schema)["properties"]["active"]["maximum"] = json!(3_600);
        }),
        ("a number may be larger only", |schema| {
            session(schema)["properties"]["change"]["minimum"] = json!(0);
        }),
        ("a list may be shorter only", |schema| {
            schema["properties"]["records"]["maxItems"] = json!(9);
        }),
        ("a limit that was not there", |schema| {
            session(schema)["properties"]["done"]["minItems"] = json!(1);
        }),
        ("another pattern", |schema| schema["$defs"]["id"]["pattern"] = json!("^[0-9a-f]{32}$")),
        ("another kind of value is meant", |schema| {
            session(schema)["properties"]["rev"]["$ref"] = json!("#/$defs/score");
        }),
        ("another version is asked for", |schema| {
            session(schema)["properties"]["v"]["const"] = json!(2);
        }),
        ("what is not known is refused", |schema| {
            session(schema)["additionalProperties"] = json!(false);
        }),
        ("a row got shorter", |schema| {
            schema["$defs"]["row"]["prefixItems"].as_array_mut().unwrap().pop();
        }),
        ("a row got longer", |schema| {
            schema["$defs"]["row"]["prefixItems"].as_array_mut().unwrap().push(json!({}));
        }),
    ];
    for (name, change) in bad {
        let mut new = released();
        change(&mut new);
        assert!(!breaks(&released(), &new, "").is_empty(), "not found: {name}");
    }
}

#[test]
fn what_only_adds_is_let_through() {
    let good: [(&str, Change); 6] = [
        ("nothing", |_| {}),
        ("a field more", |schema| {
            session(schema)["properties"]["weather"] = json!({ "type": "string" });
        }),
        ("a kind more", |schema| schema["$defs"]["weather"] = json!({ "type": "object" })),
        ("a word more", |schema| {
            session(schema)["properties"]["end"]["enum"].as_array_mut().unwrap().push(json!("x"));
        }),
        ("a wider limit", |schema| {
            session(schema)["properties"]["note"]["maxLength"] = json!(5_000);
        }),
        ("another description", |schema| schema["description"] = json!("Told better.")),
    ];
    for (name, change) in good {
        let mut new = released();
        change(&mut new);
        assert_eq!(breaks(&released(), &new, ""), Vec::<String>::new(), "{name}");
    }
}
