//! Where the fuzzer begins: everything that people have, whole and in pieces, and what was ever
//! thought of to break a reader.

use std::{fs, path::PathBuf};

use serde_json::{Value, json};
use soepel::archive::{convert::packed::pack, envelope, export::checksum, json::canonical};

pub(crate) struct Corpus {
    /// Files to import.
    pub(crate) files: Vec<Vec<u8>>,
    /// One record each, without the envelope.
    pub(crate) records: Vec<Vec<u8>>,
    /// Names with their texts.
    pub(crate) stored: Vec<(String, Vec<u8>)>,
}

fn fixture(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/archive").join(name);
    fs::read_to_string(path).unwrap()
}

/// A file with these records and a checksum that fits.
pub(crate) fn file(records: &[Value], quarantine: &[Value]) -> Vec<u8> {
    let mut file = json!({
        "format": "soepel-export", "schema": 1, "records": records, "quarantine": quarantine,
    });
    file["sha256"] = checksum(&file).into();
    file.to_string().into_bytes()
}

const HOSTILE: [&str; 30] = [
    "",
    "null",
    "[]",
    "{}",
    "\"\\ud800\"",
    "1e999",
    "-0",
    "9223372036854775808",
    "0.1",
    "[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]",
    "{\"a\":1,\"a\":2}",
    "{\"__proto__\":{\"x\":1}}",
    "<script>alert(1)</script>",
    "\u{feff}{}",
    "{\"v\":0}",
    "{\"v\":4294967296}",
    "{\"v\":1,\"kind\":\"session\"}",
    "{\"v\":2,\"kind\":\"session\",\"id\":\"00000000000000000000000000\",\"rev\":1}",
    "{\"v\":1,\"kind\":\"step\",\"id\":\"7ZZZZZZZZZZZZZZZZZZZZZZZZZ\",\"seq\":4294967295}",
    "{\"v\":1,\"kind\":\"\",\"id\":null}",
    "=1+1",
    "\u{202e}abc",
    "\u{0}",
    "{\"v\":1,\"kind\":\"deleted\",\"id\":\"00000000000000000000000000\",\"rev\":4294967295,\"updated\":0}",
    "{\"v\":1,\"kind\":\"meta\",\"updated\":-1}",
    "{\"v\":1,\"kind\":\"opening\",\"blocks\":[]}",
    "[1,2,3",
    "truefalse",
    "{\"records\":[],\"records\":[]}",
    "{\"format\":\"soepel-export\",\"schema\":1,\"records\":{},\"quarantine\":[]}",
];

impl Corpus {
    pub(crate) fn gathered() -> Self {
        let exports = [fixture("v1/export.json"), fixture("every-kind.json")];
        let storage: Value = serde_json::from_str(&fixture("v1/storage.json")).unwrap();
        let mut stored: Vec<(String, Vec<u8>)> = storage
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, text)| (name.clone(), text.as_str().unwrap().as_bytes().to_vec()))
            .collect();
        let mut all: Vec<Value> = Vec::new();
        for export in &exports {
            let file: Value = serde_json::from_str(export).unwrap();
            all.extend(file["records"].as_array().unwrap().iter().cloned());
        }
        for (_, text) in &stored {
            let text = String::from_utf8_lossy(text);
            let payload = text.splitn(3, '|').nth(2).unwrap_or_default();
            all.extend(serde_json::from_str::<Value>(payload));
        }
        // Sessions also in the form in which they are stored.
        let packed = all.iter().filter_map(|record| pack(&canonical(record)));
        let packed: Vec<String> = packed.collect();
        assert!(packed.len() > 3, "sessions can be packed");
        for text in packed {
            let record: Value = serde_json::from_str(&text).unwrap();
            let id = record["id"].as_str().unwrap_or_default();
            let name = format!("soepel.p0.s.{id}.{}", record["rev"]);
            stored.push((name, envelope::seal(&text).into_bytes()));
            all.push(record);
        }
        // Each record once more without each of its fields.
        let mut pieces = all.clone();
        for record in &all {
            for name in record.as_object().into_iter().flat_map(|fields| fields.keys()) {
                let mut less = record.clone();
                less.as_object_mut().unwrap().remove(name);
                pieces.push(less);
            }
        }
        let mut files: Vec<Vec<u8>> = exports.map(String::into_bytes).to_vec();
        files.extend(pieces.iter().map(|record| file(std::slice::from_ref(record), &[])));
        files.extend(HOSTILE.map(|text| text.as_bytes().to_vec()));
        let aside = json!({ "name": "soepel.p0.s.1", "raw": "1|x" });
        files.push(file(&all, std::slice::from_ref(&aside)));
        let mut records: Vec<Vec<u8>> =
            pieces.iter().map(|record| record.to_string().into_bytes()).collect();
        records.extend(HOSTILE.map(|text| text.as_bytes().to_vec()));
        for (place, text) in HOSTILE.iter().enumerate() {
            let name = format!("soepel.p0.s.0000000000000000000000000{}.1", place % 10);
            stored.push((name, text.as_bytes().to_vec()));
        }
        Self { files, records, stored }
    }

    pub(crate) fn size(&self) -> usize {
        self.files.len() + self.records.len() + self.stored.len()
    }
}
