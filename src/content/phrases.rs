//! The texts of the screens, one constant each, made from `interface/nl.toml` and `interface/en.toml`.

use crate::domain::text::Language;

/// One interface text in both languages; a missing one does not compile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    pub dutch: &'static str,
    pub english: &'static str,
}

impl Phrase {
    pub fn read(self, language: Language) -> &'static str {
        match language {
            Language::Dutch => self.dutch,
            Language::English => self.english,
        }
    }

    /// The text with each `{name}` replaced by what stands beside that name.
    pub fn fill(self, language: Language, parts: &[(&str, &str)]) -> String {
        let mut text = self.read(language).to_owned();
        for (name, part) in parts {
            text = text.replace(&format!("{{{name}}}"), part);
        }
        text
    }
}

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));
