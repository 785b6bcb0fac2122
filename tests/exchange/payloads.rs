//! Links that somebody made who means no good, or whose program is broken.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use miniz_oxide::deflate::compress_to_vec;

/// Packed as a plan is, whatever the text.
pub(crate) fn packed(text: &[u8]) -> String {
    let mut bytes = crc32fast::hash(text).to_be_bytes().to_vec();
    bytes.extend(compress_to_vec(text, 9));
    format!("1{}", URL_SAFE_NO_PAD.encode(bytes))
}

fn lines(lines: &str) -> String {
    packed(format!("{{\"format\":\"soepel-plan\",\"schema\":1,\"lines\":[{lines}]}}").as_bytes())
}

fn line(fields: &str) -> String {
    lines(&format!("{{\"exercise\":\"glute-bridge\",{fields}}}"))
}

/// Refused whole, each by its name.
pub(crate) fn refused() -> Vec<(&'static str, String)> {
    let whole = |text: &str| packed(text.as_bytes());
    let good = lines("{\"exercise\":\"superman\"}");
    let deep = format!("{}1{}", "[".repeat(5_000), "]".repeat(5_000));
    let deep_line = lines(&format!("{}{}", "[".repeat(40), "]".repeat(40)));
    let bomb = packed(&vec![b' '; 40 * 1024 * 1024]);
    let mut endless = vec![b'['; 60_000];
    endless.extend(b"1");
    vec![
        ("nothing", String::new()),
        ("a script", "<script>alert(1)</script>".to_owned()),
        ("a javascript address", "javascript:alert(1)".to_owned()),
        ("percent signs", "%00%ff%3Cscript%3E".to_owned()),
        ("a word", "plan".to_owned()),
        ("only the mark", "1".to_owned()),
        ("a mark and noise", "1!!!!".to_owned()),
        ("padding", format!("{good}==")),
        ("the other base64", "1+/+/+/+/".to_owned()),
        ("letters beyond ASCII", "1éééé".to_owned()),
        ("a newer packing", format!("2{}", &good[1..])),
        ("too short for a checksum", "1AAA".to_owned()),
        ("no deflated text", "1AAAAAAAAAAAAAAAA".to_owned()),
        ("cut short", good[..good.len() - 4].to_owned()),
        ("another checksum", format!("1AAAAAA{}", &good[7..])),
        ("a bomb", bomb),
        ("far too long", format!("1{}", "A".repeat(2_000_000))),
        ("no JSON", whole("{\"format\":")),
        ("no text", packed(&[0xff, 0xfe, 0x00, 0xd8])),
        ("a list", whole("[1,2,3]")),
        ("a number", whole("1e400")),
        ("null", whole("null")),
        ("deep lists", whole(&deep)),
        ("a deep line", deep_line),
        ("lists without an end", packed(&endless)),
        ("an export", whole("{\"format\":\"soepel-export\",\"schema\":1,\"lines\":[{}]}")),
        ("a plan without lines", whole("{\"format\":\"soepel-plan\",\"schema\":1}")),
        ("no line", lines("")),
        (
            "lines that are a text",
            whole("{\"format\":\"soepel-plan\",\"schema\":1,\"lines\":\"x\"}"),
        ),
        ("a newer schema", whole("{\"format\":\"soepel-plan\",\"schema\":2,\"lines\":[{}]}")),
        ("schema zero", whole("{\"format\":\"soepel-plan\",\"schema\":0,\"lines\":[{}]}")),
        ("schema minus one", whole("{\"format\":\"soepel-plan\",\"schema\":-1,\"lines\":[{}]}")),
        (
            "a schema in words",
            whole("{\"format\":\"soepel-plan\",\"schema\":\"1\",\"lines\":[{}]}"),
        ),
        (
            "a name twice",
            whole("{\"format\":\"soepel-plan\",\"schema\":1,\"schema\":1,\"lines\":[{}]}"),
        ),
    ]
}

/// Read, with every line or value of it that is no good left out.
pub(crate) fn trimmed() -> Vec<(&'static str, String)> {
    let beside = |fields: &str| {
        packed(
            format!(
                "{{\"format\":\"soepel-plan\",\"schema\":1,{fields},\
                 \"lines\":[{{\"exercise\":\"superman\"}}]}}"
            )
            .as_bytes(),
        )
    };
    let many = vec!["{\"exercise\":\"superman\"}"; 900].join(",");
    vec![
        ("a line that is a number", lines("7")),
        ("a line that is a list", lines("[\"glute-bridge\"]")),
        ("a line without an exercise", lines("{\"mode\":\"reps\"}")),
        ("an exercise in markup", lines("{\"exercise\":\"<img src=x onerror=alert(1)>\"}")),
        ("an exercise of a path", lines("{\"exercise\":\"../../etc/passwd\"}")),
        ("an exercise that turns around", lines("{\"exercise\":\"\\u202eegdirb-etulg\"}")),
        ("the prototype", lines("{\"exercise\":\"__proto__\"}")),
        ("nine hundred lines", lines(&many)),
        ("numbers of what is not to be done", line("\"sets\":3")),
        ("a mode that is a number", line("\"mode\":3")),
        ("a mode of nothing", line("\"mode\":\"weightless\"")),
        ("a huge number", line("\"mode\":\"reps\",\"reps\":999999999999999999999")),
        ("a large number", line("\"mode\":\"reps\",\"reps\":4294967295")),
        ("a negative number", line("\"mode\":\"reps\",\"reps\":-5")),
        ("zero sets", line("\"mode\":\"reps\",\"sets\":0")),
        ("a fraction", line("\"mode\":\"reps\",\"reps\":2.5")),
        ("a number in words", line("\"mode\":\"reps\",\"reps\":\"10\"")),
        (
            "a hold of a day",
            lines("{\"exercise\":\"quad-stretch-prone\",\"mode\":\"static\",\"hold\":86400}"),
        ),
        ("eight times a week", line("\"mode\":\"reps\",\"weekly\":8")),
        ("a third side", line("\"mode\":\"reps\",\"side\":\"both\"")),
        ("a side where there is none", line("\"mode\":\"reps\",\"side\":\"l\"")),
        ("weight of another exercise", line("\"mode\":\"reps\",\"load\":\"gm-weight\"")),
        (
            "a note without an end",
            line(&format!("\"mode\":\"reps\",\"note\":\"{}\"", "a".repeat(9_000))),
        ),
        ("a note that turns around", line("\"mode\":\"reps\",\"note\":\"niet \\u202edoen\"")),
        ("a note in lines", line("\"mode\":\"reps\",\"note\":\"a\\n\\n\\nb\"")),
        ("a note that is an object", line("\"mode\":\"reps\",\"note\":{\"a\":1}")),
        ("a field of nobody", line("\"mode\":\"reps\",\"red_light\":false")),
        ("an answer to a question", beside("\"answers\":{\"S1\":\"no\"}")),
        ("a permit", beside("\"permit\":\"open\",\"cleared\":true")),
        ("a name that turns around", beside("\"whose\":\"\\u202e\\u202d\"")),
        ("a talk without a day", beside("\"with\":\"Fysio\"")),
        ("a talk on no day", beside("\"with\":\"Fysio\",\"on\":\"2026-02-31\"")),
        ("a talk with nobody", beside("\"on\":\"2026-11-20\",\"with\":\"\\u200b\"")),
    ]
}
