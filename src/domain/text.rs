//! Words in the two languages, always together.

/// The languages Soepel speaks; Dutch comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    #[default]
    Dutch,
    English,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// The BCP 47 tag, for `lang` attributes, Intl and voices.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }
}

/// One text in both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bilingual {
    pub dutch: String,
    pub english: String,
}

impl Bilingual {
    pub fn read(&self, language: Language) -> &str {
        match language {
            Language::Dutch => &self.dutch,
            Language::English => &self.english,
        }
    }
}
