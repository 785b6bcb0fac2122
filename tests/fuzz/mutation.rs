//! How one input becomes another: some of the time byte by byte, some of the time as JSON, so that
//! what stands behind the first check is reached too.

use serde_json::{Value, json};

use crate::chance::Chance;

const TOKENS: [&[u8]; 16] = [
    b"null",
    b"true",
    b"-1",
    b"0",
    b"1e999",
    b"18446744073709551616",
    b"\"\"",
    b"[]",
    b"{}",
    b"\\u0000",
    b"\"v\":2",
    b"\"kind\":\"session\"",
    b",",
    b"\"",
    b"}",
    b"\xff",
];

/// A few changes of bytes.
pub(crate) fn bytes(input: &[u8], others: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = input.to_vec();
    for _ in 0..=chance.below(3) {
        let at = chance.below(bytes.len() + 1);
        let to = (at + chance.below(24)).min(bytes.len());
        match chance.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << chance.below(8),
            1 if at < bytes.len() => bytes[at] = u8::try_from(chance.below(256)).unwrap(),
            2 => drop(bytes.drain(at..to)),
            3 => {
                let twice = bytes[at..to].to_vec();
                bytes.splice(at..at, twice);
            }
            4 => {
                let token: &&[u8] = chance.of(&TOKENS);
                bytes.splice(at..at, token.iter().copied());
            }
            _ => {
                let other: &Vec<u8> = chance.of(others);
                let from = chance.below(other.len() + 1);
                let until = (from + chance.below(200)).min(other.len());
                bytes.splice(at..to, other[from..until].iter().copied());
            }
        }
    }
    bytes
}

fn odd(chance: &mut Chance) -> Value {
    let odd = [
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(1),
        json!(11),
        json!(86_401),
        json!(u32::MAX),
        json!(i64::MAX),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(0.5),
        json!(1e300),
        json!(""),
        json!("l"),
        json!("session"),
        json!("2026-02-30"),
        json!("\u{202e}\u{0}🙂"),
        json!("x".repeat(3_000)),
        json!([]),
        json!({}),
        json!([[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]),
        json!(["side-plank", "hold", [["l", 1, 1, 1, "d"]]]),
    ];
    chance.of(&odd).clone()
}

/// One value somewhere in it is changed, taken away, doubled or moved.
pub(crate) fn value(value: &mut Value, chance: &mut Chance) {
    let deeper = !chance.one_in(4);
    match value {
        Value::Object(fields) if !fields.is_empty() && deeper => {
            let at = chance.below(fields.len());
            let name = fields.keys().nth(at).unwrap().clone();
            match chance.below(8) {
                0 => drop(fields.remove(&name)),
                1 => {
                    let it = fields[&name].clone();
                    fields.insert(format!("{name}x"), it);
                }
                2 => drop(fields.insert(name, odd(chance))),
                _ => self::value(fields.get_mut(&name).unwrap(), chance),
            }
        }
        Value::Array(values) if !values.is_empty() && deeper => {
            let at = chance.below(values.len());
            match chance.below(8) {
                0 => drop(values.remove(at)),
                1 => {
                    let it = values[at].clone();
                    values.push(it);
                }
                2 => values[at] = odd(chance),
                _ => self::value(&mut values[at], chance),
            }
        }
        Value::Number(number) if chance.one_in(2) => {
            let by = [1, -1, 1_000, -1_000_000];
            *value = json!(number.as_i64().unwrap_or(0).wrapping_add(*chance.of(&by)));
        }
        _ => *value = odd(chance),
    }
}
